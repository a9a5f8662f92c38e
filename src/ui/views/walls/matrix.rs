//! Rows, columns and the walls where they meet. Draws what is in sight.

use ratatui::style::Style;

use super::cell::{CellPlace, walls};
use super::layout::WallsLayout;
use crate::app::walls::GridLine;
use crate::app::{App, walls};
use crate::text::{ellipsize, width};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// A column of the grid, and the columns of the screen that it takes.
#[derive(Clone, Copy)]
struct GridColumn {
    place: usize,
    from: usize,
    to: usize,
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    layout: WallsLayout,
) -> Option<(u16, u16)> {
    let cols = cols(app, layout, surface.cols());
    headings(app, surface, theme, layout, &cols);
    sideways(app, surface, theme, layout, &cols);
    let mut cursor = None;
    for row in in_sight(app, layout) {
        let line = layout.first + layout.form.line_of(row - walls::state(app).corner().0);
        let at = row_of(app, surface, theme, layout, (row, line), &cols);
        cursor = cursor.or(at);
    }
    more(app, surface, theme, layout);
    cursor.map(|(row, col)| surface.position(row, col))
}

/// The row and the column of the grid at a row and a column of the pane.
pub(in crate::ui::views) fn cell_at(
    app: &App,
    layout: WallsLayout,
    end: usize,
    (row, col): (usize, usize),
) -> Option<(usize, usize)> {
    let (top, _) = walls::state(app).corner();
    let line = row.checked_sub(layout.first)?;
    let row = in_sight(app, layout).rfind(|row| layout.form.line_of(row - top) <= line)?;
    let col = cols(app, layout, end).into_iter().find(|shown| (shown.from..shown.to).contains(&col))?;
    (line < layout.body).then_some((row, col.place))
}

fn in_sight(app: &App, layout: WallsLayout) -> std::ops::Range<usize> {
    let (top, _) = walls::state(app).corner();
    top..(top + layout.page.rows).min(walls::grid(app).rows().len())
}

fn cols(app: &App, layout: WallsLayout, end: usize) -> Vec<GridColumn> {
    let (_, left) = walls::state(app).corner();
    let mut from = layout.gutter;
    let lines = walls::grid(app).cols().iter().enumerate().skip(left).take(walls::cols_in_sight(app, left));
    let cols = lines.map(|(place, line)| {
        let col = GridColumn { place, from, to: (from + walls::col_width(app, line, layout.page)).min(end) };
        from = col.to + layout.page.gap;
        col
    });
    cols.collect()
}

fn headings(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout, cols: &[GridColumn]) {
    let current = walls::cell(app).map(|cell| cell.col);
    for col in cols {
        if let Some(line) = walls::grid(app).cols().get(col.place) {
            let style = if current == Some(col.place) { theme.strong() } else { Style::new() };
            name(app, surface, theme, (layout.headings, col.from, col.to), line, style);
        }
    }
}

/// A name, cut before what says how many others share the line.
fn name(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, from, to): (usize, usize, usize),
    line: &GridLine,
    style: Style,
) {
    let (name, more) = walls::line_name(app, line);
    let room = to.saturating_sub(from + width(&more));
    let name = ellipsize(&name, room, theme.glyphs.ellipsis);
    surface.text(row, from, to, &format!("{name}{more}"), style);
}

/// How many more columns there are on either side; where there is a row for it, what the sides are as well.
fn sideways(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout, cols: &[GridColumn]) {
    let (_, left) = walls::state(app).corner();
    let hidden = walls::grid(app).cols().len().saturating_sub(left + cols.len());
    let before = (left > 0).then(|| format!("{} {left}", theme.glyphs.back));
    let after = (hidden > 0).then(|| format!("{hidden} {}", theme.glyphs.arrow));
    let row = layout.headings;
    if !layout.axes {
        let both = match (before, after) {
            // With arrows there is no room for both sides.
            (Some(_), Some(_)) => format!("{}{left} {hidden}{}", theme.glyphs.earlier, theme.glyphs.later),
            (before, after) => before.or(after).unwrap_or_default(),
        };
        surface.text(row, 0, layout.gutter - 1, &both, Style::new());
        return;
    }
    let fits = |said: &&&str| width(said) < layout.gutter;
    let said = theme.say.views.keeps_the_wall.iter().find(fits).copied().unwrap_or_default();
    surface.text(row, 0, layout.gutter - 1, said, Style::new());
    let after = after.map(|_| format!("{hidden} more {}", theme.glyphs.arrow));
    let end = surface.right(row - 1, surface.cols(), &after.unwrap_or_default(), Style::new());
    let said = match left {
        0 => theme.say.views.is_kept_out.to_owned(),
        left => {
            let more = (theme.say.counts.more)(left);
            format!("{} {more}   {}", theme.glyphs.back, theme.say.views.is_kept_out)
        }
    };
    surface.text(row - 1, layout.gutter, end.saturating_sub(2), &said, Style::new());
}

/// Draws a row of the grid from row `line` of the screen on; where the current cell begins, if it is here.
fn row_of(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    layout: WallsLayout,
    (row, line): (usize, usize),
    cols: &[GridColumn],
) -> Option<(usize, usize)> {
    let current = walls::cell(app);
    let is_current = current.is_some_and(|cell| cell.row == row);
    let style = if is_current { theme.strong() } else { Style::new() };
    let holders = walls::grid(app).rows().get(row)?;
    name(app, surface, theme, (line, 0, layout.gutter - 1), holders, style);
    let mut cursor = None;
    for col in cols {
        let Some(cell) = walls::grid(app).cell(row, col.place) else { continue };
        let is_current = current == Some(cell);
        let place = CellPlace { line, from: col.from, to: col.to, is_current };
        walls(app, surface, theme, layout.form, &cell.barriers, place);
        if is_current {
            cursor = Some(layout.form.letters(line, col.from));
        }
    }
    elsewhere(app, surface, theme, (row, line), cols);
    cursor
}

/// To which side the walls stand of a row that shows none.
fn elsewhere(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, line): (usize, usize),
    cols: &[GridColumn],
) {
    let (Some(first), Some(last)) = (cols.first(), cols.last()) else { return };
    let cells = walls::grid(app).cells(row);
    if cells.iter().any(|cell| (first.place..=last.place).contains(&cell.col)) {
        return;
    }
    if cells.iter().any(|cell| cell.col < first.place) {
        surface.text(line, first.from, surface.cols(), theme.glyphs.back, Style::new());
    }
    if cells.iter().any(|cell| cell.col > last.place) {
        surface.right(line, surface.cols(), theme.glyphs.arrow, Style::new());
    }
}

/// How many more rows there are above and below, in place of one of them.
fn more(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) {
    let (top, _) = walls::state(app).corner();
    let all = walls::grid(app).rows().len();
    let first = layout.first;
    if layout.page.rows >= all || layout.body <= 2 {
        return;
    }
    let below = all - (top + layout.body);
    let say = &theme.say.counts;
    let above = (top > 0).then_some((first, (say.more_above)(top + 1)));
    let below = (below > 0).then_some((first + layout.body - 1, (say.more_below)(below + 1)));
    for (row, more) in above.into_iter().chain(below) {
        surface.fill(row, 0, surface.cols(), " ", Style::reset());
        surface.text(row, 0, surface.cols(), &format!("{} {more}", theme.glyphs.ellipsis), theme.dim());
    }
}
