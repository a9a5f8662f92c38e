//! The Lanes: what a reader sees in them, and how one goes about in them.

use chrono::NaiveDate;
use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use wallchart::app::lanes::{LaneSort, shown_day};
use wallchart::app::{App, Start, View};
use wallchart::dataset::load::load;
use wallchart::dataset::{Barrier, BarrierOutcome, Milestone, last_day, said_outcome};
use wallchart::query::Query;
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW, UNICODE};
use wallchart::words::en;

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session};

/// The Lanes of the story at a milestone.
fn at(id: &str, cols: u16, rows: u16) -> Session {
    let dataset = load(STORY).dataset.expect("a dataset");
    let at = dataset.find(id).map(Milestone::place);
    let mut session = Session::new(STORY, cols, rows);
    session.app = App::open_at(dataset, Query::default(), Start { at, ..Start::default() });
    session.resize(cols, rows).keys("2");
    session
}

/// The id of the current lane's barrier.
fn lane(session: &Session) -> &str {
    let lane = session.app.lanes().lane();
    lane.map_or("", |id| session.app.dataset().barrier(id).id.as_str())
}

/// The column of time in which the current milestone stands.
fn col(session: &Session) -> Option<usize> {
    session.app.lanes_scale().col(session.app.current().and_then(shown_day)?)
}

/// The row on which `text` stands.
fn row(session: &Session, text: &str) -> String {
    let screen = session.screen();
    screen
        .lines()
        .find(|line| line.contains(text))
        .unwrap_or_else(|| panic!("no {text}:\n{screen}"))
        .to_owned()
}

#[test]
fn at_every_size() {
    for (cols, rows) in [(160, 40), (120, 36), (80, 24), (60, 20), (40, 12), (40, 10)] {
        let session = at("wechat-links-phase-two", cols, rows);
        assert_snapshot!(format!("lanes-{cols}x{rows}"), session.picture());
    }
    assert_snapshot!("lanes-styles-80x24", at("wechat-links-phase-two", 80, 24).frame());
}

#[test]
fn in_other_glyphs_other_words_and_close_up() {
    for (name, glyphs) in [("ascii", &ASCII), ("narrow", &NARROW)] {
        let mut session = at("wechat-links-phase-two", 80, 24);
        session.theme = Theme { glyphs, ..Theme::default() };
        assert_snapshot!(format!("lanes-{name}-80x24"), session.resize(80, 24).picture());
    }
    assert_snapshot!("lanes-zh-80x24", at("wechat-links-phase-two", 80, 24).keys("t").picture());
    assert_snapshot!("lanes-quarters-120x36", at("wechat-links-phase-two", 120, 36).keys("+ +").picture());
    assert_snapshot!(
        "lanes-days-120x36",
        at("wechat-links-phase-two", 120, 36).keys("+ + + + + +").picture()
    );
}

#[test]
fn a_stranger_can_say_when_taobao_links_opened_and_how_long_the_wall_stood() {
    let session = at("wechat-links-phase-two", 120, 36);
    assert!(row(&session, "Taobao links in WeChat").ends_with("open since Nov 2021 · shut ~8.0 y"));
    let told =
        "closed about November 2013, limited 17 September 2021, open 29 November 2021: shut about 8.0 years";
    assert!(session.screen().contains(told), "{}", session.screen());
    assert!(row(&session, "Feishu in WeChat").ends_with("closed 2020 · no opening found"));
    assert!(row(&session, "Outside video in WeChat").ends_with("shut 3 d"));
    // Whoever is on a lane without an opening is told up to when none was found.
    let session = at("wechat-blocks-feishu", 120, 36);
    assert_eq!(lane(&session), "wechat-feishu-links");
    assert!(session.screen().contains("closed 28 February 2020: no opening found by the end of 2024"));
}

#[test]
fn a_stranger_can_say_so_at_eighty_columns_too() {
    let session = at("wechat-links-phase-two", 80, 24);
    assert!(
        row(&session, "Taobao links in WeChat").ends_with("open Nov 2021 · shut ~8.0 y"),
        "{}",
        session.screen()
    );
    let told = "closed ~2013, limited 2021, open 29 November 2021: shut about 8.0 years";
    assert!(session.screen().contains(told), "{}", session.screen());
    assert!(row(&session, "Outside codes on Taobao").ends_with("closed 2013 · not seen open"));
}

#[test]
fn lanes_are_grouped_by_channel_sorted_by_when_they_closed_and_end_in_what_became_of_them() {
    let session = at("wechat-links-phase-two", 160, 80);
    let (dataset, screen) = (session.app.dataset(), session.screen());
    let mut below = screen.lines().skip(5);
    let mut last: Option<(_, Option<NaiveDate>)> = None;
    for id in session.app.shown_barriers().ids() {
        let (barrier, history) = (dataset.barrier(*id), dataset.history(*id));
        let of_channel = |one: &&Barrier| one.channel == barrier.channel;
        let count = dataset.barriers().iter().filter(of_channel).count();
        let heading = format!("{} {count}", dataset.channel(barrier.channel).name);
        // Where no closing is known, by the first thing that is.
        let closed = history.closures().first().and_then(|closure| closure.closed).unwrap_or(0);
        let closed = history.steps().get(closed).map(|step| step.from);
        match last {
            Some((channel, before)) if channel == barrier.channel => {
                assert!(before.is_some() && before <= closed, "{}", barrier.id);
            }
            _ => assert!(below.any(|line| line.trim() == heading), "{heading} is missing:\n{screen}"),
        }
        last = Some((barrier.channel, closed));
        let name = barrier.name.as_str();
        let line = below.find(|line| line.trim_start().starts_with(name));
        let line = line.unwrap_or_else(|| panic!("{name} is not in its place:\n{screen}"));
        let outcome = said_outcome(*id, dataset, &en::WORDS).row(35, "·");
        assert!(line.ends_with(&outcome), "{line} and {outcome}");
    }
    assert_eq!(session.app.shown_barriers().ids().len(), 49);
}

#[test]
fn names_and_how_long_stay_where_they_are_whatever_is_seen_of_time() {
    let ends = |session: &Session| -> Vec<(String, String)> {
        let cut = |line: &str| {
            // Behind the names is what lies before, behind the walls what lies after: a column each.
            (line.chars().take(28).collect(), line.chars().skip(84).collect())
        };
        session.screen().lines().skip(5).take(20).map(cut).collect()
    };
    let mut session = at("wechat-links-phase-two", 120, 36);
    let whole = ends(&session);
    assert!(whole.iter().any(|(name, long)| name.contains("Taobao links") && long.contains("8.0 y")));
    for keys in ["+", "+ +", "l", "h h", "-", "0"] {
        session.keys(keys);
        assert_eq!(ends(&session), whole, "after {keys}");
    }
}

#[test]
fn without_colours_walls_are_told_by_their_height_and_the_current_lane_is_reverse() {
    let mut session = at("wechat-links-phase-two", 120, 36);
    let coloured = session.screen();
    session.theme = Theme { colors: false, ..Theme::default() };
    let buffer = session.buffer();
    assert!(buffer.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert_eq!(session.screen(), coloured, "no glyph stands for a colour");
    let reverse = |y: u16| (0..120).any(|x| buffer[(x, y)].modifier.contains(Modifier::REVERSED));
    let rows: Vec<String> = (1..36)
        .filter(|y| reverse(*y))
        .map(|y| super::session::rows(&buffer)[usize::from(y)].clone())
        .collect();
    assert!(rows.iter().all(|row| row.contains("Taobao links in WeChat")) && rows.len() == 1, "{rows:?}");
}

#[test]
fn the_lane_follows_the_milestone_and_stays_where_it_can() {
    let mut session = at("wechat-links-phase-one", 120, 36);
    let first = lane(&session).to_owned();
    assert_eq!(first, "wechat-taobao-links");
    session.keys("] ]");
    assert_eq!(session.current(), "wechat-pay-unionpay-interop");
    assert_eq!(lane(&session), "wechatpay-unionpay-codes");
    // What moves no barrier leaves the reader on the lane.
    session.keys("g d").typed("2021-10-29").keys("Enter");
    assert_eq!(
        (session.current(), lane(&session)),
        ("samr-super-platform-drafts", "wechatpay-unionpay-codes")
    );
    assert!(session.screen().contains("not on this lane"));
}

#[test]
fn from_lane_to_lane_a_reader_stays_near_in_time_and_comes_back() {
    let mut session = at("wechat-links-phase-two", 120, 36);
    let here = (session.current().to_owned(), lane(&session).to_owned());
    let mut seen = Vec::new();
    for _ in 0..6 {
        session.keys("j");
        seen.push(lane(&session).to_owned());
        let (id, lane) = (session.app.current().expect("one"), session.app.lanes().lane().expect("one"));
        assert!(id.effects().iter().any(|effect| effect.barrier == lane), "{} on {lane:?}", id.id());
    }
    assert_eq!(seen[..2], ["wechat-group-shop-links", "taobao-wechat-jump"]);
    session.keys("k k k k k k");
    assert_eq!((session.current().to_owned(), lane(&session).to_owned()), here);
    session.keys("G");
    assert!(!session.screen().contains("more below"));
    session.keys("g g");
    assert_eq!(lane(&session), "taobao-external-qr");
    assert!(!session.screen().contains("more above"));
}

#[test]
fn from_a_milestone_on_no_lane_the_way_back_leads_to_it_as_well() {
    let mut session = at("samr-opens-alibaba-probe", 120, 36);
    let here = lane(&session).to_owned();
    session.keys("j");
    assert_ne!(session.current(), "samr-opens-alibaba-probe");
    session.keys("k");
    assert_eq!((session.current(), lane(&session)), ("samr-opens-alibaba-probe", here.as_str()));
}

#[test]
fn who_begins_begins_at_the_top() {
    for (cols, rows) in [(120, 36), (80, 24), (40, 12)] {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("2");
        assert_eq!((session.current(), lane(&session)), ("jd-drops-alipay", "taobao-external-qr"));
        assert!(!session.screen().contains("more above") && session.screen().contains("Taobao links"));
    }
}

#[test]
fn zooming_keeps_the_milestone_in_its_column() {
    let mut session = at("miit-guidance-meeting", 120, 36);
    let before = col(&session);
    assert!(before.is_some());
    let mut days = vec![session.app.lanes_scale().days()];
    for _ in 0..5 {
        session.keys("+");
        assert_eq!(col(&session), before);
        days.push(session.app.lanes_scale().days());
    }
    assert!(days.is_sorted_by(|one, next| one > next), "{days:?}");
    session.keys("+ + +");
    assert_eq!(session.app.lanes_scale().days(), 53, "a day a column");
    assert_eq!(session.notice(), "a column is a day: closer there is nothing");
    session.keys("- - -");
    assert_eq!(col(&session), before);
    // A zoom is a step back; the whole span is one key away.
    let zoomed = session.app.lanes_scale();
    session.keys("0");
    assert_eq!(session.app.lanes_scale().days(), 4383);
    session.keys("u");
    assert_eq!(session.app.lanes_scale(), zoomed);
}

#[test]
fn panning_ends_where_there_is_nothing_more_and_moves_no_milestone() {
    let mut session = at("miit-guidance-meeting", 120, 36);
    session.keys("+ +");
    let first = session.app.lanes_scale().first();
    session.keys("l");
    assert!(session.app.lanes_scale().first() > first);
    session.keys("h");
    assert_eq!(session.app.lanes_scale().first(), first);
    session.keys("l l l l l l l l l l l l l l l l l l l l");
    assert_eq!(session.app.lanes_scale().last().to_string(), "2024-12-31");
    assert_eq!((session.notice(), session.current()), ("nothing came later", "miit-guidance-meeting"));
    session.keys("h h h h h h h h h h h h h h h h h h h h");
    assert_eq!(session.app.lanes_scale().first().to_string(), "2013-01-01");
    // A step through time brings the milestone back into sight.
    session.keys("]");
    assert!(col(&session).is_some());
}

#[test]
fn prehistory_is_said_to_lie_before_what_is_shown() {
    let mut session = at("jd-drops-alipay", 120, 36);
    session.keys("] [");
    assert_eq!(lane(&session), "alipay-on-jd");
    assert!(row(&session, "Alipay on JD.com").contains(" ‹▇"), "{}", session.screen());
    assert!(session.screen().contains("closed from 17 May to 24 August 2011, limited 29 October 2024"));
}

#[test]
fn filters_leave_the_lanes_that_a_match_moves_and_dimming_leaves_all() {
    let mut session = at("wechat-links-phase-two", 120, 36);
    session.keys("& ").typed("barrier:wechat-taobao-links").keys("Enter");
    let shown: Vec<&str> = session
        .app
        .shown_barriers()
        .ids()
        .iter()
        .map(|id| session.app.dataset().barrier(*id).id.as_str())
        .collect();
    assert!(shown.contains(&"wechat-taobao-links") && shown.len() < 15, "{shown:?}");
    assert!(session.screen().contains(&format!("{} of 49", shown.len())));
    session.keys(".");
    assert_eq!(session.app.shown_barriers().ids().len(), 49);
    session.keys(". X & ").typed("kind:merger-or-none").keys("Esc");
    session.keys("& ").typed("id:samr-final-guidelines").keys("Enter");
    assert!(session.screen().contains("No barrier was moved by what matches id:samr-final-guidelines."));
    session.keys("X");
    assert_eq!(session.app.shown_barriers().ids().len(), 49);
}

#[test]
fn strange_datasets_have_lanes_too() {
    let head = "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n";
    let parts = "[[company]]\nid = \"a\"\nname = \"A\"\n[[channel]]\nid = \"l\"\nname = \"链接\"\n\
        [[kind]]\nid = \"k\"\nname = \"K\"\ntone = \"closing\"\nglyph = \"▼\"\nascii = \"v\"\n\
        [[source]]\nid = \"s\"\npublisher = \"S\"\ntitle = \"S\"\n\
        [[barrier]]\nid = \"g\"\nname = \"一二三四五六七八九十一二三四五六七八九十\"\nholders = [\"a\"]\nagainst = [\"any\"]\nchannel = \"l\"\n\
        [[barrier]]\nid = \"idle\"\nname = \"Idle\"\nholders = [\"a\"]\nagainst = [\"any\"]\nchannel = \"l\"\n";
    for dates in ["-0043", "Y17E7", "2020-05/..", "../1066", "0001/9999", "2021-09-09"] {
        let milestone = format!(
            "[[milestone]]\nid = \"m\"\ndate = \"{dates}\"\ntitle = \"M\"\nkind = \"k\"\nsummary = \"M\"\n\
             confidence = \"low\"\neffects = [{{ barrier = \"g\", state = \"closed\" }}]\ncites = [{{ source = \"s\" }}]\n"
        );
        for (cols, rows) in [(120, 36), (40, 12), (30, 8)] {
            let mut session = Session::new(&format!("{head}{parts}{milestone}"), cols, rows);
            session.keys("2 + + + h h l l j k - 0 + ] [ G g g");
            assert!(session.screen().contains("一二三"), "{dates} at {cols}x{rows}:\n{}", session.screen());
        }
    }
    let mut session = Session::new(head, 80, 24);
    assert!(session.keys("2 + h j").screen().contains("This dataset has no barriers."));
}

#[test]
fn an_effect_with_a_day_of_its_own_is_on_its_lane() {
    // Announced on 12 September 2024, open on the 27th.
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("G");
    while session.current() != "payment-opens" {
        session.keys("k");
    }
    session.keys("2");
    assert_eq!(lane(&session), "taobao-payment");
    assert_eq!(session.app.step_on_lane(), Some((3, 3)));
}

#[test]
fn a_dataset_without_a_span_or_an_end_of_it_shows_what_it_tells_of() {
    let text = SMALL.replace("span = \"2013/2024\"\n", "");
    let mut session = Session::new(&text, 120, 36);
    session.keys("2");
    let scale = session.app.lanes_scale();
    assert_eq!(scale.first().to_string(), "2011-01-01");
    assert_eq!(scale.last().to_string(), "2024-10-01", "the last day that is told of");
    // Nor is an end that is open the end of the first year.
    let text = SMALL.replace("span = \"2013/2024\"", "span = \"2013/..\"");
    let scale = Session::new(&text, 120, 36).keys("2").app.lanes_scale();
    assert_eq!(
        (scale.first().to_string(), scale.last().to_string()),
        ("2013-01-01".into(), "2024-10-01".into())
    );
}

/// The small dataset, and what moves one more of its barriers, by dates.
fn moved_on<'a>(dates: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let source =
        SMALL.split_once("source = \"").and_then(|(_, rest)| rest.split_once('"')).expect("a source").0;
    let steps = dates.enumerate().map(|(nth, (date, state))| {
        format!(
            "\n[[milestone]]\nid = \"x{nth}\"\ndate = \"{date}\"\ntitle = \"X\"\nkind = \"report\"\nsummary = \"X\"\n\
             confidence = \"low\"\neffects = [{{ barrier = \"wechat-douyin-links\", state = \"{state}\" }}]\n\
             cites = [{{ source = \"{source}\" }}]\n"
        )
    });
    std::iter::once(SMALL.to_owned()).chain(steps).collect()
}

#[test]
fn what_has_no_room_on_the_line_of_a_barrier_is_marked() {
    let years: Vec<String> = (1990..2002).map(|year| year.to_string()).collect();
    let text = moved_on(years.iter().map(String::as_str).zip(["closed", "limited"].into_iter().cycle()));
    let mut session = Session::new(&text, 400, 40);
    session.keys("2 j j j j j j");
    while lane(&session) != "wechat-douyin-links" {
        session.keys("k");
    }
    assert!(session.screen().contains("limited 1997, …"), "{}", session.screen());
}

#[test]
fn a_crowded_column_counts_its_milestones_and_opens() {
    let dates = [("2016-03-11", "closed"), ("2016-03-21", "limited"), ("2016-03-31", "open")];
    let mut session = Session::new(&moved_on(dates.into_iter()), 120, 36);
    session.keys("2 g d").typed("2016-03-11").keys("Enter");
    assert_eq!((session.current(), lane(&session)), ("x0", "wechat-douyin-links"));
    assert!(row(&session, "Douyin links").contains("+3"), "{}", session.screen());
    // Each of them is a step away, and the count stays the current cell.
    session.keys("]");
    assert_eq!(session.current(), "x1");
    assert!(row(&session, "Douyin links").contains("+3"), "{}", session.screen());
    // Closer they stand by themselves.
    session.keys("+ + + +");
    assert!(row(&session, "Douyin links").contains(" ○▇○▄○▁"), "{}", session.screen());
    // And what is current opens whole.
    session.keys("Enter");
    assert!(session.screen().contains("21 March 2016"), "{}", session.screen());
}

#[test]
fn a_range_is_stretched_along_the_lane() {
    let mut session = Session::new(SMALL, 120, 36);
    session.keys("2 j j");
    let (from, own) = (session.current().to_owned(), lane(&session).to_owned());
    session.keys("Shift-Down");
    assert_ne!(session.current(), from);
    assert_eq!(lane(&session), own, "it stays on its lane");
    let selected = session.selected().len();
    assert!(session.app.selection().is_ranging() && selected > 1);
    session.keys("Shift-Up");
    assert_eq!((session.current(), lane(&session)), (from.as_str(), own.as_str()), "there and back");
    session.keys("G Shift-Down Shift-Down Shift-Down Shift-Down Shift-Down Shift-Down");
    assert_eq!(session.notice(), "this is the last on its lane");
}

#[test]
fn what_is_on_no_lane_is_marked_on_the_axis_beside_its_year() {
    let mut session = at("samr-super-platform-drafts", 120, 36);
    assert!(session.screen().contains("not on this lane"));
    let axis = row(&session, "by the end of 2024");
    assert!(axis.contains(UNICODE.here) && axis.contains("21 ") && axis.contains("22 "), "{axis}");
    // On a year that is told by its place in reverse, and stays that year.
    session.keys("g d").typed("2013-02").keys("Enter");
    let axis = row(&session, "by the end of 2024");
    assert!(axis.contains(" 2013 14 "), "{axis}");
}

/// The lanes in sight, and their headings, by name.
fn names(session: &Session) -> Vec<String> {
    let name = |line: &str| line.chars().skip(1).take(27).collect::<String>().trim_end().to_owned();
    session.screen().lines().skip(5).map(name).take_while(|name| !name.is_empty()).collect()
}

#[test]
fn lanes_are_sorted_by_channel_by_outcome_and_by_length_a_key_each() {
    let mut session = at("wechat-links-phase-two", 120, 90);
    let by_channel = names(&session);
    let here = lane(&session).to_owned();
    assert!(session.screen().contains("sorted by channel") && by_channel[0].starts_with("Links "));
    session.keys("s");
    let by_outcome = names(&session);
    assert!(session.screen().contains("sorted by outcome"), "{}", session.screen());
    assert!(by_outcome[0].starts_with("Opened after being shut "), "{by_outcome:?}");
    session.keys("s");
    let by_length = names(&session);
    assert!(session.screen().contains("sorted by length") && by_length[0].starts_with("Ten years and more "));
    // All of them stand in each, and the reader stays on the lane.
    let dataset = session.app.dataset();
    for names in [&by_channel, &by_outcome, &by_length] {
        for barrier in dataset.barriers() {
            assert!(names.contains(&barrier.name), "{} of {names:?}", barrier.name);
        }
    }
    assert_eq!(lane(&session), here);
    assert_eq!(names(session.keys("s")), by_channel);
    assert_eq!(names(session.keys("u")), by_length);
    assert_eq!(names(session.keys("u")), by_outcome);
    assert_eq!(session.app.sentence(), "wallchart --view lanes --sort outcome --at wechat-links-phase-two");
    assert_eq!(names(session.keys("u")), by_channel);
    assert_eq!(session.app.sentence(), "wallchart --view lanes --at wechat-links-phase-two");
    // What is copied as a command line opens so.
    let at = session.app.dataset().find("wechat-links-phase-two").map(Milestone::place);
    let start = Start { at, view: View::Lanes, sort: LaneSort::Outcome, ..Start::default() };
    session.app = App::open_at(load(STORY).dataset.expect("a dataset"), Query::default(), start);
    assert_eq!(names(session.resize(120, 90)), by_outcome);
}

#[test]
fn of_walls_that_stand_alike_the_longest_shut_comes_first() {
    let session = at("wechat-links-phase-two", 120, 90).keys("s").app.lanes_sorted().clone();
    let dataset = load(STORY).dataset.expect("a dataset");
    let day = last_day(&dataset);
    let mut seen = 0;
    for (place, (_, start)) in session.groups().iter().enumerate() {
        let end = session.groups().get(place + 1).map_or(session.ids().len(), |(_, next)| *next);
        let shut = session.ids()[*start..end].iter().map(|id| {
            BarrierOutcome::on(day, dataset.history(*id)).before.map_or(-1, |before| before.days.min)
        });
        assert!(
            shut.clone().is_sorted_by(|one, next| one >= next),
            "{place}: {:?}",
            shut.collect::<Vec<_>>()
        );
        seen += end - start;
    }
    assert_eq!(seen, dataset.barriers().len());
}

#[test]
fn two_keys_say_which_walls_have_no_opening() {
    for (cols, rows) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("2 s");
        let screen = session.screen();
        let mut below = screen.lines().skip_while(|line| !line.contains("Closed, no opening found "));
        assert!(below.next().is_some(), "{screen}");
        assert!(below.next().is_some_and(|line| line.contains(" closed")), "{screen}");
    }
}

#[test]
fn no_outcome_is_cut_at_any_width() {
    for text in [STORY, SMALL] {
        let mut session = Session::new(text, 120, 90);
        session.keys("2");
        for cols in 40..=200 {
            let screen = session.resize(cols, 90).screen();
            let dataset = session.app.dataset();
            for id in session.app.shown_barriers().ids() {
                let said = said_outcome(*id, dataset, &en::WORDS);
                let forms: Vec<String> =
                    (8..=40).flat_map(|cols| [said.row(cols, "·"), said.short_row(cols, "·")]).collect();
                // At 40 columns a name may be cut, at 60 none is.
                let name: String = dataset.barrier(*id).name.chars().take(20).collect();
                let line = screen.lines().find(|line| line.trim_start().starts_with(&name));
                let line = line.unwrap_or_else(|| panic!("no {name} at {cols}:\n{screen}"));
                assert!(
                    forms.iter().any(|form| line.ends_with(&format!(" {form}"))),
                    "{cols}: {line} and {forms:?}"
                );
                assert!(cols < 45 || !line.contains('…'), "{cols}: {line}");
            }
        }
    }
}
