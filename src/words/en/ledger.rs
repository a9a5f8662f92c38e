//! The ledger of two companies in English.

use super::counts::counted;
use crate::words::LedgerWords;

pub(super) const LEDGER: LedgerWords = LedgerWords {
    moves: |count| counted(count, "move", "moves"),
    answers: |count| {
        format!("{count} {} an earlier one", if count == 1 { "answers or lifts" } else { "answer or lift" })
    },
    together: |count| format!("{} of both", counted(count, "move", "moves")),
    by_others: |count| format!("{} of others", counted(count, "move", "moves")),
    moves_by_side: |left, right| format!("moves: {left}, {right}"),
    pairs: |place, all| format!("{place} of {all} pairs of companies"),
    pairs_brief: |place, all| format!("pair {place} of {all}"),
    both: "both",
    of: |affected| format!("of {affected}"),
    does_answer: |after| told("answers", after),
    does_lift: |after| told("lifts", after),
    does_follow: |after| told("follows", after),
    no_answer: "closings to which no answer was found",
    moves_unanswered: |moves| format!("{}: no answer found", counted(moves, "closing", "closings")),
    not_fully_open: "not seen fully open",
    not_fully_open_by: |day| format!("not seen fully open by {day}"),
    walls_still: |walls, how| format!("{walls} {how}"),
    of_matches: |said| format!("of what matches, {said}"),
    outcome_is: |outcome| format!(": {outcome}"),
    dated: |date| format!(", {date}"),
    nothing_between: |left, right| format!("Nothing that matches is between {left} and {right}."),
    no_pair: "No two companies are in one milestone here: there is nothing to set against each other.",
    same_day: "the same day",
    after: |long| format!("after {long}"),
    within: |long| format!("within {long}"),
    within_in_some_order: |long| format!("within {long}, order not settled"),
};

/// `answers after 21 days:`
fn told(verb: &str, after: Option<&str>) -> String {
    after.map_or_else(|| format!("{verb}:"), |after| format!("{verb} {after}:"))
}
