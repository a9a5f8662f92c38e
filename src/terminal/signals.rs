//! Signals → the one channel. One thread waits for them; a handler itself does nothing but wake it, and note that the
//! program goes on.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use signal_hook::consts::signal::{SIGCONT, SIGTSTP, SIGWINCH};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::ending;
use super::input::Input;
use super::session;
use super::thread::spawn;
use crate::files::ENDING;

/// Whether the program was told to go on since it was last asked. Noted by the handler itself: the thread hears of a
/// signal a moment later.
#[derive(Clone, Debug, Default)]
pub(super) struct Continued(Arc<AtomicBool>);

impl Continued {
    /// Whether it was; asked again it was not.
    pub(super) fn take(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}

/// Starts to listen. Before the terminal is touched, so that no signal finds it changed and nobody listening.
pub(super) fn listen(inbox: &Sender<Input>) -> io::Result<Continued> {
    let continued = Continued::default();
    // Before the thread's own, so that what it passes on is noted by then.
    flag::register(SIGCONT, Arc::clone(&continued.0))?;
    let mut signals = Signals::new(ENDING.into_iter().chain([SIGCONT, SIGTSTP, SIGWINCH]))?;
    let mut relay = Relay { inbox: inbox.clone(), ending: false };
    spawn("signals", inbox, move || {
        loop {
            for signal in signals.wait() {
                relay.pass_on(signal);
            }
        }
    })?;
    Ok(continued)
}

struct Relay {
    inbox: Sender<Input>,
    ending: bool,
}

impl Relay {
    fn pass_on(&mut self, signal: i32) {
        let input = match signal {
            SIGWINCH => Input::Resized,
            SIGCONT => Input::Continued,
            SIGTSTP => Input::Stop,
            // The second time nobody waits any longer for a loop that may be stuck (a file that does not get
            // written, for instance).
            ending if self.ending => {
                ending::request_again();
                return end(ending);
            }
            ending => {
                self.ending = true;
                Input::Ended(ending)
            }
        };
        if self.inbox.send(input).is_err() {
            // The session is over, and signals do again what they do.
            end(signal);
        }
        if self.ending {
            // After it is in the inbox: there the loop looks for it that waits for the terminal no longer.
            ending::request();
        }
    }
}

/// What `signal` does to a program that does not catch it, with the terminal as it was found. Returns only
/// where the signal does nothing, or stopped the program and it goes on.
pub(super) fn end(signal: i32) {
    session::leave();
    // Fails for unknown signals only.
    let _ = emulate_default_handler(signal);
}
