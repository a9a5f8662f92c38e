//! The help: it begins with the screen that it is opened from, and everything that a screen says is found in it.

use wallchart::app::overlays::help::{self, lines};
use wallchart::app::palette::{HelpEntry, PaletteLine};
use wallchart::dataset::{BarrierState, Confidence};
use wallchart::words::en::WORDS;

use super::session::{STORY, Session, story};

fn headings(session: &Session) -> Vec<&'static str> {
    let heading = |line| if let PaletteLine::Heading(title) = line { Some(title) } else { None };
    lines(&session.app).into_iter().filter_map(heading).collect()
}

fn terms(session: &Session) -> Vec<&'static str> {
    let term = |line| if let PaletteLine::Term(term, _) = line { Some(term.name) } else { None };
    lines(&session.app).into_iter().filter_map(term).collect()
}

#[test]
fn it_begins_with_this_screen_and_goes_on_with_words_and_keys() {
    for (view, first) in
        [("1", "closing"), ("2", "closed"), ("3", "closed"), ("4", "closing"), ("5", "closed")]
    {
        let mut session = story();
        session.keys(view).keys("?");
        assert_eq!(headings(&session)[..3], ["On this screen", "Words", "Keys here"], "{view}");
        assert_eq!(headings(&session)[3], "Read");
        assert_eq!(terms(&session)[0], first, "{view}");
    }
    let mut session = story();
    session.keys("2 ?");
    let screen = session.screen();
    assert!(screen.contains("▄▄▄ limited"), "as the Lanes draw it:\n{screen}");
}

#[test]
fn every_term_of_a_legend_is_found_and_explained() {
    let states = BarrierState::ALL.map(|state| state.words(&WORDS));
    let sure = Confidence::ALL.map(Confidence::as_str);
    let views = [WORDS.views.not_certain, WORDS.views.changed_that_day, WORDS.views.opened_or_closed];
    let others = ["shut", "~", "–", "since", "landmark", "disputed", "wall", "gone", "answers", "grayscale"];
    let verbs = ["csv", "picture", "both", "select", "filter", "confidence"];
    for term in states.iter().chain(&sure).chain(&views).chain(&others).chain(&verbs) {
        let mut session = story();
        session.keys("2 ?").typed(term);
        let found = lines(&session.app).into_iter().find_map(|line| match line {
            PaletteLine::Term(term, _) => Some(term),
            _ => None,
        });
        assert!(found.is_some(), "{term}:\n{}", session.screen());
    }
}

#[test]
fn every_verb_of_a_footer_is_found() {
    let words = wallchart::app::table::TABLE
        .iter()
        .filter_map(|row| row.footer.map(|footer| (row, (footer.word)(&WORDS.footer))));
    for (row, word) in words {
        let mut session = story();
        session.keys("?").typed(word);
        let has = lines(&session.app)
            .iter()
            .any(|line| matches!(line, PaletteLine::Action(found, ..) if found.action == row.action));
        assert!(has, "{word} of {}", row.name);
    }
}

#[test]
fn an_exact_key_or_name_comes_before_a_term() {
    let mut session = story();
    session.keys("?").typed("lanes");
    assert!(matches!(help::chosen(&session.app), Some(HelpEntry::Action(row)) if row.name == "lanes"));
    session.keys("Ctrl-u").typed("limited");
    assert!(matches!(help::chosen(&session.app), Some(HelpEntry::Term(term)) if term.name == "limited"));
    session.keys("Enter");
    assert_eq!(session.notice(), "limited: open in part: for some users, goods or ways in");
}

#[test]
fn what_has_no_room_is_told_on_a_line_of_its_own() {
    let mut session = Session::new(STORY, 40, 12);
    session.keys("2 ?").typed("limited");
    let screen = session.screen();
    assert!(screen.contains("▄▄▄ limited") && screen.contains("open in part"), "{screen}");
}
