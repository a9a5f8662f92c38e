//! State → what the terminal is sent: one write and one synchronized update a frame.

use std::io;

use super::canvas::Canvas;
use super::model::Model;
use super::probe::{Appearance, Probe, Probing, UNPROTECT};
use super::tty::Tty;
use crate::ui::theme::{ASCII, Glyphs};

/// What is on screen, and what is not yet.
///
/// Invariant: the terminal gets a frame whole or not at all. It is gathered and sent in one piece once it is
/// complete; an error or a panic while drawing leaves nothing half-sent, no update begun and not ended.
pub(super) struct FrameWriter {
    tty: Tty,
    canvas: Canvas,
    probe: Probe,
}

impl FrameWriter {
    /// A screen of which nothing is drawn yet.
    pub(super) fn new(tty: Tty, appearance: Appearance) -> io::Result<Self> {
        let mut canvas = Canvas::new(tty.size(), appearance.theme)?;
        // Nobody chose ASCII, so the locale did: until the terminal says otherwise it takes nothing else.
        if appearance.probing == Probing::Glyphs && *appearance.theme.glyphs == ASCII {
            canvas.keep_to_ascii();
        }
        Ok(Self { tty, canvas, probe: Probe::new(appearance.probing) })
    }

    /// What a reader is told of letters that cannot be shown: nobody knows a `?` for a Chinese one.
    pub(super) fn missing(&self) -> Option<&'static str> {
        self.canvas.is_ascii().then_some(
            "this terminal takes no UTF-8: ? stands for what it cannot show; start it in a locale like LANG=en_US.UTF-8",
        )
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) {
        self.canvas.forget();
    }

    /// Hears where the terminal says that its cursor is; whether the screen is to look otherwise for it.
    pub(super) fn hear(&mut self, at: (u16, u16)) -> bool {
        let Some(heard) = self.probe.hear(at) else { return false };
        let is_new = !heard.is_utf_8 || heard.glyphs != self.canvas.glyphs();
        if is_new {
            self.canvas.set_glyphs(heard.glyphs);
        }
        if !heard.is_utf_8 {
            self.canvas.keep_to_ascii();
            self.canvas.put_under(UNPROTECT.to_owned());
        }
        is_new
    }

    /// Draws with the next set of glyphs from now on, whatever the terminal says.
    pub(super) fn next_glyphs(&mut self) -> &'static Glyphs {
        self.probe.close();
        self.canvas.set_glyphs(self.canvas.glyphs().next());
        self.canvas.glyphs()
    }

    /// Lays `shown` out, and tells it what the screen shows of it.
    pub(super) fn lay_out<S: Model>(&self, shown: &mut S) -> S::Layout {
        self.canvas.lay_out(shown)
    }

    /// Draws `shown` as it is, at the size the terminal has now. A resize event's own numbers are never used:
    /// in a storm of them only the last is true. What changed at this size was [laid out](Self::lay_out) then.
    pub(super) fn draw<S: Model>(&mut self, shown: &mut S, layout: &mut S::Layout) -> io::Result<()> {
        let size = self.tty.size();
        if let Some(question) = self.probe.question(size) {
            self.canvas.put_under(question);
        }
        self.canvas.draw(shown, layout, size)?;
        self.tty.send(&self.canvas.take())
    }
}
