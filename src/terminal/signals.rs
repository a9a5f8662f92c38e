//! Signals → the one channel. One thread waits for them; a handler itself does nothing but wake it.

use std::io;
use std::sync::mpsc::Sender;

use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::events::{Input, spawn};
use super::session;

/// What ends the program.
const ENDING: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// Starts to listen. Before the terminal is touched, so that no signal finds it changed and nobody listening.
pub(super) fn listen(inbox: &Sender<Input>) -> io::Result<()> {
    let mut signals = Signals::new(ENDING.into_iter().chain([SIGCONT, SIGTSTP, SIGWINCH]))?;
    let mut relay = Relay { inbox: inbox.clone(), ending: false };
    spawn("signals", inbox, move || {
        loop {
            for signal in in_order(signals.wait().collect()) {
                relay.pass_on(signal);
            }
        }
    })
}

/// Signals that came together, as they must be acted on: they are not handed over in the order they came in,
/// and a program that was told to stop and to go on must go on: nobody would tell it a second time.
fn in_order(mut pending: Vec<i32>) -> Vec<i32> {
    if pending.contains(&SIGCONT) {
        pending.retain(|signal| *signal != SIGTSTP);
    }
    pending
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
            ending if self.ending => return end(ending),
            ending => {
                self.ending = true;
                Input::Ended(ending)
            }
        };
        if self.inbox.send(input).is_err() {
            // The session is over, and signals do again what they do.
            end(signal);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_told_to_stop_and_to_go_on_goes_on() {
        assert_eq!(in_order(vec![SIGCONT, SIGTSTP]), [SIGCONT]);
        assert_eq!(in_order(vec![SIGTSTP, SIGWINCH]), [SIGTSTP, SIGWINCH]);
    }
}
