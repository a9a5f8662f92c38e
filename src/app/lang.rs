//! The language of what a reader looks at.

use crate::app::core::action::Action;
use crate::app::explorer::App;
use crate::app::overlays::exporting;
use crate::app::overlays::setting::Setting;
use crate::dataset::Lang;

/// Changes the language of what a reader looks at: of an export, where one is.
pub(super) fn change(app: &mut App) {
    match exporting::shown(app) {
        Some(_) => exporting::change_setting(app, Setting::Lang, 1),
        None => next(app),
    }
}

/// Shows the texts in the next language, where there is another one.
fn next(app: &mut App) {
    if !app.caches.has_chinese(&app.dataset) {
        app.state.notice(app.say().notices.no_chinese);
        return;
    }
    let at = Lang::ALL.iter().position(|lang| *lang == app.state.lang).unwrap_or_default();
    app.state.lang = Lang::ALL[(at + 1) % Lang::ALL.len()];
    let key = app.keys.shown(app.mode(), Action::Language);
    let say = &app.say().notices;
    app.state.notice(match app.state.lang {
        Lang::En => (say.in_english)(&key),
        Lang::Zh => (say.in_chinese)(&key),
        Lang::Both => (say.in_both)(&key),
    });
}
