//! The prompts in the query language, for a filter and for a search: what is typed, what is wrong with it, and how
//! it may go on.

use crate::app::core::prompt::Prompt;
use crate::app::core::window::window;
use crate::dataset::Dataset;
use crate::query::{Completion, Field, ParsedQuery, Query, QueryFault, Term, may_become_date};
use crate::text::halfwidth;

/// A line of the query language being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryPrompt {
    /// The line.
    pub prompt: Prompt,
    /// What is wrong with it. While anything is, the last good result stays.
    pub faults: Vec<QueryFault>,
    /// What of it was written as nothing but a date: it is said how that is read.
    pub dates: Vec<Term>,
    /// How it may go on.
    pub offered: Vec<Completion>,
    /// The one of them that is chosen.
    pub chosen: Option<usize>,
    /// The first of them drawn.
    pub top: usize,
    /// The line as it was when something was put in with a blank behind it.
    put: Option<String>,
}

impl QueryPrompt {
    pub(in crate::app) fn new(line: String) -> Self {
        let prompt = Prompt::new(line);
        let (faults, dates) = (Vec::new(), Vec::new());
        Self { prompt, faults, dates, offered: Vec::new(), chosen: None, top: 0, put: None }
    }

    /// Takes note of what the line was read as.
    pub(in crate::app) fn note(&mut self, parsed: ParsedQuery) {
        (self.faults, self.dates) = (parsed.faults, parsed.dates);
    }

    /// Whether what is shown is of an earlier line: something is wrong with this one, or it is not yet a word.
    pub fn holds(&self) -> bool {
        !self.faults.is_empty() || may_become_more(&self.prompt)
    }

    /// What is wrong elsewhere than at the word that is being typed, as long as there are ways to go on with that, or
    /// its digits may yet be a date.
    pub fn shown_faults(&self) -> impl Iterator<Item = &QueryFault> {
        let cursor = self.prompt.cursor_byte();
        let key = word(&self.prompt).split_once([':', '：']).and_then(|(key, _)| Field::of_key(key));
        let may_be_date = move |fault: &QueryFault| {
            let part = self.prompt.text().get(fault.at.clone()).unwrap_or_default();
            let mut twins = part.chars().map(halfwidth);
            key.is_some_and(Field::is_time) && twins.all(|c| c.is_ascii_digit() || "-.".contains(c))
        };
        let is_begun = move |fault: &QueryFault| {
            fault.at.end == cursor && (!self.offered.is_empty() || may_be_date(fault))
        };
        self.faults.iter().filter(move |fault| !is_begun(fault))
    }

    /// Moves the choice by `steps`; above the first, nothing is chosen.
    pub(in crate::app) fn step(&mut self, steps: isize) {
        let at = self.chosen.map_or(0, |chosen| chosen + 1);
        let to = at.saturating_add_signed(steps).min(self.offered.len());
        self.chosen = to.checked_sub(1);
    }

    /// Keeps the choice in sight on `height` rows.
    pub(in crate::app) fn fit(&mut self, height: usize) {
        let chosen = self.chosen.unwrap_or(0);
        self.top = window(self.top, (chosen, chosen), self.offered.len(), height);
    }

    /// Puts in what is chosen, or what is offered first. A value is whole: the next word may follow.
    pub(in crate::app) fn accept(&mut self) -> bool {
        let Some(completion) = self.offered.get(self.chosen.unwrap_or(0)).cloned() else { return false };
        let is_last = completion.at.end == self.prompt.text().len();
        let after = if is_last && completion.count.is_some() { " " } else { "" };
        self.prompt.replace(completion.at, &format!("{}{after}", completion.text));
        self.put = (!after.is_empty()).then(|| self.prompt.text().to_owned());
        true
    }

    /// Whether the cursor stands right behind what was put in and the blank that nobody typed: another blank is there
    /// already, and a comma goes on with the value.
    pub(in crate::app) fn is_behind_blank(&self) -> bool {
        self.put.as_deref() == Some(self.prompt.text())
            && self.prompt.cursor_byte() == self.prompt.text().len()
    }

    /// Takes back the blank that nobody typed.
    pub(in crate::app) fn take_blank_back(&mut self) {
        let end = self.prompt.text().len();
        self.prompt.replace(end.saturating_sub(" ".len())..end, "");
    }
}

/// What stands before the cursor since the last blank, without a `-`.
fn word(line: &Prompt) -> &str {
    let before = line.text().get(..line.cursor_byte()).unwrap_or_default();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.strip_prefix(['-', '－']).unwrap_or(word)
}

/// Whether the word at the cursor may yet become a key or a date: `kin` is no search while `kind:` is being typed, and `202`
/// none while it will be `2021`.
pub(in crate::app) fn may_become_more(line: &Prompt) -> bool {
    let word = word(line).to_ascii_lowercase();
    let may_be_key = || Field::KEYED.iter().any(|field| field.key().starts_with(&word));
    !word.is_empty() && (may_be_key() || may_become_date(&word))
}

/// What the last of `lines` was read as, and the last one that says something, with what it says: as long as
/// something is wrong, the answer to that one stays.
pub(in crate::app) fn read<'a>(
    lines: &'a [Prompt],
    dataset: &Dataset,
    says_something: impl Fn(&Prompt) -> bool,
) -> (ParsedQuery, Option<(&'a Prompt, Query)>) {
    let mut last = None;
    let said = lines.iter().rev().find_map(|line| {
        let parsed = Query::parse(line.text(), dataset);
        let says = parsed.faults.is_empty() && says_something(line);
        let said = says.then(|| (line, parsed.query.clone()));
        last.get_or_insert(parsed);
        said
    });
    (last.unwrap_or_default(), said)
}
