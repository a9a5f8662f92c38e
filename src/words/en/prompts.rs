//! Prompts and ways out, in English.

use super::counts::counted;
use crate::words::{PromptWords, WayWords};

pub(super) const PROMPTS: PromptWords = PromptWords {
    find_action: "Find a word or a key:",
    go_to: "go to",
    narrow_to: "narrow to",
    no_date_yet: "no date yet: 2021, 2021-09, sept 2021, 2021q3",
    still: |count| format!("still {count}"),
    reading: "reading",
    parsing: "parsing",
    indexing: "indexing",
    opens_whole: |key| format!("{key} opens it whole"),
    publishers: |names, more| {
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("{}{more}", names.join(", "))
    },
};

pub(super) const WAYS: WayWords = WayWords {
    drops: |terms, dropped, count| {
        let it = if dropped == 1 { "it" } else { "them" };
        format!("drops {terms}: {} without {it}", counted(count, "milestone", "milestones"))
    },
    drops_last: "drops the last filter",
    drops_all: "drops all of them",
    drops_all_filters: "drops all filters",
    shows_all: "shows all, and what does not match in brackets",
    shows_milestones: "shows its milestones in the Timeline",
    shows_timeline: "shows the Timeline",
    shows_next_pair: "shows the next two companies",
    leaves_facets: "goes back from the facets",
};
