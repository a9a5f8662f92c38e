//! Who is in each milestone, packed: a million milestones are counted while a key is answered, and going to each of
//! them for its companies would take longer than the counting.

use crate::dataset::{CompanyId, Dataset, Milestone, MilestoneId};

/// The companies of every milestone, each once.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Parties {
    /// Where those of each milestone end.
    ends: Vec<usize>,
    who: Vec<Who>,
}

/// A company, and whether it acted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who {
    pub(super) id: CompanyId,
    pub(super) acted: bool,
}

/// A milestone that names more companies is between no two of them in particular.
const MOST: usize = 100;

impl Parties {
    pub(in crate::app) fn new(dataset: &Dataset) -> Self {
        let mut parties = Self::default();
        let mut ids = Vec::new();
        for milestone in dataset.milestones() {
            parties.add(milestone, &mut ids);
            parties.ends.push(parties.who.len());
        }
        parties
    }

    /// Those of one milestone; `ids` is room for them, kept from one to the next.
    fn add(&mut self, milestone: Milestone<'_>, ids: &mut Vec<CompanyId>) {
        let actors = milestone.actor_ids();
        ids.clear();
        ids.extend(actors.iter().chain(milestone.affected_ids()));
        ids.sort_unstable();
        ids.dedup();
        if ids.len() <= MOST {
            self.who.extend(ids.iter().map(|id| Who { id: *id, acted: actors.contains(id) }));
        }
    }

    /// Those of one milestone, in the order of the companies.
    pub(super) fn of(&self, id: MilestoneId) -> &[Who] {
        let end = |place: usize| self.ends.get(place).copied();
        let start = id.index().checked_sub(1).and_then(end).unwrap_or(0);
        end(id.index()).and_then(|end| self.who.get(start..end)).unwrap_or_default()
    }
}
