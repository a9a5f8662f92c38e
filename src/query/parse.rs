//! Text → terms, resolved against a dataset.

use super::{Field, Query, Term};
use crate::dataset::Dataset;

/// What is wrong with a query: a message that stands alone (lower case, no full stop), and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// What is wrong.
    pub message: String,
    /// The nearest right spelling, or what the values look like.
    pub help: Option<String>,
}

pub(super) fn query(_text: &str, _dataset: &Dataset) -> Result<Query, QueryError> {
    Ok(Query::default())
}

pub(super) fn term(
    negated: bool,
    field: Field,
    _values: &str,
    _dataset: &Dataset,
) -> Result<Term, QueryError> {
    Ok(Term { negated, field, values: Vec::new() })
}
