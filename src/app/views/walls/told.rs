//! What is told of walls in words. Never more than is known: of a barrier without an opening it is not said that it is
//! shut still.

use chrono::NaiveDate;

use crate::app::explorer::App;
use crate::app::views::walls::changes::Change;
use crate::app::views::walls::grid::GridLine;
use crate::dataset::{Barrier, BarrierId, BarrierState, Interval, Party};
use crate::date::lasted;

/// What one milestone does to several barriers alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The barriers.
    pub barriers: Vec<BarrierId>,
    /// What they were and became, one after the other.
    pub states: Vec<BarrierState>,
    /// Whether the last of that may not have been yet, because the date has no end.
    pub is_perhaps: bool,
    /// For how long those were shut that it opened.
    pub after: Option<String>,
}

/// The name of a party.
pub fn party_name(app: &App, party: Party) -> String {
    let lang = app.lang();
    match party {
        Party::Any => lang.of("everyone", Some("所有人")),
        Party::Company(id) => {
            let company = app.dataset.company(id);
            lang.of(&company.name, company.name_zh.as_deref())
        }
        Party::Platform(id) => {
            let platform = app.dataset.platform(id);
            lang.of(&platform.name, platform.name_zh.as_deref())
        }
    }
    .into_owned()
}

/// The names of all who share a row or a column.
pub fn line_names(app: &App, line: &GridLine) -> String {
    line.parties.iter().map(|party| party_name(app, *party)).collect::<Vec<_>>().join(", ")
}

/// The name of a barrier.
pub fn barrier_name(app: &App, id: BarrierId) -> String {
    let Barrier { name, name_zh, .. } = app.dataset.barrier(id);
    app.lang().of(name, name_zh.as_deref()).into_owned()
}

/// How a barrier stood at the end of `day`, since when, how long by then, and what came next: `closed since 1
/// November 2013; no opening found by the end of 2024`.
pub fn barrier_told(app: &App, id: BarrierId, day: NaiveDate) -> String {
    let history = app.dataset.history(id);
    let stretch = history.on(day);
    let mut told = stretch.words(app.lang().words());
    if let Some(since) = stretch.since {
        let began = history.closure_of(since).filter(|closure| closure.closed == Some(since));
        let is_older = began.is_some_and(|closure| closure.is_older);
        told.push(' ');
        told.push_str(&history.steps()[since].date(&app.dataset).since(app.lang().words()));
        told.push_str(if is_older { " or before" } else { "" });
    }
    match next_words(app, id, day) {
        Some(next) => told + &lasted_by(app, id, stretch, day) + &next,
        None if stretch.state.is_shut() && !history.closures().is_empty() => {
            format!("{told}; {}", history.lasted(&app.dataset, app.lang().words()))
        }
        None => told + &lasted_by(app, id, stretch, day),
    }
}

/// `; next limited, 17 September 2021`
fn next_words(app: &App, id: BarrierId, day: NaiveDate) -> Option<String> {
    let steps = app.dataset.history(id).steps();
    let next = steps.get(steps.partition_point(|step| step.from <= day))?;
    Some(format!(
        "; next {}, {}",
        next.state.words(app.lang().words()),
        next.date(&app.dataset).words(app.lang().words())
    ))
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
            format!(", {} by then", lasted(min, max, &app.lang().words().lasting))
        } else {
            String::new()
        };
    }
    let closure = history.closure_of(since).filter(|closure| closure.opened == Some(since));
    let lasted = closure
        .filter(|closure| closure.shut.is_some())
        .map(|it| it.lasted(&app.dataset, app.lang().words()));
    lasted.map(|lasted| format!(", after {lasted}")).unwrap_or_default()
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

/// `8.0 years`
fn after_words(app: &App, change: &Change) -> Option<String> {
    let place = usize::try_from(change.closure?).ok()?;
    let closure = app.dataset.history(change.barrier).closures().get(place)?;
    closure.shut?;
    Some(closure.lasted(&app.dataset, app.lang().words()))
}
