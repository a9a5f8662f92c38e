//! The Walls: facts on days, going through time, comparing, playing, and frames.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::NaiveDate;
use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use wallchart::app::mode::Mode;
use wallchart::app::walls::{Differs, Grid};
use wallchart::app::{Event, View};
use wallchart::dataset::{BarrierId, BarrierState, Party};
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, story};

fn walls(cols: u16, rows: u16, date: &str) -> Session {
    let mut session = Session::new(STORY, cols, rows);
    session.keys("3 g d").typed(date).keys("Enter");
    session
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn barrier(session: &Session, id: &str) -> BarrierId {
    let place = session.app.dataset().barriers().iter().position(|barrier| barrier.id == id);
    BarrierId::new(place.expect("a barrier"))
}

fn stands(session: &Session, id: &str) -> BarrierState {
    session.app.dataset().history(barrier(session, id)).on(session.app.day()).state
}

/// `WeChat → Taobao`
fn cell(session: &Session) -> String {
    let grid = session.app.grid();
    session.app.current_cell().map_or_else(String::new, |cell| {
        let name = |line| session.app.line_name(line).0;
        format!("{} → {}", name(&grid.rows()[cell.row]), name(&grid.cols()[cell.col]))
    })
}

/// One tick, as the loop sends it while the app asks for it.
fn tick(session: &mut Session) -> bool {
    session.app.pace().is_some() && session.event(Event::Tick)
}

#[test]
fn the_walls_of_a_day_are_those_of_the_research() {
    let session = walls(120, 36, "2021-09-17");
    assert_eq!(session.app.day(), day("2021-09-17"));
    assert_eq!(stands(&session, "wechat-taobao-links"), BarrierState::Limited);
    assert_eq!(stands(&session, "qq-taobao-links"), BarrierState::Closed);
    let screen = session.screen();
    let row = screen.lines().find(|line| line.trim_start().starts_with("WeChat  ")).expect("WeChat's row");
    assert!(row.contains("▄lin") && row.contains("▇pay"), "{row}");
    let session = walls(120, 36, "2021-11-29");
    assert_eq!(stands(&session, "wechat-taobao-links"), BarrierState::Open);
    let screen = session.screen();
    assert!(screen.contains("Taobao links in WeChat: limited → open, after about 8.0 years"), "{screen}");
    let session = walls(120, 36, "2013-01-01");
    let shut = session
        .app
        .shown_barriers()
        .ids()
        .iter()
        .filter(|id| session.app.dataset().history(**id).on(session.app.day()).state.is_shut());
    assert!(shut.count() <= 5, "nearly all were open, or not known");
}

#[test]
fn every_wall_stands_where_its_holder_meets_whom_it_keeps_out_and_nowhere_else() {
    let mut session = walls(160, 40, "2024-12-31");
    let dataset = session.app.dataset();
    let mut seen = BTreeMap::new();
    for (row, line) in session.app.grid().rows().iter().enumerate() {
        for cell in session.app.grid().cells(row) {
            let col = &session.app.grid().cols()[cell.col];
            assert!(!cell.barriers.is_empty());
            for id in &cell.barriers {
                let barrier = dataset.barrier(*id);
                assert!(line.parties.iter().any(|party| barrier.holders.contains(party)), "{}", barrier.id);
                assert!(col.parties.iter().any(|party| barrier.against.contains(party)), "{}", barrier.id);
                let places: &mut Vec<(usize, usize)> = seen.entry(*id).or_default();
                places.push((row, cell.col));
            }
        }
    }
    // As many cells as holders and kept out have lines of their own.
    for (id, places) in &seen {
        let barrier = dataset.barrier(*id);
        let lines = |parties: &[Party], of: fn(&Grid, Party) -> Option<usize>| {
            let lines = parties.iter().map(|party| of(session.app.grid(), *party).expect("a line"));
            lines.collect::<BTreeSet<_>>().len()
        };
        let cells = lines(&barrier.holders, Grid::row_of) * lines(&barrier.against, Grid::col_of);
        assert_eq!(places.len(), cells, "{}", barrier.id);
    }
    assert_eq!(seen.len(), 49);
    // And in its cell the state of the day is drawn, as high as it is shut.
    session.keys("g g");
    let screen = session.screen();
    for (name, drawn) in [("JD.com  ", "▄pay"), ("Weibo  ", "▇con")] {
        let row = screen.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_default();
        assert!(row.contains(drawn), "{drawn} in {row:?}:\n{screen}");
    }
}

#[test]
fn a_coarse_date_is_its_last_day_and_the_day_keeps_to_what_is_told() {
    assert_eq!(walls(120, 36, "2021-09").app.day(), day("2021-09-30"));
    let session = walls(120, 36, "1492");
    assert_eq!(session.app.covered().map(|(first, _)| first), Some(session.app.day()));
    assert_eq!(session.notice(), "nothing is told of 1492: this is the nearest day");
    assert_eq!(walls(120, 36, "2100").app.day(), session.app.covered().expect("days").1);
}

#[test]
fn time_goes_from_change_to_change_and_from_year_to_year() {
    let mut session = walls(120, 36, "2021-09-17");
    for (keys, then) in [
        ("]", "2021-09-28"),
        ("[", "2021-09-17"),
        ("}", "2021-12-31"),
        ("}", "2022-12-31"),
        ("{", "2021-12-31"),
        ("{", "2020-12-31"),
    ] {
        session.keys(keys);
        assert_eq!(session.app.day(), day(then), "after {keys}");
    }
    session.keys("g d").typed("2021-09-17").keys("Enter");
    assert_eq!(session.current(), "qq-opens-links", "the place goes with the day");
    session.keys(&"] ".repeat(200));
    assert_eq!(session.notice(), "nothing that is shown changes after this day");
    session.keys(&"[ ".repeat(200));
    assert_eq!(session.notice(), "nothing that is shown changes before this day");
}

#[test]
fn every_change_is_shown_where_it_is_and_told() {
    let mut session = walls(160, 40, "2011");
    while session.app.changes().after(session.app.day()).is_some() {
        session.keys("]");
        let changes = session.app.changes().on(session.app.day());
        let cell = session.app.current_cell().expect("a wall");
        assert!(changes.iter().any(|change| cell.barriers.contains(&change.barrier)), "{}", session.screen());
        let place = session.app.current().expect("a place").place();
        assert!(changes.iter().any(|change| change.milestone == place), "{}", session.app.day());
        let title = session.app.current().expect("a place").title();
        assert!(session.screen().contains(title), "{title} in\n{}", session.screen());
        let buffer = session.buffer();
        let marked = buffer.content().iter().filter(|cell| cell.modifier.contains(Modifier::UNDERLINED));
        assert!(marked.count() >= 6, "the letters of the changed wall and of the legend");
    }
}

#[test]
fn other_keys_that_move_the_place_move_the_day_and_coming_back_keeps_it() {
    let mut session = story();
    session.keys("g d").typed("2021-11-29").keys("Enter 3");
    assert_eq!(session.app.day(), day("2021-11-29"));
    session.keys("}");
    assert_eq!(session.app.day(), day("2021-12-31"));
    session.keys("1 3");
    assert_eq!(session.app.day(), day("2021-12-31"), "nothing moved meanwhile");
    session.keys("1 k 3");
    assert_ne!(session.app.day(), day("2021-12-31"));
    session.keys("g d").typed("2021-11-29").keys("Enter *");
    let place = session.app.current().expect("a place");
    assert_eq!(Some(session.app.day()), place.date().latest(), "{}", session.current());
}

#[test]
fn a_filter_keeps_the_day_and_narrows_the_walls() {
    let mut session = walls(120, 36, "2021-12-31");
    session.keys("&").typed("company:meituan").keys("Enter");
    assert_eq!(session.app.day(), day("2021-12-31"));
    let ids = session.app.shown_barriers().ids();
    assert!(ids.len() < 49 && ids.contains(&barrier(&session, "meituan-alipay-pay")));
    session.keys(".");
    assert_eq!(session.app.day(), day("2021-12-31"));
    assert_eq!(session.app.shown_barriers().ids().len(), 49);
}

#[test]
fn a_change_whose_milestone_is_filtered_out_is_still_a_change() {
    let mut session = walls(120, 36, "2021-09-01");
    // Only one of the two of that day matches.
    session.keys("&").typed("id:wechat-links-phase-one").keys("Enter ]");
    assert_eq!(session.app.day(), day("2021-09-17"));
    assert_eq!(session.current(), "wechat-links-phase-one");
    session.keys("[");
    assert!(!session.app.changes().on(session.app.day()).is_empty());
    assert_eq!(session.current(), "wechat-links-phase-one", "the only one that is listed");
}

#[test]
fn undo_leads_back_to_the_day() {
    let mut session = walls(120, 36, "2021-09-17");
    session.keys("} u");
    assert_eq!(session.app.day(), day("2021-09-17"));
    session.keys("Ctrl-r");
    assert_eq!(session.app.day(), day("2021-12-31"));
    session.keys("m u");
    assert!(session.app.walls().compared().is_none());
}

#[test]
fn cells_are_walked_from_wall_to_wall() {
    let mut session = walls(120, 36, "2021-09-17");
    session.keys("g g");
    assert_eq!(cell(&session), "WeChat → Taobao");
    session.keys("l");
    assert_eq!(cell(&session), "WeChat → Douyin");
    session.keys("h h h");
    assert_eq!(cell(&session), "WeChat → Taobao");
    session.keys("j");
    assert_eq!(cell(&session), "Taobao → WeChat", "the nearest one to the column");
    session.keys("k");
    assert_eq!(cell(&session), "WeChat → Taobao");
    session.keys("G");
    assert_eq!(session.app.current_cell().expect("a wall").row, session.app.grid().rows().len() - 1);
    session.keys("PgUp Home");
    assert_eq!(session.app.current_cell().expect("a wall").row, 0);
}

#[test]
fn enter_opens_what_last_moved_the_cell_and_the_day_stays() {
    let mut session = walls(120, 36, "2021-12-31");
    session.keys("g g h h h");
    assert_eq!(cell(&session), "WeChat → Taobao");
    assert!(session.screen().contains("Enter opens ▲ WeChat phase two"), "{}", session.screen());
    session.keys("Enter");
    assert_eq!(session.app.mode(), Mode::Reading);
    let title = session.app.read().expect("a milestone").0.title();
    assert!(title.starts_with("WeChat phase two"), "{title}");
    session.keys("Esc");
    assert_eq!((session.app.day(), cell(&session).as_str()), (day("2021-12-31"), "WeChat → Taobao"));
}

#[test]
fn what_no_opening_was_found_of_is_never_said_to_be_shut_still() {
    let mut session = walls(120, 36, "2024-12-31");
    session.keys("g g l l");
    let screen = session.screen();
    assert!(screen.contains("no opening found by the end of 2024"), "{screen}");
    assert!(!screen.contains("by then; no opening"), "{screen}");
}

#[test]
fn two_days_are_compared() {
    let mut session = walls(120, 36, "2013-12-31");
    session.keys("m");
    assert!(session.app.is_comparing() && session.app.walls().difference().is_none(), "one day is no two");
    session.keys("g d").typed("2024-12-31").keys("Enter");
    let difference = session.app.walls().difference().expect("two days");
    let taobao = barrier(&session, "wechat-taobao-links");
    assert!(difference.opened.contains(&taobao));
    let days = session.app.compared_days().expect("two days");
    assert_eq!(days, (day("2013-12-31"), day("2024-12-31")));
    let all = difference.opened.len() + difference.closed.len() + difference.same + difference.unknown;
    assert_eq!(all, 49);
    let screen = session.screen();
    assert!(screen.contains("31 December 2024   what became of it since 31 December 2013"), "{screen}");
    assert!(screen.contains(&format!("{} opened further", difference.opened.len())), "{screen}");
    assert!(screen.contains("Taobao links in WeChat"), "{screen}");
    assert!(screen.contains("▇→▁lin"), "{screen}");
    // The same from the other end: what comes later is what came of it.
    session.keys("m m g d").typed("2013-12-31").keys("Enter");
    assert_eq!(session.app.differs(taobao, session.app.compared_days().expect("two days")), Differs::Opened);
    session.keys("Esc");
    assert!(!session.app.is_comparing());
    assert_eq!(session.app.day(), day("2013-12-31"));
    session.keys("Esc");
    assert_eq!(session.notice(), "nothing is open or selected; q quits");
}

#[test]
fn playing_goes_from_change_to_change_until_the_end_or_any_key() {
    let mut session = walls(120, 36, "2021-09-17");
    assert_eq!(session.app.pace(), None, "no clock runs while nothing plays");
    assert!(!session.event(Event::Tick), "a tick that comes late changes nothing");
    session.keys("P");
    let pace = session.app.pace().expect("a pace");
    let readable = Duration::from_millis(400)..Duration::from_millis(1500);
    assert!(readable.contains(&pace), "{pace:?}");
    assert!(tick(&mut session));
    assert_eq!(session.app.day(), day("2021-09-28"));
    tick(&mut session);
    assert_eq!(session.app.day(), day("2021-09-30"));
    let cell_before = cell(&session);
    session.keys("j");
    assert_eq!((session.app.pace(), cell(&session)), (None, cell_before), "the key only stops it");
    session.keys("u");
    assert_eq!(session.app.day(), day("2021-09-17"), "one step to undo, however long it played");
    session.keys("P");
    let mut ticks = 0;
    while tick(&mut session) && session.app.pace().is_some() {
        ticks += 1;
        assert!(ticks < 500, "it ends");
    }
    assert_eq!(session.app.pace(), None);
    assert!(session.notice().starts_with("played to the end"));
    session.keys("P");
    tick(&mut session);
    assert_eq!(Some(session.app.day()), session.app.changes().first(), "from the beginning again");
    session.keys("q");
    assert!(session.effects.contains(&wallchart::app::Effect::Quit), "q gets out at once");
}

#[test]
fn nothing_plays_where_nobody_sees_it() {
    for keys in ["1", "?", "f", "Enter", "m", "&", "Ctrl-c"] {
        let mut session = walls(120, 36, "2021-09-17");
        session.keys("P").keys(keys);
        assert_eq!(session.app.pace(), None, "{keys}");
        assert_eq!(session.app.view(), View::Walls, "{keys} only stops it");
    }
    let mut session = walls(120, 36, "2021-09-17");
    session.keys("P").resize(10, 5);
    assert_eq!(session.app.pace(), None);
}

#[test]
fn a_screen_is_brought_back_by_its_command_line() {
    let mut session = walls(120, 36, "2021-09-17");
    assert!(
        session.app.sentence().ends_with("--view walls --at qq-opens-links"),
        "{}",
        session.app.sentence()
    );
    session.keys("}");
    assert_eq!(session.app.sentence(), "wallchart --view walls --at 2021");
    assert_eq!(walls(120, 36, "2021").app.day_said(), session.app.day_said());
}

#[test]
fn frames_at_every_size() {
    assert_snapshot!("walls-160x40", walls(160, 40, "2021-09-17").picture());
    assert_snapshot!("walls-120x36", walls(120, 36, "2021-09-17").frame());
    assert_snapshot!("walls-80x24", walls(80, 24, "2021-09-17").picture());
    assert_snapshot!("walls-60x20", walls(60, 20, "2021-09-17").picture());
    assert_snapshot!("walls-40x12", walls(40, 12, "2021-09-17").picture());
    assert_snapshot!("walls-40x10", walls(40, 10, "2021-09-17").picture());
    let mut session = walls(120, 36, "2021-12-31");
    session.keys("g g l t");
    assert_snapshot!("walls-cell-zh-120x36", session.picture());
    session.keys("t m { {");
    assert_snapshot!("walls-compared-120x36", session.frame());
    session.keys("Esc & c o m p a n y : m e i t u a n , j d Enter");
    assert_snapshot!("walls-tall-120x36", session.picture());
    session.keys(".");
    assert_snapshot!("walls-dim-120x36", session.frame());
}

#[test]
fn frames_in_other_glyphs() {
    for glyphs in [&ASCII, &NARROW] {
        let mut session = walls(80, 24, "2021-09-17");
        session.theme = Theme { colors: true, glyphs, ..Theme::default() };
        session.keys("m [");
        let screen = session.screen();
        let chrome = |c: char| "…→←–·─│━◆▁▂▃▄▅▆▇█".contains(c);
        assert!(!screen.contains(chrome), "{screen}");
    }
    let mut session = walls(80, 24, "2021-09-17");
    session.theme = Theme { colors: false, glyphs: &ASCII, ..Theme::default() };
    assert_snapshot!("walls-ascii-80x24", session.frame());
    session.theme = Theme { colors: true, glyphs: &NARROW, ..Theme::default() };
    assert_snapshot!("walls-narrow-40x12", session.resize(40, 12).picture());
}

#[test]
fn without_colours_the_current_cell_and_the_changed_ones_are_told_apart() {
    let mut session = walls(120, 36, "2021-09-17");
    session.theme = Theme { colors: false, ..Theme::default() };
    let buffer = session.buffer();
    assert!(buffer.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let count = |modifier: Modifier| {
        (0..120 * 30).filter(|at| buffer.content()[120 + at].modifier.contains(modifier)).count()
    };
    assert_eq!(count(Modifier::REVERSED), 3, "the letters of one wall");
    assert_eq!(count(Modifier::UNDERLINED), 5 * 3 + 3, "those of five walls, and of the legend");
}

/// Walls with hardly a date.
const STRANGE: &str = r#"
schema = 1
[dataset]
id = "strange"
title = "Strange walls"
[[company]]
id = "rome"
name = "Rome"
[[company]]
id = "gaul"
name = "Gaul"
[[kind]]
id = "wall"
name = "Wall"
tone = "closing"
glyph = "x"
ascii = "x"
[[channel]]
id = "road"
name = "Roads"
[[channel]]
id = "roam"
name = "Roaming"
[[channel]]
id = "roa"
name = "Third"
[[source]]
id = "s"
publisher = "P"
title = "T"
[[barrier]]
id = "far"
name = "Far"
holders = ["rome"]
against = ["any"]
channel = "road"
[[barrier]]
id = "old"
name = "Old"
holders = ["rome", "gaul"]
against = ["gaul"]
channel = "roam"
before = "none"
[[barrier]]
id = "endless"
name = "Endless"
holders = ["gaul"]
against = ["rome"]
channel = "roa"
before = "open"
[[milestone]]
id = "m1"
date = "-0753-04-21"
title = "Old is shut"
kind = "wall"
summary = "S"
confidence = "high"
effects = [{ barrier = "old", state = "closed" }]
cites = [{ source = "s" }]
[[milestone]]
id = "m2"
date = "Y17E7"
title = "Far is shut"
kind = "wall"
summary = "S"
confidence = "high"
effects = [{ barrier = "far", state = "closed" }]
cites = [{ source = "s" }]
[[milestone]]
id = "m3"
date = "0400/.."
title = "Endless is shut"
kind = "wall"
summary = "S"
confidence = "high"
effects = [{ barrier = "endless", state = "limited" }]
cites = [{ source = "s" }]
"#;

#[test]
fn far_dates_open_ends_and_everyone() {
    let mut session = Session::new(STRANGE, 120, 36);
    session.keys("3");
    assert_eq!(session.app.day_said(), "21 April 754 BC");
    let screen = session.screen();
    assert!(screen.contains("everyone"), "{screen}");
    assert!(screen.contains("Old: not there yet → closed"), "{screen}");
    session.keys("]");
    assert_eq!(session.app.day_said(), "The beginning of AD 400");
    assert!(session.screen().contains("Endless: open → perhaps limited"), "{}", session.screen());
    // What the calendar cannot hold is no day to go to.
    session.keys("]");
    assert_eq!(session.notice(), "nothing that is shown changes after this day");
    session.keys("G 1 G 3 [ } { P m } Esc h l j k G g g");
    let codes: Vec<String> = session
        .app
        .shown_barriers()
        .ids()
        .iter()
        .map(|id| session.app.grid().code(*id, session.app.dataset(), false).to_owned())
        .collect();
    assert_eq!(codes, ["roa", "rom", "2"].map(str::to_owned), "no two alike");
    for (cols, rows) in [(400, 100), (60, 20), (40, 10), (30, 8), (0, 0), (31, 9)] {
        let _ = session.resize(cols, rows).buffer();
    }
}

#[test]
fn without_walls_it_says_what_to_press() {
    let mut session = Session::new("schema = 1\n[dataset]\nid = \"d\"\ntitle = \"Nothing yet\"\n", 120, 36);
    session.keys("3 j k h l ] [ } { m P G g g Enter Esc");
    assert!(session.screen().contains("This dataset has no barriers."), "{}", session.screen());
    let mut session = Session::new(SMALL, 80, 24);
    session.keys("3 &").typed("id:prehistory").keys("Enter j l ] P m Esc Enter Esc");
    let screen = session.screen();
    assert!(screen.contains("No barrier was moved by what matches id:prehistory."), "{screen}");
    assert!(screen.contains("Backspace"), "{screen}");
}

#[test]
fn no_size_breaks_it_and_the_current_cell_is_always_in_sight() {
    for keys in ["", "G", "m ] ] ]", "j l l", "t t", "f", "P", "} } Enter"] {
        let mut session = walls(120, 36, "2021-09-17");
        session.keys(keys);
        for cols in (0..170).step_by(7) {
            for rows in (0..50).step_by(3) {
                session.resize(cols, rows);
                let buffer = session.buffer();
                let is_seen = cols >= 30 && rows >= 8 && session.app.mode() == Mode::Walls;
                let body = buffer.content().get(usize::from(cols)..).unwrap_or_default();
                let reverse = body.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED));
                assert!(!is_seen || reverse, "{keys} at {cols}x{rows}:\n{}", session.screen());
            }
        }
    }
}

#[test]
fn the_end_of_a_year_is_its_last_day() {
    let text = SMALL.replace("span = \"2013/2024\"", "span = \"2013/2024-12-30\"");
    let mut session = Session::new(&text, 160, 40);
    session.keys("3 g d").typed("2024-11").keys("Enter");
    assert!(session.screen().contains("} 30 December 2024"), "{}", session.screen());
    session.keys("g d").typed("2023-11").keys("Enter");
    assert!(session.screen().contains("} end of 2023"), "{}", session.screen());
}

#[test]
fn a_day_that_nobody_names_is_said_and_typed_as_coarsely_as_it_is_known() {
    for (date, said, day) in [
        ("0400/..", "The beginning of AD 400", "January"),
        ("1985-04-1X", "The end of 1985-04-1X", "19 April"),
        ("1985-04-1X/..", "Since 1985-04-1X", "10 April"),
        ("1985-21", "The end of May 1985", "31 May"),
    ] {
        let mut session = Session::new(&STRANGE.replace("0400/..", date), 120, 36);
        let next = session.keys("3").screen();
        session.keys("]");
        assert_eq!(session.app.day_said(), said);
        for screen in [next, session.screen()] {
            assert!(!screen.contains(day), "{date}: {screen}");
        }
        session.keys("[ g d").typed(date).keys("Enter");
        assert_eq!(session.app.day_said(), said, "as it is typed");
    }
}

#[test]
fn a_range_is_stretched_from_change_to_change() {
    let (mut walked, mut stretched) = (Session::new(SMALL, 120, 36), Session::new(SMALL, 120, 36));
    for _ in 0..4 {
        walked.keys("3 v v ]");
        stretched.keys("3 Shift-Down");
        assert_eq!(stretched.app.day(), walked.app.day());
    }
    assert!(stretched.selected().contains(&stretched.current()) && stretched.selected().len() > 4);
}

#[test]
fn a_narrow_grid_says_how_much_is_on_both_sides() {
    let tables = ('a'..='l').map(|id| {
        let platform = format!("[[platform]]\nid = \"{id}\"\ncompany = \"bytedance\"\nname = \"{id}\"\n");
        let parties = format!("holders = [\"wechat\"]\nagainst = [\"{id}\"]\nchannel = \"links\"");
        format!("{platform}[[barrier]]\nid = \"wall-{id}\"\nname = \"{id}\"\n{parties}\nbefore = \"open\"\n")
    });
    let text = format!("{SMALL}{}", tables.collect::<Vec<_>>().concat());
    for theme in [Theme::default(), Theme { glyphs: &ASCII, ..Theme::default() }] {
        let mut session = Session::new(&text, 40, 12);
        session.theme = theme;
        let screen = session.keys("3 l l l l l l").screen();
        let said: String = screen.lines().nth(2).expect("headings").chars().take(8).collect();
        assert!(said.contains(theme.glyphs.earlier) && said.contains(theme.glyphs.later), "{screen}");
    }
}
