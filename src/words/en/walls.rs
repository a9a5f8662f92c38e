//! Walls in English.

use crate::words::WallWords;

pub(super) const WALLS: WallWords = WallWords {
    closed: "closed",
    limited: "limited",
    trial: "trial",
    open: "open",
    unknown: "unknown",
    none: "not there yet",
    gone: "gone",
    any_of: |states| states.join(" or "),
    no_opening: "no opening found",
    no_opening_by: |day| format!("no opening found by {day}"),
    no_closing: "no closing found",
    nothing_known: "nothing known",
    start_unknown: "start unknown",
    was_open: |state| format!("{state}, was open"),
    as_before: |state| format!("{state}, as before"),
    again: |state| format!("{state} again"),
    after_unknown: |state| format!("{state}, how long it had been shut is not known"),
    after_closed: |state, long| format!("{state}, after {long} closed"),
    after_shut: |state, long| format!("{state}, after {long} shut"),
    by_then_shut: |state, long| format!("{state}, by then shut for {long}"),
    again_by_then_shut: |state, long| format!("{state} again, by then shut for {long}"),
};
