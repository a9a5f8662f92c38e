//! From lane to lane, and along one.

use chrono::NaiveDate;

use crate::app::core::window::window;
use crate::app::explorer::App;
use crate::app::views::lanes::span::shown_day;
use crate::app::views::lanes::{rows, sorting, span};
use crate::dataset::{BarrierId, Milestone, MilestoneId, Step};

pub(in crate::app) fn fit(app: &mut App) {
    app.state.lanes.zoom = app.state.lanes.zoom.min(span::deepest_zoom(app));
    let place = app.current().map(Milestone::place);
    if app.state.lanes.followed != place {
        // Who comes from the very beginning begins at the top, and not with what stands before the span.
        let begins = app.state.lanes.followed.is_none() && app.cursor() == 0;
        app.state.lanes.followed = place;
        if !begins {
            follow_lane(app);
        }
        app.state.lanes.lane =
            place_of_lane(app).map_or(sorting::shown(app).ids().first().copied(), |_| app.state.lanes.lane);
        app.state.lanes.anchor = place.map(|place| (place, app.state.lanes.lane));
        span::pan_to_current(app);
    }
    if place_of_lane(app).is_none() {
        follow_lane(app);
    }
    let Some(at) = place_of_lane(app) else {
        app.state.lanes.lane = None;
        return;
    };
    let (row, all) = (rows::row_of(sorting::shown(app), at), rows::count(sorting::shown(app)));
    // The first row in sight is always a heading: the lane's own, where it would be another lane.
    let first = row.saturating_sub(1);
    app.state.lanes.top = window(app.state.lanes.top, (first, row), all, app.state.pages.lanes.rows);
}

/// The place of the current lane among those shown.
fn place_of_lane(app: &App) -> Option<usize> {
    app.state.lanes.lane.and_then(|id| sorting::shown(app).place(id))
}

/// Goes to a lane that the current milestone moves; stays where it moves this one, or none that is shown.
fn follow_lane(app: &mut App) {
    let moved = app.current().map_or(&[][..], Milestone::effects).iter().map(|effect| effect.barrier);
    let mut shown = moved.filter(|id| sorting::shown(app).place(*id).is_some()).peekable();
    let first = shown.peek().copied();
    let stays =
        place_of_lane(app).is_some() && (first.is_none() || shown.any(|id| Some(id) == app.state.lanes.lane));
    if !stays {
        app.state.lanes.lane = first.or_else(|| sorting::shown(app).ids().first().copied());
    }
}

/// By `steps` lanes, to what is nearest in time there.
pub(in crate::app) fn by_rows(app: &mut App, steps: isize) {
    let Some(at) = place_of_lane(app) else { return };
    let last = sorting::shown(app).ids().len().saturating_sub(1);
    let to = at.saturating_add_signed(steps).min(last);
    let Some(lane) = sorting::shown(app).ids().get(to).copied() else { return };
    app.state.lanes.lane = Some(lane);
    let cursor = app.state.lanes.anchor.and_then(|(anchor, of)| match app.listed().place(anchor) {
        Ok(cursor) if of == Some(lane) => Some(cursor),
        _ => nearest_on(app, lane, anchor),
    });
    if let Some(cursor) = cursor {
        app.state.go_to(cursor);
        app.state.lanes.followed = app.current().map(Milestone::place);
        span::pan_to_current(app);
    }
}

/// To what comes next on the current lane, or what came before.
pub(in crate::app) fn walk(app: &mut App, step: isize) {
    let (Some(lane), Some(here)) = (app.state.lanes.lane, app.current().map(Milestone::place)) else {
        return;
    };
    let ids = app.dataset.history(lane).steps().iter().map(|step| step.milestone);
    let listed = ids.filter(|id| app.listed().place(*id).is_ok());
    let to =
        if step > 0 { listed.filter(|id| *id > here).min() } else { listed.filter(|id| *id < here).max() };
    match to.map(|id| app.listed().place(id)) {
        Some(Ok(cursor)) => app.state.go_to(cursor),
        _ if step > 0 => app.state.notice(app.lang().words().lanes.last_on_lane),
        _ => app.state.notice(app.lang().words().lanes.first_on_lane),
    }
}

/// Goes to a lane that is shown: to what is nearest to `day` on it, else to where the reader was.
pub(in crate::app) fn go_to(app: &mut App, lane: BarrierId, day: Option<NaiveDate>) {
    if sorting::shown(app).place(lane).is_none() {
        return;
    }
    app.state.lanes.lane = Some(lane);
    let day = day.or_else(|| app.current().and_then(shown_day));
    if let Some(cursor) = day.and_then(|day| nearest_to_day(app, lane, day)) {
        app.state.go_to(cursor);
        let place = app.current().map(Milestone::place);
        app.state.lanes.followed = place;
        app.state.lanes.anchor = place.map(|place| (place, Some(lane)));
    }
}

/// The place in the list of the milestone on a lane that is nearest in time to another one: that one itself, where
/// it is on the lane.
fn nearest_on(app: &App, lane: BarrierId, to: MilestoneId) -> Option<usize> {
    let milestone = app.dataset.milestone(to);
    let is_there = milestone.effects().iter().any(|effect| effect.barrier == lane);
    match app.listed().place(to) {
        Ok(cursor) if is_there => Some(cursor),
        _ => nearest_to_day(app, lane, shown_day(milestone)?),
    }
}

/// The place in the list of the milestone on a lane that is nearest to `day`.
fn nearest_to_day(app: &App, lane: BarrierId, day: NaiveDate) -> Option<usize> {
    let steps = app.dataset.history(lane).steps();
    let after = steps.partition_point(|step| step.from <= day);
    let listed = |step: &Step| Some((step.from, app.listed().place(step.milestone).ok()?));
    let before = steps[..after].iter().rev().find_map(listed);
    let later = steps[after..].iter().find_map(listed);
    let distance = |from: NaiveDate| (from - day).num_days().abs();
    let nearest = before.into_iter().chain(later).min_by_key(|(from, _)| distance(*from));
    nearest.map(|(_, cursor)| cursor)
}

/// Where on the current lane the current milestone stands: which of how many.
pub fn step_here(app: &App) -> Option<(usize, usize)> {
    let lane = app.state.lanes.lane?;
    let (milestone, history) = (app.current()?, app.dataset.history(lane));
    let effect = milestone.effects().iter().position(|effect| effect.barrier == lane)?;
    Some((history.step_of(milestone, effect)? + 1, history.steps().len()))
}
