//! What is searched for.

use crate::words::Words;
use std::rc::Rc;

use crate::dataset::MilestoneId;
use crate::query::{Query, Term};

/// What is looked for, and what was found among the rows of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// What it means.
    pub query: Query,
    /// In chronological order.
    pub hits: Rc<[MilestoneId]>,
}

impl Search {
    /// The place of `id` among the hits, counted from 1.
    pub fn number(&self, id: MilestoneId) -> Option<usize> {
        self.hits.binary_search(&id).ok().map(|place| place + 1)
    }

    /// What there is to say where nothing is found.
    pub(in crate::app) fn nowhere(&self, say: &Words) -> String {
        let is_word = |term: &Term| term.head().is_empty();
        if self.query.terms().iter().all(is_word) {
            (say.notices.no_text_has)(&self.text)
        } else {
            (say.notices.nothing_is)(&self.text)
        }
    }
}
