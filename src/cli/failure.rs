//! How a command ends: exit statuses, and messages that say what is wrong, then how to mend it.

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

use super::console::Console;
use crate::query::QueryFault;
use crate::text::{self, Breaks};

/// What the program says to whoever started it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Status {
    /// It is done, also where nothing matched.
    Done,
    /// A fault in data or files, or an id that does not exist.
    Fault,
    /// Wrong usage; a company, kind or date that is none.
    Usage,
    /// What a session in the terminal came to.
    Session(ExitCode),
}

impl Status {
    pub(super) fn exit_code(self) -> ExitCode {
        match self {
            Self::Done => ExitCode::SUCCESS,
            Self::Fault => ExitCode::from(1),
            Self::Usage => ExitCode::from(2),
            Self::Session(code) => code,
        }
    }
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub(super) enum Failure {
    /// Something to be said.
    Message {
        /// The status that it leads to.
        status: Status,
        /// What is wrong: lower case, no full stop.
        message: String,
        /// How to mend it.
        help: Option<String>,
    },
    /// Everything is said already.
    Said(Status),
    /// Whoever read the output has had enough (`| head`), which is no fault of anyone.
    Closed,
}

impl Failure {
    /// A fault in data or files.
    pub(super) fn fault(message: impl Into<String>) -> Self {
        Self::Message { status: Status::Fault, message: message.into(), help: None }
    }

    /// Wrong usage.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::Message { status: Status::Usage, message: message.into(), help: None }
    }

    /// The same with a way to mend it.
    pub(super) fn help(mut self, how: impl Into<Option<String>>) -> Self {
        if let Self::Message { help, .. } = &mut self {
            *help = how.into();
        }
        self
    }

    /// Says what there is to be said, and gives the status that it leads to.
    pub(super) fn report(self, console: &mut Console<'_>) -> Status {
        match self {
            Self::Closed => Status::Done,
            Self::Said(status) => status,
            Self::Message { status, message, help } => {
                // Where standard error is closed too, the status is all that is left to say.
                let _ = say(console, "error", &message);
                if let Some(help) = help {
                    let _ = say(console, "help", &help);
                }
                status
            }
        }
    }
}

impl From<io::Error> for Failure {
    /// An error of writing.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::fault(format!("the output could not be written: {error}"))
    }
}

impl From<Vec<QueryFault>> for Failure {
    fn from(faults: Vec<QueryFault>) -> Self {
        let Some(fault) = faults.into_iter().next() else { return Self::Said(Status::Usage) };
        Self::usage(fault.message).help(fault.help)
    }
}

/// One message on standard error, under its label. Arguments are quoted in it, so it is scrubbed.
pub(super) fn say(console: &mut Console<'_>, label: &str, message: impl Display) -> io::Result<()> {
    let message = message.to_string();
    let message = text::scrub(&message, Breaks::Keep);
    let (on, off) = match (console.color, label) {
        (false, _) => ("", ""),
        (true, "error") => ("\u{1b}[1;31m", "\u{1b}[0m"),
        (true, _) => ("\u{1b}[1m", "\u{1b}[0m"),
    };
    writeln!(console.err, "{on}{label}:{off} {message}")
}
