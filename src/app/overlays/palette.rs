//! The help: what is drawn on this screen, what words mean, and every action; found by typing, chosen by arrows. Enter
//! runs an action, each with its reason when it is off.

use std::cmp::Reverse;

use crate::app::core::keymap::Keymap;
use crate::app::core::mode::{Mode, View};
use crate::app::core::prompt::Prompt;
use crate::app::core::row::Row;
use crate::app::core::window::window;
use crate::words::{HelpPlace, HelpTerm, Words};

/// The palette's own state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// What is searched for.
    pub prompt: Prompt,
    /// The chosen entry, counted among those found.
    pub cursor: usize,
    /// The first line drawn.
    pub top: usize,
}

/// What can be found in the help.
#[derive(Debug)]
pub enum HelpEntry<A: 'static> {
    /// What something means.
    Term(&'static HelpTerm),
    /// Something that can be done.
    Action(&'static Row<A>),
}

/// A line of the palette.
#[derive(Debug)]
pub enum PaletteLine<A: 'static> {
    /// Above entries of one sort.
    Heading(&'static str),
    /// A term, and its place among what is found.
    Term(&'static HelpTerm, usize),
    /// An action, its place among what is found, and why it is off, if it is.
    Action(&'static Row<A>, usize, Option<String>),
    /// Nothing.
    Blank,
}

/// No more keys than these are those that matter most.
const KEYS_HERE: usize = 10;

impl<A> Clone for HelpEntry<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for HelpEntry<A> {}

/// Where the help is opened from, and what it says.
#[derive(Debug)]
pub(in crate::app) struct HelpScope<'a, A: 'static> {
    pub(in crate::app) mode: Mode,
    pub(in crate::app) view: View,
    pub(in crate::app) keys: &'a Keymap<A>,
    pub(in crate::app) say: &'static Words,
}

impl Palette {
    /// The actions that hold every word typed: first the one that is meant whose key or whole name is typed, then those
    /// whose names begin so, each time those first that work in `mode`; else in the order of the table.
    pub fn found<A>(&self, mode: Mode, keys: &Keymap<A>, say: &Words) -> Vec<&'static Row<A>> {
        self.ranked(mode, keys, say).into_iter().map(|(_, row)| row).collect()
    }

    fn ranked<A>(&self, mode: Mode, keys: &Keymap<A>, say: &Words) -> Vec<(u8, &'static Row<A>)> {
        let typed = self.prompt.text().trim();
        let text = typed.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let holds = |row: &&'static Row<A>| {
            let word = row.footer.map_or("", |footer| (footer.word)(&say.footer));
            let keys_written = keys.written(row.action).collect::<Vec<_>>().join(" ");
            let all = format!("{} {} {word} {keys_written}", row.name, row.help(say)).to_lowercase();
            words.iter().all(|word| all.contains(word)) || keys.has_key(row.action, typed)
        };
        let rank = |row: &Row<A>| match row.name.strip_prefix(&text) {
            _ if keys.has_key(row.action, typed) => 0,
            Some("") => 0,
            Some(_) => 1,
            None => 2,
        };
        let found = keys.rows().iter().filter(holds);
        let mut found: Vec<(u8, &Row<A>)> = found.map(|row| (rank(row), row)).collect();
        found.sort_by_key(|(rank, row)| (*rank, !row.modes.contains(&mode)));
        found
    }

    /// Everything that is found, under its headings. Where nothing is typed: what is on the screen, words, the keys that
    /// matter most, and all actions; else the action that is meant, then terms, those whose name begins so first, then the
    /// other actions.
    pub(in crate::app) fn sections<A>(
        &self,
        scope: &HelpScope<'_, A>,
    ) -> Vec<(&'static str, Vec<HelpEntry<A>>)> {
        let text = self.prompt.text().trim().to_lowercase();
        let ranked = self.ranked(scope.mode, scope.keys, scope.say);
        let meant = ranked.iter().take_while(|(rank, _)| *rank == 0 && !text.is_empty()).count();
        let (exact, others) = ranked.split_at(meant);
        let mut sections = by_group(exact.iter().map(|(_, row)| *row), scope.say);
        sections.extend(terms(&text, scope));
        if text.is_empty() {
            sections.push((scope.say.glossary.keys_here, keys_here(scope)));
        }
        sections.extend(by_group(others.iter().map(|(_, row)| *row), scope.say));
        sections.retain(|(_, entries)| !entries.is_empty());
        sections
    }

    /// Everything that is listed.
    pub(in crate::app) fn lines<A>(&self, scope: &HelpScope<'_, A>, app: &A) -> Vec<PaletteLine<A>> {
        let mut lines: Vec<PaletteLine<A>> = Vec::new();
        let mut place = 0;
        for (title, entries) in self.sections(scope) {
            if !lines.is_empty() {
                lines.push(PaletteLine::Blank);
            }
            lines.push(PaletteLine::Heading(title));
            for entry in entries {
                lines.push(match entry {
                    HelpEntry::Term(term) => PaletteLine::Term(term, place),
                    HelpEntry::Action(row) => {
                        PaletteLine::Action(row, place, row.why_off(scope.mode, app, scope.say))
                    }
                });
                place += 1;
            }
        }
        lines
    }

    /// The chosen entry.
    pub(in crate::app) fn chosen<A>(&self, scope: &HelpScope<'_, A>) -> Option<HelpEntry<A>> {
        self.sections(scope).into_iter().flat_map(|(_, entries)| entries).nth(self.cursor)
    }

    /// Moves the choice by `steps` entries of so many.
    pub(in crate::app) fn step(&mut self, steps: isize, entries: usize) {
        self.cursor = self.cursor.saturating_add_signed(steps).min(entries.saturating_sub(1));
    }

    /// Keeps the chosen entry in sight among `lines`, drawn on `height` rows.
    pub(in crate::app) fn fit<A>(&mut self, lines: &[PaletteLine<A>], height: usize) {
        self.step(0, entries(lines));
        let line = lines.iter().position(|line| line.place() == Some(self.cursor)).unwrap_or_default();
        let headed = matches!(lines.get(line.wrapping_sub(1)), Some(PaletteLine::Heading(_)));
        self.top = window(self.top, (line.saturating_sub(usize::from(headed)), line), lines.len(), height);
    }
}

impl<A> PaletteLine<A> {
    /// The place of an entry among what is found.
    pub const fn place(&self) -> Option<usize> {
        match self {
            Self::Term(_, place) | Self::Action(_, place, _) => Some(*place),
            Self::Heading(_) | Self::Blank => None,
        }
    }
}

/// How many entries there are on `lines`.
pub(in crate::app) fn entries<A>(lines: &[PaletteLine<A>]) -> usize {
    lines.iter().filter(|line| line.place().is_some()).count()
}

/// Actions under the headings of their groups, each time one begins.
fn by_group<A>(
    rows: impl Iterator<Item = &'static Row<A>>,
    say: &Words,
) -> Vec<(&'static str, Vec<HelpEntry<A>>)> {
    let mut sections: Vec<(&'static str, Vec<HelpEntry<A>>)> = Vec::new();
    for row in rows {
        let title = row.group.title(say);
        match sections.last_mut() {
            Some((last, entries)) if *last == title => entries.push(HelpEntry::Action(row)),
            _ => sections.push((title, vec![HelpEntry::Action(row)])),
        }
    }
    sections
}

/// The terms that hold every word of `text`: those that are drawn in this view, then words. Where something is typed, those
/// that are drawn in other views as well.
fn terms<A>(text: &str, scope: &HelpScope<'_, A>) -> [(&'static str, Vec<HelpEntry<A>>); 2] {
    let place = match scope.view {
        View::Front => HelpPlace::Front,
        View::Timeline => HelpPlace::Timeline,
        View::Lanes => HelpPlace::Lanes,
        View::Walls => HelpPlace::Walls,
        View::Ledger => HelpPlace::Ledger,
        View::Story => HelpPlace::Story,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found: Vec<&HelpTerm> =
        scope.say.glossary.terms.iter().filter(|term| term.holds(&words)).collect();
    if !text.is_empty() {
        found.sort_by_key(|term| Reverse(term.name.to_lowercase().starts_with(text)));
    }
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|term| term.drawn_in.contains(&place));
    let words = elsewhere.into_iter().filter(|term| term.drawn_in.is_empty() || !text.is_empty());
    let as_entries = |terms: Vec<&'static HelpTerm>| terms.into_iter().map(HelpEntry::Term).collect();
    [
        (scope.say.glossary.on_screen, as_entries(here)),
        (scope.say.glossary.words, as_entries(words.collect())),
    ]
}

/// The actions that the footer has first where the help is opened from.
fn keys_here<A>(scope: &HelpScope<'_, A>) -> Vec<HelpEntry<A>> {
    let here = |row: &&'static Row<A>| row.footer.is_some_and(|footer| footer.modes.contains(&scope.mode));
    let mut rows: Vec<&Row<A>> = scope.keys.rows().iter().filter(here).collect();
    rows.sort_by_key(|row| row.footer.map(|footer| footer.rank));
    rows.into_iter().take(KEYS_HERE).map(HelpEntry::Action).collect()
}
