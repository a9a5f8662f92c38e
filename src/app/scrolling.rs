//! Scrolling by a row, as Ctrl-e and Ctrl-y do in vim: what is current stays so, unless it would go out of sight.

use crate::app::explorer::App;
use crate::app::state::{Focus, Overlay};
use crate::app::{moving, sight, views};

/// No more rows than this stand between two that something is on: a blank, a heading, a quiet time.
const GAP: isize = 4;

/// Scrolls by a row, down or up, whatever keys go to; a text of a view, which turns its own pages, as arrows do.
pub(super) fn by_row(app: &mut App, step: isize) {
    let pages = app.state.pages.clone();
    if app.state.overlays.is_empty() && views::first_row(app).is_some() {
        return rows(app, step);
    }
    match (app.state.overlays.last_mut(), app.state.focus) {
        (Some(Overlay::Reading(_, reader) | Overlay::Wall(_, reader)), _) => reader.scroll(step, &pages.text),
        (None, Focus::Detail) => app.state.detail.scroll(step, &pages.text),
        _ => moving::by_rows(app, step),
    }
}

/// Scrolls to the nearest first row that can be one. The current row goes along where it must, as little as it can.
fn rows(app: &mut App, step: isize) {
    let Some(before) = views::first_row(app) else { return };
    let at = app.state.clone();
    for (moves, rows) in (0..=GAP).flat_map(|moves| (1..=GAP).map(move |rows| (moves, rows))) {
        app.state = at.clone();
        if moves > 0 {
            moving::by_rows(app, step * moves);
        }
        views::draw_from(app, before.saturating_add_signed(step * rows));
        sight::fit_panes(app);
        let now = views::first_row(app).unwrap_or(before);
        if (step > 0 && now > before) || (step < 0 && now < before) {
            return;
        }
    }
    app.state = at;
}
