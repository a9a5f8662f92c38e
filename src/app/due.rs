//! What is typed into a prompt of the query language, and what it asks for: in a large dataset the line is drawn first.
//!
//! A key then only edits the line, and its answer is *due*. Whoever runs the app draws, and gives it [`Event::Due`] once
//! nothing else has happened; more letters that came before replace what was due, so that a fast typist waits for no
//! answer to a line that is gone. Whatever else is done is done to the answer, so that is found first: a session comes
//! to the same whether its answers are late or not.
//!
//! [`Event::Due`]: super::Event::Due

use super::action::Action;
use super::keymap::Meaning;
use super::table::Deed;
use super::{App, Layer, Prompt};
use crate::dataset::Dataset;
use crate::query::{ParsedQuery, Query, QueryFault};

/// Up to so many milestones are searched well within a frame, so that line and answer are one.
const AT_ONCE: usize = 20_000;

/// Lines of a prompt as they were typed, the last of them the present one.
#[derive(Debug, Default)]
pub(super) struct Due {
    lines: Vec<Prompt>,
    is_late: bool,
}

impl Due {
    pub(super) fn new(dataset: &Dataset) -> Self {
        Self { lines: Vec::new(), is_late: dataset.len() > AT_ONCE }
    }
}

impl App {
    /// Whether what is typed waits for its answer: for [`Event::Due`](super::Event::Due).
    pub fn is_due(&self) -> bool {
        !self.due.lines.is_empty()
    }

    /// Has answers come late, or at once, whatever the size of the dataset.
    pub fn answer_late(&mut self, is_late: bool) {
        self.catch_up();
        self.due.is_late = is_late;
    }

    /// Takes note that the line on top is another one.
    pub(super) fn ask_anew(&mut self) {
        if let Some(Layer::Search(ask) | Layer::Query(ask)) = self.state.layers.last_mut() {
            // What is offered is of another line.
            ask.chosen = None;
            self.due.lines.push(ask.prompt.clone());
        }
        if !self.due.is_late {
            self.catch_up();
        }
    }

    /// Answers what is due.
    pub(super) fn catch_up(&mut self) {
        if !self.is_due() {
            return;
        }
        let lines = std::mem::take(&mut self.due.lines);
        match self.state.layers.last() {
            Some(Layer::Search(_)) => self.search_as_typed(&lines),
            Some(Layer::Query(_)) => self.query_as_typed(&lines),
            _ => {}
        }
    }

    /// Answers what is due before a key does what it means, unless that is nothing to the answer: who leaves does not
    /// wait for it.
    pub(super) fn catch_up_for(&mut self, meaning: &Meaning) {
        match meaning {
            Meaning::Run { row, .. } if row.action == Action::Close => self.due.lines.clear(),
            Meaning::Run { row, .. } if row.action == Action::ClearPrompt => {}
            Meaning::Run { row, .. } if matches!(row.run, Deed::Anywhere(_)) => {}
            _ => self.catch_up(),
        }
    }
}

/// What is wrong with the last of `lines`, and the last one that says something, with what it says: as long as
/// something is wrong, the answer to that one stays.
pub(super) fn read<'a>(
    lines: &'a [Prompt],
    dataset: &Dataset,
    says_something: impl Fn(&Prompt) -> bool,
) -> (Vec<QueryFault>, Option<(&'a Prompt, Query)>) {
    let mut faults = None;
    let said = lines.iter().rev().find_map(|line| {
        let ParsedQuery { query, faults: wrong, .. } = Query::parse(line.text(), dataset);
        let is_sound = wrong.is_empty();
        faults.get_or_insert(wrong);
        (is_sound && says_something(line)).then_some((line, query))
    });
    (faults.unwrap_or_default(), said)
}
