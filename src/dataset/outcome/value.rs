//! The outcome as a value.

use chrono::NaiveDate;

use crate::dataset::history::{BarrierHistory, Closure, ShutDays, Step};
use crate::dataset::{BarrierState, PossibleStates};

/// How a barrier stands at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarrierOutcome {
    /// What stands.
    pub state: BarrierState,
    /// What may stand, that among it.
    pub possible: PossibleStates,
    /// The place of the step since which it stands so; `None` where it always did.
    pub since: Option<usize>,
    /// What it was before, and how long, as far as that is known.
    pub before: Option<TimeBefore>,
}

/// What a barrier was until it got to stand as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeBefore {
    /// What is true of all of it.
    pub was: Restraint,
    /// For how long.
    pub days: ShutDays,
}

/// How a barrier held back what would pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restraint {
    /// It was closed, all the time.
    Closed,
    /// It was shut: closed at some point, and not open at any.
    Shut,
    /// It was limited, and never closed.
    Limited,
}

impl BarrierOutcome {
    /// That of a barrier with this `history` at the end of `day`.
    pub fn on(day: NaiveDate, history: &BarrierHistory) -> Self {
        let interval = history.on(day);
        let since = interval.since.map(|place| first_of_run(place, history.steps()));
        let before = since.and_then(|place| match interval.state {
            BarrierState::Open => before_opening(place, history),
            BarrierState::Limited | BarrierState::Trial => before_easing(place, history),
            _ => None,
        });
        Self { state: interval.state, possible: interval.possible, since, before }
    }
}

impl Restraint {
    /// The word of JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Shut => "shut",
            Self::Limited => "limited",
        }
    }

    /// What a barrier was from the beginning of `closure` until the step at `end`.
    pub fn within(closure: &Closure, end: usize, history: &BarrierHistory) -> Self {
        let steps = history.steps();
        let from = closure.closed.or(closure.eased).unwrap_or(end);
        let is_closed = |step: &Step| step.state == BarrierState::Closed;
        let was_closed = steps.get(from..end).is_some_and(|steps| steps.iter().any(is_closed));
        // Of what was shut before all that is known, the state before says what it was.
        if was_closed || from == 0 && history.before() == BarrierState::Closed {
            Self::Shut
        } else {
            Self::Limited
        }
    }
}

/// The place of the first of the steps up to `place` that led to its state, those left out that were undone at once.
fn first_of_run(mut place: usize, steps: &[Step]) -> usize {
    loop {
        let is_like = |earlier: usize| steps[earlier].state == steps[place].state;
        if place >= 1 && is_like(place - 1) && !steps[place - 1].is_passing {
            place -= 1;
        } else if place >= 2 && steps[place - 1].is_passing && is_like(place - 2) {
            place -= 2;
        } else {
            return place;
        }
    }
}

/// What it was before the step at `place` opened it.
fn before_opening(place: usize, history: &BarrierHistory) -> Option<TimeBefore> {
    let closure = history.closures().iter().find(|closure| closure.opened == Some(place))?;
    known(Restraint::within(closure, place, history), closure.shut?)
}

/// What it was before the step at `place` let more through.
fn before_easing(place: usize, history: &BarrierHistory) -> Option<TimeBefore> {
    let steps = history.steps();
    let (step, closure) = (steps.get(place)?, history.closure_of(place)?);
    let earlier = place.checked_sub(1)?;
    // What shut it let less through, or what was before is not known.
    if closure.closed? == place || !step.state.eases(steps.get(earlier)?.state) {
        return None;
    }
    if steps[earlier].state == BarrierState::Closed {
        let first = first_of_run(earlier, steps);
        let is_older = first == 0 && history.before() == BarrierState::Closed;
        return known(Restraint::Closed, ShutDays::between(&steps[first], step, is_older));
    }
    known(Restraint::within(closure, place, history), closure.until(step, steps)?)
}

/// Nothing, where neither end of the time is known.
fn known(was: Restraint, days: ShutDays) -> Option<TimeBefore> {
    (days != ShutDays { min: 0, max: None }).then_some(TimeBefore { was, days })
}
