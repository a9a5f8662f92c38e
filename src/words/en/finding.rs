//! Looking for something in English.

use crate::words::FindingWords;

pub(super) const FINDING: FindingWords =
    FindingWords { as_date: |typed, term| format!("{typed} is read as {term}; in quotes it is text") };
