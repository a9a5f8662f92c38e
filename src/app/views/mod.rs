//! What each view does in its own way. All of them are asked here, so that one more is found missing by the compiler.

use super::state::Focus;
use super::{App, Layer, View};

impl App {
    /// Which view is shown.
    pub fn view(&self) -> View {
        self.state.view
    }

    /// Shows `view`, what is open on the whole screen put away. The place and the selection stay.
    pub(super) fn look(&mut self, view: View) {
        self.state.layers.retain(|layer| !matches!(layer, Layer::Reading(..)));
        self.state.focus = Focus::List;
        self.state.view = view;
    }

    /// What is current in the view that is shown, whatever the size of the screen.
    pub(super) fn settle_view(&mut self) {
        // What another view showed as current is left with it. In sight or not, the list stays where the reader is.
        self.state.cursor = self.nearest(self.state.place);
        match self.state.view {
            View::Timeline | View::Lanes | View::Story => {}
            View::Walls => self.settle_walls(),
            View::Ledger => self.settle_ledger(),
        }
    }

    /// Moves by `steps` rows.
    pub(super) fn rows_of_view(&mut self, steps: isize) {
        match self.state.view {
            View::Timeline => self.state.step(steps),
            View::Lanes => self.lanes_rows(steps),
            View::Walls => self.walls_rows(steps),
            View::Ledger => self.ledger_rows(steps),
            View::Story => self.story_rows(steps),
        }
    }

    /// To what comes next in time of what is looked at, or what came before: what a range is stretched by. A row of the
    /// Lanes and of the Walls is no time; there it is the next on this lane, and the next day on which a wall moves.
    pub(super) fn go_on(&mut self, step: isize) {
        match self.state.view {
            View::Timeline => self.state.step(step),
            View::Lanes => self.walk_lane(step),
            View::Walls => self.walk_changes(step),
            View::Ledger => self.ledger_rows(step),
            View::Story => self.turn(step),
        }
    }

    /// Keeps in sight what is current.
    pub(super) fn fit_view(&mut self) {
        self.fit_list();
        match self.state.view {
            View::Timeline | View::Story | View::Ledger => {}
            View::Lanes => self.fit_lanes(),
            View::Walls => self.fit_corner(),
        }
    }
}
