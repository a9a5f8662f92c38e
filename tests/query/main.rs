//! The query language: on random datasets against a reading of its definition that shares no code with it, and by
//! example on a small one.

#![allow(clippy::expect_used, clippy::panic, clippy::string_slice, reason = "a test fails by panicking")]

mod asked;
mod completing;
mod facets;
mod language;
mod properties;
mod reading;
mod robust;
#[path = "../support/tried.rs"]
mod tried;
mod world;

use wallchart::dataset::Dataset;
use wallchart::dataset::load::load;
use wallchart::query::{Query, Searcher};

fn small() -> Dataset {
    load(include_str!("../data/small.toml")).dataset.expect("a dataset without errors")
}

/// A query without faults.
fn query(text: &str, dataset: &Dataset) -> Query {
    Query::parse(text, dataset).whole().unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

/// The ids of what matches, in chronological order.
fn found<'a>(query: &Query, searcher: &mut Searcher, dataset: &'a Dataset) -> Vec<&'a str> {
    searcher.ids(query, dataset).into_iter().map(|id| dataset.milestone(id).id()).collect()
}
