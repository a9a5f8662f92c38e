//! What a step rests on: the milestone behind it and its date.

use super::Step;
use crate::dataset::{BarrierEffect, Dataset, Milestone};
use crate::date::Date;

impl Step {
    /// The effect.
    pub fn effect(self, dataset: &Dataset) -> &BarrierEffect {
        &dataset.milestone(self.milestone).effects()[usize::from(self.effect)]
    }

    /// When: the effect's own date, or else its milestone's.
    pub fn date(self, dataset: &Dataset) -> &Date {
        self.effect(dataset).date.as_deref().unwrap_or(dataset.milestone(self.milestone).date())
    }

    /// The milestones that it answered or took back.
    pub fn answers(self, dataset: &Dataset) -> impl Iterator<Item = Milestone<'_>> {
        let relations = dataset.milestone(self.milestone).relations().iter();
        relations.filter(|relation| relation.kind.is_answer()).map(|relation| dataset.milestone(relation.to))
    }
}
