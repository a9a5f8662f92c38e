//! Search: goes to what is looked for, marks it, and hides nothing.

use std::rc::Rc;

use super::ask::Ask;
use super::due::read;
use super::{App, Layer, Prompt};
use crate::dataset::MilestoneId;
use crate::query::{HitField, Query, Term, hit_fields};

/// Why there is no next hit where nothing is looked for.
pub(super) const NO_SEARCH: &str = "nothing is searched for: / begins";

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
    pub(super) fn nowhere(&self) -> String {
        let is_word = |term: &Term| term.head().is_empty();
        if self.query.terms().iter().all(is_word) {
            format!("no title, text, note, name or id here has {}", self.text)
        } else {
            format!("nothing here matches {}", self.text)
        }
    }
}

impl App {
    /// Begins to search, from here.
    pub(super) fn begin_search(&mut self) {
        let ask = Ask::new(String::new(), &self.state);
        self.state.layers.push(Layer::Search(ask));
    }

    /// Looks for what is typed, anew from where the search began, and stays there where nothing is.
    pub(super) fn search_as_typed(&mut self, lines: &[Prompt]) {
        let Some(Layer::Search(ask)) = self.state.layers.last_mut() else { return };
        let (faults, said) = read(lines, &self.dataset, |_| true);
        ask.faults = faults;
        let Some((line, query)) = said else { return };
        let before = Rc::clone(&ask.before);
        self.answer_from(&before);
        self.set_search(line.text(), query);
        let origin = before.reading().map_or(before.place, |(id, _)| id);
        let hits = self.hits();
        let from = hits.partition_point(|hit| *hit < origin);
        if let Some(hit) = hits.get(from).or(hits.first()) {
            self.jump_to_id(*hit);
            self.seek();
        }
    }

    /// Scrolls what is read to what is searched for, once it is laid out.
    fn seek(&mut self) {
        self.state.reader_mut().seeks = true;
    }

    /// Looks for `query` from now on; for nothing where it is empty.
    pub(super) fn set_search(&mut self, text: &str, query: Query) {
        self.state.search = (!query.is_empty()).then(|| {
            let hits = Rc::default();
            Search { text: text.trim().to_owned(), query, hits }
        });
        self.find_hits();
    }

    /// Finds the hits among the rows of the list: when either has changed.
    pub(super) fn find_hits(&mut self) {
        let Some(search) = &self.state.search else { return };
        let mut query = search.query.clone();
        if !self.state.dim {
            query.extend(self.state.query.clone());
        }
        let hits: Rc<[MilestoneId]> = self.searcher.ids(&query, &self.dataset).into();
        self.state.search.iter_mut().for_each(|search| search.hits = Rc::clone(&hits));
    }

    fn hits(&self) -> Rc<[MilestoneId]> {
        self.state.search.as_ref().map(|search| Rc::clone(&search.hits)).unwrap_or_default()
    }

    /// To the next hit or the one before, around the ends with a word about it.
    pub(super) fn go_to_hit(&mut self, steps: isize) {
        let hits = self.hits();
        let nowhere = self.state.search.as_ref().map(Search::nowhere).unwrap_or_default();
        self.go_around(&hits, steps, &nowhere);
        self.seek();
    }

    /// What an empty search asks for, as in less and vim: the next hit of the last one.
    pub(super) fn search_again(&mut self) {
        match self.state.search {
            Some(_) => self.go_to_hit(1),
            None => self.state.notice(NO_SEARCH),
        }
    }

    /// To the next one of `ids` or the one before, around the ends with a word about it.
    pub(super) fn go_around(&mut self, ids: &[MilestoneId], steps: isize, none: &str) {
        let Some(here) = self.here() else { return };
        let next = if steps > 0 {
            Some(ids.partition_point(|id| *id <= here))
        } else {
            ids.partition_point(|id| *id < here).checked_sub(1)
        };
        let around = if steps > 0 { ids.first() } else { ids.last() };
        match (next.and_then(|place| ids.get(place).copied()), around.copied()) {
            (Some(id), _) => self.jump_to_id(id),
            (None, Some(id)) if id == here => self.state.notice("this is the only one"),
            (None, Some(id)) => {
                self.jump_to_id(id);
                let end = if steps > 0 {
                    "after the last comes the first"
                } else {
                    "before the first comes the last"
                };
                self.state.notice(end);
            }
            (None, None) => self.state.notice(none),
        }
    }

    /// Where the words looked for stand in what is read, in words: `the summary`, `a name of Tencent`.
    pub fn hit_places(&self) -> Option<String> {
        let search = self.state.search.as_ref()?;
        let (milestone, _) = self.read()?;
        search.number(milestone.place())?;
        let first = |word: &str| {
            Some((hit_fields(word, milestone, &self.dataset).into_iter().next()?, word.to_owned()))
        };
        let mut found: Vec<(HitField, String)> = Vec::new();
        for (place, word) in search.query.words().filter_map(first) {
            if found.iter().all(|(other, _)| *other != place) {
                found.push((place, word));
            }
        }
        let found: Vec<String> =
            found.into_iter().map(|(place, word)| place.words(&word, &self.dataset)).collect();
        (!found.is_empty()).then(|| format!("in {}", found.join(" and ")))
    }

    /// The words that are looked for and filtered by, in their folded form: what is marked wherever it is read.
    pub fn words(&self) -> Vec<&str> {
        let searched = self.state.search.iter().flat_map(|search| search.query.words());
        let mut words: Vec<&str> = searched.chain(self.state.query.words()).collect();
        // A longer word first: within it a shorter one is marked already.
        words.sort_unstable_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        words.dedup();
        words
    }
}
