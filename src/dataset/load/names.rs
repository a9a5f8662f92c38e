//! Ids that tables claim and others refer to.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::Hash;
use std::ops::Range;

use super::field::Word;
use super::map::Map;
use super::sink::Sink;
use crate::dataset::{BarrierId, ChannelId, CompanyId, KindId, Party, PlatformId, SourceId};
use crate::fault::{Fault, code};

/// The id that means everyone, in a barrier's `against`.
pub(super) const ANY: &str = "any";

/// The ids of one set, and what they stand for.
pub(super) struct Names<'i, T> {
    /// What an id of this set names, as faults say it.
    noun: &'static str,
    /// In file order, for spellings: the map is never iterated.
    claimed: Vec<(Cow<'i, str>, T)>,
    places: Map<Cow<'i, str>, (T, Range<usize>)>,
}

impl<'i, T: Copy> Names<'i, T> {
    pub(super) fn new(noun: &'static str) -> Self {
        Self { noun, claimed: Vec::new(), places: Map::default() }
    }

    /// Gives the id `word` to `it`. An id used twice is a fault, and stays with the first.
    pub(super) fn claim(&mut self, sink: &Sink<'i>, word: Option<&Word<'i>>, it: T) {
        let Some(word) = word else { return };
        if let Some((_, first)) = self.places.get(&word.text) {
            let message = format!("the id {} is used twice", code(&word.text));
            let fault = Fault::error(word.span.clone(), &message, "expected an id of its own");
            sink.report(fault.also(first.clone(), "first used here"));
            return;
        }
        self.claimed.push((word.text.clone(), it));
        self.places.insert(word.text.clone(), (it, word.span.clone()));
    }

    /// What `id` stands for.
    pub(super) fn get(&self, id: &str) -> Option<T> {
        self.places.get(id).map(|(it, _)| *it)
    }

    /// Every id of the set, in file order: what it stands for, and where it was claimed.
    pub(super) fn claims(&self) -> impl Iterator<Item = (&str, T, Range<usize>)> {
        self.claimed.iter().filter_map(|(id, it)| {
            let (_, span) = self.places.get(id)?;
            Some((id.as_ref(), *it, span.clone()))
        })
    }

    /// What `word` refers to. A reference to nothing is a fault.
    pub(super) fn find(&self, sink: &Sink<'i>, word: &Word<'i>) -> Option<T> {
        self.get(&word.text).or_else(|| {
            self.report(sink, word, self.noun, Some);
            None
        })
    }

    /// The same, but what was probably meant stands in for nothing, so that a misspelt source is not blamed a
    /// second time where it stands, for being cited by nobody.
    pub(super) fn find_meant(&self, sink: &Sink<'i>, word: &Word<'i>) -> Option<T> {
        self.get(&word.text).or_else(|| self.report(sink, word, self.noun, Some))
    }

    /// Reports a reference to no `noun`; comes back with the nearest of those that `pick` takes.
    fn report<U>(&self, sink: &Sink<'i>, word: &Word<'i>, noun: &str, pick: fn(T) -> Option<U>) -> Option<U> {
        let ids = self.claimed.iter().filter(|(_, it)| pick(*it).is_some()).map(|(id, _)| id.as_ref());
        let nearest = sink.nearest(&word.text, self.claimed.len(), ids);
        let message = format!("there is no {noun} {}", code(&word.text));
        let expected = format!("expected the id of a {noun}");
        sink.report(Fault::error(word.span.clone(), &message, &expected).meant(nearest));
        nearest.and_then(|id| self.get(id)).and_then(pick)
    }

    /// What each of `words` refers to; one named twice counts once.
    pub(super) fn find_all(&self, sink: &Sink<'i>, words: &[Word<'i>]) -> Vec<T>
    where
        T: Eq + Hash,
    {
        unique(words.iter().filter_map(|word| self.find(sink, word)))
    }
}

/// Each of them once.
fn unique<T: Copy + Eq + Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = items.collect();
    let mut seen = HashSet::with_capacity(all.len());
    all.retain(|item| seen.insert(*item));
    all
}

/// Every set of ids that a milestone refers to.
pub(super) struct Scope<'i> {
    /// Companies and platforms share one set.
    pub(super) parties: Names<'i, Party>,
    pub(super) kinds: Names<'i, KindId>,
    pub(super) channels: Names<'i, ChannelId>,
    pub(super) sources: Names<'i, SourceId>,
    pub(super) barriers: Names<'i, BarrierId>,
}

impl<'i> Scope<'i> {
    pub(super) fn new() -> Self {
        Self {
            parties: Names::new("company or platform"),
            kinds: Names::new("kind"),
            channels: Names::new("channel"),
            sources: Names::new("source"),
            barriers: Names::new("barrier"),
        }
    }

    /// Gives the id of a company or platform away, unless it is the reserved one.
    pub(super) fn claim_party(&mut self, sink: &Sink<'i>, word: Option<&Word<'i>>, party: Party) {
        match word {
            Some(word) if word.text == ANY => {
                let fault =
                    Fault::error(word.span.clone(), "the id `any` is reserved", "expected another id");
                sink.report(fault.help("`against = [\"any\"]` means everyone"));
            }
            word => self.parties.claim(sink, word, party),
        }
    }

    pub(super) fn company(&self, sink: &Sink<'i>, word: &Word<'i>) -> Option<CompanyId> {
        self.party(sink, word, ["company", "platform"], |party| match party {
            Party::Company(id) => Some(id),
            _ => None,
        })
    }

    pub(super) fn platform(&self, sink: &Sink<'i>, word: &Word<'i>) -> Option<PlatformId> {
        self.party(sink, word, ["platform", "company"], |party| match party {
            Party::Platform(id) => Some(id),
            _ => None,
        })
    }

    pub(super) fn companies(&self, sink: &Sink<'i>, words: &[Word<'i>]) -> Vec<CompanyId> {
        unique(words.iter().filter_map(|word| self.company(sink, word)))
    }

    pub(super) fn platforms(&self, sink: &Sink<'i>, words: &[Word<'i>]) -> Vec<PlatformId> {
        unique(words.iter().filter_map(|word| self.platform(sink, word)))
    }

    fn party<U>(
        &self,
        sink: &Sink<'i>,
        word: &Word<'i>,
        [wanted, other]: [&str; 2],
        pick: fn(Party) -> Option<U>,
    ) -> Option<U> {
        let Some(party) = self.parties.get(&word.text) else {
            self.parties.report(sink, word, wanted, pick);
            return None;
        };
        let found = pick(party);
        if found.is_none() {
            let message = format!("{} is a {other}, not a {wanted}", code(&word.text));
            let expected = format!("expected the id of a {wanted}");
            sink.report(Fault::error(word.span.clone(), &message, &expected));
        }
        found
    }
}
