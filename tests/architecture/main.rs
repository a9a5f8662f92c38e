//! The house holds: no floor imports a higher one, no file knows itself by way of others, a type's name is its own, one
//! version of crossterm.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod circles;
mod lexer;
mod methods;
mod reading;
mod sentences;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use circles::circles;
use source::{Crate, Name};

/// Top first; each may import those below it. `fault` and `date` stand side by side and do not know each other.
/// `words` lies below all that speaks, dates too: it knows numbers and names, and nothing of the program.
const FLOORS: [&str; 12] =
    ["cli", "terminal", "ui", "app", "files", "export", "query", "dataset", "fault", "date", "words", "text"];

const NEIGHBOURS: [(&str, &str); 2] = [("fault", "date"), ("ui", "export")];

/// So many methods are as many as a reader keeps in mind.
const MOST_METHODS: usize = 30;

fn sources(under: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(under).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            files.extend(sources(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
    files.sort();
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The floor of a module; none for the crate itself and for the program.
fn floor_of(module: &Name) -> Option<&'static str> {
    FLOORS.into_iter().find(|floor| module.first().is_some_and(|first| first == floor))
}

/// The floor that a file belongs to; none for `lib.rs` and `main.rs`.
fn floor(file: &Path) -> Option<&'static str> {
    let first = file.strip_prefix(root()).ok()?.components().next()?;
    let name = Path::new(first.as_os_str()).file_stem()?.to_str()?;
    FLOORS.into_iter().find(|floor| *floor == name)
}

fn code_without_comments(file: &Path) -> String {
    let code = fs::read_to_string(file).expect("a file");
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    code.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_floor_imports_a_higher_one() {
    let rank = |floor: &str| FLOORS.iter().position(|name| *name == floor);
    let read = Crate::read(&root());
    let mut seen = 0;
    for (file, known) in read.arrows() {
        let Some(own) = floor_of(file) else { continue };
        for (import, floor) in known.iter().filter_map(|import| Some((import, floor_of(import)?))) {
            seen += usize::from(floor != own);
            let [at, import] = [file, import].map(|name| name.join("::"));
            assert!(rank(floor) >= rank(own), "`{at}` imports `{import}`, on a higher floor");
            assert!(!NEIGHBOURS.contains(&(own, floor)), "`{at}` imports `{import}`, next door");
        }
    }
    assert!(seen > 50, "only {seen} imports between floors were found: is this test still reading them?");
}

#[test]
fn no_file_knows_itself_by_way_of_others() {
    let read = Crate::read(&root());
    let circles: Vec<String> = circles(&read.arrows()).iter().map(listed).collect();
    assert!(circles.is_empty(), "files in circles:\n{}", circles.join("\n"));
}

fn listed(circle: &BTreeSet<&Name>) -> String {
    circle.iter().map(|file| file.join("::")).collect::<Vec<_>>().join(", ")
}

#[test]
fn no_type_has_more_methods_than_a_reader_keeps_in_mind() {
    let mut counts = BTreeMap::new();
    for file in sources(&root()) {
        methods::count(&fs::read_to_string(file).expect("a file"), &mut counts);
    }
    assert!(counts.len() > 100, "only {} types have methods: is this test still reading them?", counts.len());
    let too_many: Vec<(&String, &usize)> =
        counts.iter().filter(|(_, count)| **count > MOST_METHODS).collect();
    assert!(too_many.is_empty(), "more than {MOST_METHODS} methods: {too_many:?}");
}

#[test]
fn a_type_s_name_is_its_own() {
    let read = Crate::read(&root());
    let mut homes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, module) in read.types() {
        homes.entry(name).or_default().push(module.join("::"));
    }
    homes.retain(|_, homes| homes.len() > 1);
    assert!(homes.is_empty(), "a reader has to ask which is meant: {homes:#?}");
    assert!(read.types().len() > 300, "only {} types: is this test still reading them?", read.types().len());
}

#[test]
fn every_floor_is_there_and_nothing_else_is() {
    let mut found: Vec<&str> = sources(&root()).iter().filter_map(|file| floor(file)).collect();
    found.dedup();
    found.sort_unstable();
    let mut floors = FLOORS.to_vec();
    floors.sort_unstable();
    assert_eq!(found, floors);
    let others: Vec<PathBuf> = sources(&root()).into_iter().filter(|file| floor(file).is_none()).collect();
    assert_eq!(others, [root().join("lib.rs"), root().join("main.rs")]);
}

#[test]
fn ratatui_and_the_clock_stay_on_their_floors() {
    for file in sources(&root()) {
        let code = code_without_comments(&file);
        let own = floor(&file).unwrap_or("main");
        let at = file.display();
        assert!(!code.contains("ratatui") || ["ui", "terminal"].contains(&own), "{at} knows ratatui");
        for word in ["Instant::now", "SystemTime", "Utc::now", "Local::now", "thread::"] {
            let is_test = file.ends_with("tests.rs");
            let inside = code.split("#[cfg(test)]").next().filter(|_| !is_test).unwrap_or_default();
            assert!(
                !inside.contains(word)
                    || own == "terminal"
                    || ["dataset", "query"].contains(&own) && word == "thread::",
                "{at}: {word}"
            );
        }
        // One version, by one way.
        assert!(!code.contains("use crossterm"), "{at} imports crossterm past ratatui");
    }
}

#[test]
fn the_lock_file_has_one_crossterm() {
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("a lock file");
    for name in ["crossterm", "unicode-width", "ratatui-core"] {
        assert_eq!(lock.matches(&format!("\nname = \"{name}\"\n")).count(), 1, "{name}");
    }
}
