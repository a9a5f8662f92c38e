//! The day of the Walls goes with the place.

use crate::app::explorer::App;
use crate::app::views::walls::{cells, compare, days, moves};
use crate::dataset::Milestone;

/// Keeps the day with the place, and the current cell on a wall.
pub(in crate::app) fn settle(app: &mut App) {
    follow_place(app);
    cells::settle_cell(app);
    compare::settle_difference(app);
}

/// Shows the day of the place, where that is another one than the day was chosen with.
fn follow_place(app: &mut App) {
    let place = app.state.place.chosen();
    let stands_for = app.current().map(Milestone::place);
    let walls = &app.state.walls;
    let is_known = walls.place == Some(place) || walls.day.is_some() && walls.stood_for == Some(place);
    if !is_known && place.index() < app.dataset.len() {
        moves::look_at(app, days::day_of(app, place), Some(place));
    }
    (app.state.walls.place, app.state.walls.stood_for) = (Some(place), stands_for);
}
