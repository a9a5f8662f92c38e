//! Milestones under their years, in the order of every list: by what begins first.
//!
//! Nothing finer heads them. What goes on for months stands where it began, between what happened on days; under
//! months of its own it would stand out of order, or in a month that it is not of.

use crate::dataset::Milestone;
use crate::date::year_words;
use crate::export::{Extract, words};
use crate::words::Words;

/// Milestones under one heading.
pub(super) struct Chapter<'a> {
    /// The year, as it is written.
    pub(super) heading: String,
    /// In chronological order.
    pub(super) milestones: Vec<Milestone<'a>>,
}

/// The chapters of an extract, in order; none of them empty.
pub(super) fn of<'a>(extract: &Extract<'a>, say: &Words) -> Vec<Chapter<'a>> {
    let milestones: Vec<_> = extract.milestones().collect();
    let years = milestones.chunk_by(|a, b| a.date().year() == b.date().year());
    years
        .map(|of_year| {
            let year = of_year.first().and_then(|first| first.date().year());
            Chapter { heading: format!("## {}", year_name(year, say)), milestones: of_year.to_vec() }
        })
        .collect()
}

/// What heads a year; milestones without a first day are not placed in one that they may not touch.
pub(super) fn year_name(year: Option<i64>, say: &Words) -> String {
    words::capitalized(
        &year.map_or_else(|| say.claims.no_known_start.to_owned(), |year| year_words(year, say)),
    )
}
