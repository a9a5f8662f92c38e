//! What the command line accepts. The only floor that prints, and the only one that knows exit statuses.
//!
//! Each subcommand is a function of its arguments and a `Console`, so that all of it runs in a test without
//! a process. Results go to standard output, messages to standard error: what is wrong, then how to mend it.

mod args;
mod check;
mod completions;
mod config;
mod console;
mod export;
mod facets;
mod failure;
mod filters;
mod list;
mod man;
mod names;
mod offers;
mod open;
mod read;
mod show;
mod values;
mod verify;
mod walls;

use std::borrow::Cow;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::{self, Breaks};
use args::{Cli, Command};
use console::Console;
use failure::{Failure, Status};

/// Does what the arguments say, the program's name first among them.
///
/// The exit status: 0 done, 1 a fault in data or files, an id that does not exist or an export that differs, 2 wrong
/// usage.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    match completions::answer(&args) {
        Ok(true) => return ExitCode::SUCCESS,
        Ok(false) => {}
        // It asks by a script that is not ours: what was wanted is an answer, and no message among the offers.
        Err(_) => return Status::Usage.exit_code(),
    }
    console::with_real(|console| {
        let done = run(&args, console).and_then(|status| {
            console.out.flush()?;
            Ok(status)
        });
        done.unwrap_or_else(|failure| failure.report(console)).exit_code()
    })
}

fn run(args: &[OsString], console: &mut Console<'_>) -> Result<Status, Failure> {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, args, console),
    };
    match cli.command {
        None => open::run(cli, console),
        Some(command) if cli.source.is_given() || cli.explorer.is_given() => Err(misplaced(&command)),
        Some(Command::List(list)) => list::run(&list, console),
        Some(Command::Show(show)) => show::run(&show, console),
        Some(Command::Facets(facets)) => facets::run(&facets, console),
        Some(Command::Walls(walls)) => walls::run(&walls, console),
        Some(Command::Export(export)) => export::run(&export, console),
        Some(Command::Verify(verify)) => verify::run(&verify, console),
        Some(Command::Check(check)) => check::run(&check, console),
        Some(Command::Config(asked)) => config::run(&asked, console),
        Some(Command::Completions(asked)) => completions::run(&asked, console),
        Some(Command::Man) => man::run(console),
    }
}

/// The options that say how the explorer opens.
const EXPLORER: [&str; 7] = ["--view", "--lang", "--at", "--open", "--dim", "--search", "--glyphs"];

/// What clap has to say: help and version on standard output, what is wrong on standard error. Arguments are quoted
/// in it: where one could act on the terminal there are no colours, so that all of it can be scrubbed.
fn usage(error: &clap::Error, args: &[OsString], console: &mut Console<'_>) -> Result<Status, Failure> {
    if let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg)
        && error.kind() == ErrorKind::UnknownArgument
        && EXPLORER.contains(&option.as_str())
    {
        // Its own tips are spellings of other options: this one is right, but not here.
        let (too, or) = match option.as_str() {
            "--at" => (", and for `walls`", " or `wallchart walls --at …`"),
            _ => ("", ""),
        };
        return Err(Failure::usage(format!(
            "`{option}` is for the explorer, which needs no subcommand{too}"
        ))
        .help(format!("write `wallchart {option} …`{or}")));
    }
    let is_harmless =
        |arg: &OsString| matches!(text::scrub(&arg.to_string_lossy(), Breaks::Fold), Cow::Borrowed(_));
    let styled = args.iter().all(is_harmless);
    let said = |styled: bool| match error.render() {
        said if styled => said.ansi().to_string(),
        said => text::scrub(&said.to_string(), Breaks::Keep).into_owned(),
    };
    if error.use_stderr() {
        write!(console.err, "{}", said(styled && console.color))?;
        return Ok(Status::Usage);
    }
    write!(console.out, "{}", said(styled && console.colors && console.width.is_some()))?;
    Ok(Status::Done)
}

/// `wallchart -c tencent list`: what stands before a subcommand would have to be ignored.
fn misplaced(command: &Command) -> Failure {
    let name = command.name();
    Failure::usage(format!("FILE and options stand after `{name}`, not before it"))
        .help(format!("write `wallchart {name} …`, with FILE and the options at its end"))
}
