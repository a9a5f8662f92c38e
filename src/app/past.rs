//! What undo goes back to: where a reader is, before it changes.

use crate::app::explorer::App;
use crate::app::history::Point;

/// Where a reader is now, as undo would bring it back.
pub(super) fn point(app: &App) -> Point {
    Point::of(&app.state)
}

/// Takes note that `before` was left, so that undo goes back there.
pub(super) fn remember(app: &mut App, before: Point) {
    let now = point(app);
    app.history.leave(before, &now);
}
