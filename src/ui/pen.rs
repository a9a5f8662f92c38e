//! Writing into the buffer: cut with a mark, never outside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::Theme;
use crate::text::{ellipsize, width};

/// Writes rows of text into one area.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    theme: Theme,
}

impl<'a> Pen<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect, theme: Theme) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, theme }
    }

    pub(super) fn cols(&self) -> usize {
        usize::from(self.area.width)
    }

    pub(super) fn rows(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Writes `text` on `row` from column `col`, cut with a mark at `end`; the column after it.
    pub(super) fn text(
        &mut self,
        row: usize,
        col: usize,
        end: usize,
        text: &str,
        style: impl Into<Style>,
    ) -> usize {
        let end = end.min(self.cols());
        if row >= self.rows() || col >= end {
            return col;
        }
        let cut = ellipsize(text, end - col, self.theme.glyphs.ellipsis);
        let (x, y) = (self.area.x + cells(col), self.area.y + cells(row));
        self.buffer.set_stringn(x, y, &cut, end - col, style);
        col + width(&cut)
    }

    /// Writes `text` so that it ends before column `end`; the column where it begins. Nothing where it does
    /// not fit whole: a number that is cut is another number.
    pub(super) fn right(&mut self, row: usize, end: usize, text: &str, style: impl Into<Style>) -> usize {
        let Some(col) = end.min(self.cols()).checked_sub(width(text)) else { return end };
        self.text(row, col, end, text, style);
        col
    }

    /// Fills columns `from..to` of `row` with a one-column glyph.
    pub(super) fn fill(&mut self, row: usize, from: usize, to: usize, glyph: &str, style: impl Into<Style>) {
        let style = style.into();
        for col in from..to {
            self.text(row, col, col + 1, glyph, style);
        }
    }

    /// Lays `style` over a whole row.
    pub(super) fn restyle(&mut self, row: usize, style: Style) {
        if row < self.rows() {
            let y = self.area.y + cells(row);
            self.buffer.set_style(Rect { y, height: 1, ..self.area }, style);
        }
    }

    /// Where the hardware cursor stands for column `col` of `row`.
    pub(super) fn position(&self, row: usize, col: usize) -> (u16, u16) {
        (
            self.area.x + cells(col.min(self.cols().saturating_sub(1))),
            self.area.y + cells(row.min(self.rows().saturating_sub(1))),
        )
    }
}

/// Columns or rows as the terminal counts them; what is further out than it can count is outside anyway.
pub(super) fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
