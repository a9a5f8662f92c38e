//! Narrowing: the query line, the facets, the line of filters, and what is dimmed or empty.

use super::kit::Kit as _;
use super::session::{STORY, Session, ids, query, story};
use ratatui::style::Modifier;
use wallchart::app::mode::Mode;
use wallchart::app::{Focus, Outcome, Overlay};
use wallchart::query::Field;
use wallchart::ui::theme;

#[test]
fn what_is_typed_into_the_query_line_shows_at_once_and_the_last_good_result_stays() {
    let mut session = story();
    session.keys("&").typed("year:2021");
    assert_eq!(query(&session), "year:2021");
    let rows = ids(&session).len();
    // A word that may yet become a key is no search.
    session.typed(" compan");
    assert_eq!((query(&session).as_str(), ids(&session).len()), ("year:2021", rows));
    session.typed("y:tencnet");
    assert_eq!((query(&session).as_str(), ids(&session).len()), ("year:2021", rows));
    let screen = session.screen();
    let (line, under) = {
        let mut lines = screen.lines().rev();
        let under = lines.next().expect("a footer");
        (lines.next().expect("the line"), under)
    };
    assert!(line.contains("& year:2021 company:tencnet"), "{line}");
    assert_eq!(under.find("no company"), line.find("tencnet"), "{screen}");
    assert!(under.contains("did you mean `tencent`?"), "{under}");
    session.keys("Enter");
    assert_eq!((session.app.mode(), query(&session).as_str()), (Mode::Query, "year:2021"));
    session.keys("Backspace Backspace Backspace").typed("ent").keys("Enter");
    assert_eq!(query(&session), "year:2021 company:tencent");
    session.keys("u");
    assert_eq!(query(&session), "", "however much was typed, it is one step");
}

#[test]
fn what_is_offered_never_covers_the_current_row() {
    for (cols, rows) in [(120, 36), (80, 24), (60, 16), (40, 12), (40, 10), (30, 8)] {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("G k k &").typed("c");
        let reverse = session.buffer();
        let reverse =
            reverse.content().iter().any(|cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED));
        assert!(reverse, "{cols}x{rows}:\n{}", session.screen());
    }
}

#[test]
fn a_word_like_a_key_is_a_word_once_it_is_kept() {
    let mut session = story();
    session.keys("&").typed("date").keys("Enter");
    assert_eq!(query(&session), "date");
    assert!(!ids(&session).is_empty());
}

#[test]
fn the_query_line_left_by_esc_was_never_edited() {
    let mut session = story();
    session.keys("f c Space Esc &").typed("kind:blocking");
    assert_eq!(query(&session), "company:tencent kind:blocking");
    session.keys("Esc");
    assert_eq!((query(&session).as_str(), session.app.mode()), ("company:tencent", Mode::List));
}

#[test]
fn keys_and_values_are_completed_with_counts_that_come_true() {
    let mut session = story();
    session.keys("&").typed("chan").keys("Tab");
    assert_eq!(query(&session), "");
    session.typed("pay");
    let screen = session.screen();
    let offered = screen.lines().find(|line| line.trim_start().starts_with("payment ")).expect("an offer");
    let count: usize = offered.split_whitespace().last().expect("a count").parse().expect("a number");
    session.keys("Tab Enter");
    assert_eq!((query(&session).as_str(), ids(&session).len()), ("channel:payment", count));
    // Without a key, by any name; arrows choose, Enter puts in, Enter keeps.
    session.keys("X &").typed("腾讯").keys("Down Enter");
    assert_eq!(session.app.mode(), Mode::Query);
    session.keys("Enter");
    assert!(query(&session).contains("tencent"), "{}", query(&session));
    session.keys("X &").typed("zzz").keys("Tab");
    assert_eq!(session.notice(), "nothing begins like this");
}

#[test]
fn values_are_excluded_and_ticks_and_the_line_are_one_state() {
    let mut session = story();
    session.keys("f c x");
    assert_eq!(query(&session), "-company:tencent");
    assert!(ids(&session).len() < 96);
    session.keys("x");
    assert_eq!(query(&session), "");
    session.keys("x Space");
    assert_eq!(query(&session), "company:tencent", "what is chosen is no longer excluded");
    session.keys("x Esc &").typed("-company:alibaba").keys("Enter f c j");
    assert_eq!(query(&session), "-company:tencent -company:alibaba");
    session.keys("Enter");
    assert_eq!(query(&session), "company:alibaba", "only this");
}

#[test]
fn a_paired_company_that_is_excluded_leaves_the_other() {
    let mut session = story();
    session.keys("&").typed("between:tencent,alibaba").keys("Enter f c x");
    assert_eq!(query(&session), "company:alibaba -company:tencent");
    assert!(!session.app.matches().ids.is_empty());
}

#[test]
fn a_long_group_is_narrowed_by_any_name_and_esc_gives_it_back() {
    let mut session = story();
    session.keys("f c / 阿 里");
    let shown: Vec<String> =
        session.screen().lines().filter(|line| line.contains("Alibaba")).map(str::to_owned).collect();
    assert!(!shown.is_empty() && !session.screen().contains("ByteDance  "), "{}", session.screen());
    session.keys("Enter Space");
    assert_eq!(query(&session), "company:alibaba");
    assert_eq!(session.app.mode(), Mode::Facets);
    session.keys("Esc");
    assert_eq!((session.app.mode(), &session.app.facet_pane().narrow), (Mode::Facets, &None));
    session.keys("Esc");
    assert_eq!(session.app.mode(), Mode::List);
}

#[test]
fn a_group_narrowed_to_nothing_says_so_and_keeps_the_cursor() {
    let mut session = story();
    session.keys("f c /").typed("zzz");
    assert!(session.screen().contains("nothing like it"), "{}", session.screen());
    session.keys("Enter Space");
    assert_eq!(
        (query(&session).as_str(), session.notice()),
        ("", "nothing in this group is called that; Esc shows all of it")
    );
    session.keys("Esc Space");
    assert!(query(&session).starts_with("company:"), "{}", query(&session));
}

#[test]
fn dimming_shows_all_and_counts_what_matches() {
    let mut session = story();
    session.keys("j j j f k Space Esc");
    let (matching, here) = (ids(&session).len(), session.current().to_owned());
    session.keys(".");
    assert_eq!(
        (session.app.listed().len(), ids(&session).len(), session.current()),
        (96, matching, here.as_str())
    );
    session.keys("g g j");
    assert!(session.screen().contains(&format!("{matching} of 96")));
    session.keys("v j j j Esc Ctrl-a");
    assert_eq!(session.selected().len(), matching, "all that match are selected, not all that are shown");
    session.keys("Esc . ");
    assert_eq!(session.app.listed().len(), matching);
}

#[test]
fn nothing_is_said_to_be_dimmed_without_a_filter() {
    let mut session = story();
    session.keys("f c Space Esc . X /").typed("pay").keys("Enter");
    assert!(!session.screen().contains("dimmed"), "{}", session.screen());
    let line = session.screen();
    let line = line.lines().rev().nth(1).expect("the line").trim();
    assert!(line.starts_with("/pay ") && !line.contains("ers "), "{line}");
}

#[test]
fn nothing_matches_and_enter_takes_the_term_out_that_says_so() {
    let mut session = story();
    session.keys("&").typed("company:tencent kind:litigation year:2016").keys("Enter");
    assert!(ids(&session).is_empty());
    let count = session.app.way_out().map(|way| way.count).expect("a way out");
    assert!(session.screen().contains(&format!(": {count} milestones without it")), "{}", session.screen());
    session.keys("Enter");
    assert_eq!(ids(&session).len(), count);
    session.keys("u");
    assert!(ids(&session).is_empty(), "and it can be undone");
}

#[test]
fn where_no_single_term_is_to_blame_the_last_ones_go_together() {
    let mut session = story();
    session.keys("&").typed("company:tencent kind:litigation,blocking year:2012 xyzzy").keys("Enter");
    assert!(session.screen().contains("drops year:2012 xyzzy: "), "{}", session.screen());
    session.keys("Enter");
    assert_eq!(query(&session), "company:tencent kind:litigation,blocking");
}

#[test]
fn any_filter_on_the_line_can_be_dropped() {
    let mut session = story();
    session.keys("&").typed("company:tencent year:2021 -kind:litigation").keys("Enter Shift-Tab");
    assert_eq!((session.app.mode(), session.app.term()), (Mode::Terms, Some(0)));
    session.keys("Right Enter");
    assert_eq!(query(&session), "company:tencent -kind:litigation");
    assert_eq!(session.app.term(), Some(1), "the one that came after it");
    session.keys("h Delete");
    assert_eq!(query(&session), "-kind:litigation");
    session.keys("Enter");
    assert_eq!((query(&session).as_str(), session.app.mode()), ("", Mode::List));
    session.keys("u u u");
    assert_eq!(query(&session), "company:tencent year:2021 -kind:litigation");
    session.keys("Tab Tab Tab Tab");
    assert_eq!(session.app.focus(), Focus::List, "around all panes");
}

#[test]
fn alt_edits_a_prompt_and_never_throws_it_away() {
    let mut session = story();
    session.keys("&").typed("company:tencent foo").keys("Alt-b Alt-d");
    assert_eq!((session.app.mode(), query(&session).as_str()), (Mode::Query, "company:tencent"));
    session.keys("Alt-q Alt-e");
    assert_eq!(session.app.mode(), Mode::Query);
    assert!(session.effects.is_empty(), "{:?}", session.effects);
}

#[test]
fn however_narrow_the_line_of_filters_says_what_is_on() {
    for (cols, rows) in [(160, 40), (120, 36), (80, 24), (60, 20), (40, 12), (30, 8)] {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("&").typed("company:tencent year:2013..2023 -kind:litigation").keys("Enter v j");
        session.keys("/").typed("wechat").keys("Enter");
        let screen = session.screen();
        let line = screen.lines().rev().nth(1).expect("a line of filters");
        let terms = session.app.query().terms().iter().all(|term| line.contains(&term.to_string()));
        assert!(terms || line.contains('…'), "{cols}: {line}");
        assert!(line.contains(" of 96") && line.contains('/') && line.contains("selected"), "{cols}: {line}");
        if cols >= 60 {
            assert!(
                line.contains("/wechat") && line.contains("selected") && line.contains(" of 96"),
                "{cols}: {line}"
            );
        }
    }
}

#[test]
fn the_row_in_hand_stays_when_others_are_dimmed() {
    let mut session = story();
    session.keys("&").typed("kind:litigation").keys("Enter");
    let here = session.current().to_owned();
    for _ in 0..2 {
        session.keys(".");
        assert_eq!(session.current(), here);
    }
    session.keys("X . .");
    assert!(!session.app.dims(), "it can be turned off without a filter, too");
}

#[test]
fn a_plain_year_or_a_name_nobody_sees_is_offered_with_its_reason() {
    let mut session = story();
    session.keys("&").typed("2021..2024");
    assert!(session.screen().contains("year:2021..2024"), "{}", session.screen());
    session.keys("Ctrl-u").typed("kind:封锁");
    let screen = session.screen();
    assert!(
        screen.lines().any(|line| line.trim_start().starts_with("blocking ") && line.contains("(封锁)")),
        "{screen}"
    );
}

#[test]
fn f_goes_from_facet_to_facet() {
    let mut session = story();
    let mut seen = Vec::new();
    for _ in 0..=Field::FACETS.len() {
        session.keys("f");
        seen.extend(session.app.facet_pane().field(&session.app.facet_rows()));
    }
    let (last, all) = seen.split_last().unwrap();
    assert_eq!(all, Field::FACETS);
    assert_eq!(*last, Field::Company, "around");
}

#[test]
fn a_facet_that_the_dataset_does_not_have_takes_no_room() {
    let mut session = Session::new(include_str!("../data/deep-time.toml"), 120, 60);
    let mut seen = Vec::new();
    for _ in Field::FACETS {
        session.keys("f");
        seen.extend(session.app.facet_pane().field(&session.app.facet_rows()));
    }
    // It has no platforms.
    let mut there = Field::FACETS.to_vec();
    there.retain(|field| *field != Field::Platform);
    there.push(Field::Company);
    assert_eq!(seen, there, "and around");
    assert!(!session.screen().to_lowercase().contains("platform"), "{}", session.screen());
}

#[test]
fn only_this_takes_the_place_of_what_it_replaces() {
    let mut session = story();
    session.keys("&").typed("company:tencent kind:blocking").keys("Enter f c Enter");
    assert_eq!(query(&session), "company:tencent kind:blocking");
    session.keys("j Enter");
    assert_eq!(query(&session), "company:alibaba kind:blocking");
}

#[test]
fn a_prompt_gives_the_detail_back_where_what_is_offered_took_its_room() {
    for leave in ["Esc", "Enter"] {
        let mut session = Session::new(STORY, 80, 24);
        session.keys("l");
        assert_eq!(session.app.focus(), Focus::Detail);
        session.keys("& c Backspace").keys(leave);
        assert_eq!((session.app.mode(), session.app.focus()), (Mode::Detail, Focus::Detail), "{leave}");
    }
}

#[test]
fn what_is_offered_never_covers_the_end_of_an_open_text() {
    for (cols, rows) in [(120, 36), (80, 24), (60, 16)] {
        let mut session = Session::new(STORY, cols, rows);
        session.keys("g d").typed("2021-09-09").keys("Enter Enter");
        let lines = session.app.pages().text.lines;
        session.keys("&").typed("c");
        let page = session.app.pages().text.rows;
        let screen = session.screen();
        let (text, _) = screen.split_once("───").expect("a rule over what is offered");
        assert!(lines <= page || text.contains("more lines"), "{cols}x{rows}\n{screen}");
        session.keys("Esc");
        assert_eq!(session.app.mode(), Mode::Reading);
    }
}

#[test]
fn narrowing_begins_and_ends_on_the_value_in_hand() {
    let mut session = story();
    session.keys("f c j j j");
    let on = |session: &Session| session.app.facet_rows().get(session.app.facet_pane().cursor).copied();
    let here = on(&session);
    session.keys("/");
    assert_eq!(on(&session), here);
    session.keys("Esc");
    assert_eq!((on(&session), session.app.mode()), (here, Mode::Facets));
    session.keys("/ Enter");
    assert_eq!((on(&session), session.app.mode()), (here, Mode::Facets));
}

#[test]
fn no_filter_goes_without_a_mark_in_any_glyphs() {
    for glyphs in [&theme::UNICODE, &theme::NARROW, &theme::ASCII] {
        let mut session = Session::new(STORY, 110, 12);
        session.theme.glyphs = glyphs;
        session.keys("&").typed("company:腾讯 year:2013,2014,2015 -kind:litigation 支").keys("Enter");
        for cols in 30..110 {
            let screen = session.resize(cols, 12).screen();
            let line = screen.lines().rev().nth(1).expect("a line of filters");
            let terms = session.app.query().terms().iter().all(|term| line.contains(&term.to_string()));
            assert!(terms || line.contains(glyphs.ellipsis), "{cols}: {line}");
            assert!(line.contains(" of 96"), "{cols}: {line}");
        }
    }
}

#[test]
fn the_filter_that_keys_go_to_is_always_in_sight() {
    for cols in [120, 60, 50, 40, 35, 30] {
        let mut session = Session::new(STORY, cols, 12);
        session.keys("&").typed("company:tencent year:2013..2023 -kind:litigation").keys("Enter Ctrl-a");
        session.keys("/").typed("wechat").keys("Enter");
        session.keys("Shift-Tab Shift-Tab");
        while session.app.focus() != Focus::Terms {
            session.keys("Tab");
        }
        for _ in 0..3 {
            let buffer = session.buffer();
            let line = (0..cols).map(|col| &buffer[(col, 10)]);
            let reverse = line.filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count();
            assert!(reverse > 3, "{cols}: {}", session.screen());
            session.keys("Right");
        }
    }
}

#[test]
fn digits_may_yet_be_a_date_but_no_company() {
    let mut session = story();
    session.keys("&").typed("year:２０2");
    assert!(!session.screen().contains("is no date"), "{}", session.screen());
    session.keys("Ctrl-u").typed("company:123");
    assert!(session.screen().contains("known are `tencent`"), "{}", session.screen());
}

#[test]
fn lists_of_values_are_built_with_tab_and_commas() {
    let mut session = story();
    session.keys("&").typed("company:ten").keys("Tab").typed(",ali").keys("Tab Enter");
    assert_eq!(query(&session), "company:tencent,alibaba");
    session.keys("X &").typed("company:ten").keys("Tab").typed(" kind:blo").keys("Tab Enter");
    assert_eq!(query(&session), "company:tencent kind:blocking", "a blank that is there is not typed twice");
}

#[test]
fn esc_takes_back_a_choice_before_the_line() {
    let mut session = story();
    session.keys("&").typed("company:").keys("Down Down");
    assert!(session.screen().contains("Enter put in"), "{}", session.screen());
    session.keys("Esc");
    assert_eq!(session.app.mode(), Mode::Query);
    assert!(session.screen().contains("& company:"));
    session.keys("Esc");
    assert_eq!(session.app.mode(), Mode::List);
}

#[test]
fn a_notice_that_goes_on_says_so() {
    let mut session = Session::new(STORY, 40, 12);
    session.done(Outcome::Failed("no way to the clipboard from here, nor from anywhere else. ".repeat(4)));
    let screen = session.screen();
    let notice: Vec<&str> = screen.lines().rev().take(4).collect();
    assert!(notice[0].ends_with('…'), "{screen}");
}

#[test]
fn a_group_that_is_gone_to_is_in_sight_and_its_choice_too() {
    let mut session = Session::new(STORY, 80, 24);
    session.keys("f k");
    let screen = session.screen();
    let kinds =
        screen.lines().filter(|line| line.contains("Blocking") || line.contains("Regulation")).count();
    assert!(kinds >= 2 && screen.contains("Kind"), "{screen}");
    session.keys("Esc &").typed("year:2021").keys("Enter f y");
    assert!(session.screen().contains("✓ 2021"), "{}", session.screen());
}

#[test]
fn on_a_narrow_screen_the_chosen_action_has_a_line_of_its_own() {
    let mut session = Session::new(STORY, 40, 12);
    session.keys("?").typed("redo");
    assert!(session.screen().contains("there is nothing to redo"), "{}", session.screen());
    session.keys("Ctrl-u").typed("view");
    assert!(session.screen().contains("show the command line of this screen"), "{}", session.screen());
}

#[test]
fn a_comma_takes_back_a_blank_only_right_behind_what_was_put_in() {
    for keys in ["Backspace", "Left", "Home Backspace", "Ctrl-w"] {
        let mut session = story();
        session.keys("&").typed("company:ten").keys("Tab").keys(keys);
        let text = |session: &Session| match session.app.overlays().last() {
            Some(Overlay::Query(ask)) => (ask.prompt.text().to_owned(), ask.prompt.cursor_byte()),
            other => panic!("{other:?}"),
        };
        let (before, at) = text(&session);
        session.typed(",");
        let (head, tail) = before.split_at(at);
        let expected = format!("{head},{tail}");
        assert_eq!(text(&session).0, expected, "after {keys}");
    }
}
