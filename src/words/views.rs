//! What the views say around what a dataset says.

/// The views, and the text of a milestone beside them.
#[derive(Debug)]
pub struct ViewWords {
    /// The terminal has less room than the explorer needs: columns and rows.
    pub too_small: fn(u16, u16) -> String,
    /// The dataset has no milestones.
    pub no_milestones: &'static str,
    /// The dataset has no walls.
    pub no_walls: &'static str,
    /// Nothing matches what is asked for.
    pub nothing_matches: fn(&str) -> String,
    /// What matches moved no wall.
    pub no_wall_moved: fn(&str) -> String,
    /// No value is called as is typed.
    pub nothing_like_it: &'static str,
    /// No action is found by the words that are typed.
    pub no_action: &'static str,
    /// What does not match is told by its brackets.
    pub others_in_brackets: &'static str,
    /// A source's title is no headline.
    pub title_paraphrased: &'static str,
    /// What of a milestone a source supports.
    pub supports: fn(&str) -> String,
    /// Timeline: nothing happened for so long.
    pub quiet: fn(&str) -> String,
    /// Timeline: for so long what happened is hidden, and that is so much.
    pub quiet_but_hidden: fn(&str, usize) -> String,
    /// A wall that is broken.
    pub not_certain: &'static str,
    /// Lanes: the current milestone did nothing to the current wall.
    pub not_on_lane: &'static str,
    /// Lanes: which of those that did something to it the current milestone is.
    pub on_lane: fn(usize, usize) -> String,
    /// Story: the walls on the day of a milestone.
    pub that_day: &'static str,
    /// Story: the same where the day is not known.
    pub by_then: &'static str,
    /// Story: a state that a soft date leaves open.
    pub date_not_certain: fn(&str) -> String,
    /// Story: of walls that are not told one by one the first state and its count, `3 more closed`.
    pub more_in_state: fn(usize, &str) -> String,
    /// Walls: in help, what moved on the day.
    pub changed_that_day: &'static str,
    /// Walls: in help, what moved between two days.
    pub opened_or_closed: &'static str,
}
