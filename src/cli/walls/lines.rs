//! A barrier as a line.

use chrono::NaiveDate;

use super::since::since;
use crate::cli::list::padded;
use crate::dataset::{BarrierHistory, BarrierId, Closure, Dataset};
use crate::date::lasted;
use crate::text::width;
use crate::words::en;

/// A barrier as a line.
pub(super) struct BarrierRow<'a> {
    state: String,
    since: &'a str,
    shut: String,
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
            shut: shut_words(history, day),
            channel: &dataset.channel(barrier.channel).id,
            id: &barrier.id,
            name: &barrier.name,
        }
    }
}

/// For how long the barrier was shut, the last time that had begun by `day`: nothing of what was still to come. A number
/// says of what it is one.
fn shut_words(history: &BarrierHistory, day: NaiveDate) -> String {
    let has_begun = |closure: &&Closure| match closure.closed {
        Some(step) => history.steps().get(step).is_some_and(|step| step.from <= day),
        None => true,
    };
    let step = |place: Option<usize>| place.and_then(|place| history.steps().get(place));
    match history.closures().iter().rfind(has_begun) {
        // It stood on that day, and was opened later: how long by then.
        Some(closure) if step(closure.opened).is_some_and(|opened| opened.settled() > day) => {
            let Some(closed) = step(closure.closed).filter(|_| !closure.is_older) else {
                return "start unknown".to_owned();
            };
            if closed.from == NaiveDate::MIN {
                return "start unknown".to_owned();
            }
            let days = |from: NaiveDate| (day - from).num_days().max(0);
            format!("shut {} by then", lasted(days(closed.to), days(closed.from), &en::WORDS.lasting_short))
        }
        Some(closure) if closure.opened.is_some() && closure.shut.is_some() => {
            format!("shut {}", closure.lasted_short(&en::WORDS))
        }
        Some(closure) => closure.lasted_short(&en::WORDS),
        None if history.closures().is_empty() => history.lasted_short(&en::WORDS),
        None => String::new(),
    }
}

/// How wide the columns before the name are.
#[derive(Default)]
pub(super) struct BarrierColumns {
    state: usize,
    since: usize,
    shut: usize,
    channel: usize,
    id: usize,
}

impl BarrierColumns {
    pub(super) fn of(rows: &[BarrierRow<'_>]) -> Self {
        rows.iter().fold(Self::default(), |widest, row| Self {
            state: widest.state.max(width(&row.state)),
            since: widest.since.max(width(row.since)),
            shut: widest.shut.max(width(&row.shut)),
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
        format!("{state}  {since}  {}", padded(&row.shut, self.shut))
    }
}
