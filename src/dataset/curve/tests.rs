//! The curve against a slow count, a day at a time.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use super::*;
use crate::dataset::load::load;

/// A dataset of a barrier for each list of effects, with what stood before them.
fn dataset(span: &str, barriers: &[(&str, &[(&str, &str)])]) -> Dataset {
    let mut text = format!("schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\nspan = \"{span}\"\n");
    for (place, (before, effects)) in barriers.iter().enumerate() {
        write!(
            text,
            "[[barrier]]\nid = \"b{place}\"\nname = \"B{place}\"\nholders = [\"a\"]\nagainst = [\"b\"]\n\
             channel = \"links\"\nbefore = \"{before}\"\n"
        )
        .expect("written");
        for (at, (date, state)) in effects.iter().enumerate() {
            write!(
                text,
                "[[milestone]]\nid = \"m{place}-{at}\"\ndate = \"{date}\"\ntitle = \"M\"\nkind = \"k\"\nactors = [\"a\"]\n\
                 summary = \"M\"\nconfidence = \"high\"\ncites = [{{ source = \"s\" }}]\n\
                 effects = [{{ barrier = \"b{place}\", state = \"{state}\" }}]\n"
            )
            .expect("written");
        }
    }
    text += "[[company]]\nid = \"a\"\nname = \"A\"\n[[company]]\nid = \"b\"\nname = \"B\"\n\
             [[channel]]\nid = \"links\"\nname = \"Links\"\n[[source]]\nid = \"s\"\npublisher = \"S\"\ntitle = \"S\"\n\
             [[kind]]\nid = \"k\"\nname = \"K\"\ntone = \"neutral\"\nglyph = \"x\"\nascii = \"x\"\n";
    load(&text).dataset.expect("a dataset without errors")
}

fn curve(span: &str, barriers: &[(&str, &[(&str, &str)])]) -> Option<BarrierCurve> {
    BarrierCurve::new(&dataset(span, barriers))
}

#[test]
fn each_quarter_is_counted_at_its_end_and_the_eve_of_the_span_before_all() {
    let curve = curve(
        "2019/2020",
        &[
            ("open", &[("2019-03-31", "closed"), ("2019-04-01", "open")]),
            ("closed", &[("2020-05-05", "limited"), ("2020-11-01", "trial")]),
            ("none", &[("2020-01-01", "closed"), ("2020-06-30", "gone")]),
            ("unknown", &[("2019-08-01", "unknown")]),
        ],
    )
    .expect("a curve");
    assert_eq!(curve.months, 3);
    let known = |tally: &BarrierTally| BarrierState::HEIGHTS.map(|state| tally.of(state));
    assert_eq!((curve.before.shut(), known(&curve.before)), (1, [1, 0, 0, 1]));
    assert_eq!(curve.before.of(BarrierState::None), 1);
    let told: Vec<String> = curve
        .points
        .iter()
        .map(|(end, tally)| {
            let [closed, limited, trial, open] = known(tally);
            format!("{end}: {closed} {limited} {trial} {open}")
        })
        .collect();
    assert_eq!(
        told,
        [
            "2019-03-31: 2 0 0 0",
            "2019-06-30: 1 0 0 1",
            "2019-09-30: 1 0 0 1",
            "2019-12-31: 1 0 0 1",
            "2020-03-31: 2 0 0 1",
            "2020-06-30: 0 1 0 1",
            "2020-09-30: 0 1 0 1",
            "2020-12-31: 0 0 1 1",
        ]
    );
    assert_eq!((curve.end().shut(), known(&curve.end())), (1, [0, 0, 1, 1]));
}

#[test]
fn what_is_closed_is_unheard_of_from_the_quarter_after_the_last_that_was_heard() {
    let curve = curve(
        "2019/2020",
        &[
            ("open", &[("2019-05-05", "closed"), ("2020-02-02", "closed")]),
            ("closed", &[]),
            ("open", &[("2019-02-02", "closed"), ("2020-12-31", "open")]),
        ],
    )
    .expect("a curve");
    let unheard: Vec<usize> = curve.points.iter().map(|(_, tally)| tally.unheard).collect();
    assert_eq!(
        unheard,
        [1, 1, 1, 1, 1, 2, 2, 2],
        "the second is never heard of, the first no more after March"
    );
}

#[test]
fn it_counts_what_the_histories_say_of_each_end() {
    let dataset = load(include_str!("../../../tests/data/small.toml")).dataset.expect("a dataset");
    let curve = BarrierCurve::new(&dataset).expect("a curve");
    assert!(curve.points.is_sorted_by_key(|(end, _)| *end) && curve.points.len() == 48);
    for (end, tally) in &curve.points {
        for state in BarrierState::HEIGHTS {
            let stands = |id: &BarrierId| dataset.history(*id).on(*end).state == state;
            let slowly = (0..dataset.barriers().len()).map(BarrierId::new).filter(stands).count();
            assert_eq!(tally.of(state), slowly, "{state:?} on {end}");
        }
    }
}

#[test]
fn a_short_span_is_counted_by_months_and_a_long_one_by_years_or_more() {
    let shut: &[(&str, &[(&str, &str)])] = &[("closed", &[])];
    for (span, months, points) in [
        ("2020-02/2020-04", 1, 3),
        ("2020/2021", 3, 8),
        ("2020-02-15/2022-02-15", 3, 9),
        ("1965/2024", 3, 240),
        ("1964/2024", 12, 61),
        ("0001/2000", 120, 201),
    ] {
        let curve = curve(span, shut).expect(span);
        assert_eq!((curve.months, curve.points.len()), (months, points), "{span}");
    }
}

#[test]
fn without_barriers_or_a_calendar_there_is_none() {
    assert_eq!(curve("2019/2020", &[]), None);
    assert_eq!(curve("Y-13800000000/2020", &[("closed", &[])]), None);
    let open_ended = curve("2019/..", &[("open", &[("2019-05-05", "closed"), ("2020-02-02", "closed")])]);
    let (end, _) = *open_ended.expect("up to the last milestone").points.last().expect("a point");
    assert_eq!(end.to_string(), "2020-02-29");
}
