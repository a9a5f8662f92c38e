//! Facets: the values of a field in their fixed order, and what ticking one does to a query.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::Datelike;

use super::{Field, Meaning, Query, Term, Value};
use crate::dataset::{CompanyId, Dataset, KindId, Milestone};
use crate::date::{Date, Span, year_edtf, year_words};

/// One value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tick {
    /// A company.
    Company(CompanyId),
    /// A calendar year.
    Year(i32),
    /// A kind.
    Kind(KindId),
}

impl Tick {
    /// The field whose value it is.
    pub const fn field(self) -> Field {
        match self {
            Self::Company(_) => Field::Company,
            Self::Year(_) => Field::Year,
            Self::Kind(_) => Field::Kind,
        }
    }

    /// What a reader sees: the name, or the year.
    pub fn name(self, dataset: &Dataset) -> String {
        match self {
            Self::Company(id) => dataset.company(id).name.clone(),
            Self::Year(year) => year_words(year),
            Self::Kind(id) => dataset.kind(id).name.clone(),
        }
    }

    fn value(self, dataset: &Dataset) -> Value {
        match self {
            Self::Company(id) => {
                Value { text: dataset.company(id).id.clone(), meaning: Meaning::Companies(vec![id]) }
            }
            Self::Year(year) => Value { text: year_edtf(year), meaning: Meaning::Year(year) },
            Self::Kind(id) => Value { text: dataset.kind(id).id.clone(), meaning: Meaning::Kinds(vec![id]) },
        }
    }
}

impl Value {
    /// The facet values it stands for; `None` for a stretch of time that no tick can show.
    fn ticks(&self) -> Option<Vec<Tick>> {
        match &self.meaning {
            Meaning::Companies(ids) => Some(ids.iter().copied().map(Tick::Company).collect()),
            Meaning::Kinds(ids) => Some(ids.iter().copied().map(Tick::Kind).collect()),
            Meaning::Year(year) => Some(vec![Tick::Year(*year)]),
            Meaning::Span(_) => None,
        }
    }
}

impl Term {
    /// Whether ticks can show all of it.
    fn is_tickable(&self) -> bool {
        self.values.iter().all(|value| value.ticks().is_some())
    }

    fn ticks(&self) -> impl Iterator<Item = Tick> {
        self.values.iter().filter_map(Value::ticks).flatten()
    }
}

impl Query {
    /// The place of the term that ticks of `field` write: the first one that ticks can show whole. Other terms
    /// of the field (`company:a company:b` asks for both) count as conditions beside the facet.
    pub(super) fn ticked_term(&self, field: Field) -> Option<usize> {
        self.terms.iter().position(|term| term.field == field && term.is_tickable())
    }

    /// What the facet of `field` shows as chosen, in the order typed.
    pub fn ticks(&self, field: Field) -> impl Iterator<Item = Tick> {
        let terms = self.terms.iter().filter(move |term| term.field == field && term.is_tickable());
        terms.flat_map(Term::ticks)
    }

    /// Whether the facet shows `tick` as chosen.
    pub fn has(&self, tick: Tick) -> bool {
        self.ticks(tick.field()).any(|ticked| ticked == tick)
    }

    /// Ticks or unticks a facet value.
    pub fn toggle(&mut self, tick: Tick, dataset: &Dataset) {
        if self.has(tick) {
            self.untick(tick, dataset);
        } else if let Some(place) = self.ticked_term(tick.field()) {
            self.terms[place].values.push(tick.value(dataset));
        } else {
            self.terms.push(Term { field: tick.field(), values: vec![tick.value(dataset)] });
        }
    }

    /// Takes only this value of its facet; all other fields stay.
    pub fn only(&mut self, tick: Tick, dataset: &Dataset) {
        self.terms.retain(|term| term.field != tick.field());
        self.toggle(tick, dataset);
    }

    fn untick(&mut self, tick: Tick, dataset: &Dataset) {
        for term in self.terms.iter_mut().filter(|term| term.is_tickable()) {
            // A name that several companies carry stands for all of them: what is left of it is spelled out.
            term.values = std::mem::take(&mut term.values)
                .into_iter()
                .flat_map(|value| match value.ticks() {
                    Some(ticks) if ticks.contains(&tick) => ticks
                        .into_iter()
                        .filter(|other| *other != tick)
                        .map(|other| other.value(dataset))
                        .collect(),
                    _ => vec![value],
                })
                .collect();
        }
        self.terms.retain(|term| !term.values.is_empty());
    }
}

/// The values of every facet, in the order in which they are shown whatever the query: most milestones in the
/// whole dataset first, file order among equals; years in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    companies: Vec<Tick>,
    years: Vec<Tick>,
    kinds: Vec<Tick>,
    /// The last year that open-ended dates reach.
    last: Option<i32>,
}

/// A date that spans more years than these lists only its first and last as values of their own, or the facet
/// would hold a thousand years for one milestone. It is counted in all that are listed.
const LISTED: i32 = 100;

impl Facets {
    /// Reads the facets off `dataset`: one pass.
    pub fn new(dataset: &Dataset) -> Self {
        let mut companies = vec![0_usize; dataset.companies().len()];
        let mut kinds = vec![0_usize; dataset.kinds().len()];
        let last = dataset.span().and_then(Span::to).map(|day| day.year());
        let mut years = BTreeSet::new();
        for milestone in dataset.milestones() {
            milestone.company_ids().for_each(|id| companies[id.index()] += 1);
            kinds[milestone.kind_id().index()] += 1;
            let Some((from, to)) = reach(milestone.date(), last) else { continue };
            let all = if to - from < LISTED { from..=to } else { from..=from };
            for year in all.chain([to]) {
                if !years.contains(&year) && milestone.date().touches(&Span::year(year)) {
                    years.insert(year);
                }
            }
        }
        Self {
            companies: most_first(&companies, |place| Tick::Company(CompanyId::new(place))),
            years: years.into_iter().map(Tick::Year).collect(),
            kinds: most_first(&kinds, |place| Tick::Kind(KindId::new(place))),
            last,
        }
    }

    /// The values of `field`, in order.
    pub fn values(&self, field: Field) -> &[Tick] {
        match field {
            Field::Company => &self.companies,
            Field::Year => &self.years,
            Field::Kind => &self.kinds,
        }
    }

    /// The places among the years' values of those that the possible days of `milestone` touch, up to the end of
    /// the dataset's span.
    pub(super) fn years_of(&self, milestone: Milestone<'_>) -> impl Iterator<Item = usize> {
        let date = milestone.date();
        let from = date.earliest().map(|day| day.year());
        let to = date.latest().map(|day| day.year()).or(self.last);
        let place = |year: i32| self.years.partition_point(|tick| *tick < Tick::Year(year));
        let begin = from.map_or(0, place);
        let end = to.map_or(self.years.len(), |to| place(to.saturating_add(1)));
        // Between its first and last year each is asked for: one of two days touches two years and none between.
        (begin..end.max(begin)).filter(move |place| match self.years[*place] {
            Tick::Year(year) => date.touches(&Span::year(year)),
            Tick::Company(_) | Tick::Kind(_) => false,
        })
    }
}

/// The first and last year that a date is sure to name: an end that is not known reaches to `last`, and no end
/// beyond it; a start that is not known adds no year. `None` for a date that chrono cannot hold.
fn reach(date: &Date, last: Option<i32>) -> Option<(i32, i32)> {
    let to = date.latest().map(|day| day.year());
    let from = date.earliest().map(|day| day.year()).or(to)?;
    let to = to.or(last).unwrap_or(from).max(from);
    Some((from, last.map_or(to, |last| to.min(last.max(from)))))
}

fn most_first(counts: &[usize], tick: impl Fn(usize) -> Tick) -> Vec<Tick> {
    let mut places: Vec<usize> = (0..counts.len()).collect();
    places.sort_by_key(|place| Reverse(counts[*place]));
    places.into_iter().map(tick).collect()
}
