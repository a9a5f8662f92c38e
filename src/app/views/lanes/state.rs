//! Where a reader is in the Lanes, beside the place that all views share.

use chrono::NaiveDate;

use super::order::LaneSort;
use crate::dataset::{BarrierId, MilestoneId};

/// Where a reader is in the Lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// By what they are sorted.
    pub(super) sort: LaneSort,
    /// The current lane.
    pub(super) lane: Option<BarrierId>,
    /// The first row drawn.
    pub(super) top: usize,
    /// How often the stretch of time that is seen was halved.
    pub(super) zoom: u8,
    /// The first day drawn; `None` for the span's.
    pub(super) first: Option<NaiveDate>,
    /// The milestone from which moves from lane to lane set out, and its lane: they go to what is nearest to it, there
    /// and back.
    pub(super) anchor: Option<(MilestoneId, Option<BarrierId>)>,
    /// The place that the lanes were last brought in line with.
    pub(super) followed: Option<MilestoneId>,
}

impl Lanes {
    /// What of it is a step worth undoing.
    pub(in crate::app) fn shown(&self) -> (u8, LaneSort) {
        (self.zoom, self.sort)
    }

    /// By what the lanes are sorted.
    pub fn sort(&self) -> LaneSort {
        self.sort
    }

    /// Sorts them by something else.
    pub(in crate::app) fn sort_by(&mut self, sort: LaneSort) {
        self.sort = sort;
    }

    /// The current lane; one that is shown, where any is.
    pub fn lane(&self) -> Option<BarrierId> {
        self.lane
    }

    /// The first row drawn.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Draws from row `top` on, as far as that keeps the current lane in sight.
    pub(in crate::app) fn set_top(&mut self, top: usize) {
        self.top = top;
    }
}
