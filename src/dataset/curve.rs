//! How many barriers stood how at the end of each quarter: the story of a dataset in one line.

use chrono::NaiveDate;

use super::{BarrierHistory, BarrierId, BarrierState, Dataset};
use crate::date::{Date, Span};

/// How many barriers stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BarrierTally {
    /// In the order of [`BarrierState::ALL`].
    by_state: [usize; BarrierState::ALL.len()],
    /// Of those that are closed, those of which nothing was heard any more: that they stayed so is not known.
    pub unheard: usize,
}

impl BarrierTally {
    /// How many stand so.
    pub const fn of(&self, state: BarrierState) -> usize {
        self.by_state[state as usize]
    }

    /// How many are shut, be it in part. What is not known, not there yet or no more counts neither here nor as open, so
    /// that the sum may change.
    pub const fn shut(&self) -> usize {
        use BarrierState::{Closed, Limited, Trial};
        self.of(Closed) + self.of(Limited) + self.of(Trial)
    }

    fn add(&mut self, state: BarrierState, is_heard_of: bool) {
        self.by_state[state as usize] += 1;
        self.unheard += usize::from(state == BarrierState::Closed && !is_heard_of);
    }
}

/// The barriers of a dataset through its span, counted at the end of each stretch of so many months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarrierCurve {
    /// Months of a stretch: 3, but fewer where a span would have next to none, and more where it would have too many.
    pub months: i64,
    /// The month in which the first stretch begins, counted from January of the year 0.
    pub first: i64,
    /// On the eve of the span.
    pub before: BarrierTally,
    /// The last day of each stretch, and how the barriers stood at its end.
    pub points: Vec<(NaiveDate, BarrierTally)>,
}

/// More stretches than a screen has columns would never be seen.
const MOST: i64 = 240;
/// Of a span of fewer quarters the months are counted.
const FEWEST_QUARTERS: i64 = 8;

impl BarrierCurve {
    /// The barriers of `dataset`; `None` where it has none, where its span has no end, or is beyond the calendar.
    pub fn new(dataset: &Dataset) -> Option<Self> {
        if dataset.barriers().is_empty() {
            return None;
        }
        let (first, last) = months(dataset)?;
        let step = step(last - first + 1);
        let eve = first_of(first)?.pred_opt()?;
        let mut ends: Vec<NaiveDate> = vec![eve];
        for stretch in first.div_euclid(step)..=last.div_euclid(step) {
            let next = first_of(last.saturating_add(1).min((stretch + 1) * step))?;
            ends.push(next.pred_opt()?);
        }
        let mut tallies = vec![BarrierTally::default(); ends.len()];
        for id in (0..dataset.barriers().len()).map(BarrierId::new) {
            count(dataset.history(id), &ends, &mut tallies);
        }
        let mut points: Vec<_> = ends.into_iter().zip(tallies).collect();
        let (_, before) = points.remove(0);
        let first = first.div_euclid(step) * step;
        Some(Self { months: step, first, before, points })
    }

    /// How the barriers stand when the span is over.
    pub fn end(&self) -> BarrierTally {
        self.points.last().map_or(self.before, |(_, tally)| *tally)
    }
}

/// The first and the last month of the span, counted from January of the year 0; where it is open, of what the milestones
/// cover.
fn months(dataset: &Dataset) -> Option<(i64, i64)> {
    let (first, last) = dataset.span()?.months();
    let covered = || Span::covering(dataset.dates().iter().map(Date::span)).map(|span| span.months());
    let first = first.or_else(|| covered()?.0)?;
    let last = last.or_else(|| covered()?.1)?;
    (first <= last).then_some((first, last))
}

/// How many months are counted as one, of so many.
fn step(months: i64) -> i64 {
    if months < FEWEST_QUARTERS * 3 {
        return 1;
    }
    let steps = std::iter::successors(Some(12_i64), |step| step.checked_mul(10));
    std::iter::once(3).chain(steps).find(|step| months / step <= MOST).unwrap_or(i64::MAX)
}

/// The first day of a month; `None` beyond the calendar.
fn first_of(month: i64) -> Option<NaiveDate> {
    let year = i32::try_from(month.div_euclid(12)).ok()?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)
}

/// Counts one barrier at the end of each of `ends`, which are in order, as its intervals are.
fn count(history: &BarrierHistory, ends: &[NaiveDate], tallies: &mut [BarrierTally]) {
    let heard = history.steps().iter().map(|step| step.settled()).max();
    let mut intervals = history.intervals().iter().peekable();
    let mut state = BarrierState::None;
    let mut begin = NaiveDate::MIN;
    for (end, tally) in ends.iter().zip(tallies) {
        while let Some(interval) = intervals.next_if(|interval| interval.from <= *end) {
            state = interval.state;
        }
        tally.add(state, heard.is_some_and(|heard| heard >= begin));
        begin = end.succ_opt().unwrap_or(*end);
    }
}

#[cfg(test)]
mod tests;
