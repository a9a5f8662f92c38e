//! How a command ends: exit statuses, and messages that say what is wrong, then how to mend it.

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

use super::console::Console;
use crate::fault;
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
    /// Options that cannot be read, and what is wrong with each.
    Options(Vec<OptionFault>),
    /// A dataset with errors, and its faults as they are shown.
    Faults(String),
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
            Self::Faults(shown) => {
                let _ = write!(console.err, "{shown}");
                Status::Fault
            }
            Self::Options(faults) => {
                for (nth, fault) in faults.iter().take(fault::MOST).enumerate() {
                    let _ = fault.say(nth > 0, console);
                }
                let more = faults.len().saturating_sub(fault::MOST);
                if more > 0 {
                    let _ = writeln!(console.err, "\nand {more} more");
                }
                Status::Usage
            }
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

/// What is wrong with the value of an option.
#[derive(Debug)]
pub(super) struct OptionFault {
    /// As it is typed: `-c`.
    option: String,
    /// Its value, as it was given.
    value: String,
    fault: QueryFault,
}

impl OptionFault {
    /// `fault.at` counts bytes of `value`.
    pub(super) fn new(option: impl Into<String>, value: &str, fault: QueryFault) -> Self {
        Self { option: option.into(), value: value.to_owned(), fault }
    }

    /// Says it as a compiler would, after a blank line where another one stands before it:
    ///
    /// ```text
    /// error: no company is called `tencnet`
    ///   | -c tencnet,alibaba
    ///   |    ^^^^^^^
    /// help: did you mean `tencent`?
    /// ```
    fn say(&self, follows: bool, console: &mut Console<'_>) -> io::Result<()> {
        let QueryFault { message, help, at } = &self.fault;
        if follows {
            writeln!(console.err)?;
        }
        say(console, "error", message)?;
        let [text, carets] = fault::underlined(&format!("{} ", self.option), &self.value, at);
        let (on, off) = if console.color { (ERROR, RESET) } else { ("", "") };
        writeln!(console.err, "  | {text}\n  | {on}{carets}{off}")?;
        help.iter().try_for_each(|help| say(console, "help", help))
    }
}

/// What both came to, or what is wrong with either.
pub(super) fn both<A, B>(one: Result<A, Failure>, other: Result<B, Failure>) -> Result<(A, B), Failure> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(Failure::Options(mut faults)), Err(Failure::Options(more))) => {
            faults.extend(more);
            Err(Failure::Options(faults))
        }
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}

const ERROR: &str = "\u{1b}[1;31m";
const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";

/// One message on standard error, one line under its label. Arguments are quoted in it, so it is scrubbed.
pub(super) fn say(console: &mut Console<'_>, label: &str, message: impl Display) -> io::Result<()> {
    let message = message.to_string();
    let message = text::scrub(&message, Breaks::Fold);
    let (on, off) = match (console.color, label) {
        (false, _) => ("", ""),
        (true, "error") => (ERROR, RESET),
        (true, _) => (BOLD, RESET),
    };
    writeln!(console.err, "{on}{label}:{off} {message}")
}
