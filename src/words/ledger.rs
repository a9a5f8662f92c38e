//! What is said between two companies.

/// Moves and answers.
#[derive(Debug)]
pub struct LedgerWords {
    /// `4 moves`
    pub moves: fn(usize) -> String,
    /// So many moves, of whomever, answer one before them or lift it.
    pub answers: fn(usize) -> String,
    /// So many moves were of both.
    pub together: fn(usize) -> String,
    /// So many were of neither.
    pub by_others: fn(usize) -> String,
    /// The names of both with the numbers of their moves, where there is one line for them.
    pub moves_by_side: fn(&str, &str) -> String,
    /// Which of the pairs of companies is shown.
    pub pairs: fn(usize, usize) -> String,
    /// The same where there is little room.
    pub pairs_brief: fn(usize, usize) -> String,
    /// Both companies, as one of them would be called.
    pub both: &'static str,
    /// Something of these, of which it is not known who did it.
    pub of: fn(&str) -> String,
    /// `answers after 21 days:`, before the title of what it answers; nothing is said of a time that is not known.
    pub does_answer: fn(Option<&str>) -> String,
    /// The same of what it lifts.
    pub does_lift: fn(Option<&str>) -> String,
    /// The same of what it comes after.
    pub does_follow: fn(Option<&str>) -> String,
    /// Moves that nobody answered.
    pub no_answer: &'static str,
    /// `4 closings: no answer found`
    pub moves_unanswered: fn(usize) -> String,
    /// Of walls, closed or half open: nobody has told that they opened.
    pub not_fully_open: &'static str,
    /// `not seen fully open by the end of 2024`
    pub not_fully_open_by: fn(&str) -> String,
    /// `8 walls not seen fully open by the end of 2024`
    pub walls_still: fn(&str, &str) -> String,
    /// The same of what a filter leaves.
    pub of_matches: fn(&str) -> String,
    /// Behind a wall's name: its outcome.
    pub outcome_is: fn(&str) -> String,
    /// Behind the title of a move: its date.
    pub dated: fn(&str) -> String,
    /// Two companies have nothing between them that matches.
    pub nothing_between: fn(&str, &str) -> String,
    /// No two companies have.
    pub no_pair: &'static str,
    /// An answer on the day of what it answers.
    pub same_day: &'static str,
    /// `after 21 days`
    pub after: fn(&str) -> String,
    /// `within 8 days`: no later than that.
    pub within: fn(&str) -> String,
    /// `within 8 days, order not settled`: which came first is not known.
    pub within_in_some_order: fn(&str) -> String,
}
