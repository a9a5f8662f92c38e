//! Query and dataset → matching milestones and facet counts, in one pass.

use super::{Facets, Field, Meaning, Query, Term, Tick};
use crate::dataset::{Dataset, Milestone, MilestoneId};
use crate::date::Span;

/// What a query matches, and for every facet value how many milestones *only this* value would give under
/// all other terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In chronological order.
    pub ids: Vec<MilestoneId>,
    companies: Vec<usize>,
    kinds: Vec<usize>,
    years: Vec<(i32, usize)>,
}

impl Matches {
    /// How many milestones only this value would give.
    pub fn count(&self, tick: Tick) -> usize {
        match tick {
            Tick::Company(id) => self.companies.get(id.index()).copied().unwrap_or(0),
            Tick::Kind(id) => self.kinds.get(id.index()).copied().unwrap_or(0),
            Tick::Year(year) => self
                .years
                .binary_search_by_key(&year, |(year, _)| *year)
                .map_or(0, |place| self.years[place].1),
        }
    }

    /// The place of `id` among the matches, or `Err` of where it would stand.
    pub fn place(&self, id: MilestoneId) -> Result<usize, usize> {
        self.ids.binary_search(&id)
    }

    fn add(&mut self, field: Field, milestone: Milestone<'_>, facets: &Facets) {
        match field {
            Field::Kind => self.kinds[milestone.kind_id().index()] += 1,
            Field::Company => {
                let mut seen = Vec::new();
                for id in milestone.company_ids() {
                    if !seen.contains(&id) {
                        seen.push(id);
                        self.companies[id.index()] += 1;
                    }
                }
            }
            Field::Year => {
                for place in facets.years_of(milestone) {
                    self.years[place].1 += 1;
                }
            }
        }
    }
}

/// Runs `query` over `dataset`, whose facets are `facets`.
///
/// A milestone that fails nothing is a match and counts in every facet; one that fails only the term that a
/// facet's ticks write counts in that facet alone: there it would appear if the ticks were others.
pub fn matches(query: &Query, dataset: &Dataset, facets: &Facets) -> Matches {
    let tests: Vec<Test> = query.terms().iter().map(|term| Test::new(term, dataset)).collect();
    let ticked = Field::ALL.map(|field| query.ticked_term(field));
    let mut found = Matches {
        ids: Vec::new(),
        companies: vec![0; dataset.companies().len()],
        kinds: vec![0; dataset.kinds().len()],
        years: facets.values(Field::Year).iter().filter_map(|tick| Some((tick.year()?, 0))).collect(),
    };
    for milestone in dataset.milestones() {
        let mut failed =
            tests.iter().enumerate().filter(|(_, test)| !test.holds(milestone)).map(|(place, _)| place);
        match (failed.next(), failed.next()) {
            (None, _) => {
                found.ids.push(milestone.place());
                for field in Field::ALL {
                    found.add(field, milestone, facets);
                }
            }
            (Some(only), None) => {
                for (field, _) in Field::ALL.into_iter().zip(ticked).filter(|(_, place)| *place == Some(only))
                {
                    found.add(field, milestone, facets);
                }
            }
            (Some(_), Some(_)) => {}
        }
    }
    found
}

impl Tick {
    const fn year(self) -> Option<i32> {
        match self {
            Self::Year(year) => Some(year),
            Self::Company(_) | Self::Kind(_) => None,
        }
    }
}

/// A term made ready for one pass: sets as tables, dates as spans.
enum Test {
    Company(Vec<bool>),
    Kind(Vec<bool>),
    Year(Vec<Span>),
}

impl Test {
    fn new(term: &Term, dataset: &Dataset) -> Self {
        let meanings = || term.values.iter().map(|value| &value.meaning);
        let table = |len: usize, places: Vec<usize>| {
            let mut table = vec![false; len];
            for place in places {
                table[place] = true;
            }
            table
        };
        match term.field {
            Field::Company => Self::Company(table(
                dataset.companies().len(),
                meanings().flat_map(Meaning::companies).map(|id| id.index()).collect(),
            )),
            Field::Kind => Self::Kind(table(
                dataset.kinds().len(),
                meanings().flat_map(Meaning::kinds).map(|id| id.index()).collect(),
            )),
            Field::Year => Self::Year(meanings().filter_map(Meaning::span).collect()),
        }
    }

    fn holds(&self, milestone: Milestone<'_>) -> bool {
        match self {
            Self::Company(wanted) => milestone.company_ids().any(|id| wanted[id.index()]),
            Self::Kind(wanted) => wanted[milestone.kind_id().index()],
            Self::Year(spans) => spans.iter().any(|span| milestone.date().touches(span)),
        }
    }
}
