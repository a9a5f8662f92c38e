//! What is said between two companies.

/// Moves and answers.
#[derive(Debug)]
pub struct LedgerWords {
    /// An answer on the day of what it answers.
    pub same_day: &'static str,
    /// `after 21 days`
    pub after: fn(&str) -> String,
    /// `within 8 days`: no later than that.
    pub within: fn(&str) -> String,
    /// `within 8 days, order not settled`: which came first is not known.
    pub within_in_some_order: fn(&str) -> String,
}
