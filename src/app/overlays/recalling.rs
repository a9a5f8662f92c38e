//! Bringing back lines typed before.

use crate::app::explorer::App;
use crate::app::moving;
use crate::app::overlays::typing;
use crate::app::state::Overlay;

/// Brings back the line typed before; while something offered is being chosen, goes to the one above.
pub(in crate::app) fn earlier(app: &mut App) {
    if is_choosing(app) {
        moving::by_rows(app, -1);
    } else if !bring_back(app, 1) {
        app.state.notice(app.say().notices.no_earlier_line);
    }
}

/// Brings back the line typed after the one that was brought back; where none was, goes to what is offered below.
pub(in crate::app) fn later(app: &mut App) {
    if is_choosing(app) || !bring_back(app, -1) {
        moving::by_rows(app, 1);
        let has_rows = has_rows(app);
        if let Some(prompt) = typing::prompt_mut(app) {
            prompt.chooses = has_rows;
        }
    }
}

/// Puts the line so many `steps` back into the prompt; says whether there is one.
fn bring_back(app: &mut App, steps: isize) -> bool {
    let lines = app.recall.of(app.mode()).to_vec();
    typing::edit(app, |prompt| prompt.recall(&lines, steps)).unwrap_or(false)
}

/// Whether a row of what the prompt offers is being chosen: then up and down go through them.
fn is_choosing(app: &App) -> bool {
    match app.state.overlays.last() {
        Some(Overlay::Query(ask)) => ask.chosen.is_some(),
        Some(Overlay::Palette(palette)) => palette.prompt.chooses || palette.cursor > 0,
        Some(Overlay::Search(ask)) => ask.prompt.chooses,
        Some(Overlay::Export(preview)) => preview.path.chooses,
        Some(Overlay::Narrow(prompt)) => prompt.chooses,
        _ => false,
    }
}

/// Whether there is anything that up and down could go through, beside the lines typed before.
fn has_rows(app: &App) -> bool {
    match app.state.overlays.last() {
        Some(Overlay::Search(ask)) => {
            !ask.prompt.text().is_empty() && app.search().is_some_and(|search| !search.hits.is_empty())
        }
        Some(Overlay::Date(_)) | None => false,
        Some(_) => true,
    }
}
