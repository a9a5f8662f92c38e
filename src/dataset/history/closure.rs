//! How long a barrier was shut, and who closed, eased and opened it.

use chrono::NaiveDate;

use super::{Standing, Step};
use crate::dataset::records::Records;
use crate::dataset::{Milestone, State, Tone};

/// A time during which a barrier was shut: from the first closed or limited day to the next open one, limited and trial
/// stretches counted. The places are those of its history's steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    /// What shut it; `None` where it was shut before anything is known.
    pub closed: Option<usize>,
    /// Whether it was shut before that already: then `closed` is only the first that is told of.
    pub is_older: bool,
    /// What first let more through than before.
    pub eased: Option<usize>,
    /// What opened it; `None` where no opening was found, which is not to say that there was none.
    pub opened: Option<usize>,
    /// For how long, where the beginning is known.
    pub shut: Option<ShutDays>,
}

/// For how many days a barrier was shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShutDays {
    /// At least this: up to the last evidence where no opening was found.
    pub min: i64,
    /// At most this; `None` where no opening was found, or the barrier was shut before anything is known.
    pub max: Option<i64>,
}

/// All closures in `steps`, which are in date order.
pub(super) fn closures(before: Standing, steps: &[Step], records: &Records) -> Vec<Closure> {
    let mut closures: Vec<Closure> = Vec::new();
    let mut standing = before;
    let mut open: Option<Closure> = None;
    for (place, step) in steps.iter().enumerate() {
        let closure = open.or_else(|| begun(standing, place, *step, records));
        open = closure.map(|mut closure| {
            let eases = Standing::from(step.state) > standing && closure.closed != Some(place);
            closure.eased = closure.eased.or(eases.then_some(place));
            closure.opened = (step.state == State::Open).then_some(place);
            closure
        });
        if let Some(closure) = open.filter(|closure| closure.opened.is_some()) {
            closures.push(closure);
            open = None;
        }
        standing = step.state.into();
    }
    // Shut from before all that is told, and nothing told of it since.
    let never_moved = (before == Standing::Closed && steps.is_empty()).then_some(UNTOLD);
    closures.extend(open.or(never_moved));
    for closure in &mut closures {
        closure.shut = shut(closure, steps);
    }
    closures
}

/// A time of which no step is known.
const UNTOLD: Closure = Closure { closed: None, is_older: true, eased: None, opened: None, shut: None };

/// The time that begins with `step`, or of which it is the first that is told, if it is one.
fn begun(standing: Standing, place: usize, step: Step, records: &Records) -> Option<Closure> {
    let is_older = standing == Standing::Closed;
    let here = Some(Closure { closed: Some(place), is_older, ..UNTOLD });
    let earlier = Some(UNTOLD);
    match (standing, step.state) {
        // What was closed and is eased was closed before anybody tells; of a state nobody knows, somebody had to open
        // it, so it was shut.
        (Standing::Closed, State::Limited | State::Trial | State::Open)
        | (Standing::Unknown, State::Trial | State::Open) => earlier,
        // Half open may be more than before or less: what kind of milestone it was says so.
        (Standing::Unknown, State::Limited) => match Milestone::new(records, step.milestone).kind().tone {
            Tone::Opening | Tone::Trial => earlier,
            Tone::Closing | Tone::Rule | Tone::Neutral => here,
        },
        (_, State::Closed | State::Limited) => here,
        (_, State::Trial | State::Open) => None,
    }
}

/// For how long it was shut in all.
fn shut(closure: &Closure, steps: &[Step]) -> Option<ShutDays> {
    // Without an opening: up to the last that was told of it.
    let end = closure.opened.or(steps.len().checked_sub(1))?;
    let shut = closure.until(steps.get(end)?, steps)?;
    Some(ShutDays { max: shut.max.filter(|_| closure.opened.is_some()), ..shut })
}

impl Closure {
    /// For how long it had been shut when `step` came, where the beginning is known.
    pub(super) fn until(&self, step: &Step, steps: &[Step]) -> Option<ShutDays> {
        let closed = steps.get(self.closed?)?;
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().max(0);
        let is_open = |day: NaiveDate| day == NaiveDate::MIN || day == NaiveDate::MAX;
        let min = if is_open(closed.to) || is_open(step.from) { 0 } else { days(closed.to, step.from) };
        let endless = self.is_older || is_open(closed.from) || is_open(step.to);
        Some(ShutDays { min, max: (!endless).then(|| days(closed.from, step.to)) })
    }
}
