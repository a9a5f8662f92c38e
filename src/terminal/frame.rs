//! State → what the terminal is sent: one write and one synchronized update a frame.

use std::io;

use super::canvas::Canvas;
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
    canvas: Canvas,
}

impl Screen {
    /// A screen of which nothing is drawn yet.
    pub(super) fn new(tty: Tty, theme: Theme) -> io::Result<Self> {
        let canvas = Canvas::new(tty.size(), theme)?;
        Ok(Self { tty, canvas })
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) {
        self.canvas.forget();
    }

    /// Tells `shown` what the screen shows of it.
    pub(super) fn fit(&self, shown: &mut impl Show) {
        self.canvas.fit(shown);
    }

    /// What stands at a cell.
    pub(super) fn target(&self, shown: &impl Show, at: (u16, u16)) -> Target {
        self.canvas.target(shown, at)
    }

    /// Draws `shown` as it is, at the size the terminal has now. A resize event's own numbers are never used:
    /// in a storm of them only the last is true. What changed at this size was [fitted](Self::fit) then.
    pub(super) fn draw(&mut self, shown: &mut impl Show) -> io::Result<()> {
        let size = self.tty.size();
        self.canvas.draw(shown, size)?;
        self.tty.send(&self.canvas.take())
    }
}
