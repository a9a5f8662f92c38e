//! What is said between two companies.

/// Moves and answers.
#[derive(Debug)]
pub struct LedgerWords {
    /// `4 moves`
    pub moves: fn(usize) -> String,
    /// `2 answers`
    pub answers: fn(usize) -> String,
    /// So many moves were of both.
    pub together: fn(usize) -> String,
    /// So many were of neither.
    pub by_others: fn(usize) -> String,
    /// Which of the pairs of companies is shown.
    pub pairs: fn(usize, usize) -> String,
    /// Moves that nobody answered.
    pub no_answer: &'static str,
    /// `4 moves: no answer recorded`
    pub moves_unanswered: fn(&str) -> String,
    /// `8 walls: no opening found by the end of 2024`
    pub walls_still: fn(&str, &str) -> String,
    /// The same of what a filter leaves.
    pub of_matches: fn(&str) -> String,
    /// Behind a wall's name: since when it is shut, and how it was last known to stand where that is not closed.
    pub shut_since: fn(&str, Option<&str>) -> String,
    /// Two companies have nothing between them that matches.
    pub nothing_between: fn(&str, &str) -> String,
    /// No two companies have.
    pub no_pair: &'static str,
    /// Both of the two acted, or were touched.
    pub both: &'static str,
    /// Whom it touched, where nobody is said to have acted.
    pub of: fn(&str) -> String,
    /// A milestone answers another one: before how long after.
    pub answers_it: &'static str,
    /// It takes it back.
    pub lifts_it: &'static str,
    /// It goes on from it.
    pub follows_it: &'static str,
    /// An answer on the day of what it answers.
    pub same_day: &'static str,
    /// `after 21 days`
    pub after: fn(&str) -> String,
    /// `within 8 days`: no later than that.
    pub within: fn(&str) -> String,
    /// `within 8 days, order not settled`: which came first is not known.
    pub within_in_some_order: fn(&str) -> String,
}
