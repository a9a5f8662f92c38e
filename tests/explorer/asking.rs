//! What is said under a line of the query language: how a date without a key is read, and what is wrong, whole.

use super::session::{STORY, Session, query, story};

/// The rows under the prompt, or under whatever begins with `mark`, as one line.
fn under(session: &Session, mark: &str) -> String {
    let screen = session.screen();
    let rows: Vec<&str> = screen.lines().collect();
    let prompt = rows.iter().rposition(|row| row.trim_start().starts_with(mark)).expect("a prompt");
    rows[prompt + 1..].iter().map(|row| row.trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_bare_year_is_ticked_and_said_to_be_one() {
    for (mark, key) in [("&", "&"), ("/", "/")] {
        let mut session = story();
        session.keys(key).typed("2021");
        assert_eq!(under(&session, mark), "2021 is read as year:2021; in quotes it is text");
        session.typed("..2022");
        assert_eq!(under(&session, mark), "2021..2022 is read as year:2021..2022; in quotes it is text");
        session.typed(" \"2021\"");
        assert!(under(&session, mark).starts_with("2021..2022 is read"), "{}", session.screen());
    }
    let mut session = story();
    session.keys("&").typed("2021").keys("Enter");
    assert_eq!(query(&session), "year:2021");
    session.keys("f y Space");
    assert_eq!(query(&session), "", "the facet had ticked it");
}

#[test]
fn what_may_become_a_date_narrows_nothing_yet() {
    let mut session = story();
    session.keys("&").typed("2021");
    let of_2021 = session.app.matches().ids.len();
    assert!(of_2021 > 5, "{of_2021}");
    session.typed("-");
    assert_eq!(session.app.matches().ids.len(), of_2021, "{}", session.screen());
    assert!(session.screen().contains("still "), "{}", session.screen());
    session.typed("09");
    assert!((1..of_2021).contains(&session.app.matches().ids.len()));
}

#[test]
fn a_time_and_an_address_are_searched_as_they_stand() {
    for text in ["12:30", "https://example.com/a", "year=2021", "2021"] {
        let mut session = story();
        session.keys("/").typed(text);
        assert!(!session.screen().contains("no key is called"), "{}", session.screen());
        session.keys("Enter");
        assert_eq!(session.app.search().map(|search| search.text.as_str()), Some(text));
    }
}

#[test]
fn no_hint_is_cut() {
    for line in ["zzz:a", "company:zzz", "kind:litigatoin", "year>2020", "date:soon", "2021-13"] {
        for (cols, rows) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
            let mut session = Session::new(STORY, cols, rows);
            session.keys("&").typed(line);
            let said = under(&session, "&");
            let fault = wallchart::query::Query::parse(line, session.app.dataset()).faults.remove(0);
            let help = fault.help.clone().unwrap_or_default();
            assert!(
                said == fault.whole() || said == help,
                "{line} at {cols}x{rows}: {said}\n{}",
                session.screen()
            );
            // Whoever asks for more is told the same above what is typed.
            session.keys("Enter");
            assert_eq!(under(&session, "&"), said, "{}", session.screen());
        }
        for (cols, rows) in [(30, 8), (31, 9)] {
            let mut session = Session::new(STORY, cols, rows);
            session.keys("&").typed(line);
            assert!(
                session.screen().lines().any(|row| row.trim_start().starts_with("& ")),
                "{}",
                session.screen()
            );
        }
    }
}

#[test]
fn digits_narrow_a_facet_at_once() {
    let mut session = story();
    session.keys("f y 2 0 2 1 Enter Space");
    assert_eq!(query(&session), "year:2021");
}
