//! The terminal in the program's hands, with all that reads, writes and works beside the loop.

use std::io;

use super::clipboard::Copier;
use super::events::Inbox;
use super::frame::FrameWriter;
use super::keyboard::Keyboard;
use super::probe::Appearance;
use super::session::Session;
use super::tty::Tty;
use super::{browser, effects};
use crate::app::{Effect, Outcome};
use crate::files::Origin;

/// The program's hold on its terminal. Dropped in this order.
pub(super) struct HeldTerminal {
    pub(super) tty: Tty,
    pub(super) session: Session,
    pub(super) inbox: Inbox,
    origin: Origin,
    /// After the session: the terminal is given back before anybody waits for it.
    copier: Copier,
    pub(super) screen: FrameWriter,
    pub(super) keyboard: Keyboard,
}

impl HeldTerminal {
    /// Takes the terminal, and draws nothing yet. What will be shown comes from `origin`.
    pub(super) fn take(appearance: Appearance, origin: Origin) -> io::Result<Self> {
        let tty = Tty::open()?;
        let inbox = Inbox::open()?;
        let session = Session::start(tty.clone())?;
        inbox.read_keys(tty.clone())?;
        let screen = FrameWriter::new(tty.clone(), appearance)?;
        Ok(Self { tty, session, inbox, origin, copier: Copier::default(), screen, keyboard: Keyboard::new() })
    }

    /// Does what is asked, where it changes nothing of what the loop draws, and when; says what came of it, where somebody
    /// wants to know and it is known by now.
    pub(super) fn carry_out(&mut self, effect: Effect) -> io::Result<Option<Outcome>> {
        match effect {
            // The loop's own to do, and done by now.
            Effect::Quit | Effect::Print(_) | Effect::Suspend | Effect::Redraw | Effect::NextGlyphs => {
                Ok(None)
            }
            Effect::Mouse(on) => self.session.set_mouse(on).map(|()| None),
            Effect::Copy(copying) => self.copier.copy(copying, &self.tty, &self.inbox.sender()),
            Effect::Browse(address) => Ok(browser::browse(address, &self.inbox.sender())),
            Effect::Write { path, bytes, existing, seen } => {
                Ok(Some(effects::write(&path, &bytes, existing, seen.as_deref(), &self.origin)))
            }
        }
    }
}
