//! Which barriers are shown, and in which order: the rows of the Lanes, the cells of the Walls, the lines of `walls`.

use chrono::NaiveDate;

use super::load::side_by_side;
use super::{BarrierId, Dataset, Milestone};
use crate::date::Span;

/// Barriers by channel, within a channel sorted by when they were first closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownBarriers {
    ids: Vec<BarrierId>,
}

impl ShownBarriers {
    /// All barriers of `dataset`; those of which no closing is known by the first that is known of them, last those of
    /// which nothing is.
    pub fn new(dataset: &Dataset) -> Self {
        let mut ids: Vec<BarrierId> = (0..dataset.barriers().len()).map(BarrierId::new).collect();
        ids.sort_by_cached_key(|id| {
            let history = dataset.history(*id);
            let closed = history.closures().first().and_then(|closure| closure.closed).unwrap_or_default();
            let step = history.steps().get(closed);
            (dataset.barrier(*id).channel, step.is_none(), step.map(|step| step.from))
        });
        Self { ids }
    }

    /// Those of which `is_shown` says so.
    #[must_use]
    pub fn only(&self, is_shown: impl Fn(BarrierId) -> bool) -> Self {
        Self { ids: self.ids.iter().copied().filter(|id| is_shown(*id)).collect() }
    }

    /// The barriers, in their order.
    pub fn ids(&self) -> &[BarrierId] {
        &self.ids
    }
}

/// Of each barrier of `dataset`, whether any of `milestones` moves it.
pub fn moved_by<'a>(milestones: impl Iterator<Item = Milestone<'a>>, dataset: &Dataset) -> Vec<bool> {
    let mut is_moved = vec![false; dataset.barriers().len()];
    for effect in milestones.flat_map(Milestone::effects) {
        is_moved[effect.barrier.index()] = true;
    }
    is_moved
}

/// The last day that `dataset` covers; where that is open, the one by which the last thing told of a barrier had
/// happened.
pub fn last_day(dataset: &Dataset) -> NaiveDate {
    let settled = |id: BarrierId| dataset.history(id).steps().iter().map(|step| step.settled()).max();
    let last_step = || (0..dataset.barriers().len()).map(BarrierId::new).filter_map(settled).max();
    // Where nothing is told of any, each stands as it did before, whatever the day.
    dataset.span().and_then(Span::to).or_else(last_step).unwrap_or_default()
}

/// Reads what became of every barrier now, so that no reader waits at a key: of one that 25,000 milestones move it takes
/// as long as half a frame of a 60 Hz screen.
pub fn compute_histories(dataset: &Dataset) {
    let barriers: Vec<_> = (0..dataset.barriers().len()).map(BarrierId::new).collect();
    side_by_side(&barriers, |barrier| {
        dataset.history(*barrier);
    });
}
