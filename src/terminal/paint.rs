//! Cells → bytes.
//!
//! Not ratatui's crossterm backend, for three reasons. It writes the sixteen colours as entries of the 256
//! (`38;5;1`), so that a terminal of sixteen shows others than its reader chose; with `NO_COLOR` it writes
//! resets in their place, and reverse video goes with them (crossterm#1069); and it can ask the terminal
//! where the cursor is, and wait. This one writes `31`, and asks nothing.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{self, Clear};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// Gathers a frame's bytes; nothing leaves before they are taken.
#[derive(Debug)]
pub(super) struct Painter {
    ink: Vec<u8>,
    size: Size,
}

impl Painter {
    pub(super) fn new(size: Size) -> Self {
        Self { ink: Vec::new(), size }
    }

    /// What was written since it was last taken.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.ink)
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
        let mut style = Style::PLAIN;
        let mut next = None;
        for (x, y, cell) in cells {
            if next != Some((x, y)) {
                queue!(self.ink, MoveTo(x, y))?;
            }
            // After a wide character ratatui goes on at the column behind its second half: moving there once
            // more does no harm, and is right also where the terminal drew it narrow.
            next = Some((x + 1, y));
            let of_cell = Style::of(cell);
            if of_cell != style {
                of_cell.write(&mut self.ink)?;
                style = of_cell;
            }
            self.ink.write_all(cell.symbol().as_bytes())?;
        }
        if style == Style::PLAIN { Ok(()) } else { Style::PLAIN.write(&mut self.ink) }
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.ink, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.ink, Show)
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

    /// One sequence, from nothing: bold and dim end only together, so that telling what changed takes more.
    fn write(self, ink: &mut Vec<u8>) -> io::Result<()> {
        ink.write_all(b"\x1b[0")?;
        for (modifier, code) in MODIFIERS {
            if self.modifier.contains(modifier) {
                write!(ink, ";{code}")?;
            }
        }
        if let Some(code) = code(self.text) {
            write!(ink, ";{code}")?;
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
        assert_eq!(painted(|buffer| buffer.set_string(1, 0, "ab", red)), "\x1b[1;2H\x1b[0;1;31mab\x1b[0m");
        let current = CellStyle::reset().add_modifier(Modifier::REVERSED);
        assert_eq!(painted(|buffer| buffer.set_string(0, 1, "a", current)), "\x1b[2;1H\x1b[0;7ma\x1b[0m");
    }

    #[test]
    fn plain_text_takes_no_sequence_but_the_move() {
        assert_eq!(painted(|buffer| buffer.set_string(0, 0, "abc", CellStyle::new())), "\x1b[1;1Habc");
    }

    #[test]
    fn after_a_wide_character_the_column_is_said() {
        let line = painted(|buffer| buffer.set_string(0, 0, "微a", CellStyle::new()));
        assert_eq!(line, "\x1b[1;1H微\x1b[1;3Ha");
    }

    #[test]
    fn the_cursor_is_never_asked_for() {
        let mut painter = Painter::new(Size::new(8, 2));
        assert!(painter.get_cursor_position().is_err());
        assert!(painter.take().is_empty());
    }
}
