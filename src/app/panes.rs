//! Which pane keys go to.

use crate::app::explorer::App;
use crate::app::state::Focus;

/// To the pane so many on, as far as there is one.
pub(super) fn go_beside(app: &mut App, step: isize) {
    let panes = side_by_side(app);
    let last = panes.len().cast_signed() - 1;
    focus_on(app, &panes, (place_among(app, &panes) + step).clamp(0, last));
}

/// To the pane so many on, the filters among them, around the ends.
pub(super) fn go_around(app: &mut App, step: isize) {
    let mut panes = side_by_side(app);
    if !app.query().is_empty() {
        panes.push(Focus::Terms);
    }
    let count = panes.len().cast_signed();
    focus_on(app, &panes, (place_among(app, &panes) + step).rem_euclid(count));
}

/// Whether there is a pane so many on.
pub(super) fn has_beside(app: &App, step: isize) -> bool {
    let panes = side_by_side(app);
    (0..panes.len().cast_signed()).contains(&(place_among(app, &panes) + step))
}

/// The panes that stand side by side, from the left: the facets are the last, or come over the detail.
fn side_by_side(app: &App) -> Vec<Focus> {
    let detail = app.state.has_detail().then_some(Focus::Detail);
    [Focus::List].into_iter().chain(detail).chain([Focus::Facets]).collect()
}

fn place_among(app: &App, panes: &[Focus]) -> isize {
    panes.iter().position(|pane| *pane == app.state.focus).unwrap_or(0).cast_signed()
}

fn focus_on(app: &mut App, panes: &[Focus], at: isize) {
    app.state.focus = panes[at.unsigned_abs()];
    if app.state.focus == Focus::Detail {
        app.state.place.settle();
    }
}
