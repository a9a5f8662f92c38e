//! What became of barriers between two days.

use crate::dataset::{BarrierId, BarrierState};

/// What became of a barrier between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// It lets more through than before.
    Opened,
    /// It lets less through.
    Closed,
    /// It stands as it stood.
    Not,
    /// On one of the days nobody knows how it stood, or it was not there.
    Unknown,
}

impl Differs {
    pub(super) const fn between(earlier: BarrierState, later: BarrierState) -> Self {
        if !earlier.is_known() || !later.is_known() {
            Self::Unknown
        } else if later.eases(earlier) {
            Self::Opened
        } else if later.tightens(earlier) {
            Self::Closed
        } else {
            Self::Not
        }
    }
}

/// What differs between two days, of the barriers that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Those that let more through on the later day.
    pub opened: Vec<BarrierId>,
    /// Those that let less through.
    pub closed: Vec<BarrierId>,
    /// How many stand as they stood.
    pub same: usize,
    /// Of how many it is not known on both days.
    pub unknown: usize,
}
