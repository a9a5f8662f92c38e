//! Going from wall to wall.

use crate::app::explorer::App;
use crate::app::views::walls::days;
use crate::app::views::walls::page::WallsForm;
use crate::dataset::{BarrierId, Milestone};

/// Keeps the current wall one that is shown.
pub(in crate::app) fn settle_wall(app: &mut App) {
    if days::current(app).is_none() {
        let list = days::list(app);
        let gone = app.state.walls.wall.map(|id| app.dataset.barrier(id));
        app.state.walls.wall = match gone {
            Some(barrier) => list.nearest(barrier),
            None => list.walls().first().copied(),
        };
    }
}

/// Moves by `steps` walls.
pub(in crate::app) fn by_rows(app: &mut App, steps: isize) {
    let list = days::list(app);
    let Some(place) = days::current(app).and_then(|id| list.place(id)) else { return };
    let last = list.walls().len().saturating_sub(1);
    stand_at(app, place.saturating_add_signed(steps).min(last));
}

/// Goes to the wall beside, in the other column.
pub(in crate::app) fn by_columns(app: &mut App, steps: isize) {
    let list = days::list(app);
    let Some(place) = days::current(app).and_then(|id| list.place(id)) else { return };
    let form = app.state.pages.walls.form;
    let (col, row) = form.spot(place, list);
    if form != WallsForm::Two {
        return app.state.notice(app.lang().words().wall_list.one_column);
    }
    match (col, steps > 0) {
        (0, true) => stand_at(app, (list.fold() + row).min(list.walls().len().saturating_sub(1))),
        (1, false) => stand_at(app, row.min(list.fold().saturating_sub(1))),
        _ => {}
    }
}

fn stand_at(app: &mut App, place: usize) {
    if let Some(id) = days::list(app).walls().get(place).copied() {
        go_to(app, id);
    }
}

/// Goes to a wall.
pub(in crate::app) fn go_to(app: &mut App, id: BarrierId) {
    (app.state.walls.wall, app.state.walls.asked) = (Some(id), true);
}

/// The milestone that last moved the current wall by the day that is shown; else the first that will.
pub fn moved_by(app: &App) -> Option<Milestone<'_>> {
    let day = days::day(app);
    let steps = app.dataset.history(days::current(app)?).steps();
    let begun = steps.partition_point(|step| step.from <= day);
    // Of soft dates a few may stand between that are not settled yet.
    let last = steps[..begun].iter().rev().find(|step| step.settled() <= day);
    let step = last.or_else(|| steps.iter().find(|step| step.settled() > day))?;
    Some(app.dataset.milestone(step.milestone))
}
