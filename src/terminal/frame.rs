//! State → what the terminal is sent: one write and one synchronized update a frame.

use std::cell::RefCell;
use std::io::{self, Write};
use std::mem;
use std::rc::Rc;

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::tty::Tty;
use crate::app::App;
use crate::ui::{self, Theme};

/// What is on screen, and what is not yet.
///
/// Invariant: the terminal gets a frame whole or not at all. It is gathered in `ink` and sent in one piece once
/// it is complete; an error or a panic while drawing leaves nothing half-sent, no update begun and not ended.
pub(super) struct Screen {
    tty: Tty,
    ink: Ink,
    cells: Cells,
    size: Size,
    theme: Theme,
    whole: bool,
}

type Cells = Terminal<CrosstermBackend<Ink>>;

impl Screen {
    /// A screen of which nothing is drawn yet.
    pub(super) fn new(tty: Tty, theme: Theme) -> io::Result<Self> {
        let ink = Ink::default();
        let size = tty.size();
        Ok(Self { cells: blank(&ink, size)?, ink, tty, size, theme, whole: true })
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) {
        self.whole = true;
    }

    /// Draws `app` as it is, at the size the terminal has now. A resize event's own numbers are never used:
    /// in a storm of them only the last is true.
    pub(super) fn draw(&mut self, app: &mut App) -> io::Result<()> {
        let size = self.tty.size();
        let whole = mem::take(&mut self.whole) || size != self.size;
        if whole {
            self.size = size;
            self.cells = blank(&self.ink, size)?;
        }
        let theme = self.theme;
        app.fit(ui::pages(app, size, theme));
        self.ink.drain();
        queue!(self.ink, BeginSynchronizedUpdate)?;
        if whole {
            queue!(self.ink, Clear(ClearType::All))?;
        }
        self.cells.draw(|frame| {
            super::panic_switch("draw");
            ui::draw(app, frame, theme);
        })?;
        queue!(self.ink, EndSynchronizedUpdate)?;
        self.tty.send(&self.ink.drain())
    }
}

/// Cells that are all empty, as a cleared screen's are.
///
/// A fresh `Terminal` instead of `Terminal::clear`, which asks where the cursor is and waits two seconds for an
/// answer. The viewport is fixed, so that ratatui does not look for the size by itself either.
fn blank(ink: &Ink, size: Size) -> io::Result<Cells> {
    let viewport = Viewport::Fixed(Rect::from(size));
    Terminal::with_options(CrosstermBackend::new(ink.clone()), TerminalOptions { viewport })
}

/// Bytes on their way to the terminal.
///
/// Flushing does nothing: the backend flushes after each cursor movement, and every flush would be a write of
/// its own in the middle of a frame.
#[derive(Clone, Debug, Default)]
struct Ink(Rc<RefCell<Vec<u8>>>);

impl Ink {
    fn drain(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for Ink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
