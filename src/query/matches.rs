//! What a query came to.

use std::collections::BTreeMap;
use std::ops::Range;

use roaring::RoaringBitmap;

use super::FacetValue;
use crate::dataset::MilestoneId;

/// The milestones that match, and the facets' counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In chronological order.
    pub ids: Vec<MilestoneId>,
    counts: BTreeMap<FacetValue, usize>,
}

/// Terms without which there is something to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// Their places among the terms: one, or, where no single one keeps everything out, the last few.
    pub terms: Range<usize>,
    /// How many match without them: at least one.
    pub count: usize,
}

impl Matches {
    pub(super) fn new(set: &RoaringBitmap) -> Self {
        let ids = set.iter().map(|id| MilestoneId::new(id as usize)).collect();
        Self { ids, counts: BTreeMap::new() }
    }

    pub(super) fn count_all(&mut self, counts: impl Iterator<Item = (FacetValue, usize)>) {
        self.counts.extend(counts);
    }

    /// How many milestones only this value of its facet would give, under all other conditions.
    pub fn count(&self, tick: FacetValue) -> usize {
        self.counts.get(&tick).copied().unwrap_or(0)
    }

    /// The place of `id` among the matches.
    ///
    /// # Errors
    ///
    /// Where it is none of them; the error is where it would stand.
    pub fn place(&self, id: MilestoneId) -> Result<usize, usize> {
        self.ids.binary_search(&id)
    }
}
