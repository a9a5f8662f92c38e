//! The list of all actions: found by typing, chosen by arrows, run by Enter, each with its reason when it is
//! off.

use super::action::{Group, Mode};
use super::table::{Row, TABLE};
use super::window;
use super::{App, Prompt};

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
#[derive(Clone, Debug)]
pub enum Line {
    /// A group of actions.
    Heading(Group),
    /// An action, its place among those found, and why it is off, if it is.
    Action(&'static Row, usize, Option<String>),
    /// Nothing.
    Blank,
}

impl Palette {
    /// The actions that hold every word typed: first the one that is meant whose key or whole name is typed, then those
    /// whose names begin so, each time those first that work in `mode`; else in the order of the table.
    pub fn found(&self, mode: Mode) -> Vec<&'static Row> {
        let typed = self.prompt.text().trim();
        let text = typed.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let holds = |row: &&Row| {
            let all = format!("{} {} {}", row.name, row.help, row.keys.join(" ")).to_lowercase();
            words.iter().all(|word| all.contains(word)) || row.has_key(typed)
        };
        let rank = |row: &Row| match row.name.strip_prefix(&text) {
            _ if row.has_key(typed) => 0,
            Some("") => 0,
            Some(_) => 1,
            None => 2,
        };
        let mut found: Vec<&Row> = TABLE.iter().filter(holds).collect();
        found.sort_by_key(|row| (rank(row), !row.modes.contains(&mode)));
        found
    }

    /// Everything that is listed for one who was in `mode`: the actions found, under their headings.
    pub fn lines(&self, mode: Mode, app: &App) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut group = None;
        for (place, row) in self.found(mode).into_iter().enumerate() {
            if group != Some(row.group) {
                if group.is_some() {
                    lines.push(Line::Blank);
                }
                lines.push(Line::Heading(row.group));
                group = Some(row.group);
            }
            lines.push(Line::Action(row, place, row.why_off(mode, app)));
        }
        lines
    }

    /// Moves the choice by `steps` actions.
    pub fn step(&mut self, steps: isize) {
        // However they are ordered.
        let last = self.found(Mode::List).len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(steps).min(last);
    }

    /// Keeps the chosen action in sight among `lines`, drawn on `height` rows.
    pub fn fit(&mut self, lines: &[Line], height: usize) {
        self.step(0);
        let is_chosen = |line: &Line| matches!(line, Line::Action(_, place, _) if *place == self.cursor);
        let line = lines.iter().position(is_chosen).unwrap_or_default();
        let headed = matches!(lines.get(line.wrapping_sub(1)), Some(Line::Heading(_)));
        self.top = window(self.top, (line.saturating_sub(usize::from(headed)), line), lines.len(), height);
    }
}
