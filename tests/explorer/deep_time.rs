//! Time beyond any calendar, and within one day.

use insta::assert_snapshot;
use wallchart::app::mouse::Gesture;

use crate::session::Session;

/// From the first second to the last, in thirty milestones.
const DEEP: &str = include_str!("../data/deep-time.toml");
/// Two of one day; the file has the later one first.
const DAY: &str = include_str!("../data/cases/times-of-day.toml");

#[test]
fn the_age_of_the_universe_is_read_as_a_year_is() {
    let mut session = Session::new(DEEP, 120, 36);
    assert_snapshot!("deep-time-120x36", session.picture());
    assert_snapshot!(
        "deep-time-moon-120x36",
        session.keys("g d").typed("1969-07-21").keys("Enter").picture()
    );
}

#[test]
fn years_are_walked_and_gone_to_however_far_they_are() {
    let mut session = Session::new(DEEP, 120, 36);
    let mut walked = vec![];
    for keys in ["g g", "}", "}", "] ]", "{", "G", "{", "["] {
        walked.push(session.keys(keys).current().to_owned());
    }
    assert_eq!(walked, ["m01", "m02", "m03", "m05", "m04", "m30", "m29", "m28"]);
    for (date, id) in [
        ("Y-4600000000", "m03"),
        // The nearest in time, not in the list.
        ("Y-4599999999", "m03"),
        ("Y-65000000", "m14"),
        ("Y-100000", "m20"),
        ("Y90000", "m28"),
        ("Y900000000", "m29"),
        ("2024", "m27"),
    ] {
        assert_eq!(session.keys("g d").typed(date).keys("Enter").current(), id, "{date}");
    }
}

#[test]
fn no_view_and_no_key_counts_years_one_by_one() {
    let mut session = Session::new(DEEP, 120, 36);
    for keys in [
        "1 ] ]",
        "2 + + + + l l h h - - 0 ]",
        "3 } } { ] [",
        "4 j j",
        "5 l l",
        "1 f y j j j Space Esc",
        "e Esc Esc",
    ] {
        for place in ["g g", "G", "g d Y - 2 5 2 0 0 0 0 0 0 Enter"] {
            session.keys("Esc X 1").keys(place).keys(keys);
            assert!(!session.screen().is_empty(), "{keys}");
        }
    }
}

#[test]
fn the_strip_reaches_from_end_to_end_and_is_clicked() {
    let mut session = Session::new(DEEP, 120, 36);
    let strip = session.screen().lines().nth(2).expect("bars").to_owned();
    let bars: Vec<usize> =
        strip.char_indices().filter(|(_, c)| !" │".contains(*c)).map(|(at, _)| at).collect();
    assert!(bars.len() > 8 && strip.trim_start().starts_with('▁'), "{strip}");
    session.keys("M").mouse(Gesture::Press, (118, 2));
    assert_eq!(session.current(), "m30");
}

#[test]
fn what_happened_on_one_day_stands_in_the_order_of_its_times() {
    let mut session = Session::new(DAY, 80, 24);
    assert_eq!(session.keys("g g").current(), "leaves");
    assert_eq!(session.keys("]").current(), "shot");
    let screen = session.screen();
    for row in ["22 Nov 11:10 k Leaves", "22 Nov 12:30 k Shot", "22 November 1963, 12:30 UTC-06:00"] {
        assert!(screen.contains(row), "{row} in\n{screen}");
    }
}

#[test]
fn what_cannot_be_counted_ends_no_view() {
    let head = DEEP.split("[[milestone]]").next().expect("a head");
    let milestone = |(nth, date): (usize, &str)| {
        format!(
            "[[milestone]]\nid = \"m{nth}\"\ndate = \"{date}\"\ntitle = \"X\"\nkind = \"start\"\nsummary = \"X\"\n\
             confidence = \"high\"\ncites = [{{ source = \"book\" }}]\n\
             effects = [{{ barrier = \"shore\", state = \"open\" }}]\n"
        )
    };
    let far = [
        "Y-17E100",
        "Y17E100",
        "Y-9E17",
        "Y9E17/..",
        "../Y-9E17",
        "Y-17E100/Y17E100",
        "2021",
        "[Y-9E17,2021]",
    ];
    for dates in (0..far.len()).map(|from| far[from..].iter().chain(&far[..from]).take(4)) {
        let milestones: String = dates.copied().enumerate().map(milestone).collect();
        let mut session = Session::new(&format!("{head}{milestones}"), 120, 36);
        for keys in
            ["] } G { [", "2 + + l h - 0 ] }", "3 } {", "4 j", "5 l", "1 f y j Space X Esc", "e Esc", "M"]
        {
            session.keys(keys);
        }
        for col in [1, 60, 118] {
            session
                .mouse(Gesture::Press, (col, 3))
                .mouse(Gesture::Drag, (118, 3))
                .mouse(Gesture::Release, (118, 3));
        }
        assert!(!session.screen().is_empty());
    }
}
