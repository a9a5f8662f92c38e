//! The front page: the start, the doors, the way back; the Story by its landmarks; and its frames.

use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use wallchart::app::mode::Mode;
use wallchart::app::mouse::Gesture;
use wallchart::app::{Effect, View, front};
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::kit::Kit as _;
use super::session::{SMALL, Session};

const FRONT: &str = include_str!("../data/front.toml");

/// A timeline of what is no wall: without barriers, and with a word of what it is about.
const FLIGHTS: &str = "
schema = 1
[dataset]
id = \"flights\"
title = \"Flights\"
about = \"Who flew first.\"
[[company]]
id = \"flyers\"
name = \"Flyers\"
[[kind]]
id = \"flight\"
name = \"Flight\"
tone = \"neutral\"
glyph = \"x\"
ascii = \"x\"
[[source]]
id = \"s\"
title = \"S\"
publisher = \"S\"
[[milestone]]
id = \"balloon\"
date = \"1783-11-21\"
title = \"Two fly in a balloon\"
kind = \"flight\"
actors = [\"flyers\"]
summary = \"They did.\"
confidence = \"high\"
cites = [{ source = \"s\" }]
[[milestone]]
id = \"glider\"
date = \"1891\"
title = \"A glider\"
kind = \"flight\"
actors = [\"flyers\"]
summary = \"They did.\"
confidence = \"high\"
cites = [{ source = \"s\" }]
[[milestone]]
id = \"engine\"
date = \"1903-12-17\"
title = \"With an engine\"
kind = \"flight\"
actors = [\"flyers\"]
summary = \"They did.\"
confidence = \"high\"
cites = [{ source = \"s\" }]
";

fn begun(cols: u16, rows: u16) -> Session {
    Session::begun(FRONT, cols, rows)
}

#[test]
fn a_session_begins_on_the_front_page_and_any_other_key_leads_to_the_first_milestone_inside_the_span() {
    for key in ["Esc", "j", "G", "x", "Space", "PgDn", "F5", "]", "y"] {
        let mut session = begun(120, 36);
        assert_eq!((session.app.view(), session.app.mode()), (View::Front, Mode::Front));
        session.keys(key);
        assert_eq!((session.app.view(), session.current()), (View::Timeline, "the-first-lock"), "{key}");
        assert_eq!(session.notice(), "", "{key}");
        assert!(session.screen().contains("An old quay is closed"), "what came before is read above it");
    }
}

#[test]
fn it_is_shown_once_and_by_undo_and_when_it_is_asked_for() {
    let mut session = begun(120, 36);
    session.keys("j 2 3 4 1 Esc Esc");
    assert_eq!(session.app.view(), View::Timeline, "no way back but undo");
    session.keys("u u u u u");
    assert_eq!(session.app.view(), View::Front);
    session.keys("Ctrl-r 2 ?").typed("about").keys("Enter");
    assert_eq!(session.app.view(), View::Front);
    assert!(session.screen().contains("any other key: the Lanes"));
    session.keys("Esc");
    assert_eq!(session.app.view(), View::Lanes, "back to where it was asked for");
}

#[test]
fn each_door_opens_by_its_key_and_by_arrows_and_enter() {
    let views = [View::Story, View::Timeline, View::Lanes, View::Walls, View::Ledger];
    for (place, view) in views.into_iter().enumerate() {
        let mut session = begun(120, 36);
        session.keys(&"Right ".repeat(place)).keys("Enter");
        assert_eq!(session.app.view(), view);
        session.keys("u");
        assert_eq!(session.app.view(), View::Front, "a door is a step");
    }
    for (key, view) in ["5", "1", "2", "3", "4"].into_iter().zip(views) {
        assert_eq!(begun(120, 36).keys(key).app.view(), view);
    }
    let mut session = begun(120, 36);
    session.keys("Down Down Up Left Left Left");
    assert_eq!(front::chosen(&session.app), 0, "as far as there are doors");
    session.keys("Right Right Right Right Right Right Right Enter");
    assert_eq!(session.app.view(), View::Ledger);
}

#[test]
fn search_query_and_facets_act_at_once_in_the_timeline() {
    for (key, mode) in [("/", Mode::Search), ("&", Mode::Query), ("f", Mode::Facets)] {
        let mut session = begun(120, 36);
        session.keys(key);
        assert_eq!((session.app.view(), session.app.mode()), (View::Timeline, mode), "{key}");
    }
    let mut session = begun(120, 36);
    session.keys("f y");
    assert_eq!(session.app.mode(), Mode::Facets, "a sequence goes on where it led");
    let mut session = begun(120, 36);
    session.keys("? Esc");
    assert_eq!(session.app.view(), View::Front, "help lies over it");
    session.keys("t");
    assert!(session.screen().contains("码头与船闸"));
    session.keys("q");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn the_sentence_brings_it_back_and_what_is_no_front_page_says_so() {
    let mut session = begun(120, 36);
    assert_eq!(session.app.sentence(), "wallchart --view front");
    session.keys("j");
    assert_eq!(
        (session.current(), session.app.sentence().as_str()),
        ("the-first-lock", "wallchart --view timeline")
    );
    session.keys("g g");
    let first = format!("wallchart --at {}", session.current());
    assert_eq!(session.app.sentence(), first, "before it all, where it does not open by itself");
    session.keys("&").typed("kind:closing").keys("Enter");
    assert_eq!(session.app.sentence(), "wallchart -k closing");
}

#[test]
fn what_has_neither_walls_nor_a_word_of_itself_opens_as_a_timeline() {
    let bare = FLIGHTS.replace("about = \"Who flew first.\"\n", "");
    let mut session = Session::begun(&bare, 80, 24);
    assert_eq!((session.app.view(), session.current()), (View::Timeline, "balloon"));
    session.keys("?").typed("about").keys("Enter");
    assert_eq!(session.app.view(), View::Timeline);
    session.keys("Esc 5 h");
    assert_eq!(session.notice(), "this is the first page");
    let empty = "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\nabout = \"Nothing yet.\"\n";
    assert_eq!(Session::begun(empty, 80, 24).app.view(), View::Timeline);
}

#[test]
fn without_walls_it_has_no_word_of_them() {
    for (cols, rows) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut session = Session::begun(FLIGHTS, cols, rows);
        let screen = session.screen();
        assert!(screen.contains("Who flew first."), "{screen}");
        for word in ["wall", "Wall", "Lanes", "closed", "open", "shut"] {
            assert!(!screen.contains(word), "{word} at {cols}:\n{screen}");
        }
        session.keys("Right Right Right Enter");
        assert_eq!(session.app.view(), View::Timeline, "the only other door");
    }
}

#[test]
fn the_numbers_are_those_of_the_walls() {
    let screen = begun(120, 36).screen();
    let counts =
        "24 walls at the end of 2024: 7 open, 3 limited, 1 on trial, 11 closed, 1 not known, 1 no more";
    assert!(screen.contains(counts), "{screen}");
    assert!(screen.contains(" 24 closed at the end of 2019 "), "{screen}");
    assert!(screen.contains("42 milestones · 24 walls · 1 source"), "{screen}");
    assert!(screen.contains("4 closed ") && screen.contains("12 open "), "{screen}");
}

#[test]
fn colours_say_nothing_that_a_number_beside_a_word_does_not() {
    let buffer = begun(120, 36).buffer();
    let (area, mut words) = (buffer.area, String::new());
    for y in 0..area.height {
        for x in 0..area.width {
            let cell = &buffer[(x, y)];
            if cell.fg != Color::Reset && cell.symbol().chars().all(char::is_alphabetic) {
                words.push_str(cell.symbol());
            }
        }
        words.push(' ');
    }
    let known = ["closed", "open", "limited", "ontrial", "attheendof"];
    let others: Vec<&str> = words
        .split_whitespace()
        .filter(|word| {
            let mut rest = (*word).to_owned();
            for known in known {
                rest = rest.replace(known, "");
            }
            !rest.is_empty()
        })
        .collect();
    assert_eq!(others, [""; 0]);
}

#[test]
fn what_was_not_heard_of_later_is_broken_and_dim() {
    let session = begun(120, 36);
    let buffer = session.buffer();
    let dim =
        |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::DIM) && buffer[(x, y)].fg == Color::Red;
    let cells: Vec<(u16, u16)> =
        (0..36).flat_map(|y| (0..120).map(move |x| (x, y))).filter(|(x, y)| dim(*x, *y)).collect();
    assert!(cells.len() > 20, "{}", session.screen());
    assert!(cells.iter().all(|(x, y)| !dim(x + 1, *y)), "every second column is free");
}

#[test]
fn the_story_reads_the_landmarks_first_and_then_all() {
    let mut session = begun(120, 36);
    session.keys("Enter");
    let landmarks = ["the-first-lock", "the-test", "the-council-asks", "the-last-lock"];
    for (place, id) in landmarks.iter().enumerate() {
        assert_eq!(session.current(), *id);
        assert!(session.screen().contains(&format!("landmark {} of 4", place + 1)), "{}", session.screen());
        session.keys("l");
    }
    assert_eq!(
        (session.current(), session.notice()),
        (landmarks[3], "this is the last landmark; R reads all milestones")
    );
    session.keys("h h g g");
    assert_eq!(session.current(), landmarks[0]);
    session.keys("R l");
    assert_eq!(session.current(), "shut-2");
    assert!(session.screen().contains("3 of 42"), "{}", session.screen());
    session.keys("R");
    assert!(session.screen().contains("after landmark 1 of 4"), "{}", session.screen());
    session.keys("l");
    assert_eq!(session.current(), "the-test");
    session.keys("u");
    assert!(session.screen().contains("3 of 42"), "which are read is a step: {}", session.screen());
}

#[test]
fn before_the_first_page_of_the_story_is_the_front_page_and_behind_it_the_page_again() {
    let mut session = begun(120, 36);
    session.keys("Enter l l h h h");
    assert_eq!(session.app.view(), View::Front);
    session.keys("Enter");
    assert_eq!((session.app.view(), session.current()), (View::Story, "the-first-lock"));
    session.keys("l h h Esc");
    assert_eq!(session.app.view(), View::Story, "any other key leads back there");
    session.keys("h u");
    assert_eq!(session.app.view(), View::Story, "and undo");
}

#[test]
fn a_filter_keeps_the_landmarks_that_match() {
    let mut session = begun(80, 24);
    session.keys("&").typed("kind:closing").keys("Enter 5 g g");
    assert!(session.screen().contains("landmark 1 of 1"), "{}", session.screen());
    session.keys("&").typed(" actor:beacon").keys("Enter");
    assert!(!session.screen().contains("landmark"), "{}", session.screen());
    session.keys("R");
    assert_eq!(session.notice(), "no milestone here is a landmark: all of them are read");
}

#[test]
fn a_click_opens_a_door() {
    for (cols, rows, name) in [(120, 36, "who shuts out whom"), (80, 24, "3 Walls")] {
        let mut session = begun(cols, rows);
        session.keys("j M ?").typed("about").keys("Enter");
        let at = session.cell_of(name);
        session.mouse(Gesture::Press, at);
        assert_eq!(session.app.view(), View::Walls, "{cols}");
        session.keys("u").mouse(Gesture::Press, (0, 0));
        assert_eq!(session.app.view(), View::Front, "nothing else does anything");
    }
}

#[test]
fn no_size_and_no_dataset_is_too_much_for_it() {
    let wall = |wall: usize| {
        format!(
            "[[barrier]]\nid = \"b{wall}\"\nname = \"一道名字很长很长很长很长的墙 {wall}\"\nholders = [\"tencent\"]\n\
             against = [\"alibaba\"]\nchannel = \"links\"\nbefore = \"closed\"\n"
        )
    };
    let many = (0..40).map(wall).collect::<Vec<_>>().concat();
    let datasets = [
        FRONT.to_owned(),
        FLIGHTS.to_owned(),
        SMALL.to_owned(),
        format!("{SMALL}{many}"),
        include_str!("../data/deep-time.toml").to_owned(),
        include_str!("../data/scripts.toml").to_owned(),
        include_str!("../data/soft.toml").to_owned(),
        FLIGHTS.replace("Who flew first.", &"A very long word of what it is about. ".repeat(60)),
        FLIGHTS.replace("id = \"flights\"", "id = \"flights\"\nspan = \"1783/..\""),
    ];
    for text in &datasets {
        let mut session = Session::begun(text, 120, 36);
        session.keys("?").typed("about").keys("Enter");
        for (cols, rows) in [
            (1, 1),
            (30, 8),
            (30, 40),
            (59, 19),
            (60, 13),
            (60, 20),
            (79, 24),
            (100, 9),
            (117, 30),
            (118, 30),
            (400, 120),
            (2_000, 10),
        ] {
            let _ = session.resize(cols, rows).keys("Right").buffer();
        }
    }
}

#[test]
fn the_front_page_at_every_size() {
    assert_snapshot!("front-160x45", begun(160, 45).screen());
    assert_snapshot!("front-120x36", begun(120, 36).frame());
    assert_snapshot!("front-100x30", begun(100, 30).screen());
    assert_snapshot!("front-80x24", begun(80, 24).frame());
    assert_snapshot!("front-60x20", begun(60, 20).frame());
    assert_snapshot!("front-40x12", begun(40, 12).frame());
    assert_snapshot!("front-30x8", begun(30, 8).screen());
    assert_snapshot!("front-door-120x36", begun(120, 36).keys("Right Right").frame());
    assert_snapshot!("front-without-walls-80x24", Session::begun(FLIGHTS, 80, 24).screen());
    assert_snapshot!("front-small-80x24", Session::begun(SMALL, 80, 24).screen());
}

#[test]
fn the_front_page_in_other_glyphs() {
    let mut session = begun(80, 24);
    session.theme = Theme { colors: false, glyphs: &ASCII, ..Theme::default() };
    session.keys("t t t");
    assert_snapshot!("front-ascii-nocolor-80x24", session.keys("Right Left").frame());
    session.theme = Theme { glyphs: &NARROW, ..Theme::default() };
    assert!(session.screen().is_ascii(), "{}", session.screen());
    session.theme = Theme { colors: false, ..Theme::default() };
    assert_snapshot!("front-nocolor-80x24", session.screen());
    assert!(session.buffer().content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
}
