//! What of the screen the Walls must know, and what is in sight on it.

use super::super::{App, window};
use super::{Grid, Line};
use crate::text::width;

/// How much of the grid there is room for. Rows of the grid, columns of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Rows of the grid that fit.
    pub rows: usize,
    /// Columns beside the names of the rows.
    pub cols: usize,
    /// Columns of one wall, with what stands beside it and a blank.
    pub slot: usize,
    /// The most columns of a heading.
    pub heading: usize,
    /// Columns between two columns of the grid.
    pub gap: usize,
}

impl App {
    /// The name of those who share a row or a column: the first, and how many more.
    pub fn line_name(&self, line: &Line) -> (String, String) {
        let name = line.parties.first().map(|party| self.party_name(*party)).unwrap_or_default();
        let more = line.parties.len().saturating_sub(1);
        (name, if more > 0 { format!(" +{more}") } else { String::new() })
    }

    /// How many columns of text a column of the grid takes, without what keeps it from the next.
    pub fn col_width(&self, line: &Line, page: Page) -> usize {
        let (name, more) = self.line_name(line);
        // The last blank is for the mark of one that is not certain.
        let walls = line.widest * page.slot;
        walls.max((width(&name) + width(&more)).min(page.heading))
    }

    /// How many columns of the grid fit whole, from `left` on; at least one, where there is one.
    pub fn cols_in_sight(&self, left: usize) -> usize {
        let page = self.state.pages.walls;
        let mut room = page.cols + page.gap;
        let cols = self.grid().cols().get(left..).unwrap_or_default();
        let fitting = cols.iter().take_while(|line| {
            let wanted = self.col_width(line, page) + page.gap;
            let fits = wanted <= room;
            room = room.saturating_sub(wanted);
            fits
        });
        fitting.count().max(usize::from(!cols.is_empty()))
    }

    /// Keeps the current cell in sight, and no more room empty than must be.
    pub(in crate::app) fn fit_corner(&mut self) {
        let page = self.state.pages.walls;
        let Some((row, col)) = self.current_cell().map(|cell| (cell.row, cell.col)) else {
            (self.state.walls.top, self.state.walls.left) = (0, 0);
            return;
        };
        let rows = self.grid().rows().len();
        let top = window(self.state.walls.top, (row, row), rows, page.rows);
        let last = self.grid().cols().len().saturating_sub(1);
        let least = self.first_before(col);
        let left = self.state.walls.left.clamp(least, col).min(self.first_before(last).max(least));
        (self.state.walls.top, self.state.walls.left) = (top, left);
    }

    /// The first column from which on `col` is in sight.
    fn first_before(&self, col: usize) -> usize {
        let page = self.state.pages.walls;
        let grid: &Grid = self.grid();
        let mut room = page.cols + page.gap;
        let before = (0..=col).rev().take_while(|at| {
            let wanted = grid.cols().get(*at).map_or(0, |line| self.col_width(line, page)) + page.gap;
            let fits = wanted <= room;
            room = room.saturating_sub(wanted);
            fits
        });
        before.last().unwrap_or(col)
    }
}
