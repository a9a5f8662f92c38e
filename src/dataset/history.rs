//! What became of a barrier, folded from the effects of all milestones in date order.
//!
//! A soft date keeps its softness: between its first and its last possible day the earlier state stands, and both
//! are possible; where two soft dates do not settle which came first, neither is said to have had the last word.
//! Unknown stays unknown, and a barrier of which no opening was found is never said to be shut still.

mod closure;
mod fold;
mod words;

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

pub use closure::{Closure, Shut};
pub(super) use fold::{Untold, untold};

use super::{Before, Dataset, Effect, Milestone, MilestoneId, State};
use crate::date::Date;

/// What is known of a barrier on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// There was nothing to pass yet.
    None,
    /// Nobody has found out.
    Unknown,
    /// See [`State::Closed`].
    Closed,
    /// See [`State::Limited`].
    Limited,
    /// See [`State::Trial`].
    Trial,
    /// See [`State::Open`].
    Open,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Unknown, Self::Closed, Self::Limited, Self::Trial, Self::Open];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unknown => "unknown",
            Self::Closed => "closed",
            Self::Limited => "limited",
            Self::Trial => "trial",
            Self::Open => "open",
        }
    }

    /// What a reader sees: the same but for what is no word by itself.
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "not there yet",
            other => other.as_str(),
        }
    }

    /// The state, where one is known.
    pub const fn state(self) -> Option<State> {
        match self {
            Self::None | Self::Unknown => None,
            Self::Closed => Some(State::Closed),
            Self::Limited => Some(State::Limited),
            Self::Trial => Some(State::Trial),
            Self::Open => Some(State::Open),
        }
    }

    /// Whether the barrier is shut, be it in part: closed, limited or on trial.
    pub const fn is_shut(self) -> bool {
        matches!(self, Self::Closed | Self::Limited | Self::Trial)
    }
}

impl From<State> for Standing {
    fn from(state: State) -> Self {
        match state {
            State::Closed => Self::Closed,
            State::Limited => Self::Limited,
            State::Trial => Self::Trial,
            State::Open => Self::Open,
        }
    }
}

impl From<Before> for Standing {
    fn from(before: Before) -> Self {
        match before {
            Before::Open => Self::Open,
            Before::Closed => Self::Closed,
            Before::Unknown => Self::Unknown,
            Before::None => Self::None,
        }
    }
}

/// Several standings: what may have been.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Possible(u8);

impl Possible {
    /// In the order of [`Standing::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Standing> {
        Standing::ALL.into_iter().filter(move |standing| self.holds(*standing))
    }

    /// Whether `standing` is one of them.
    pub const fn holds(self, standing: Standing) -> bool {
        self.0 & (1 << standing as u8) != 0
    }

    /// Whether there is only one.
    pub const fn is_certain(self) -> bool {
        self.0.count_ones() <= 1
    }

    fn add(&mut self, standing: Standing) {
        self.0 |= 1 << standing as u8;
    }
}

/// One effect on a barrier: which milestone did what, and on which days that may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The milestone.
    pub milestone: MilestoneId,
    /// What the barrier became.
    pub state: State,
    /// The first possible day; the calendar's first one where that is open.
    pub from: NaiveDate,
    /// The last possible day; the calendar's last one where that is open.
    pub to: NaiveDate,
    /// Whether the date is soft: it may be several days, or carries a mark of doubt.
    pub is_soft: bool,
    /// Whether the next step undid it on the very same date, in the same milestone: what opened for a morning.
    pub is_passing: bool,
    /// Which of the milestone's effects it is.
    effect: u16,
}

impl Step {
    /// The effect.
    pub fn effect(self, dataset: &Dataset) -> &Effect {
        &dataset.milestone(self.milestone).effects()[usize::from(self.effect)]
    }

    /// When: the effect's own date, or else its milestone's.
    pub fn date(self, dataset: &Dataset) -> &Date {
        self.effect(dataset).date.as_deref().unwrap_or(dataset.milestone(self.milestone).date())
    }

    /// The milestones that it answered or took back.
    pub fn answers(self, dataset: &Dataset) -> impl Iterator<Item = Milestone<'_>> {
        let relations = dataset.milestone(self.milestone).relations().iter();
        relations.filter(|relation| relation.kind.is_answer()).map(|relation| dataset.milestone(relation.to))
    }

    /// The day from which on it has certainly happened; of one without an end, the day on which it may have begun.
    pub fn settled(self) -> NaiveDate {
        if self.to == NaiveDate::MAX { self.from } else { self.to }
    }
}

/// A stretch of days, up to the next one's first, at the end of each of which the same is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day.
    pub from: NaiveDate,
    /// What stands.
    pub standing: Standing,
    /// What may stand: that, and whatever else soft dates leave open.
    pub possible: Possible,
    /// The place among the [steps](History::steps) of the one since which it stands; `None` where it always did.
    pub since: Option<usize>,
}

impl Stretch {
    /// What stands, and what else may: `closed`, `closed or limited`.
    pub fn words(self) -> String {
        let others = self.possible.iter().filter(|standing| *standing != self.standing);
        let all = std::iter::once(self.standing).chain(others);
        all.map(Standing::words).collect::<Vec<_>>().join(" or ")
    }
}

/// What became of one barrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    steps: Box<[Step]>,
    /// At least one; the first from the beginning of the calendar on.
    stretches: Box<[Stretch]>,
    closures: Box<[Closure]>,
}

impl History {
    /// All effects on it, in date order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What is known of it, from the beginning of the calendar to its end, without a gap.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// What is known of it at the end of `day`.
    pub fn on(&self, day: NaiveDate) -> Stretch {
        self.stretches[self.stretch_on(day)]
    }

    /// The place of the stretch that holds `day`.
    pub fn stretch_on(&self, day: NaiveDate) -> usize {
        self.stretches.partition_point(|stretch| stretch.from <= day).saturating_sub(1)
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
        let ended = |closure: &Closure| closure.opened.is_some_and(|opened| opened < step);
        let closure = self.closures.get(self.closures.partition_point(ended))?;
        // What was shut before anything is told was first eased.
        closure.closed.or(closure.eased).is_some_and(|first| first <= step).then_some(closure)
    }

    /// Every time that it was shut, in order. Of a barrier that was shut once, as nearly all are, one.
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }
}

#[cfg(test)]
mod tests;
