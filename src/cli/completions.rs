//! `wallchart completions`: what a shell runs at its start so that Tab completes a command line, names and ids too.
//!
//! The shell then asks the program at each Tab, which answers from the dataset that the line names: the offers are
//! those of the explorer's prompt.

use std::ffi::OsString;

use clap::CommandFactory;
use clap_complete::env::{CompleteEnv, Shells};

use super::args::{Cli, CompletionsArgs};
use super::console::Console;
use super::failure::{Failure, Status};
use super::names::PROGRAM;

/// The variable in which a shell says that it asks, and which one it is.
const ASKED: &str = "WALLCHART_COMPLETE";

pub(super) fn run(asked: &CompletionsArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let shell = asked.shell.as_str();
    let mut script = Vec::new();
    // One of its own names, whose script it has.
    if let Some(completer) = Shells::builtins().completer(shell) {
        completer.write_registration(ASKED, PROGRAM, PROGRAM, PROGRAM, &mut script)?;
    }
    console.out.write_all(&script)?;
    Ok(Status::Done)
}

/// Answers a shell that asks what a line may go on with, on standard output; `false` where none does.
///
/// # Errors
///
/// Of a shell that is not known.
pub(super) fn answer(args: &[OsString]) -> Result<bool, clap::Error> {
    let folder = std::env::current_dir().ok();
    CompleteEnv::with_factory(Cli::command).var(ASKED).try_complete(args.iter().cloned(), folder.as_deref())
}
