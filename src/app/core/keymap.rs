//! Keys → the action that they mean in a mode, by the rows of the table and the keys that each of them has.

use super::action::Action;
use super::key::{Code, Key};
use super::mode::Mode;
use super::prompt;
use super::row::Row;
use super::sequence::KeySequence;

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

/// Why keys cannot be those of an action.
#[derive(Debug)]
pub enum NotBound<A: 'static> {
    /// They are those of this one, which works in the same place.
    Taken(&'static Row<A>, Mode),
    /// Wherever it works, they are text that is typed.
    Typed,
}

/// Which keys run which action, and what they mean where. It holds the rows of the table, so that whoever asks for keys
/// need not know the table, which knows everybody.
#[derive(Debug)]
pub struct Keymap<A: 'static> {
    rows: &'static [Row<A>],
    /// By action.
    sequences: [Vec<KeySequence>; Action::COUNT],
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
    pub fn sequences(&self, action: Action) -> &[KeySequence] {
        &self.sequences[action as usize]
    }

    /// The same as they are written: `g g`, `Ctrl-d`.
    pub fn written(&self, action: Action) -> impl Iterator<Item = String> {
        self.sequences(action).iter().map(KeySequence::to_string)
    }

    /// Takes all keys away from `action`, but for the one that always gets out.
    pub fn unbind(&mut self, action: Action) {
        self.sequences[action as usize].retain(|keys| is_way_out(action, keys));
    }

    /// Adds `keys` to those of the action of `row`.
    ///
    /// # Errors
    ///
    /// Where they would not run it.
    pub fn bind(&mut self, row: &Row<A>, keys: KeySequence) -> Result<(), NotBound<A>> {
        let is_typed = |mode: &Mode| keys.iter().any(|key| is_for_prompt(*mode, *key));
        if row.modes.iter().all(is_typed) {
            return Err(NotBound::Typed);
        }
        if let Some((other, mode)) = self.other(row, &keys) {
            return Err(NotBound::Taken(other, mode));
        }
        let bound = &mut self.sequences[row.action as usize];
        if !bound.contains(&keys) {
            // What always gets out is not what is shown, where a reader chose another.
            let at = bound.iter().position(|bound| is_way_out(row.action, bound)).unwrap_or(bound.len());
            bound.insert(at, keys);
        }
        Ok(())
    }

    /// The action that has `keys` in a place where that of `row` works too, and that place.
    fn other(&self, row: &Row<A>, keys: &KeySequence) -> Option<(&'static Row<A>, Mode)> {
        let others = self.rows.iter().filter(|other| other.action != row.action);
        others.filter(|other| self.sequences(other.action).contains(keys)).find_map(|other| {
            let mode = row.modes.iter().find(|mode| other.modes.contains(mode))?;
            Some((other, *mode))
        })
    }

    /// The keys of `action` that are none that is typed in `mode`, as they are written, the first one the one to show.
    pub fn written_in(&self, mode: Mode, action: Action) -> impl Iterator<Item = String> {
        let is_key = move |keys: &&KeySequence| !keys.iter().any(|key| is_for_prompt(mode, *key));
        self.sequences(action).iter().filter(is_key).map(KeySequence::to_string)
    }

    /// How a sentence names the way to `action` in `mode`: by its first key, else by what the list of actions finds it by.
    pub fn shown(&self, mode: Mode, action: Action) -> String {
        self.written_in(mode, action).next().unwrap_or_else(|| {
            let row = self.rows.iter().find(|row| row.action == action);
            format!(":{}", row.map_or("", |row| row.name))
        })
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
        let has_keys = |row: &&'static Row<A>| self.sequences(row.action).iter().any(|own| **own == *keys);
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

impl<A> Clone for Keymap<A> {
    fn clone(&self) -> Self {
        Self { rows: self.rows, sequences: self.sequences.clone() }
    }
}

impl<A> PartialEq for Keymap<A> {
    /// Whether the same keys run the same actions.
    fn eq(&self, other: &Self) -> bool {
        self.sequences == other.sequences
    }
}

/// Whether this is the one key that nobody can lose: a terminal whose program cannot be left must be closed.
fn is_way_out(action: Action, keys: &KeySequence) -> bool {
    const WAY_OUT: Key = Key { ctrl: true, ..Key::plain(Code::Char('c')) };
    action == Action::QuitNow && **keys == [WAY_OUT]
}

/// Whether a key edits what is typed in `mode`, whatever it means elsewhere.
pub fn is_for_prompt(mode: Mode, key: Key) -> bool {
    mode.is_prompt() && prompt::is_edit(key)
}
