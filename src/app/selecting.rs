//! Marks and ranges.

use crate::app::explorer::App;
use crate::app::views::walls;
use crate::app::{place, views};
use crate::dataset::MilestoneId;

/// Does something with the current milestone.
fn with_read(app: &mut App, change: impl FnOnce(&mut App, MilestoneId)) {
    place::settle(app);
    if let Some(id) = app.read().map(|(milestone, _)| milestone.place()) {
        change(app, id);
    }
}

pub(super) fn mark(app: &mut App) {
    // Within a range a mark would not be seen: the range is kept as marks first.
    app.state.selection.keep_range(&app.state.found.matches);
    with_read(app, |app, id| app.state.selection.toggle(id, &app.state.found.matches));
}

/// Begins a range at the current milestone, or keeps the one that is begun as it is.
pub(super) fn range(app: &mut App) {
    with_read(app, |app, id| app.state.selection.range(id, &app.state.found.matches));
}

pub(super) fn all(app: &mut App) {
    app.state.selection.add_all(&app.state.found.matches);
}

/// Takes what comes next into the range, or what came before; begins one where none is begun.
pub(super) fn stretch(app: &mut App, step: isize) {
    if !app.state.selection.is_ranging() {
        range(app);
    }
    views::go_on(app, step);
}

pub(super) fn other_end(app: &mut App) {
    if let Some(head) = app.state.selection.other_end() {
        app.state.go_to(place::nearest(app, head));
    }
}

/// Peels what lies on the list: the comparison, the search, the range, the marks.
pub(super) fn deselect(app: &mut App) {
    if walls::stop_comparing(app) || app.state.search.take().is_some() {
        return;
    }
    let dropped = app.state.selection.drop_one_layer(&app.state.found.matches);
    if dropped > 0 {
        app.state.notice(format!("{dropped} no longer selected"));
    }
}
