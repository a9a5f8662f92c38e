//! A reader's own configuration: which keys run what, and how the explorer opens.
//!
//! It is read once, at the start, from a place that the environment alone names: nothing that a dataset holds can change
//! it. What is wrong with it is shown as a dataset's faults are, and keeps nobody out: what is right holds, and for the
//! rest what holds without it.

mod entry;
mod keys;
mod place;
mod print;
mod reading;
mod settings;
mod spelling;
mod value;

use std::ffi::OsString;
use std::path::Path;

use super::args::ConfigArgs;
use super::console::Console;
use super::failure::{Failure, Status};
use super::read;
use crate::fault;
use crate::text::{self, Breaks};
pub(super) use value::Config;

/// A configuration that is not all right.
#[derive(Debug)]
pub(super) struct Trouble {
    /// One line for the explorer.
    pub(super) notice: String,
    /// All of it.
    pub(super) failure: Failure,
}

/// The configuration of whoever started the program, and what is wrong with it.
pub(super) fn read(color: bool) -> (Config, Option<Trouble>) {
    match place::find(|name| std::env::var_os(name)) {
        Some(path) => read_from(&path, color),
        None => (Config::default(), None),
    }
}

fn read_from(path: &Path, color: bool) -> (Config, Option<Trouble>) {
    let name = || path.file_name().map(|name| name.display().to_string()).unwrap_or_default();
    let trouble = |what: &str, failure| {
        let notice = format!("{}: {what}; wallchart config --check shows more", name());
        Trouble { notice: text::scrub(&notice, Breaks::Fold).into_owned(), failure }
    };
    match read::config(path) {
        Ok(None) => (Config::default(), None),
        Err(failure) => (Config::default(), Some(trouble("it could not be read", failure))),
        Ok(Some(source)) => {
            let (config, faults) = reading::parse(&source.text);
            let counts = faults.counts();
            let shown = || {
                let first = faults.into_first();
                Failure::Faults(fault::render_first(&source.name, &source.text, &first, counts, color))
            };
            (config, (counts.all() > 0).then(|| trouble(&counts.to_string(), shown())))
        }
    }
}

/// Prints all of it with every default, or what is wrong with the reader's own.
pub(super) fn run(args: &ConfigArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    if args.check {
        return check(|name| std::env::var_os(name), console);
    }
    write!(console.out, "{}", print::defaults())?;
    Ok(Status::Done)
}

fn check(variable: impl Fn(&str) -> Option<OsString>, console: &mut Console<'_>) -> Result<Status, Failure> {
    let Some(path) = place::find(variable) else {
        let message = "no configuration is read: neither HOME nor XDG_CONFIG_HOME says where it would be";
        writeln!(console.out, "{message}")?;
        return Ok(Status::Done);
    };
    let name = path.display().to_string();
    let name = text::scrub(&name, Breaks::Fold);
    match read_from(&path, console.color) {
        (_, Some(trouble)) => Ok(trouble.failure.report(console)),
        (_, None) if path.exists() => {
            writeln!(console.out, "{name}: no faults")?;
            Ok(Status::Done)
        }
        (_, None) => {
            writeln!(console.out, "{name}: there is no such file, and every default holds")?;
            Ok(Status::Done)
        }
    }
}
