//! Going from day to day.

use chrono::{Datelike, NaiveDate};

use crate::app::explorer::App;
use crate::app::views::walls::days;
use crate::app::views::walls::days::last_day;
use crate::dataset::MilestoneId;
use crate::date::Date;

/// To the next day on which something shown changes, or the one before.
pub(in crate::app) fn walk(app: &mut App, steps: isize) {
    let day = days::day(app);
    let to = if steps > 0 { days::changes(app).after(day) } else { days::changes(app).before(day) };
    match to {
        Some(day) => go_to_day(app, day),
        None if steps > 0 => app.state.notice(app.lang().words().walls.last_change),
        None => app.state.notice(app.lang().words().walls.first_change),
    }
}

/// To the end of this year, or from there to that of the next; back to the end of the year before.
pub(in crate::app) fn walk_years(app: &mut App, steps: isize) {
    let to = year_end(app, steps);
    let say = &app.lang().words().walls;
    let end = if steps > 0 { say.last_year } else { say.first_year };
    if to == days::day(app) { app.state.notice(end) } else { go_to_day(app, to) }
}

/// The end of this year or of the one before, as far as anything is told of it.
fn year_end(app: &App, steps: isize) -> NaiveDate {
    let day = days::day(app);
    let end_of = |year: i32| NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(day);
    let to = match end_of(day.year()) {
        end if steps > 0 && day < end => end,
        _ if steps > 0 => end_of(day.year().saturating_add(1)),
        _ => end_of(day.year().saturating_sub(1)),
    };
    days::within(app, to)
}

/// To the last day of a date that was typed.
pub(in crate::app) fn go_to_date(app: &mut App, date: &Date) {
    let typed = last_day(date.span().clamped());
    let day = days::within(app, typed);
    if date.last_day() == Some(day) {
        app.state.walls.named.push(day);
    }
    go_to_day(app, day);
    if day != typed {
        let say = app.say();
        app.state.notice((say.wall_list.nearest_day)(&date.words(say)));
    }
}

/// Shows `day`. The place goes to what changed something then, else to what had begun by then.
pub(in crate::app) fn go_to_day(app: &mut App, day: NaiveDate) {
    let cursor = cursor_on(app, day);
    app.state.go_to(cursor);
    app.state.walls.place = Some(app.state.place.chosen());
    look_at(app, day, Some(app.state.place.chosen()));
}

/// The place in the list that goes with `day`.
fn cursor_on(app: &App, day: NaiveDate) -> usize {
    let listed = app.listed();
    let ids = || days::changes(app).on(day).iter().map(|change| change.milestone);
    match (ids().find_map(|id| listed.place(id).ok()), ids().next()) {
        (Some(cursor), _) => cursor,
        (None, Some(id)) => app.listed().nearest(id, &app.dataset),
        (None, None) => begun_by(app, day)
            .map_or(0, |id| listed.place(id).unwrap_or_else(|after| after.saturating_sub(1))),
    }
}

/// The last milestone that may have begun by `day`. Those without a first day come first.
fn begun_by(app: &App, day: NaiveDate) -> Option<MilestoneId> {
    let (mut from, mut to) = (0, app.dataset.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let date = app.dataset.milestone(MilestoneId::new(middle)).date();
        if date.span().clamped().0 <= day { from = middle + 1 } else { to = middle }
    }
    from.checked_sub(1).map(MilestoneId::new)
}

/// Shows `day`, the current wall one that changed then: by `milestone` first of all.
pub(in crate::app) fn look_at(app: &mut App, day: NaiveDate, milestone: Option<MilestoneId>) {
    let changes = days::changes(app).on(day);
    let own = changes.iter().filter(|change| Some(change.milestone) == milestone);
    let list = days::list(app);
    let moved = list
        .topmost(own.map(|change| change.barrier))
        .or_else(|| list.topmost(changes.iter().map(|change| change.barrier)));
    let walls = &mut app.state.walls;
    (walls.day, walls.asked) = (Some(day), false);
    walls.wall = moved.or(walls.wall);
}
