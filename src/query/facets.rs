//! Facets: the values of a field that can be ticked, and what ticking one does to a query.
//!
//! A facet's *own* terms are those of its field that name nothing but values it lists, excluded ones too. Ranges,
//! `between:` and words are conditions beside it.

use super::names::entry;
use super::{Field, Query, Term, TermValue, ValueMeaning};
use crate::dataset::{CompanyId, Dataset, KindId, Lang};
use crate::date::{year_edtf, year_words};
use crate::text::fold;
use crate::words::en;

/// One value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetValue {
    /// A calendar year.
    Year(i64),
    /// The entry at this place in the field's table.
    Entry(Field, usize),
}

/// How two companies are asked for: the switch between `company:a,b` and `between:a,b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Either of them.
    Any,
    /// Both, in one milestone.
    Between,
}

impl FacetValue {
    /// The field whose value it is.
    pub const fn field(self) -> Field {
        match self {
            Self::Year(_) => Field::Year,
            Self::Entry(field, _) => field,
        }
    }

    /// The id as it is typed and printed, or the year.
    pub fn id(self, dataset: &Dataset) -> String {
        match self {
            Self::Year(year) => year_edtf(year),
            Self::Entry(field, place) => {
                entry(field, place, dataset).map_or_else(String::new, |entry| entry.id.to_owned())
            }
        }
    }

    /// What a reader sees: the name, or the year.
    pub fn name(self, dataset: &Dataset, lang: Lang) -> String {
        match self {
            Self::Year(year) => year_words(year, lang.words()),
            Self::Entry(field, place) => entry(field, place, dataset)
                .map_or_else(String::new, |entry| entry.name_in(lang).into_owned()),
        }
    }

    /// Whether `wanted`, which is folded, stands in one of its names.
    pub fn is_called(self, wanted: &str, dataset: &Dataset) -> bool {
        match self {
            Self::Year(year) => year_words(year, &en::WORDS).contains(wanted),
            Self::Entry(field, place) => entry(field, place, dataset).is_some_and(|entry| {
                entry.id.contains(wanted) || entry.names().any(|name| fold(name).contains(wanted))
            }),
        }
    }

    /// The kind that it stands for, if it is one.
    pub fn kind(self) -> Option<KindId> {
        match self {
            Self::Entry(Field::Kind, place) => Some(KindId::new(place)),
            _ => None,
        }
    }

    pub(super) fn value(self, dataset: &Dataset) -> TermValue {
        let meaning = match self {
            Self::Year(year) => ValueMeaning::Year(year),
            Self::Entry(_, place) => ValueMeaning::Entries(vec![place]),
        };
        TermValue { text: self.id(dataset), meaning }
    }
}

impl Term {
    /// Whether the facet of its field can show all of it.
    pub(super) fn is_own(&self) -> bool {
        Field::FACETS.contains(&self.field)
            && self.values.iter().all(|value| !matches!(value.meaning, ValueMeaning::Span(_)))
    }

    /// The facet values it stands for.
    fn ticks(&self) -> impl Iterator<Item = FacetValue> {
        self.values.iter().flat_map(|value| ticks(self.field, value))
    }
}

/// The facet values that a value stands for.
fn ticks(field: Field, value: &TermValue) -> Vec<FacetValue> {
    match &value.meaning {
        ValueMeaning::Entries(places) => {
            places.iter().map(|place| FacetValue::Entry(field, *place)).collect()
        }
        ValueMeaning::Year(year) => vec![FacetValue::Year(*year)],
        ValueMeaning::Span(_) | ValueMeaning::Text(_) => Vec::new(),
    }
}

impl Query {
    fn own(&self, facet: Field, negated: bool) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.field == facet && term.negated == negated && term.is_own())
    }

    /// What a facet shows as chosen, in the order typed.
    pub fn ticks(&self, facet: Field) -> impl Iterator<Item = FacetValue> {
        self.own(facet, false).flat_map(Term::ticks)
    }

    /// Whether its facet shows `tick` as chosen.
    pub fn has(&self, tick: FacetValue) -> bool {
        self.ticks(tick.field()).any(|ticked| ticked == tick)
    }

    /// Whether its facet shows `tick` as excluded.
    pub fn excludes(&self, tick: FacetValue) -> bool {
        self.own(tick.field(), true).flat_map(Term::ticks).any(|ticked| ticked == tick)
    }

    /// Whether a facet's values are asked for by several terms, which must all hold (`company:a company:b`).
    pub fn wants_all(&self, facet: Field) -> bool {
        self.own(facet, false).count() > 1
    }

    /// Whether `tick` is one of two companies that `between:` asks for.
    pub fn pairs(&self, tick: FacetValue) -> bool {
        let FacetValue::Entry(Field::Company, place) = tick else { return false };
        let between = self.terms.iter().filter(|term| term.field == Field::Between && !term.negated);
        between.flat_map(Term::companies).any(|company| company.index() == place)
    }

    /// Ticks or unticks a facet value; an excluded one is no longer excluded, and one of two companies leaves the
    /// other.
    pub fn toggle(&mut self, tick: FacetValue, dataset: &Dataset) {
        if self.has(tick) {
            self.untick(tick, false, dataset);
        } else if self.pairs(tick) {
            self.unpair(tick);
        } else {
            self.untick(tick, true, dataset);
            self.put(tick, false, dataset);
        }
    }

    /// Excludes a facet value, or no longer; a ticked one is unticked, and one of two companies leaves the other.
    pub fn exclude(&mut self, tick: FacetValue, dataset: &Dataset) {
        if self.excludes(tick) {
            self.untick(tick, true, dataset);
        } else {
            self.untick(tick, false, dataset);
            if self.pairs(tick) {
                self.unpair(tick);
            }
            self.put(tick, true, dataset);
        }
    }

    /// Takes only this value of its facet; all other conditions stay.
    pub fn only(&mut self, tick: FacetValue, dataset: &Dataset) {
        let own = |term: &Term| term.field == tick.field() && term.is_own();
        let only = Term { negated: false, field: tick.field(), values: vec![tick.value(dataset)] };
        // In the place of what it replaces: a line that is known by heart stays in order.
        match self.terms.iter().position(own) {
            Some(place) => {
                self.terms.retain(|term| !own(term));
                self.terms.insert(place, only);
            }
            None => self.terms.push(only),
        }
    }

    fn put(&mut self, tick: FacetValue, negated: bool, dataset: &Dataset) {
        let field = tick.field();
        let place = self
            .terms
            .iter()
            .position(|term| term.field == field && term.negated == negated && term.is_own());
        match place {
            Some(place) => self.terms[place].values.push(tick.value(dataset)),
            None => self.terms.push(Term { negated, field, values: vec![tick.value(dataset)] }),
        }
    }

    fn untick(&mut self, tick: FacetValue, negated: bool, dataset: &Dataset) {
        let field = tick.field();
        let own = |term: &Term| term.field == field && term.negated == negated && term.is_own();
        for term in self.terms.iter_mut().filter(|term| own(term)) {
            // A name that several companies carry stands for all of them: what is left of it is spelled out.
            term.values = std::mem::take(&mut term.values)
                .into_iter()
                .flat_map(|value| match ticks(field, &value) {
                    ticks if ticks.contains(&tick) => ticks
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

    fn unpair(&mut self, tick: FacetValue) {
        let FacetValue::Entry(_, place) = tick else { return };
        for term in self.terms.iter_mut().filter(|term| term.field == Field::Between && !term.negated) {
            if term.companies().any(|company| company.index() == place) {
                term.field = Field::Company;
                term.values.retain(|value| !value.meaning.entries().contains(&place));
            }
        }
        self.terms.retain(|term| !term.values.is_empty());
    }

    /// The two companies that it asks for, as they are typed: by `between:`, or ticked.
    pub fn two_companies(&self) -> Option<[CompanyId; 2]> {
        let between = self.terms.iter().find(|term| term.field == Field::Between && !term.negated);
        let ticked = self.ticks(Field::Company).filter_map(|tick| match tick {
            FacetValue::Entry(_, place) => Some(CompanyId::new(place)),
            FacetValue::Year(_) => None,
        });
        let named: Vec<CompanyId> = match between {
            Some(term) => term.companies().collect(),
            None => ticked.collect(),
        };
        match named[..] {
            [one, other] if one != other => Some([one, other]),
            _ => None,
        }
    }

    /// How two companies are asked for, where just two are: by the first term that names them.
    pub fn pairing(&self) -> Option<Pairing> {
        self.pair().map(|place| match self.terms[place].field {
            Field::Between => Pairing::Between,
            _ => Pairing::Any,
        })
    }

    /// Asks for both of two companies instead of either, or the other way round.
    pub fn switch_pairing(&mut self) {
        if let Some(place) = self.pair() {
            let term = &mut self.terms[place];
            term.field = if term.field == Field::Between { Field::Company } else { Field::Between };
        }
    }

    fn pair(&self) -> Option<usize> {
        self.terms.iter().position(|term| {
            let is_pair = |values: &[TermValue]| match values {
                [one, other] => one.meaning != other.meaning,
                _ => false,
            };
            !term.negated && [Field::Company, Field::Between].contains(&term.field) && is_pair(&term.values)
        })
    }
}
