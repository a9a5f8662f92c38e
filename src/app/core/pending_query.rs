//! Lines of a prompt whose answer is still to come.

use crate::app::core::prompt::Prompt;
use crate::dataset::Dataset;

/// Up to so many milestones are searched well within a frame, so that line and answer are one.
const AT_ONCE: usize = 20_000;

/// Lines of a prompt as they were typed, the last of them the present one.
#[derive(Debug, Default)]
pub(in crate::app) struct PendingQuery {
    pub(in crate::app) lines: Vec<Prompt>,
    pub(in crate::app) is_late: bool,
}

impl PendingQuery {
    pub(in crate::app) fn new(dataset: &Dataset) -> Self {
        Self { lines: Vec::new(), is_late: dataset.len() > AT_ONCE }
    }
}
