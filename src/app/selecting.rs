//! Marks and ranges.

use crate::app::core::selection::Selection;
use crate::app::explorer::App;
use crate::app::views;
use crate::app::views::walls;
use crate::dataset::MilestoneId;

/// Does something with the current milestone.
fn with_read(app: &mut App, change: impl FnOnce(&mut App, MilestoneId)) {
    app.state.place.settle();
    if let Some(id) = app.read().map(|(milestone, _)| milestone.place()) {
        change(app, id);
    }
}

pub(super) fn mark(app: &mut App) {
    // Within a range a mark would not be seen: the range is kept as marks first.
    app.state.place.select(Selection::keep_range);
    with_read(app, |app, id| app.state.place.select(|selection, matches| selection.toggle(id, matches)));
}

/// Begins a range at the current milestone, or keeps the one that is begun as it is.
pub(super) fn range(app: &mut App) {
    with_read(app, |app, id| app.state.place.select(|selection, matches| selection.range(id, matches)));
}

pub(super) fn all(app: &mut App) {
    app.state.place.select(Selection::add_all);
}

/// Takes what comes next into the range, or what came before; begins one where none is begun.
pub(super) fn stretch(app: &mut App, step: isize) {
    if !app.selection().is_ranging() {
        range(app);
    }
    views::go_on(app, step);
}

pub(super) fn other_end(app: &mut App) {
    if let Some(head) = app.state.place.select(|selection, _| selection.other_end()) {
        app.state.go_to(app.listed().nearest(head, &app.dataset));
    }
}

/// Peels what lies on the list: the comparison, the search, the range, the marks.
pub(super) fn deselect(app: &mut App) {
    if walls::stop_comparing(app) || app.state.search.take().is_some() {
        return;
    }
    let dropped = app.state.place.select(Selection::drop_one_layer);
    if dropped > 0 {
        app.state.notice((app.say().notices.no_longer_selected)(dropped));
    }
}
