//! The Lanes.

use super::App;

/// Where a reader is in the Lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {}

impl Lanes {
    /// What of it is a step worth undoing.
    pub(super) fn zoom(&self) -> u8 {
        0
    }
}

impl App {
    /// The state of the Lanes.
    pub fn lanes(&self) -> &Lanes {
        &self.state.lanes
    }

    pub(super) fn fit_lanes(&mut self) {}

    /// Moves by `steps` rows.
    pub(super) fn lanes_rows(&mut self, steps: isize) {
        self.state.step(steps);
    }
}
