//! Where a reader is, in English.

use crate::words::{GroupWords, PlaceWords, ViewNames};

pub(super) const VIEW_NAMES: ViewNames = ViewNames {
    front: "Front page",
    timeline: "Timeline",
    lanes: "Lanes",
    walls: "Walls",
    ledger: "Ledger",
    story: "Story",
};

pub(super) const GROUPS: GroupWords = GroupWords {
    read: "Read",
    find: "Find",
    filter: "Narrow",
    select: "Select",
    take: "Take away",
    look: "View",
    moving: "Move",
    program: "Program",
};

pub(super) const PLACES: PlaceWords = PlaceWords {
    works: |place| format!("works {place}"),
    works_in_both: |one, other| format!("works {one} and {other}"),
    does_not_work: |place| format!("does not work {place}"),
    front: "on the front page",
    timeline: "in the Timeline",
    lanes: "in the Lanes",
    walls: "in the Walls",
    ledger: "in the Ledger",
    story: "in the Story",
    facets: "in the facet pane",
    detail: "in the detail",
    terms: "on the line of filters",
    reading: "on an open milestone",
    wall: "on the page of a wall",
    export: "in the export",
    path: "while its path is typed",
    replace: "in the question about a file",
    palette: "in this list",
    search: "in a search",
    query: "in the query line",
    date: "while a date is typed",
    narrow: "while a group is narrowed",
};
