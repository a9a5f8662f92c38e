//! The help: opened, and run from.

use crate::app::core::effect::Effect;
use crate::app::core::mode::Mode;
use crate::app::explorer::App;
use crate::app::overlays::palette::{HelpEntry, HelpScope, Palette, PaletteLine};
use crate::app::overlays::stack;
use crate::app::run;
use crate::app::state::Overlay;

pub(in crate::app) fn open(app: &mut App) {
    app.state.overlays.push(Overlay::Palette(Palette::default()));
}

/// Where the help on top was opened from.
fn scope(app: &App) -> HelpScope<'_, App> {
    HelpScope { mode: stack::mode_below_top(app), view: app.view(), keys: &app.keys, say: app.say() }
}

/// The lines of the help, where it lies on top.
pub fn lines(app: &App) -> Vec<PaletteLine<App>> {
    match app.state.overlays.last() {
        Some(Overlay::Palette(palette)) => palette.lines(&scope(app), app),
        _ => Vec::new(),
    }
}

/// What is chosen in it.
pub fn chosen(app: &App) -> Option<HelpEntry<App>> {
    match app.state.overlays.last() {
        Some(Overlay::Palette(palette)) => palette.chosen(&scope(app)),
        _ => None,
    }
}

/// Runs the chosen action as if its key had been pressed below the help; says what the chosen term means.
pub(in crate::app) fn run_chosen(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = app.state.overlays.last() else { return Vec::new() };
    let below = stack::mode_below_top(app);
    let row = match palette.chosen(&scope(app)) {
        Some(HelpEntry::Action(row)) => row,
        Some(HelpEntry::Term(term)) => {
            app.state.notice(format!("{}: {}", term.name, term.means));
            return Vec::new();
        }
        None => {
            app.state.notice(app.say().notices.no_such_action);
            return Vec::new();
        }
    };
    if let Some(reason) = row.why_off(below, app, app.say()) {
        app.state.notice(reason);
        return Vec::new();
    }
    app.recall.keep(Mode::Palette, palette.prompt.text());
    app.state.overlays.pop();
    run::row(app, row)
}
