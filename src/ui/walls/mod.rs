//! The Walls: the world at the end of one day. Who keeps the barrier stands on the left, who is kept out above; where
//! they meet, a wall for each barrier between them with the letters of its channel.
//!
//! ```text
//! 17 September 2021   the walls that stood at the end of that day
//! ] next change 28 September 2021    [ last change 9 September 2021    } end of 2021    P play
//!
//! keeps the barrier   kept out                                 16 more →
//!                  Taobao                WeChat
//! WeChat           ▄lin ▇lin ▇pay
//! Taobao                                 ▇api ▇lin ▄lin
//! … 9 more below
//!
//! ▇ closed   ▄ limited   ▂ trial   ▁ open   ? unknown   lin changed that day
//!
//! ▲ WeChat phase one: outside links open   closed → limited: Taobao links in WeChat
//! ```

mod cell;
mod foot;
mod head;
mod matrix;

use ratatui::layout::Rect;

use super::nothing::no_walls;
use super::pen::Pen;
use super::theme::Theme;
use crate::app::App;
pub(super) use crate::app::walls::Page;

/// How a row of the grid is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Walls three columns wide, their letters below, a blank row below that.
    Airy,
    /// The same without the blank row.
    Tall,
    /// A wall of one column, its letters beside it.
    Line,
    /// A wall of one column, one letter beside it.
    Short,
}

impl Form {
    /// Rows of the screen for `rows` rows of the grid.
    const fn lines(self, rows: usize) -> usize {
        match self {
            Self::Airy => (rows * 3).saturating_sub(1),
            Self::Tall => rows * 2,
            Self::Line | Self::Short => rows,
        }
    }

    /// The row of the screen, of those of the grid, on which its row `row` begins.
    const fn line_of(self, row: usize) -> usize {
        match self {
            Self::Airy => row * 3,
            Self::Tall => row * 2,
            Self::Line | Self::Short => row,
        }
    }

    /// Where the letters stand of a wall that stands at `line` and `col`.
    const fn letters(self, line: usize, col: usize) -> (usize, usize) {
        match self {
            Self::Airy | Self::Tall => (line + 1, col),
            Self::Line | Self::Short => (line, col + 1),
        }
    }

    /// Columns of one wall, its letters and a blank. While days are compared, what was stands beside what is.
    const fn slot(self, compares: bool) -> usize {
        match self {
            Self::Airy | Self::Tall => 4,
            Self::Line => 5 + if compares { 2 } else { 0 },
            Self::Short => 3 + if compares { 2 } else { 0 },
        }
    }
}

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
struct Shape {
    form: Form,
    /// Whether there is a row of hints below the date.
    hints: bool,
    /// Whether there is a row that says what stands where, and how much more there is sideways.
    axes: bool,
    /// Columns of the rows' names, with what keeps them from the walls.
    gutter: usize,
    /// The row of the columns' names.
    headings: usize,
    /// The first row of the grid's own.
    first: usize,
    /// Rows of the screen for the grid.
    body: usize,
    /// Rows below it.
    foot: usize,
    page: Page,
}

/// From here on a wall has three letters.
const WIDE: usize = 58;

impl Shape {
    fn new(app: &App, cols: usize, rows: usize) -> Self {
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
        let all = app.grid().rows().len();
        let wide = cols >= WIDE;
        let form = match () {
            () if wide && Form::Airy.lines(all) <= room => Form::Airy,
            () if wide && Form::Tall.lines(all) <= room => Form::Tall,
            () if wide => Form::Line,
            () => Form::Short,
        };
        let body = form.lines(all).min(room);
        let gutter = (cols / 6).clamp(8, 18);
        let page = Page {
            rows: if form.lines(all) <= room { all } else { body },
            cols: cols.saturating_sub(gutter),
            slot: form.slot(app.compared_days().is_some()),
            heading: if wide { 10 } else { 7 },
            gap: if wide { 2 } else { 1 },
        };
        // A blank row to spare below the columns' names.
        let first = head + usize::from(axes && room > body + 2);
        let foot = rows.saturating_sub(first + body);
        Self { form, hints, axes, gutter, headings: head - 1, first, body, foot, page }
    }
}

/// What the app must know of an area of this size.
pub(super) fn page(app: &App, cols: u16, rows: u16) -> Page {
    Shape::new(app, cols.into(), rows.into()).page
}

/// The row and the column of the grid at a place of the pane.
pub(super) fn cell_at(app: &App, area: Rect, at: (usize, usize)) -> Option<(usize, usize)> {
    let shape = Shape::new(app, area.width.into(), area.height.into());
    matrix::cell_at(app, shape, area.width.into(), at)
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    if app.shown_barriers().ids().is_empty() {
        no_walls(app, pen, theme);
        return None;
    }
    let shape = Shape::new(app, pen.cols(), pen.rows());
    head::draw(app, pen, theme, shape);
    let cursor = matrix::draw(app, pen, theme, shape);
    foot::draw(app, pen, theme, shape);
    cursor
}
