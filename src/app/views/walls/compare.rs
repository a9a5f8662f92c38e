//! Two days: what opened and what closed between them.

use chrono::NaiveDate;

use crate::app::barriers;
use crate::app::core::action::Action;
use crate::app::core::mode::View;
use crate::app::explorer::App;
use crate::app::views::walls::days;
use crate::app::views::walls::difference::{Difference, Differs};
use crate::dataset::{BarrierId, Step};

/// Marks this day to compare others with it, or no longer does.
pub(in crate::app) fn toggle(app: &mut App) {
    if stop(app) {
        return;
    }
    app.state.walls.compared = Some(days::day(app));
    let [compare, drop] =
        [Action::Compare, Action::Deselect].map(|action| app.keys.shown(app.mode(), action));
    app.state.notice((app.say().wall_list.how_to_compare)(&compare, &drop));
}

/// Whether two days are compared, where a reader sees it.
pub fn is_comparing(app: &App) -> bool {
    app.state.view == View::Walls && app.state.walls.compared.is_some()
}

/// Ends a comparison; says whether there was one.
pub(in crate::app) fn stop(app: &mut App) -> bool {
    is_comparing(app) && app.state.walls.compared.take().is_some()
}

/// The earlier and the later of the two days that are compared, where they are two.
pub fn compared_days(app: &App) -> Option<(NaiveDate, NaiveDate)> {
    let (other, day) = (app.state.walls.compared?, days::day(app));
    (other != day).then(|| (day.min(other), day.max(other)))
}

/// What became of a barrier between the days that are compared.
pub fn differs(app: &App, id: BarrierId, (earlier, later): (NaiveDate, NaiveDate)) -> Differs {
    let history = app.dataset.history(id);
    Differs::between(history.on(earlier).state, history.on(later).state)
}

/// What moved a barrier between the days that are compared.
pub fn way(app: &App, id: BarrierId, (earlier, later): (NaiveDate, NaiveDate)) -> impl Iterator<Item = Step> {
    let steps = app.dataset.history(id).steps().iter().copied();
    let between = steps.filter(move |step| earlier < step.settled() && step.settled() <= later);
    let mut state = app.dataset.history(id).on(earlier).state;
    between.filter(move |step| std::mem::replace(&mut state, step.state) != step.state)
}

/// Finds out what differs. Costs all that is shown, and only while two days are compared: of 10,000 barriers a
/// millisecond or two.
pub(in crate::app) fn settle_difference(app: &mut App) {
    app.state.walls.difference = compared_days(app).map(|days| {
        let mut difference = Difference::default();
        for id in barriers::shown(app).ids() {
            difference.count(differs(app, *id, days));
        }
        difference
    });
}
