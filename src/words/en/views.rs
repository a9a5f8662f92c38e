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
    others_in_capitals: ", in capitals",
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
    became_since: |day| format!("what became of it since {day}"),
    became_until: |day| format!("what became of it until {day}"),
    go_to_another_day: "marked: go to another day to compare",
    stood_then: "the walls that stood then",
    stood_that_day: "the walls that stood at the end of that day",
    next_change: |day| format!("next change {day}"),
    last_change: |day| format!("last change {day}"),
    end_of: |year| format!("end of {year}"),
    changed_that_day: "changed that day",
    opened_or_closed: "opened or closed",
    opened_further: OPENED_FURTHER,
    closed_further: CLOSED_FURTHER,
    difference,
    keeps_the_wall: ["keeps the wall", "keeps wall", "keeps"],
    is_kept_out: "is kept out",
};

const OPENED_FURTHER: &str = "opened further";
const CLOSED_FURTHER: &str = "closed further";

/// `7 opened further, 2 closed further, 31 the same, 9 not known on both days`
fn difference(counts: [usize; 4]) -> String {
    let said = [OPENED_FURTHER, CLOSED_FURTHER, "the same", "not known on both days"];
    let counted = counts.into_iter().zip(said).filter(|(count, _)| *count > 0);
    counted.map(|(count, what)| format!("{count} {what}")).collect::<Vec<_>>().join(", ")
}
