//! A query as a value: what it is made of, and how it is written.

use std::fmt;
use std::ops::Range;

use super::field::Field;
use super::lexer;
use crate::dataset::{Company, CompanyId, KindId, Milestone};
use crate::date::Span;

/// What one value of a term means in a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueMeaning {
    /// Any of these places in the table that the field asks about: companies, kinds, milestones. A name that
    /// several carry means each of them.
    Entries(Vec<usize>),
    /// A whole calendar year, which the facet of years can tick.
    Year(i64),
    /// Any other stretch of time, which it cannot.
    Span(Span),
    /// Text that stands somewhere, in its [folded](crate::text::fold) form.
    Text(String),
}

/// One value of a term: as typed, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermValue {
    /// As typed, without quotes.
    pub text: String,
    /// What it stands for in the dataset.
    pub meaning: ValueMeaning,
}

/// One condition: the field has any of the values (`between:` both of them), or, negated, it has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether it begins with `-`.
    pub negated: bool,
    /// The field asked about.
    pub field: Field,
    /// At least one.
    pub values: Vec<TermValue>,
}

/// A conjunction of terms; without any it matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

impl Query {
    /// Adds every term of another query.
    pub fn extend(&mut self, other: Self) {
        self.terms.extend(other.terms);
    }

    /// These milestones and no others, by their ids, in the order given.
    pub fn ids<'a>(ids: impl IntoIterator<Item = (usize, &'a str)>) -> Self {
        let value = |(place, id): (usize, &str)| TermValue {
            text: id.to_owned(),
            meaning: ValueMeaning::Entries(vec![place]),
        };
        let values: Vec<TermValue> = ids.into_iter().map(value).collect();
        let term = (!values.is_empty()).then_some(Term { negated: false, field: Field::Id, values });
        Self { terms: term.into_iter().collect() }
    }

    /// What is between the same parties as `milestone`: somebody of those who acted and somebody of those it touched
    /// are in it, either way round. Of a side that is not known nothing is asked.
    pub fn between_parties_of(milestone: Milestone<'_>) -> Self {
        let side = |companies: Vec<(CompanyId, &Company)>| {
            let value = |(place, company): (CompanyId, &Company)| TermValue {
                text: company.id.clone(),
                meaning: ValueMeaning::Entries(vec![place.index()]),
            };
            let values: Vec<TermValue> = companies.into_iter().map(value).collect();
            (!values.is_empty()).then_some(Term { negated: false, field: Field::Company, values })
        };
        let actors = milestone.actor_ids().iter().copied().zip(milestone.actors()).collect();
        let affected = milestone.affected_ids().iter().copied().zip(milestone.affected()).collect();
        Self { terms: [side(actors), side(affected)].into_iter().flatten().collect() }
    }

    /// Its terms, in the order typed.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Some of its terms as they would be typed.
    pub fn written(&self, places: &Range<usize>) -> String {
        let terms = self.terms.get(places.clone()).unwrap_or_default();
        terms.iter().map(Term::to_string).collect::<Vec<_>>().join(" ")
    }

    /// Whether it matches everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Drops the last term, if there is one.
    pub fn pop(&mut self) {
        self.terms.pop();
    }

    /// Drops all terms.
    pub fn clear(&mut self) {
        self.terms.clear();
    }

    /// Drops the terms at `places`.
    pub fn remove(&mut self, places: &Range<usize>) {
        let mut place = 0;
        self.terms.retain(|_| {
            place += 1;
            !places.contains(&(place - 1))
        });
    }

    /// The words it looks for, in their folded form: what is worth marking in a text.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let wanted = self.terms.iter().filter(|term| !term.negated);
        wanted.flat_map(|term| &term.values).filter_map(|value| match &value.meaning {
            ValueMeaning::Text(word) => Some(word.as_str()),
            _ => None,
        })
    }
}

impl Term {
    /// `-company:`: what stands before the values. Nothing before words, but the `-`.
    pub fn head(&self) -> String {
        let not = if self.negated { "-" } else { "" };
        match self.field {
            Field::Text => not.to_owned(),
            field => format!("{not}{}:", field.key()),
        }
    }

    /// The values as one argument: joined by commas, quoted where they would be read as something else.
    pub fn values_text(&self) -> String {
        let quoted = self.values.iter().map(|value| lexer::quoted(&value.text, self.field == Field::Text));
        quoted.collect::<Vec<_>>().join(",")
    }

    /// Companies that it names.
    pub fn companies(&self) -> impl Iterator<Item = CompanyId> {
        self.entries(&[Field::Company, Field::Actor, Field::Affected, Field::Between]).map(CompanyId::new)
    }

    /// Kinds that it names.
    pub fn kinds(&self) -> impl Iterator<Item = KindId> {
        self.entries(&[Field::Kind]).map(KindId::new)
    }

    fn entries(&self, fields: &[Field]) -> impl Iterator<Item = usize> {
        let values = if fields.contains(&self.field) { &self.values[..] } else { &[] };
        values.iter().flat_map(|value| value.meaning.entries()).copied()
    }
}

impl ValueMeaning {
    pub(super) fn entries(&self) -> &[usize] {
        if let Self::Entries(places) = self { places } else { &[] }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.head(), self.values_text())
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(&(0..self.terms.len())))
    }
}
