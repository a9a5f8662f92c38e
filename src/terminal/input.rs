//! What can happen to a session.

use std::io;

use crate::app::{Copying, Outcome};

/// One thing that happened.
#[derive(Debug)]
pub(super) enum Input {
    /// Bytes from the keyboard: all that had been typed.
    Bytes(Vec<u8>),
    /// Nothing was typed for as long as what had begun would have gone on.
    Silence,
    /// The time has come that was waited for.
    Tick,
    /// Nothing has happened, and what was put off can be done.
    Due,
    /// The screen has another size.
    Resized,
    /// The program was told to stop.
    Stop,
    /// The program was stopped and goes on.
    Continued,
    /// A signal ends the program; SIGHUP also where the terminal is gone and no signal came.
    Ended(i32),
    /// An effect that took its time is done.
    Done(Outcome),
    /// A clipboard program did not take this. Only the loop writes to the terminal, which is tried next.
    NotCopied {
        /// What was to be copied.
        copying: Copying,
        /// The program.
        failed: &'static str,
    },
    /// The work that was begun with [`Inbox::work`](super::events::Inbox::work) is done.
    Worked,
    /// A thread failed.
    Broken(io::Error),
}
