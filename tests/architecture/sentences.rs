//! What the program says stands in `words`: no floor above it that speaks has sentences of its own.

use std::collections::BTreeMap;
use std::fs;

use super::lexer::strings;
use super::{root, sources};

/// The floors that say something to a reader. What the command line says, and faults, are English for now.
const SPEAKING: [&str; 4] = ["date", "export", "app", "ui"];

/// Files with sentences that are not said to a reader: what dates are written with (every language's are read, whichever
/// is spoken), faults, command lines, and what holds by assertions.
const NOT_SAID: &[(&str, usize)] = &[
    ("app/core/key.rs", 1),
    ("app/update.rs", 1),
    ("date/error.rs", 26),
    ("date/hint.rs", 1),
    ("date/part.rs", 2),
    ("date/range.rs", 2),
    ("date/reading.rs", 4),
    ("date/spoken.rs", 5),
    ("date/spoken/single.rs", 5),
    ("date/value.rs", 1),
    ("export/verify/front.rs", 4),
    ("export/verify/naming.rs", 2),
    ("export/view.rs", 3),
    ("ui/detail.rs", 1),
];

/// Two words with a blank between them, whatever is put in at `{…}`: no key, no name of a column, no sign.
fn is_sentence(text: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
        word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\'')
    };
    let words: Vec<&str> = plain.split(' ').collect();
    words.windows(2).any(|pair| pair.iter().all(|word| is_word(word)))
}

/// The sentences of each file below a folder of the crate, or of the file with that name; tests are no part of it.
fn spoken(floor: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for file in sources(&root()) {
        let name = file.strip_prefix(root()).expect("below the root").to_string_lossy().into_owned();
        let is_of_it = name == format!("{floor}.rs") || name.starts_with(&format!("{floor}/"));
        if !is_of_it || name.ends_with("tests.rs") {
            continue;
        }
        let code = fs::read_to_string(&file).expect("a file");
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let sentences: Vec<String> = strings(code).into_iter().filter(|text| is_sentence(text)).collect();
        if !sentences.is_empty() {
            found.insert(name, sentences);
        }
    }
    found
}

#[test]
fn what_is_said_stands_in_words() {
    for floor in SPEAKING {
        let mut found = spoken(floor);
        for (file, most) in NOT_SAID.iter().filter(|(file, _)| file.starts_with(floor)) {
            let sentences = found.remove(*file).unwrap_or_default();
            assert!(sentences.len() <= *most, "{file}: {sentences:#?}");
        }
        assert!(found.is_empty(), "`{floor}` has sentences of its own: {found:#?}");
    }
}

#[test]
fn a_sentence_is_found_where_there_is_one() {
    let count: usize = spoken("words").values().map(Vec::len).sum();
    assert!(count > 60, "only {count} sentences are found in `words`: is this test still reading them?");
    for (text, expected) in [
        ("no opening found", true),
        ("{count} of {of} milestones match", true),
        ("nothing is told of {}: this is the nearest day", true),
        ("{name}: {state}", false),
        ("go-to-date", false),
        ("g d", false),
        ("{}  {channel}  {id}", false),
        ("https://example.org", false),
    ] {
        assert_eq!(is_sentence(text), expected, "{text}");
    }
    let code = r##"#[allow(dead, reason = "it is not")] fn f() { "one two"; /* "three four" */ r#"five six"#; '"'; }"##;
    assert_eq!(strings(code).iter().filter(|text| is_sentence(text)).count(), 2, "{:?}", strings(code));
}
