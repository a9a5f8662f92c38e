//! `wallchart completions`: what a shell runs at its start so that Tab completes a command line, names and ids too.
//!
//! The shell then asks the program at each Tab, which answers from the dataset that the line names: the offers are
//! those of the explorer's prompt.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::CommandFactory;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, Shells};

use super::args::{self, Cli, NAME};
use super::console::Console;
use super::failure::{Failure, Status};
use super::read;
use crate::dataset::load::{Progress, load_text};
use crate::dataset::{Dataset, Milestone};
use crate::query::{Field, Searcher, completions};
use crate::text::{self, Breaks};

/// The variable in which a shell says that it asks, and which one it is.
const ASKED: &str = "WALLCHART_COMPLETE";

/// More offers than a reader looks through.
const MOST: usize = 200;

pub(super) fn run(asked: &args::Completions, console: &mut Console<'_>) -> Result<Status, Failure> {
    let shell = asked.shell.as_str();
    let mut script = Vec::new();
    // One of its own names, whose script it has.
    if let Some(completer) = Shells::builtins().completer(shell) {
        completer.write_registration(ASKED, NAME, NAME, NAME, &mut script)?;
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

/// Offers values of `field`, the last of several behind commas; of no field the whole query language.
pub(super) fn values(field: Option<Field>) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| {
        let (Some(typed), Some(dataset)) = (typed.to_str(), dataset()) else { return Vec::new() };
        let key = field.map(|field| format!("{}:", field.key())).unwrap_or_default();
        let line = format!("{key}{typed}");
        let mut searcher = Searcher::new(&dataset);
        let offers = completions(&line, line.len(), &mut searcher, &dataset);
        let offer = |text: &str, at: usize, about: String| {
            let begun = line.get(key.len()..at.max(key.len())).unwrap_or_default();
            CompletionCandidate::new(format!("{begun}{text}")).help(Some(about.into()))
        };
        offers.iter().map(|found| offer(&found.text, found.at.start, found.about.clone())).collect()
    })
}

/// Offers ids of milestones.
pub(super) fn ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let Some(dataset) = dataset() else { return Vec::new() };
        let begins =
            |milestone: &Milestone<'_>| typed.to_str().is_some_and(|typed| milestone.id().starts_with(typed));
        let offer = |milestone: Milestone<'_>| {
            let title = text::scrub(milestone.title(), Breaks::Fold).into_owned();
            CompletionCandidate::new(milestone.id()).help(Some(title.into()))
        };
        dataset.milestones().filter(begins).take(MOST).map(offer).collect()
    })
}

/// The dataset that the line names, else the embedded one; `None` where it cannot be read. Whatever on the line is a
/// file that ends like one is taken for it.
fn dataset() -> Option<Dataset> {
    let words = std::env::args_os().skip_while(|word| word != "--").skip(1);
    let is_dataset = |word: &OsString| {
        Path::new(word).extension().is_some_and(|end| end == "toml") && Path::new(word).is_file()
    };
    let file = words.filter(is_dataset).last();
    let source =
        read::source(file.as_deref().map(Path::new), &mut std::io::empty(), &Progress::default()).ok()?;
    load_text(&source.text).dataset
}
