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
    /// Where everything stands on a screen of some size.
    type Layout;

    /// What `event` does.
    fn update(&mut self, event: Event) -> Update;

    /// Lays out what there is now, and takes note of how much of it is seen.
    fn lay_out(&mut self, size: Size, theme: Theme) -> Self::Layout;

    /// Draws one whole frame as it was laid out.
    fn draw(&self, layout: &Self::Layout, frame: &mut Frame<'_>);

    /// What stands at a cell.
    fn target(&self, layout: &Self::Layout, at: (u16, u16)) -> Target;

    /// Whether work is left that waits until it is drawn what has come of the rest.
    fn is_due(&self) -> bool;

    /// How long until the next tick is wanted, while any is.
    fn pace(&self) -> Option<Duration>;
}

impl Model for App {
    type Layout = ui::Layout;

    fn update(&mut self, event: Event) -> Update {
        self.update(event)
    }

    fn lay_out(&mut self, size: Size, theme: Theme) -> ui::Layout {
        let layout = ui::lay_out(self, size, theme);
        self.fit(layout.pages());
        layout
    }

    fn draw(&self, layout: &ui::Layout, frame: &mut Frame<'_>) {
        ui::draw(self, layout, frame);
    }

    fn target(&self, layout: &ui::Layout, at: (u16, u16)) -> Target {
        ui::target(self, layout, at)
    }

    fn is_due(&self) -> bool {
        answering::is_due(self)
    }

    fn pace(&self) -> Option<Duration> {
        walls::pace(self)
    }
}

impl Model for Loading {
    /// It is as wide as the screen is, whatever that is.
    type Layout = Theme;

    fn update(&mut self, event: Event) -> Update {
        self.update(&event)
    }

    fn lay_out(&mut self, _size: Size, theme: Theme) -> Theme {
        theme
    }

    fn draw(&self, theme: &Theme, frame: &mut Frame<'_>) {
        ui::draw_loading(self, frame, *theme);
    }

    fn target(&self, _theme: &Theme, _at: (u16, u16)) -> Target {
        Target::Nothing
    }

    fn is_due(&self) -> bool {
        false
    }

    fn pace(&self) -> Option<Duration> {
        Some(self.pace())
    }
}
