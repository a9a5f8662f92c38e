//! How many walls stand how on a day.

use chrono::NaiveDate;

use crate::app::barriers;
use crate::app::explorer::App;
use crate::app::views::walls::counted::Totals;

/// How many walls stand how at the end of `day`. They are counted once a day that is shown, not once a frame.
pub fn totals(app: &App, day: NaiveDate) -> Totals {
    let known = &app.state.place.found().walls.totals;
    let [last, other] = known.get();
    if let Some((_, totals)) = [last, other].into_iter().flatten().find(|(known, _)| *known == day) {
        return totals;
    }
    let mut totals = Totals::default();
    for id in barriers::shown(app).ids() {
        totals.count(app.dataset.history(*id).on(day).state);
    }
    // Two days at most are shown at once.
    known.set([Some((day, totals)), last]);
    totals
}
