//! The page of a wall in English.

use crate::words::WallPageWords;

pub(super) const WALL_PAGE: WallPageWords = WallPageWords {
    everyone: "everyone",
    names: |names| names.join(" and "),
    and_others: |first, more| format!("{first} +{more}"),
    whose: |holders, against, channel| {
        let possessive = if holders.ends_with('s') { "'" } else { "'s" };
        format!("{holders}{possessive} wall against {against}, for {}", common(channel))
    },
    sides: |holders, against| format!("Kept by {}. Kept out: {}.", holders.join(", "), against.join(", ")),
    place: |at, all| format!("wall {at} of {all}"),
    history: "History",
    no_history: "Nothing is told of it.",
    after: |long, state| format!("after {long} {state}"),
    by: |who| format!("by {who}"),
    disputed: "disputed",
    answers: |title| format!("answers \"{title}\""),
    own_date: |milestone| format!("on a date of its own: the milestone's is {milestone}"),
    remarks: |remarks| remarks.join("; "),
    others_between: |holders, against| format!("Other walls between {holders} and {against}"),
    others_of: |holders, against| format!("Other walls of {holders} or against {against}"),
    sentence: |wall, outcome| format!("{wall}: {outcome}."),
    last: "this is the last wall",
    first: "this is the first wall",
    no_link: "nothing here leads on",
    last_step: "this is the last that is told of it",
    first_step: "this is the first that is told of it",
    lasted: |state, long| format!("{state} {long}"),
};

/// A name within a sentence: `links`, but `QR codes`.
fn common(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_wall_it_is_reads_as_a_sentence_would() {
        let said = |holders, channel| (WALL_PAGE.whose)(holders, "Taobao", channel);
        assert_eq!(said("WeChat", "Links"), "WeChat's wall against Taobao, for links");
        assert_eq!(
            said("Ele.me and others", "QR codes"),
            "Ele.me and others' wall against Taobao, for QR codes"
        );
        assert_eq!(said("微信", "链接"), "微信's wall against Taobao, for 链接");
    }
}
