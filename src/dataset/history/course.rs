//! What became of one barrier.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Closure, Interval, Step};
use crate::dataset::{BarrierState, Milestone};

/// What became of one barrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarrierHistory {
    /// What stood before the first step.
    pub(super) before: BarrierState,
    pub(super) steps: Box<[Step]>,
    /// At least one; the first from the beginning of the calendar on.
    pub(super) intervals: Box<[Interval]>,
    pub(super) closures: Box<[Closure]>,
}

impl BarrierHistory {
    /// What stood before the first effect.
    pub fn before(&self) -> BarrierState {
        self.before
    }

    /// All effects on it, in date order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What is known of it, from the beginning of the calendar to its end, without a gap.
    pub fn intervals(&self) -> &[Interval] {
        &self.intervals
    }

    /// What is known of it at the end of `day`.
    pub fn on(&self, day: NaiveDate) -> Interval {
        self.intervals[self.interval_on(day)]
    }

    /// The place of the interval that holds `day`.
    pub fn interval_on(&self, day: NaiveDate) -> usize {
        self.intervals.partition_point(|interval| interval.from <= day).saturating_sub(1)
    }

    /// The steps that may have been on a day from `from` to `to`, both included.
    pub fn steps_within(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (usize, Step)> {
        let end = self.steps.partition_point(|step| step.from <= to);
        let begun = self.steps[..end].iter().copied().enumerate();
        begun.filter(move |(_, step)| step.to >= from)
    }

    /// The place of the step that is one of a milestone's effects, counted from 0; `None` where that is on another
    /// barrier.
    pub fn step_of(&self, milestone: Milestone<'_>, effect: usize) -> Option<usize> {
        let date = milestone.effects().get(effect)?.date.as_deref().unwrap_or(milestone.date());
        let (from, to) = date.span().clamped();
        let key = |step: &Step| (step.from, Reverse(step.to));
        let first = self.steps.partition_point(|step| key(step) < (from, Reverse(to)));
        let of_day = self
            .steps
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, step)| key(step) == (from, Reverse(to)));
        let is_it = |step: &Step| step.milestone == milestone.place() && usize::from(step.effect) == effect;
        of_day.into_iter().find(|(_, step)| is_it(step)).map(|(place, _)| place)
    }

    /// The time that it was shut to which a step belongs, be it that it began or ended it.
    pub fn closure_of(&self, step: usize) -> Option<&Closure> {
        let is_over = |closure: &Closure| closure.ended.is_some_and(|ended| ended < step);
        let closure = self.closures.get(self.closures.partition_point(is_over))?;
        // What was shut before anything is known was first eased, or ended.
        closure
            .closed
            .or(closure.eased)
            .or(closure.ended)
            .is_some_and(|first| first <= step)
            .then_some(closure)
    }

    /// Every time that it was shut, in order. Of a barrier that was shut once, as nearly all are, one.
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }
}
