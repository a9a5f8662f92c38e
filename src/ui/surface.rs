//! Writing into the buffer: cut with a mark, never outside.

use std::ops::Range;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::Prompt;
use crate::text::{self, Drawn, ellipsize, find_folded, is_plain, line_pieces, width};
use crate::ui::theme::Theme;

/// What a cell holds that belongs to the character before it.
///
/// So a frame says by itself how wide everything in it is, and who sends it to the terminal need not measure again.
pub(crate) const COVERED: &str = "";

/// Where the hardware cursor stands, if it is there.
pub(super) type Cursor = Option<(u16, u16)>;

/// A text of several styles.
pub(super) type StyledText = Vec<(String, Style)>;

/// One area of the screen, written to in rows of text.
pub(super) struct Surface<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    theme: Theme,
}

impl<'a> Surface<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect, theme: Theme) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, theme }
    }

    /// Of one pane of a frame.
    pub(super) fn on(frame: &'a mut Frame<'_>, area: Rect, theme: Theme) -> Self {
        Self::new(frame.buffer_mut(), area, theme)
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
        let behind = self.put((x, y), &cut, style.into());
        usize::from(behind - self.area.x)
    }

    /// Writes what has room; the column behind it.
    fn put(&mut self, (x, y): (u16, u16), text: &str, style: Style) -> u16 {
        self.part(x, y);
        self.part(x.saturating_add(cells(width(text))), y);
        // To take text apart into clusters takes long, and most is without: each byte a column. The last of these may
        // begin one.
        let plain = text.bytes().position(|byte| !is_plain(byte));
        let plain = plain.map_or(text.len(), |end| end.saturating_sub(1));
        let (plain, rest) = text.split_at(plain);
        let mut at = x;
        for byte in plain.bytes() {
            self.buffer[(at, y)].set_char(char::from(byte)).set_style(style);
            at += 1;
        }
        for Drawn { symbol, cols } in text::cells(rest) {
            let behind = at.saturating_add(cells(cols));
            if behind > self.area.right() {
                break;
            }
            self.buffer[(at, y)].set_symbol(&symbol).set_style(style);
            for covered in at + 1..behind {
                self.buffer[(covered, y)].set_symbol(COVERED).set_style(style);
            }
            at = behind;
        }
        at
    }

    /// Blanks a character that stands on both sides of column `x`, before one of its sides is written over: half of it
    /// is none.
    fn part(&mut self, x: u16, y: u16) {
        let area = self.buffer.area;
        let is_covered = |buffer: &Buffer, x: u16| x < area.right() && buffer[(x, y)].symbol() == COVERED;
        if !is_covered(self.buffer, x) {
            return;
        }
        let mut begin = x;
        while begin > area.x && is_covered(self.buffer, begin) {
            begin -= 1;
        }
        let mut end = x;
        while is_covered(self.buffer, end) {
            end += 1;
        }
        for x in begin..end {
            self.buffer[(x, y)].set_symbol(" ");
        }
    }

    /// Writes a line of several styles on `row` from column `col`; each part that has no room is cut with a mark.
    pub(super) fn line(&mut self, row: usize, col: usize, line: &Line<'_>) -> usize {
        let end = self.cols();
        line.spans
            .iter()
            .fold(col, |col, span| self.text(row, col, end, &span.content, line.style.patch(span.style)))
    }

    /// Lays `style` over every place of `text`, written from column `col` and cut at `end`, where one of `words`
    /// stands.
    pub(super) fn mark(
        &mut self,
        row: usize,
        (col, end): (usize, usize),
        text: &str,
        words: &[&str],
        style: Style,
    ) {
        let end = end.min(self.cols());
        if row >= self.rows() || col >= end {
            return;
        }
        let room = end - col;
        let seen =
            if width(text) > room { room.saturating_sub(width(self.theme.glyphs.ellipsis)) } else { room };
        for range in words.iter().flat_map(|word| find_folded(text, word)) {
            let cols = |to: usize| text.get(..to).map_or(0, width);
            let (from, to) = (cols(range.start).min(seen), cols(range.end).min(seen));
            self.style(row, (col + from, col + to), style);
        }
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
        let (style, y) = (style.into(), self.area.y + cells(row));
        let to = to.min(self.cols());
        if row >= self.rows() || from >= to {
            return;
        }
        let [from, to] = [from, to].map(|col| self.area.x + cells(col));
        self.part(from, y);
        self.part(to, y);
        for x in from..to {
            self.buffer[(x, y)].set_symbol(glyph).set_style(style);
        }
    }

    /// Says on the first and last row how much more of a list of `all` rows, drawn from `top` on, there is above
    /// and below. `count` says how many of a range of rows are worth counting: headings and blanks are not.
    pub(super) fn more(
        &mut self,
        theme: Theme,
        all: usize,
        top: usize,
        count: impl Fn(Range<usize>) -> usize,
    ) {
        let height = self.rows();
        if height <= 2 {
            return;
        }
        // The row that says it is given up for it, and counted.
        let say = &theme.say.counts;
        let above = (top > 0).then_some((0, 0..top + 1, say.more_above));
        let below = (top + height < all).then_some((height - 1, top + height - 1..all, say.more_below));
        for (row, hidden, more) in above.into_iter().chain(below) {
            self.fill(row, 0, self.cols(), " ", Style::reset());
            let text = format!("{} {}", theme.glyphs.ellipsis, more(count(hidden)));
            self.text(row, 2, self.cols(), &text, theme.dim());
        }
    }

    /// Writes a prompt from column `col` on, scrolled so that its cursor is in sight; where the cursor stands.
    pub(super) fn prompt(&mut self, row: usize, col: usize, prompt: &Prompt, theme: Theme) -> (u16, u16) {
        let mark = theme.glyphs.ellipsis;
        let room = self.cols().saturating_sub(col + 1);
        let (mut text, mut cursor, mut col) = (prompt.text(), prompt.cursor(), col);
        if cursor > room {
            col = self.text(row, col, self.cols(), mark, theme.dim());
            while cursor + width(mark) > room && !text.is_empty() {
                let cluster = line_pieces(text, 1).next().unwrap_or_default();
                text = text.strip_prefix(cluster).unwrap_or_default();
                cursor = cursor.saturating_sub(width(cluster));
            }
        }
        self.text(row, col, self.cols(), text, theme.strong());
        self.position(row, col + cursor)
    }

    /// Lays `style` over columns `from..to` of `row`.
    pub(super) fn style(&mut self, row: usize, (from, to): (usize, usize), style: Style) {
        let (x, y) = (self.area.x + cells(from), self.area.y + cells(row));
        let area = Rect { x, y, width: cells(to.saturating_sub(from)), height: 1 };
        self.buffer.set_style(area.intersection(self.area), style);
    }

    /// Empties the whole area.
    pub(super) fn clear(&mut self) {
        for row in 0..self.rows() {
            self.fill(row, 0, self.cols(), " ", Style::reset());
        }
    }

    /// The rows below the first `rows`.
    pub(super) fn under(&mut self, rows: u16) -> Surface<'_> {
        let rows = rows.min(self.area.height);
        let area = Rect { y: self.area.y + rows, height: self.area.height - rows, ..self.area };
        Surface { buffer: self.buffer, area, theme: self.theme }
    }

    /// The columns from `col` on.
    pub(super) fn behind(&mut self, col: usize) -> Surface<'_> {
        let cols = cells(col).min(self.area.width);
        let area = Rect { x: self.area.x + cols, width: self.area.width - cols, ..self.area };
        Surface { buffer: self.buffer, area, theme: self.theme }
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
