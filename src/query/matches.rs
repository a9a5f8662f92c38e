//! What a query came to.

use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use super::Tick;
use crate::dataset::MilestoneId;

/// The milestones that match, and the facets' counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In chronological order.
    pub ids: Vec<MilestoneId>,
    counts: BTreeMap<Tick, usize>,
}

/// A term whose removal leaves something to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// Its place among the terms.
    pub term: usize,
    /// How many match without it: at least one.
    pub count: usize,
}

impl Matches {
    pub(super) fn new(set: &RoaringBitmap) -> Self {
        let ids = set.iter().map(|id| MilestoneId::new(id as usize)).collect();
        Self { ids, counts: BTreeMap::new() }
    }

    pub(super) fn count_all(&mut self, counts: impl Iterator<Item = (Tick, usize)>) {
        self.counts.extend(counts);
    }

    /// How many milestones only this value of its facet would give, under all other conditions.
    pub fn count(&self, tick: Tick) -> usize {
        self.counts.get(&tick).copied().unwrap_or(0)
    }

    /// The place of `id` among the matches, or `Err` of where it would stand.
    pub fn place(&self, id: MilestoneId) -> Result<usize, usize> {
        self.ids.binary_search(&id)
    }
}
