//! How many of something.

/// Counts.
#[derive(Debug)]
pub struct CountWords {
    /// `21 of 96`
    pub of: fn(usize, usize) -> String,
    /// `7 milestones`
    pub milestones: fn(usize) -> String,
    /// `7 of 96 milestones`
    pub of_milestones: fn(usize, usize) -> String,
    /// `56 walls`
    pub walls: fn(usize) -> String,
    /// `7 of 56 walls`
    pub of_walls: fn(usize, usize) -> String,
    /// `9 sources`
    pub sources: fn(usize) -> String,
    /// `12 lines`
    pub lines: fn(usize) -> String,
    /// `3 with a note`
    pub with_a_note: fn(usize) -> String,
    /// `17 hits`
    pub hits: fn(usize) -> String,
    /// `2 more`
    pub more: fn(usize) -> String,
    /// `2 more above`
    pub more_above: fn(usize) -> String,
    /// `2 more below`
    pub more_below: fn(usize) -> String,
    /// `12 more lines`
    pub more_lines: fn(usize) -> String,
    /// Behind another count: `, 2 not shown`.
    pub and_not_shown: fn(usize) -> String,
}
