//! Where a reader is, and what is called what on the screen.

/// The views' names.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is called as its view is")]
pub struct ViewNames {
    pub front: &'static str,
    pub timeline: &'static str,
    pub lanes: &'static str,
    pub walls: &'static str,
    pub ledger: &'static str,
    pub story: &'static str,
}

/// What actions are about: the headings of the help.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is called as its group is")]
pub struct GroupWords {
    pub read: &'static str,
    pub find: &'static str,
    pub filter: &'static str,
    pub select: &'static str,
    pub take: &'static str,
    pub look: &'static str,
    pub moving: &'static str,
    pub program: &'static str,
}

/// Where an action works: `in the Timeline`.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is called as the place where keys go is")]
pub struct PlaceWords {
    /// In one place only.
    pub works: fn(&str) -> String,
    /// In two.
    pub works_in_both: fn(&str, &str) -> String,
    /// Nearly everywhere, but not here.
    pub does_not_work: fn(&str) -> String,
    pub front: &'static str,
    pub timeline: &'static str,
    pub lanes: &'static str,
    pub walls: &'static str,
    pub ledger: &'static str,
    pub story: &'static str,
    pub facets: &'static str,
    pub detail: &'static str,
    pub terms: &'static str,
    pub reading: &'static str,
    pub wall: &'static str,
    pub export: &'static str,
    pub path: &'static str,
    pub replace: &'static str,
    pub palette: &'static str,
    pub search: &'static str,
    pub query: &'static str,
    pub date: &'static str,
    pub narrow: &'static str,
}
