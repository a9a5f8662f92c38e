//! A query that was written for another state of the dataset.

use super::lexer::{self, Token};
use super::names::Called;
use super::parse::{self, ParsedQuery};
use super::{Field, Query, Term, TermValue, ValueMeaning};
use crate::dataset::Dataset;

impl Query {
    /// Reads a line that was written for another state of the dataset: milestones that it asks for by their `id:` may
    /// be gone since. They stay in the query as they were typed, and match nothing.
    pub fn parse_stale(text: &str, dataset: &Dataset) -> ParsedQuery {
        parse::terms(text, |token, told| {
            let faults = match parse::term(token, told, dataset) {
                Err(faults) if asks_for_ids(token) => faults,
                read => return read,
            };
            let called = Called::new(Field::Id, dataset);
            let value = |part: &lexer::Lexeme| {
                let read = parse::value(Field::Id, part, &called, dataset);
                let gone = TermValue { text: part.text.clone(), meaning: ValueMeaning::Entries(Vec::new()) };
                if part.text.is_empty() { None } else { Some(read.unwrap_or(gone)) }
            };
            let values: Option<Vec<TermValue>> = token.values.iter().map(value).collect();
            // An empty value is wrong in any state.
            values.map(|values| Term { negated: token.negated, field: Field::Id, values }).ok_or(faults)
        })
    }
}

fn asks_for_ids(token: &Token) -> bool {
    token.key.as_ref().is_some_and(|key| Field::of_key(&key.text) == Some(Field::Id))
}
