//! Going from cell to cell.

use crate::app::core::reader::TextScroll;
use crate::app::explorer::App;
use crate::app::overlays::reading;
use crate::app::state::Overlay;
use crate::app::views::walls::days;
use crate::dataset::{Milestone, Party};

/// The first of those who share a row, and of those who share a column.
pub(in crate::app) fn parties_of(app: &App, row: usize, col: usize) -> Option<(Party, Party)> {
    let grid = days::grid(app);
    let holder = grid.rows().get(row)?.parties.first()?;
    Some((*holder, *grid.cols().get(col)?.parties.first()?))
}

/// Keeps the current cell one that holds something: in its row the nearest, else the first of all.
pub(in crate::app) fn settle_cell(app: &mut App) {
    if days::cell(app).is_some() {
        return;
    }
    let grid = days::grid(app);
    let (holder, against) = app.state.walls.cell.unzip();
    let row = holder.and_then(|holder| grid.row_of(holder)).unwrap_or_default();
    let col = against.and_then(|against| grid.col_of(against)).unwrap_or_default();
    let cell = nearest_cell(app, row, col);
    app.state.walls.cell = cell;
    app.state.walls.aim = app.state.walls.aim.or(cell.map(|(_, against)| against));
}

/// The cell of `row` nearest to `col`.
fn nearest_cell(app: &App, row: usize, col: usize) -> Option<(Party, Party)> {
    let cells = days::grid(app).cells(row);
    let at = cells.partition_point(|cell| cell.col < col);
    let around = cells.get(at.saturating_sub(1)..cells.len().min(at + 1))?;
    let nearest = around.iter().min_by_key(|cell| cell.col.abs_diff(col))?;
    parties_of(app, row, nearest.col)
}

/// Moves by `steps` rows; each has a wall.
pub(in crate::app) fn by_rows(app: &mut App, steps: isize) {
    let Some(row) = days::cell(app).map(|cell| cell.row) else { return };
    let grid = days::grid(app);
    let to = row.saturating_add_signed(steps).min(grid.rows().len().saturating_sub(1));
    let aim = app.state.walls.aim.and_then(|aim| grid.col_of(aim)).unwrap_or_default();
    let cell = if to == row { app.state.walls.cell } else { nearest_cell(app, to, aim) };
    (app.state.walls.cell, app.state.walls.asked) = (cell, true);
}

/// Moves by `steps` walls within the row.
pub(in crate::app) fn by_cells(app: &mut App, steps: isize) {
    let Some(cell) = days::cell(app) else { return };
    let cells = days::grid(app).cells(cell.row);
    let at = cells.partition_point(|other| other.col < cell.col);
    let to = cells.get(at.saturating_add_signed(steps).min(cells.len().saturating_sub(1)));
    let Some((holder, against)) = to.and_then(|cell| parties_of(app, cell.row, cell.col)) else { return };
    let walls = &mut app.state.walls;
    (walls.cell, walls.aim, walls.asked) = (Some((holder, against)), Some(against), true);
}

/// Goes to a cell of the grid that has a wall.
pub(in crate::app) fn go_to_cell(app: &mut App, row: usize, col: usize) {
    if let Some((holder, against)) = days::grid(app).cell(row, col).and_then(|_| parties_of(app, row, col)) {
        let walls = &mut app.state.walls;
        (walls.cell, walls.aim, walls.asked) = (Some((holder, against)), Some(against), true);
    }
}

/// The milestone that last moved a barrier of the current cell by the day that is shown; else the first that will.
pub fn cell_milestone(app: &App) -> Option<Milestone<'_>> {
    let day = days::day(app);
    let barriers = &days::cell(app)?.barriers;
    let steps = barriers.iter().map(|id| app.dataset.history(*id).steps());
    let last = steps.clone().filter_map(|steps| {
        let begun = steps.partition_point(|step| step.from <= day);
        // Of soft dates a few may stand between that are not settled yet.
        steps[..begun].iter().rev().find(|step| step.settled() <= day)
    });
    let first = || steps.clone().filter_map(|steps| steps.iter().find(|step| step.settled() > day));
    let last = last.max_by_key(|step| (step.settled(), step.milestone));
    let step = last.or_else(|| first().min_by_key(|step| (step.settled(), step.milestone)))?;
    Some(app.dataset.milestone(step.milestone))
}

/// Opens what the current cell leads to. The day stays.
pub(in crate::app) fn open_cell(app: &mut App) {
    let Some(id) = cell_milestone(app).map(Milestone::place) else { return reading::open(app) };
    if let Ok(cursor) = app.listed().place(id) {
        app.state.go_to(cursor);
        app.state.walls.place = Some(app.state.place.chosen());
    }
    app.state.overlays.push(Overlay::Reading(id, TextScroll::default()));
}
