//! What stands before what is typed, and ways out of a screen that shows nothing.

/// Prompts.
#[derive(Debug)]
pub struct PromptWords {
    /// Before what an action is searched by.
    pub find_action: &'static str,
    /// Before a date.
    pub go_to: &'static str,
    /// Before what a group is narrowed to.
    pub narrow_to: &'static str,
    /// Below what is no date so far.
    pub no_date_yet: &'static str,
    /// The last good result is not that of what stands there.
    pub still: fn(&str) -> String,
    /// A file is read, before how much of it.
    pub reading: &'static str,
    /// Its keys are.
    pub parsing: &'static str,
    /// What it says is found by words.
    pub indexing: &'static str,
    /// Story: a key opens the milestone.
    pub opens_whole: fn(&str) -> String,
    /// Story: publishers of sources, and how many more there are.
    pub publishers: fn(&[&str], usize) -> String,
}

/// What a key does about a screen that shows nothing, beside the key.
#[derive(Debug)]
pub struct WayWords {
    /// Terms are dropped, so many, and so many milestones are left.
    pub drops: fn(&str, usize, usize) -> String,
    /// The last term.
    pub drops_last: &'static str,
    /// All terms, where the last one stands above.
    pub drops_all: &'static str,
    /// The same by itself.
    pub drops_all_filters: &'static str,
    /// What does not match is shown, too.
    pub shows_all: &'static str,
    /// There are no walls.
    pub shows_milestones: &'static str,
    /// There is no pair.
    pub shows_timeline: &'static str,
    /// There is another pair.
    pub shows_next_pair: &'static str,
    /// Nothing is left where keys go to the facets.
    pub leaves_facets: &'static str,
}
