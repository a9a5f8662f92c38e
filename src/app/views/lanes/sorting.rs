//! The lanes that are shown, as they are sorted.

use crate::app::barriers;
use crate::app::explorer::App;
use crate::app::views::lanes::order::SortedLanes;

/// The lanes that are shown, as they are sorted.
pub fn shown(app: &App) -> &SortedLanes {
    let of = (&app.dataset, app.caches.last_day(&app.dataset));
    app.state.place.found().lanes.sorted_by(app.state.lanes.sort, barriers::shown(app), of)
}

/// Sorts the lanes by what comes next, and begins with those among which the current one stands.
pub(in crate::app) fn sort(app: &mut App) {
    app.state.lanes.sort = app.state.lanes.sort.next();
    let sorted = shown(app);
    let place = app.state.lanes.lane.and_then(|id| sorted.place(id)).unwrap_or_default();
    let begun = sorted.groups().iter().enumerate().rfind(|(_, (_, start))| *start <= place);
    app.state.lanes.top = begun.map_or(0, |(headings, (_, start))| start + headings);
}
