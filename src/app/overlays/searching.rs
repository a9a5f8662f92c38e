//! Search: goes to what is looked for, marks it, and hides nothing.

use crate::app::core::prompt::Prompt;
use crate::app::explorer::App;
use crate::app::overlays::ask::read;
use crate::app::overlays::stack;
use crate::app::state::Overlay;
use crate::app::{going, hits, needs};
use crate::dataset::MilestoneId;

/// Begins to search, from here.
pub(in crate::app) fn begin(app: &mut App) {
    stack::begin_asking(app, String::new(), Overlay::Search);
}

/// Looks for what is typed, anew from where the search began, and stays there where nothing is.
pub(in crate::app) fn as_typed(app: &mut App, lines: &[Prompt]) {
    let Some(Overlay::Search(ask)) = app.state.overlays.last_mut() else { return };
    let (parsed, said) = read(lines, &app.dataset, |_| true);
    ask.note(parsed);
    let Some((line, query)) = said else { return };
    let before = stack::answer_from_before(app);
    hits::set(app, line.text(), query);
    let Some(before) = before else { return };
    let origin = before.reading().map_or(before.place.chosen(), |(id, _)| id);
    let hits = hits::ids(app);
    let from = hits.partition_point(|hit| *hit < origin);
    if let Some(hit) = hits.get(from).or(hits.first()) {
        going::to_id(app, *hit);
        hits::seek(app);
    }
}

/// To the next hit or the one before, around the ends with a word about it.
pub(in crate::app) fn go_to_hit(app: &mut App, steps: isize) {
    let hits = hits::ids(app);
    let nowhere = app.state.search.as_ref().map(|search| search.nowhere(app.say())).unwrap_or_default();
    go_around(app, &hits, steps, &nowhere);
    hits::seek(app);
}

/// What an empty search asks for, as in less and vim: the next hit of the last one.
pub(in crate::app) fn again(app: &mut App) {
    if app.state.search.is_some() {
        go_to_hit(app, 1);
    } else {
        let why = needs::no_search(app);
        app.state.notice(why);
    }
}

/// To the next one of `ids` or the one before, around the ends with a word about it.
pub(in crate::app) fn go_around(app: &mut App, ids: &[MilestoneId], steps: isize, none: &str) {
    let say = &app.say().notices;
    let Some(here) = going::here(app) else { return };
    let next = if steps > 0 {
        Some(ids.partition_point(|id| *id <= here))
    } else {
        ids.partition_point(|id| *id < here).checked_sub(1)
    };
    let around = if steps > 0 { ids.first() } else { ids.last() };
    match (next.and_then(|place| ids.get(place).copied()), around.copied()) {
        (Some(id), _) => going::to_id(app, id),
        (None, Some(id)) if id == here => app.state.notice(say.only_hit),
        (None, Some(id)) => {
            going::to_id(app, id);
            let end = if steps > 0 { say.around_to_first } else { say.around_to_last };
            app.state.notice(end);
        }
        (None, None) => app.state.notice(none),
    }
}
