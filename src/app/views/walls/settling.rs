//! The day of the Walls goes with the place.

use crate::app::explorer::App;
use crate::app::views::walls::{compare, days, lines, moves};
use crate::dataset::{Milestone, last_day};

/// Keeps the day with the place, and the current wall one that is shown.
pub(in crate::app) fn settle(app: &mut App) {
    follow_place(app);
    lines::settle_wall(app);
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

/// Begins on the last day, until a milestone is chosen: how it stands in the end.
pub(in crate::app) fn begin(app: &mut App) {
    app.state.walls.day = Some(days::within(app, last_day(&app.dataset)));
    app.state.walls.place = Some(app.state.place.chosen());
}
