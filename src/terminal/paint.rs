//! Cells → bytes, as few as will do: over a slow connection a frame is as quick as it is short.
//!
//! Not ratatui's crossterm backend, for three reasons. It writes the sixteen colours as entries of the 256
//! (`38;5;1`), so that a terminal of sixteen shows others than its reader chose; with `NO_COLOR` it writes
//! resets in their place, and reverse video goes with them (crossterm#1069); and it can ask the terminal
//! where the cursor is, and wait. This one writes `31`, and waits for nothing.
//!
//! Nor ratatui's difference of two frames, which measures each character again, and other than they were laid out. This
//! one is told by the frame itself which cells belong together ([`COVERED`]), and knows all that stands on the screen: of
//! each cell what was written there last. A gap of a few cells between two that changed is written over as it is where
//! that is shorter than a move, and the rest of a row that becomes blank is erased.
//!
//! What a terminal may draw wider or narrower than it was laid out ([`is_sure`]) leaves nothing behind: its cells are
//! blanked before, the column is said anew after it, and what stands next to it is written again.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::cursor::{Hide, MoveRight, MoveTo, MoveToColumn, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{Clear, ClearType};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use crate::text::is_sure;
use crate::ui::COVERED;

/// Gathers a frame's bytes; nothing leaves before they are taken.
#[derive(Debug)]
pub(super) struct Painter {
    ink: Vec<u8>,
    /// What stands on the screen, row by row.
    stands: Vec<Cell>,
    cols: usize,
    /// Whether the cursor is shown, once that was said.
    cursor: Option<bool>,
}

impl Painter {
    /// A painter of a screen that is blank.
    pub(super) fn new(size: Size) -> Self {
        let (cols, rows) = (usize::from(size.width), usize::from(size.height));
        Self { ink: Vec::new(), stands: vec![Cell::EMPTY; cols * rows], cols, cursor: None }
    }

    /// What was written since it was last taken.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.ink)
    }

    /// Turns what stands on the screen into `frame`, which is as large.
    pub(super) fn paint(&mut self, frame: &Buffer) -> io::Result<()> {
        let Self { ink, stands, cols, .. } = self;
        let mut cursor = TerminalCursor { style: Style::PLAIN, at: None, behind: Behind::Sure };
        let rows = stands.chunks_mut((*cols).max(1)).zip(frame.content.chunks((*cols).max(1)));
        for (y, (before, row)) in (0..).zip(rows) {
            if before != row {
                cursor.row(y, before, row, ink)?;
                before.clone_from_slice(row);
            }
        }
        cursor.set_style(Style::PLAIN, ink)
    }

    /// Shows the cursor at a cell, or hides it.
    pub(super) fn point(&mut self, at: Option<Position>) -> io::Result<()> {
        let is_known = self.cursor.replace(at.is_some()) == Some(at.is_some());
        match at {
            None if is_known => Ok(()),
            None => queue!(self.ink, Hide),
            Some(Position { x, y }) if is_known => queue!(self.ink, MoveTo(x, y)),
            Some(Position { x, y }) => queue!(self.ink, Show, MoveTo(x, y)),
        }
    }
}

/// Fewer blanks than the sequence that erases to the end of a row is long are written as they are.
const WORTH_ERASING: usize = 4;

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Style::of(cell) == Style::PLAIN
}

/// How many cells the character at a place of a row takes.
fn extent(row: &[Cell], at: usize) -> usize {
    let covered = row.iter().skip(at + 1).take_while(|cell| cell.symbol() == COVERED);
    1 + covered.count()
}

/// Whether it is certain that a terminal has taken just this cell for it.
fn is_single(row: &[Cell], at: usize) -> bool {
    extent(row, at) == 1 && row.get(at).is_some_and(|cell| is_sure(cell.symbol(), 1))
}

/// What was last written may have taken another room on the terminal than here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    /// No.
    Sure,
    /// Wide characters, which a terminal without any draws narrow: the column is said before anything but another one.
    Wide,
    /// Nobody knows: the column is said, and the next character written again.
    Unsure,
}

/// Where the terminal writes next, and how.
#[derive(Debug)]
struct TerminalCursor {
    style: Style,
    /// The column behind what was last written, and its row; `None` before anything was.
    at: Option<(usize, u16)>,
    behind: Behind,
}

impl TerminalCursor {
    /// Writes row `y`, on which `before` stands.
    fn row(&mut self, y: u16, before: &[Cell], row: &[Cell], ink: &mut Vec<u8>) -> io::Result<()> {
        let blank_from = row.iter().rposition(|cell| !is_blank(cell)).map_or(0, |last| last + 1);
        let (mut x, mut is_next) = (0, false);
        while x < row.len() {
            let behind = x + extent(row, x);
            if is_next || before[x..behind] != row[x..behind] {
                self.go((x, y), behind - x, row, ink)?;
                let is_left = |place: &usize| before[*place] != row[*place];
                if x >= blank_from && (x..row.len()).filter(is_left).count() >= WORTH_ERASING {
                    self.set_style(Style::PLAIN, ink)?;
                    return queue!(ink, Clear(ClearType::UntilNewLine));
                }
                self.write(&before[x..behind], &row[x..behind], ink)?;
                is_next = self.behind == Behind::Unsure;
            }
            x = behind;
        }
        Ok(())
    }

    /// Goes on at a cell of `row`, where something of so many columns is to be written.
    fn go(&mut self, (x, y): (usize, u16), cols: usize, row: &[Cell], ink: &mut Vec<u8>) -> io::Result<()> {
        /// A sequence that moves on is at least as long.
        const GAP: usize = 4;
        match self.at {
            Some((at, row_at)) if row_at == y => {
                let is_as_it_was = |place| Style::of(&row[place]) == self.style && is_single(row, place);
                if self.behind == Behind::Unsure || (self.behind == Behind::Wide && (x > at || cols < 2)) {
                    queue!(ink, MoveToColumn(cells(x)))?;
                } else if x - at <= GAP && (at..x).all(is_as_it_was) {
                    row[at..x].iter().try_for_each(|cell| ink.write_all(cell.symbol().as_bytes()))?;
                } else {
                    queue!(ink, MoveRight(cells(x - at)))?;
                }
            }
            _ => queue!(ink, MoveTo(cells(x), y))?,
        }
        self.at = Some((x, y));
        self.behind = Behind::Sure;
        Ok(())
    }

    /// Writes the character whose cells these are, over what stood there.
    fn write(&mut self, before: &[Cell], own: &[Cell], ink: &mut Vec<u8>) -> io::Result<()> {
        let [first, ..] = own else { return Ok(()) };
        let style = Style::of(first);
        self.set_style(style, ink)?;
        let is_sure = is_sure(first.symbol(), own.len());
        let column = self.at.map_or(0, |(x, _)| x);
        if !is_sure && before.iter().any(|cell| cell.symbol() != " " || Style::of(cell) != style) {
            own.iter().try_for_each(|_| ink.write_all(b" "))?;
            queue!(ink, MoveToColumn(cells(column)))?;
        }
        ink.write_all(if first.symbol() == COVERED { b" " } else { first.symbol().as_bytes() })?;
        self.behind = match own.len() {
            _ if !is_sure => Behind::Unsure,
            1 => Behind::Sure,
            _ => Behind::Wide,
        };
        self.at = self.at.map(|(x, y)| (x + own.len(), y));
        Ok(())
    }

    fn set_style(&mut self, style: Style, ink: &mut Vec<u8>) -> io::Result<()> {
        if style == self.style {
            return Ok(());
        }
        style.write(self.style == Style::PLAIN, ink)?;
        self.style = style;
        Ok(())
    }
}

/// Columns as the terminal counts them.
fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

impl Write for Painter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.ink.write(bytes)
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
mod tests;
