//! Rows, columns and the walls where they meet. Draws what is in sight.

use ratatui::style::Style;

use super::super::pen::Pen;
use super::super::theme::Theme;
use super::Shape;
use super::cell::{Walls, walls};
use crate::app::App;
use crate::app::walls::Line;
use crate::text::{ellipsize, width};

/// A column of the grid, and the columns of the screen that it takes.
#[derive(Clone, Copy)]
struct Col {
    place: usize,
    from: usize,
    to: usize,
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme, shape: Shape) -> Option<(u16, u16)> {
    let cols = cols(app, shape, pen.cols());
    headings(app, pen, theme, shape, &cols);
    sideways(app, pen, theme, shape, &cols);
    let mut cursor = None;
    for row in in_sight(app, shape) {
        let line = shape.first + shape.form.line_of(row - app.walls().corner().0);
        let at = row_of(app, pen, theme, shape, (row, line), &cols);
        cursor = cursor.or(at);
    }
    more(app, pen, theme, shape);
    cursor.map(|(row, col)| pen.position(row, col))
}

/// The row and the column of the grid at a row and a column of the pane.
pub(super) fn cell_at(
    app: &App,
    shape: Shape,
    end: usize,
    (row, col): (usize, usize),
) -> Option<(usize, usize)> {
    let (top, _) = app.walls().corner();
    let line = row.checked_sub(shape.first)?;
    let row = in_sight(app, shape).rfind(|row| shape.form.line_of(row - top) <= line)?;
    let col = cols(app, shape, end).into_iter().find(|shown| (shown.from..shown.to).contains(&col))?;
    (line < shape.body).then_some((row, col.place))
}

fn in_sight(app: &App, shape: Shape) -> std::ops::Range<usize> {
    let (top, _) = app.walls().corner();
    top..(top + shape.page.rows).min(app.grid().rows().len())
}

fn cols(app: &App, shape: Shape, end: usize) -> Vec<Col> {
    let (_, left) = app.walls().corner();
    let mut from = shape.gutter;
    let lines = app.grid().cols().iter().enumerate().skip(left).take(app.cols_in_sight(left));
    let cols = lines.map(|(place, line)| {
        let col = Col { place, from, to: (from + app.col_width(line, shape.page)).min(end) };
        from = col.to + shape.page.gap;
        col
    });
    cols.collect()
}

fn headings(app: &App, pen: &mut Pen<'_>, theme: Theme, shape: Shape, cols: &[Col]) {
    let current = app.current_cell().map(|cell| cell.col);
    for col in cols {
        if let Some(line) = app.grid().cols().get(col.place) {
            let style = if current == Some(col.place) { theme.strong() } else { Style::new() };
            name(app, pen, theme, (shape.headings, col.from, col.to), line, style);
        }
    }
}

/// A name, cut before what says how many others share the line.
fn name(
    app: &App,
    pen: &mut Pen<'_>,
    theme: Theme,
    (row, from, to): (usize, usize, usize),
    line: &Line,
    style: Style,
) {
    let (name, more) = app.line_name(line);
    let room = to.saturating_sub(from + width(&more));
    let name = ellipsize(&name, room, theme.glyphs.ellipsis);
    pen.text(row, from, to, &format!("{name}{more}"), style);
}

/// How many more columns there are on either side; where there is a row for it, what the sides are as well.
fn sideways(app: &App, pen: &mut Pen<'_>, theme: Theme, shape: Shape, cols: &[Col]) {
    let (_, left) = app.walls().corner();
    let hidden = app.grid().cols().len().saturating_sub(left + cols.len());
    let before = (left > 0).then(|| format!("{} {left}", theme.glyphs.back));
    let after = (hidden > 0).then(|| format!("{hidden} {}", theme.glyphs.arrow));
    let row = shape.headings;
    if !shape.axes {
        let both = match (before, after) {
            // With arrows there is no room for both sides.
            (Some(_), Some(_)) => format!("{}{left} {hidden}{}", theme.glyphs.earlier, theme.glyphs.later),
            (before, after) => before.or(after).unwrap_or_default(),
        };
        pen.text(row, 0, shape.gutter - 1, &both, Style::new());
        return;
    }
    let fits = |said: &&&str| width(said) < shape.gutter;
    let said = ["keeps the wall", "keeps wall", "keeps"].iter().find(fits).copied().unwrap_or_default();
    pen.text(row, 0, shape.gutter - 1, said, Style::new());
    let after = after.map(|_| format!("{hidden} more {}", theme.glyphs.arrow));
    let end = pen.right(row - 1, pen.cols(), &after.unwrap_or_default(), Style::new());
    let said = match left {
        0 => "is kept out".to_owned(),
        left => format!("{} {left} more   is kept out", theme.glyphs.back),
    };
    pen.text(row - 1, shape.gutter, end.saturating_sub(2), &said, Style::new());
}

/// Draws a row of the grid from row `line` of the screen on; where the current cell begins, if it is here.
fn row_of(
    app: &App,
    pen: &mut Pen<'_>,
    theme: Theme,
    shape: Shape,
    (row, line): (usize, usize),
    cols: &[Col],
) -> Option<(usize, usize)> {
    let current = app.current_cell();
    let is_current = current.is_some_and(|cell| cell.row == row);
    let style = if is_current { theme.strong() } else { Style::new() };
    let holders = app.grid().rows().get(row)?;
    name(app, pen, theme, (line, 0, shape.gutter - 1), holders, style);
    let mut cursor = None;
    for col in cols {
        let Some(cell) = app.grid().cell(row, col.place) else { continue };
        let is_current = current == Some(cell);
        let place = Walls { line, from: col.from, to: col.to, is_current };
        walls(app, pen, theme, shape.form, &cell.barriers, place);
        if is_current {
            cursor = Some(shape.form.letters(line, col.from));
        }
    }
    elsewhere(app, pen, theme, (row, line), cols);
    cursor
}

/// To which side the walls stand of a row that shows none.
fn elsewhere(app: &App, pen: &mut Pen<'_>, theme: Theme, (row, line): (usize, usize), cols: &[Col]) {
    let (Some(first), Some(last)) = (cols.first(), cols.last()) else { return };
    let cells = app.grid().cells(row);
    if cells.iter().any(|cell| (first.place..=last.place).contains(&cell.col)) {
        return;
    }
    if cells.iter().any(|cell| cell.col < first.place) {
        pen.text(line, first.from, pen.cols(), theme.glyphs.back, Style::new());
    }
    if cells.iter().any(|cell| cell.col > last.place) {
        pen.right(line, pen.cols(), theme.glyphs.arrow, Style::new());
    }
}

/// How many more rows there are above and below, in place of one of them.
fn more(app: &App, pen: &mut Pen<'_>, theme: Theme, shape: Shape) {
    let (top, _) = app.walls().corner();
    let all = app.grid().rows().len();
    let first = shape.first;
    if shape.page.rows >= all || shape.body <= 2 {
        return;
    }
    let below = all - (top + shape.body);
    let above = (top > 0).then_some((first, top + 1, "above"));
    let below = (below > 0).then_some((first + shape.body - 1, below + 1, "below"));
    for (row, count, place) in above.into_iter().chain(below) {
        pen.fill(row, 0, pen.cols(), " ", Style::reset());
        pen.text(row, 0, pen.cols(), &format!("{} {count} more {place}", theme.glyphs.ellipsis), theme.dim());
    }
}
