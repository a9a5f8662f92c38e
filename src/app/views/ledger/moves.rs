//! From row to row, and from pair to pair.

use crate::app::core::action::Action;
use crate::app::core::listed::Listed;
use crate::app::core::mode::{Mode, View};
use crate::app::explorer::App;
use crate::app::views::ledger::compared;
use crate::app::views::ledger::pair::Pair;
use crate::dataset::MilestoneId;

/// Stands on the milestone of the two that is nearest to the reader's place, and leaves that where it is.
pub(in crate::app) fn settle(app: &mut App) {
    let Some(rows) = compared::between(app) else { return };
    let rows = Listed::Only(&rows.ids);
    let nearest = rows.get(rows.nearest(app.state.place.chosen(), &app.dataset));
    if let Some(Ok(cursor)) = nearest.map(|id| app.listed().place(id)) {
        app.state.place.stand_in(cursor);
    }
}

/// Moves by `steps` rows; from the last one on through what is unanswered at the end, where that is too long for
/// the screen.
pub(in crate::app) fn by_rows(app: &mut App, steps: isize) {
    let at = compared::cursor(app);
    let before = app.state.detail.top;
    if steps != isize::MIN {
        app.state.detail.scroll(steps, &app.state.pages.text);
    }
    if app.state.detail.top != before {
        return;
    }
    let ids = compared::between(app).map_or(&[][..], |rows| &rows.ids);
    let to = at.and_then(|at| ids.get(at.saturating_add_signed(steps).min(ids.len().saturating_sub(1))));
    if let Some(Ok(cursor)) = to.map(|id| app.listed().place(*id)) {
        app.state.go_to(cursor);
    }
}

/// To the next two companies or those before, around the ends, and says which they are.
pub(in crate::app) fn next_pair(app: &mut App, steps: isize) {
    let all = compared::pairs(app).ranked.len();
    let Some((place, _)) = compared::ranked(app).filter(|_| all > 1) else {
        let say = &app.say().notices;
        app.state.notice(if all == 1 { say.no_other_pair } else { say.no_pair });
        return;
    };
    let next = place.cast_signed().saturating_add(steps).rem_euclid(all.cast_signed()).unsigned_abs();
    let Some((pair, moves)) = compared::pairs(app).ranked.get(next).map(|ranked| (ranked.pair, ranked.moves))
    else {
        return;
    };
    app.state.ledger.chosen = Some((pair, compared::asked(app)));
    app.state.notice((app.say().notices.pair)(next + 1, all, &names_of_pair(app, pair), moves));
}

/// Why the milestone that was gone to is not seen, where it is not.
pub(in crate::app) fn why_beside(app: &App, id: MilestoneId) -> Option<String> {
    if app.state.view != View::Ledger || !app.state.overlays.is_empty() {
        return None;
    }
    let rows = compared::between(app)?;
    let is_beside = rows.ids.binary_search(&id).is_err();
    let names = compared::pair(app).map(|pair| names_of_pair(app, pair)).filter(|_| is_beside)?;
    let title = app.dataset.milestone(id).title();
    let key = app.keys.shown(Mode::Ledger, Action::Timeline);
    Some((app.say().notices.nearest_between)(&names, &key, title))
}

fn names_of_pair(app: &App, pair: Pair) -> String {
    let [left, right] = [pair.left, pair.right].map(|id| {
        let company = app.dataset.company(id);
        app.lang().of(&company.name, company.name_zh.as_deref())
    });
    (app.say().notices.two)(&left, &right)
}
