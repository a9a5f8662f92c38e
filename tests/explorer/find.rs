//! Finding: search, dates, related milestones, and the view that brings a screen back.

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, ids, query, story};
use wallchart::app::mode::Mode;
use wallchart::app::reader::Link;
use wallchart::app::{App, Clipboard, Copying, Effect, Focus, Outcome, Start};
use wallchart::dataset::Milestone;
use wallchart::dataset::load::load;
use wallchart::query::{Field, Query};

fn small() -> Session {
    Session::new(SMALL, 120, 36)
}

/// The sentence in which a search says where it is.
fn hits(session: &Session) -> String {
    let screen = session.screen();
    let line = screen.lines().rev().nth(1).expect("a filter line");
    line.trim().to_owned()
}

#[test]
fn the_same_list_by_facets_by_typing_and_as_the_command_line_reads_it() {
    let typed = {
        let mut session = story();
        session.keys("&").typed("between:alibaba,tencent channel:payment year:2021..2024").keys("Enter");
        assert_eq!(session.app.mode(), Mode::List);
        ids(&session).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    // Tencent and Alibaba, both in it; then the years, then the channel, found by a part of its name.
    let mut session = story();
    session.keys("f c Space j Space");
    assert_eq!(query(&session), "company:tencent,alibaba");
    assert!(session.notice().contains("any / between"), "{}", session.notice());
    session.keys("k k Space");
    assert_eq!(query(&session), "between:tencent,alibaba");
    session.keys("f y / 2 0 2 1 Enter Space Esc f y / 2 0 2 2 Enter Space Esc");
    session.keys("f y / 2 0 2 3 Enter Space Esc f y / 2 0 2 4 Enter Space Esc");
    session.keys("f k");
    while session.app.facet_pane().field(&session.app.facet_rows()) != Some(Field::Channel) {
        session.keys("j");
    }
    session.keys("/ p a y Enter Space Esc Esc");
    assert_eq!(query(&session), "between:tencent,alibaba year:2021,2022,2023,2024 channel:payment");
    assert_eq!(ids(&session), typed);
    assert!(typed.len() > 5 && typed.contains(&"taobao-wechat-pay-live".to_owned()), "{typed:?}");
    // What the command line reads, and what the screen says would be typed there.
    let dataset = load(STORY).dataset.expect("a dataset");
    let mut said = Query::default();
    said.and(Field::Year, "2021..2024", &dataset).expect("years");
    said.extend(Query::parse("between:腾讯,阿里巴巴 channel:支付", &dataset).whole().expect("no fault"));
    let said = App::new(dataset, said);
    let ids: Vec<&str> = said.matches().ids.iter().map(|id| said.dataset().milestone(*id).id()).collect();
    assert_eq!(ids, typed);
}

#[test]
fn a_search_goes_to_its_hits_hides_nothing_and_wraps_with_a_word() {
    let mut session = story();
    session.keys("/").typed("ele.me");
    assert_eq!(session.app.matches().ids.len(), 96, "nothing is hidden");
    let first = session.current().to_owned();
    session.keys("Enter");
    let all = session.app.search().map(|search| search.hits.len()).expect("a search");
    assert!(all > 2, "{all}");
    assert!(hits(&session).starts_with("/ele.me 1/"), "{}", hits(&session));
    session.keys("n");
    assert!(hits(&session).starts_with(&format!("/ele.me 2/{all} in ")), "{}", hits(&session));
    session.keys(&"n ".repeat(all - 2));
    assert_eq!(session.notice(), "");
    session.keys("n");
    assert_eq!((session.current(), session.notice()), (first.as_str(), "after the last comes the first"));
    session.keys("N");
    assert_eq!(session.notice(), "before the first comes the last");
    session.keys("Esc");
    assert!(session.app.search().is_none(), "Esc peels the search");
    session.keys("n");
    assert_eq!(session.notice(), "nothing is searched for: / begins");
}

#[test]
fn a_search_that_is_left_was_never_made() {
    let mut session = story();
    session.keys("j j");
    let here = session.current().to_owned();
    session.keys("/").typed("double 11");
    assert_ne!(session.current(), here);
    session.keys("Esc");
    assert_eq!((session.current(), session.app.search()), (here.as_str(), None));
    session.keys("u");
    assert_eq!(session.notice(), "there is nothing to undo");
    // The one before comes back.
    session.keys("/").typed("taobao").keys("Enter /").typed("nowhere at all").keys("Esc");
    assert_eq!(session.app.search().map(|search| search.text.as_str()), Some("taobao"));
}

#[test]
fn a_search_reads_the_whole_language_and_says_what_is_wrong() {
    let mut session = story();
    session.keys("/").typed("kind:litigation").keys("Enter");
    assert!(session.app.current().is_some_and(|milestone| milestone.kind().id == "litigation"));
    session.keys("/").typed("kind:litigatoin");
    assert!(
        session.screen().contains("no kind is called `litigatoin`; did you mean"),
        "{}",
        session.screen()
    );
    session.keys("Enter");
    assert_eq!(session.app.mode(), Mode::Search, "what cannot be read stays");
    assert!(session.app.notice().is_some_and(|notice| notice.is_bad));
    session.keys("Ctrl-u").typed("xyzzy").keys("Enter");
    assert_eq!(session.notice(), "no title, text, note, name or id here has xyzzy");
}

#[test]
fn hits_are_within_the_filter_and_follow_it() {
    let mut session = story();
    session.keys("/").typed("alipay").keys("Enter");
    let all = session.app.search().map(|search| search.hits.len()).expect("a search");
    session.keys("f y Space Esc");
    let within = session.app.search().map(|search| search.hits.len()).expect("a search");
    assert!((1..all).contains(&within), "{within} of {all}");
    session.keys("f y Space Esc .");
    assert_eq!(session.app.search().map(|search| search.hits.len()), Some(all));
}

#[test]
fn undo_and_redo_walk_a_hundred_steps_of_query_view_and_jumps() {
    let mut session = story();
    let mut seen = vec![(query(&session), session.current().to_owned(), session.app.dims())];
    let steps = ["f c Space Esc", "G", "{", "f k j Space Esc", ".", "g g", "g d 2 0 2 1 Enter", "X"];
    for _ in 0..15 {
        for step in steps {
            session.keys(step);
            let now = (query(&session), session.current().to_owned(), session.app.dims());
            if seen.last() != Some(&now) {
                seen.push(now);
            }
        }
    }
    assert!(seen.len() > 100, "{}", seen.len());
    for expected in seen.iter().rev().skip(1) {
        session.keys("u");
        let now = (query(&session), session.current().to_owned(), session.app.dims());
        assert_eq!(&now, expected);
    }
    session.keys("u");
    assert_eq!(session.notice(), "there is nothing to undo");
    for expected in &seen[1..] {
        session.keys("Ctrl-r");
        let now = (query(&session), session.current().to_owned(), session.app.dims());
        assert_eq!(&now, expected);
    }
    session.keys("Ctrl-r");
    assert_eq!(session.notice(), "there is nothing to redo");
    session.keys("u j j u");
    assert_eq!(session.notice(), "", "single moves are no steps");
}

#[test]
fn a_date_is_typed_as_people_do_and_the_nearest_is_found() {
    let mut session = story();
    for (typed, expected) in [
        ("sept 2021", "2021-09-09"),
        ("2021q3", "2021-07-14"),
        ("2021-09-13", "2021-09-13"),
        ("9.9.2021", "2021-09-09"),
        ("2022年6月", "2022-06-14"),
        ("9 to 11 September 2021", "2021-09-09"),
        ("about 12 September 2024", "2024-09-12"),
    ] {
        session.keys("g g g d").typed(typed).keys("Enter");
        let date = session.app.current().map(|milestone| milestone.date().as_written().to_owned());
        assert_eq!(date.as_deref(), Some(expected), "{typed}");
    }
    session.keys("g d").typed("1999").keys("Enter");
    assert_eq!(
        (session.current(), session.notice()),
        ("jd-drops-alipay", "nothing here is of 1999: this is the nearest")
    );
    session.keys("g d").typed("soon").keys("Enter");
    assert_eq!(session.app.mode(), Mode::Date);
    assert!(session.app.notice().is_some_and(|notice| notice.is_bad));
    session.keys("Esc u");
    assert_ne!(session.current(), "jd-drops-alipay", "the jump is undone");
}

#[test]
fn a_date_is_typed_in_full_width_as_well() {
    let mut session = story();
    session.keys("g d").typed("２０２１年９月");
    assert!(!session.screen().contains("no date yet"), "{}", session.screen());
    session.keys("Enter");
    let date = session.app.current().map(|milestone| milestone.date().as_written().to_owned());
    assert_eq!((date.as_deref(), session.app.mode()), (Some("2021-09-09"), Mode::List));
}

#[test]
fn star_walks_milestones_between_the_same_parties() {
    let mut session = story();
    session.keys("g d").typed("2013-07-31").keys("Enter");
    let parties = |milestone: Milestone<'_>| {
        let all: Vec<String> =
            milestone.actors().chain(milestone.affected()).map(|company| company.id.clone()).collect();
        ["alibaba", "tencent"].iter().all(|id| all.iter().any(|party| party == id))
    };
    assert!(session.app.current().is_some_and(parties));
    let expected = session.app.dataset().milestones().filter(|milestone| parties(*milestone)).count();
    let first = session.current().to_owned();
    for turn in 1..expected {
        session.keys("*");
        assert!(session.app.current().is_some_and(parties));
        assert!(!session.notice().is_empty(), "{turn}");
    }
    session.keys("*");
    assert_eq!(session.current(), first);
    session.keys("#");
    assert_eq!(session.notice(), "before the first comes the last");
}

#[test]
fn related_milestones_are_marked_followed_and_left_again() {
    for (cols, rows) in [(120, 36), (80, 24), (40, 10)] {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("g d").typed("2021-09-09").keys("Enter");
        let (here, links) = session
            .app
            .current()
            .map(|m| (m.id().to_owned(), m.relations().len() + m.incoming().len()))
            .expect("one");
        assert!(links > 1, "{links}");
        session.keys("r");
        let first = session.app.link();
        session.keys("r");
        assert_ne!(session.app.link(), first);
        session.keys(&"r ".repeat(links - 1));
        assert_eq!(session.app.link(), first, "around");
        session.keys("Enter");
        let there = session.app.read().map(|(milestone, _)| milestone.id().to_owned()).expect("one");
        assert_ne!(there, here, "{cols}x{rows}");
        session.keys("u");
        let back = session.app.read().map(|(milestone, _)| milestone.id().to_owned()).expect("one");
        assert_eq!(back, here, "{cols}x{rows}");
        assert_eq!(session.app.link(), first, "at the link that was followed");
    }
}

#[test]
fn related_begins_with_the_first_after_a_source() {
    let mut session = story();
    session.keys("g d").typed("2021-09-09").keys("Enter Enter r");
    let first = session.app.link();
    let links = session.app.read().map(|(m, _)| m.relations().len() + m.incoming().len()).expect("one");
    assert!(links > 1);
    for sources in 1..=2 {
        // Past the last related one, on to a source.
        session.keys(&"j ".repeat(100)).keys("g g").keys("r");
        while session.app.link().is_some_and(|link| matches!(link, Link::Milestone(_))) {
            session.keys("j");
        }
        session.keys(&"j ".repeat(sources - 1)).keys("r");
        assert_eq!(session.app.link(), first, "{sources}");
    }
}

#[test]
fn the_view_is_a_command_line_that_brings_the_screen_back() {
    let mut session = story();
    session.keys("&").typed("company:tencent -kind:litigation \"mini program\"").keys("Enter");
    session.keys(". /").typed("pay").keys("Enter n y v");
    let Some(Effect::Copy(Copying { text, .. })) = session.effects.last().cloned() else {
        panic!("{:?}", session.effects)
    };
    let at = session.current().to_owned();
    let query = query(&session);
    assert_eq!(
        text,
        format!("wallchart -c tencent -q '-kind:litigation \"mini program\"' --dim --search pay --at {at}")
    );
    assert!(query.starts_with("company:tencent"));
    session.done(Outcome::Copied { what: text.clone(), to: Clipboard::System("wl-copy") });
    assert!(session.notice().ends_with(&text));
    session.keys(": v i e w Enter");
    assert_eq!(session.notice(), text);
    // Opened so, it is the same screen.
    let dataset = load(STORY).dataset.expect("a dataset");
    let place = dataset.find(&at).map(Milestone::place);
    let start =
        Start { file: None, at: place, open: false, dim: true, search: "pay".to_owned(), ..Start::default() };
    let mut again = story();
    again.app = App::open_at(dataset, session.app.query().clone(), start);
    again.resize(120, 36);
    session.keys("Ctrl-l");
    let (before, after) = (session.screen(), again.screen());
    // The footer offers undo to one who has done something.
    let all_but_footer = |screen: &str| screen.lines().rev().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(all_but_footer(&before), all_but_footer(&after));
    assert_eq!(again.app.sentence(), text);
}

#[test]
fn the_file_is_part_of_the_view_and_quoted_for_a_shell() {
    for (file, expected) in [
        ("my timeline.toml", "wallchart 'my timeline.toml' --view timeline"),
        // What no line of text can name is named by whoever reads it.
        ("\u{1b}[2J.toml", "wallchart FILE --view timeline"),
    ] {
        let dataset = load(SMALL).dataset.expect("a dataset");
        let start = Start { file: Some(file.to_owned()), ..Start::default() };
        assert_eq!(App::open_at(dataset, Query::default(), start).sentence(), expected);
    }
}

#[test]
fn a_start_at_what_the_filter_hides_opens_at_the_nearest() {
    let dataset = load(STORY).dataset.expect("a dataset");
    let query = Query::parse("kind:litigation", &dataset).query;
    let at = dataset.find("first-open-double-11").map(Milestone::place);
    let app = App::open_at(dataset, query, Start { at, ..Start::default() });
    let current = app.current().map(|milestone| milestone.date().as_written().to_owned()).expect("one");
    assert!(current.as_str() > "2020", "{current}");
}

#[test]
fn the_list_of_actions_has_every_reason() {
    let mut session = small();
    session.keys("?").typed("undo");
    assert!(session.screen().contains("(there is nothing to undo)"), "{}", session.screen());
    session.keys("Ctrl-u").typed("related");
    assert!(session.screen().contains("mark the next related milestone"));
    session.keys("Esc : ").typed("search").keys("Enter");
    assert_eq!(session.app.mode(), Mode::Search);
}

#[test]
fn prompts_lie_over_every_pane_and_give_it_back() {
    for (pane, focus) in [("f", Focus::Facets), ("l", Focus::Detail), ("", Focus::List)] {
        let mut session = story();
        session.keys(pane).keys("& Esc");
        assert_eq!(session.app.focus(), focus, "{pane}");
    }
    let mut session = story();
    session.keys("Enter /").typed("wechat").keys("Enter n");
    assert_eq!(session.app.mode(), Mode::Reading, "a search turns the pages");
}

#[test]
fn a_hit_is_scrolled_into_sight() {
    for keys in ["", "Enter"] {
        let mut session = Session::new(STORY, 80, 24);
        session.keys("/").typed("unattributed page").keys("Enter").keys(keys).keys("n N");
        let marked =
            session.buffer().content().iter().any(|cell| {
                cell.modifier.contains(ratatui::style::Modifier::UNDERLINED) && cell.symbol() == "u"
            });
        assert!(marked, "{}", session.screen());
    }
}

#[test]
fn an_empty_search_is_the_last_one_again() {
    let mut session = story();
    session.keys("/").typed("wechat pay").keys("Enter");
    let first = session.current().to_owned();
    session.keys("/");
    assert!(
        !session.screen().contains("1/"),
        "nothing is typed, so nothing is found yet:\n{}",
        session.screen()
    );
    session.keys("Enter");
    assert_ne!(session.current(), first);
    assert_eq!(session.app.search().map(|search| search.text.as_str()), Some("wechat pay"));
}

#[test]
fn an_open_page_is_part_of_the_view() {
    let mut session = story();
    session.keys("j j Enter");
    let at = session.app.read().map(|(milestone, _)| milestone.id().to_owned()).expect("one");
    assert_eq!(session.app.sentence(), format!("wallchart --at {at} --open"));
    let dataset = load(STORY).dataset.expect("a dataset");
    let start = Start { at: dataset.find(&at).map(Milestone::place), open: true, ..Start::default() };
    let app = App::open_at(dataset, Query::default(), start);
    assert_eq!((app.mode(), app.sentence()), (Mode::Reading, session.app.sentence()));
}

#[test]
fn a_complaint_never_covers_what_is_being_corrected() {
    let mut session = Session::new(STORY, 40, 10);
    session.keys("g d").typed("foo").keys("Enter");
    let screen = session.screen();
    assert!(screen.contains("go to foo") && screen.contains("foo is no date"), "{screen}");
}

#[test]
fn an_empty_search_with_none_before_it_is_no_search() {
    let mut session = story();
    session.keys("j j");
    let here = session.current().to_owned();
    session.keys("/ Enter");
    assert_eq!(
        (session.current(), session.app.mode(), session.app.search()),
        (here.as_str(), Mode::List, None)
    );
    assert_eq!(session.notice(), "nothing is searched for: / begins");
}

#[test]
fn a_search_without_hits_says_what_it_looked_for() {
    let mut session = story();
    session.keys("/").typed("kind:litigation year:2013 company:didi").keys("Enter");
    assert_eq!(session.notice(), "nothing here matches kind:litigation year:2013 company:didi");
}

#[test]
fn what_is_asked_for_by_name_opens_where_nothing_matches() {
    let dataset = load(STORY).dataset.expect("a dataset");
    let query = Query::parse("year:1999", &dataset).query;
    let at = dataset.find("first-open-double-11").map(Milestone::place);
    let app = App::open_at(dataset, query, Start { at, open: true, ..Start::default() });
    assert_eq!(app.mode(), Mode::Reading);
    assert_eq!(app.sentence(), "wallchart -y 1999 --at first-open-double-11 --open");
}

#[test]
fn what_is_read_is_where_the_reader_is() {
    for keys in ["Enter Esc", "Tab j j h", "Space"] {
        let mut session = Session::new(STORY, 80, 24);
        session.keys("&").typed("year:2021").keys("Enter");
        let here = session.current().to_owned();
        session.keys(keys).keys("X");
        assert_eq!(session.current(), here, "{keys}: it stays when the filter is dropped");
    }
    let mut session = story();
    session.keys("&").typed("year:2021").keys("Enter X");
    assert_eq!(session.current(), "jd-drops-alipay", "what was only shown does not");
}

#[test]
fn dimmed_from_the_start_it_opens_on_the_first_match() {
    let dataset = load(STORY).dataset.expect("a dataset");
    let query = Query::parse("year:2021", &dataset).query;
    let app = App::open_at(dataset, query, Start { dim: true, ..Start::default() });
    assert_eq!(app.current().and_then(|milestone| milestone.date().year()), Some(2021));
    assert_eq!(app.sentence(), "wallchart -y 2021 --dim");
}
