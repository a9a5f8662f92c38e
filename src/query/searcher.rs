//! Runs queries over an index, and remembers what its last words and spans of time came to: of a query that is
//! being typed all but the last letter is known already.

use std::rc::Rc;

use roaring::RoaringBitmap;

use super::index::Index;
use super::matches::Matches;
use super::sets::{id, size};
use super::{Field, Query, Relaxation, Term, TermValue, ValueMeaning};
use crate::dataset::{Dataset, MilestoneId};
use crate::date::Span;

/// See the module. It belongs to one dataset.
#[derive(Debug)]
pub struct Searcher {
    index: Index,
    /// The latest last.
    recent: Vec<(ValueMeaning, Rc<RoaringBitmap>)>,
}

/// A query that is typed has a word a letter; more than these are of another one.
const REMEMBERED: usize = 32;

impl Searcher {
    /// Reads `dataset` once.
    pub fn new(dataset: &Dataset) -> Self {
        Self::of(Index::new(dataset))
    }

    /// Runs queries over `index`, which somebody built already.
    pub fn of(index: Index) -> Self {
        Self { index, recent: Vec::new() }
    }

    /// What is known of the dataset.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The milestones that match, and for every facet value how many *only this* value would give under all other
    /// conditions.
    pub fn matches(&mut self, query: &Query, dataset: &Dataset) -> Matches {
        let sets = self.sets(query.terms(), dataset);
        let set = self.meet(query.terms(), &sets, |_, _| true);
        let mut matches = Matches::new(&set);
        for facet in Field::FACETS {
            let is_own = |term: &Term| term.field == facet && term.is_own();
            let under;
            let under = if query.terms().iter().any(is_own) {
                under = self.meet(query.terms(), &sets, |_, term| !is_own(term));
                &under
            } else {
                &set
            };
            matches.count_all(self.index.counts(facet, under, dataset).into_iter());
        }
        matches
    }

    /// The places of the milestones that match, in chronological order.
    pub fn ids(&mut self, query: &Query, dataset: &Dataset) -> Vec<MilestoneId> {
        Matches::new(&self.all_of(query, dataset)).ids
    }

    /// For each term of a query that matches nothing, how many match without it; the most first, and of equals the
    /// last one typed. Where no single term keeps everything out, the fewest of the last ones that do together.
    pub fn relaxations(&mut self, query: &Query, dataset: &Dataset) -> Vec<Relaxation> {
        let sets = self.sets(query.terms(), dataset);
        let terms: Vec<_> = query.terms().iter().zip(&sets).collect();
        // What the terms before each place leave, so that a query of many words is gone through twice, not once a word.
        let mut before = vec![self.index.all.clone()];
        for (term, set) in &terms {
            let mut met = before[before.len() - 1].clone();
            narrow(&mut met, term, set);
            before.push(met);
        }
        let mut behind = self.index.all.clone();
        let mut ways = Vec::new();
        for (place, (term, set)) in terms.iter().enumerate().rev() {
            let count = size(before[place].intersection_len(&behind));
            ways.extend((count > 0).then_some(Relaxation { terms: place..place + 1, count }));
            narrow(&mut behind, term, set);
        }
        ways.sort_by_key(|way| std::cmp::Reverse(way.count));
        if ways.is_empty() {
            let some = (0..terms.len()).rev().find(|first| !before[*first].is_empty());
            ways.extend(
                some.map(|first| Relaxation { terms: first..terms.len(), count: size(before[first].len()) }),
            );
        }
        ways
    }

    /// The set of those that match.
    pub(super) fn all_of(&mut self, query: &Query, dataset: &Dataset) -> RoaringBitmap {
        let sets = self.sets(query.terms(), dataset);
        self.meet(query.terms(), &sets, |_, _| true)
    }

    /// The milestones in whose text, or in the names of whose parties and so on, `word` stands; an empty one stands
    /// in all.
    pub(super) fn holding(&mut self, word: &str, dataset: &Dataset) -> Rc<RoaringBitmap> {
        if word.is_empty() {
            return Rc::new(self.index.all.clone());
        }
        self.remembered(&ValueMeaning::Text(word.to_owned()), |index, recent| {
            let wider = |(meaning, set): &&(ValueMeaning, Rc<RoaringBitmap>)| {
                let shorter =
                    matches!(meaning, ValueMeaning::Text(shorter) if word.contains(shorter.as_str()));
                shorter && set.len() < index.all.len()
            };
            let wider = recent.iter().filter(wider).min_by_key(|(_, set)| set.len());
            index.holding_or_named(word, wider.map(|(_, set)| &**set), dataset)
        })
    }

    fn sets(&mut self, terms: &[Term], dataset: &Dataset) -> Vec<Rc<RoaringBitmap>> {
        terms.iter().map(|term| self.set(term, dataset)).collect()
    }

    /// What matches every term that, by its place and itself, `counts`.
    fn meet(
        &self,
        terms: &[Term],
        sets: &[Rc<RoaringBitmap>],
        counts: impl Fn(usize, &Term) -> bool,
    ) -> RoaringBitmap {
        let mut met = self.index.all.clone();
        let terms = terms.iter().zip(sets).enumerate();
        for (_, (term, set)) in terms.filter(|(place, (term, _))| counts(*place, term)) {
            narrow(&mut met, term, set);
        }
        met
    }

    /// What a term's values stand for, its `-` left out of account.
    pub(super) fn set(&mut self, term: &Term, dataset: &Dataset) -> Rc<RoaringBitmap> {
        match (term.field, term.values.as_slice()) {
            (_, [value]) => self.value(term.field, value, dataset),
            (Field::Between, [one, other]) => {
                Rc::new(self.index.between(one.meaning.entries(), other.meaning.entries(), dataset))
            }
            (field, values) => {
                let mut any = RoaringBitmap::new();
                for value in values {
                    any |= &*self.value(field, value, dataset);
                }
                Rc::new(any)
            }
        }
    }

    fn value(&mut self, field: Field, value: &TermValue, dataset: &Dataset) -> Rc<RoaringBitmap> {
        match &value.meaning {
            ValueMeaning::Entries(places) => Rc::new(match field {
                Field::Id => places.iter().filter_map(|place| u32::try_from(*place).ok()).collect(),
                Field::Relates => related(places, dataset),
                field => self.index.any(field, places, dataset),
            }),
            ValueMeaning::Year(year) => match self.index.of_year(*year) {
                Some(set) => Rc::new(set),
                None => {
                    self.remembered(&value.meaning, |index, _| touching(&Span::year(*year), index, dataset))
                }
            },
            ValueMeaning::Span(span) => {
                self.remembered(&value.meaning, |index, _| touching(span, index, dataset))
            }
            ValueMeaning::Text(word) => self.holding(word, dataset),
        }
    }

    fn remembered(
        &mut self,
        meaning: &ValueMeaning,
        find: impl FnOnce(&Index, &[(ValueMeaning, Rc<RoaringBitmap>)]) -> RoaringBitmap,
    ) -> Rc<RoaringBitmap> {
        let known = self.recent.iter().position(|(known, _)| known == meaning);
        let entry = match known {
            Some(place) => self.recent.remove(place),
            None => (meaning.clone(), Rc::new(find(&self.index, &self.recent))),
        };
        let set = Rc::clone(&entry.1);
        self.recent.push(entry);
        if self.recent.len() > REMEMBERED {
            self.recent.remove(0);
        }
        set
    }
}

/// Leaves of `met` what matches `term`, whose values stand for `set`.
fn narrow(met: &mut RoaringBitmap, term: &Term, set: &RoaringBitmap) {
    if term.negated {
        *met -= set;
    } else {
        *met &= set;
    }
}

impl Index {
    fn any(&self, field: Field, places: &[usize], dataset: &Dataset) -> RoaringBitmap {
        let sets = places.iter().filter_map(|place| self.sets(field, dataset).get(*place));
        sets.fold(RoaringBitmap::new(), |any, set| any | set)
    }

    /// The milestones of two companies, one of those that each value means. One company is not two, whatever else
    /// carries its name.
    fn between(&self, ones: &[usize], others: &[usize], dataset: &Dataset) -> RoaringBitmap {
        let companies = self.sets(Field::Between, dataset);
        let mut both = RoaringBitmap::new();
        for one in ones {
            for other in others.iter().filter(|other| *other != one) {
                both |= &companies[*one] & &companies[*other];
            }
        }
        both
    }

    /// As [`Searcher::holding`]; of all, or, where only those `among` can have it, of these alone.
    fn holding_or_named(
        &self,
        word: &str,
        among: Option<&RoaringBitmap>,
        dataset: &Dataset,
    ) -> RoaringBitmap {
        let own = self.holding(word, among, dataset);
        self.named(word).fold(own, |found, name| found | &self.sets(name.field, dataset)[name.place])
    }
}

/// Milestones linked to any of `places`, either way.
fn related(places: &[usize], dataset: &Dataset) -> RoaringBitmap {
    let milestones = places.iter().map(|place| dataset.milestone(MilestoneId::new(*place)));
    let links = milestones.flat_map(|milestone| milestone.relations().iter().chain(milestone.incoming()));
    links.map(|relation| id(dataset.milestone(relation.to))).collect()
}

/// The milestones whose possible days touch `span`. In chronological order none after the first that begins too
/// late does.
fn touching(span: &Span, index: &Index, dataset: &Dataset) -> RoaringBitmap {
    let milestone = |id: u32| dataset.milestone(MilestoneId::new(id as usize));
    let begun = index.all.iter().map(milestone).take_while(|milestone| !milestone.date().begins_after(span));
    begun.filter(|milestone| milestone.date().touches(span)).map(id).collect()
}
