//! The list of all actions: found by typing, chosen by arrows, run by Enter, each with its reason when it is
//! off.

use crate::app::core::action::Group;
use crate::app::core::keymap::Keymap;
use crate::app::core::mode::Mode;
use crate::app::core::prompt::Prompt;
use crate::app::core::row::Row;
use crate::app::core::window::window;
use crate::words::Words;

/// The palette's own state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// What is searched for.
    pub prompt: Prompt,
    /// The chosen action, counted among those found.
    pub cursor: usize,
    /// The first line drawn.
    pub top: usize,
}

/// A line of the palette.
#[derive(Debug)]
pub enum PaletteLine<A: 'static> {
    /// A group of actions.
    Heading(Group),
    /// An action, its place among those found, and why it is off, if it is.
    Action(&'static Row<A>, usize, Option<String>),
    /// Nothing.
    Blank,
}

impl Palette {
    /// The actions that hold every word typed: first the one that is meant whose key or whole name is typed, then those
    /// whose names begin so, each time those first that work in `mode`; else in the order of the table.
    pub fn found<A>(&self, mode: Mode, keys: &Keymap<A>, say: &Words) -> Vec<&'static Row<A>> {
        let typed = self.prompt.text().trim();
        let text = typed.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let holds = |row: &&Row<A>| {
            let all = format!(
                "{} {} {}",
                row.name,
                row.help(say),
                keys.written(row.action).collect::<Vec<_>>().join(" ")
            )
            .to_lowercase();
            words.iter().all(|word| all.contains(word)) || keys.has_key(row.action, typed)
        };
        let rank = |row: &Row<A>| match row.name.strip_prefix(&text) {
            _ if keys.has_key(row.action, typed) => 0,
            Some("") => 0,
            Some(_) => 1,
            None => 2,
        };
        let mut found: Vec<&Row<A>> = keys.rows().iter().filter(holds).collect();
        found.sort_by_key(|row| (rank(row), !row.modes.contains(&mode)));
        found
    }

    /// Everything that is listed for one who was in `mode`: the actions found, under their headings.
    pub fn lines<A>(&self, mode: Mode, keys: &Keymap<A>, app: &A, say: &Words) -> Vec<PaletteLine<A>> {
        let mut lines: Vec<PaletteLine<A>> = Vec::new();
        let mut group = None;
        for (place, row) in self.found(mode, keys, say).into_iter().enumerate() {
            if group != Some(row.group) {
                if group.is_some() {
                    lines.push(PaletteLine::Blank);
                }
                lines.push(PaletteLine::Heading(row.group));
                group = Some(row.group);
            }
            lines.push(PaletteLine::Action(row, place, row.why_off(mode, app, say)));
        }
        lines
    }

    /// Moves the choice by `steps` actions.
    pub fn step<A>(&mut self, steps: isize, keys: &Keymap<A>, say: &Words) {
        // However they are ordered.
        let last = self.found(Mode::List, keys, say).len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(steps).min(last);
    }

    /// Keeps the chosen action in sight among `lines`, drawn on `height` rows.
    pub fn fit<A>(&mut self, lines: &[PaletteLine<A>], (keys, say): (&Keymap<A>, &Words), height: usize) {
        self.step(0, keys, say);
        let is_chosen =
            |line: &PaletteLine<A>| matches!(line, PaletteLine::Action(_, place, _) if *place == self.cursor);
        let line = lines.iter().position(is_chosen).unwrap_or_default();
        let headed = matches!(lines.get(line.wrapping_sub(1)), Some(PaletteLine::Heading(_)));
        self.top = window(self.top, (line.saturating_sub(usize::from(headed)), line), lines.len(), height);
    }
}
