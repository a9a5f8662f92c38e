//! `wallchart check`: every fault in datasets, and what is in those without.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::read;
use crate::dataset::Dataset;
use crate::dataset::load::{Progress, load_text, side_by_side};
use crate::text::{self, Breaks};

/// Faults go to standard error, one line a file to standard output, in the order of the files, which are read side by
/// side. A file that cannot be read does not keep the others from being checked.
pub(super) fn run(check: &args::CheckArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let color = console.color;
    // Standard input is this thread's to read.
    let beside = |file: &PathBuf| (!read::is_input(file)).then(|| one(file, &mut io::empty(), color));
    let all = side_by_side(&check.files, beside);
    let mut worst = Status::Done;
    for (file, found) in check.files.iter().zip(all) {
        let found = found.unwrap_or_else(|| one(file, console.input, color));
        let status = match found {
            Err(failure) => failure.report(console),
            Ok(found) => found.say(console)?,
        };
        worst = if status == Status::Done { worst } else { status };
    }
    Ok(worst)
}

/// What there is to say of a file.
struct CheckedFile {
    faults: String,
    line: String,
    status: Status,
}

impl CheckedFile {
    fn say(&self, console: &mut Console<'_>) -> Result<Status, Failure> {
        write!(console.err, "{}", self.faults)?;
        writeln!(console.out, "{}", self.line)?;
        Ok(self.status)
    }
}

fn one(file: &Path, input: &mut dyn Read, color: bool) -> Result<CheckedFile, Failure> {
    let source = read::source(Some(file), input, &Progress::default())?;
    let loaded = load_text(&source.text);
    let faults = loaded.shown(&source.name, &source.text, color);
    let mut found = loaded.counts.to_string();
    if found.is_empty() {
        "no faults".clone_into(&mut found);
    }
    if let Some(dataset) = &loaded.dataset {
        found = format!("{found} ({})", contents(dataset));
    }
    let line = format!("{}: {found}", text::scrub(&source.name, Breaks::Fold));
    let status = if loaded.dataset.is_some() { Status::Done } else { Status::Fault };
    Ok(CheckedFile { faults, line, status })
}

fn contents(dataset: &Dataset) -> String {
    let tables = [
        (dataset.len(), "milestone"),
        (dataset.companies().len(), "company"),
        (dataset.platforms().len(), "platform"),
        (dataset.sources().len(), "source"),
        (dataset.barriers().len(), "barrier"),
    ];
    tables.map(|(count, what)| counted(count, what)).join(", ")
}

fn counted(count: usize, what: &str) -> String {
    match (count, what.strip_suffix('y')) {
        (1, _) => format!("1 {what}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {what}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_words() {
        assert_eq!(counted(1, "company"), "1 company");
        assert_eq!(counted(0, "company"), "0 companies");
        assert_eq!(counted(2, "milestone"), "2 milestones");
    }
}
