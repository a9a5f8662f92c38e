//! How long a barrier was shut, in words. Never more than is known: no opening found is not "still shut".

use super::{BarrierHistory, ShutDays, Step};
use crate::dataset::{BarrierState, Closure, Dataset, Restraint};
use crate::date::{Span, at_least, day_words, end_words, lasted};
use crate::words::{Lasting, Words};

impl BarrierHistory {
    /// How long the barrier was shut, for a row's end: `8.2 y`, `about 8.0 y`, `10 to 11 mo`, `at least 4.2 y`,
    /// `no opening found`, `start unknown`. Of one shut more than once, the last time.
    pub fn lasted_short(&self, say: &Words) -> String {
        match self.closures().last() {
            Some(closure) => closure.lasted_short(say),
            None => self.never_shut(say).to_owned(),
        }
    }

    /// The same for a sentence: `8.2 years`, `no opening found by the end of 2024`.
    pub fn lasted(&self, dataset: &Dataset, say: &Words) -> String {
        match self.closures().last() {
            Some(closure) if self.is_closed_after(closure, dataset) => {
                closure.said(&say.lasting, say).unwrap_or_else(|| say.walls.no_opening.to_owned())
            }
            Some(closure) => closure.lasted(dataset, say),
            None => self.never_shut(say).to_owned(),
        }
    }

    /// What a step did to the barrier, and how long that had been shut: `limited, after about 7.8 years closed`, `open, after
    /// 3 days shut`, `closed, was open`, `closed again, by then shut for 3.4 years`. `before` is what stood before all.
    pub fn describe_step(&self, place: usize, before: BarrierState, say: &Words) -> Option<String> {
        let steps = self.steps();
        let step = steps.get(place)?;
        let (state, walls) = (step.state.words(say), &say.walls);
        let earlier = place.checked_sub(1).and_then(|earlier| steps.get(earlier));
        let was = earlier.map_or(before, |earlier| earlier.state);
        if matches!(step.state, BarrierState::Unknown | BarrierState::Gone) {
            return Some(state.to_owned());
        }
        Some(match self.closure_of(place) {
            None => state.to_owned(),
            Some(closure) if closure.closed == Some(place) => match was {
                BarrierState::Open => (walls.was_open)(state),
                BarrierState::Closed => (walls.as_before)(state),
                _ => state.to_owned(),
            },
            Some(closure) => match closure.length_by(place, steps, say) {
                _ if step.state.tightens(was) && closure.closed.is_none() => (walls.again)(state),
                None => (walls.after_unknown)(state),
                Some(long) if step.state.eases(was) => {
                    let is_first = closure.eased == Some(place)
                        && step.state != BarrierState::Open
                        && was == BarrierState::Closed;
                    let was = Restraint::within(closure, place, self);
                    match if is_first { Restraint::Closed } else { was } {
                        Restraint::Closed => (walls.after_closed)(state, &long),
                        Restraint::Shut => (walls.after_shut)(state, &long),
                        Restraint::Limited => (walls.after_limited)(state, &long),
                    }
                }
                Some(long) => {
                    let state =
                        if step.state.tightens(was) { (walls.again)(state) } else { state.to_owned() };
                    match Restraint::within(closure, place, self) {
                        Restraint::Limited => (walls.by_then_limited)(&state, &long),
                        Restraint::Closed | Restraint::Shut => (walls.by_then_shut)(&state, &long),
                    }
                }
            },
        })
    }

    /// Whether it was shut when the dataset's time was over: then nobody looked for an opening by its end.
    fn is_closed_after(&self, closure: &Closure, dataset: &Dataset) -> bool {
        let end = dataset.span().and_then(Span::to);
        let closed = closure.closed.and_then(|place| self.steps().get(place));
        closed.zip(end).is_some_and(|(closed, end)| closed.from > end)
    }

    fn never_shut(&self, say: &Words) -> &'static str {
        let is_known = |state: BarrierState| state != BarrierState::Unknown;
        let known = self.intervals().iter().any(|interval| is_known(interval.state));
        if known { say.walls.no_closing } else { say.walls.nothing_known }
    }
}

impl Closure {
    /// How long the barrier was shut, for a sentence: `8.2 years`, `no opening found by the end of 2024`.
    pub fn lasted(&self, dataset: &Dataset, say: &Words) -> String {
        let by = || match dataset.span().and_then(Span::to) {
            Some(end) => {
                (say.walls.no_opening_by)(&end_words(end, say).unwrap_or_else(|| day_words(end, say)))
            }
            None => say.walls.no_opening.to_owned(),
        };
        self.said(&say.lasting, say).unwrap_or_else(by)
    }

    /// The same in few columns: `8.2 y`, `no opening found`.
    pub fn lasted_short(&self, say: &Words) -> String {
        self.said(&say.lasting_short, say).unwrap_or_else(|| say.walls.no_opening.to_owned())
    }

    /// How long the barrier had been shut when a step came; `None` where its beginning is not known.
    fn length_by(&self, step: usize, steps: &[Step], say: &Words) -> Option<String> {
        Some(match self.until(steps.get(step)?, steps)? {
            ShutDays { min, max: Some(max) } => lasted(min, max, &say.lasting),
            ShutDays { min: 0, max: None } => return None,
            ShutDays { min, max: None } => at_least(min, &say.lasting),
        })
    }

    /// `None` where no opening was found.
    fn said(&self, lasting: &Lasting, say: &Words) -> Option<String> {
        self.opened?;
        Some(match self.shut {
            None | Some(ShutDays { min: 0, max: None }) => say.walls.start_unknown.to_owned(),
            Some(ShutDays { min, max: Some(max) }) => lasted(min, max, lasting),
            Some(ShutDays { min, max: None }) => at_least(min, lasting),
        })
    }
}
