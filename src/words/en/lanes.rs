//! The Lanes in English.

use crate::words::{EndHeadings, LaneWords, LengthHeadings};

pub(super) const LANES: LaneWords = LaneWords {
    sorted_by_channel: "sorted by channel",
    sorted_by_outcome: "sorted by outcome",
    sorted_by_length: "sorted by length",
    by: |end| format!("by {end}"),
    not_known: "not known",
    closest: "a column is a day: closer there is nothing",
    whole_span: "this is the whole span",
    nothing_later: "nothing came later",
    nothing_earlier: "nothing came earlier",
    ends: EndHeadings {
        opened: "Opened after being shut",
        eased: "Opened after being limited",
        open: "Open; when it was shut is not known",
        never_closed: "Open; no closing found",
        trial: "On trial",
        limited: "Limited",
        closed: "Closed, no opening found",
        gone: "No longer there",
        unknown: "Not known any more",
        nothing_known: "Nothing known",
        not_yet: "Not there yet",
        uncertain: "Not certain",
    },
    lengths: LengthHeadings {
        ten_years: "Ten years and more",
        five_years: "Five to ten years",
        one_year: "One to five years",
        less: "Less than a year",
        no_opening: "No opening found",
        not_known: "How long is not known",
    },
    last_on_lane: "this is the last on its lane",
    first_on_lane: "this is the first on its lane",
    steps: |steps| steps.join(", "),
    in_all: |steps, long| format!("{steps}: {long}"),
};
