//! Which days the Lanes show: zooming and panning.

use chrono::NaiveDate;

use crate::app::core::density::middle;
use crate::app::explorer::App;
use crate::app::views::lanes::scale::{Scale, after};
use crate::app::views::lanes::state::Lanes;
use crate::app::views::walls;
use crate::dataset::Milestone;

/// The state of the Lanes.
pub fn state(app: &App) -> &Lanes {
    &app.state.lanes
}

/// The days that the Lanes show.
pub fn scale(app: &App) -> Scale {
    let (from, to) = span(app);
    let all = (to - from).num_days() + 1;
    let first = app.state.lanes.first.unwrap_or(from);
    Scale::new(first, all >> app.state.lanes.zoom.min(62), app.state.pages.lanes.cols)
}

/// The first and the last day of the span; of an open end, the first or the last of which anything is told.
fn span(app: &App) -> (NaiveDate, NaiveDate) {
    let (from, to) = app.dataset.span().map(|span| (span.from(), span.to())).unwrap_or_default();
    let covered = || walls::covered(app).unwrap_or_default();
    let (from, to) = (from.unwrap_or_else(|| covered().0), to.unwrap_or_else(|| covered().1));
    (from.min(to), to.max(from))
}

/// The first and the last day to which one can pan: the span, and what the shown barriers have outside it.
fn bounds(app: &App) -> (NaiveDate, NaiveDate) {
    let (from, to) = span(app);
    let seen = scale(app);
    // What is current is always within reach, be it prehistory.
    let here = app.current().and_then(shown_day).unwrap_or(from);
    (from.min(here).min(seen.first()), to.max(here).max(seen.last()))
}

/// The zoom at which every column is a day.
pub(in crate::app) fn deepest_zoom(app: &App) -> u8 {
    let (from, to) = span(app);
    let (mut days, mut zoom) = ((to - from).num_days() + 1, 0);
    while usize::try_from(days).is_ok_and(|days| days > app.state.pages.lanes.cols.max(1)) {
        days >>= 1;
        zoom += 1;
    }
    zoom
}

/// Brings the current milestone into sight, unless the whole span is: then what lies outside it is said, not shown.
pub(in crate::app) fn pan_to_current(app: &mut App) {
    let seen = scale(app);
    let Some(day) = app.current().and_then(shown_day) else { return };
    let (from, to) = span(app);
    if seen.col(day).is_some() || (app.state.lanes.zoom == 0 && !(from..=to).contains(&day)) {
        return;
    }
    let first = Scale::first_for(day, seen.cols() / 2, seen.days(), seen.cols());
    app.state.lanes.first = (app.state.lanes.zoom > 0).then_some(first);
}

/// Zooms in by halves, or out; the current milestone keeps its column.
pub(in crate::app) fn zoom(app: &mut App, steps: i8) {
    let (zoom, deepest) = (app.state.lanes.zoom, deepest_zoom(app));
    let to = zoom.saturating_add_signed(steps).min(deepest);
    if to == zoom {
        let say = &app.say().lanes;
        app.state.notice(if steps > 0 { say.closest } else { say.whole_span });
        return;
    }
    if to == 0 {
        return fit_span(app);
    }
    let seen = scale(app);
    let day = app.current().and_then(shown_day);
    // What is out of sight comes to the middle.
    let col = day.and_then(|day| seen.col(day)).unwrap_or(seen.cols() / 2);
    app.state.lanes.zoom = to;
    let days = scale(app).days();
    app.state.lanes.first = Some(match day {
        Some(day) => Scale::first_for(day, col, days, seen.cols()),
        None => Scale::first_for(seen.first_of(col), col, days, seen.cols()),
    });
}

/// Shows the whole span.
pub(in crate::app) fn fit_span(app: &mut App) {
    (app.state.lanes.zoom, app.state.lanes.first) = (0, None);
}

/// Shows what came later, or earlier: a quarter of what is seen.
pub(in crate::app) fn pan(app: &mut App, steps: i64) {
    let seen = scale(app);
    let (from, to) = bounds(app);
    let last = after(to, 1 - seen.days()).max(from);
    let first = after(seen.first(), steps * (seen.days() / 4).max(1)).clamp(from, last);
    if first == seen.first() {
        let say = &app.say().lanes;
        app.state.notice(if steps > 0 { say.nothing_later } else { say.nothing_earlier });
    }
    app.state.lanes.first = Some(first);
}

/// The day at which a milestone is shown: the middle of its possible ones.
pub fn shown_day(milestone: Milestone<'_>) -> Option<NaiveDate> {
    middle(milestone.date())
}
