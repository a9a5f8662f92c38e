use super::*;
use crate::app::core::key::Key;
use crate::app::core::keymap::{Meaning, NotBound};
use crate::words::en::WORDS;

fn meaning(mode: Mode, text: &str) -> Meaning<App> {
    let keys: Vec<Key> = text.split(' ').map(|key| key.parse().expect("a key")).collect();
    keymap().meaning(mode, &keys)
}

#[test]
fn every_key_of_the_table_is_a_key() {
    for row in TABLE {
        let written: Vec<usize> = row.keys.iter().map(|keys| keys.split(' ').count()).collect();
        let read: Vec<usize> = row.sequences().map(|sequence| sequence.len()).collect();
        assert_eq!(written, read, "{}", row.name);
    }
}

#[test]
fn no_key_has_two_meanings_in_a_mode() {
    for mode in Mode::ALL {
        let mut seen = Vec::new();
        for (sequence, row) in TABLE
            .iter()
            .filter(|row| row.modes.contains(&mode))
            .flat_map(|row| row.sequences().map(move |keys| (keys, row)))
        {
            assert!(!seen.contains(&sequence), "{sequence:?} in {mode:?}, again as {}", row.name);
            seen.push(sequence);
        }
    }
}

#[test]
fn every_action_has_a_name_of_its_own_a_key_a_place_and_a_line_of_help() {
    for (index, row) in TABLE.iter().enumerate() {
        let has_key =
            !row.keys.is_empty() || matches!(row.action, Action::View | Action::Glyphs | Action::About);
        assert!(!row.modes.is_empty() && has_key && !row.help(&WORDS).is_empty(), "{}", row.name);
        assert!(row.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", row.name);
        assert!(TABLE[..index].iter().all(|other| other.name != row.name && other.action != row.action));
    }
}

#[test]
fn a_sequence_waits_and_a_key_that_is_also_a_beginning_runs_at_once() {
    assert!(matches!(meaning(Mode::List, "g"), Meaning::Wait));
    assert!(
        matches!(meaning(Mode::List, "g g"), Meaning::Run { row, more: false } if row.action == Action::First)
    );
    assert!(
        matches!(meaning(Mode::List, "f"), Meaning::Run { row, more: true } if row.action == Action::Facets)
    );
    assert!(
        matches!(meaning(Mode::Facets, "f c"), Meaning::Run { row, .. } if row.action == Action::FacetCompany)
    );
    assert!(matches!(meaning(Mode::List, "g x"), Meaning::Nothing));
}

#[test]
fn in_a_prompt_characters_are_text() {
    assert!(matches!(meaning(Mode::Palette, "j"), Meaning::Nothing));
    assert!(matches!(meaning(Mode::Palette, "Down"), Meaning::Run { .. }));
}

#[test]
fn everything_can_be_reached_without_letters() {
    // A Chinese input method swallows letters, some terminals F1, and in a prompt a question mark is text: the list of
    // actions opens all the same, wherever one is.
    for mode in Mode::ALL.into_iter().filter(|mode| !matches!(mode, Mode::Replace | Mode::Palette)) {
        for key in ["F1", "Ctrl-g"] {
            let meaning = meaning(mode, key);
            let helps = matches!(meaning, Meaning::Run { row, .. } if row.action == Action::Help);
            assert!(helps, "{key} in {mode:?}");
        }
    }
    for (mode, key) in [
        (Mode::Palette, "Enter"),
        (Mode::Export, "Enter"),
        (Mode::Path, "Enter"),
        (Mode::Search, "Enter"),
        (Mode::Query, "Enter"),
        (Mode::Date, "Enter"),
        (Mode::Narrow, "Enter"),
        (Mode::Replace, "Enter"),
        (Mode::Replace, "Esc"),
    ] {
        assert!(matches!(meaning(mode, key), Meaning::Run { .. }), "{key} in {mode:?}");
    }
}

fn shown(keys: &Keymap<App>, action: Action) -> String {
    keys.written(action).collect::<Vec<_>>().join(", ")
}

/// Binds keys to the action that is called `name`; what is in the way, if anything is.
fn bind(bound: &mut Keymap<App>, name: &str, keys: &str) -> &'static str {
    let row = TABLE.iter().find(|row| row.name == name).expect("an action");
    match bound.bind(row, keys.parse().expect("keys")) {
        Ok(()) => "",
        Err(NotBound::Taken(other, _)) => other.name,
        Err(NotBound::Typed) => "typed",
    }
}

#[test]
fn one_key_has_one_meaning_where_two_actions_work() {
    let mut keys = keymap();
    assert_eq!(bind(&mut keys, "next-hit", "j"), "down");
    keys.unbind(Action::Down);
    assert_eq!(bind(&mut keys, "next-hit", "j"), "");
    assert_eq!([Action::Down, Action::NextHit].map(|action| shown(&keys, action)), ["", "n, j"]);
    assert_eq!(bind(&mut keys, "compare", "w"), "", "the Ledger's key and the Walls' never meet");
}

#[test]
fn what_is_typed_is_no_key() {
    let mut keys = keymap();
    assert_eq!(bind(&mut keys, "accept", "y"), "typed");
    assert_eq!(bind(&mut keys, "accept", "F5"), "");
    assert_eq!(bind(&mut keys, "close", "Z"), "", "where nothing is typed it is one");
}

#[test]
fn what_always_gets_out_is_nobodys_to_take() {
    let mut keys = keymap();
    keys.unbind(Action::QuitNow);
    assert_eq!(shown(&keys, Action::QuitNow), "Ctrl-c");
    assert_eq!(bind(&mut keys, "quit-now", "F10"), "");
    assert_eq!(shown(&keys, Action::QuitNow), "F10, Ctrl-c");
    assert_eq!(bind(&mut keys, "dim", "Ctrl-c"), "quit-now");
}
