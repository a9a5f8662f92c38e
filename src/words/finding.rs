//! What is said where something is looked for.

/// Queries and searches.
#[derive(Debug)]
pub struct FindingWords {
    /// `2021 is read as year:2021; in quotes it is text`: as it was typed, and what it means.
    pub as_date: fn(&str, &str) -> String,
}
