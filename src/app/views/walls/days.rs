//! What the Walls show: a day, the barriers by who keeps them, and the one that is current.

use chrono::NaiveDate;

use crate::app::barriers;
use crate::app::core::mode::View;
use crate::app::explorer::App;
use crate::app::views::walls::changes::Changes;
use crate::app::views::walls::keepers::WallList;
use crate::app::views::walls::state::Walls;
use crate::dataset::{BarrierId, Dataset, MilestoneId};
use crate::date::Date;

/// The state of the Walls.
pub fn state(app: &App) -> &Walls {
    &app.state.walls
}

/// The day at the end of which the walls are shown.
pub fn day(app: &App) -> NaiveDate {
    let first = || covered(app).map_or(NaiveDate::MIN, |(first, _)| first);
    app.state.walls.day.unwrap_or_else(first)
}

/// The barriers that are shown, by who keeps them.
pub fn list(app: &App) -> &WallList {
    app.state.place.found().walls.list.get_or_init(|| WallList::new(barriers::shown(app).ids(), &app.dataset))
}

/// What changes which of the barriers that are shown, and when.
pub fn changes(app: &App) -> &Changes {
    app.state.place.found().walls.changes.get_or_init(|| {
        let all = app.caches.walls.changes.get_or_init(|| Changes::new(&app.dataset));
        if app.query().is_empty() || app.dims() {
            return all.clone();
        }
        all.of(|id| barriers::is_moved(app, id))
    })
}

/// The first and the last day of which anything is told; `None` where nothing has a day.
pub fn covered(app: &App) -> Option<(NaiveDate, NaiveDate)> {
    *app.caches.walls.covered.get_or_init(|| first_and_last(&app.dataset))
}

/// The current wall; `None` where there are none.
pub fn current(app: &App) -> Option<BarrierId> {
    app.state.walls.wall.filter(|id| list(app).place(*id).is_some())
}

/// Whether keys go through the days of the Walls, and not through milestones.
pub(in crate::app) fn is_walked(app: &App) -> bool {
    app.state.view == View::Walls && app.state.page().is_none()
}

/// The day from which on a milestone has certainly happened; of one without an end, the day on which it may have
/// begun.
pub(in crate::app) fn day_of(app: &App, id: MilestoneId) -> NaiveDate {
    within(app, last_day(app.dataset.milestone(id).date().span().clamped()))
}

/// The nearest day of which anything is told.
pub(in crate::app) fn within(app: &App, day: NaiveDate) -> NaiveDate {
    covered(app).map_or(day, |(first, last)| day.clamp(first, last))
}

/// The last of some days; the first where there is no last.
pub(super) const fn last_day((from, to): (NaiveDate, NaiveDate)) -> NaiveDate {
    match to {
        NaiveDate::MAX => from,
        to => to,
    }
}

/// From the first to the last day of milestones, their effects and the span. What the calendar cannot hold counts
/// for nothing.
fn first_and_last(dataset: &Dataset) -> Option<(NaiveDate, NaiveDate)> {
    let of_milestones = dataset.milestones().flat_map(|milestone| {
        let own = milestone.effects().iter().filter_map(|effect| effect.date.as_deref());
        own.chain([milestone.date()]).map(Date::span)
    });
    let ends = of_milestones.chain(dataset.span().copied()).flat_map(|span| [span.from(), span.to()]);
    ends.flatten().fold(None, |covered, day| {
        let (first, last) = covered.unwrap_or((day, day));
        Some((day.min(first), day.max(last)))
    })
}
