//! Key scripts against the state machine: no terminal, no frame.

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, story};
use wallchart::app::mode::Mode;
use wallchart::app::overlays::help;
use wallchart::app::palette::HelpEntry;
use wallchart::app::reader::Link;
use wallchart::app::{Copying, Effect, Focus, Outcome, Overlay};
use wallchart::files::Existing;

fn small() -> Session {
    Session::new(SMALL, 120, 36)
}

#[test]
fn it_opens_on_the_earliest_milestone() {
    assert_eq!(small().current(), "prehistory");
    assert_eq!(story().current(), "jd-drops-alipay");
}

#[test]
fn rows_pages_and_ends_stop_at_the_ends() {
    let mut session = story();
    for (keys, expected) in [
        ("j", 1),
        ("Down Down", 3),
        ("k", 2),
        ("Up Up Up Up", 0),
        ("G", 95),
        ("j", 95),
        ("g g", 0),
        ("End", 95),
        ("Home", 0),
        ("} ", 1),
        ("}", 7),
        ("{", 1),
        ("] ]", 3),
        ("[", 2),
    ] {
        session.keys(keys);
        assert_eq!(session.app.cursor(), expected, "after {keys}");
    }
    let page = session.app.pages().list;
    session.keys("g g PgDn");
    assert_eq!(session.app.cursor(), page);
    session.keys("PgUp Ctrl-d");
    assert_eq!(session.app.cursor(), page / 2 + 1);
}

#[test]
fn the_current_row_is_always_in_sight_below_its_year() {
    let mut session = story();
    for size in [(120, 36), (80, 24), (40, 10), (60, 20), (30, 8)] {
        session.resize(size.0, size.1);
        for keys in ["g g", "G", "PgUp", "PgUp", "k", "}", "{", "j j j"] {
            session.keys(keys);
            let row = session.app.timeline().row_of(session.app.cursor());
            let rows = session.app.top() + 1..session.app.top() + session.app.pages().list;
            assert!(rows.contains(&row), "{keys} at {size:?}: {row} in {rows:?}");
        }
    }
}

#[test]
fn the_done_when_of_the_first_slice() {
    let mut session = story();
    session.keys("f c Space f y");
    // Down to 2021: the years are in order, and 2011 stands before them.
    let years = ["2011", "2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020"];
    session.keys(&"j ".repeat(years.len()));
    session.keys("Space Esc");
    assert_eq!(session.app.query().to_string(), "company:tencent year:2021");
    assert_eq!(session.app.focus(), Focus::List);
    session.keys("g g v j j j");
    let selected: Vec<String> = session.selected().into_iter().map(str::to_owned).collect();
    assert_eq!(selected.len(), 4);
    session.keys("e Enter");
    let [Effect::Write { path, bytes, existing: Existing::Keep, seen: None }] = session.effects.as_slice()
    else {
        panic!("{:?}", session.effects)
    };
    let text = String::from_utf8(bytes.clone()).expect("text");
    for id in &selected {
        let milestone = session.app.dataset().find(id).expect("a milestone");
        assert!(text.contains(milestone.title()), "{id} in\n{text}");
        for cite in milestone.cites() {
            assert!(text.contains(&session.app.dataset().source(cite.source).publisher), "its sources");
        }
    }
    let path = path.clone();
    assert!(path.extension().is_some_and(|extension| extension == "md"), "{path:?}");
    session.done(Outcome::Written(path.clone()));
    assert_eq!(session.notice(), format!("wrote 4 milestones to {}", path.display()));
    assert!(session.app.overlays().is_empty());
}

#[test]
fn a_filter_keeps_the_place_and_brings_back_what_it_hid() {
    let mut session = story();
    session.keys("G");
    assert_eq!(session.current(), "first-open-double-11");
    // The last blocking is years before, and the nearest to it in time all the same.
    session.keys("f k Space Esc");
    assert_eq!(session.app.query().to_string(), "kind:blocking");
    assert_eq!(session.current(), "kuaishou-cuts-taobao-jd-links");
    session.keys("Backspace");
    assert_eq!(session.current(), "first-open-double-11");
}

#[test]
fn another_milestone_is_read_from_its_beginning() {
    let mut session = Session::new(STORY, 80, 24);
    session.keys("Tab PgDn");
    assert_ne!(session.app.detail().top, 0);
    session.keys("f k j Space Esc Tab");
    assert_ne!(session.current(), "jd-drops-alipay");
    assert_eq!(session.app.detail().top, 0);
}

#[test]
fn when_nothing_matches_the_way_out_is_one_key() {
    // The milestone of 2011 is a statement, the first kind; the second kind has none that year.
    let mut session = small();
    session.keys("f y Space f k j Space Esc");
    assert!(session.app.matches().ids.is_empty(), "{}", session.app.query());
    assert!(session.screen().contains("Nothing matches year:2011 kind:report."));
    session.keys("j k G e v");
    assert_eq!(session.notice(), "nothing matches");
    session.keys("X");
    assert_eq!(session.app.matches().ids.len(), 12);
}

#[test]
fn backspace_drops_the_last_term_and_x_drops_all() {
    let mut session = story();
    session.keys("f c Space f y Space Esc Backspace");
    assert_eq!(session.app.query().to_string(), "company:tencent");
    session.keys("X");
    assert!(session.app.query().is_empty());
    session.keys("X");
    assert_eq!(session.notice(), "no filter is on");
}

#[test]
fn enter_in_the_facets_takes_only_this_value() {
    let mut session = story();
    session.keys("f c Space j Space j Enter");
    assert_eq!(session.app.query().to_string(), "company:bytedance");
}

#[test]
fn a_group_opens_to_its_end() {
    let mut session = story();
    session.keys("f c j j j j j j Enter");
    session.keys("f c");
    session.keys(&"j ".repeat(24));
    session.keys("Space");
    assert_eq!(session.app.query().terms().len(), 1, "the 25th company is chosen");
    assert_eq!(session.app.query().terms()[0].field.key(), "company");
}

#[test]
fn f_waits_for_a_group_and_any_other_key_means_what_it_always_does() {
    let mut session = story();
    session.keys("f j");
    assert_eq!((session.app.focus(), session.app.facet_pane().cursor), (Focus::Facets, 2));
    session.keys("Esc g x");
    assert_eq!(session.notice(), "g x does nothing here; ? lists all keys");
    session.keys("g Esc g g");
    assert_eq!(session.app.cursor(), 0);
}

#[test]
fn marks_and_a_range_are_one_selection() {
    let mut session = story();
    session.keys("Space j j v j j");
    assert_eq!(session.app.selection().count(), 4);
    session.keys("o");
    assert_eq!(session.app.cursor(), 2, "o goes to the other end");
    session.keys("v G Space");
    assert_eq!(session.app.selection().count(), 5, "v again keeps the range");
    session.keys("g g Space");
    assert_eq!(session.app.selection().count(), 4, "Space again takes a mark away");
    session.keys("Esc");
    assert!(session.app.selection().is_empty());
    session.keys("Shift-Down Shift-Down");
    assert_eq!(session.selected().len(), 3);
    session.keys("Esc");
    assert!(session.app.selection().is_empty());
    session.keys("Ctrl-a");
    assert_eq!(session.app.selection().count(), 96);
}

#[test]
fn a_selection_survives_filters_and_says_what_is_not_shown() {
    let mut session = story();
    session.keys("v j j j f y Space Esc");
    assert_eq!((session.app.selection().count(), session.app.selection().hidden()), (4, 3));
    assert!(session.screen().contains("4 selected, 3 not shown"));
    session.keys("e");
    assert!(session.screen().contains("Export 4 of 96 milestones"));
}

#[test]
fn esc_peels_one_layer_at_a_time_and_never_quits() {
    let mut session = story();
    session.keys("v j f");
    session.keys("Esc");
    assert_eq!(session.app.focus(), Focus::List);
    assert!(!session.app.selection().is_empty());
    session.keys("Enter ? Esc");
    assert_eq!(session.app.mode(), Mode::Reading);
    session.keys("Esc Esc Esc Esc Esc");
    assert!(session.effects.is_empty() && session.app.selection().is_empty());
}

#[test]
fn esc_and_a_key_that_came_in_one_piece_are_two_keys() {
    let mut session = story();
    session.keys("Enter Alt-j");
    assert!(session.app.overlays().is_empty());
    assert_eq!(session.app.cursor(), 1);
}

#[test]
fn q_closes_what_is_open_and_then_quits_and_ctrl_c_always_does() {
    let mut session = story();
    session.keys("Enter q");
    assert!(session.effects.is_empty() && session.app.overlays().is_empty());
    session.keys("f q q");
    assert_eq!(session.effects, [Effect::Quit]);
    for keys in ["Enter", "?", "e", "f", "g", "y", "e g"] {
        let mut session = story();
        session.keys(keys).keys("Ctrl-c");
        assert_eq!(session.effects, [Effect::Quit], "{keys}");
    }
}

#[test]
fn what_leads_out_does_so_behind_the_beginning_of_other_keys() {
    let mut session = story();
    session.keys("g q");
    assert_eq!(session.effects, [Effect::Quit]);
    let mut session = story();
    session.keys("Enter y q");
    assert!(session.effects.is_empty() && session.app.overlays().is_empty());
    let mut session = story();
    session.keys("g").resize(10, 3).keys("Ctrl-c");
    assert_eq!(session.effects, [Effect::Quit], "where nothing is seen of what was begun");
}

#[test]
fn a_milestone_opens_at_every_size_and_turns_to_the_next() {
    for (cols, rows) in [(160, 40), (80, 24), (40, 10), (30, 8)] {
        let mut session = story();
        session.resize(cols, rows).keys("j Enter");
        assert!(matches!(session.app.overlays(), [Overlay::Reading(..)]), "{cols}x{rows}");
        assert!(session.screen().contains("Alibaba"), "{cols}x{rows}");
        session.keys("]");
        assert!(session.screen().contains("WeChat 5.0"), "{cols}x{rows}");
        session.keys("Esc");
        assert_eq!(session.current(), "wechat-pay-launches");
    }
}

/// Walks down to the first link to a milestone, and says which.
fn to_a_related_milestone(session: &mut Session) -> String {
    for _ in 0..200 {
        if let Some(Link::Milestone(id)) = session.app.link() {
            return session.app.dataset().milestone(id).id().to_owned();
        }
        session.keys("j");
    }
    panic!("no link came into sight:\n{}", session.screen())
}

#[test]
fn links_are_walked_followed_and_left_again() {
    let mut session = story();
    session.keys("G Enter");
    let first = to_a_related_milestone(&mut session);
    session.keys("Enter");
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.id()), Some(first.as_str()));
    session.keys("Esc");
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.id()), Some("first-open-double-11"));
    session.keys("Esc Tab");
    let beside = to_a_related_milestone(&mut session);
    session.keys("Enter");
    assert_eq!(session.current(), beside, "beside the list, the list goes to a linked milestone");
}

#[test]
fn a_link_that_the_filter_hides_is_read_on_top() {
    let mut session = story();
    // Nothing of the last milestone's story but itself is of its kind and year.
    session.keys("f y End").keys("Esc");
    while session.current() != "miit-guidance-meeting" {
        session.keys("j");
    }
    session.keys("f k j j Enter f y j j j j j j j j j Space Esc");
    assert_eq!(session.app.query().to_string(), "kind:regulation year:2021");
    assert_eq!(session.current(), "miit-guidance-meeting");
    session.keys("Tab");
    let hidden = loop {
        let id = to_a_related_milestone(&mut session);
        let place = session.app.dataset().find(&id).expect("a milestone").place();
        if session.app.matches().place(place).is_err() {
            break id;
        }
        session.keys("j");
    };
    session.keys("Enter");
    assert!(matches!(session.app.overlays(), [Overlay::Reading(..)]));
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.id()), Some(hidden.as_str()));
    // From there, years and the next in time are those after it, not those after the row of the list.
    session.keys("]");
    let next = session.current().to_owned();
    assert_eq!(next, "samr-fines-meituan");
    session.keys("Esc");
    assert_eq!(session.current(), next);
}

#[test]
fn years_are_walked_from_what_is_read() {
    let mut session = story();
    session.keys("G Enter");
    // Back along what it follows, as far as another year.
    while session.app.read().is_some_and(|(milestone, _)| milestone.date().year() == Some(2024)) {
        to_a_related_milestone(&mut session);
        session.keys("Enter");
    }
    let (milestone, _) = session.app.read().expect("a milestone");
    let year = milestone.date().year().expect("a year");
    let next = session
        .app
        .dataset()
        .milestones()
        .filter_map(|milestone| milestone.date().year())
        .find(|next| *next > year);
    session.keys("}");
    assert_eq!(session.app.current().and_then(|milestone| milestone.date().year()), next);
}

#[test]
fn a_link_stays_in_sight_below_the_palette_too() {
    let mut session = Session::new(SMALL, 100, 30);
    session.keys("l Up").keys("?").resize(100, 8);
    let (_, reader) = session.app.read().expect("a milestone");
    let page = &session.app.pages().text;
    let line = reader.link.map(|link| page.links[link]);
    assert!(line.is_none_or(|line| (reader.top..reader.top + page.rows).contains(&line)));
}

#[test]
fn a_marked_link_is_always_in_sight() {
    for (cols, rows) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut session = Session::new(STORY, cols, rows);
        for _ in 0..12 {
            session.keys("Enter");
            for _ in 0..40 {
                session.keys("j");
                let Some((_, reader)) = session.app.read() else { panic!("nothing is read") };
                let page = &session.app.pages().text;
                let line = reader.link.map_or(reader.top, |link| page.links[link]);
                assert!((reader.top..reader.top + page.rows).contains(&line), "{cols}x{rows}");
            }
            session.keys("Esc j");
        }
    }
}

#[test]
fn keys_never_go_to_a_pane_that_is_not_there() {
    for (cols, rows) in [(59, 30), (40, 12), (80, 19)] {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("l Tab Tab");
        assert_ne!(session.app.focus(), Focus::Detail, "{cols}x{rows}");
    }
    let mut session = story();
    session.keys("l");
    assert_eq!(session.app.focus(), Focus::Detail);
    session.resize(40, 12);
    assert_eq!(session.app.focus(), Focus::List);
}

#[test]
fn a_screen_too_small_to_show_anything_takes_only_keys_that_leave() {
    let mut session = story();
    session.keys("e").resize(20, 5).keys("Enter j X");
    assert!(session.effects.is_empty());
    session.keys("Ctrl-c");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn reading_on_does_not_stretch_a_range_and_a_mark_in_a_range_keeps_it() {
    let mut session = story();
    session.keys("v j Enter ] ] Esc");
    assert_eq!(session.selected().len(), 2);
    let mut session = story();
    session.keys("v j j Space");
    assert_eq!((session.app.selection().is_ranging(), session.selected().len()), (false, 2));
}

#[test]
fn a_source_is_opened_and_its_address_copied() {
    let mut session = story();
    session.keys("b y l");
    let [Effect::Browse(opened), Effect::Copy(Copying { text: copied, .. })] = session.effects.as_slice()
    else {
        panic!("{:?}", session.effects)
    };
    assert_eq!(opened, copied);
    assert!(opened.starts_with("http"), "{opened}");
    session.done(Outcome::Failed("no browser could be started".to_owned()));
    assert!(session.app.notice().is_some_and(|notice| notice.is_bad));
}

#[test]
fn the_palette_finds_runs_and_gives_reasons() {
    let mut session = story();
    session.keys("F1").typed("next pane").keys("Enter");
    assert_eq!((session.app.focus(), session.app.overlays().len()), (Focus::Detail, 0));
    session.keys("Esc ?").typed("drop all");
    assert!(session.screen().contains("(no filter is on)"));
    session.keys("Enter");
    assert_eq!(session.notice(), "no filter is on");
    session.keys("Ctrl-u").typed("quit at once").keys("Enter");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn everything_works_with_arrows_enter_and_function_keys_alone() {
    // A Chinese input method swallows letters.
    let mut session = story();
    session.keys("F1");
    let is_chosen = |session: &Session| matches!(help::chosen(&session.app), Some(HelpEntry::Action(row)) if row.name == "facet-year");
    for _ in 0..200 {
        if !is_chosen(&session) {
            session.keys("Down");
        }
    }
    session.keys("Enter");
    assert_eq!(session.app.focus(), Focus::Facets);
    session.keys("Down Space Left Right Esc");
    assert_eq!(session.app.query().to_string(), "year:2013");
}

#[test]
fn pasted_text_is_text_in_a_prompt_and_nothing_elsewhere() {
    let mut session = story();
    session.paste("q\nX");
    assert!(session.effects.is_empty());
    assert!(session.notice().contains("prompt"));
    session.keys("e").paste("c.md");
    assert!(session.notice().contains("prompt"));
    session.keys("Shift-Tab Ctrl-u").paste("a\nb.md");
    session.keys("Enter");
    assert!(matches!(&session.effects[..], [Effect::Write { path, .. }] if path.to_str() == Some("a b.md")));
}

#[test]
fn a_key_that_changes_nothing_draws_nothing() {
    let mut session = story();
    for (key, redraws) in
        [("k", false), ("j", true), ("Home", true), ("Home", false), ("Esc", true), ("h", true)]
    {
        assert_eq!(session.press(key.parse().expect("a key")), redraws, "{key}");
    }
}

#[test]
fn a_key_without_a_meaning_says_so() {
    let mut session = story();
    session.keys("Z");
    assert_eq!(session.notice(), "Z does nothing here; ? lists all keys");
    session.keys("j");
    assert_eq!(session.notice(), "");
}
