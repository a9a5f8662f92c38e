//! [`App`] and a size → a frame. Draws, decides nothing.

use ratatui::Frame;
use ratatui::layout::Size;

use crate::app::{App, Pages};

/// Draws one whole frame.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.render_widget(app.dataset().title(), area);
}

/// What the app must know of a screen of this size: how many rows its panes show.
pub fn pages(_app: &App, size: Size) -> Pages {
    Pages { list: usize::from(size.height), ..Pages::default() }
}
