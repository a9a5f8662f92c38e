//! Walls, counted by how they stand.

use crate::dataset::BarrierState;

/// How many of the walls that are shown stand in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals([usize; BarrierState::ALL.len()]);

impl Totals {
    pub(super) fn count(&mut self, state: BarrierState) {
        self.0[state as usize] += 1;
    }

    /// How many stand so.
    pub const fn of(self, state: BarrierState) -> usize {
        self.0[state as usize]
    }
}
