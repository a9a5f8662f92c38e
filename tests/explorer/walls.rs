//! The Walls: facts on days, going through time and from wall to wall, comparing, playing.

use std::time::Duration;

use chrono::NaiveDate;
use ratatui::style::Modifier;
use wallchart::app::mouse::Target;
use wallchart::app::walls::{Differs, keeper_name};
use wallchart::app::{App, Event, View};
use wallchart::dataset::load::load;
use wallchart::dataset::{BarrierId, BarrierState};
use wallchart::query::Query;

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, story};

pub(crate) fn walls(cols: u16, rows: u16, date: &str) -> Session {
    let mut session = Session::new(STORY, cols, rows);
    session.keys("3 g d").typed(date).keys("Enter");
    session
}

/// The story as it opens, no milestone chosen.
fn opened() -> Session {
    let dataset = load(STORY).dataset.expect("a dataset without errors");
    Session::showing(App::new(dataset, Query::default()), 120, 36)
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub(crate) fn barrier(session: &Session, id: &str) -> BarrierId {
    let place = session.app.dataset().barriers().iter().position(|barrier| barrier.id == id);
    BarrierId::new(place.expect("a barrier"))
}

fn stands(session: &Session, id: &str) -> BarrierState {
    session.app.dataset().history(barrier(session, id)).on(session.app.day()).state
}

/// The id of the current wall.
pub(crate) fn wall(session: &Session) -> String {
    session.app.current_wall().map_or_else(String::new, |id| session.app.dataset().barrier(id).id.clone())
}

/// The row of the screen that shows `text`.
fn row(session: &Session, text: &str) -> String {
    let screen = session.screen();
    screen
        .lines()
        .find(|line| line.contains(text))
        .unwrap_or_else(|| panic!("{text} in\n{screen}"))
        .to_owned()
}

/// One tick, as the loop sends it while the app asks for it.
fn tick(session: &mut Session) -> bool {
    session.app.pace().is_some() && session.event(Event::Tick)
}

#[test]
fn it_opens_on_the_last_day_or_on_that_of_a_milestone_that_was_chosen() {
    let mut session = opened();
    session.keys("3");
    assert_eq!(session.app.day(), day("2024-12-31"));
    assert_eq!(session.app.day_said(), "The end of 2024");
    assert!(
        row(&session, "The end of 2024").contains("▇ 16 closed   ▄ 12 limited   ▂ 1 on trial   ▁ 20 open")
    );
    session.keys("1 j 3");
    let chosen = session.app.current().expect("a milestone").date().latest();
    assert_eq!(Some(session.app.day()), chosen);
    assert_eq!(walls(120, 36, "2015").app.sentence(), "wallchart --view walls --at 2015");
}

#[test]
fn the_walls_of_a_day_are_those_of_the_research() {
    let session = walls(120, 36, "2021-09-17");
    assert_eq!(session.app.day(), day("2021-09-17"));
    assert_eq!(stands(&session, "wechat-taobao-links"), BarrierState::Limited);
    assert_eq!(stands(&session, "qq-taobao-links"), BarrierState::Closed);
    let named = row(&session, "WeChat   ");
    assert!(named.contains("▄") && named.contains("closed → limited"), "{named}");
    let mut session = walls(120, 36, "2021-11-29");
    assert_eq!(stands(&session, "wechat-taobao-links"), BarrierState::Open);
    let screen = session.keys("g g").screen();
    assert!(screen.contains("open since 29 November 2021, shut about 8.0 years"), "{screen}");
    let screen = walls(120, 36, "2024-09-27").screen();
    assert!(screen.contains("WeChat Pay on Taobao, limited → open, after 11.1 years"), "{screen}");
    let session = walls(120, 36, "2013-01-01");
    let shut = session.app.shown_barriers().ids().iter();
    let shut = shut.filter(|id| session.app.dataset().history(**id).on(session.app.day()).state.is_shut());
    assert!(shut.count() <= 5, "nearly all were open, or not known");
}

#[test]
fn each_wall_stands_once_and_those_of_a_keeper_and_of_a_company_together() {
    let session = walls(120, 36, "2024");
    let (list, dataset) = (session.app.wall_list(), session.app.dataset());
    let mut all = list.walls().to_vec();
    assert_eq!(all.len(), 49);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 49, "each once");
    let holders = |id: &BarrierId| dataset.barrier(*id).holders.clone();
    let runs: Vec<_> = list.walls().chunk_by(|one, next| holders(one) == holders(next)).collect();
    let mut keepers: Vec<_> = runs.iter().map(|run| holders(&run[0])).collect();
    assert_eq!(keepers.len(), list.keepers().len());
    keepers.sort();
    keepers.dedup();
    assert_eq!(keepers.len(), runs.len(), "a keeper stands in one place");
    let names: Vec<_> = list.keepers().iter().map(|keeper| keeper_name(&session.app, keeper)).collect();
    let tencent = [
        "WeChat",
        "QQ",
        "WeChat Pay",
        "WeChat Moments",
        "Honor of Kings and 3",
        "Tencent Music",
        "Tencent Video",
    ];
    assert_eq!(names[..7], tencent, "{names:?}");
    assert_eq!(names[7..9], ["Taobao", "Ele.me and 4"]);
    let against = |id: &BarrierId| dataset.barrier(*id).against.clone();
    let wechat = runs[0].chunk_by(|one, next| against(one) == against(next)).map(<[_]>::len);
    assert!(wechat.is_sorted_by(|one, next| one >= next), "most against one party first");
    assert_eq!(list.fold(), 25, "at the keeper nearest to the middle");
}

#[test]
fn every_change_is_shown_where_it_is_and_told() {
    let mut session = walls(160, 40, "2011");
    while session.app.changes().after(session.app.day()).is_some() {
        session.keys("]");
        let changes = session.app.changes().on(session.app.day());
        let wall = session.app.current_wall().expect("a wall");
        assert!(changes.iter().any(|change| change.barrier == wall), "{}", session.screen());
        let place = session.app.current().expect("a place").place();
        assert!(changes.iter().any(|change| change.milestone == place), "{}", session.app.day());
        let title = session.app.current().expect("a place").title();
        assert!(session.screen().contains(title), "{title} in\n{}", session.screen());
        let (buffer, mut moved) = (session.buffer(), 0);
        for y in 0..40 {
            let arrow = (0..160).find(|x| buffer[(*x, y)].symbol() == "→");
            let bold = arrow.is_some_and(|x| buffer[(x, y)].modifier.contains(Modifier::BOLD));
            moved += usize::from(bold);
        }
        let walls: std::collections::BTreeSet<_> = changes.iter().map(|change| change.barrier).collect();
        assert!(moved >= walls.len().min(2), "{}", session.screen());
    }
}

#[test]
fn an_effect_with_a_date_of_its_own_says_that_of_its_milestone() {
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("3 g d").typed("2024-09-27").keys("Enter");
    let milestone = session.app.changes().on(day("2024-09-27"))[0].milestone;
    let milestone = session.app.dataset().milestone(milestone);
    let date = milestone.date().words(session.app.lang().words());
    let told = row(&session, milestone.title());
    assert!(told.contains(&format!("{}   {date}", milestone.title())), "{told}");
    assert!(session.screen().contains("Changed that day:"), "{}", session.screen());
}

#[test]
fn walls_are_walked_one_by_one_and_to_the_other_column() {
    let mut session = walls(120, 36, "2021-12-31");
    session.keys("g g");
    assert_eq!(session.app.current_wall(), session.app.wall_list().walls().first().copied());
    session.keys("l");
    let (list, fold) = (session.app.wall_list().walls().to_vec(), session.app.wall_list().fold());
    assert_eq!(session.app.current_wall(), Some(list[fold]));
    session.keys("j h");
    assert_eq!(session.app.current_wall(), Some(list[1]));
    session.keys("h k");
    assert_eq!(session.app.current_wall(), Some(list[0]));
    session.keys("G");
    assert_eq!(session.app.current_wall(), list.last().copied());
    session.keys("h l");
    assert_eq!(session.app.current_wall(), list.last().copied(), "a row that both columns have");
    session.keys("g g").resize(80, 24).keys("l");
    assert_eq!(session.app.current_wall(), list.first().copied());
    assert_eq!(session.notice(), "the walls stand in one column here");
}

#[test]
fn enter_opens_the_page_of_the_wall_and_the_day_stays() {
    let mut session = walls(120, 36, "2021-12-31");
    session.keys("g g");
    let first = session.app.current_wall();
    session.keys("Enter");
    assert_eq!(session.app.wall_page(), first);
    session.keys("Esc");
    assert_eq!((session.app.day(), session.app.current_wall()), (day("2021-12-31"), first));
}

#[test]
fn what_no_opening_was_found_of_is_never_said_to_be_shut_still() {
    let mut session = walls(120, 36, "2024-12-31");
    let mut closed = 0;
    session.keys("g g");
    for _ in 0..49 {
        let id = session.app.current_wall().expect("a wall");
        let screen = session.screen();
        assert!(!screen.contains("closed since") && !screen.contains("still"), "{screen}");
        if session.app.dataset().history(id).on(session.app.day()).state == BarrierState::Closed {
            closed += 1;
            assert!(screen.contains("no opening found by the end of 2024"), "{screen}");
        }
        session.keys("j");
    }
    assert_eq!(closed, 16);
}

#[test]
fn which_walls_have_no_opening_takes_one_key() {
    let mut session = opened();
    session.keys("3");
    assert_eq!(session.app.day(), day("2024-12-31"));
    let drawn = session.screen().matches('▇').count();
    let list = session.app.wall_list().walls();
    let closed = |id: &&BarrierId| {
        session.app.dataset().history(**id).on(session.app.day()).state == BarrierState::Closed
    };
    assert_eq!((list.iter().filter(closed).count(), drawn), (16, 1 + 16), "in the totals, and each of them");
}

#[test]
fn two_days_are_compared() {
    let mut session = walls(120, 36, "2015");
    session.keys("m");
    assert!(session.app.is_comparing() && session.app.walls().difference().is_none(), "one day is no two");
    assert!(session.screen().contains("marked: go to another day to compare"), "{}", session.screen());
    session.keys("g d").typed("2024").keys("Enter");
    let difference = session.app.walls().difference().expect("two days");
    let days = session.app.compared_days().expect("two days");
    assert_eq!(days, (day("2015-12-31"), day("2024-12-31")));
    let all = [Differs::Opened, Differs::Closed, Differs::Not, Differs::NotBefore, Differs::NotAfter];
    let counts = all.map(|differs| difference.of(differs));
    assert_eq!(counts, [11, 10, 14, 14, 0], "as the research counts them");
    let screen = session.screen();
    for said in [
        "The end of 2015    ▇ 21 closed   ▁ 14 open   ? 12 unknown   2 not there yet",
        "The end of 2024    ▇ 16 closed   ▄ 12 limited   ▂ 1 on trial   ▁ 20 open",
        "11 opened further · 10 closed further · 14 as before · 14 not known or not there before",
    ] {
        assert!(screen.contains(said), "{said} in\n{screen}");
    }
    // The same from the other end: what comes later is what came of it.
    let taobao = barrier(&session, "wechat-taobao-links");
    session.keys("m m g d").typed("2013-12-31").keys("Enter");
    assert_eq!(session.app.differs(taobao, session.app.compared_days().expect("two days")), Differs::Opened);
    session.keys("Esc");
    assert!(!session.app.is_comparing());
    assert_eq!(session.app.day(), day("2013-12-31"));
    session.keys("Esc");
    assert_eq!(session.notice(), "nothing is open or selected; q quits");
}

/// A dataset in which one wall was not there at first and is no more, and of one nothing is known at first.
fn gone_and_unknown() -> String {
    let mut text = SMALL.to_owned();
    for (was, is) in [
        ("before = \"none\"", "before = \"unknown\""),
        ("note = \"What stood before is not known.\"", "before = \"none\""),
        ("\"wechat-douyin-links\", state = \"trial\"", "\"wechat-douyin-links\", state = \"gone\""),
        ("state = \"closed\", date = \"2013-12\"", "state = \"closed\", date = \"2014-12\""),
    ] {
        assert!(text.contains(was), "{was}");
        text = text.replacen(was, is, 1);
    }
    text
}

#[test]
fn what_was_not_there_or_not_known_on_a_day_is_said_of_two() {
    let mut session = Session::new(&gone_and_unknown(), 120, 36);
    session.keys("3 g d").typed("2013").keys("Enter m g d").typed("2024").keys("Enter");
    for (wall, became) in
        [("Douyin", "new → gone"), ("Taobao links", "closed → open"), ("anyone's payment", "? → open")]
    {
        assert!(row(&session, wall).contains(became), "{wall}: {became} in\n{}", session.screen());
    }
}

#[test]
fn rows_never_move_while_the_days_go_by() {
    let mut session = walls(120, 36, "2013");
    let places = |session: &Session| -> Vec<Target> {
        (0..36).flat_map(|y| [20, 80].map(|x| session.target((x, y)))).collect()
    };
    let before = places(&session);
    assert_eq!(before.iter().filter(|target| matches!(target, Target::Wall(_))).count(), 49);
    session.keys("P");
    for _ in 0..30 {
        tick(&mut session);
        assert_eq!(places(&session), before, "{}", session.screen());
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
    let wall_before = wall(&session);
    session.keys("j");
    assert_eq!((session.app.pace(), wall(&session)), (None, wall_before), "the key only stops it");
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
    session.keys("j k 3 [ [ [");
    assert_eq!(session.app.day_said(), "21 April 754 BC");
    let screen = session.screen();
    assert!(screen.contains("anyone's roads"), "{screen}");
    assert!(screen.contains("Changed that day: Old, not there yet → closed"), "{screen}");
    session.keys("]");
    assert_eq!(session.app.day_said(), "The beginning of AD 400");
    assert!(session.screen().contains("Endless, open → perhaps limited"), "{}", session.screen());
    // What the calendar cannot hold is no day to go to.
    session.keys("]");
    assert_eq!(session.notice(), "nothing that is shown changes after this day");
    session.keys("G 1 G 3 [ } { P m } Esc h l j k G g g");
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
    for session in [&mut walked, &mut stretched] {
        session.keys("3 g d").typed("2013-01").keys("Enter");
    }
    for _ in 0..4 {
        walked.keys("3 v v ]");
        stretched.keys("3 Shift-Down");
        assert_eq!(stretched.app.day(), walked.app.day());
    }
    assert!(stretched.selected().contains(&stretched.current()) && stretched.selected().len() > 4);
}
