//! The list of walls in English.

use crate::words::WallListWords;

pub(super) const WALL_LIST: WallListWords = WallListWords {
    anyone: "anyone",
    of_anyone: |channel| format!("anyone's {channel}"),
    of_party: |party, channel| format!("{party} {channel}"),
    of_parties: |parties, channel| format!("{channel} of {parties}"),
    and_more: |first, more| format!("{first} and {more}"),
    heads: ["wall of", "against", "state, since"],
    that_day: |moved| format!("{moved} that day"),
    perhaps: |state| format!("perhaps {state}"),
    new: "new",
    changed: |wall| format!("Changed that day: {wall}"),
    after: |long| format!(", after {long}"),
    next_change: |day| format!("next change {day}"),
    last_change: |day| format!("last change {day}"),
    any_key_stops: "playing; any key stops",
    go_to_another_day: "marked: go to another day to compare",
    opened_further: |count| format!("{count} opened further"),
    closed_further: |count| format!("{count} closed further"),
    as_before: |count| format!("{count} as before"),
    not_before: |count| format!("{count} not known or not there before"),
    not_after: |count| format!("{count} not known or gone after"),
    before_all: "before all that is told",
    by_then: |long| format!(", {long} by then"),
    next_state: |state, date| format!("; next {state}, {date}"),
    nearest_day: |date| format!("nothing is told of {date}: this is the nearest day"),
    how_to_compare: |compare, drop| {
        format!("go to another day, and see what opened and what closed; {compare} or {drop} ends it")
    },
    nothing_changes: "nothing that is shown ever changes",
    played_to_the_end: |play, undo| {
        format!("played to the end; {play} plays it again, {undo} goes back to where it began")
    },
    one_column: "the walls stand in one column here",
};
