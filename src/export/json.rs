//! Milestones as JSON objects. The names of the keys are stable; their order is that of the columns.

use serde::{Serialize, Serializer};

use super::Extract;
use super::columns::COLUMNS;
use crate::dataset::{Dataset, Milestone};

/// What `list --json` and `show --json` print of a milestone, and what an export holds an array of.
#[derive(Debug)]
pub struct MilestoneEntry<'a> {
    milestone: Milestone<'a>,
    dataset: &'a Dataset,
}

impl<'a> MilestoneEntry<'a> {
    /// The object of `milestone`, which is one of `dataset`.
    pub fn new(milestone: Milestone<'a>, dataset: &'a Dataset) -> Self {
        Self { milestone, dataset }
    }

    /// The object on one line, without a newline at its end.
    pub fn line(&self) -> String {
        // Strings for keys: there is nothing here that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for MilestoneEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            COLUMNS.iter().map(|column| (column.name(), column.of(self.milestone, self.dataset))),
        )
    }
}

/// One array, an object a line: as easy on `diff` and `grep` as JSON can be.
pub(super) fn array(extract: &Extract<'_>) -> Vec<u8> {
    lines(extract.milestones().map(|milestone| MilestoneEntry::new(milestone, extract.dataset).line()))
}

/// An array of what is JSON already.
pub(super) fn lines(objects: impl Iterator<Item = String>) -> Vec<u8> {
    let lines: Vec<String> = objects.collect();
    if lines.is_empty() {
        return b"[]\n".to_vec();
    }
    format!("[\n{}\n]\n", lines.join(",\n")).into_bytes()
}
