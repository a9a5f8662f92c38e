//! The Walls.

use super::App;

/// Where a reader is in the Walls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walls {}

impl Walls {
    /// What of it is a step worth undoing.
    pub(super) fn shown(&self) {}
}

impl App {
    /// The state of the Walls.
    pub fn walls(&self) -> &Walls {
        &self.state.walls
    }

    pub(super) fn fit_walls(&mut self) {}

    /// Moves by `steps` rows.
    pub(super) fn walls_rows(&mut self, steps: isize) {
        self.state.step(steps);
    }
}
