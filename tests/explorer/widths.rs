//! Text that takes other columns than it has characters: each letter is drawn, and what is marked or pointed at is it.

use ratatui::style::Modifier;
use wallchart::app::Event;
use wallchart::ui::theme::NARROW;

use super::session::{SMALL, Session, rows};

const LAM_ALEF: &str = include_str!("../data/cases/lam-alef.toml");
const YEARS: &str = include_str!("../data/cases/year-under-its-bar.toml");

#[test]
fn every_letter_of_lam_and_alef_is_drawn_and_what_is_searched_is_marked() {
    for (cols, rows_) in [(120, 36), (80, 24)] {
        let mut session = Session::new(LAM_ALEF, cols, rows_);
        session.keys("/").typed("needle").keys("Enter");
        let buffer = session.buffer();
        let whole = "لا لا لا لا needle here";
        let seen = rows(&buffer).iter().filter(|row| row.contains(whole)).count();
        assert!(seen >= 2, "in the list and in the detail: {}", session.screen());
        let marked: String = buffer
            .content
            .iter()
            .map(|cell| if cell.modifier.contains(Modifier::UNDERLINED) { cell.symbol() } else { " " })
            .collect();
        let marked: Vec<&str> = marked.split_whitespace().collect();
        let is_it = |word: &&str| word.trim_start_matches('/') == "needle";
        assert!(marked.len() >= 3 && marked.iter().all(is_it), "{marked:?}");
    }
}

#[test]
fn a_year_is_whole_beside_its_bar() {
    let mut session = Session::new(YEARS, 120, 36);
    let screen = session.keys("f y").screen();
    let row = screen.lines().find(|line| line.contains("10001 BC") && line.contains('▪')).unwrap_or_default();
    assert!(row.contains("1  ▪"), "{screen}");
    let bar = |line: &str| line.split_once('▪').map(|(before, _)| wallchart::text::width(before));
    let other = screen.lines().find(|line| line.contains("2020") && line.contains('▪')).unwrap_or_default();
    assert_eq!(bar(row), bar(other), "bars begin in one column: {screen}");
}

#[test]
fn names_that_differ_at_their_ends_are_told_apart() {
    let scripts = include_str!("../data/scripts.toml");
    let mut session = Session::new(scripts, 100, 30);
    let screen = session.keys("2 f c").screen();
    assert!(screen.contains("…n one") && screen.contains("…n two"), "{screen}");
}

#[test]
fn the_current_lane_and_the_current_wall_are_named_whole() {
    for (cols, rows) in [(120, 36), (100, 30), (80, 24)] {
        for (keys, one, two) in [
            ("2", "wall of the long name that ends in one", "wall of the long name that ends in two"),
            (
                "3 g d 2 0 2 1 Enter g g",
                "wall of the long name that ends in one",
                "wall of the long name that ends in two",
            ),
        ] {
            let mut session = Session::new(include_str!("../data/scripts.toml"), cols, rows);
            let first = session.keys(keys).screen();
            assert!(first.contains(one) && !first.contains(two), "{first}");
            let next = session.keys("j").screen();
            assert!(next.contains(two) && !next.contains(one), "{next}");
        }
    }
}

#[test]
fn the_cursor_of_a_prompt_stands_behind_what_is_typed() {
    for (text, cols) in [("微信", 4), ("لا", 2), ("❤\u{FE0F}e\u{301}", 2), ("🇨🇳🏳\u{FE0F}\u{200D}🌈", 5)]
    {
        let mut session = Session::new(SMALL, 100, 30);
        session.keys("/");
        let before = session.cursor();
        session.event(Event::Paste(text.to_owned()));
        assert_eq!(session.cursor().0 - before.0, cols, "{text}");
    }
}

#[test]
fn where_ambiguous_characters_are_wide_no_title_loses_any() {
    let mut session = Session::new(include_str!("../data/scripts.toml"), 120, 36);
    session.theme.glyphs = &NARROW;
    session.keys("t");
    let screen = session.screen();
    assert!(screen.contains("“阿里”——……①é Ω Я·★ 微信"), "{screen}");
}
