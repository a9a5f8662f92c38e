//! Rows, and the quiet between them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use super::*;
use crate::dataset::load::load;

const fn year(year: i64, start: usize) -> Year {
    Year { year: Some(year), start, quiet: None }
}

/// Two years of two and three milestones.
fn timeline() -> Timeline {
    Timeline { years: vec![year(2021, 0), year(2022, 2)], milestones: 5, ..Timeline::default() }
}

fn of_dates(dates: &[&str]) -> Timeline {
    Timeline::new(&dataset(dates))
}

/// A milestone for each date, in their order.
fn dataset(dates: &[&str]) -> Dataset {
    let milestone = |(place, date): (usize, &&str)| {
        format!(
            "[[milestone]]\nid = \"m{place}\"\ndate = \"{date}\"\ntitle = \"M\"\nkind = \"k\"\nsummary = \"M\"\n\
             confidence = \"high\"\ncites = [{{ source = \"s\" }}]\n"
        )
    };
    let text = format!(
        "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n[[kind]]\nid = \"k\"\nname = \"K\"\ntone = \"rule\"\n\
         glyph = \"x\"\nascii = \"x\"\n[[source]]\nid = \"s\"\npublisher = \"S\"\ntitle = \"S\"\n{}",
        dates.iter().enumerate().map(milestone).collect::<String>()
    );
    load(&text).dataset.expect("a dataset")
}

/// Days and hidden milestones of each row between two years; nothing for a blank one.
fn between(timeline: &Timeline) -> Vec<Option<(i64, usize)>> {
    let rows = (0..).map_while(|row| timeline.row(row));
    let quiet = rows.filter_map(|row| match row {
        TimelineRow::Quiet(quiet) => Some(Some((quiet.min, quiet.hidden))),
        TimelineRow::Blank => Some(None),
        _ => None,
    });
    quiet.collect()
}

#[test]
fn quiet_is_as_long_as_it_certainly_was() {
    for (dates, expected) in [
        (&["2019-06-01", "2020-06-01"][..], vec![Some((366, 0))]),
        (&["2019-06-02", "2020-06-01"], vec![None]),
        (&["2019-12-31", "2020-01-01"], vec![None]),
        // From the last day of the one to the first of the other.
        (&["2019", "2021-01"], vec![Some((367, 0))]),
        (&["2019", "2020-12-30"], vec![None]),
        // What lasts longer than what stands last above.
        (&["2019/2020-05", "2019-12-31", "2021-05-31"], vec![None]),
        (&["2019/2020-05", "2019-12-31", "2021-06-01"], vec![Some((366, 0))]),
        (&["2010/2011", "2013", "2019"], vec![Some((367, 0)), Some((1827, 0))]),
        // What has no end is heard when it begins, what has no start when it ends.
        (&["2013/..", "2020"], vec![Some((2556, 0))]),
        (&["../2013-12-31", "2020"], vec![Some((2192, 0))]),
        (&["Y-400000", "Y400000"], vec![Some((800_000 / 400 * 146_097 - 365, 0))]),
        // Of what is too far to be counted nothing is claimed.
        (&["Y-17E17", "2020"], vec![None]),
        (&["2020", "Y17E17"], vec![None]),
    ] {
        assert_eq!(between(&of_dates(dates)), expected, "{dates:?}");
    }
}

#[test]
fn quiet_is_said_as_precisely_as_the_dates_around_it() {
    for (dates, expected) in [
        (&["2019-06-01", "2022-06-01"][..], "3.0 years"),
        (&["1957", "1961"], "3 to 5 years"),
        (&["1066", "2315"], "about 1249 years"),
        (&["2013-11", "2021-09-17"], "about 7.8 years"),
        // What goes on for a time is over when it ends, and begins when it begins.
        (&["2010-01-01/2011-01-01", "2013-01-01/2020"], "2.0 years"),
        // The first of all below counts.
        (&["2010", "2015", "2015-02"], "4 to 6 years"),
        (&["Y-4600000000", "Y-66000000"], "4.5 billion years"),
    ] {
        let timeline = of_dates(dates);
        let said = (0..).map_while(|row| timeline.row(row)).find_map(|row| match row {
            TimelineRow::Quiet(quiet) => {
                Some(crate::date::lasted(quiet.min, quiet.max, &crate::words::en::WORDS.lasting))
            }
            _ => None,
        });
        assert_eq!(said.as_deref(), Some(expected), "{dates:?}");
    }
}

#[test]
fn what_a_filter_hides_in_a_quiet_time_is_counted() {
    let dataset = dataset(&["2013-01-01", "2014-01-01", "2014-05-01", "2015-01-01", "2016-01-02"]);
    let whole = Timeline::new(&dataset);
    assert_eq!(between(&whole), [None, None, Some((366, 0))]);
    let ids = |places: &[usize]| places.iter().copied().map(MilestoneId::new).collect::<Vec<_>>();
    assert_eq!(between(&whole.of(&ids(&[0, 3, 4]), &dataset)), [Some((730, 2)), Some((366, 0))]);
    assert_eq!(between(&whole.of(&ids(&[0, 4]), &dataset)), [Some((1096, 3))]);
    assert_eq!(between(&whole.of(&ids(&[1, 3]), &dataset)), [None]);
    assert_eq!(between(&whole.of(&ids(&[4]), &dataset)), []);
    // A row in place of a blank one: nothing else moves.
    let some = whole.of(&ids(&[0, 4]), &dataset);
    assert_eq!((some.rows(), some.row_of(1), some.row(2).map(TimelineRow::is_between)), (5, 4, Some(true)));
}

#[test]
fn rows_are_headings_milestones_and_blanks_between_years() {
    let timeline = timeline();
    let rows: Vec<TimelineRow> = (0..).map_while(|row| timeline.row(row)).collect();
    let heading = |year, count| TimelineRow::Heading { year: Some(year), count };
    let milestone = TimelineRow::Milestone;
    assert_eq!(
        rows,
        [
            heading(2021, 2),
            milestone(0),
            milestone(1),
            TimelineRow::Blank,
            heading(2022, 3),
            milestone(2),
            milestone(3),
            milestone(4)
        ]
    );
    assert_eq!(rows.len(), timeline.rows());
}

#[test]
fn every_milestone_is_found_on_its_row() {
    let timeline = timeline();
    for place in 0..5 {
        assert_eq!(timeline.row(timeline.row_of(place)), Some(TimelineRow::Milestone(place)));
    }
}

#[test]
fn every_milestone_has_a_heading_and_nothing_else_has() {
    let timeline = timeline();
    let years: Vec<Option<i64>> = (0..8)
        .map(|row| match timeline.heading_of(row) {
            Some(TimelineRow::Heading { year, .. }) => year,
            _ => None,
        })
        .collect();
    assert_eq!(years, [None, Some(2021), Some(2021), None, None, Some(2022), Some(2022), Some(2022)]);
}

#[test]
fn years_are_walked_by_their_first_milestones() {
    let timeline = timeline();
    assert_eq!(
        (timeline.next_year(0), timeline.next_year(1), timeline.next_year(2)),
        (Some(2), Some(2), None)
    );
    assert_eq!(
        (
            timeline.previous_year(4),
            timeline.previous_year(2),
            timeline.previous_year(1),
            timeline.previous_year(0)
        ),
        (Some(2), Some(0), Some(0), None)
    );
}

#[test]
fn some_of_the_milestones_stand_under_their_years() {
    let dataset = dataset(&["2021-11-01", "2021-12-01", "2022-01-01", "2022-01-02", "2022-01-03"]);
    let whole = Timeline::new(&dataset);
    let ids = |places: &[usize]| places.iter().copied().map(MilestoneId::new).collect::<Vec<_>>();
    for (places, years) in [
        (&[0, 1, 2, 3, 4][..], vec![year(2021, 0), year(2022, 2)]),
        (&[1, 4], vec![year(2021, 0), year(2022, 1)]),
        (&[3], vec![year(2022, 0)]),
        (&[], vec![]),
    ] {
        let some = whole.of(&ids(places), &dataset);
        assert_eq!((some.years, some.milestones), (years, places.len()));
    }
}

#[test]
fn without_matches_there_are_no_rows() {
    let empty = Timeline::default();
    assert_eq!(
        (empty.rows(), empty.row(0), empty.next_year(0), empty.previous_year(0)),
        (0, None, None, None)
    );
}
