//! Five views of the same milestones: switching never loses the query, the selection, the place or the way back.

use wallchart::app::action::Mode;
use wallchart::app::{App, Start, View};
use wallchart::dataset::load::load;
use wallchart::dataset::{EMBEDDED, Lang, Milestone};
use wallchart::query::Query;

use super::session::{Session, query, story};

/// The story at one of its milestones.
fn at(id: &str) -> Session {
    let mut session = story();
    let dataset = load(EMBEDDED).dataset.expect("a dataset");
    let at = dataset.find(id).map(Milestone::place);
    session.app = App::open_at(dataset, Query::default(), Start { at, ..Start::default() });
    session.resize(120, 36);
    session
}

#[test]
fn a_key_each_shows_a_view_and_the_place_and_all_else_stays() {
    let mut session = at("wechat-links-phase-one");
    session.keys("Space & ").typed("company:tencent").keys("Enter");
    for (key, view) in ["2", "3", "4", "5", "1"].into_iter().zip([
        View::Lanes,
        View::Walls,
        View::Ledger,
        View::Story,
        View::Timeline,
    ]) {
        session.keys(key);
        assert_eq!(session.app.view(), view);
        assert_eq!(session.current(), "wechat-links-phase-one", "{view:?}");
        assert_eq!(query(&session), "company:tencent", "{view:?}");
        assert_eq!(session.selected(), ["wechat-links-phase-one"], "{view:?}");
        // The name of the view stands out, and no other.
        let title = session.screen().lines().next().unwrap_or_default().to_owned();
        assert!(title.contains(view.title()), "{title}");
    }
}

#[test]
fn every_view_walks_through_time() {
    // The Ledger walks through what is between its two companies.
    for key in ["1", "2", "5"] {
        let mut session = at("miit-guidance-meeting");
        session.keys(key).keys("]");
        assert_eq!(session.current(), "miit-press-conference", "in view {key}");
        session.keys("[ [");
        assert_eq!(session.current(), "xiaohongshu-drops-taobao-links", "in view {key}");
        session.keys("g d").typed("2024-09-27").keys("Enter");
        assert_eq!(session.current(), "taobao-wechat-pay-live", "in view {key}");
    }
}

#[test]
fn a_change_of_view_is_a_step_back() {
    let mut session = at("miit-guidance-meeting");
    session.keys("2 5 u");
    assert_eq!(session.app.view(), View::Lanes);
    session.keys("u");
    assert_eq!(session.app.view(), View::Timeline);
    session.keys("Ctrl-r Ctrl-r");
    assert_eq!(session.app.view(), View::Story);
    // To the view that is shown already is no step.
    session.keys("5 5 u");
    assert_eq!(session.app.view(), View::Lanes);
}

#[test]
fn what_was_read_on_the_whole_screen_is_put_away_by_another_view_and_comes_back_with_undo() {
    let mut session = at("miit-guidance-meeting");
    session.keys("Enter 2");
    assert_eq!((session.app.view(), session.app.mode()), (View::Lanes, Mode::Lanes));
    session.keys("u");
    assert_eq!((session.app.view(), session.app.mode()), (View::Timeline, Mode::Reading));
}

#[test]
fn facets_and_the_query_work_in_every_view() {
    for (key, view) in ["2", "3", "4", "5"].into_iter().zip(View::ALL.into_iter().skip(1)) {
        let mut session = story();
        session.keys(key).keys("f c Space Esc");
        assert_eq!((query(&session).as_str(), session.app.view()), ("company:tencent", view));
        session.keys("X & ").typed("year:2021").keys("Enter");
        assert_eq!((query(&session).as_str(), session.app.view()), ("year:2021", view));
        session.keys("/").typed("QQ").keys("Enter n");
        assert!(session.app.search().is_some_and(|search| !search.hits.is_empty()), "{view:?}");
    }
}

#[test]
fn the_sentence_names_the_view_and_the_language() {
    let mut session = at("miit-guidance-meeting");
    assert_eq!(session.app.sentence(), "wallchart --at miit-guidance-meeting");
    session.keys("2 t");
    assert_eq!(session.app.sentence(), "wallchart --view lanes --lang zh --at miit-guidance-meeting");
    let dataset = load(EMBEDDED).dataset.expect("a dataset");
    let start = Start { view: View::Lanes, lang: Lang::Zh, ..Start::default() };
    let app = App::open_at(dataset, Query::default(), start);
    assert_eq!((app.view(), app.lang()), (View::Lanes, Lang::Zh));
}
