//! Typing into whatever prompt lies on top.

use crate::app::core::effect::Effect;
use crate::app::core::key::Key;
use crate::app::core::mode::Mode;
use crate::app::core::prompt::Prompt;
use crate::app::explorer::App;
use crate::app::facet_pane;
use crate::app::overlays::{answering, exporting};
use crate::app::state::Overlay;
use crate::app::views::walls;
use crate::text::halfwidth;

/// Puts in what is offered.
pub(in crate::app) fn complete(app: &mut App) {
    if let Some(Overlay::Query(ask)) = app.state.overlays.last_mut() {
        if ask.accept() {
            answering::ask_anew(app);
        } else {
            app.state.notice(app.say().notices.nothing_begins_so);
        }
    }
}

/// Types into the prompt on top; says whether there was one and the key was for it.
pub(in crate::app) fn key(app: &mut App, key: Key) -> bool {
    // A year is typed as it comes; letters are keys there.
    if app.mode() == Mode::Facets && key.typed().map(halfwidth).is_some_and(|c| c.is_ascii_digit()) {
        facet_pane::begin_narrowing(app);
    }
    match app.state.overlays.last_mut() {
        Some(Overlay::Query(ask)) if ask.is_behind_blank() => {
            match key.typed() {
                Some(' ') => return true,
                Some(',' | '，' | '、') => ask.take_blank_back(),
                _ => {}
            }
            edit(app, |prompt| prompt.edit(key)).unwrap_or(false)
        }
        _ => edit(app, |prompt| prompt.edit(key)).unwrap_or(false),
    }
}

pub(in crate::app) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    walls::stop_playing(app);
    app.state.notice = None;
    match edit(app, |prompt| prompt.paste(text)) {
        Some(true) => {}
        Some(false) => app.state.complain(app.say().notices.pasted_too_much),
        None => app.state.notice(app.say().notices.pasted_nowhere),
    }
    Vec::new()
}

pub(in crate::app) fn clear(app: &mut App) {
    let _ = edit(app, Prompt::clear);
}

/// Edits the prompt on top, if there is one, and shows what comes of it, if anything does.
pub(in crate::app) fn edit<T>(app: &mut App, edit: impl FnOnce(&mut Prompt) -> T) -> Option<T> {
    let prompt = prompt_mut(app)?;
    let before = prompt.clone();
    let done = edit(prompt);
    if *prompt == before {
        return Some(done);
    }
    let is_other = prompt.text() != before.text();
    match app.state.overlays.last_mut() {
        Some(Overlay::Search(_) | Overlay::Query(_)) => answering::ask_anew(app),
        Some(Overlay::Narrow(_)) => facet_pane::narrow_as_typed(app),
        Some(Overlay::Export(_)) => exporting::follow_ending(app),
        // The first action found is the chosen one.
        Some(Overlay::Palette(palette)) if is_other => palette.cursor = 0,
        _ => {}
    }
    Some(done)
}

/// The prompt on top, if there is one.
pub(in crate::app) fn prompt_mut(app: &mut App) -> Option<&mut Prompt> {
    match app.state.overlays.last_mut()? {
        Overlay::Palette(palette) => Some(&mut palette.prompt),
        Overlay::Export(preview) if preview.is_naming() => Some(&mut preview.path),
        Overlay::Search(ask) | Overlay::Query(ask) => Some(&mut ask.prompt),
        Overlay::Date(prompt) | Overlay::Narrow(prompt) => Some(prompt),
        Overlay::Reading(..) | Overlay::Wall(..) | Overlay::Export(_) | Overlay::Replace(_) => None,
    }
}
