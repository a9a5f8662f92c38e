//! Undo and redo.

use crate::app::explorer::App;
use crate::app::history::Point;
use crate::app::{filter, past};

pub(super) fn undo(app: &mut App) {
    let now = past::point(app);
    match app.history.undo(now) {
        Some(point) => restore(app, point),
        // What there was led to where the reader is.
        None => app.state.notice(app.say().off.nothing_to_undo),
    }
}

pub(super) fn redo(app: &mut App) {
    let now = past::point(app);
    match app.history.redo(now) {
        Some(point) => restore(app, point),
        None => app.state.notice(app.say().off.nothing_to_redo),
    }
}

/// Brings a reader back to `point`.
fn restore(app: &mut App, point: Point) {
    app.state.overlays.retain(|layer| !layer.is_page());
    app.state.overlays.splice(0..0, point.pages);
    app.state.view = point.view;
    (app.state.lanes, app.state.walls, app.state.ledger) = (point.lanes, point.walls, point.ledger);
    app.state.story = point.story;
    app.state.place.choose(point.place, &app.dataset);
    filter::show(app, point.query, point.dim);
    app.state.place.scroll_to(point.top);
    app.state.detail = point.detail;
}
