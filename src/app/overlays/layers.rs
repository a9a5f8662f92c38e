//! What lies on top of the panes: Esc peels one layer, a prompt too.

use crate::app::core::mode::Mode;
use crate::app::explorer::App;
use crate::app::facet_pane;
use crate::app::overlays::setting::Setting;
use crate::app::state::{Focus, Layer, State};

/// Peels one layer, then the focus. Never quits. What was typed into a prompt of the query language has then
/// never been: the reader is back where it began.
pub(in crate::app) fn close(app: &mut App) {
    if let Some(Layer::Query(ask)) = app.state.layers.last_mut()
        && ask.chosen.take().is_some()
    {
        return;
    }
    if let Some(Layer::Export(preview)) = app.state.layers.last_mut()
        && preview.is_naming()
    {
        preview.chosen = Setting::default();
        return;
    }
    match app.state.layers.pop() {
        Some(Layer::Search(ask) | Layer::Query(ask)) => go_back(app, &ask.before),
        Some(Layer::Narrow(_)) => facet_pane::widen(app),
        Some(_) => {}
        None if app.state.focus == Focus::Facets && app.state.facets.narrow.is_some() => {
            facet_pane::widen(app);
        }
        None => app.state.focus = Focus::List,
    }
}

/// Has everything as it was `before`, but for the size of the screen, which may be another by now.
pub(in crate::app) fn go_back(app: &mut App, before: &State) {
    let pages = std::mem::take(&mut app.state.pages);
    app.state = State { pages, ..before.clone() };
}

/// Where keys will go when the top layer is closed.
pub fn mode_below_top(app: &App) -> Mode {
    app.state.mode_below(app.state.layers.len().saturating_sub(1))
}

/// Has everything below the prompt on top as it was `before`.
pub(in crate::app) fn answer_from(app: &mut App, before: &State) {
    let layer = app.state.layers.pop();
    go_back(app, before);
    app.state.layers.extend(layer);
}
