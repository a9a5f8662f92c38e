//! Which barriers are shown, and in which order: the rows of the Lanes, the cells of the Walls.

use std::cell::OnceCell;

use super::App;
use crate::dataset::{BarrierId, ChannelId, Dataset};

/// Barriers grouped by channel, within a channel sorted by when they were first closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gates {
    ids: Vec<BarrierId>,
    /// Each channel with the place where its barriers begin.
    groups: Vec<(ChannelId, usize)>,
}

impl Gates {
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
        Self::grouped(ids, dataset)
    }

    /// Those of which `shown` says so.
    fn of(&self, shown: impl Fn(BarrierId) -> bool, dataset: &Dataset) -> Self {
        Self::grouped(self.ids.iter().copied().filter(|id| shown(*id)).collect(), dataset)
    }

    fn grouped(ids: Vec<BarrierId>, dataset: &Dataset) -> Self {
        let mut groups: Vec<(ChannelId, usize)> = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            let channel = dataset.barrier(*id).channel;
            if groups.last().is_none_or(|(last, _)| *last != channel) {
                groups.push((channel, place));
            }
        }
        Self { ids, groups }
    }

    /// The barriers, in their order.
    pub fn ids(&self) -> &[BarrierId] {
        &self.ids
    }

    /// Each channel with the place where its barriers begin.
    pub fn groups(&self) -> &[(ChannelId, usize)] {
        &self.groups
    }

    /// The place of a barrier among them.
    pub fn place(&self, id: BarrierId) -> Option<usize> {
        // A few thousand at most are shown, and this is asked once a key.
        self.ids.iter().position(|shown| *shown == id)
    }
}

/// What a query came to, of barriers: found out once somebody looks at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moved {
    gates: OnceCell<Gates>,
    matching: OnceCell<Vec<bool>>,
}

impl App {
    /// The barriers that are shown: those that a matching milestone moves; all of them where there is no filter, or
    /// what does not match is dimmed.
    pub fn gates(&self) -> &Gates {
        self.state.found.moved.gates.get_or_init(|| {
            let all = self.whole.gates(&self.dataset);
            if self.state.query.is_empty() || self.state.dim {
                return all.clone();
            }
            all.of(|id| self.is_moved(id), &self.dataset)
        })
    }

    /// Whether a milestone that matches moves the barrier; without a filter, any barrier counts.
    pub fn is_moved(&self, id: BarrierId) -> bool {
        let moved = || {
            let mut moved = vec![self.state.query.is_empty(); self.dataset.barriers().len()];
            for effect in self.matches().ids.iter().flat_map(|id| self.dataset.milestone(*id).effects()) {
                moved[effect.barrier.index()] = true;
            }
            moved
        };
        self.state.found.moved.matching.get_or_init(moved)[id.index()]
    }
}
