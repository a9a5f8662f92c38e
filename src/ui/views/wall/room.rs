//! How much room a page has, and what of it that leaves out.

use ratatui::layout::Rect;

/// What a page of some size shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Columns of the page.
    pub(super) cols: usize,
    /// Columns before its text.
    pub(super) indent: usize,
    /// Rows of the wall.
    pub(super) bar: usize,
    /// The most columns of a year on it.
    pub(super) year: usize,
    /// Whether a step has a second line.
    pub(super) is_remarked: bool,
    /// Whether blank lines stand between the parts.
    pub(super) is_airy: bool,
}

/// Longer lines are hard to read.
const LONGEST: usize = 88;

impl Room {
    /// That of a page on `area` about a wall with so many steps.
    pub(super) fn of(area: Rect, steps: usize) -> Self {
        let (cols, rows) = (usize::from(area.width), usize::from(area.height));
        let (bar, year, is_remarked) = match (cols, rows) {
            (96.., 26..) => (4, 9, true),
            (70.., 16..) => (2, 6, true),
            (56.., 14..) => (2, 4, false),
            _ => (0, 0, false),
        };
        let is_airy = rows >= 26 || rows >= 14 && steps <= 2;
        Self { cols, indent: if cols >= 96 { 2 } else { 0 }, bar, year, is_remarked, is_airy }
    }

    /// The columns of its text.
    pub(super) fn text(self) -> usize {
        (self.cols - self.indent.min(self.cols)).min(LONGEST)
    }
}
