//! The Story.

use super::App;

/// Where a reader is in the Story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {}

impl App {
    /// The state of the Story.
    pub fn story(&self) -> &Story {
        &self.state.story
    }

    pub(super) fn fit_story(&mut self) {}

    /// Moves by `steps` rows.
    pub(super) fn story_rows(&mut self, steps: isize) {
        self.state.step(steps);
    }
}
