//! Playing: from change to change at a pace that can be read, until any key.

use std::time::Duration;

use crate::app::core::action::Action;
use crate::app::core::mode::View;
use crate::app::explorer::App;
use crate::app::past;
use crate::app::views::walls::state::Playing;
use crate::app::views::walls::{days, moves};

/// Long enough to find the cells that changed, short enough to see walls rise and fall: sixty days of changes take
/// some forty seconds.
const PACE: Duration = Duration::from_millis(700);

/// How long until the next [`Event::Tick`](crate::app::Event::Tick) is wanted: only while the Walls play.
pub fn pace(app: &App) -> Option<Duration> {
    is_playing(app).then_some(PACE)
}

/// Whether the Walls play, where a reader sees them.
pub fn is_playing(app: &App) -> bool {
    let is_seen = app.state.view == View::Walls && app.state.overlays.is_empty() && !app.pages().is_unseen();
    is_seen && app.state.walls.playing != Playing::Not
}

pub(in crate::app) fn begin(app: &mut App) {
    if days::changes(app).is_empty() {
        app.state.notice(app.say().wall_list.nothing_changes);
        return;
    }
    app.state.walls.playing = Playing::Begins;
}

/// Shows what comes next: at the end, the first day of all; where it was played to the end, nothing.
pub(in crate::app) fn tick(app: &mut App) {
    if !is_playing(app) {
        return;
    }
    let next = days::changes(app).after(days::day(app));
    match (next, app.state.walls.playing) {
        (Some(day), Playing::Goes) => moves::go_to_day(app, day),
        (None, Playing::Goes) => {
            stop(app);
            let [play, undo] = [Action::Play, Action::Undo].map(|action| app.keys.shown(app.mode(), action));
            app.state.notice((app.say().wall_list.played_to_the_end)(&play, &undo));
        }
        (next, _) => {
            // Undo leads to a day, not to a day that plays.
            stop(app);
            let before = past::point(app);
            if let Some(day) = next.or_else(|| days::changes(app).first()) {
                moves::go_to_day(app, day);
            }
            past::remember(app, before);
            app.state.walls.playing = Playing::Goes;
        }
    }
}

/// Stops it; says whether it played.
pub(in crate::app) fn stop(app: &mut App) -> bool {
    std::mem::take(&mut app.state.walls.playing) != Playing::Not
}
