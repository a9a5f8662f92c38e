//! What lies on top of the panes: Esc peels one layer, a prompt too.

use std::rc::Rc;

use crate::app::core::mode::Mode;
use crate::app::explorer::App;
use crate::app::facet_pane;
use crate::app::overlays::ask::QueryPrompt;
use crate::app::overlays::setting::Setting;
use crate::app::state::{Focus, Overlay, State};

/// Peels one layer, then the focus. Never quits. What was typed into a prompt of the query language has then
/// never been: the reader is back where it began.
pub(in crate::app) fn close(app: &mut App) {
    if let Some(Overlay::Query(ask)) = app.state.overlays.last_mut()
        && ask.chosen.take().is_some()
    {
        return;
    }
    if let Some(Overlay::Export(preview)) = app.state.overlays.last_mut()
        && preview.is_naming()
    {
        preview.chosen = Setting::default();
        return;
    }
    match app.state.overlays.pop() {
        Some(Overlay::Search(_) | Overlay::Query(_)) => drop(go_back(app)),
        Some(Overlay::Narrow(_)) => facet_pane::widen(app),
        Some(_) => {}
        None if app.state.focus == Focus::Facets && app.state.facets.narrow.is_some() => {
            facet_pane::widen(app);
        }
        None => app.state.focus = Focus::List,
    }
}

/// Begins a prompt in the query language. What is now is what Esc brings back.
pub(in crate::app) fn begin_asking(app: &mut App, line: String, layer: fn(QueryPrompt) -> Overlay) {
    app.state.before_asking = Some(Rc::new(app.state.clone()));
    app.state.overlays.push(layer(QueryPrompt::new(line)));
}

/// Has everything as it was before the prompt in the query language, but for the size of the screen, which may be another
/// by now. Returns what was.
pub(in crate::app) fn go_back(app: &mut App) -> Option<Rc<State>> {
    let before = app.state.before_asking.take()?;
    let pages = std::mem::take(&mut app.state.pages);
    app.state = State { pages, ..State::clone(&before) };
    Some(before)
}

/// Where keys will go when the top layer is closed.
pub fn mode_below_top(app: &App) -> Mode {
    app.state.mode_below(app.state.overlays.len().saturating_sub(1))
}

/// Has everything below the prompt on top as it was when that began, and the prompt go on. Returns what was.
pub(in crate::app) fn answer_from_before(app: &mut App) -> Option<Rc<State>> {
    let layer = app.state.overlays.pop();
    let before = go_back(app);
    app.state.overlays.extend(layer);
    app.state.before_asking.clone_from(&before);
    before
}
