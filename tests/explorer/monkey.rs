//! Random keys and sizes: never a panic, and what always holds holds after each.

use proptest::prelude::*;
use wallchart::app::mode::Mode;
use wallchart::app::mouse::Gesture;
use wallchart::app::row::Row;
use wallchart::app::table::TABLE;
use wallchart::app::timeline;
use wallchart::app::{Clipboard, Code, Event, Focus, Key, Outcome, View};
use wallchart::query::Query;

use super::kit::Kit as _;
use super::session::{SMALL, Session};

#[derive(Clone, Debug)]
enum Act {
    Press(Key),
    Resize(u16, u16),
    Paste(String),
    Done(Outcome),
    Mouse(Gesture, (u16, u16)),
    Tick,
}

const GESTURES: [Gesture; 5] =
    [Gesture::Press, Gesture::Drag, Gesture::Release, Gesture::WheelUp, Gesture::WheelDown];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let bound: Vec<Key> = TABLE.iter().flat_map(Row::sequences).flatten().collect();
    let any_key = (any::<char>(), any::<bool>(), any::<bool>()).prop_map(|(c, ctrl, alt)| Key {
        ctrl,
        alt,
        ..Key::plain(Code::Char(c))
    });
    let outcome = prop_oneof![
        prop::option::of(any::<Vec<u8>>()).prop_map(|old| Outcome::Exists {
            path: "x.md".into(),
            old,
            changed: false
        }),
        any::<String>().prop_map(|old| Outcome::Exists {
            path: "x.md".into(),
            old: Some(old.into_bytes()),
            changed: false
        }),
        Just(Outcome::Written("x.md".into())),
        Just(Outcome::Copied { what: "address".to_owned(), to: Clipboard::System("wl-copy") }),
        any::<bool>().prop_map(|is_export| Outcome::TooLong {
            what: "everything".to_owned(),
            bytes: 80_000,
            most: 70_000,
            is_export,
            failed: None,
        }),
        Just(Outcome::Failed("no".to_owned())),
    ];
    let words = prop::sample::select(vec![
        "company:",
        "tencent",
        ",",
        " ",
        "-",
        "kind:",
        "微信",
        "2021",
        "..",
        "\"",
        "sept 2021",
        "between:tencent,alibaba",
    ]);
    let act = prop_oneof![
        4 => words.prop_map(|text| Act::Paste(text.to_owned())),
        20 => prop::sample::select(bound).prop_map(Act::Press),
        2 => any_key.prop_map(Act::Press),
        2 => (0..200_u16, 0..60_u16).prop_map(|(cols, rows)| Act::Resize(cols, rows)),
        1 => any::<String>().prop_map(Act::Paste),
        1 => outcome.prop_map(Act::Done),
        3 => (prop::sample::select(GESTURES.to_vec()), (0..200_u16, 0..60_u16)).prop_map(|(gesture, cell)| Act::Mouse(gesture, cell)),
        1 => Just(Act::Tick),
    ];
    prop::collection::vec(act, 1..60)
}

pub(crate) fn holds(session: &Session) {
    let app = &session.app;
    let matches = &app.matches().ids;
    assert!(app.listed().is_empty() || app.cursor() < app.listed().len(), "the current row is a row");
    assert!(app.dims() || app.listed().len() == matches.len(), "the list is what matches, or all");
    if let Some(search) = app.search() {
        assert!(search.hits.iter().all(|hit| app.listed().place(*hit).is_ok()), "hits are rows");
    }
    let written = app.query().to_string();
    assert_eq!(Query::parse(&written, app.dataset()).whole().as_ref(), Ok(app.query()), "{written}");
    assert!(matches.is_sorted(), "matches are in chronological order");
    assert_eq!(app.selection().count(), session.selected().len(), "the count is of what is selected");
    assert!(app.selection().hidden() <= app.selection().count());
    assert!(app.facet_pane().cursor < app.facet_rows().len());
    assert!(
        app.pages().is_unseen() || app.mode() != Mode::Detail || app.pages().detail > 0,
        "keys go to a pane"
    );
    if let Some((_, reader)) = app.read() {
        let page = &app.pages().text;
        let line = reader.link.and_then(|link| page.links.get(link));
        let in_sight = |line: &usize| (reader.top..reader.top + page.rows.max(1)).contains(line);
        let is_read = app.focus() == Focus::Detail || app.mode() == Mode::Reading;
        assert!(!is_read || line.is_none_or(in_sight), "a marked link is seen");
    }
    if app.view() == View::Walls {
        let (day, covered) = (app.day(), app.covered());
        assert!(covered.is_none_or(|(first, last)| (first..=last).contains(&day)), "{day} is told of");
        assert_eq!(
            app.current_wall().is_none(),
            app.shown_barriers().ids().is_empty(),
            "the current cell has a wall"
        );
    }
    assert!(app.pace().is_none() || app.mode() == Mode::Walls, "it plays where it is seen");
    if let Some(rows) = app.between().filter(|rows| app.view() == View::Ledger && !rows.ids.is_empty()) {
        assert!(app.between_cursor().is_some(), "the current milestone is one of the two companies'");
        assert!(rows.ids.iter().all(|id| app.listed().place(*id).is_ok()), "what is between them is listed");
    }
    let rows = app.timeline().rows();
    let row = app.timeline().row(app.timeline().row_of(app.cursor()));
    assert!(
        app.listed().is_empty() || row == Some(timeline::TimelineRow::Milestone(app.cursor())),
        "a milestone's row is its own"
    );
    assert!(app.top() < rows.max(1), "the list shows rows");
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn random_keys_and_sizes_never_break_it(acts in acts()) {
        let mut session = Session::begun(SMALL, 100, 30);
        session.keys("M");
        for act in acts {
            let _ = match act {
                Act::Press(key) => session.press(key),
                Act::Paste(text) => session.paste(&text),
                Act::Done(outcome) => session.done(outcome),
                Act::Mouse(gesture, cell) => {
                    session.mouse(gesture, cell);
                    true
                }
                Act::Tick => session.event(Event::Tick),
                Act::Resize(cols, rows) => {
                    session.resize(cols, rows);
                    true
                }
            };
            holds(&session);
            let _ = session.buffer();
        }
    }
}

/// Where a reader is: what undo and redo go between.
fn place(session: &Session) -> (View, String, bool, String, String) {
    let app = &session.app;
    let read = app.read().map(|(milestone, _)| milestone.id().to_owned());
    let of_view = match app.view() {
        View::Lanes => format!("{:?}", app.lanes_scale()),
        View::Walls => format!("{} {:?}", app.day_said(), app.compared_days()),
        View::Ledger => format!("{:?}", app.pair().map(|pair| (pair.left, pair.right))),
        View::Front | View::Timeline | View::Story => String::new(),
    };
    (
        app.view(),
        app.query().to_string(),
        app.dims(),
        session.current().to_owned(),
        read.unwrap_or_default() + &of_view,
    )
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn undo_and_redo_lead_back_to_the_same_place(acts in acts()) {
        let mut session = Session::new(SMALL, 100, 30);
        for act in acts {
            let _ = match act {
                Act::Press(key) => session.press(key),
                Act::Paste(text) => session.paste(&text),
                Act::Done(_) | Act::Resize(..) | Act::Mouse(..) | Act::Tick => false,
            };
            let here = place(&session);
            let is_walked = [Mode::List, Mode::Lanes, Mode::Walls, Mode::Ledger, Mode::Story, Mode::Facets, Mode::Detail, Mode::Terms, Mode::Reading];
            // While it plays, any key only stops it.
            let takes_keys = session.app.pending().is_empty() && session.app.pace().is_none();
            if !is_walked.contains(&session.app.mode()) || !takes_keys {
                continue;
            }
            let selected = session.app.selection().clone();
            session.keys("u");
            if session.notice() != "there is nothing to undo" {
                let there = place(&session);
                session.keys("Ctrl-r");
                prop_assert_eq!(place(&session), here);
                session.keys("u");
                prop_assert_eq!(place(&session), there);
                session.keys("Ctrl-r");
                holds(&session);
                // A range goes where the reader goes, but not on the whole screen: reading on is no way to select.
                if !selected.is_ranging() {
                    prop_assert_eq!(session.app.selection().count(), selected.count());
                }
            }
        }
    }
}

#[test]
fn no_size_panics_from_nothing_up() {
    for keys in [
        "j",
        "Enter",
        "?",
        "e l G",
        "e Shift-Tab w",
        "e Enter",
        "f",
        "l",
        "v j Space",
        "/ w e",
        "& c o Down",
        "g d 2 0",
        "f / t",
        ".",
        "3 ]",
        "3 m } }",
        "4 j j",
        "4 G j j j",
        "5 l j",
    ] {
        let mut session = Session::new(SMALL, 120, 36);
        session.keys(keys);
        if keys == "e Enter" {
            session.done(Outcome::Exists {
                path: "x.md".into(),
                old: Some(b"---\n\x1b[2J".to_vec()),
                changed: false,
            });
        }
        for cols in (0..170).step_by(5) {
            for rows in (0..50).step_by(4) {
                let screen = session.resize(cols, rows).screen();
                if (1..30).contains(&cols) && (3..8).contains(&rows) && cols > 10 {
                    assert!(screen.contains("wallchart"), "{cols}x{rows}: {screen}");
                }
            }
        }
    }
}

/// The same dataset with dates and spans that strain a layout.
#[test]
fn strange_spans_are_drawn_at_every_size() {
    for (span, date) in [
        ("1000/2024", "1000"),
        ("-0800/0014", "-0753"),
        ("2013/2024", "-9999/9999"),
        ("2021-09-09", "XXXX"),
        ("2021-09/2021-10", "Y-17E7"),
        ("1700/2024", "1700/.."),
    ] {
        let text = SMALL.replace("span = \"2013/2024\"", &format!("span = \"{span}\""));
        let text = text.replace("date = \"2011\"", &format!("date = \"{date}\""));
        let mut session = Session::new(&text, 120, 36);
        for keys in [
            "g g",
            "G",
            "4 g g",
            "] j w",
            "G j",
            "5 k",
            "g g h",
            "j l",
            "1",
            "f y End Space",
            "Esc X",
            "f y Home Space Esc",
            "Enter",
            "Esc e",
            "Esc",
        ] {
            session.keys(keys);
            for (cols, rows) in [(200, 50), (120, 36), (80, 24), (60, 20), (40, 10), (0, 0), (120, 36)] {
                let _ = session.resize(cols, rows).buffer();
                holds(&session);
            }
        }
    }
}

#[test]
fn a_dataset_without_milestones_opens() {
    let mut session = Session::new("schema = 1\n[dataset]\nid = \"d\"\ntitle = \"Nothing yet\"\n", 120, 36);
    assert!(session.screen().contains("This dataset has no milestones yet."));
    session.keys("j k G g g ] } v Space Ctrl-a o e Enter b y l f j Space Enter X Esc Tab j Enter ?");
    holds(&session);
}
