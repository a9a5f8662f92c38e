//! The milestones that the list shows: those that match, or, where what does not match is dimmed, all of them.

use crate::dataset::{Dataset, MilestoneId};

/// Milestones in chronological order, each on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed<'a> {
    /// All of so many.
    All(usize),
    /// These.
    Only(&'a [MilestoneId]),
}

impl Listed<'_> {
    /// How many there are.
    pub fn len(self) -> usize {
        match self {
            Self::All(len) => len,
            Self::Only(ids) => ids.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The one at `place`.
    pub fn get(self, place: usize) -> Option<MilestoneId> {
        match self {
            Self::All(len) => (place < len).then(|| MilestoneId::new(place)),
            Self::Only(ids) => ids.get(place).copied(),
        }
    }

    /// The place of `id`.
    ///
    /// # Errors
    ///
    /// Where it is none of them; the error is where it would stand.
    pub fn place(self, id: MilestoneId) -> Result<usize, usize> {
        match self {
            Self::All(len) if id.index() < len => Ok(id.index()),
            Self::All(len) => Err(len),
            Self::Only(ids) => ids.binary_search(&id),
        }
    }

    /// The place of `id`, or of the nearest to it in time.
    pub fn nearest(self, id: MilestoneId, dataset: &Dataset) -> usize {
        let after = match self.place(id) {
            Ok(place) => return place,
            Err(after) => after,
        };
        let day = |id: MilestoneId| dataset.milestone(id).date().span().middle();
        let distance = |place: usize| Some(day(self.get(place)?)?.abs_diff(day(id)?));
        let before = after.saturating_sub(1);
        match (distance(before), distance(after)) {
            (Some(near), Some(far)) if far < near => after,
            (None, Some(_)) => after,
            _ => before,
        }
    }
}
