//! Every fault of a dataset, as a reader of `wallchart check` sees it.
//!
//! A file of `tests/faults/` a fault; its name says which. The whole rendered message is a snapshot.

#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wallchart::dataset::load::load;
use wallchart::fault::{self, Fault, Severity};

/// Every message that loading can give, with what it quotes and counts left out. A new one stands here and
/// in a file.
const MESSAGES: &[&str] = &[
    "_ _ _, which certainly came later",
    "_ cannot be _",
    "_ cannot be a name without quotes",
    "_ closes nothing",
    "_ has more than one line",
    "_ has the wrong brackets",
    "_ is _, not ASCII",
    "_ is a bare date, not a string",
    "_ is a boolean, not a string",
    "_ is a company, not a platform",
    "_ is a list, not _",
    "_ is a list, not a string",
    "_ is a number, not a string",
    "_ is a platform, not a company",
    "_ is a string, not a list of strings",
    "_ is a string, not _ or _",
    "_ is a string, not a table",
    "_ is a turning point twice",
    "_ is an integer, not _ or _",
    "_ is an integer, not a date in quotes",
    "_ is an integer, not a list of tables",
    "_ is an integer, not a string",
    "_ is blank",
    "_ is empty",
    "_ is given twice",
    "_ is left over",
    "_ is no address that a browser opens",
    "_ is neither a key with a value nor a header",
    "_ is no table that could be extended",
    "_ is no value of TOML",
    "_ is not a date",
    "_ is not kebab-case",
    "_ is one table, not _",
    "_ is one table, not a list of tables",
    "_ is one table, not a string",
    "_ is related to itself",
    "_ names too few milestones",
    "_ names too many milestones",
    "_ takes N columns",
    "a backslash begins no escape here",
    "a carriage return alone ends no line",
    "a comment holds a control character",
    "a string holds a control character",
    "barrier _ has no _",
    "channel _ has no _",
    "dataset _ has no _",
    "keys cannot be multi-line basic strings",
    "kind _ has no _",
    "milestone _ has no _",
    "nothing cites the source _",
    "platform _ has no _",
    "only TOML N allows a comma at the end of an inline table",
    "only TOML N allows a time without seconds",
    "only TOML N allows an inline table of several lines",
    "only TOML N allows the escape _",
    "source _ has no _",
    "the id _ is reserved",
    "the id _ is used twice",
    "the turning point _ is no landmark",
    "there is a comma too many",
    "there is no _ here",
    "there is no barrier _",
    "there is no channel _",
    "there is no comma here",
    "there is no company _",
    "there is no company or platform _",
    "there is no kind _",
    "there is no milestone _",
    "there is no name here",
    "there is no platform _",
    "there is no source _",
    "there is no such character",
    "there is no value here",
    "this cite has no _",
    "this company has no _",
    "this dataset has no _",
    "this effect has no _",
    "this file has no _",
    "this file is of schema _, which is not known here",
    "this header is never closed",
    "this inline table is never closed",
    "this is nested too deep",
    "this list is never closed",
    "this relation has no _",
    "this string is never closed",
    "unknown key _ in this cite",
    "unknown key _ in this company",
    "unknown key _ in this dataset",
    "unknown key _ in this file",
    "unknown table _ in this file",
];

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn every_fault_reads_as_its_snapshot() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/faults");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, text) in files() {
            let loaded = load(&text);
            let shown = loaded.shown(&format!("{name}.toml"), &text, false);
            insta::assert_snapshot!(name, format!("{shown}\n{}", loaded.counts));
        }
    });
}

#[test]
fn every_message_has_a_file() {
    let said: BTreeSet<String> =
        files().iter().flat_map(|(_, text)| load(text).faults).map(|fault| pattern(&fault.message)).collect();
    let listed: BTreeSet<String> = MESSAGES.iter().map(|message| (*message).to_owned()).collect();
    assert_eq!(said, listed);
}

/// A message without what it quotes and counts.
fn pattern(message: &str) -> String {
    let mut words = Vec::new();
    for (nth, part) in message.split('`').enumerate() {
        words.push(if nth % 2 == 0 { part } else { "_" });
    }
    words
        .concat()
        .split(' ')
        .map(|word| if word.parse::<f64>().is_ok() { "N" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn errors_load_nothing_and_faults_stand_in_file_order_once_each() {
    for (name, text) in files() {
        let loaded = load(&text);
        assert!(!loaded.faults.is_empty(), "{name} has no fault");
        assert_eq!(loaded.dataset.is_none(), loaded.faults.iter().any(Fault::is_error), "{name}");
        assert!(loaded.faults.is_sorted_by_key(|fault| fault.span.start), "{name}");
        for (nth, fault) in loaded.faults.iter().enumerate() {
            assert!(!loaded.faults[..nth].contains(fault), "{name}: {}", fault.message);
            assert!(text.get(fault.span.clone()).is_some(), "{name}: {}", fault.message);
        }
    }
}

#[test]
fn what_other_readers_refuse_is_a_warning() {
    let loaded = load(include_str!("data/cases/toml-1-1.toml"));
    assert!(loaded.dataset.is_some());
    let said: Vec<_> = loaded.faults.iter().map(|fault| (fault.severity, fault.message.as_str())).collect();
    assert_eq!(said, [(Severity::Warning, "only TOML 1.1 allows an inline table of several lines")]);
}

#[test]
fn of_very_many_the_first_hundred_are_shown_and_all_are_counted() {
    let repeated = "a = 1\n".repeat(5_000);
    let valueless = "a =\n".repeat(5_000);
    // Seven keys are missing of each, and one is unknown; of the file one.
    let unknown = format!("schema = 1\n{}", "[[milestone]]\nx = 1\n".repeat(5_000));
    for (text, all, last) in [(repeated, 4_999, 101), (valueless, 5_000, 100), (unknown, 40_001, 26)] {
        let loaded = load(&text);
        assert_eq!((loaded.faults.len(), loaded.counts.all()), (100, all));
        assert!(loaded.faults.is_sorted_by_key(|fault| fault.span.start));
        let line = text.get(..loaded.faults[99].span.start).unwrap().lines().count();
        assert!(line.abs_diff(last) <= 1, "the first of the file, in {line} lines");
        let shown = loaded.shown("many.toml", &text, false);
        assert!(shown.ends_with(&format!("\n\nand {} more\n", all - 100)), "{shown}");
    }
}

#[test]
fn no_message_can_act_on_a_terminal() {
    for (name, text) in files() {
        let shown = fault::render(&name, &text, &load(&text).faults, false);
        assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{name}: {shown:?}");
    }
}

#[test]
fn datasets_that_are_sound_have_no_fault() {
    for text in [include_str!("data/story.toml"), include_str!("data/small.toml")] {
        let loaded = load(text);
        assert_eq!(fault::render("sound.toml", text, &loaded.faults, false), "");
        assert!(loaded.dataset.is_some());
    }
}
