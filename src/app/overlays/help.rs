//! The list of all actions: opened, and run from.

use crate::app::core::effect::Effect;
use crate::app::core::mode::Mode;
use crate::app::explorer::App;
use crate::app::overlays::palette::Palette;
use crate::app::overlays::stack;
use crate::app::run;
use crate::app::state::Overlay;

pub(in crate::app) fn open(app: &mut App) {
    app.state.overlays.push(Overlay::Palette(Palette::default()));
}

/// Runs the chosen action as if its key had been pressed below the palette.
pub(in crate::app) fn run_chosen(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = app.state.overlays.last() else { return Vec::new() };
    let below = stack::mode_below_top(app);
    let Some(row) = palette.found(below, &app.keys, app.say()).get(palette.cursor).copied() else {
        app.state.notice(app.say().notices.no_such_action);
        return Vec::new();
    };
    if let Some(reason) = row.why_off(below, app, app.say()) {
        app.state.notice(reason);
        return Vec::new();
    }
    app.recall.keep(Mode::Palette, palette.prompt.text());
    app.state.overlays.pop();
    run::row(app, row)
}
