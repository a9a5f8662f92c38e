//! The views in English.

use crate::words::ViewWords;

pub(super) const VIEWS: ViewWords = ViewWords {
    too_small: |width, height| format!("wallchart needs a screen of {width} by {height}"),
    no_milestones: "This dataset has no milestones yet.",
    no_walls: "This dataset has no barriers.",
    nothing_matches: |query| format!("Nothing matches {query}."),
    no_wall_moved: |query| format!("No barrier was moved by what matches {query}."),
    nothing_like_it: "nothing like it",
    no_action: "No action has these words.",
    others_in_brackets: ", others in brackets",
    title_paraphrased: "title paraphrased",
    supports: |what| format!("for {what}"),
    quiet: |long| format!("{long} quiet"),
    quiet_but_hidden: |long, hidden| format!("{long}, {hidden} hidden by the filter"),
    not_certain: "not certain",
    not_on_lane: "not on this lane",
    on_lane: |at, all| format!("{at} of {all} on this lane"),
    that_day: "That day",
    by_then: "By then",
    date_not_certain: |state| format!("{state} (date not certain)"),
    more_in_state: |count, state| format!("{count} more {state}"),
    changed_that_day: "changed that day",
    opened_or_closed: "opened or closed",
};
