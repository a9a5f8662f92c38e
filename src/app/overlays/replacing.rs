//! The question whether to replace a file, and its answer.

use std::path::Path;

use crate::app::core::effect::Effect;
use crate::app::explorer::App;
use crate::app::overlays::exporting;
use crate::app::overlays::question::Question;
use crate::app::overlays::setting::Setting;
use crate::app::state::Overlay;
use crate::files::Existing;

/// Asks about the file that is there already, and says so where it has `changed` since it was asked about; where it
/// holds the very same there is nothing to ask or to write.
pub(in crate::app) fn exists(app: &mut App, path: &Path, old: Option<&[u8]>, changed: bool) {
    let Some(preview) = exporting::shown(app) else { return };
    if old == Some(preview.bytes()) {
        let say = &app.say().question;
        exporting::close(app);
        app.state.notice((say.same_already)(&path.display().to_string()));
        return;
    }
    let question = Question::new(old, preview.bytes(), &app.say().question);
    app.state.overlays.push(Overlay::Replace(question));
    if changed {
        app.state.complain(app.say().question.changed_meanwhile);
    }
}

/// Chooses the other answer.
pub(in crate::app) fn choose_other(app: &mut App) {
    if let Some(Overlay::Replace(question)) = app.state.overlays.last_mut() {
        question.yes = !question.yes;
    }
}

/// Does what is chosen: replaces the file, or goes back to its name.
pub(in crate::app) fn answer(app: &mut App) -> Vec<Effect> {
    replace(app, matches!(app.state.overlays.last(), Some(Overlay::Replace(question)) if question.yes))
}

pub(in crate::app) fn replace(app: &mut App, yes: bool) -> Vec<Effect> {
    let Some(Overlay::Replace(question)) = app.state.overlays.pop() else { return Vec::new() };
    if yes {
        return exporting::write(app, Existing::Replace, question.old());
    }
    // Another name is what is wanted then.
    if let Some(preview) = exporting::shown_mut(app) {
        preview.chosen = Setting::Path;
    }
    Vec::new()
}
