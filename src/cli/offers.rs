//! What a shell is offered for a word of the command line, read from the dataset that the line names.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use super::read;
use crate::dataset::Dataset;
use crate::dataset::load::{Progress, load_text};
use crate::query::{Field, Searcher, completions};
use crate::text::{self, Breaks};

/// More offers than a reader looks through.
const MOST: usize = 200;

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

/// Offers ids of milestones, then those of walls.
pub(super) fn ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let Some(dataset) = dataset() else { return Vec::new() };
        let milestones = dataset.milestones().map(|milestone| (milestone.id(), milestone.title()));
        let walls = dataset.barriers().iter().map(|wall| (wall.id.as_str(), wall.name.as_str()));
        let begins = |(id, _): &(&str, &str)| typed.to_str().is_some_and(|typed| id.starts_with(typed));
        let offer = |(id, name): (&str, &str)| {
            let name = text::scrub(name, Breaks::Fold).into_owned();
            CompletionCandidate::new(id).help(Some(name.into()))
        };
        milestones.chain(walls).filter(begins).take(MOST).map(offer).collect()
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
