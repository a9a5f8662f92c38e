//! How a day of the Walls is said, and typed: never more precisely than whoever named it did.

use chrono::{Datelike, NaiveDate};

use crate::app::explorer::App;
use crate::app::views::walls::changes::Change;
use crate::app::views::walls::days;
use crate::app::views::walls::days::last_day;
use crate::dataset::Milestone;
use crate::date::{Date, begin_words, day_words, end_words};
use crate::export::words::capitalized;
use crate::query::shell_quoted;
use crate::words::Words;

/// A day that nobody names: what is said instead, and what is typed for it.
struct Unnamed {
    said: String,
    typed: String,
}

/// The day that is shown, as a heading says it.
pub fn day_said(app: &App) -> String {
    heading(app, days::day(app))
}

/// A day as a heading says it.
pub fn heading(app: &App, day: NaiveDate) -> String {
    capitalized(&said(app, day))
}

/// A day as it is said: with its number where the reader or a milestone gives it that, else as the end of its month or
/// its year, or of the date that is settled with it. Soft dates are settled with a day that is none of theirs.
pub fn said(app: &App, day: NaiveDate) -> String {
    match unnamed(app, day) {
        _ if day == NaiveDate::MIN => app.say().wall_list.before_all.to_owned(),
        Some(unnamed) => unnamed.said,
        None => day_words(day, app.lang().words()),
    }
}

/// The day as it is typed, where the Walls show another one than that of the milestone that is read: what is typed so is
/// said as it was.
pub(in crate::app) fn day_typed(app: &App) -> Option<String> {
    let day = app.state.walls.day.filter(|_| days::is_walked(app))?;
    let is_typable = (0..10_000).contains(&day.year());
    let is_own = app.current().is_some_and(|milestone| days::day_of(app, milestone.place()) == day);
    let typed = || unnamed(app, day).map_or_else(|| day.format("%Y-%m-%d").to_string(), |day| day.typed);
    (is_typable && !is_own).then(typed)
}

fn unnamed(app: &App, day: NaiveDate) -> Option<Unnamed> {
    if app.state.walls.named.contains(&day) {
        return None;
    }
    let mut settled: Option<&Date> = None;
    for date in dates_settled_on(app, day) {
        if date.last_day() == Some(day) {
            return None;
        }
        // What has no end is settled with its beginning.
        settled = settled.filter(|&other| is_endless(other)).or(Some(date));
    }
    match settled {
        Some(date) if is_endless(date) => Some(beginning(day, app.lang().words()).unwrap_or_else(|| {
            Unnamed { said: date.words(app.lang().words()), typed: shell_quoted(date.as_written()) }
        })),
        Some(date) => Some(end(day, app.lang().words()).unwrap_or_else(|| Unnamed {
            said: (app.lang().words().dates.end)(&date.words(app.lang().words())),
            typed: shell_quoted(date.as_written()),
        })),
        None => end(day, app.lang().words()),
    }
}

/// The dates of all that is settled on `day`, that of the current milestone among them.
fn dates_settled_on(app: &App, day: NaiveDate) -> impl Iterator<Item = &Date> {
    let steps = |change: &Change| {
        let milestone = change.milestone;
        let steps = app.dataset.history(change.barrier).steps().iter();
        steps.filter(move |step| step.milestone == milestone).map(|step| step.date(&app.dataset))
    };
    let current = app.current().filter(|milestone| days::day_of(app, milestone.place()) == day);
    let dates =
        days::changes(app).on(day).iter().flat_map(steps).filter(move |date| is_settled_on(date, day));
    dates.chain(current.map(Milestone::date))
}

fn is_settled_on(date: &Date, day: NaiveDate) -> bool {
    last_day(date.span().clamped()) == day
}

fn is_endless(date: &Date) -> bool {
    date.latest().is_none()
}

/// A day that ends a year or a month. Of what is typed the last day is shown.
fn end(day: NaiveDate, say: &Words) -> Option<Unnamed> {
    Some(Unnamed { said: end_words(day, say)?, typed: year_or_month(day, 12) })
}

/// A day that begins one, for what has no end: of that the first day is shown.
fn beginning(day: NaiveDate, say: &Words) -> Option<Unnamed> {
    Some(Unnamed { said: begin_words(day, say)?, typed: format!("{}/..", year_or_month(day, 1)) })
}

/// The year of a day in the month that speaks for it; of a day in another month that month.
fn year_or_month(day: NaiveDate, of_year: u32) -> String {
    day.format(if day.month() == of_year { "%Y" } else { "%Y-%m" }).to_string()
}
