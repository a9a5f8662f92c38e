//! What is current, and that it stays in sight.

use crate::app::explorer::App;
use crate::app::overlays::help;
use crate::app::state::{Focus, Overlay, Pages};
use crate::app::views::wall;
use crate::app::{facet_pane, views};

/// Keeps what lies on top, and the text that is read, be it below it, within their rows.
pub(super) fn fit_overlay(app: &mut App, pages: &Pages) {
    app.state.reader_mut().fit(&pages.text);
    wall::fit(app);
    if let Some(Overlay::Query(ask)) = app.state.overlays.last_mut() {
        ask.fit(pages.layer);
    }
    match app.state.overlays.last_mut() {
        Some(Overlay::Export(preview)) => preview.scroll(0, pages.text_on_top()),
        Some(Overlay::Replace(question)) => question.scroll(0, pages.text_on_top()),
        _ => {}
    }
    let lines = help::lines(app);
    if let Some(Overlay::Palette(palette)) = app.state.overlays.last_mut() {
        palette.fit(&lines, pages.layer);
    }
}

/// Makes one thing of what is current, before any of it is measured: what depends on no screen is found out here, so
/// that a screen is laid out for what it will show.
pub(super) fn settle(app: &mut App) {
    app.state.term = app.state.term.min(app.query().terms().len().saturating_sub(1));
    if app.state.focus == Focus::Terms && app.query().is_empty() {
        app.state.focus = Focus::List;
    }
    views::settle(app);
}

/// Keeps what is current in sight, in the view and among the facets.
pub(super) fn fit_panes(app: &mut App) {
    views::fit(app);
    let height = app.state.pages.facets;
    if height > 0 {
        let rows = facet_pane::rows(app);
        app.state.facets.fit(&rows, height);
    }
}
