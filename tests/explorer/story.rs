//! The Story: a milestone a page, what the walls were that day, and its frames.

use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use wallchart::app::View;
use wallchart::app::mode::Mode;
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, story};

/// The story in the Story, and keys pressed there.
fn at(cols: u16, rows: u16, keys: &str) -> Session {
    let mut session = Session::new(STORY, cols, rows);
    session.keys("5").keys(keys);
    session
}

/// The page of the milestone with an id.
fn page(cols: u16, rows: u16, id: &str) -> Session {
    let mut session = Session::new(STORY, cols, rows);
    session.keys("&").typed(&format!("id:{id}")).keys("Enter Enter Esc X 5");
    assert_eq!(session.current(), id);
    session
}

#[test]
fn pages_are_turned_from_the_first_to_the_last() {
    let mut session = at(120, 36, "");
    let mut seen = vec![session.current().to_owned()];
    for _ in 0..95 {
        session.keys("l");
        seen.push(session.current().to_owned());
    }
    let all: Vec<String> =
        session.app.dataset().milestones().map(|milestone| milestone.id().to_owned()).collect();
    assert_eq!(seen, all);
    session.keys("Right");
    assert_eq!((session.current(), session.notice()), ("first-open-double-11", "this is the last page"));
    session.keys("Left");
    assert_eq!(session.current(), all[94]);
    session.keys("g g h");
    assert_eq!(
        (session.current(), session.app.view()),
        (all[0].as_str(), View::Front),
        "before the first page"
    );
    session.keys("Esc G");
    assert_eq!(session.current(), "first-open-double-11");
    session.keys("u 1");
    assert_eq!(session.current(), all[0], "all views share the place");
}

#[test]
fn a_long_page_is_read_to_its_end_before_it_is_turned() {
    for key in ["j", "PgDn", "Ctrl-d"] {
        let mut session = at(40, 12, "l");
        let first = session.current().to_owned();
        let mut text = String::new();
        let mut presses = 0;
        while session.current() == first {
            text += &session.screen();
            session.keys(key);
            presses += 1;
            assert!(presses < 100);
        }
        assert!(presses > 1 && text.contains("Enter opens"), "{key}: {text}");
        assert_eq!(session.app.detail().top, 0, "the next page begins at its top");
        session.keys("k");
        assert_eq!(session.current(), first, "and up from there is the page before");
    }
    // A page that is seen whole is turned at once.
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("5 j j");
    assert_eq!(session.app.cursor(), 2);
    session.keys("PgUp k");
    assert_eq!(session.app.cursor(), 0);
}

#[test]
fn the_walls_between_its_parties_are_told_as_they_stood_that_day() {
    let screen = page(120, 40, "wechat-blocks-laiwang").screen();
    let told = |name: &str, state: &str| {
        let line = screen.lines().find(|line| line.contains(name)).unwrap_or_default();
        assert!(line.ends_with(state), "{name}: {line:?} in\n{screen}");
    };
    assert!(screen.contains("That day"));
    told("Laiwang invites in WeChat", "open → closed");
    told("WeChat tools on Taobao", "closed since 31 July 2013");
    told("Outside codes on Taobao", "closed since 9 August 2013");
    // `2013-11~` may have been that day already, and may not.
    told("Taobao links in WeChat", "open or closed (date not certain)");
    let screen = page(120, 40, "taobao-wechat-pay-live").screen();
    assert!(screen.contains("limited → open"), "{screen}");
    // Of a soft date, by its last possible day.
    let screen = page(120, 40, "wechat-stops-taobao-links").screen();
    assert!(screen.contains("By then"), "{screen}");
}

#[test]
fn what_began_in_a_stretch_of_time_is_not_since_from() {
    let mut session = Session::new(SMALL, 120, 40);
    session.keys("5 g g");
    while session.current() != "douyin-sues" {
        session.keys("l");
    }
    assert!(session.screen().contains("limited (from 22 January to March 2019)"), "{}", session.screen());
}

#[test]
fn the_page_says_where_it_stands() {
    let screen = at(120, 36, "l l").screen();
    assert!(screen.contains("3 of 96 · 2013"), "{screen}");
    let mut session = story();
    session.keys("& k i n d : l i t i g a t i o n Enter 5 G");
    let all = session.app.matches().ids.len();
    assert!(session.screen().contains(&format!("{all} of {all}")), "{}", session.screen());
}

#[test]
fn the_line_of_progress_grows_from_page_to_page() {
    let mut session = at(120, 36, "");
    let mut places = Vec::new();
    for page in 1..=96 {
        let screen = session.screen();
        let line = screen
            .lines()
            .find(|line| line.contains('▲') && line.contains(" of 96"))
            .expect("a line of progress");
        assert!(line.contains(&format!("{page} of 96")), "{line}");
        let line = line.trim_start();
        let done = line.chars().take_while(|c| *c == '━').count();
        assert_eq!(line.chars().nth(done), Some('▲'), "{line}");
        places.push(done);
        session.keys("l");
    }
    assert!(places.is_sorted(), "{places:?}");
    let left = session
        .screen()
        .lines()
        .filter(|line| line.contains(" of 96"))
        .find_map(|line| Some(line.split_once('▲')?.1.contains('─')));
    assert_eq!((places[0], left), (0, Some(false)), "from the one end to the other: {places:?}");
}

#[test]
fn the_milestone_opens_whole_from_its_page() {
    let mut session = at(120, 36, "l Enter");
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.id()), Some("alibaba-suspends-wechat-apps"));
    assert_eq!(session.app.mode(), Mode::Reading);
    session.keys("Esc /").typed("sellers").keys("Enter");
    let buffer = session.buffer();
    assert!(buffer.content().iter().any(|cell| cell.modifier.contains(Modifier::UNDERLINED)), "marked");
}

#[test]
fn nothing_to_read_says_so() {
    let mut session = Session::new("schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n", 80, 24);
    session.keys("5 j l h G g g PgDn");
    assert!(session.screen().contains("This dataset has no milestones yet."), "{}", session.screen());
    let mut session = story();
    session.keys("5 &").typed("kind:litigation year:2014").keys("Enter");
    assert!(session.screen().contains("Nothing matches"), "{}", session.screen());
    session.keys("Enter");
    assert!(!session.app.listed().is_empty(), "Enter takes the way out");
}

#[test]
fn strange_dates_and_hostile_text_are_read_at_every_size() {
    for date in ["Y17E7", "-0044-03-15", "XXXX", "2013/..", "../2013", "[2013-08-01,2021-09-17]"] {
        let text = SMALL.replace("date = \"2023-03\"", &format!("date = \"{date}\""));
        let mut session = Session::new(&text, 120, 36);
        session.keys("5");
        for (cols, rows) in [(0, 0), (30, 8), (40, 10), (60, 20), (120, 36), (400, 100)] {
            session.resize(cols, rows).keys("g g");
            for _ in 0..14 {
                let _ = session.keys("l").buffer();
            }
        }
    }
}

#[test]
fn the_story_at_every_size() {
    assert_snapshot!("story-160x40", page(160, 40, "wechat-blocks-laiwang").picture());
    assert_snapshot!("story-120x36", page(120, 36, "wechat-blocks-laiwang").frame());
    assert_snapshot!("story-80x24", page(80, 24, "wechat-blocks-laiwang").picture());
    assert_snapshot!("story-60x20", page(60, 20, "wechat-blocks-laiwang").picture());
    assert_snapshot!("story-40x12", page(40, 12, "wechat-blocks-laiwang").picture());
    assert_snapshot!("story-40x10", page(40, 10, "wechat-blocks-laiwang").keys("j j j").picture());
    assert_snapshot!("story-ministry-120x36", page(120, 36, "miit-guidance-meeting").picture());
}

#[test]
fn the_story_in_chinese_and_in_both_languages() {
    assert_snapshot!("story-zh-60x20", page(60, 20, "wechat-blocks-laiwang").keys("t").picture());
    assert_snapshot!("story-both-80x24", page(80, 24, "wechat-blocks-laiwang").keys("t t").picture());
}

#[test]
fn the_story_in_narrow_and_ascii_glyphs() {
    let mut session = page(80, 24, "wechat-blocks-laiwang");
    session.theme = Theme { colors: false, glyphs: &NARROW, ..Theme::default() };
    assert_snapshot!("story-narrow-80x24", session.picture());
    assert!(session.buffer().content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    session.theme = Theme { colors: true, glyphs: &ASCII, ..Theme::default() };
    assert_snapshot!("story-ascii-80x24", session.picture());
    for keys in ["", "l l l", "G"] {
        let mut session = Session::new(SMALL, 120, 36);
        session.theme = Theme { colors: true, glyphs: &NARROW, ..Theme::default() };
        session.keys("5").keys(keys);
        let text = SMALL.replace(char::is_whitespace, "");
        let ambiguous = |c: char| "…→–·─│┃━◆▁▂▃▄▅▆▇█".contains(c) && !text.contains(c);
        assert!(!session.screen().contains(ambiguous), "{}", session.screen());
    }
}
