//! From row to row, and from pair to pair.

use crate::app::core::listed::Listed;
use crate::app::core::mode::View;
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
        let only = if all == 1 { "no other two companies" } else { "no two companies" };
        app.state.notice(format!("{only} are in one milestone here"));
        return;
    };
    let next = place.cast_signed().saturating_add(steps).rem_euclid(all.cast_signed()).unsigned_abs();
    let Some((pair, moves)) = compared::pairs(app).ranked.get(next).map(|ranked| (ranked.pair, ranked.moves))
    else {
        return;
    };
    app.state.ledger.chosen = Some((pair, compared::asked(app)));
    let moves = match moves {
        0 => "no move between them".to_owned(),
        1 => "1 move between them".to_owned(),
        _ => format!("{moves} moves between them"),
    };
    app.state.notice(format!("{} of {all} pairs: {}, {moves}", next + 1, names_of_pair(app, pair)));
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
    Some(format!("this is the nearest between {names}; 1 shows in the Timeline: {title}"))
}

fn names_of_pair(app: &App, pair: Pair) -> String {
    let [left, right] = [pair.left, pair.right].map(|id| {
        let company = app.dataset.company(id);
        app.lang().of(&company.name, company.name_zh.as_deref())
    });
    format!("{left} and {right}")
}
