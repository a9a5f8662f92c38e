//! Why an action is off, in English.

use crate::words::OffWords;

pub(super) const OFF: OffWords = OffWords {
    nothing_matches: "nothing matches",
    no_search: |begin| format!("nothing is searched for: {begin} begins"),
    no_parties: "it names no party",
    no_related: "it is linked to no other milestone",
    nothing_to_undo: "there is nothing to undo",
    nothing_to_redo: "there is nothing to redo",
    empty_dataset: "the dataset has no milestones yet",
    no_filter: "no filter is on",
    nothing_selected: |quit| format!("nothing is open or selected; {quit} quits"),
    no_range: |begin| format!("no range is begun: {begin} begins one"),
    nothing_to_take: "nothing matches and nothing is selected",
    no_link: |down| format!("no link is marked: {down} goes to the next one"),
    no_source: "no source here",
    no_address: "no source here has an address",
    no_pane_right: "there is no pane to the right",
    no_pane_left: "there is no pane to the left",
};
