//! The language in which a reader reads what the dataset holds in two.

use insta::assert_snapshot;
use ratatui::style::Modifier;
use wallchart::app::{App, Start};
use wallchart::dataset::load::load;
use wallchart::dataset::{Lang, Milestone};
use wallchart::query::Query;
use wallchart::text::width;

use super::session::{SMALL, STORY, Session, story};

/// The story at a milestone, in a language.
fn at(lang: Lang, id: &str, cols: u16, rows: u16) -> Session {
    let mut session = story();
    let dataset = load(STORY).dataset.expect("a dataset");
    let at = dataset.find(id).map(Milestone::place);
    session.app = App::open_at(dataset, Query::default(), Start { at, lang, ..Start::default() });
    session.resize(cols, rows);
    session
}

const PHASE_TWO: &str = "wechat-links-phase-two";

#[test]
fn the_story_in_chinese_and_in_both_at_every_width() {
    for (name, lang) in [("zh", Lang::Zh), ("both", Lang::Both)] {
        assert_snapshot!(format!("{name}-120x36"), at(lang, PHASE_TWO, 120, 36).picture());
        assert_snapshot!(format!("{name}-80x24"), at(lang, PHASE_TWO, 80, 24).picture());
        assert_snapshot!(format!("{name}-40x12"), at(lang, PHASE_TWO, 40, 12).picture());
        assert_snapshot!(
            format!("{name}-reading-60x40"),
            at(lang, PHASE_TWO, 60, 40).keys("Enter").picture()
        );
    }
}

#[test]
fn a_key_goes_through_the_languages_and_says_which_one_is_shown() {
    let mut session = at(Lang::En, PHASE_TWO, 160, 60);
    let has = |session: &Session, text: &str| session.screen().contains(text);
    let (en, zh) = ("WeChat phase two: direct opening", "▲ 微信外链更新：点对点直开，群聊试行电商外链");
    assert!(has(&session, en) && !has(&session, zh));
    session.keys("t");
    assert_eq!(
        (session.app.lang(), session.notice()),
        (Lang::Zh, "shown in Chinese, where there is any; t shows both")
    );
    assert!(
        has(&session, zh) && has(&session, "蚂蚁集团") && has(&session, "解除链接屏蔽 · high confidence")
    );
    // What is our own stays: dates, headings, states.
    assert!(has(&session, "29 November 2021") && has(&session, "Effects"));
    assert!(has(&session, "open, after"), "{}", session.screen());
    session.keys("t");
    assert_eq!(session.app.lang(), Lang::Both);
    assert_eq!(session.notice(), "shown in English and Chinese; t shows English alone");
    assert!(has(&session, "Tencent (腾讯)") && has(&session, "Link unblocking (解除链接屏蔽)"));
    session.keys("t");
    assert_eq!((session.app.lang(), session.notice()), (Lang::En, "shown in English; t shows Chinese"));
    assert_eq!(session.current(), PHASE_TWO, "the place stays");
}

#[test]
fn a_dataset_without_chinese_says_that_it_has_none() {
    let lines: Vec<&str> = SMALL.lines().filter(|line| !line.contains("_zh = ")).collect();
    let text = lines.join("\n");
    let mut session = Session::new(&text, 120, 36);
    let before = session.screen();
    session.keys("t");
    assert_eq!(session.notice(), "this dataset has no Chinese: its texts are shown as they are");
    assert_eq!(session.app.lang(), Lang::En);
    session.keys("j k");
    assert_eq!(session.screen(), before);
}

#[test]
fn both_summaries_are_read_one_after_the_other() {
    let mut session = Session::new(SMALL, 160, 40);
    while session.current() != "taobao-blocks-wechat" {
        session.keys("j");
    }
    let milestone = session.app.current().expect("a milestone");
    assert_eq!(milestone.summary_zh().as_deref(), Some("链接在十一月前后无法打开。"));
    let plain: String = milestone.summary().split(' ').take(3).collect::<Vec<_>>().join(" ");
    let place = |session: &Session, text: &str| session.screen().find(text);
    let zh = "链接在十一月前后";
    assert!(place(&session, &plain).is_some() && place(&session, zh).is_none(), "{}", session.screen());
    session.keys("t");
    assert!(place(&session, &plain).is_none() && place(&session, zh).is_some(), "{}", session.screen());
    session.keys("t");
    let (first, second) = (place(&session, &plain), place(&session, zh));
    assert!(first.is_some() && first < second, "{}", session.screen());
}

/// What stands out on the row of the list that holds `text`.
fn marked(session: &Session, text: &str) -> String {
    let (_, y) = session.cell_of(text);
    let buffer = session.buffer();
    let cells = (0..buffer.area.width).map(|x| &buffer[(x, y)]);
    let is_marked = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
    cells.filter(is_marked).map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn a_search_marks_what_is_read() {
    let mut session = at(Lang::Zh, PHASE_TWO, 80, 24);
    session.keys("/").typed("外链").keys("Enter");
    assert_eq!(marked(&session, "▲ 微信外链更新"), "外链外链");
    // Where both are read, in either.
    let mut session = at(Lang::Both, "xiaohongshu-drops-taobao-links", 160, 40);
    session.keys("/").typed("小红书").keys("Enter");
    assert_eq!(marked(&session, "▼ Xiaohongshu ends Taobao links in posts (小红书"), "小红书");
    session.keys("/").typed("posts").keys("Enter");
    assert_eq!(marked(&session, "▼ Xiaohongshu ends Taobao links in posts (小红书"), "posts");
}

#[test]
fn names_in_chinese_are_ticked_and_narrowed_like_others() {
    let mut session = at(Lang::Zh, PHASE_TWO, 120, 36);
    session.keys("f c Space");
    assert_eq!(session.app.query().to_string(), "company:tencent");
    assert!(session.screen().contains("✓ 腾讯"), "{}", session.screen());
    session.keys("/").typed("阿里");
    assert!(session.screen().contains("  阿里巴巴"), "{}", session.screen());
}

#[test]
fn nothing_is_wider_than_the_screen_in_any_language() {
    for lang in Lang::ALL {
        for cols in (30..140).step_by(7) {
            let mut session = at(lang, PHASE_TWO, cols, 30);
            for keys in ["", "f", "Esc Enter"] {
                let screen = session.keys(keys).screen();
                assert!(
                    screen.lines().all(|row| width(row) <= usize::from(cols)),
                    "{cols} {lang:?}\n{screen}"
                );
            }
        }
    }
}
