//! Signals → the one channel. One thread waits for them; a handler itself does nothing but wake it, and note which of
//! stop and go on came last.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;

use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::flag::register_usize;
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::events::{Input, spawn};
use super::session;

/// What ends the program.
pub(super) const ENDING: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// How many signals told the program to end.
static TOLD_TO_END: AtomicUsize = AtomicUsize::new(0);

/// How many signals told the program to end: after the first it hurries, after the second it is gone.
pub(super) fn told_to_end() -> usize {
    TOLD_TO_END.load(Ordering::SeqCst)
}

/// Which the program was told last, to stop or to go on. Noted by the handlers themselves: the one thread hears of a
/// signal a moment later, and of two that came close together in any order.
#[derive(Clone, Debug)]
pub(super) struct Told(Arc<AtomicUsize>);

const STOP: usize = 0;
const GO_ON: usize = 1;

impl Told {
    fn listen() -> io::Result<Self> {
        let told = Arc::new(AtomicUsize::new(GO_ON));
        register_usize(SIGTSTP, Arc::clone(&told), STOP)?;
        register_usize(SIGCONT, Arc::clone(&told), GO_ON)?;
        Ok(Self(told))
    }

    /// A key told it to stop.
    pub(super) fn stop(&self) {
        self.0.store(STOP, Ordering::SeqCst);
    }

    /// Whether it was told to go on since it was told to stop: nobody will tell it a second time.
    pub(super) fn is_to_go_on(&self) -> bool {
        self.0.load(Ordering::SeqCst) == GO_ON
    }
}

/// Starts to listen. Before the terminal is touched, so that no signal finds it changed and nobody listening.
pub(super) fn listen(inbox: &Sender<Input>) -> io::Result<Told> {
    let mut signals = Signals::new(ENDING.into_iter().chain([SIGCONT, SIGTSTP, SIGWINCH]))?;
    let mut relay = Relay { inbox: inbox.clone(), ending: false };
    spawn("signals", inbox, move || {
        loop {
            for signal in signals.wait() {
                relay.pass_on(signal);
            }
        }
    })?;
    Told::listen()
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
                TOLD_TO_END.fetch_add(1, Ordering::SeqCst);
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
            TOLD_TO_END.fetch_max(1, Ordering::SeqCst);
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
