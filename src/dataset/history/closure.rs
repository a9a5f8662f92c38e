//! How long a barrier was shut, and who closed, eased and opened it.

use chrono::NaiveDate;

use super::Step;
use crate::dataset::milestone::milestone_at;
use crate::dataset::records::Records;
use crate::dataset::{BarrierState, Tone};

/// A time during which a barrier was shut: from the first closed or limited day to the next one on which it is open, gone
/// or no longer known, limited and trial stretches counted. The places are those of its history's steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    /// What shut it; `None` where it was shut before anything is known.
    pub closed: Option<usize>,
    /// Whether it was shut before that already: then `closed` is only the first that is known.
    pub is_older: bool,
    /// What first let more through than before.
    pub eased: Option<usize>,
    /// What opened it; `None` where no opening was found, which is not to say that there was none.
    pub opened: Option<usize>,
    /// What ended it: that, or what has it gone or not known any more.
    pub ended: Option<usize>,
    /// For how long, where the beginning is known.
    pub shut: Option<ShutDays>,
}

/// For how many days a barrier was shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShutDays {
    /// At least this: up to the last evidence where no end was found.
    pub min: i64,
    /// At most this; `None` where no end was found, or the barrier was shut before anything is known.
    pub max: Option<i64>,
}

/// All closures in `steps`, which are in date order.
pub(super) fn closures(before: BarrierState, steps: &[Step], records: &Records) -> Vec<Closure> {
    let mut closures: Vec<Closure> = Vec::new();
    let mut state = before;
    let mut current: Option<Closure> = None;
    for (place, step) in steps.iter().enumerate() {
        if let Some(mut closure) = current.take().or_else(|| begun(state, place, *step, records)) {
            let eases = step.state.eases(state) && closure.closed != Some(place);
            closure.eased = closure.eased.or(eases.then_some(place));
            if step.state.is_shut() {
                current = Some(closure);
            } else {
                closure.opened = (step.state == BarrierState::Open).then_some(place);
                closure.ended = Some(place);
                closures.push(closure);
            }
        }
        state = step.state;
    }
    // Shut from before all that is known, and nothing known of it since.
    let never_moved = is_shut_before(before) && steps.is_empty();
    closures.extend(current.or(never_moved.then_some(OF_NO_STEP)));
    for closure in &mut closures {
        closure.shut = shut(closure, steps);
    }
    closures
}

/// A time of which no step is known.
const OF_NO_STEP: Closure =
    Closure { closed: None, is_older: true, eased: None, opened: None, ended: None, shut: None };

/// Whether a barrier that stands so before the first that is known was shut already: a trial may be of what never was.
const fn is_shut_before(state: BarrierState) -> bool {
    matches!(state, BarrierState::Closed | BarrierState::Limited)
}

/// The time that begins with `step`, or of which it is the first that is known, if it is one.
fn begun(state: BarrierState, place: usize, step: Step, records: &Records) -> Option<Closure> {
    use BarrierState::{Closed, Gone, Limited, None as NotYet, Open, Trial, Unknown};
    // Only what was shut before all steps is so without a closure that goes on.
    let is_older = is_shut_before(state);
    let here = Some(Closure { closed: Some(place), is_older, ..OF_NO_STEP });
    let earlier = Some(OF_NO_STEP);
    match (state, step.state) {
        // What was closed and is eased was closed before anybody tells; of a state nobody knows, somebody had to open
        // it, so it was shut.
        (Closed, Limited | Trial | Open | Unknown | Gone)
        | (Limited, Trial | Open | Unknown | Gone)
        | (Unknown, Trial | Open) => earlier,
        // Half open may be more than before or less: what kind of milestone it was says so.
        (Unknown, Limited) => match milestone_at(records, step.milestone).kind().tone {
            Tone::Opening | Tone::Trial => earlier,
            Tone::Closing | Tone::Rule | Tone::Neutral => here,
        },
        (_, Closed | Limited) => here,
        (_, Trial | Open | Unknown | Gone | NotYet) => None,
    }
}

/// For how long it was shut in all.
fn shut(closure: &Closure, steps: &[Step]) -> Option<ShutDays> {
    // Without an end: up to the last that is known of it.
    let end = closure.ended.or(steps.len().checked_sub(1))?;
    let shut = closure.until(steps.get(end)?, steps)?;
    Some(ShutDays { max: shut.max.filter(|_| closure.ended.is_some()), ..shut })
}

impl Closure {
    /// For how long it had been shut when `step` came, where the beginning is known.
    pub(in super::super) fn until(&self, step: &Step, steps: &[Step]) -> Option<ShutDays> {
        Some(ShutDays::between(steps.get(self.closed?)?, step, self.is_older))
    }
}

impl ShutDays {
    /// From one step to a later one. Where it `is_older` than the first of them, nobody knows how long it was at most.
    pub(in super::super) fn between(from: &Step, to: &Step, is_older: bool) -> Self {
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().max(0);
        let is_open = |day: NaiveDate| day == NaiveDate::MIN || day == NaiveDate::MAX;
        let min = if is_open(from.to) || is_open(to.from) { 0 } else { days(from.to, to.from) };
        let endless = is_older || is_open(from.from) || is_open(to.to);
        Self { min, max: (!endless).then(|| days(from.from, to.to)) }
    }
}
