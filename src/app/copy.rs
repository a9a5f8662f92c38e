//! Copying: what each of the `y` keys would copy, what it does copy, and what became of it.

use std::borrow::Cow;

use crate::app::command_line;
use crate::app::core::action::Action;
use crate::app::core::effect::{Clipboard, Copying, Effect, Multiplexer};
use crate::app::core::key::Key;
use crate::app::explorer::App;
use crate::app::overlays::{exporting, reading};
use crate::app::views::wall;
use crate::dataset::Lang;
use crate::export;
use crate::export::words;

/// One way to go on after `y`, as it is offered while the next key is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The next key.
    pub key: Key,
    /// What it would copy: `citation`.
    pub name: &'static str,
    /// The first line of what would be copied, or why nothing can be.
    pub line: Result<String, Cow<'static, str>>,
}

/// The ways to go on, where the keys pressed so far begin to copy. Costs what stands on the lines: what matches
/// is counted, not written.
pub fn offers(app: &App) -> Vec<Offer> {
    if app.pending().is_empty() {
        return Vec::new();
    }
    let rows = app.keys.following(app.mode(), app.pending());
    rows.filter_map(|(key, row)| {
        let line = line_of(app, row.action)?;
        let name = match exporting::shown(app) {
            Some(preview) if row.action == Action::CopyMarkdown => preview.options().format.as_str(),
            _ => row.footer.map_or(row.name, |footer| (footer.word)(&app.say().footer)),
        };
        Some(Offer { key, name, line: (row.off)(app).map_or(Ok(line), Err) })
    })
    .collect()
}

/// The first line of what `action` copies, if it copies. Empty where there is nothing to be copied.
#[expect(clippy::wildcard_enum_match_arm, reason = "five of a hundred actions copy")]
fn line_of(app: &App, action: Action) -> Option<String> {
    let read = app.read().map(|(milestone, _)| milestone);
    let line = match action {
        Action::CopyMilestone => read.map(|milestone| words::line(milestone, Lang::default())),
        Action::CopyWall => wall::page(app).map(|(id, _)| wall::sentence(app, id)),
        Action::CopyCitation => reading::source(app).map(|source| words::cited(source, Lang::default())),
        Action::CopyLink => reading::address(app).and_then(|source| source.url.clone()),
        Action::CopyView => Some(command_line::line(app)),
        Action::CopyMarkdown => Some(contents_taken(app)),
        _ => return None,
    };
    Some(line.unwrap_or_default())
}

/// What a reader takes away: `7 milestones`.
fn contents_taken(app: &App) -> String {
    if let Some(preview) = exporting::shown(app) {
        return (app.say().copying.as_shown)(&preview.contents(app.say()));
    }
    // What it is beside plain text, as on the command line.
    let given = exporting::markdown_options(app).given();
    std::iter::once((app.say().counts.milestones)(exporting::taken_count(app)))
        .chain(given)
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn milestone(app: &App) -> Vec<Effect> {
    let read = app.read().map(|(milestone, _)| milestone);
    let lang = Lang::default();
    let text = read.map(|milestone| words::milestone(milestone, &app.dataset, lang));
    text.map(|text| copying(app, Action::CopyMilestone, text)).into_iter().collect()
}

pub(super) fn citation(app: &App) -> Vec<Effect> {
    let text = reading::source(app).map(|source| words::cited(source, Lang::default()));
    text.map(|text| copying(app, Action::CopyCitation, text)).into_iter().collect()
}

pub(super) fn address(app: &App) -> Vec<Effect> {
    let text = reading::address(app).and_then(|source| source.url.clone());
    text.map(|text| copying(app, Action::CopyLink, text)).into_iter().collect()
}

pub(super) fn view(app: &App) -> Vec<Effect> {
    vec![copying(app, Action::CopyView, command_line::line(app))]
}

/// The very bytes that an export would write; of one that is looked at, those that are seen.
pub(super) fn markdown(app: &App) -> Vec<Effect> {
    let bytes = match exporting::shown(app) {
        Some(preview) => Cow::Borrowed(preview.bytes()),
        None => Cow::Owned(export::bytes(&exporting::taken(app), exporting::markdown_options(app))),
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    vec![copying(app, Action::CopyMarkdown, text)]
}

fn copying(app: &App, action: Action, text: String) -> Effect {
    let what = line_of(app, action).unwrap_or_default();
    Effect::Copy(Copying { what, text, is_export: action == Action::CopyMarkdown })
}

/// Says where a copy went, and no more than is known of it.
pub(super) fn copied(app: &mut App, what: &str, to: Clipboard) {
    let say = &app.say().copying;
    let text = match to {
        Clipboard::System(program) => (say.to_clipboard)(program, what),
        Clipboard::Tmux => (say.to_tmux)(what),
        Clipboard::Terminal { through, failed } => {
            let sent = match through {
                None => say.to_terminal,
                Some(Multiplexer::Tmux) => say.through_tmux,
                Some(Multiplexer::Screen) => say.through_screen,
            };
            sent(failed, what)
        }
    };
    app.state.notice(text);
}

/// Says that something is too long to be copied, and what writes a file of it instead.
pub(super) fn too_long(
    app: &mut App,
    what: &str,
    size: (usize, usize),
    failed: Option<&str>,
    is_export: bool,
) {
    // Rounded apart: what is too long is never said to be as long as it may be.
    let (size, most) = (size.0.div_ceil(1000), size.1 / 1000);
    let writes = if exporting::shown(app).is_some() { Action::Write } else { Action::Export };
    let key = is_export.then(|| app.keys.shown(app.mode(), writes));
    app.state.complain((app.say().copying.too_long)(failed, [most, size], key.as_deref(), what));
}
