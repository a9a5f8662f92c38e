//! Doing what a row of the table says.

use crate::app::core::effect::Effect;
use crate::app::core::row::Deed;
use crate::app::core::row::Row;
use crate::app::explorer::App;
use crate::app::past;

/// Runs the action of `row`, or says why it is off.
pub(super) fn row(app: &mut App, row: &Row<App>) -> Vec<Effect> {
    if let Some(reason) = row.why_off(app.state.mode(), app, app.say()) {
        app.state.notice(reason);
        return Vec::new();
    }
    let before = row.is_step.then(|| past::point(app));
    let effects = match row.run {
        Deed::Inside(change) => {
            change(app);
            Vec::new()
        }
        Deed::Outside(change) => change(app),
        Deed::Anywhere(effect) => vec![effect()],
    };
    if let Some(before) = before {
        past::remember(app, before);
    }
    effects
}
