//! The house holds: no floor imports a higher one, only one floor prints, one version of crossterm.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Top first; each may import those below it. `fault` and `date` stand side by side and do not know each other.
const FLOORS: [&str; 10] =
    ["cli", "terminal", "ui", "app", "export", "query", "dataset", "fault", "date", "text"];

const NEIGHBOURS: [(&str, &str); 2] = [("fault", "date"), ("ui", "export")];

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

/// The floor that a file belongs to; none for `lib.rs` and `main.rs`.
fn floor(file: &Path) -> Option<&'static str> {
    let first = file.strip_prefix(root()).ok()?.components().next()?;
    let name = Path::new(first.as_os_str()).file_stem()?.to_str()?;
    FLOORS.into_iter().find(|floor| *floor == name)
}

/// Floors named after `crate::` anywhere in the code: in `use` lines, grouped or not, and in paths.
fn imports(code: &str) -> Vec<&str> {
    let code = code.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or(code);
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split("};").next().unwrap_or(group);
            found.extend(group.split(',').map(first_word));
        } else {
            found.push(first_word(rest));
        }
    }
    found.retain(|word| FLOORS.contains(word));
    found
}

fn first_word(text: &str) -> &str {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
    text.trim_start().split(|c| !is_name(c)).next().unwrap_or_default()
}

fn code_without_comments(file: &Path) -> String {
    let code = fs::read_to_string(file).expect("a file");
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    code.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_floor_imports_a_higher_one() {
    let rank = |floor: &str| FLOORS.iter().position(|name| *name == floor);
    let mut seen = 0;
    for file in sources(&root()) {
        let Some(own) = floor(&file) else { continue };
        let code = code_without_comments(&file);
        for import in imports(&code) {
            seen += usize::from(import != own);
            assert!(
                rank(import) >= rank(own),
                "{}: `{own}` imports the higher floor `{import}`",
                file.display()
            );
            assert!(!NEIGHBOURS.contains(&(own, import)), "{}: `{own}` imports `{import}`", file.display());
        }
    }
    assert!(seen > 50, "only {seen} imports between floors were found: is this test still reading them?");
}

#[test]
fn the_reader_of_imports_sees_every_form() {
    let code = "use crate::app::App;\nuse crate::{date::Date, text};\nlet x = crate::ui::draw;\npub(crate) fn f() {}\n";
    assert_eq!(imports(code), ["app", "date", "text", "ui"]);
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
            let inside = code.split("#[cfg(test)]").next().unwrap_or(&code);
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
