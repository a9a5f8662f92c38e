//! Keys → the action they mean in a mode, by the one table.

use super::action::Mode;
use super::table::{Row, TABLE};
use super::{Key, prompt};

/// What a sequence of keys means.
#[derive(Debug)]
pub enum Meaning {
    /// An action; `more` where a longer sequence begins with the same keys (`f`, then `f c`).
    Run {
        /// What to do.
        row: &'static Row,
        /// Whether the next key may still belong to it.
        more: bool,
    },
    /// The beginning of a longer sequence.
    Wait,
    /// Nothing.
    Nothing,
}

/// What `keys`, pressed one after the other in `mode`, mean. In a prompt, characters are text, and what edits a line
/// edits it.
pub fn meaning(mode: Mode, keys: &[Key]) -> Meaning {
    if keys.iter().any(|key| is_for_prompt(mode, *key)) {
        return Meaning::Nothing;
    }
    let more = following(mode, keys).next().is_some();
    let exact = rows(mode).find(|row| row.sequences().any(|sequence| sequence == keys));
    match exact {
        Some(row) => Meaning::Run { row, more },
        None if more => Meaning::Wait,
        None => Meaning::Nothing,
    }
}

/// Whether a key edits what is typed in `mode`, whatever it means elsewhere.
pub fn is_for_prompt(mode: Mode, key: Key) -> bool {
    mode.is_prompt() && prompt::is_edit(key)
}

/// The sequences that begin with `keys` and go on: the next key of each, and its row.
pub fn following(mode: Mode, keys: &[Key]) -> impl Iterator<Item = (Key, &'static Row)> {
    rows(mode).flat_map(|row| row.sequences().map(move |sequence| (sequence, row))).filter_map(
        |(sequence, row)| {
            let next = *sequence.get(keys.len())?;
            sequence.starts_with(keys).then_some((next, row))
        },
    )
}

fn rows(mode: Mode) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.modes.contains(&mode))
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        text.split(' ').map(|key| key.parse().expect("a key")).collect()
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
            for (sequence, row) in rows(mode).flat_map(|row| row.sequences().map(move |keys| (keys, row))) {
                assert!(!seen.contains(&sequence), "{sequence:?} in {mode:?}, again as {}", row.name);
                seen.push(sequence);
            }
        }
    }

    #[test]
    fn every_action_has_a_name_of_its_own_a_key_a_place_and_a_line_of_help() {
        for (index, row) in TABLE.iter().enumerate() {
            let has_key = !row.keys.is_empty() || matches!(row.action, Action::View | Action::Glyphs);
            assert!(!row.modes.is_empty() && has_key && !row.help.is_empty(), "{}", row.name);
            assert!(row.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", row.name);
            assert!(TABLE[..index].iter().all(|other| other.name != row.name && other.action != row.action));
        }
    }

    #[test]
    fn a_sequence_waits_and_a_key_that_is_also_a_beginning_runs_at_once() {
        assert!(matches!(meaning(Mode::List, &keys("g")), Meaning::Wait));
        assert!(
            matches!(meaning(Mode::List, &keys("g g")), Meaning::Run { row, more: false } if row.action == Action::First)
        );
        assert!(
            matches!(meaning(Mode::List, &keys("f")), Meaning::Run { row, more: true } if row.action == Action::Facets)
        );
        assert!(
            matches!(meaning(Mode::Facets, &keys("f c")), Meaning::Run { row, .. } if row.action == Action::FacetCompany)
        );
        assert!(matches!(meaning(Mode::List, &keys("g x")), Meaning::Nothing));
    }

    #[test]
    fn in_a_prompt_characters_are_text() {
        assert!(matches!(meaning(Mode::Palette, &keys("j")), Meaning::Nothing));
        assert!(matches!(meaning(Mode::Palette, &keys("Down")), Meaning::Run { .. }));
    }

    #[test]
    fn everything_can_be_reached_without_letters() {
        // A Chinese input method swallows letters, some terminals F1, and in a prompt a question mark is text: the list of
        // actions opens all the same, wherever one is.
        for mode in Mode::ALL.into_iter().filter(|mode| !matches!(mode, Mode::Replace | Mode::Palette)) {
            for key in ["F1", "Ctrl-g"] {
                let meaning = meaning(mode, &keys(key));
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
            assert!(matches!(meaning(mode, &keys(key)), Meaning::Run { .. }), "{key} in {mode:?}");
        }
    }
}
