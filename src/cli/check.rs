//! `wallchart check`: every fault in datasets, and what is in those without.

use std::path::Path;

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::read;
use crate::dataset::Dataset;
use crate::dataset::load::{Progress, load_text};
use crate::fault;

/// Faults go to standard error, one line a file to standard output. A file that cannot be read does not keep
/// the others from being checked.
pub(super) fn run(check: &args::Check, console: &mut Console<'_>) -> Result<Status, Failure> {
    let mut worst = Status::Done;
    for file in &check.files {
        let status = match one(file, console) {
            Err(failure @ Failure::Message { .. }) => failure.report(console),
            other => other?,
        };
        worst = if status == Status::Done { worst } else { status };
    }
    Ok(worst)
}

fn one(file: &Path, console: &mut Console<'_>) -> Result<Status, Failure> {
    let source = read::source(Some(file), console.input, &Progress::default())?;
    let loaded = load_text(&source.text);
    write!(console.err, "{}", fault::render(&source.name, &source.text, &loaded.faults, console.color))?;
    let faults = fault::summary(&loaded.faults);
    let mut found = if faults.is_empty() { "no faults".to_owned() } else { faults };
    if let Some(dataset) = &loaded.dataset {
        found = format!("{found} ({})", contents(dataset));
    }
    writeln!(console.out, "{}: {found}", source.name)?;
    Ok(if loaded.dataset.is_some() { Status::Done } else { Status::Fault })
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
