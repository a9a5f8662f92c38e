//! What the Timeline tells beside its milestones: how long it was quiet, what answered what, and how long a wall had
//! stood.

use insta::assert_snapshot;
use wallchart::app::timeline::TimelineRow;
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::session::{Session, story};

/// The story narrowed to `query`, at one of its milestones, on a screen of some size.
fn at(query: &str, id: &str, cols: u16, rows: u16) -> Session {
    let mut session = story();
    session.resize(cols, rows).keys("&").typed(query).keys("Enter");
    walk_to(&mut session, id);
    session
}

fn walk_to(session: &mut Session, id: &str) {
    session.keys("g g");
    while session.current() != id {
        let before = session.current().to_owned();
        session.keys("j");
        assert_ne!(session.current(), before, "{id} is not listed");
    }
}

/// The row of the screen with `text` on it.
#[track_caller]
fn row(session: &Session, text: &str) -> String {
    let screen = session.screen();
    screen.lines().find(|row| row.contains(text)).unwrap_or_else(|| panic!("{text} in\n{screen}")).to_owned()
}

#[test]
fn a_long_quiet_time_is_one_line_that_says_how_much_the_filter_hides() {
    // From 24 August 2011 to 31 July 2013.
    let session = at("", "jd-drops-alipay", 120, 36);
    assert!(row(&session, "quiet").contains("23 months quiet"), "{}", session.screen());
    // JD.com had a part in nothing from 10 March 2014 to 24 July 2020: 2,328 days.
    let session = at("company:jd", "jd-drops-alipay", 120, 36);
    assert!(
        row(&session, "6.4 years").contains("6.4 years, 23 hidden by the filter"),
        "{}",
        session.screen()
    );
    let dataset = session.app.dataset();
    let [from, to] = ["2014-03-10", "2020-07-24"]
        .map(|day| dataset.milestones().position(|one| one.date().as_written() == day).expect("a milestone"));
    assert_eq!(to - from - 1, 23);
    // Dimmed, they are there.
    let mut session = session;
    session.keys(".");
    assert!(!session.screen().contains("hidden by the filter"));
}

#[test]
fn no_key_stops_on_a_quiet_row_and_paging_keeps_it_in_its_place() {
    let mut session = at("company:jd", "jd-drops-alipay", 80, 24);
    let rows = session.app.timeline().rows();
    let quiet = (0..rows)
        .filter(|row| matches!(session.app.timeline().row(*row), Some(TimelineRow::Quiet(_))))
        .count();
    assert!(quiet >= 3, "{quiet}");
    for place in 1..session.app.listed().len() {
        session.keys("j");
        let (timeline, cursor) = (session.app.timeline(), session.app.cursor());
        assert_eq!(cursor, place);
        assert_eq!(timeline.row(timeline.row_of(cursor)), Some(TimelineRow::Milestone(cursor)));
    }
}

#[test]
fn the_detail_says_how_long_a_wall_had_stood() {
    for (id, told) in [
        ("wechat-links-phase-one", "Taobao links in WeChat: limited, after about 7.8 years closed"),
        ("wechat-links-phase-two", "Taobao links in WeChat: open, after about 8.0 years shut"),
        ("wechat-stops-taobao-links", "Taobao links in WeChat: closed, was open"),
        ("wechat-blocks-yidao", "about 16 July 2016: open, after 3 days shut"),
        ("qq-opens-links", "closed again, by then shut for 3.4 years"),
        ("taote-takes-wechat-pay", "WeChat Pay on Taote: open, how long it had been shut is not known"),
        ("jd-logistics-serves-taobao", "JD Logistics on Taobao: open, after at least 4.2 years shut"),
    ] {
        let mut session = at("", id, 120, 60);
        let screen = session.keys("Enter").screen();
        let words: Vec<&str> = screen.split_whitespace().collect();
        assert!(words.join(" ").contains(told), "{told} in\n{screen}");
    }
}

#[test]
fn quiet_times_threads_and_effects_at_every_size() {
    let shown = |cols, rows| at("company:jd", "kuaishou-cuts-taobao-jd-links", cols, rows);
    assert_snapshot!("told-160x40", shown(160, 40).picture());
    assert_snapshot!("told-120x36", shown(120, 36).frame());
    assert_snapshot!("told-80x24", shown(80, 24).picture());
    assert_snapshot!("told-60x20", shown(60, 20).picture());
    assert_snapshot!("told-40x12", shown(40, 12).picture());
    assert_snapshot!("told-40x10", shown(40, 10).picture());
    for (name, glyphs) in [("narrow", &NARROW), ("ascii", &ASCII)] {
        let mut session = shown(80, 24);
        session.theme = Theme { colors: true, glyphs, ..Theme::default() };
        let screen = session.picture();
        assert!(!screen.contains(['‹', '›', '…']), "{screen}");
        assert_snapshot!(format!("told-{name}-80x24"), screen);
    }
}

/// Every text of a milestone, in whichever table it stands, is read on its page.
#[test]
fn no_text_of_a_milestone_is_left_unshown() {
    let text = include_str!("../data/small.toml")
        .replace("state = \"trial\" }]", "state = \"trial\", note = \"By halves.\" }]")
        .replacen(
            "cites = [{ source = \"paper-2021-09-17\" }]",
            "landmark = \"One to one\"\ndisputed = true\nnote_zh = \"存疑。\"\nnote = \"Which of the two days is not settled.\"\n\
             cites = [{ source = \"paper-2021-09-17\", supports = \"the days\", note = \"Read twice.\" }]",
            1,
        )
        .replacen(
            "id = \"paper-2021-09-17\"\n",
            "id = \"paper-2021-09-17\"\nvia = \"translation\"\nparaphrased = true\nnote = \"Copy of a copy.\"\n",
            1,
        );
    let mut session = Session::new(&text, 120, 60);
    walk_to(&mut session, "links-open");
    let screen = session.keys("Enter t t").screen();
    for said in [
        "By halves.",
        "★ One to one",
        "disputed",
        "Which of the two days",
        "存疑。",
        "the days",
        "Read twice.",
        "read in translation",
        "title paraphrased",
        "Copy of a copy.",
    ] {
        assert!(screen.contains(said), "{said} in\n{screen}");
    }
}
