//! What is told of walls in words. Never more than is known: of a barrier without an opening it is not said that it is
//! shut still.

use chrono::NaiveDate;

use crate::app::explorer::App;
use crate::app::views::walls::changes::Change;
use crate::dataset::{BarrierId, BarrierOutcome, BarrierState, Interval, SaidOutcome, Step};
use crate::date::{Date, lasted};

/// What one milestone does to several barriers alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The barriers.
    pub barriers: Vec<BarrierId>,
    /// What they were and became, one after the other.
    pub states: Vec<BarrierState>,
    /// Whether the last of that may not have been yet, because the date has no end.
    pub is_perhaps: bool,
    /// For how long those were shut that it opened, or eased.
    pub after: Option<String>,
}

/// How a barrier stood at the end of `day`, since when, how long by then, and what came next; of what nothing came next
/// its outcome: `closed 1 November 2013; no opening found by the end of 2024`.
pub fn barrier_told(app: &App, id: BarrierId, day: NaiveDate) -> String {
    let (history, say) = (app.dataset.history(id), app.lang().words());
    let interval = history.on(day);
    let next = next_words(app, id, day);
    if next.is_none() && interval.possible.is_certain() {
        return SaidOutcome::new(BarrierOutcome::on(day, history), history, &app.dataset, say).sentence();
    }
    let mut told = interval.words(say);
    if let Some(since) = interval.since {
        told.push(' ');
        told.push_str(&history.steps()[since].date(&app.dataset).since(say));
    }
    told + &lasted_by(app, id, interval, day) + &next.unwrap_or_default()
}

/// `; next limited, 17 September 2021`
fn next_words(app: &App, id: BarrierId, day: NaiveDate) -> Option<String> {
    let steps = app.dataset.history(id).steps();
    let next = steps.get(steps.partition_point(|step| step.from <= day))?;
    let say = app.say();
    Some((say.wall_list.next_state)(next.state.words(say), &next.date(&app.dataset).words(say)))
}

/// How long it had stood by then, where it is shut; how long it had been shut, where it was opened.
fn lasted_by(app: &App, id: BarrierId, stretch: Interval, day: NaiveDate) -> String {
    let history = app.dataset.history(id);
    let Some(since) = stretch.since else { return String::new() };
    let step = history.steps()[since];
    let is_dated = step.from != NaiveDate::MIN && step.to != NaiveDate::MAX;
    if stretch.state.is_shut() && is_dated {
        let [min, max] = [step.to, step.from].map(|begun| (day - begun).num_days());
        return if max > 0 {
            (app.say().wall_list.by_then)(&lasted(min, max, &app.say().lasting))
        } else {
            String::new()
        };
    }
    let closure = history.closure_of(since).filter(|closure| closure.opened == Some(since));
    let lasted = closure
        .filter(|closure| closure.shut.is_some())
        .map(|it| it.lasted(&app.dataset, app.lang().words()));
    lasted.map(|lasted| (app.say().wall_list.after)(&lasted)).unwrap_or_default()
}

/// What one milestone does, of `changes` on one day: barriers to which it does the same together.
pub fn moved(app: &App, changes: &[Change]) -> Vec<Moved> {
    let mut all: Vec<Moved> = Vec::new();
    for chain in changes.chunk_by(|one, next| one.barrier == next.barrier) {
        let (Some(first), Some(last)) = (chain.first(), chain.last()) else { continue };
        let states: Vec<_> = [first.from].into_iter().chain(chain.iter().map(|change| change.to)).collect();
        let (is_perhaps, after) = (last.is_open_ended, after_words(app, last));
        let is_same = |other: &&mut Moved| {
            (&other.states, other.is_perhaps, &other.after) == (&states, is_perhaps, &after)
        };
        if let Some(same) = all.iter_mut().find(is_same) {
            same.barriers.push(first.barrier);
        } else {
            all.push(Moved { barriers: vec![first.barrier], states, is_perhaps, after });
        }
    }
    all
}

/// The date of the milestone of a change that it dates on its own: nothing is said to have happened on another day than
/// it did.
pub fn other_date<'a>(app: &'a App, change: &Change) -> Option<&'a Date> {
    let steps = app.dataset.history(change.barrier).steps();
    let is_it = |step: &&Step| step.milestone == change.milestone && step.settled() == change.day;
    let own = steps.iter().find(is_it)?.date(&app.dataset);
    let date = app.dataset.milestone(change.milestone).date();
    (date.as_written() != own.as_written()).then_some(date)
}

/// `8.0 years`, of what lets more through than before.
fn after_words(app: &App, change: &Change) -> Option<String> {
    let outcome = BarrierOutcome::on(change.day, app.dataset.history(change.barrier));
    let before = outcome.before.filter(|_| outcome.state == change.to)?;
    Some(before.lasted(app.lang().words()))
}
