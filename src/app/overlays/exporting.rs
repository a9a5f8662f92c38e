//! What is done with an export: previewed, made again with other settings, written, printed.

use std::path::Path;
use std::rc::Rc;

use crate::app::core::effect::Effect;
use crate::app::core::mode::Mode;
use crate::app::explorer::App;
use crate::app::overlays::preview::Preview;
use crate::app::overlays::setting::Setting;
use crate::app::state::Overlay;
use crate::app::views::wall;
use crate::export::{Extract, Format, Options};
use crate::files::Existing;

/// What an export takes: what moved the wall whose page lies open, else what is selected, or, where nothing is, all that
/// matches.
pub(in crate::app) fn taken(app: &App) -> Extract<'_> {
    if let Some((wall, _)) = wall::page(app) {
        return Extract::of_wall(&app.dataset, wall);
    }
    let matches = app.matches();
    let query = app.query();
    if app.selection().is_empty() {
        Extract::matching(&app.dataset, query, matches)
    } else {
        Extract::picked(&app.dataset, app.selection().ids(matches), query, matches)
    }
}

/// How many milestones that are: counted, not gathered, for it is asked for with every frame that names them.
pub(in crate::app) fn taken_count(app: &App) -> usize {
    if wall::page(app).is_some() {
        return taken(app).len();
    }
    let selection = app.selection();
    if selection.is_empty() { app.matches().ids.len() } else { selection.count() }
}

/// Shows what an export would write.
pub(in crate::app) fn begin(app: &mut App) {
    let selection = taken(app);
    let options = app.state.options.fit(selection.len());
    let preview = Preview::new(&selection, options);
    app.state.overlays.push(Overlay::Export(preview));
}

/// How Markdown is written: as it was last, but as a list where that was no Markdown.
pub(in crate::app) fn markdown_options(app: &App) -> Options {
    let options = app.state.options.fit(taken_count(app));
    let format = if options.format.is_markdown() { options.format } else { Format::default() };
    Options { format, ..options }
}

pub(in crate::app) fn shown(app: &App) -> Option<&Preview> {
    app.state
        .overlays
        .iter()
        .rev()
        .find_map(|overlay| if let Overlay::Export(preview) = overlay { Some(preview) } else { None })
}

/// The preview, where nothing lies on it.
pub(in crate::app) fn shown_mut(app: &mut App) -> Option<&mut Preview> {
    match app.state.overlays.last_mut() {
        Some(Overlay::Export(preview)) => Some(preview),
        _ => None,
    }
}

/// Has keys go to the setting so many `steps` on.
pub(in crate::app) fn choose_setting(app: &mut App, steps: isize) {
    if let Some(preview) = shown_mut(app) {
        preview.chosen = preview.chosen.next(preview.options().format, steps);
    }
}

/// Changes the chosen setting.
pub(in crate::app) fn change_chosen(app: &mut App, steps: isize) {
    if let Some(setting) = shown_mut(app).map(|preview| preview.chosen) {
        change_setting(app, setting, steps);
    }
}

/// Sets `setting` to the value so many `steps` on, and makes the text again; or says why it stays as it is.
pub(in crate::app) fn change_setting(app: &mut App, setting: Setting, steps: isize) {
    let Some(preview) = shown(app) else { return };
    if let Some(reason) = preview.why_fixed(setting, app.say()) {
        app.state.notice(reason);
        return;
    }
    let options = setting.changed(preview.options(), steps);
    remake(app, options, |preview, selection| preview.rename(selection, options.format));
    // A picture that is wanted, but not to be had of so many milestones, is wanted all the same.
    let mermaid = if setting == Setting::Picture { options.mermaid } else { app.state.options.mermaid };
    app.state.options = Options { mermaid, ..options };
}

/// Has the format be the one that the typed path asks for: an ending that contradicts it would mislead whoever opens
/// the file.
pub(in crate::app) fn follow_ending(app: &mut App) {
    let Some(preview) = shown(app) else { return };
    let Some(format) = preview.format_typed() else { return };
    remake(app, Options { format, ..preview.options() }, |_, _| ());
    app.state.options.format = format;
}

/// Makes the text again as `options` say, once the preview is `changed`.
fn remake(app: &mut App, options: Options, changed: impl FnOnce(&mut Preview, &Extract<'_>)) {
    let Some(mut preview) = shown(app).cloned() else { return };
    let selection = taken(app);
    changed(&mut preview, &selection);
    preview.remake(&selection, options);
    if let Some(shown) = shown_mut(app) {
        *shown = preview;
    }
}

/// Writes what is shown, unless there is a file already.
pub(in crate::app) fn write_new(app: &mut App) -> Vec<Effect> {
    write(app, Existing::Keep, None)
}

/// Writes what is shown, to the path shown.
pub(in crate::app) fn write(app: &mut App, existing: Existing, seen: Option<Rc<[u8]>>) -> Vec<Effect> {
    let Some(preview) = shown(app) else { return Vec::new() };
    if preview.path.text().trim().is_empty() {
        app.state.complain(app.say().settings.empty_path);
        return Vec::new();
    }
    if preview.is_output() {
        return print(app);
    }
    let (path, line) = (preview.target(), preview.path.text().to_owned());
    let effect = Effect::Write { path, bytes: preview.bytes().to_vec(), existing, seen };
    app.recall.keep(Mode::Path, &line);
    vec![effect]
}

/// Leaves, and prints what is shown.
pub(in crate::app) fn print(app: &App) -> Vec<Effect> {
    shown(app).map(|preview| Effect::Print(preview.bytes().to_vec())).into_iter().collect()
}

pub(in crate::app) fn written(app: &mut App, path: &Path) {
    let say = app.say();
    let contents = shown(app).map(|preview| preview.contents(say)).unwrap_or_default();
    close(app);
    app.state.notice((say.settings.wrote)(&contents, &path.display().to_string()));
}

pub(in crate::app) fn close(app: &mut App) {
    app.state.overlays.retain(|layer| !matches!(layer, Overlay::Export(_) | Overlay::Replace(_)));
}
