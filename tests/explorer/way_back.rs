//! The way back: what Esc and undo bring back, exactly, and what a range is while a reader jumps.

use super::kit::Kit as _;
use super::session::{SMALL, Session, query, story};
use wallchart::app::Focus;
use wallchart::app::mode::Mode;
use wallchart::dataset::Milestone;

/// Everything that a reader sees, but the footer, which offers undo once there is something to undo.
fn frame(session: &Session) -> String {
    let frame = session.frame();
    frame.lines().take(35).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_prompt_left_by_esc_leaves_the_very_same_screen() {
    for before in [
        "",
        "j j j j j",
        "G k k k k",
        "j v j j j",
        "Space j j Space j v k",
        "f j j",
        "f k j",
        "l j",
        "/ p a y Enter n n",
        "f c Space Esc v j j",
        "f c Space Esc . j j v j",
        "Enter",
        "Enter j j",
        "f c / t e n Enter",
    ] {
        for typed in ["", "xyzzy", "year:2021 pay"] {
            for prompt in ["&", "/"] {
                let mut session = story();
                session.keys(before);
                if prompt == "/" && session.app.focus() == Focus::Facets {
                    continue;
                }
                let (here, selected) = (frame(&session), session.selected().len());
                session.keys(prompt).typed(typed).keys("Esc");
                assert_eq!(session.selected().len(), selected, "{before}; {prompt} {typed}");
                assert_eq!(frame(&session), here, "{before}; {prompt} {typed}");
                let is_ranging = session.app.selection().is_ranging();
                assert_eq!(is_ranging, before.contains('v'), "{before}; {prompt} {typed}");
            }
        }
    }
}

#[test]
fn undo_of_a_jump_takes_the_end_of_a_range_back_with_it() {
    let mut session = story();
    session.keys("j j v j j G");
    let all = session.selected().len();
    session.keys("u");
    assert_eq!(session.selected().len(), 3, "{all} before");
    assert!(session.app.selection().is_ranging());
    session.keys("j");
    assert_eq!(session.selected().len(), 4);
}

#[test]
fn a_range_is_stretched_by_every_jump_alike() {
    let stretched = |keys: &str| {
        let mut session = story();
        session.keys("v").keys(keys);
        assert!(session.app.selection().is_ranging(), "{keys}");
        let (ids, here) = (session.selected().len(), session.app.cursor());
        assert_eq!(ids, here + 1, "{keys}");
    };
    stretched("} }");
    stretched("g d 2 0 2 1 Enter");
    stretched("/ d i d i Enter");
    stretched("/ p a y Enter n n");
    stretched("G");
}

#[test]
fn a_range_stays_a_range_where_the_query_stays() {
    let mut session = story();
    session.keys("f c Space Esc v j j . .");
    assert!(session.app.selection().is_ranging());
    session.keys("& Enter");
    assert!(session.app.selection().is_ranging());
}

#[test]
fn undo_brings_back_what_stood_around_the_place() {
    let mut session = story();
    session.keys(&"j ".repeat(40)).keys(&"k ".repeat(10));
    let here = frame(&session);
    session.keys("G u");
    assert_eq!(frame(&session), here);
    session.keys("f c Space Esc u");
    assert_eq!(frame(&session), here);
}

#[test]
fn undo_where_nothing_is_left_to_undo_says_so() {
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("G").keys(&"k ".repeat(12)).keys("u");
    assert_eq!(session.notice(), "there is nothing to undo");
}

#[test]
fn a_search_without_hits_stays_where_it_began_be_that_filtered_out() {
    let mut session = story();
    session.keys("G f k Space Esc");
    let here = session.current().to_owned();
    session.keys("/").typed("a");
    session.typed("zzz");
    assert_eq!((session.current(), session.notice()), (here.as_str(), ""));
    session.keys("Enter X");
    assert_eq!(session.app.cursor(), 95, "the place was never left");
}

#[test]
fn a_search_on_an_open_milestone_begins_there() {
    let mut session = story();
    session.keys("g d").typed("2021-09-09").keys("Enter Enter r Enter");
    let there = session.app.read().map(|(milestone, _)| milestone.place()).expect("one");
    assert_ne!(Some(there), session.app.current().map(Milestone::place));
    session.keys("/").typed("e").keys("Enter");
    let hit = session.app.read().map(|(milestone, _)| milestone.place()).expect("one");
    assert!(hit >= there, "{hit:?} {there:?}");
    session.keys("u");
    let back = session.app.read().map(|(milestone, _)| milestone.place()).expect("one");
    assert_eq!((back, session.app.mode()), (there, Mode::Reading));
}

#[test]
fn the_facet_cursor_stays_on_its_value_when_rows_come_and_go_above_it() {
    let mut session = story();
    session.keys("&").typed("company:pdd,yidao").keys("Enter f y j j");
    assert_eq!(session.app.mode(), Mode::Facets);
    let on = |session: &Session| session.app.facet_rows().get(session.app.facet_pane().cursor).copied();
    let before = on(&session);
    session.keys("X");
    assert_eq!(query(&session), "");
    assert_eq!(on(&session), before);
    session.keys("u");
    assert_eq!(on(&session), before);
}
