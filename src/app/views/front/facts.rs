//! What the front page tells of a dataset. Found out once: a frame costs what is seen.

use super::turning::turning_points;
use crate::app::core::mode::View;
use crate::dataset::{BarrierCurve, Dataset, MilestoneId};

/// What never changes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontFacts {
    /// How many barriers stood how; `None` where there are none, or no calendar for them.
    pub curve: Option<BarrierCurve>,
    /// The milestones at which the story turned, in order of time.
    pub turning_points: Vec<MilestoneId>,
}

impl FrontFacts {
    pub(in crate::app) fn new(dataset: &Dataset, landmarks: &[MilestoneId]) -> Self {
        let curve = BarrierCurve::new(dataset);
        let turning_points = turning_points(dataset, curve.as_ref(), landmarks);
        Self { curve, turning_points }
    }
}

/// The view that a session begins with where nobody named one. Who asks for anything is shown that, not what all of it is
/// about.
pub fn first_view(usual: View, asks: bool, dataset: &Dataset) -> View {
    let is_front = usual == View::Front;
    if is_front && (asks || !has(dataset)) { View::Timeline } else { usual }
}

/// Whether a dataset has a front page: where there is neither a word of what it is about nor a wall, there is nothing to
/// tell on it.
pub fn has(dataset: &Dataset) -> bool {
    let is_told = dataset.head().about.is_some() || !dataset.barriers().is_empty();
    is_told && !dataset.is_empty()
}
