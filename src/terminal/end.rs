//! How a session ended, and what the program's exit status says of it.

use std::process::ExitCode;

use super::signals;

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum SessionEnd {
    /// The reader left.
    Quit,
    /// The reader left, and wants this on standard output.
    Printed(Vec<u8>),
    /// A signal, by its number; SIGHUP also where the terminal was closed and no signal came.
    Signal(i32),
}

impl SessionEnd {
    /// The exit status, 0 for a reader who left.
    ///
    /// Where a signal ended the session, this ends the program as that signal does by itself and does not
    /// return: a shell then says what happened (143 for SIGTERM), and a script that runs the program is
    /// interrupted with it.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Self::Quit | Self::Printed(_) => ExitCode::SUCCESS,
            Self::Signal(signal) => {
                signals::end(signal);
                ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))
            }
        }
    }
}
