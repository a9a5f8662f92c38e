//! Typing into whatever prompt lies on top.

use crate::app::core::effect::Effect;
use crate::app::core::key::Key;
use crate::app::core::prompt::Prompt;
use crate::app::explorer::App;
use crate::app::facet_pane;
use crate::app::overlays::{answering, exporting};
use crate::app::state::Layer;
use crate::app::views::walls;

/// Puts in what is offered.
pub(in crate::app) fn complete(app: &mut App) {
    if let Some(Layer::Query(ask)) = app.state.layers.last_mut() {
        if ask.accept() {
            answering::ask_anew(app);
        } else {
            app.state.notice("nothing begins like this");
        }
    }
}

/// Types into the prompt on top; says whether there was one and the key was for it.
pub(in crate::app) fn key(app: &mut App, key: Key) -> bool {
    match app.state.layers.last_mut() {
        Some(Layer::Query(ask)) if ask.is_behind_blank() => {
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
        Some(false) => app.state.complain("a line holds 4 kB: the rest of what was pasted is left out"),
        None => app.state.notice("pasted text goes into a prompt, and none is open"),
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
    match app.state.layers.last_mut() {
        Some(Layer::Search(_) | Layer::Query(_)) => answering::ask_anew(app),
        Some(Layer::Narrow(_)) => facet_pane::narrow_as_typed(app),
        Some(Layer::Export(_)) => exporting::follow_ending(app),
        // The first action found is the chosen one.
        Some(Layer::Palette(palette)) if is_other => palette.cursor = 0,
        _ => {}
    }
    Some(done)
}

/// The prompt on top, if there is one.
pub(in crate::app) fn prompt_mut(app: &mut App) -> Option<&mut Prompt> {
    match app.state.layers.last_mut()? {
        Layer::Palette(palette) => Some(&mut palette.prompt),
        Layer::Export(preview) if preview.is_naming() => Some(&mut preview.path),
        Layer::Search(ask) | Layer::Query(ask) => Some(&mut ask.prompt),
        Layer::Date(prompt) | Layer::Narrow(prompt) => Some(prompt),
        Layer::Reading(..) | Layer::Export(_) | Layer::Replace(_) => None,
    }
}
