//! The mouse: what is under it, and what a hand does there.

use wallchart::app::mode::Mode;
use wallchart::app::mouse::Gesture::{Drag, Press, Release, WheelDown, WheelUp};
use wallchart::app::{Effect, Event, Focus, View};

use super::kit::Kit as _;
use super::session::{Session, query, story};

/// An explorer of the story with the mouse on.
fn with_mouse() -> Session {
    let mut session = story();
    session.keys("M");
    session
}

#[test]
fn it_is_off_until_somebody_turns_it_on() {
    let mut session = story();
    let cell = session.cell_of("WeChat 5.0 brings WeChat Pay");
    session.mouse(Press, cell);
    assert_eq!((session.current(), session.effects.len()), ("jd-drops-alipay", 0));
    session.keys("M");
    assert_eq!(session.effects, [Effect::Mouse(true)]);
    assert!(session.notice().starts_with("the mouse is on: a click selects"), "{}", session.notice());
    session.keys("M");
    assert_eq!(session.effects[1..], [Effect::Mouse(false)]);
    session.mouse(Press, cell);
    assert_eq!(session.current(), "jd-drops-alipay");
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut session = with_mouse();
    let cell = session.cell_of("WeChat 5.0 brings WeChat Pay");
    session.mouse(Press, cell).mouse(Release, cell);
    assert_eq!(session.current(), "wechat-pay-launches");
    assert!(session.app.overlays().is_empty());
    session.mouse(Press, cell);
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.id()), Some("wechat-pay-launches"));
    assert_eq!(session.app.overlays().len(), 1);
    // On a heading, on a blank row and beside everything it does nothing.
    session.keys("Esc");
    let heading = (cell.0, cell.1 - 2);
    for cell in [heading, (0, 0), (119, 35), (500, 500)] {
        session.mouse(Press, cell);
        assert_eq!((session.current(), session.app.overlays().len()), ("wechat-pay-launches", 0), "{cell:?}");
    }
}

#[test]
fn a_click_on_a_view_a_facet_or_a_link_does_what_its_key_does() {
    let mut session = with_mouse();
    let cell = session.cell_of("2 Lanes");
    assert_eq!(session.mouse(Press, cell).app.view(), View::Lanes);
    let cell = session.cell_of("1 Timeline");
    assert_eq!(session.mouse(Press, cell).app.view(), View::Timeline);
    // Where there is room the facets have a pane of their own.
    session.resize(180, 40);
    let cell = session.cell_of("JD.com  ");
    session.mouse(Press, cell);
    assert_eq!((query(&session).as_str(), session.app.focus()), ("company:jd", Focus::Facets));
    session.mouse(Press, cell);
    assert_eq!(query(&session), "");
    // Some of what is related to it stands in sight.
    session.keys("Esc G").resize(160, 60);
    let detail = session.cell_of("‹ follows");
    session.mouse(Press, detail);
    assert_eq!((session.app.focus(), session.app.link().is_some()), (Focus::Detail, true));
    let before = session.current().to_owned();
    session.mouse(Press, detail);
    assert_ne!(session.current(), before, "a second click follows");
    session.keys("u");
    assert_eq!(session.current(), before, "and can be undone");
}

#[test]
fn the_wheel_scrolls_what_it_is_over_and_keys_go_where_they_went() {
    let mut session = with_mouse();
    let list = session.cell_of("WeChat 5.0 brings WeChat Pay");
    session.mouse(WheelDown, list);
    assert_eq!(session.app.cursor(), 3);
    session.mouse(WheelUp, list).mouse(WheelUp, list);
    assert_eq!(session.app.cursor(), 0);
    let facets = session.resize(180, 40).cell_of("JD.com  ");
    session.mouse(WheelDown, facets);
    assert_eq!(
        (session.app.focus(), session.app.facet_pane().cursor, session.app.cursor()),
        (Focus::List, 4, 0)
    );
    session.keys("?").mouse(WheelDown, list);
    let layer = session.app.overlays().last().cloned();
    assert!(matches!(layer, Some(wallchart::app::Overlay::Palette(palette)) if palette.cursor == 3));
    session.keys("Esc Enter").resize(80, 12).mouse(WheelDown, (20, 5));
    assert_eq!(session.app.read().map(|(_, reader)| reader.top), Some(3));
}

#[test]
fn the_wheel_goes_on_in_every_view() {
    for key in ["2", "3", "4", "5"] {
        let mut session = with_mouse();
        session.keys("g d").typed("2021-09-17").keys("Enter").keys(key).resize(120, 24);
        let (here, screen) = (session.app.cursor(), session.screen());
        session.mouse(WheelDown, (60, 12));
        assert_ne!(session.screen(), screen, "view {key}");
        session.mouse(WheelUp, (60, 12));
        assert_eq!(session.app.cursor(), here, "back in view {key}");
    }
}

#[test]
fn a_drag_on_the_strip_selects_a_span() {
    let mut session = with_mouse();
    let (_, years) = session.cell_of("2013  ");
    let (from, to) = (session.cell_of("2018").0, session.cell_of("2019").0);
    session.mouse(Press, (from, years - 1));
    assert_eq!(session.current(), "douyin-adds-taobao-links", "the first of 2018");
    // It is the strip's as long as the button is down, wherever the mouse goes.
    session.mouse(Drag, (from + 3, years - 1)).mouse(Drag, (to - 1, years + 9));
    let dragged: Vec<String> = session.selected().into_iter().map(str::to_owned).collect();
    let of_2018 = session.app.dataset().milestones().filter(|one| one.date().year() == Some(2018));
    assert_eq!(dragged, of_2018.map(|one| one.id().to_owned()).collect::<Vec<_>>());
    session.mouse(Release, (to - 1, years + 9));
    assert!(session.notice().starts_with(&format!("{} selected", dragged.len())), "{}", session.notice());
    // What it selected does not grow with the next step; the press itself was a jump, and can be undone.
    session.keys("G");
    assert_eq!(session.selected(), dragged);
    session.keys("u u");
    assert_eq!(session.current(), "jd-drops-alipay");
}

#[test]
fn a_drag_to_the_left_selects_as_well() {
    let mut session = with_mouse();
    let (_, years) = session.cell_of("2013  ");
    let (from, to) = (session.cell_of("2018").0, session.cell_of("2019").0);
    session
        .mouse(Press, (to - 1, years - 1))
        .mouse(Drag, (from, years - 1))
        .mouse(Release, (from, years - 1));
    assert_eq!((session.selected().len(), session.current()), (6, "douyin-adds-taobao-links"));
}

#[test]
fn a_click_in_the_lanes_goes_to_the_lane_and_to_what_is_nearest_there() {
    let mut session = with_mouse();
    session.keys("2 g g g d").typed("2021-09-17").keys("Enter");
    let name = session.cell_of("Feishu in WeChat");
    session.mouse(Press, name);
    assert_eq!(session.current(), "wechat-blocks-feishu");
    // On the wall, the milestone that is nearest to the day that was clicked.
    let lane = session.cell_of("From WeChat into Taobao");
    let (early, late) = (session.cell_of(" 14 ").0 + 1, session.cell_of(" 23 ").0 + 1);
    session.mouse(Press, (early, lane.1));
    assert_eq!(session.current(), "taobao-blocks-wechat-jumps");
    session.mouse(Press, (late, lane.1));
    assert_eq!(session.current(), "wechat-links-phase-two");
    session.mouse(Press, (late, lane.1));
    assert_eq!(
        session.app.wall_page(),
        session.app.lanes().lane(),
        "a second click opens the page of the wall"
    );
    assert_eq!(session.app.overlays().len(), 1);
    // There a click chooses a line, and a second one follows it.
    let line = session.cell_of("phase two");
    session.mouse(Press, line);
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.id()), Some("wechat-links-phase-two"));
    session.mouse(Press, line);
    assert_eq!(session.app.mode(), Mode::Reading);
    session.keys("Esc");
    // A heading is no lane.
    session.keys("Esc");
    let heading = session.cell_of("Links");
    session.mouse(Press, heading);
    assert_eq!((session.current(), session.app.overlays().len()), ("wechat-links-phase-two", 0));
}

#[test]
fn a_click_in_the_walls_goes_to_the_wall_and_the_day_stays() {
    let mut session = with_mouse();
    session.keys("3 g d").typed("2021-09-17").keys("Enter");
    let (col, row) = session.cell_of("closed Aug 2017");
    session.mouse(Press, (col, row));
    let wall =
        |session: &Session| session.app.current_wall().map(|id| session.app.dataset().barrier(id).id.clone());
    assert_eq!(wall(&session).as_deref(), Some("weibo-bytedance-access"));
    assert_eq!(session.app.day().to_string(), "2021-09-17");
    // Where there is no wall nothing happens.
    session.mouse(Press, (col, 1));
    assert_eq!(wall(&session).as_deref(), Some("weibo-bytedance-access"));
    session.mouse(Press, (col - 20, row));
    assert_eq!(session.app.wall_page(), session.app.current_wall());
}

#[test]
fn a_click_in_the_ledger_and_in_the_story_goes_to_the_milestone() {
    let mut session = with_mouse();
    session.keys("4 g d").typed("2021-09-17").keys("Enter");
    let cell = session.cell_of("Alipay opens Taobao checkouts");
    session.mouse(Press, cell);
    assert_eq!(session.current(), "alipay-unionpay-interop");
    session.keys("5");
    let here = session.app.cursor();
    session.mouse(Press, (100, 10));
    assert_eq!(session.app.cursor(), here + 1, "the right half turns the page");
    session.mouse(Press, (10, 10)).mouse(Press, (10, 10));
    assert_eq!(session.app.cursor(), here - 1);
}

#[test]
fn a_click_while_the_walls_play_only_stops_them() {
    let mut session = with_mouse();
    session.keys("3 P");
    session.event(Event::Tick);
    let (day, tab) = (session.app.day(), session.cell_of("1 Timeline"));
    assert!(session.app.pace().is_some());
    session.mouse(Press, tab);
    assert_eq!((session.app.pace(), session.app.view(), session.app.day()), (None, View::Walls, day));
}
