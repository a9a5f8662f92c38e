//! What is said of a wall in the end is true of it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::{BarrierOutcome, said_outcome};
use crate::dataset::history::tests::dataset;
use crate::dataset::{BarrierId, last_day};
use crate::words::en;

/// The sentence, and the row in so many columns.
#[track_caller]
fn check(before: &str, effects: &[(&str, &str)], sentence: &str, [wide, narrow]: [&str; 2]) {
    let dataset = dataset(before, effects);
    let words = said_outcome(BarrierId::new(0), &dataset, &en::WORDS);
    let said = (words.sentence(), words.row(34, "·"), words.row(28, "·"));
    assert_eq!((&*said.0, &*said.1, &*said.2), (sentence, wide, narrow), "{before} {effects:?}");
}

#[test]
fn what_was_closed_and_opened_was_shut_so_long() {
    check(
        "open",
        &[
            ("2013-08-05", "closed"),
            ("2022-03-27", "trial"),
            ("2024-09-12", "limited"),
            ("2024-09-27", "open"),
        ],
        "open since 27 September 2024, shut 11.1 years",
        ["open since Sep 2024 · shut 11.1 y", "open Sep 2024 · shut 11.1 y"],
    );
    check(
        "none",
        &[("2013-11~", "closed"), ("2024-10-09~", "open")],
        "open since about 9 October 2024, shut about 10.9 years",
        ["open ~Oct 2024 · shut ~10.9 y", "open since ~Oct 2024"],
    );
    // Shut already before the first that is known: at least so long.
    check(
        "closed",
        &[("2020-07-24", "closed"), ("2024-10-16", "open")],
        "open since 16 October 2024, shut at least 4.2 years",
        ["open since Oct 2024 · shut 4.2 y+", "open Oct 2024 · shut 4.2 y+"],
    );
    // Shut again and again: the last time.
    check(
        "open",
        &[
            ("2014", "closed"),
            ("2015", "open"),
            ("2020-01-01", "closed"),
            ("2020-01-04", "open"),
            ("2021", "open"),
        ],
        "open since 4 January 2020, shut 3 days",
        ["open since Jan 2020 · shut 3 d", "open Jan 2020 · shut 3 d"],
    );
}

#[test]
fn what_was_only_limited_was_never_shut() {
    check(
        "open",
        &[("2018-04", "limited"), ("2019-06-01", "open")],
        "open since 1 June 2019, limited for 13 to 14 months",
        ["open Jun 2019 · limited 13-14 mo", "open since Jun 2019"],
    );
    check(
        "limited",
        &[("2018-04-01", "limited"), ("2019-06-01", "open")],
        "open since 1 June 2019, limited for at least 14 months",
        ["open Jun 2019 · limited 14 mo+", "open since Jun 2019"],
    );
}

#[test]
fn what_is_eased_says_for_how_long_it_was_closed() {
    check(
        "open",
        &[("2011-08-24", "closed"), ("2024-10-16", "limited")],
        "limited since 16 October 2024, closed 13.1 years before",
        ["limited since Oct 2024", "limited since Oct 2024"],
    );
    check(
        "open",
        &[
            ("2011-08-24", "limited"),
            ("2013-08-24", "closed"),
            ("2020-08-24", "limited"),
            ("2021-08-24", "trial"),
        ],
        "on trial since 24 August 2021, shut 10.0 years before",
        ["on trial since Aug 2021", "on trial since Aug 2021"],
    );
    check(
        "open",
        &[("2020-01-01", "limited"), ("2020-12", "trial")],
        "on trial since December 2020, limited for 11 to 12 months",
        ["on trial since Dec 2020", "on trial since Dec 2020"],
    );
    // Less passes than before, or what was before is not known.
    check(
        "open",
        &[("2022-12~", "limited")],
        "limited since about December 2022",
        ["limited since ~Dec 2022"; 2],
    );
    check("unknown", &[("2022", "trial")], "on trial since 2022", ["on trial since 2022"; 2]);
    check(
        "none",
        &[("2017", "unknown"), ("2021-03", "limited")],
        "limited since March 2021",
        ["limited since Mar 2021"; 2],
    );
    check("closed", &[("2022", "trial")], "on trial since 2022", ["on trial since 2022"; 2]);
}

#[test]
fn of_what_was_closed_nothing_is_said_to_be_so_still() {
    let rows = ["closed 2013 · no opening found", "closed 2013 · not seen open"];
    let by = "; no opening found by the end of 2024";
    check("open", &[("2013-08-09", "closed")], &format!("closed 9 August 2013{by}"), rows);
    // What opened for a morning was closed all along.
    let morning = [("2013-08-09", "closed"), ("2021-09-17", "trial+closed")];
    check("open", &morning, &format!("closed 9 August 2013{by}"), rows);
    check(
        "open",
        &[("2013-08-09/2013-08-12", "closed")],
        &format!("closed (from 9 to 12 August 2013){by}"),
        rows,
    );
    check(
        "closed",
        &[],
        &format!("closed, since when is not known{by}"),
        ["closed · no opening found", "closed · no opening found"],
    );
}

#[test]
fn what_is_gone_or_not_known_is_said_so() {
    check(
        "open",
        &[("2015-12-04", "closed"), ("2016-11-27", "gone")],
        "gone since 27 November 2016",
        ["gone since Nov 2016"; 2],
    );
    check(
        "none",
        &[("2014", "closed"), ("2022-12", "unknown")],
        "unknown since December 2022",
        ["unknown since Dec 2022"; 2],
    );
    check("unknown", &[], "nothing known", ["nothing known"; 2]);
    check("none", &[], "not there yet", ["not there yet"; 2]);
    check("open", &[], "open; no closing found", ["open · no closing found"; 2]);
}

#[test]
fn what_soft_dates_leave_open_in_the_end_is_left_open() {
    check(
        "open",
        &[("2013", "closed"), ("2024-12/2025-01", "open")],
        "closed or open by the end of 2024",
        ["closed or open"; 2],
    );
}

#[test]
fn the_narrowest_row_has_the_state() {
    let dataset = dataset("open", &[("2013-08-05", "closed"), ("2024-09-27", "open")]);
    let words = said_outcome(BarrierId::new(0), &dataset, &en::WORDS);
    let rows = [33, 32, 26, 19, 18, 12, 8, 1].map(|cols| words.row(cols, "·"));
    let expected = [
        "open since Sep 2024 · shut 11.1 y",
        "open Sep 2024 · shut 11.1 y",
        "open since Sep 2024",
        "open since Sep 2024",
        "open Sep 2024",
        "open 2024",
        "open",
        "open",
    ];
    assert_eq!(rows, expected);
}

/// What DESIGN says that an outcome is, read off the effects one after the other: only single days, so that the order is
/// that of the days. State, place of the step since which, and what it was before, with the days that it was so.
fn naive(before: &str, effects: &[(i64, &str)]) -> (String, Option<usize>, Option<(&'static str, i64)>) {
    let Some((_, last)) = effects.last() else { return (before.to_owned(), None, None) };
    let run = |to: usize, state: &str| (0..=to).rev().take_while(|at| effects[*at].1 == state).last();
    let since = run(effects.len() - 1, last).unwrap_or_default();
    let day = |at: usize| effects[at].0;
    // Back to the first closed or limited day behind the last one on which it was neither shut nor on trial.
    let is_shut = |state: &str| ["closed", "limited", "trial"].contains(&state);
    let begin = (0..since).rev().take_while(|at| is_shut(effects[*at].1)).last();
    let begin = begin.and_then(|from| (from..since).find(|at| effects[*at].1 != "trial"));
    let held = begin.map(|from| {
        let was_closed = effects[from..since].iter().any(|(_, state)| *state == "closed");
        (from, if was_closed { "shut" } else { "limited" })
    });
    let before = match (*last, held) {
        ("open", Some((from, was))) => Some((was, day(since) - day(from))),
        ("limited", Some(_)) if effects[since - 1].1 == "closed" => {
            Some(("closed", since_run(effects, since)))
        }
        ("trial", Some((from, was))) => match effects[since - 1].1 {
            "closed" => Some(("closed", since_run(effects, since))),
            _ => Some((was, day(since) - day(from))),
        },
        _ => None,
    };
    ((*last).to_owned(), Some(since), before)
}

/// For how many days it had been closed, without a break, when the effect at `end` came.
fn since_run(effects: &[(i64, &str)], end: usize) -> i64 {
    let first = (0..end).rev().take_while(|at| effects[*at].1 == "closed").last().unwrap_or(end);
    effects[end].0 - effects[first].0
}

proptest! {
    #[test]
    fn an_outcome_is_what_its_definition_says(
        before in prop::sample::select(vec!["open", "none"]),
        effects in prop::collection::vec(
            (1_u32..60, prop::sample::select(vec!["closed", "limited", "trial", "open", "gone"])), 0..7),
    ) {
        let mut day = 0;
        let days: Vec<(i64, &str)> = effects.iter().map(|(gap, state)| {
            day += i64::from(*gap);
            (day, *state)
        }).collect();
        let first = NaiveDate::from_ymd_opt(2014, 1, 1).expect("a day");
        let dates: Vec<(String, &str)> =
            days.iter().map(|(day, state)| ((first + TimeDelta::days(*day)).to_string(), *state)).collect();
        let dates: Vec<(&str, &str)> = dates.iter().map(|(date, state)| (date.as_str(), *state)).collect();
        let dataset = dataset(before, &dates);
        let outcome = BarrierOutcome::on(last_day(&dataset), dataset.history(BarrierId::new(0)));
        let was = outcome.before.map(|it| {
            assert_eq!(Some(it.days.min), it.days.max, "single days");
            (it.was.as_str(), it.days.min)
        });
        prop_assert_eq!((outcome.state.as_str().to_owned(), outcome.since, was), naive(before, &days), "{:?}", days);
        let words = said_outcome(BarrierId::new(0), &dataset, &en::WORDS).sentence();
        let was_closed = days.iter().any(|(_, state)| *state == "closed");
        prop_assert!(was_closed || !words.contains("shut") && !words.contains("closed"), "{words}");
        prop_assert!(!words.starts_with("closed since") && !words.contains("still"), "{words}");
    }
}
