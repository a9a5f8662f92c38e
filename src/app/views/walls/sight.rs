//! How much of the grid is in sight.

use crate::app::core::window::window;
use crate::app::explorer::App;
use crate::app::views::walls::grid::{Grid, GridLine};
use crate::app::views::walls::page::Page;
use crate::app::views::walls::{days, told};
use crate::text::width;

/// The name of those who share a row or a column: the first, and how many more.
pub fn line_name(app: &App, line: &GridLine) -> (String, String) {
    let name = line.parties.first().map(|party| told::party_name(app, *party)).unwrap_or_default();
    let more = line.parties.len().saturating_sub(1);
    (name, if more > 0 { format!(" +{more}") } else { String::new() })
}

/// How many columns of text a column of the grid takes, without what keeps it from the next.
pub fn col_width(app: &App, line: &GridLine, page: Page) -> usize {
    let (name, more) = line_name(app, line);
    // The last blank is for the mark of one that is not certain.
    let walls = line.widest * page.slot;
    walls.max((width(&name) + width(&more)).min(page.heading))
}

/// How many columns of the grid fit whole, from `left` on; at least one, where there is one.
pub fn cols_in_sight(app: &App, left: usize) -> usize {
    let page = app.state.pages.walls;
    let mut room = page.cols + page.gap;
    let cols = days::grid(app).cols().get(left..).unwrap_or_default();
    let fitting = cols.iter().take_while(|line| {
        let wanted = col_width(app, line, page) + page.gap;
        let fits = wanted <= room;
        room = room.saturating_sub(wanted);
        fits
    });
    fitting.count().max(usize::from(!cols.is_empty()))
}

/// Keeps the current cell in sight, and no more room empty than must be.
pub(in crate::app) fn fit(app: &mut App) {
    let page = app.state.pages.walls;
    let Some((row, col)) = days::cell(app).map(|cell| (cell.row, cell.col)) else {
        (app.state.walls.top, app.state.walls.left) = (0, 0);
        return;
    };
    let rows = days::grid(app).rows().len();
    let top = window(app.state.walls.top, (row, row), rows, page.rows);
    let last = days::grid(app).cols().len().saturating_sub(1);
    let least = first_before(app, col);
    let left = app.state.walls.left.clamp(least, col).min(first_before(app, last).max(least));
    (app.state.walls.top, app.state.walls.left) = (top, left);
}

/// The first column from which on `col` is in sight.
fn first_before(app: &App, col: usize) -> usize {
    let page = app.state.pages.walls;
    let grid: &Grid = days::grid(app);
    let mut room = page.cols + page.gap;
    let before = (0..=col).rev().take_while(|at| {
        let wanted = grid.cols().get(*at).map_or(0, |line| col_width(app, line, page)) + page.gap;
        let fits = wanted <= room;
        room = room.saturating_sub(wanted);
        fits
    });
    before.last().unwrap_or(col)
}
