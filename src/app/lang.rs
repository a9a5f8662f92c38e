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
        app.state.notice("this dataset has no Chinese: its texts are shown as they are");
        return;
    }
    let at = Lang::ALL.iter().position(|lang| *lang == app.state.lang).unwrap_or_default();
    app.state.lang = Lang::ALL[(at + 1) % Lang::ALL.len()];
    let key = app.keys.shown(app.mode(), Action::Language);
    app.state.notice(match app.state.lang {
        Lang::En => format!("shown in English; {key} shows Chinese"),
        Lang::Zh => format!("shown in Chinese, where there is any; {key} shows both"),
        Lang::Both => format!("shown in English and Chinese; {key} shows English alone"),
    });
}
