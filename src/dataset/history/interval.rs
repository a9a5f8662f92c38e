//! An interval of days on which the same is known of a barrier.

use chrono::NaiveDate;

use crate::dataset::{BarrierState, PossibleStates};
use crate::words::Words;

/// An interval of days, up to the next one's first, at the end of each of which the same is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Its first day.
    pub from: NaiveDate,
    /// What stands.
    pub state: BarrierState,
    /// What may stand: that, and whatever else soft dates leave open.
    pub possible: PossibleStates,
    /// The place among the [steps](super::BarrierHistory::steps) of the one since which it stands; `None` where it always did.
    pub since: Option<usize>,
}

impl Interval {
    /// What stands, and what else may: `closed`, `closed or limited`.
    pub fn words(self, say: &Words) -> String {
        let others = self.possible.iter().filter(|state| *state != self.state);
        let all = std::iter::once(self.state).chain(others);
        let all: Vec<&str> = all.map(|state| state.words(say)).collect();
        (say.walls.any_of)(&all)
    }
}
