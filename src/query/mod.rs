//! What a reader asks for: a [`Query`] is a conjunction of terms, each a field with the values it may have
//! (a space means *and*, a comma *or*). Printed, it is a text that means the same, its values spelled as they were
//! typed.
//!
//! A *facet* ([`Facets`]) lists the values of a field. Ticking one writes the query, and what is ticked is
//! read off the query: one state.

mod facets;
mod matches;
mod parse;

pub use facets::{Facets, Tick};
pub use matches::{Matches, matches};
pub use parse::QueryError;

use std::fmt;

use crate::dataset::{CompanyId, Dataset, KindId};
use crate::date::Span;

/// The field that a term asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Companies that acted or were touched.
    Company,
    /// Spans of time that possible days touch.
    Year,
    /// Kinds of milestone.
    Kind,
}

impl Field {
    /// All fields, in the order in which their facets are shown.
    pub const ALL: [Self; 3] = [Self::Company, Self::Year, Self::Kind];

    /// The key as it is typed and printed.
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

impl Meaning {
    fn companies(&self) -> &[CompanyId] {
        if let Self::Companies(ids) = self { ids } else { &[] }
    }

    fn kinds(&self) -> &[KindId] {
        if let Self::Kinds(ids) = self { ids } else { &[] }
    }

    fn span(&self) -> Option<Span> {
        match self {
            Self::Year(year) => Some(Span::year(*year)),
            Self::Span(span) => Some(*span),
            Self::Companies(_) | Self::Kinds(_) => None,
        }
    }
}

/// One value of a term: as typed, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// As typed, without quotes.
    pub text: String,
    /// What it stands for in the dataset.
    pub meaning: Meaning,
}

/// One condition: the field has any of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
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
    /// Adds the term `field:values`, as the command line's short filters do (`-c tencent,alibaba`).
    ///
    /// # Errors
    ///
    /// A value that `dataset` does not know, or that is no date.
    pub fn and(&mut self, field: Field, values: &str, dataset: &Dataset) -> Result<(), QueryError> {
        self.terms.push(parse::term(field, values, dataset)?);
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

    /// Drops the last term, if there is one.
    pub fn pop(&mut self) {
        self.terms.pop();
    }
}

impl Term {
    /// The values as one argument: joined by commas, quoted where a blank or a comma stands inside.
    pub fn values_text(&self) -> String {
        let quoted = |text: &str| {
            let splits = text.contains([' ', ',', '，', '\u{3000}']);
            if splits { format!("\"{text}\"") } else { text.to_owned() }
        };
        self.values.iter().map(|value| quoted(&value.text)).collect::<Vec<_>>().join(",")
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.field.key(), self.values_text())
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            f.write_str(if index > 0 { " " } else { "" })?;
            term.fmt(f)?;
        }
        Ok(())
    }
}
