//! Which barriers a query shows, and which of them it moves.

use std::cell::OnceCell;

use super::App;
use crate::dataset::{BarrierId, ShownBarriers, moved_by};

/// What a query came to, of barriers: found out once somebody looks at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FoundBarriers {
    shown: OnceCell<ShownBarriers>,
    is_moved: OnceCell<Vec<bool>>,
}

impl App {
    /// The barriers that are shown: those that a matching milestone moves; all of them where there is no filter, or
    /// what does not match is dimmed.
    pub fn shown_barriers(&self) -> &ShownBarriers {
        self.state.found.barriers.shown.get_or_init(|| {
            let all = self.whole.barriers(&self.dataset);
            if self.state.query.is_empty() || self.state.dim {
                return all.clone();
            }
            all.only(|id| self.is_moved(id), &self.dataset)
        })
    }

    /// Whether a milestone that matches moves the barrier; without a filter, any barrier counts.
    pub fn is_moved(&self, id: BarrierId) -> bool {
        let is_moved = || {
            if self.state.query.is_empty() {
                return vec![true; self.dataset.barriers().len()];
            }
            moved_by(self.matches().ids.iter().map(|id| self.dataset.milestone(*id)), &self.dataset)
        };
        self.state.found.barriers.is_moved.get_or_init(is_moved)[id.index()]
    }
}
