//! What a reader asks for: a [`Query`] is one line of terms, all of which hold (space means *and*, a comma
//! *or*, a leading `-` *not*). It prints back exactly as it was typed.
//!
//! This slice knows the terms that facets tick: `company:`, `year:` (and its twin `date:`) and `kind:`.

mod matches;
mod parse;

pub use matches::{Counts, Matches, YearCount, matches};
pub use parse::QueryError;

use std::fmt;

use crate::dataset::{CompanyId, Dataset, KindId};
use crate::date::Span;

/// The field that a term asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Acted or was touched.
    Company,
    /// Possible days touch the span.
    Year,
    /// The kind of milestone.
    Kind,
}

impl Field {
    /// The fields that are facets, in the order in which they are shown.
    pub const FACETS: [Self; 3] = [Self::Company, Self::Year, Self::Kind];

    /// The key as it is printed.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Year => "year",
            Self::Kind => "kind",
        }
    }
}

/// What one value of a term means in a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Any of these companies: a name that several carry means each of them.
    Companies(Vec<CompanyId>),
    /// Any of these kinds.
    Kinds(Vec<KindId>),
    /// A whole calendar year, which the facet of years can tick.
    Year(i32),
    /// Any other stretch of time, which it cannot.
    Span(Span),
}

/// One value of a term: as typed, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// As typed, without quotes.
    pub text: String,
    /// What it stands for in the dataset.
    pub meaning: Meaning,
}

/// One condition: the field has any of the values, or, where `negated`, none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether a leading `-` turned it around.
    pub negated: bool,
    /// The field asked about.
    pub field: Field,
    /// At least one.
    pub values: Vec<Value>,
}

/// A conjunction of terms; without any it matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

impl Query {
    /// The query `text`, resolved against `dataset`.
    ///
    /// # Errors
    ///
    /// The first term that names an unknown key, company or kind, or what is no date.
    pub fn parse(text: &str, dataset: &Dataset) -> Result<Self, QueryError> {
        parse::query(text, dataset)
    }

    /// Adds the term `field:values`, as the command line's short filters do (`-c tencent,alibaba`).
    ///
    /// # Errors
    ///
    /// A value that is unknown in `dataset`, or no date.
    pub fn and(&mut self, field: Field, values: &str, dataset: &Dataset) -> Result<(), QueryError> {
        self.terms.push(parse::term(false, field, values, dataset)?);
        Ok(())
    }

    /// Its terms, in the order typed.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether it matches everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Drops the last term; says whether there was one.
    pub fn pop(&mut self) -> bool {
        self.terms.pop().is_some()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}:", if self.negated { "-" } else { "" }, self.field.key())?;
        f.write_str(&self.values_text())
    }
}

impl Term {
    /// The values as one argument: joined by commas, quoted where a blank or a comma stands inside.
    pub fn values_text(&self) -> String {
        let quoted =
            |text: &str| if text.contains([' ', ',']) { format!("\"{text}\"") } else { text.to_owned() };
        self.values.iter().map(|value| quoted(&value.text)).collect::<Vec<_>>().join(",")
    }
}
