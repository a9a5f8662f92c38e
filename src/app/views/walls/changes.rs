//! The days on which something changes, as far as they are settled.

use chrono::NaiveDate;
use std::rc::Rc;

use crate::dataset::{BarrierHistory, BarrierId, BarrierState, Dataset, MilestoneId};

/// What a milestone does to a barrier, on the day from which on it has certainly happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The day.
    pub day: NaiveDate,
    /// The milestone.
    pub milestone: MilestoneId,
    /// The barrier.
    pub barrier: BarrierId,
    /// What stood before.
    pub from: BarrierState,
    /// What stands since.
    pub to: BarrierState,
    /// Whether that is never settled, because the date has no end.
    pub is_open_ended: bool,
}

/// Changes in the order of their days, on one day in that of milestones. What only confirms what stood is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes(Rc<[Change]>);

impl Changes {
    /// Of all barriers. Reads every step of theirs.
    pub(super) fn new(dataset: &Dataset) -> Self {
        let ids = (0..dataset.barriers().len()).map(BarrierId::new);
        let mut all: Vec<Change> = ids.flat_map(|id| of_barrier(id, dataset)).collect();
        // Stable: what one milestone does to one barrier on one day stays in order.
        all.sort_by_key(|change| (change.day, change.milestone));
        Self(all.into())
    }

    /// Those of the barriers of which `shown` says so.
    pub(super) fn of(&self, shown: impl Fn(BarrierId) -> bool) -> Self {
        Self(self.0.iter().filter(|change| shown(change.barrier)).copied().collect())
    }

    /// Whether nothing ever changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What changes on `day`.
    pub fn on(&self, day: NaiveDate) -> &[Change] {
        let from = self.0.partition_point(|change| change.day < day);
        let to = self.0.partition_point(|change| change.day <= day);
        &self.0[from..to]
    }

    /// The first day after `day` on which something changes.
    pub fn after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.0.get(self.0.partition_point(|change| change.day <= day)).map(|change| change.day)
    }

    /// The last day before `day` on which something changes.
    pub fn before(&self, day: NaiveDate) -> Option<NaiveDate> {
        let before = self.0.partition_point(|change| change.day < day);
        self.0.get(before.checked_sub(1)?).map(|change| change.day)
    }

    /// The first day on which something changes.
    pub fn first(&self) -> Option<NaiveDate> {
        self.0.first().map(|change| change.day)
    }
}

/// The steps of a barrier that change something, on days that the calendar has.
fn of_barrier(id: BarrierId, dataset: &Dataset) -> Vec<Change> {
    let history = dataset.history(id);
    let before = dataset.barrier(id).before;
    let real = |day: NaiveDate| day != NaiveDate::MIN && day != NaiveDate::MAX;
    let changes = history.steps().iter().enumerate().filter_map(|(place, step)| {
        let day = step.settled();
        let (from, to) = around(history, place, before);
        let is_change = real(day) && from != to;
        is_change.then_some(Change {
            day,
            milestone: step.milestone,
            barrier: id,
            from,
            to,
            is_open_ended: step.to == NaiveDate::MAX,
        })
    });
    changes.collect()
}

/// What stood before the step at `place`, and what stands after it. Of several on one day each has its own.
fn around(history: &BarrierHistory, place: usize, before: BarrierState) -> (BarrierState, BarrierState) {
    let steps = history.steps();
    let step = steps[place];
    let day = step.settled();
    let on = |day: NaiveDate| history.on(day).state;
    let same_day = |other: usize| steps.get(other).filter(|other| other.settled() == day);
    let from = place.checked_sub(1).and_then(same_day).map(|step| step.state);
    let from = from.unwrap_or_else(|| day.pred_opt().map_or(before, on));
    let is_told = step.to == NaiveDate::MAX || same_day(place + 1).is_some();
    (from, if is_told { step.state } else { on(day) })
}
