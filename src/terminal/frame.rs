//! State → what the terminal is sent: one write and one synchronized update a frame.

use std::io;
use std::mem;

use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::paint::Painter;
use super::show::Show;
use super::tty::Tty;
use crate::app::mouse::Target;
use crate::ui::Theme;

/// What is on screen, and what is not yet.
///
/// Invariant: the terminal gets a frame whole or not at all. It is gathered and sent in one piece once it is
/// complete; an error or a panic while drawing leaves nothing half-sent, no update begun and not ended.
pub(super) struct Screen {
    tty: Tty,
    cells: Cells,
    size: Size,
    theme: Theme,
    whole: bool,
}

type Cells = Terminal<Painter>;

impl Screen {
    /// A screen of which nothing is drawn yet.
    pub(super) fn new(tty: Tty, theme: Theme) -> io::Result<Self> {
        let size = tty.size();
        // The first frame, like any that is whole, brings its own cells.
        Ok(Self { cells: blank(Size::ZERO)?, tty, size, theme, whole: true })
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) {
        self.whole = true;
    }

    /// Tells `shown` what the screen shows of it.
    pub(super) fn fit(&self, shown: &mut impl Show) {
        shown.fit(self.size, self.theme);
    }

    /// What stands at a cell.
    pub(super) fn target(&self, shown: &impl Show, at: (u16, u16)) -> Target {
        shown.target(self.size, self.theme, at)
    }

    /// Draws `shown` as it is, at the size the terminal has now. A resize event's own numbers are never used:
    /// in a storm of them only the last is true. What changed at this size was [fitted](Self::fit) then.
    pub(super) fn draw(&mut self, shown: &mut impl Show) -> io::Result<()> {
        let size = self.tty.size();
        let whole = mem::take(&mut self.whole) || size != self.size;
        if whole {
            self.size = size;
            self.cells = blank(size)?;
            self.fit(shown);
        }
        let theme = self.theme;
        let painter = self.cells.backend_mut();
        painter.take();
        queue!(painter, BeginSynchronizedUpdate)?;
        if whole {
            queue!(painter, Clear(ClearType::All))?;
        }
        self.cells.draw(|frame| {
            super::panic_switch("draw");
            shown.draw(frame, theme);
        })?;
        let painter = self.cells.backend_mut();
        queue!(painter, EndSynchronizedUpdate)?;
        self.tty.send(&painter.take())
    }
}

/// Cells that are all empty, as a cleared screen's are.
///
/// A fresh `Terminal` instead of `Terminal::clear`, which asks where the cursor is and waits two seconds for an
/// answer. The viewport is fixed, so that ratatui does not look for the size by itself either.
fn blank(size: Size) -> io::Result<Cells> {
    let viewport = Viewport::Fixed(Rect::from(size));
    Terminal::with_options(Painter::new(size), TerminalOptions { viewport })
}
