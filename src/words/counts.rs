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
    /// `3 selected`
    pub selected: fn(usize) -> String,
    /// From one date to another, in words.
    pub from_to: fn(&str, &str) -> String,
    /// Where what is searched for stands: `in the title and the summary`.
    pub found_in: fn(&[String]) -> String,
    /// So many lines are below; a key goes on to them.
    pub lines_by: fn(usize, &str) -> String,
    /// Behind another count: `, 2 not shown`.
    pub and_not_shown: fn(usize) -> String,
}
