//! The ledger of two companies in English.

use super::counts::counted;
use crate::words::LedgerWords;

pub(super) const LEDGER: LedgerWords = LedgerWords {
    moves: |count| counted(count, "move", "moves"),
    answers: |count| counted(count, "answer", "answers"),
    together: |count| format!("{count} together"),
    by_others: |count| format!("{count} by others"),
    pairs: |place, all| format!("{place} of {all} pairs"),
    no_answer: "no answer recorded",
    moves_unanswered: |moves| format!("{moves}: no answer recorded"),
    walls_still: |walls, how| format!("{walls}: {how}"),
    of_matches: |said| format!("of what matches, {said}"),
    shut_since: |since, last| match last {
        Some(last) => format!(", {since}, last known: {last}"),
        None => format!(", {since}"),
    },
    nothing_between: |left, right| format!("Nothing that matches is between {left} and {right}."),
    no_pair: "No two companies are in one milestone here: there is nothing to set against each other.",
    both: "both",
    of: |names| format!("of {names}"),
    answers_it: "answers",
    lifts_it: "lifts",
    follows_it: "follows",
    same_day: "the same day",
    after: |long| format!("after {long}"),
    within: |long| format!("within {long}"),
    within_in_some_order: |long| format!("within {long}, order not settled"),
};
