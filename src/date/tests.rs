//! Bounds, order and marks: what holds for dates of every kind.

use std::cmp::Ordering;

use edtf_core::Edtf;

use chrono::Datelike;
use proptest::prelude::*;
use proptest::string::string_regex;

use super::*;
use crate::words::en;

/// Dates of every kind, in chronological order; those on one line are equals.
const IN_ORDER: &[&[&str]] = &[
    &["../1985", "/1985", "[..1985]"],
    &["Y-17E100", "Y-18E101"],
    &["Y-4540E6"],
    &["Y-262144"],
    &["-0001"],
    &["0000"],
    &["XXXX-12-XX"],
    &["156X-12-25"],
    &["19XX", "1950S2"],
    &["196X"],
    &["2013/..", "2013/", "{2013..}"],
    &["2013/2014"],
    &["2013", "2013?", "2013~", "2013-XX-XX"],
    &["2013-40"],
    &["2013-33"],
    &["2013-01"],
    &["2013-01-01", "2013-01-01%"],
    // Zones count, and what has none is taken for UTC.
    &["2013-01-01T10:00:00+02:00", "2013-01-01T08:00Z", "2013-01-01T08:00"],
    &["2013-01-01T08:00:00.25"],
    &["2013-01-01T08:00:00.5Z", "2013-01-01T08:00:00.5Z/2013-01-01T22:00Z"],
    &["2013-01-01T09:00Z/2013-01-02T01:00Z"],
    &["2013-01-01T09:00Z"],
    &["2013-01-01T10:00:00"],
    &["2013-01-01T01:00:00-10:00", "2013-01-01T11:00Z"],
    &["2013-01-02"],
    &["2013-11~", "2013-11"],
    &["[2013-11-02,2021]"],
    &["2013-11-02"],
    &["Y17E7"],
    &["Y170000002"],
    &["Y17E100", "Y9E18S1"],
];

fn date(written: &str) -> Date {
    Date::parse(written).unwrap_or_else(|error| panic!("`{written}`: {error}"))
}

fn sample() -> impl Strategy<Value = Date> {
    let written: Vec<&str> = IN_ORDER.iter().flat_map(|equals| equals.iter().copied()).collect();
    proptest::sample::select(written).prop_map(date)
}

/// Texts that look like dates, most of which are none.
fn scrawl() -> impl Strategy<Value = String> {
    "[0-9XYTZES?~%./,:+(){}\\[\\]ux -]{0,24}"
}

/// A year and perhaps a month and a day, most of them real.
fn any_single() -> impl Strategy<Value = String> {
    let year = "([012][0-9]{3}|[12][0-9X]{3}|-[1-9][0-9]{3}|Y-?[1-9][0-9]{4,20}|Y[1-9]E[5-9]{1,2})";
    let month = "-([01][0-9X]|[234][0-9]|XX)";
    let day = "-([012][0-9X]|3[01]|XX)";
    string_regex(&format!("{year}({month}({day})?)?[?~%]?")).expect("written here")
}

/// Times of three days, some of them without a zone.
fn any_time() -> impl Strategy<Value = Date> {
    let time = "2021-09-0[789]T[012][0-9]:[0-5]0(:[0-5]0)?(Z|[+-](0[0-9]|1[0-3])(:30)?)?";
    let time = || string_regex(time).expect("written here");
    let text = (time(), time(), 0..3_usize)
        .prop_map(|(a, b, shape)| if shape == 0 { format!("{a}/{b}") } else { a });
    text.prop_filter_map("no time", |text| Date::parse(&text).ok())
}

/// Dates of many shapes.
fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![3 => any_edtf(), 1 => any_time()]
}

/// Valid EDTF of many shapes.
fn any_edtf() -> impl Strategy<Value = Date> {
    let text = (any_single(), any_single(), 0..7_usize).prop_map(|(a, b, shape)| match shape {
        0 => format!("{a}/{b}"),
        1 => format!("{a}/.."),
        2 => format!("/{b}"),
        3 => format!("[{a},{b}]"),
        4 => format!("{{{a}..{b}}}"),
        5 => format!("[..{a},{b}..]"),
        _ => a,
    });
    text.prop_filter_map("no EDTF", |text| Date::parse(&text).ok())
}

/// A year near another one, with the digit at `gap` left out, and a month and perhaps a day with gaps of
/// their own.
fn pattern_near(year: i32) -> impl Strategy<Value = (i32, String)> {
    (-1..=1_i32, 0..8_usize, "-([01]X|X[0-9]|XX)(-[0-3X][0-9X])?").prop_map(move |(off, gap, rest)| {
        let digits = (year + off).to_string();
        let year_digits = digits.chars().enumerate().map(|(i, digit)| if i == gap { 'X' } else { digit });
        (year, year_digits.chain(rest.chars()).collect())
    })
}

#[test]
fn the_order_is_by_the_first_day_then_the_coarser_first() {
    for (i, earlier) in IN_ORDER.iter().enumerate() {
        for (j, later) in IN_ORDER.iter().enumerate() {
            for (a, b) in earlier.iter().flat_map(|a| later.iter().map(move |b| (a, b))) {
                assert_eq!(date(a).chronological(&date(b)), i.cmp(&j), "`{a}` and `{b}`");
            }
        }
    }
}

#[test]
fn only_what_leaves_no_doubt_is_certainly_after() {
    let check =
        |a: &str, b: &str, expect| assert_eq!(date(a).certainly_after(&date(b)), expect, "`{a}` after `{b}`");
    check("2021-09-10", "2021-09-09", true);
    check("2021-09-09", "2021-09-09", false);
    check("2021-09-09", "2021-09", false);
    check("2021-10", "2021-09", true);
    check("2021-09", "2021-10", false);
    check("2021", "2020/2021", false);
    check("2022", "2020/2021", true);
    check("2021-09-09T10:00:00", "2021-09-09T09:00:00", true);
    check("2021-09-09T09:00:00", "2021-09-09T10:00:00", false);
    check("2021-09-09T10:00:00", "2021-09-09", false);
    check("2021-09-09T10:00:00Z", "2021-09-09T10:00:00Z", false);
    check("2021-09-09T10:00:00.5Z", "2021-09-09T10:00:00.25Z", true);
    // By zones, though the clock shows less.
    check("2021-09-09T09:00-06:00", "2021-09-09T12:00Z", true);
    // Who knows where the other clock hangs?
    check("2021-09-09T18:00", "2021-09-09T09:00Z", false);
    check("2021-09-10T18:00", "2021-09-09T09:00Z", true);
    // Over the line of dates: a later day, and no later.
    check("2021-09-10T01:00+14:00", "2021-09-09T23:00-10:00", false);
    check("2021-09-09T23:00-10:00", "2021-09-10T01:00+14:00", true);
    // A range is over when it ends.
    check("2021-09-09T12:18", "2021-09-09T12:15/2021-09-09T12:20", false);
    check("2021-09-09T12:21", "2021-09-09T12:15/2021-09-09T12:20", true);
    check("2021-09-09T12:15/2021-09-09T12:20", "2021-09-09T12:14", true);
    check("2013/..", "2012", true);
    check("2021", "2013/..", false);
    check("2021", "2013/", false);
    check("2021", "../2013", true);
    check("../2013", "2000", false);
    check("/2013", "2000", false);
    check("Y17E7", "2021", true);
    check("Y17E100", "2021", true);
    check("2021", "Y-17E100", true);
    check("Y17E101", "Y17E100", false);
    check("[2013,2021]", "2014", false);
    check("2013-12", "2013-11~", true);
}

#[test]
fn bounds_are_days_where_there_are_any() {
    let check = |written: &str, earliest: &str, latest: &str, year| {
        let date = date(written);
        let days =
            [date.earliest(), date.latest()].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
        assert_eq!((days, date.year()), ([earliest.to_owned(), latest.to_owned()], year), "{written}");
    };
    check("2022-41", "2022-07-01", "2022-12-31", Some(2022));
    check("2013-11~", "2013-11-01", "2013-11-30", Some(2013));
    check("2001-24", "2001-12-01", "2002-02-28", Some(2001));
    check("[2015,2013-04]", "2013-04-01", "2015-12-31", Some(2013));
    check("2013-11/..", "2013-11-01", "", Some(2013));
    check("2013-11/", "2013-11-01", "", Some(2013));
    check("../1985", "", "1985-12-31", None);
    check("-0043", "-0043-01-01", "-0043-12-31", Some(-43));
    check("Y17E7", "", "", Some(170_000_000));
    check("Y17E100", "", "", Some(i64::MAX));
    check("Y-4600000000", "", "", Some(-4_600_000_000));
}

#[test]
fn marks_are_those_of_any_part() {
    let check = |written: &str, mark| {
        let date = date(written);
        assert_eq!(date.mark(), mark, "{written}");
        assert_eq!(date.is_uncertain(), matches!(mark, Some('?' | '%')), "{written}");
        assert_eq!(date.is_approximate(), matches!(mark, Some('~' | '%')), "{written}");
    };
    check("2021", None);
    check("2021~", Some('~'));
    check("2021?", Some('?'));
    check("2021%", Some('%'));
    check("2004?-06-~11", Some('%'));
    check("2011-05/2011-08~", Some('~'));
    check("[2011,2012?]", Some('?'));
}

#[test]
fn dates_are_equal_as_they_are_written() {
    assert_eq!(date("2021"), date("2021"));
    assert_ne!(date("2021"), date("2021?"));
    assert_eq!(date("2021").chronological(&date("2021?")), Ordering::Equal);
    assert_eq!(date("?2004-?06").as_written(), "?2004-?06");
}

#[test]
fn a_million_dates_fit() {
    assert_eq!(size_of::<Date>(), 40);
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn the_order_is_total(
        (a, b, c) in prop_oneof![(any_date(), any_date(), sample()), (any_time(), any_time(), any_time())],
    ) {
        let (ab, bc) = (a.chronological(&b), b.chronological(&c));
        prop_assert_eq!(a.chronological(&a), Ordering::Equal);
        prop_assert_eq!(ab, b.chronological(&a).reverse());
        if ab == bc || bc == Ordering::Equal {
            prop_assert_eq!(a.chronological(&c), ab);
        }
    }

    #[test]
    fn certainty_agrees_with_the_order(a in any_date(), b in prop_oneof![any_date(), sample()]) {
        if a.certainly_after(&b) {
            prop_assert!(!b.certainly_after(&a));
            // An instant may be later and stand on the day before: the list is by days as they are written.
            let are_times = a.has_time() && b.has_time();
            let is_over_the_line = are_times && a.earliest() < b.earliest();
            prop_assert!(a.chronological(&b) == Ordering::Greater || is_over_the_line);
            prop_assert!(!a.touches(&b.span()) || are_times);
        }
    }

    #[test]
    fn of_times_of_one_day_that_can_be_compared_the_later_stands_later(a in any_time(), b in any_time()) {
        if a.span() == b.span() && a.certainly_after(&b) {
            prop_assert_eq!(a.chronological(&b), Ordering::Greater);
        }
    }

    #[test]
    fn a_date_has_words_and_lies_within_its_bounds(date in any_date()) {
        prop_assert!(!date.words(&en::WORDS).is_empty());
        prop_assert!(!date.short(&en::WORDS, "-").is_empty() && date.short(&en::WORDS, "-").is_ascii());
        prop_assert!(date.touches(&date.span()));
        if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
            prop_assert!(first <= last);
            prop_assert_eq!(date.year(), Some(i64::from(first.year())));
        }
    }

    #[test]
    fn of_many_spans_those_are_touched_that_each_is_by_itself(date in any_date(), first in 0..2100_i64) {
        let spans: Vec<Span> = (0..90).map(|nth| Span::year(first - 10 + nth * (1 + nth / 9))).collect();
        let each: Vec<usize> = (0..spans.len()).filter(|place| date.touches(&spans[*place])).collect();
        prop_assert_eq!(date.touched(&spans), each);
    }

    #[test]
    fn a_pattern_touches_a_year_when_one_of_its_days_is_in_it(
        (year, pattern) in (1001..3000_i32).prop_flat_map(pattern_near),
    ) {
        if let Ok(date) = Date::parse(&pattern) {
            let days = Edtf::parse(&pattern).unwrap().values().unwrap();
            let year = i64::from(year);
            let years = days.map(|day| possible::bounds(&day).first().year().unwrap());
            let is_possible = years.take_while(|of_day| *of_day <= year).any(|of_day| of_day == year);
            prop_assert_eq!(date.touches(&Span::year(year)), is_possible, "{} in {}", pattern, year);
        }
    }

    #[test]
    fn no_text_panics_and_each_error_points_into_it(text in prop_oneof![scrawl(), "\\PC{0,12}"]) {
        for error in [Date::parse(&text).err(), Span::parse(&text).err()].into_iter().flatten() {
            prop_assert!(text.get(error.at).is_some_and(|at| at.is_empty() == text.is_empty()));
            prop_assert!(!error.message.is_empty());
        }
    }

    #[test]
    fn a_hint_is_a_date(text in scrawl()) {
        let hint = Date::parse(&text).err().and_then(|error| error.hint);
        if let Some(date) = hint.as_deref().and_then(|hint| hint.split("write `").nth(1)?.strip_suffix('`')) {
            prop_assert!(Date::parse(date).is_ok(), "`{}` for `{}`", date, text);
        }
    }
}

#[test]
fn what_began_is_said_to_stand_since_then() {
    for (date, since) in [
        ("2013-11~", "since about November 2013"),
        ("2013-11/..", "since November 2013"),
        ("2011-05-17/2011-05-24", "(from 17 to 24 May 2011)"),
        ("../1985", "(until 1985)"),
    ] {
        assert_eq!(Date::parse(date).expect("EDTF").since(&en::WORDS), since);
    }
}
