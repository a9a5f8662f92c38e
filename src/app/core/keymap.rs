//! Keys → the action that they mean in a mode, by the rows of the table and the keys that each of them has.

use super::action::Action;
use super::key::Key;
use super::mode::Mode;
use super::prompt;
use super::row::Row;

/// Keys that are pressed one after the other: `g g`.
pub type Sequence = Vec<Key>;

/// What a sequence of keys means.
#[derive(Debug)]
pub enum Meaning<A: 'static> {
    /// An action; `more` where a longer sequence begins with the same keys (`f`, then `f c`).
    Run {
        /// What to do.
        row: &'static Row<A>,
        /// Whether the next key may still belong to it.
        more: bool,
    },
    /// The beginning of a longer sequence.
    Wait,
    /// Nothing.
    Nothing,
}

/// Which keys run which action, and what they mean where. It holds the rows of the table, so that whoever asks for keys
/// need not know the table, which knows everybody.
#[derive(Debug)]
pub struct Keymap<A: 'static> {
    rows: &'static [Row<A>],
    /// By action.
    sequences: [Vec<Sequence>; Action::COUNT],
}

impl<A> Keymap<A> {
    /// The keys that the rows have themselves.
    pub fn new(rows: &'static [Row<A>]) -> Self {
        let mut sequences = [const { Vec::new() }; Action::COUNT];
        for row in rows {
            sequences[row.action as usize] = row.sequences().collect();
        }
        Self { rows, sequences }
    }

    /// Every row, in the order of the table.
    pub fn rows(&self) -> &'static [Row<A>] {
        self.rows
    }

    /// The key sequences that run an action, the one to show first.
    pub fn sequences(&self, action: Action) -> &[Sequence] {
        &self.sequences[action as usize]
    }

    /// The same as they are written: `g g`, `Ctrl-d`.
    pub fn written(&self, action: Action) -> impl Iterator<Item = String> {
        let written = |keys: &Sequence| keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ");
        self.sequences(action).iter().map(written)
    }

    /// Whether `typed` is one of an action's keys, with or without the blanks of a sequence: `q`, `gg`, `Ctrl-d`.
    pub fn has_key(&self, action: Action, typed: &str) -> bool {
        self.written(action).any(|keys| keys == typed || keys.replace(' ', "") == typed)
    }

    /// What `keys`, pressed one after the other in `mode`, mean. In a prompt, characters are text, and what edits a line
    /// edits it.
    pub fn meaning(&self, mode: Mode, keys: &[Key]) -> Meaning<A> {
        if keys.iter().any(|key| is_for_prompt(mode, *key)) {
            return Meaning::Nothing;
        }
        let more = self.following(mode, keys).next().is_some();
        let has_keys = |row: &&'static Row<A>| self.sequences(row.action).iter().any(|own| own == keys);
        match self.rows_of(mode).find(has_keys) {
            Some(row) => Meaning::Run { row, more },
            None if more => Meaning::Wait,
            None => Meaning::Nothing,
        }
    }

    /// The sequences that begin with `keys` and go on: the next key of each, and its row.
    pub fn following(&self, mode: Mode, keys: &[Key]) -> impl Iterator<Item = (Key, &'static Row<A>)> {
        let sequences =
            |row: &'static Row<A>| self.sequences(row.action).iter().map(move |sequence| (sequence, row));
        self.rows_of(mode).flat_map(sequences).filter_map(move |(sequence, row)| {
            let next = *sequence.get(keys.len())?;
            sequence.starts_with(keys).then_some((next, row))
        })
    }

    fn rows_of(&self, mode: Mode) -> impl Iterator<Item = &'static Row<A>> + use<A> {
        self.rows.iter().filter(move |row| row.modes.contains(&mode))
    }
}

/// Whether a key edits what is typed in `mode`, whatever it means elsewhere.
pub fn is_for_prompt(mode: Mode, key: Key) -> bool {
    mode.is_prompt() && prompt::is_edit(key)
}
