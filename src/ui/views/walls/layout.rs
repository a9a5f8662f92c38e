//! Where everything stands in the Walls.

use crate::app::walls::Page;
use crate::app::{App, walls};

/// How a row of the grid is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellForm {
    /// Walls three columns wide, their letters below, a blank row below that.
    Airy,
    /// The same without the blank row.
    Tall,
    /// A wall of one column, its letters beside it.
    Line,
    /// A wall of one column, one letter beside it.
    Short,
}

impl CellForm {
    /// Rows of the screen for `rows` rows of the grid.
    pub(super) const fn lines(self, rows: usize) -> usize {
        match self {
            Self::Airy => (rows * 3).saturating_sub(1),
            Self::Tall => rows * 2,
            Self::Line | Self::Short => rows,
        }
    }

    /// The row of the screen, of those of the grid, on which its row `row` begins.
    pub(super) const fn line_of(self, row: usize) -> usize {
        match self {
            Self::Airy => row * 3,
            Self::Tall => row * 2,
            Self::Line | Self::Short => row,
        }
    }

    /// Where the letters stand of a wall that stands at `line` and `col`.
    pub(super) const fn letters(self, line: usize, col: usize) -> (usize, usize) {
        match self {
            Self::Airy | Self::Tall => (line + 1, col),
            Self::Line | Self::Short => (line, col + 1),
        }
    }

    /// Columns of one wall, its letters and a blank. While days are compared, what was stands beside what is.
    pub(super) const fn slot(self, compares: bool) -> usize {
        match self {
            Self::Airy | Self::Tall => 4,
            Self::Line => 5 + if compares { 2 } else { 0 },
            Self::Short => 3 + if compares { 2 } else { 0 },
        }
    }
}

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct WallsLayout {
    pub(super) form: CellForm,
    /// Whether there is a row of hints below the date.
    pub(super) hints: bool,
    /// Whether there is a row that says what stands where, and how much more there is sideways.
    pub(super) axes: bool,
    /// Columns of the rows' names, with what keeps them from the walls.
    pub(super) gutter: usize,
    /// The row of the columns' names.
    pub(super) headings: usize,
    /// The first row of the grid's own.
    pub(super) first: usize,
    /// Rows of the screen for the grid.
    pub(super) body: usize,
    /// Rows below it.
    pub(super) foot: usize,
    pub(in crate::ui::views) page: Page,
}

/// From here on a wall has three letters.
const WIDE: usize = 58;

impl WallsLayout {
    pub(in crate::ui::views) fn new(app: &App, cols: usize, rows: usize) -> Self {
        let (hints, axes, air) = (rows >= 12, rows >= 14, rows >= 24);
        let head = 2 + usize::from(hints) + usize::from(axes) + usize::from(air);
        let least = match rows {
            ..10 => 1,
            10..14 => 2,
            14..18 => 4,
            18..24 => 5,
            24.. => 7,
        };
        let room = rows.saturating_sub(head + least);
        let all = walls::grid(app).rows().len();
        let wide = cols >= WIDE;
        let form = match () {
            () if wide && CellForm::Airy.lines(all) <= room => CellForm::Airy,
            () if wide && CellForm::Tall.lines(all) <= room => CellForm::Tall,
            () if wide => CellForm::Line,
            () => CellForm::Short,
        };
        let body = form.lines(all).min(room);
        let gutter = (cols / 6).clamp(8, 18);
        let page = Page {
            rows: if form.lines(all) <= room { all } else { body },
            cols: cols.saturating_sub(gutter),
            slot: form.slot(walls::compared_days(app).is_some()),
            heading: if wide { 10 } else { 7 },
            gap: if wide { 2 } else { 1 },
        };
        // A blank row to spare below the columns' names.
        let first = head + usize::from(axes && room > body + 2);
        let foot = rows.saturating_sub(first + body);
        Self { form, hints, axes, gutter, headings: head - 1, first, body, foot, page }
    }
}
