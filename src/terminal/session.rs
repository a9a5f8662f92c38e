//! The terminal as the program needs it, and the way back: raw mode, alternate screen, no autowrap, bracketed paste.
//!
//! Invariants: what [`Session::enter`] changes, [`leave`] puts back as it was found, from every exit: a return,
//! an error, a panic on any thread, a signal. Leaving twice is leaving once (restoring twice overwrites the
//! panic's message: `ratatui/bevy_ratatui#104`); it attempts every undo and fails at none. The keyboard is left
//! in the state it is in: no protocol is switched on, so none has to be switched off.

use std::cell::Cell;
use std::io;
use std::panic;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use ratatui::crossterm::cursor::{MoveTo, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::ResetColor;
use ratatui::crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use rustix::termios::Termios;

use super::tty::Tty;

/// What is to be put back; nothing while the terminal is as it was found. In a static, because a panic hook
/// has no other way to it.
static HELD: Mutex<Option<Held>> = Mutex::new(None);

struct Held {
    tty: Tty,
    found: Termios,
    /// Whether the terminal tells of the mouse.
    mouse: bool,
}

fn held() -> MutexGuard<'static, Option<Held>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the terminal is in the program's hands. Not any longer where a thread has panicked: what it said stands there.
pub(super) fn is_held() -> bool {
    held().is_some()
}

/// The terminal in the program's hands; left when dropped.
#[derive(Debug)]
pub(super) struct Session {
    tty: Tty,
    /// Whether a reader wants the mouse.
    mouse: Cell<bool>,
}

/// Presses, drags and the wheel, in numbers of any size (xterm's modes 1002 and 1006). Not 1003, which crossterm adds:
/// it would wake the program whenever a mouse moves.
const MOUSE_ON: &[u8] = b"\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l";

impl Session {
    /// Takes `tty`, and sees to it that a panic gives it back before it says what went wrong.
    pub(super) fn start(tty: Tty) -> io::Result<Self> {
        restore_on_panic();
        let session = Self { tty, mouse: Cell::new(false) };
        session.enter()?;
        Ok(session)
    }

    /// Raw mode and the program's own screen: at the start, after a suspension, and once more when somebody
    /// else may have changed them (a shell does while the program is stopped).
    ///
    /// Line settings first: a program in the background is stopped there, before it has written anything.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut held = held();
        let found = match held.take() {
            Some(held) => held.found,
            None => self.tty.settings()?,
        };
        let mut raw = found.clone();
        raw.make_raw();
        *held = Some(Held { tty: self.tty.clone(), found, mouse: self.mouse.get() });
        self.tty.set(&raw)?;
        let mut bytes = Vec::new();
        // No wrapping: a character that is wider than we think must not push the end of its row into the next one.
        queue!(bytes, EnterAlternateScreen, DisableLineWrap, EnableBracketedPaste)?;
        if self.mouse.get() {
            bytes.extend(MOUSE_ON);
        }
        self.tty.send(&bytes)
    }

    /// Has the terminal tell of the mouse, or no longer.
    pub(super) fn set_mouse(&self, on: bool) -> io::Result<()> {
        self.mouse.set(on);
        if let Some(held) = held().as_mut() {
            held.mouse = on;
        }
        self.tty.send(if on { MOUSE_ON } else { MOUSE_OFF })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

/// Puts everything back as it was found, if that is still to be done. From any thread.
pub(super) fn leave() {
    let Some(Held { tty, found, mouse }) = held().take() else { return };
    // The settings first: should the terminal take no more output, they are right all the same.
    let _ = tty.set(&found);
    let mut bytes = Vec::new();
    // Only for a frame that was cut off: outside one it ends nothing, and kitty complains.
    if tty.is_amid() {
        let _ = queue!(bytes, EndSynchronizedUpdate);
    }
    if mouse {
        bytes.extend(MOUSE_OFF);
    }
    // `ResetColor` is `ESC[0m`: all attributes. Where there is no alternate screen (the Linux console, GNU screen as it
    // comes), a prompt goes on at the end of an empty screen, and not amid what was drawn.
    let last_row = tty.size().height.saturating_sub(1);
    let _ = queue!(
        bytes,
        ResetColor,
        DisableBracketedPaste,
        EnableLineWrap,
        Clear(ClearType::All),
        MoveTo(0, last_row),
        Show,
        LeaveAlternateScreen
    );
    let _ = tty.send(&bytes);
}

/// Once: hooks stack, and a second one would leave a terminal that the first gave back already.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            leave();
            previous(info);
        }));
    });
}
