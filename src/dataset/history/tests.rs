//! The fold against a slow and obvious one: every way in which soft dates may have been.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::dataset::load::load;
use crate::dataset::{BarrierId, BarrierState, Dataset, PossibleStates};
use crate::words::en;

/// A dataset of one barrier, with a milestone for each effect: its date, and what the barrier becomes.
pub(in crate::dataset) fn dataset(before: &str, effects: &[(&str, &str)]) -> Dataset {
    let mut text = format!(
        "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\nspan = \"2013/2024\"\n\
         [[company]]\nid = \"a\"\nname = \"A\"\n[[company]]\nid = \"b\"\nname = \"B\"\n\
         [[channel]]\nid = \"links\"\nname = \"Links\"\n\
         [[kind]]\nid = \"k\"\nname = \"K\"\ntone = \"neutral\"\nglyph = \"x\"\nascii = \"x\"\n\
         [[kind]]\nid = \"o\"\nname = \"O\"\ntone = \"opening\"\nglyph = \"o\"\nascii = \"o\"\n\
         [[source]]\nid = \"s\"\npublisher = \"S\"\ntitle = \"S\"\n\
         [[barrier]]\nid = \"g\"\nname = \"G\"\nholders = [\"a\"]\nagainst = [\"b\"]\nchannel = \"links\"\nbefore = \"{before}\"\n"
    );
    for (place, (date, states)) in effects.iter().enumerate() {
        let (kind, states) = states.strip_prefix("opening:").map_or(("k", *states), |states| ("o", states));
        let effects: Vec<String> =
            states.split('+').map(|state| format!("{{ barrier = \"g\", state = \"{state}\" }}")).collect();
        write!(
            text,
            "[[milestone]]\nid = \"m{place}\"\ndate = \"{date}\"\ntitle = \"M\"\nkind = \"{kind}\"\nsummary = \"M\"\n\
             confidence = \"high\"\ncites = [{{ source = \"s\" }}]\neffects = [{}]\n",
            effects.join(", ")
        )
        .expect("written");
    }
    let loaded = load(&text);
    loaded.dataset.unwrap_or_else(|| panic!("{:?}", loaded.faults))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// `open|closed` of a day: what stands first, then what else is possible.
fn on(dataset: &Dataset, at: &str) -> String {
    let interval = dataset.history(BarrierId::new(0)).on(day(at));
    let others = interval.possible.iter().filter(|other| *other != interval.state);
    assert!(interval.possible.holds(interval.state), "what stands is possible");
    std::iter::once(interval.state).chain(others).map(BarrierState::as_str).collect::<Vec<_>>().join("|")
}

#[test]
fn while_a_soft_date_leaves_it_open_the_earlier_state_stands() {
    let dataset =
        dataset("open", &[("2013-11~", "closed"), ("2021-09-17", "limited"), ("2021-11-29", "open")]);
    for (at, expected) in [
        ("1900-01-01", "open"),
        ("2013-10-31", "open"),
        ("2013-11-01", "open|closed"),
        ("2013-11-29", "open|closed"),
        ("2013-11-30", "closed"),
        ("2021-09-16", "closed"),
        ("2021-09-17", "limited"),
        ("2021-11-29", "open"),
        ("9999-12-31", "open"),
    ] {
        assert_eq!(on(&dataset, at), expected, "{at}");
    }
    let history = dataset.history(BarrierId::new(0));
    let shut = ShutDays { min: 2_921, max: Some(2_950) };
    let closure = Closure {
        closed: Some(0),
        is_older: false,
        eased: Some(1),
        opened: Some(2),
        ended: Some(2),
        shut: Some(shut),
    };
    assert_eq!(history.closures(), [closure]);
}

#[test]
fn where_dates_do_not_settle_which_came_first_neither_had_the_last_word() {
    let dataset =
        dataset("none", &[("2014", "open"), ("2014-03-05", "closed"), ("2014-12", "opening:limited")]);
    for (at, expected) in [
        ("2013-12-31", "none"),
        ("2014-01-01", "none|open"),
        ("2014-03-05", "closed|open"),
        ("2014-12-01", "closed|limited|open"),
        ("2014-12-31", "limited|open"),
        ("2024-12-31", "limited|open"),
    ] {
        assert_eq!(on(&dataset, at), expected, "{at}");
    }
}

#[test]
fn what_opened_for_a_morning_is_told_and_stands_no_day() {
    let dataset = dataset("closed", &[("2021-09-17", "trial+closed")]);
    assert_eq!(on(&dataset, "2021-09-16"), "closed");
    assert_eq!(on(&dataset, "2021-09-17"), "closed");
    let history = dataset.history(BarrierId::new(0));
    assert_eq!(history.steps().iter().map(|step| step.is_passing).collect::<Vec<_>>(), [true, false]);
    let [closure] = history.closures() else { panic!("one closure") };
    assert_eq!((closure.closed, closure.eased, closure.opened, closure.shut), (None, Some(0), None, None));
    assert_eq!(history.on(day("2021-09-17")).since, Some(1));
}

#[test]
fn what_happens_to_a_wall_in_one_day_is_in_the_order_of_its_times() {
    for (shuts, opens) in [
        ("2021-09-17T11:10", "2021-09-17T12:30"),
        ("2021-09-17T11:10Z", "2021-09-17T12:30:00.5Z"),
        // By zones, though the clock shows less.
        ("2021-09-17T19:10+08:00", "2021-09-17T12:30Z"),
        ("2021-09-17T11:10/2021-09-17T11:40", "2021-09-17T12:30"),
        // What has no time stands before what has one.
        ("2021-09-17", "2021-09-17T00:10"),
    ] {
        for effects in [[(shuts, "closed"), (opens, "open")], [(opens, "open"), (shuts, "closed")]] {
            let dataset = dataset("unknown", &effects);
            assert_eq!(on(&dataset, "2021-09-16"), "unknown");
            assert_eq!(on(&dataset, "2021-09-17"), "open", "{effects:?}");
            let states: Vec<BarrierState> =
                dataset.history(BarrierId::new(0)).steps().iter().map(|step| step.state).collect();
            assert_eq!(states, [BarrierState::Closed, BarrierState::Open], "{effects:?}");
        }
    }
}

#[test]
fn open_ends_are_never_certain() {
    let dataset = dataset("unknown", &[("../2013", "closed"), ("2020-05/..", "open")]);
    for (at, expected) in [
        ("1066-01-01", "unknown|closed"),
        ("2013-12-30", "unknown|closed"),
        ("2013-12-31", "closed"),
        ("2020-05-01", "closed|open"),
        ("2999-01-01", "closed|open"),
    ] {
        assert_eq!(on(&dataset, at), expected, "{at}");
    }
}

/// Closed, eased, opened as places of steps, and the days.
fn closures(before: &str, effects: &[(&str, &str)]) -> String {
    let dataset = dataset(before, effects);
    let place = |place: Option<usize>| place.map_or("-".to_owned(), |place| place.to_string());
    let days =
        |shut: ShutDays| format!("{}..{}", shut.min, shut.max.map_or(String::new(), |max| max.to_string()));
    let closures = dataset.history(BarrierId::new(0)).closures().to_vec();
    let line = |closure: &Closure| {
        let older = if closure.is_older && closure.closed.is_some() { "older " } else { "" };
        let shut = closure.shut.map_or("?".to_owned(), days);
        format!("{older}{} {} {} {shut}", place(closure.closed), place(closure.eased), place(closure.opened))
    };
    closures.iter().map(line).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_gate_is_shut_from_the_first_closed_or_limited_day_to_the_next_open_one() {
    for (before, effects, expected) in [
        ("open", &[][..], ""),
        ("closed", &[], "- - - ?"),
        ("open", &[("2020-01-01", "closed"), ("2020-01-04", "open")], "0 1 1 3..3"),
        (
            "open",
            &[("2020-01-01", "limited"), ("2020-02-01", "closed"), ("2020-03-01", "trial")],
            "0 2 - 60..",
        ),
        ("none", &[("2020-01-01", "open"), ("2020-01-03", "limited")], "1 - - 0.."),
        ("none", &[("2020-01-01", "trial"), ("2020-01-03", "open")], ""),
        // Nobody knows what stood before: what opened it had found it shut.
        ("unknown", &[("2020-01-01", "trial"), ("2020-01-03", "open")], "- 0 1 ?"),
        ("unknown", &[("2020-01-01", "opening:limited")], "- 0 - ?"),
        ("unknown", &[("2020-01-01", "limited")], "0 - - 0.."),
        // Shut before the first that is told: at least so long.
        ("closed", &[("2020-01-01", "closed"), ("2020-01-04", "open")], "older 0 1 1 3.."),
        ("closed", &[("2020-01-01", "trial"), ("2020-01-04", "open")], "- 0 1 ?"),
        // What is gone or not known any more is shut no longer, and nothing opened it.
        ("open", &[("2020-01-01", "closed"), ("2020-01-04", "gone")], "0 - - 3..3"),
        ("open", &[("2020-01-01", "limited"), ("2020-02", "unknown")], "0 - - 31..59"),
        ("none", &[("2020", "unknown"), ("2021-03-01", "closed"), ("2021-03-04", "open")], "1 2 2 3..3"),
        ("limited", &[("2020-01-01", "gone")], "- - - ?"),
        ("limited", &[("2020-01-01", "closed"), ("2020-01-04", "open")], "older 0 1 1 3.."),
        ("trial", &[("2020-01-01", "open")], ""),
        // Soft ends.
        ("open", &[("2020-01", "closed"), ("2020-03", "open")], "0 1 1 30..90"),
        ("open", &[("2020-01", "closed"), ("2020-01-15", "open")], "0 1 1 0..14"),
        ("open", &[("../2020-01-31", "closed"), ("2020-03-01", "open")], "0 1 1 30.."),
        // More than once.
        (
            "open",
            &[("2020-01-01", "closed"), ("2020-01-02", "open"), ("2021-01-01", "closed")],
            "0 1 1 1..1; 2 - - 0..",
        ),
    ] {
        assert_eq!(closures(before, effects), expected, "{before} {effects:?}");
    }
}

/// What may stand at the end of each of `days`, found by trying every way the soft dates may have been.
fn by_trial(before: BarrierState, steps: &[Step], days: u64) -> Vec<PossibleStates> {
    let first = day("2020-01-01");
    let mut found = vec![PossibleStates::default(); usize::try_from(days).expect("few")];
    let mut ways: Vec<Vec<NaiveDate>> = vec![Vec::new()];
    for step in steps {
        let each = step.from.iter_days().take_while(|day| *day <= step.to).collect::<Vec<_>>();
        ways =
            ways.iter().flat_map(|way| each.iter().map(|day| [way.as_slice(), &[*day]].concat())).collect();
    }
    for way in ways {
        for (index, possible) in found.iter_mut().enumerate() {
            let today = first + Days::new(index.try_into().expect("few"));
            let latest = way.iter().copied().filter(|day| *day <= today).max();
            let Some(latest) = latest else {
                possible.add(before);
                continue;
            };
            let of_day: Vec<usize> = (0..way.len()).filter(|place| way[*place] == latest).collect();
            let is_day = |place: &usize| steps[*place].from == steps[*place].to;
            let last_exact = of_day.iter().copied().rfind(is_day);
            // On one day the order is open, unless both are of that very day.
            for place in of_day.iter().filter(|place| !is_day(place) || Some(**place) == last_exact) {
                possible.add(steps[*place].state);
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn the_fold_knows_what_every_way_that_it_may_have_been_comes_to(
        before in prop::sample::select(vec!["open", "trial", "limited", "closed", "unknown", "none"]),
        effects in prop::collection::vec((1_u32..9, 0_u32..4, 0_usize..6), 0..5),
    ) {
        let dates: Vec<(String, &str)> = effects
            .iter()
            .map(|(from, len, state)| {
                let date = match len {
                    0 => format!("2020-01-{from:02}"),
                    len => format!("2020-01-{from:02}/2020-01-{:02}", from + len),
                };
                (date, BarrierState::AFTER[*state].as_str())
            })
            .collect();
        let effects: Vec<(&str, &str)> = dates.iter().map(|(date, state)| (date.as_str(), *state)).collect();
        let dataset = dataset(before, &effects);
        let history = dataset.history(BarrierId::new(0));
        let before = dataset.barriers()[0].before;
        for (index, expected) in by_trial(before, history.steps(), 14).into_iter().enumerate() {
            let today = day("2020-01-01") + Days::new(index.try_into().expect("few"));
            let interval = history.on(today);
            prop_assert_eq!(interval.possible, expected, "{} {:?}", today, &effects);
            prop_assert!(interval.possible.holds(interval.state));
        }
    }
}

#[test]
fn how_long_it_was_shut_is_said_as_far_as_it_is_known() {
    for (before, effects, short, long) in [
        ("open", &[][..], "no closing found", "no closing found"),
        ("unknown", &[], "nothing known", "nothing known"),
        ("closed", &[], "no opening found", "no opening found by the end of 2024"),
        ("open", &[("2013-11~", "closed"), ("2021-11-29", "open")], "about 8.0 y", "about 8.0 years"),
        ("open", &[("2013-11", "closed"), ("2014-09", "open")], "9 to 11 mo", "9 to 11 months"),
        ("open", &[("2016-07-13", "closed"), ("2016-07-16~", "open")], "3 d", "3 days"),
        (
            "closed",
            &[("2020-07-24", "closed"), ("2024-10-16", "open")],
            "at least 4.2 y",
            "at least 4.2 years",
        ),
        ("unknown", &[("2020-01", "trial"), ("2024-06-19", "open")], "start unknown", "start unknown"),
        ("open", &[("2013", "closed")], "no opening found", "no opening found by the end of 2024"),
        // Nobody looked for an opening by the end of 2024.
        ("open", &[("2025-03-01", "closed")], "no opening found", "no opening found"),
    ] {
        let dataset = dataset(before, effects);
        let history = dataset.history(BarrierId::new(0));
        assert_eq!(
            (history.lasted_short(&en::WORDS).as_str(), history.lasted(&dataset, &en::WORDS).as_str()),
            (short, long),
            "{effects:?}"
        );
    }
}

#[test]
fn each_step_tells_how_long_the_gate_had_been_shut() {
    for (before, effects, expected) in [
        (
            "open",
            &[("2013-11~", "closed"), ("2021-09-17", "limited"), ("2021-11-29", "open")][..],
            "closed, was open; limited, after about 7.8 years closed; open, after about 8.0 years shut",
        ),
        ("none", &[("2020-01-01", "open"), ("2020-02-01", "open")], "open; open"),
        (
            "none",
            &[("2020-01-01", "limited"), ("2020-01-11", "trial"), ("2020-01-21", "trial")],
            "limited; trial, after 10 days limited; trial, by then limited for 20 days",
        ),
        (
            "open",
            &[("2018-04-11", "closed"), ("2021-09-17", "trial+closed")],
            "closed, was open; trial, after 3.4 years closed; closed again, by then shut for 3.4 years",
        ),
        (
            "unknown",
            &[("2020-01", "trial"), ("2024-06-19", "open")],
            "trial, how long it had been shut is not known; open, how long it had been shut is not known",
        ),
        (
            "closed",
            &[
                ("2020-01-01", "closed"),
                ("2020-01-04", "open"),
                ("2021-01-01", "closed"),
                ("2021-01-02", "open"),
            ],
            "closed, as before; open, after at least 3 days shut; closed, was open; open, after 1 day shut",
        ),
        ("open", &[("2020-01-01", "closed+open")], "closed, was open; open, after less than 1 day shut"),
    ] {
        let dataset = dataset(before, effects);
        let history = dataset.history(BarrierId::new(0));
        let stood = dataset.barriers()[0].before;
        let told: Vec<String> =
            (0..).map_while(|place| history.describe_step(place, stood, &en::WORDS)).collect();
        assert_eq!(told.join("; "), expected, "{before} {effects:?}");
    }
}

#[test]
fn every_effect_is_found_among_the_steps() {
    let effects = [
        ("2020", "closed"),
        ("2020-01-01", "trial+closed"),
        ("2020", "open+limited"),
        ("2020-01-01", "open"),
    ];
    let dataset = dataset("open", &effects);
    let history = dataset.history(BarrierId::new(0));
    let mut found: Vec<usize> = Vec::new();
    for milestone in dataset.milestones() {
        for (at, effect) in milestone.effects().iter().enumerate() {
            let place = history.step_of(milestone, at).expect("a step");
            let step = history.steps()[place];
            assert_eq!((step.milestone, step.effect(&dataset)), (milestone.place(), effect));
            found.push(place);
        }
        assert_eq!(history.step_of(milestone, milestone.effects().len()), None);
    }
    found.sort_unstable();
    assert_eq!(found, (0..history.steps().len()).collect::<Vec<_>>());
}
