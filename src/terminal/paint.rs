//! Cells → bytes, as few as will do: over a slow connection a frame is as quick as it is short.
//!
//! Not ratatui's crossterm backend, for three reasons. It writes the sixteen colours as entries of the 256
//! (`38;5;1`), so that a terminal of sixteen shows others than its reader chose; with `NO_COLOR` it writes
//! resets in their place, and reverse video goes with them (crossterm#1069); and it can ask the terminal
//! where the cursor is, and wait. This one writes `31`, and asks nothing.
//!
//! It also knows what stands on the screen. A gap of a few cells between two that changed is written over as it is
//! where that is shorter than a move, and the rest of a row that becomes blank is erased.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::cursor::{Hide, MoveRight, MoveTo, MoveToColumn, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{self, Clear};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use crate::text;

/// Gathers a frame's bytes; nothing leaves before they are taken.
#[derive(Debug)]
pub(super) struct Painter {
    ink: Vec<u8>,
    size: Size,
    /// What stands on the screen, row by row; the cell behind a wide character has no meaning.
    cells: Vec<Cell>,
    /// Whether the cursor is shown, once that was said.
    cursor: Option<bool>,
}

impl Painter {
    /// A painter of a screen that is blank.
    pub(super) fn new(size: Size) -> Self {
        let cells = vec![Cell::EMPTY; usize::from(size.width) * usize::from(size.height)];
        Self { ink: Vec::new(), size, cells, cursor: None }
    }

    /// What was written since it was last taken.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.ink)
    }

    /// Says whether the cursor is shown, where that is not known.
    fn show(&mut self, is_shown: bool) -> io::Result<()> {
        if self.cursor.replace(is_shown) == Some(is_shown) {
            return Ok(());
        }
        if is_shown { queue!(self.ink, Show) } else { queue!(self.ink, Hide) }
    }

    /// Writes those cells of row `y` that changed, which are at `changed`, in order.
    fn row(&mut self, y: u16, changed: &[u16], pen: &mut Pen) -> io::Result<()> {
        let Self { ink, size, cells, .. } = self;
        let from = usize::from(y) * usize::from(size.width);
        let Some(row) = cells.get(from..from + usize::from(size.width)) else { return Ok(()) };
        for (nth, x) in changed.iter().enumerate() {
            let (place, rest) = (usize::from(*x), changed.len() - nth);
            pen.go((*x, y), row, ink)?;
            if rest >= WORTH_ERASING && row[place..].iter().all(is_blank) {
                pen.dip(Style::PLAIN, ink)?;
                return queue!(ink, Clear(terminal::ClearType::UntilNewLine));
            }
            pen.write(&row[place], ink)?;
        }
        Ok(())
    }
}

/// Fewer blanks than the sequence that erases to the end of a row is long are written as they are.
const WORTH_ERASING: usize = 4;

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Style::of(cell) == Style::PLAIN
}

fn is_wide(cell: &Cell) -> bool {
    text::width(cell.symbol()) > 1
}

/// Where the terminal writes next, and how.
#[derive(Debug)]
struct Pen {
    style: Style,
    /// The column behind what was last written, and its row; `None` before anything was.
    at: Option<(u16, u16)>,
    /// Whether a wide character was last written. A terminal may have drawn it narrow, so that the column is said anew
    /// before anything but another one.
    is_behind_wide: bool,
}

impl Pen {
    /// Goes on at a cell, of whose row all cells are given.
    fn go(&mut self, (x, y): (u16, u16), row: &[Cell], ink: &mut Vec<u8>) -> io::Result<()> {
        /// A sequence that moves on is at least as long.
        const GAP: u16 = 4;
        match self.at {
            Some((at, row_at)) if row_at == y => {
                let gap = row.get(usize::from(at)..usize::from(x)).unwrap_or_default();
                if self.is_behind_wide && !(gap.is_empty() && is_wide(&row[usize::from(x)])) {
                    queue!(ink, MoveToColumn(x))?;
                } else if x - at <= GAP
                    && gap.iter().all(|cell| Style::of(cell) == self.style && !is_wide(cell))
                {
                    gap.iter().try_for_each(|cell| ink.write_all(cell.symbol().as_bytes()))?;
                } else {
                    queue!(ink, MoveRight(x - at))?;
                }
            }
            _ => queue!(ink, MoveTo(x, y))?,
        }
        self.at = Some((x, y));
        self.is_behind_wide = false;
        Ok(())
    }

    fn write(&mut self, cell: &Cell, ink: &mut Vec<u8>) -> io::Result<()> {
        self.dip(Style::of(cell), ink)?;
        ink.write_all(cell.symbol().as_bytes())?;
        self.is_behind_wide = is_wide(cell);
        self.at = self.at.map(|(x, y)| (x + if self.is_behind_wide { 2 } else { 1 }, y));
        Ok(())
    }

    fn dip(&mut self, style: Style, ink: &mut Vec<u8>) -> io::Result<()> {
        if style == self.style {
            return Ok(());
        }
        style.write(self.style == Style::PLAIN, ink)?;
        self.style = style;
        Ok(())
    }
}

impl Write for Painter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.ink.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Backend for Painter {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut changed: Vec<(u16, u16)> = Vec::new();
        for (x, y, cell) in cells {
            let place = usize::from(y) * usize::from(self.size.width) + usize::from(x);
            if let Some(known) = self.cells.get_mut(place) {
                known.clone_from(cell);
                changed.push((y, x));
            }
        }
        let mut pen = Pen { style: Style::PLAIN, at: None, is_behind_wide: false };
        let mut columns = Vec::new();
        for of_row in changed.chunk_by(|one, other| one.0 == other.0) {
            columns.clear();
            columns.extend(of_row.iter().map(|(_, x)| *x));
            self.row(of_row[0].0, &columns, &mut pen)?;
        }
        pen.dip(Style::PLAIN, &mut self.ink)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "the terminal is asked nothing"))
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        queue!(self.ink, MoveTo(x, y))
    }

    fn clear(&mut self) -> io::Result<()> {
        queue!(self.ink, Clear(terminal::ClearType::All))
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        match region {
            ClearType::All => self.clear(),
            // Only inline viewports clear parts.
            _ => Err(io::Error::new(io::ErrorKind::Unsupported, "only the whole screen is cleared")),
        }
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What of a cell's style the themes use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Style {
    text: Color,
    modifier: Modifier,
}

/// Codes of the modifiers (ECMA-48, 8.3.117).
const MODIFIERS: [(Modifier, u8); 4] =
    [(Modifier::BOLD, 1), (Modifier::DIM, 2), (Modifier::UNDERLINED, 4), (Modifier::REVERSED, 7)];

impl Style {
    const PLAIN: Self = Self { text: Color::Reset, modifier: Modifier::empty() };

    fn of(cell: &Cell) -> Self {
        Self { text: cell.fg, modifier: cell.modifier }
    }

    /// One sequence, from nothing: bold and dim end only together, so that telling what changed takes more. What is
    /// plain already needs no reset before it.
    fn write(self, from_plain: bool, ink: &mut Vec<u8>) -> io::Result<()> {
        let codes = MODIFIERS.iter().filter(|(modifier, _)| self.modifier.contains(*modifier));
        let codes = codes.map(|(_, code)| *code).chain(code(self.text));
        ink.write_all(b"\x1b[")?;
        if !from_plain && self != Self::PLAIN {
            ink.write_all(b"0;")?;
        }
        for (nth, code) in codes.enumerate() {
            write!(ink, "{}{code}", if nth > 0 { ";" } else { "" })?;
        }
        ink.write_all(b"m")
    }
}

/// One of the terminal's own sixteen colours as text colour; themes use no others, and never the background.
const fn code(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style as CellStyle;

    use super::*;

    fn painted(paint: impl FnOnce(&mut Buffer)) -> String {
        let blank = Buffer::empty(Rect::new(0, 0, 8, 2));
        let mut buffer = blank.clone();
        paint(&mut buffer);
        let mut painter = Painter::new(Size::new(8, 2));
        painter.draw(blank.diff(&buffer).into_iter()).expect("memory takes every byte");
        String::from_utf8(painter.take()).expect("text")
    }

    #[test]
    fn the_terminals_own_colours_are_named_as_such() {
        let red = CellStyle::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        assert_eq!(painted(|buffer| buffer.set_string(1, 0, "ab", red)), "\x1b[1;2H\x1b[1;31mab\x1b[m");
        let current = CellStyle::reset().add_modifier(Modifier::REVERSED);
        assert_eq!(painted(|buffer| buffer.set_string(0, 1, "a", current)), "\x1b[2;1H\x1b[7ma\x1b[m");
    }

    #[test]
    fn plain_text_takes_no_sequence_but_the_move() {
        assert_eq!(painted(|buffer| buffer.set_string(0, 0, "abc", CellStyle::new())), "\x1b[1;1Habc");
    }

    #[test]
    fn behind_wide_characters_the_column_is_said() {
        let line = painted(|buffer| buffer.set_string(0, 0, "微信a", CellStyle::new()));
        assert_eq!(line, "\x1b[1;1H微信\x1b[5Ga");
    }

    #[test]
    fn a_small_gap_is_written_over_and_a_large_one_is_leapt() {
        let two = |x: u16| {
            painted(|buffer| {
                buffer.set_string(0, 0, "a", CellStyle::new());
                buffer.set_string(x, 0, "b", CellStyle::new());
            })
        };
        assert_eq!(two(3), "\x1b[1;1Ha  b");
        assert_eq!(two(7), "\x1b[1;1Ha\x1b[6Cb");
    }

    /// A screen of words in some styles, Chinese ones among them.
    fn screens() -> impl Strategy<Value = Vec<Buffer>> {
        let styles = [
            CellStyle::new(),
            CellStyle::new().fg(Color::Red),
            CellStyle::new().add_modifier(Modifier::BOLD | Modifier::DIM),
            CellStyle::new().add_modifier(Modifier::REVERSED),
        ];
        let word = prop::sample::select(&["a", "ab", "微", "微信a", "   ", "wall", "·─", ""][..]);
        let put = (0..20u16, 0..4u16, word, prop::sample::select(styles.to_vec()));
        let screen = prop::collection::vec(put, 0..24).prop_map(|puts| {
            let mut buffer = Buffer::empty(AREA);
            for (x, y, word, style) in puts {
                buffer.set_string(x, y, word, style);
            }
            buffer
        });
        prop::collection::vec(screen, 1..5)
    }

    const AREA: Rect = Rect::new(0, 0, 20, 4);

    /// Every cell as a reader sees it: one that was never written is blank.
    fn seen(terminal: &vt100::Parser) -> Vec<String> {
        let cell = |(y, x): (u16, u16)| {
            let cell = terminal.screen().cell(y, x).expect("a cell of the screen");
            let text = if cell.contents().is_empty() { " " } else { cell.contents() };
            // Of a blank nothing is seen but whether it is reversed.
            let style = (text != " ").then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
            format!("{y},{x} `{text}` {} {} {style:?}", cell.is_wide(), cell.inverse())
        };
        (0..AREA.height).flat_map(|y| (0..AREA.width).map(move |x| (y, x))).map(cell).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_a_terminal_shows_is_what_was_drawn(screens in screens()) {
            let mut painter = Painter::new(AREA.as_size());
            let mut terminal = vt100::Parser::new(AREA.height, AREA.width, 0);
            let mut before = Buffer::empty(AREA);
            let mut halves = HashSet::new();
            for screen in screens {
                painter.draw(before.diff(&screen).into_iter()).expect("memory takes every byte");
                terminal.process(&painter.take());
                let fresh = {
                    let mut fresh = vt100::Parser::new(AREA.height, AREA.width, 0);
                    let mut painter = Painter::new(AREA.as_size());
                    // One cell at a time needs no cunning.
                    for (x, y, cell) in Buffer::empty(AREA).diff(&screen) {
                        painter.draw(std::iter::once((x, y, cell))).expect("memory takes every byte");
                        fresh.process(&painter.take());
                    }
                    fresh
                };
                // What a terminal leaves of a wide character half of which is written over, ratatui does not say.
                let wide = before.content.iter().enumerate().filter(|(_, cell)| is_wide(cell));
                halves.extend(wide.map(|(place, _)| place + 1));
                let whole = |seen: Vec<String>| -> Vec<String> {
                    seen.into_iter().enumerate().filter(|(place, _)| !halves.contains(place)).map(|(_, cell)| cell).collect()
                };
                prop_assert_eq!(whole(seen(&terminal)), whole(seen(&fresh)));
                before = screen;
            }
        }
    }

    #[test]
    fn the_cursor_is_never_asked_for() {
        let mut painter = Painter::new(Size::new(8, 2));
        assert!(painter.get_cursor_position().is_err());
        assert!(painter.take().is_empty());
    }
}
