//! One effect on a barrier.

use chrono::NaiveDate;

use crate::dataset::{BarrierState, MilestoneId};

/// One effect on a barrier: which milestone did what, and on which days that may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The milestone.
    pub milestone: MilestoneId,
    /// What the barrier became.
    pub state: BarrierState,
    /// The first possible day; the calendar's first one where that is open.
    pub from: NaiveDate,
    /// The last possible day; the calendar's last one where that is open.
    pub to: NaiveDate,
    /// Whether the date is soft: it may be several days, or carries a mark of doubt.
    pub is_soft: bool,
    /// Whether the next step undid it on the very same date, in the same milestone: what opened for a morning.
    pub is_passing: bool,
    /// Which of the milestone's effects it is.
    pub(super) effect: u16,
}

impl Step {
    /// The day from which on it has certainly happened; of one without an end, the day on which it may have begun.
    pub fn settled(self) -> NaiveDate {
        if self.to == NaiveDate::MAX { self.from } else { self.to }
    }
}
