//! Other walls near this one, in as many columns as have room.

use std::ops::Range;

use ratatui::style::Style;

use super::room::Room;
use crate::app::{App, walls};
use crate::dataset::{BarrierId, last_day, said_outcome};
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Columns between two walls side by side, and from where on there are two.
const GAP: usize = 2;
const TWO_FROM: usize = 110;
/// No name has more columns of its own.
const NAME_MOST: usize = 27;
/// Of more walls than this the names are not measured.
const MANY: usize = 60;

/// Where other walls stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct OtherColumns {
    /// How many stand side by side.
    pub(super) count: usize,
    indent: usize,
    width: usize,
    name: usize,
}

impl OtherColumns {
    pub(super) fn new(app: &App, walls: &[BarrierId], room: Room) -> Self {
        let cols = room.cols.saturating_sub(room.indent);
        let count = if cols >= TWO_FROM { 2 } else { 1 };
        let names = walls.iter().take(MANY).map(|id| width(&walls::barrier_name(app, *id)));
        let name = names.max().unwrap_or_default().min(NAME_MOST);
        Self { count, indent: room.indent, width: cols / count, name }
    }

    /// The columns of one of those side by side.
    pub(super) fn cols(self, side: usize) -> Range<usize> {
        let from = self.indent + side * self.width;
        let gap = if side + 1 < self.count { GAP } else { 0 };
        from..from + self.width.saturating_sub(gap)
    }
}

/// Draws one wall on a row, on one of its sides: its mark, its name, what became of it.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (row, columns, side): (usize, OtherColumns, usize),
    id: BarrierId,
) {
    let (dataset, cols) = (app.dataset(), columns.cols(side));
    let (glyph, hue) = theme.mark(dataset.history(id).on(last_day(dataset)));
    surface.text(row, cols.start, cols.end, &glyph, hue);
    let name = walls::barrier_name(app, id);
    let (from, said) = (cols.start + 2, said_outcome(id, dataset, theme.say));
    // The outcome is never cut: the name gives way to the shortest of it.
    let shortest = width(&said.row(0, theme.glyphs.dot));
    let end = cols.end.saturating_sub(shortest + 1);
    let col = surface.text(row, from, end, &name, Style::new());
    let col = (from + columns.name).min(end).max(col) + 1;
    let outcome = said.row(cols.end.saturating_sub(col), theme.glyphs.dot);
    surface.text(row, col, cols.end, &outcome, Style::new());
}
