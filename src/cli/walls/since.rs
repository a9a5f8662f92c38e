//! Since when a barrier stands as it does.

use crate::dataset::{Dataset, History, Stretch};

/// The date of the milestone that brought it about, as written; `None` where it always stood so.
pub(super) fn since<'a>(stretch: Stretch, history: &History, dataset: &'a Dataset) -> Option<&'a str> {
    let step = history.steps().get(stretch.since?)?;
    Some(step.date(dataset).as_written())
}
