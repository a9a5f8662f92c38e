//! Why an action is off.

/// What an action lacks where it is off: it goes on after its key. What helps is told by its key.
#[derive(Debug)]
pub struct OffWords {
    /// No milestone is listed.
    pub nothing_matches: &'static str,
    /// There is no search to go on with.
    pub no_search: fn(&str) -> String,
    /// The milestone is between nobody.
    pub no_parties: &'static str,
    /// It is related to none.
    pub no_related: &'static str,
    /// What there was led to where the reader is.
    pub nothing_to_undo: &'static str,
    /// Nothing was undone.
    pub nothing_to_redo: &'static str,
    /// There is nothing at all.
    pub empty_dataset: &'static str,
    /// Everything is asked for.
    pub no_filter: &'static str,
    /// There is nothing that could be peeled off.
    pub nothing_selected: fn(&str) -> String,
    /// There is no range to go on with.
    pub no_range: fn(&str) -> String,
    /// An export would be empty.
    pub nothing_to_take: &'static str,
    /// No link is marked.
    pub no_link: fn(&str) -> String,
    /// There is no source to copy.
    pub no_source: &'static str,
    /// None of the sources can be looked up.
    pub no_address: &'static str,
    /// The pane is the last one.
    pub no_pane_right: &'static str,
    /// The pane is the first one.
    pub no_pane_left: &'static str,
}
