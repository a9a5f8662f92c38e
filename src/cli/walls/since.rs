//! Since when a barrier stands as it does.

use crate::dataset::{BarrierHistory, Dataset, Interval};

/// The date of the milestone that brought it about, as written; `None` where it always stood so.
pub(super) fn since<'a>(
    stretch: Interval,
    history: &BarrierHistory,
    dataset: &'a Dataset,
) -> Option<&'a str> {
    let step = history.steps().get(stretch.since?)?;
    Some(step.date(dataset).as_written())
}
