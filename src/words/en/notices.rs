//! Notices in English.

use super::counts::counted;
use crate::words::NoticeWords;

pub(super) const NOTICES: NoticeWords = NoticeWords {
    does_nothing: |keys, help| format!("{keys} does nothing here; {help} lists all keys"),
    works_elsewhere: |key, why, does| format!("{key} {why}: {does}"),
    no_such_action: "no action is called that",
    left_out_shown: |key| format!("what the filters leave out is shown as well; {key} hides it"),
    left_out_hidden: |key| format!("what the filters leave out is hidden; {key} shows it"),
    either_of_two: "either of the two; any / between, above them, asks for both at once",
    nothing_in_group: |close| format!("nothing in this group is called that; {close} shows all of it"),
    last_milestone: "this is the last milestone",
    first_milestone: "this is the first milestone",
    last_year: "this is the last year",
    first_year: "this is the first year",
    nothing_else_between: "nothing else is between these parties",
    between: |at, all, parties| format!("{at} of {all} between {}", parties.join(" and ")),
    any_of: |names| names.join(" or "),
    only_hit: "this is the only one",
    around_to_first: "after the last comes the first",
    around_to_last: "before the first comes the last",
    no_text_has: |text| format!("no title, text, note, name or id here has {text}"),
    nothing_is: |text| format!("nothing here matches {text}"),
    no_date: |text, hint| {
        let hint = hint.unwrap_or("write 2021, 2021-09, 2021-09-09, sept 2021 or 2021q3");
        format!("{text} is no date; {hint}")
    },
    nearest_to: |date| format!("nothing here is of {date}: this is the nearest"),
    nearest_between: |names, key, title| {
        format!("this is the nearest between {names}; {key} shows in the Timeline: {title}")
    },
    two: |one, other| format!("{one} and {other}"),
    no_other_pair: "no other two companies are in one milestone here",
    no_pair: "no two companies are in one milestone here",
    pair: |at, all, names, moves| {
        let moves = if moves == 0 { "no move".to_owned() } else { counted(moves, "move", "moves") };
        format!("{at} of {all} pairs: {names}, {moves} between them")
    },
    no_chinese: "this dataset has no Chinese: its texts are shown as they are",
    in_english: |key| format!("shown in English; {key} shows Chinese"),
    in_chinese: |key| format!("shown in Chinese, where there is any; {key} shows both"),
    in_both: |key| format!("shown in English and Chinese; {key} shows English alone"),
    opening: |address| format!("opening {address}"),
    drawn_with: |glyphs| format!("drawn as `--glyphs {glyphs}` draws it"),
    no_address: "this source has no address",
    mouse_on: |off| {
        format!(
            "the mouse is on: a click selects, the wheel scrolls, a drag on the strip selects a span; {off} turns it off"
        )
    },
    mouse_off: "the mouse is off: the terminal selects text again",
    selected: |count, export, drop| format!("{count} selected: {export} exports them, {drop} drops them"),
    no_longer_selected: |count| format!("{count} no longer selected"),
    no_earlier_line: "no earlier line was typed here",
    nothing_begins_so: "nothing begins like this",
    pasted_too_much: "a line holds 4 kB: the rest of what was pasted is left out",
    pasted_nowhere: "pasted text goes into a prompt, and none is open",
};
