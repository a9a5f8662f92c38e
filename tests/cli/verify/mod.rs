//! Verifying: an export against what its own front matter makes of the dataset now.

mod changed;
mod edited;
mod refused;
mod same;

use std::fs;

use crate::{Run, SMALL, folder, run, run_on};

fn export(args: &[&str]) -> String {
    let run = run(&[&["export", SMALL], args].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

/// What is said of `export` with the dataset `file`.
fn verified(export: &str, file: &str) -> Run {
    run_on(export.as_bytes(), &["verify", "-", file])
}

#[track_caller]
fn is_same(export: &str, file: &str) {
    let run = verified(export, file);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "standard input: the same\n", ""));
}

/// Checks that they differ, and what is said of it.
#[track_caller]
fn differs(export: &str, file: &str, expected: &str) {
    let run = verified(export, file);
    assert_eq!((run.status, run.err.as_str()), (1, ""), "{}", run.out);
    assert_eq!(run.out, format!("standard input differs: {expected}"));
}

/// Checks that it cannot be verified, which is said as a fault of `export` with these words in it.
#[track_caller]
fn is_refused(export: &str, words: &[&str]) {
    let run = verified(export, SMALL);
    assert_eq!((run.status, run.out.as_str()), (1, ""), "{}", run.err);
    for word in ["error: ", "help: "].iter().chain(words) {
        assert!(run.err.contains(word), "{word} in {}", run.err);
    }
    assert!(!run.err.contains('\u{1b}'));
}

/// The small dataset with every `from` as `to`, in a file of its own.
#[track_caller]
fn dataset(name: &str, edits: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(SMALL).unwrap();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let path = folder(&format!("verify-{name}")).join("small.toml");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[track_caller]
fn edited(export: &str, from: &str, to: &str) -> String {
    assert!(export.contains(from), "{from} in {export}");
    export.replace(from, to)
}

const DATE: (&str, &str) = ("date = 2021-09-09", "date = 2021-09-10");
