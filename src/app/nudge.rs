//! Scrolling by a row, as Ctrl-e and Ctrl-y do in vim: what is current stays so, unless it would go out of sight.

use super::state::Focus;
use super::{App, Layer, View};

/// No more rows than this stand between two that something is on: a blank, a heading, a quiet time.
const GAP: isize = 4;

impl App {
    /// Scrolls by a row, down or up, whatever keys go to; a text of a view, which turns its own pages, as arrows do.
    pub(super) fn nudge(&mut self, step: isize) {
        let pages = self.state.pages.clone();
        if self.state.layers.is_empty() && self.first_row().is_some() {
            return self.nudge_rows(step);
        }
        match (self.state.layers.last_mut(), self.state.focus) {
            (Some(Layer::Reading(_, reader)), _) => reader.scroll(step, &pages.text),
            (None, Focus::Detail) => self.state.detail.scroll(step, &pages.text),
            _ => self.rows(step),
        }
    }

    /// Scrolls to the nearest first row that can be one. The current row goes along where it must, as little as it can.
    fn nudge_rows(&mut self, step: isize) {
        let Some(before) = self.first_row() else { return };
        let at = self.state.clone();
        for (moves, rows) in (0..=GAP).flat_map(|moves| (1..=GAP).map(move |rows| (moves, rows))) {
            self.state = at.clone();
            if moves > 0 {
                self.rows(step * moves);
            }
            self.draw_from(before.saturating_add_signed(step * rows));
            self.fit_panes();
            let now = self.first_row().unwrap_or(before);
            if (step > 0 && now > before) || (step < 0 && now < before) {
                return;
            }
        }
        self.state = at;
    }

    /// The first row drawn, where rows are scrolled.
    fn first_row(&self) -> Option<usize> {
        match (self.state.focus, self.state.view) {
            (Focus::Facets, _) => Some(self.state.facets.top),
            (Focus::List, View::Timeline) => Some(self.state.top),
            (Focus::List, View::Lanes) => Some(self.state.lanes.top()),
            (Focus::List, View::Walls) => Some(self.state.walls.corner().0),
            (Focus::List, View::Ledger | View::Story) | (Focus::Detail | Focus::Terms, _) => None,
        }
    }

    fn draw_from(&mut self, top: usize) {
        match (self.state.focus, self.state.view) {
            (Focus::Facets, _) => self.state.facets.top = top,
            (_, View::Lanes) => self.state.lanes.set_top(top),
            (_, View::Walls) => self.state.walls.set_top(top),
            _ => self.state.top = top,
        }
    }
}
