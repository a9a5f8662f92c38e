//! A barrier as a line.

use chrono::NaiveDate;

use super::since::since;
use crate::cli::list::padded;
use crate::dataset::{BarrierHistory, BarrierId, BarrierOutcome, Closure, Dataset, Restraint, SaidOutcome};
use crate::date::lasted;
use crate::text::width;
use crate::words::en;

/// A barrier as a line.
pub(super) struct BarrierRow<'a> {
    state: String,
    since: &'a str,
    before: String,
    channel: &'a str,
    id: &'a str,
    name: &'a str,
}

impl<'a> BarrierRow<'a> {
    pub(super) fn new(id: BarrierId, day: NaiveDate, dataset: &'a Dataset) -> Self {
        let (barrier, history) = (dataset.barrier(id), dataset.history(id));
        let stretch = history.on(day);
        Self {
            state: stretch.words(&en::WORDS),
            since: since(stretch, history, dataset).unwrap_or_default(),
            before: before_words(history, day, dataset),
            channel: &dataset.channel(barrier.channel).id,
            id: &barrier.id,
            name: &barrier.name,
        }
    }
}

/// What the barrier was until it got to stand as it does on `day`, or how long it had been shut by then where it was
/// opened later: nothing of what was still to come. A number says of what it is one.
fn before_words(history: &BarrierHistory, day: NaiveDate, dataset: &Dataset) -> String {
    let step = |place: Option<usize>| place.and_then(|place| history.steps().get(place));
    let has_begun = |closure: &&Closure| {
        let first = step(closure.closed);
        first.is_none_or(|first| first.from <= day)
    };
    let is_over_later = |closure: &&Closure| step(closure.ended).is_some_and(|ended| ended.settled() > day);
    match history.closures().iter().rfind(has_begun).filter(is_over_later) {
        Some(closure) => held_by_then(closure, day, history),
        None => SaidOutcome::new(BarrierOutcome::on(day, history), history, dataset, &en::WORDS).before(),
    }
}

/// `shut 8.0 y by then`, of one that was closed at no point `limited 14 mo by then`.
fn held_by_then(closure: &Closure, day: NaiveDate, history: &BarrierHistory) -> String {
    let closed = closure.closed.and_then(|place| history.steps().get(place)).filter(|_| !closure.is_older);
    let Some(closed) = closed.filter(|closed| closed.from > NaiveDate::MIN) else {
        return en::WORDS.walls.start_unknown.to_owned();
    };
    let so_far = history.steps().partition_point(|step| step.from <= day);
    let days = |from: NaiveDate| (day - from).num_days().max(0);
    let long = lasted(days(closed.to), days(closed.from), &en::WORDS.lasting_row);
    (en::WORDS.outcomes.by_then)(&Restraint::within(closure, so_far, history).brief(&long, &en::WORDS))
}

/// How wide the columns before the name are.
#[derive(Default)]
pub(super) struct BarrierColumns {
    state: usize,
    since: usize,
    before: usize,
    channel: usize,
    id: usize,
}

impl BarrierColumns {
    pub(super) fn of(rows: &[BarrierRow<'_>]) -> Self {
        rows.iter().fold(Self::default(), |widest, row| Self {
            state: widest.state.max(width(&row.state)),
            since: widest.since.max(width(row.since)),
            before: widest.before.max(width(&row.before)),
            channel: widest.channel.max(width(row.channel)),
            id: widest.id.max(width(row.id)),
        })
    }

    pub(super) fn whole(&self, row: &BarrierRow<'_>) -> String {
        let (channel, id) = (padded(row.channel, self.channel), padded(row.id, self.id));
        format!("{}  {channel}  {id}  {}", self.before_name(row), row.name)
    }

    pub(super) fn brief(&self, row: &BarrierRow<'_>) -> String {
        format!("{}  {}", self.before_name(row), row.name)
    }

    fn before_name(&self, row: &BarrierRow<'_>) -> String {
        let (state, since) = (padded(&row.state, self.state), padded(row.since, self.since));
        format!("{state}  {since}  {}", padded(&row.before, self.before))
    }
}
