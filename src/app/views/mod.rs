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
