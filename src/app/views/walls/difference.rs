//! What became of barriers between two days.

use crate::dataset::BarrierState;

/// What became of a barrier between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// It lets more through than before.
    Opened,
    /// It lets less through.
    Closed,
    /// It stands as it stood.
    Not,
    /// On the earlier day nobody knew how it stood, or it was not there.
    NotBefore,
    /// On the later one.
    NotAfter,
}

impl Differs {
    pub(super) const fn between(earlier: BarrierState, later: BarrierState) -> Self {
        if !earlier.is_known() {
            Self::NotBefore
        } else if !later.is_known() {
            Self::NotAfter
        } else if later.eases(earlier) {
            Self::Opened
        } else if later.tightens(earlier) {
            Self::Closed
        } else {
            Self::Not
        }
    }
}

/// How many of the barriers that are shown differ in which way between two days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference([usize; 5]);

impl Difference {
    pub(super) fn count(&mut self, differs: Differs) {
        self.0[differs as usize] += 1;
    }

    /// How many do so.
    pub const fn of(self, differs: Differs) -> usize {
        self.0[differs as usize]
    }
}
