//! What is wrong with a dataset, as values: a [`Fault`] names a place in the text, what was found there and
//! what was expected. Loading reports faults and goes on; one renderer shows them, as a compiler would.

use std::ops::Range;

/// How bad a fault is. A dataset with an error does not load; one with warnings does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The dataset cannot be used.
    Error,
    /// The dataset can be used, but somebody should look.
    Warning,
}

/// One thing wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in a sentence that stands alone: lower case, no full stop, code in backticks.
    pub message: String,
    /// The bytes of the dataset's text that are wrong.
    pub span: Range<usize>,
    /// What was expected there, under the underlined place.
    pub expected: String,
    /// What to do, and the nearest right spelling.
    pub help: Vec<String>,
}
