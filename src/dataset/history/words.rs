//! How long a barrier was shut, in words. Never more than is known: no opening found is not "still shut".

use super::{BarrierHistory, ShutDays, Step};
use crate::dataset::{BarrierState, Closure, Dataset};
use crate::date::{Span, at_least, day_words, end_words, lasted, lasted_short};

impl BarrierHistory {
    /// How long the barrier was shut, for a row's end: `8.2 y`, `about 8.0 y`, `10 to 11 mo`, `at least 4.2 y`,
    /// `no opening found`, `start unknown`. Of one shut more than once, the last time.
    pub fn lasted_short(&self) -> String {
        match self.closures().last() {
            Some(closure) => closure.lasted_short(),
            None => self.never_shut().to_owned(),
        }
    }

    /// The same for a sentence: `8.2 years`, `no opening found by the end of 2024`.
    pub fn lasted(&self, dataset: &Dataset) -> String {
        match self.closures().last() {
            Some(closure) if self.is_closed_after(closure, dataset) => {
                closure.said(lasted).unwrap_or_else(|| NO_OPENING.to_owned())
            }
            Some(closure) => closure.lasted(dataset),
            None => self.never_shut().to_owned(),
        }
    }

    /// What a step did to the barrier, and how long that had been shut: `limited, after about 7.8 years closed`, `open, after
    /// 3 days shut`, `closed, was open`, `closed again, by then shut for 3.4 years`. `before` is what stood before all.
    pub fn describe_step(&self, place: usize, before: BarrierState) -> Option<String> {
        let steps = self.steps();
        let step = steps.get(place)?;
        let state = step.state.as_str();
        let earlier = place.checked_sub(1).and_then(|earlier| steps.get(earlier));
        let was = earlier.map_or(before, |earlier| earlier.state);
        if matches!(step.state, BarrierState::Unknown | BarrierState::Gone) {
            return Some(state.to_owned());
        }
        Some(match self.closure_of(place) {
            None => state.to_owned(),
            Some(closure) if closure.closed == Some(place) => match was {
                BarrierState::Open => format!("{state}, was open"),
                BarrierState::Closed => format!("{state}, as before"),
                _ => state.to_owned(),
            },
            Some(closure) => match closure.length_by(place, steps) {
                _ if step.state.tightens(was) && closure.closed.is_none() => format!("{state} again"),
                None => format!("{state}, how long it had been shut is not known"),
                Some(long) if step.state.eases(was) => {
                    let is_first = closure.eased == Some(place)
                        && step.state != BarrierState::Open
                        && was == BarrierState::Closed;
                    format!("{state}, after {long} {}", if is_first { "closed" } else { "shut" })
                }
                Some(long) => {
                    let again = if step.state.tightens(was) { " again" } else { "" };
                    format!("{state}{again}, by then shut for {long}")
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

    fn never_shut(&self) -> &'static str {
        let is_known = |state: BarrierState| state != BarrierState::Unknown;
        let known = self.intervals().iter().any(|interval| is_known(interval.state));
        if known { "no closing found" } else { "nothing known" }
    }
}

const NO_OPENING: &str = "no opening found";

impl Closure {
    /// How long the barrier was shut, for a sentence: `8.2 years`, `no opening found by the end of 2024`.
    pub fn lasted(&self, dataset: &Dataset) -> String {
        let by = || match dataset.span().and_then(Span::to) {
            Some(end) => format!("{NO_OPENING} by {}", end_words(end).unwrap_or_else(|| day_words(end))),
            None => NO_OPENING.to_owned(),
        };
        self.said(lasted).unwrap_or_else(by)
    }

    /// The same in few columns: `8.2 y`, `no opening found`.
    pub fn lasted_short(&self) -> String {
        self.said(lasted_short).unwrap_or_else(|| NO_OPENING.to_owned())
    }

    /// How long the barrier had been shut when a step came; `None` where its beginning is not known.
    fn length_by(&self, step: usize, steps: &[Step]) -> Option<String> {
        Some(match self.until(steps.get(step)?, steps)? {
            ShutDays { min, max: Some(max) } => lasted(min, max),
            ShutDays { min: 0, max: None } => return None,
            ShutDays { min, max: None } => at_least(min, lasted),
        })
    }

    /// `None` where no opening was found.
    fn said(&self, words: fn(i64, i64) -> String) -> Option<String> {
        self.opened?;
        Some(match self.shut {
            None | Some(ShutDays { min: 0, max: None }) => "start unknown".to_owned(),
            Some(ShutDays { min, max: Some(max) }) => words(min, max),
            Some(ShutDays { min, max: None }) => at_least(min, words),
        })
    }
}
