//! What the loop can show: the explorer, or that a dataset is being loaded for it.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Size;

use crate::app::mouse::Target;
use crate::app::overlays::answering;
use crate::app::{App, Event, Loading, Update, walls};
use crate::ui::{self, Theme};

/// A state that is told what happens, and drawn.
pub(super) trait Model {
    /// What `event` does.
    fn update(&mut self, event: Event) -> Update;

    /// Takes note of how large the screen is.
    fn fit(&mut self, size: Size, theme: Theme);

    /// Draws one whole frame.
    fn draw(&self, frame: &mut Frame<'_>, theme: Theme);

    /// What stands at a cell.
    fn target(&self, size: Size, theme: Theme, at: (u16, u16)) -> Target;

    /// Whether work is left that waits until it is drawn what has come of the rest.
    fn is_due(&self) -> bool;

    /// How long until the next tick is wanted, while any is.
    fn pace(&self) -> Option<Duration>;
}

impl Model for App {
    fn update(&mut self, event: Event) -> Update {
        self.update(event)
    }

    fn fit(&mut self, size: Size, theme: Theme) {
        self.fit(ui::pages(self, size, theme));
    }

    fn draw(&self, frame: &mut Frame<'_>, theme: Theme) {
        ui::draw(self, frame, theme);
    }

    fn target(&self, size: Size, theme: Theme, at: (u16, u16)) -> Target {
        ui::target(self, size, theme, at)
    }

    fn is_due(&self) -> bool {
        answering::is_due(self)
    }

    fn pace(&self) -> Option<Duration> {
        walls::pace(self)
    }
}

impl Model for Loading {
    fn update(&mut self, event: Event) -> Update {
        self.update(&event)
    }

    fn fit(&mut self, _size: Size, _theme: Theme) {}

    fn draw(&self, frame: &mut Frame<'_>, theme: Theme) {
        ui::draw_loading(self, frame, theme);
    }

    fn target(&self, _size: Size, _theme: Theme, _at: (u16, u16)) -> Target {
        Target::Nothing
    }

    fn is_due(&self) -> bool {
        false
    }

    fn pace(&self) -> Option<Duration> {
        Some(self.pace())
    }
}
