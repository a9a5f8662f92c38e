//! Letters before their answers, as a large dataset has them.

use proptest::prelude::*;
use wallchart::app::{App, Event, Key, Overlay};

use super::kit::Kit as _;
use super::session::{SMALL, Session};

fn late() -> Session {
    let mut session = Session::new(SMALL, 100, 30);
    session.app.answer_late(true);
    session
}

/// What a loop does once nothing else has happened.
fn settle(session: &mut Session) -> bool {
    session.app.is_due() && session.event(Event::Due)
}

/// What a reader has come to: everything but how far lists and texts are scrolled.
fn come_to(app: &App) -> String {
    let ask = app.overlays().iter().rev().find_map(|layer| match layer {
        Overlay::Search(ask) | Overlay::Query(ask) => Some(ask),
        _ => None,
    });
    let ask = ask.map(|ask| (&ask.prompt, &ask.faults, &ask.offered, ask.chosen));
    let search = app.search().map(|search| (&search.text, search.query.to_string(), &search.hits));
    format!(
        "{:#?}",
        (
            (app.mode(), app.query().to_string(), app.matches(), app.dims()),
            (app.current().map(|milestone| milestone.id().to_owned()), app.cursor()),
            (ask, search, app.notice(), app.selection()),
        )
    )
}

#[test]
fn a_letter_is_there_before_what_it_finds() {
    let mut session = late();
    session.keys("/ p");
    assert!(session.screen().contains("/ p") && session.app.search().is_none(), "{}", session.screen());
    assert!(session.app.is_due() && session.event(Event::Due), "there is something new to draw");
    assert!(session.app.search().is_some() && !session.app.is_due());
    session.keys("Esc &").typed("year:2021");
    assert_eq!(session.app.query().to_string(), "");
    settle(&mut session);
    assert_eq!(session.app.query().to_string(), "year:2021");
    // In a small one it is found at once.
    let mut session = Session::new(SMALL, 100, 30);
    session.keys("/ p");
    assert!(session.app.search().is_some() && !session.app.is_due());
}

#[test]
fn letters_that_come_first_replace_what_was_due() {
    let mut session = late();
    session.keys("/").typed("pay");
    settle(&mut session);
    assert_eq!(session.app.search().map(|search| search.text.as_str()), Some("pay"));
    assert!(!settle(&mut session), "all three are answered");
    // What cannot be read leaves the answer to the last line that could.
    session.typed(" xyz kind:nothing");
    settle(&mut session);
    assert_eq!(session.app.search().map(|search| search.text.as_str()), Some("pay xyz kind"));
}

#[test]
fn what_is_typed_and_taken_back_has_never_been() {
    for mut session in [late(), Session::new(SMALL, 100, 30)] {
        session.keys("j v & n");
        if session.app.query().is_empty() {
            settle(&mut session);
        }
        assert_eq!(session.app.query().to_string(), "n");
        session.keys("Backspace Enter");
        assert!(session.app.query().is_empty() && session.app.selection().is_ranging());
    }
}

#[test]
fn who_leaves_waits_for_no_answer() {
    for key in ["Ctrl-c", "Ctrl-z", "Ctrl-l"] {
        let mut session = late();
        session.keys("/ p").keys(key);
        assert!(session.app.is_due() && session.app.search().is_none(), "{key}");
    }
    let mut session = late();
    session.keys("j j");
    let here = session.current().to_owned();
    session.keys("/ p Esc");
    assert!(!session.app.is_due());
    assert_eq!((session.current(), session.app.search()), (here.as_str(), None));
}

#[derive(Clone, Debug)]
enum Act {
    Press(Key),
    Type(String),
    Paste(String),
    /// Nothing happens for a while.
    Wait,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let key = |key: &str| Act::Press(key.parse().expect("a key"));
    let keys: Vec<Act> = [
        "/",
        "&",
        "Enter",
        "Esc",
        "Tab",
        "Up",
        "Down",
        "Backspace",
        "Ctrl-u",
        "Ctrl-w",
        "Left",
        "Home",
        "n",
        "N",
        "u",
        "Ctrl-r",
        "j",
        "v",
        "Space",
        ".",
        "F1",
        "Alt-q",
        "Ctrl-l",
        "x",
        "Enter",
        "&",
        "/",
    ]
    .map(key)
    .into();
    let words = prop::sample::select(vec![
        "company:te",
        "kind:",
        "kind:zz ",
        "pay",
        "微信",
        "year:2021",
        "-",
        " ",
        ",",
        "kin",
        "tencent",
        "between:a,b ",
        "\"",
    ]);
    let act = prop_oneof![
        6 => prop::sample::select(keys),
        5 => words.clone().prop_map(|text| Act::Type(text.to_owned())),
        1 => words.prop_map(|text| Act::Paste(text.to_owned())),
        3 => Just(Act::Wait),
    ];
    prop::collection::vec(act, 1..40)
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn late_or_at_once_a_session_comes_to_the_same(acts in acts()) {
        let (mut late, mut prompt) = (late(), Session::new(SMALL, 100, 30));
        for act in acts {
            let mut both = |act: &dyn Fn(&mut Session)| {
                act(&mut late);
                act(&mut prompt);
            };
            match act {
                Act::Press(key) => both(&|session| { session.press(key); }),
                Act::Type(text) => both(&|session| { session.typed(&text); }),
                Act::Paste(text) => both(&|session| { session.paste(&text); }),
                Act::Wait => { settle(&mut late); }
            }
        }
        settle(&mut late);
        prop_assert_eq!(come_to(&late.app), come_to(&prompt.app));
    }
}
