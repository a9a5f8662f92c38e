//! Frames: symbols and styles, at the sizes that the layout tells apart.

use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;
use wallchart::app::Outcome;
use wallchart::ui::theme::{ASCII, Glyphs, NARROW, UNICODE};
use wallchart::ui::{Theme, panes};

use super::session::{SMALL, STORY, Session};

fn at(cols: u16, rows: u16, keys: &str) -> Session {
    let mut session = Session::new(SMALL, cols, rows);
    session.keys(keys);
    session
}

#[test]
fn browsing_at_every_width() {
    assert_snapshot!("browse-160x40", at(160, 40, "j j j").frame());
    assert_snapshot!("browse-120x36", at(120, 36, "j j j").frame());
    assert_snapshot!("browse-80x24", at(80, 24, "j j j").frame());
    assert_snapshot!("browse-60x20", at(60, 20, "j j j").frame());
    assert_snapshot!("browse-40x12", at(40, 12, "j j j").frame());
    assert_snapshot!("browse-40x10", at(40, 10, "j j j").picture());
    assert_snapshot!("browse-29x9", at(29, 9, "j j j").picture());
}

#[test]
fn filtered_and_selected() {
    assert_snapshot!("filtered-120x36", at(120, 36, "f c Space f y j j Space Esc v j").frame());
    assert_snapshot!("facets-on-top-80x24", at(80, 24, "f j").frame());
    assert_snapshot!("nothing-matches-80x24", at(80, 24, "f y Space f k j Space Esc").picture());
}

#[test]
fn a_milestone_on_the_whole_screen() {
    assert_snapshot!("reading-120x36", at(120, 36, "j j j j j Enter").frame());
    assert_snapshot!("reading-40x12", at(40, 12, "j Enter j j").picture());
}

#[test]
fn hostile_text_is_drawn_harmless() {
    let mut session = at(120, 36, "G k k k");
    while session.current() != "hostile-text" {
        session.keys("k");
    }
    assert_snapshot!("hostile-120x36", session.picture());
}

#[test]
fn export_and_its_question() {
    assert_snapshot!("export-120x36", at(120, 36, "e Tab").frame());
    assert_snapshot!("export-80x24", at(80, 24, "v j e l l l j").picture());
    assert_snapshot!("export-path-80x24", at(80, 24, "e l l Shift-Tab Left Left").frame());
    assert_snapshot!("export-40x12", at(40, 12, "e Tab Tab j j j j j").frame());
    let mut session = at(80, 24, "e Enter");
    let old = "---\ntitle: \"Old walls\"\n\u{1b}[2J墙\n---\n\nversion: \"1\"\n";
    session.done(Outcome::Exists { path: "x.md".into(), old: Some(old.into()), changed: false });
    assert_snapshot!("export-replace-80x24", session.keys("l j").frame());
    session.theme = Theme { colors: false, glyphs: &ASCII, ..Theme::default() };
    assert_snapshot!("export-replace-40x12", session.resize(40, 12).keys("PgDn PgDn").frame());
}

#[test]
fn the_palette() {
    assert_snapshot!("palette-80x24", at(80, 24, "?").frame());
    let mut session = at(80, 24, "?");
    session.typed("filter");
    assert_snapshot!("palette-searched-80x24", session.picture());
}

/// The story, with text typed into the prompt that `keys` open.
fn story(cols: u16, rows: u16, keys: &str, typed: &str, then: &str) -> Session {
    let mut session = Session::new(STORY, cols, rows);
    session.keys(keys).typed(typed).keys(then);
    session
}

#[test]
fn a_search_marks_what_it_finds() {
    assert_snapshot!("search-120x36", at(120, 36, "/ l i n k s Enter").frame());
    assert_snapshot!("search-typed-80x24", at(80, 24, "/ 支 付").frame());
    assert_snapshot!("search-40x10", at(40, 10, "/ l i n k s Enter").picture());
}

#[test]
fn the_query_line_offers_and_says_what_is_wrong() {
    assert_snapshot!("query-keys-80x24", story(80, 24, "&", "", "").picture());
    assert_snapshot!("query-values-120x36", story(120, 36, "&", "year:2021 company:te", "Down").frame());
    assert_snapshot!("query-fault-80x24", story(80, 24, "&", "company:tencnet year:2021", "").frame());
    assert_snapshot!("query-40x12", story(40, 12, "&", "kind:", "Down Down").picture());
    assert_snapshot!("query-40x10", story(40, 10, "&", "kind:", "").picture());
}

#[test]
fn filters_as_terms_facets_and_pairs() {
    assert_snapshot!("pairing-120x36", story(120, 36, "f c Space j Space j j x", "", "").frame());
    assert_snapshot!(
        "terms-80x24",
        story(80, 24, "&", "company:tencent -kind:litigation year:2021", "Enter Tab Tab l").frame()
    );
    assert_snapshot!("narrow-80x24", story(80, 24, "f c /", "阿", "").picture());
    assert_snapshot!("dim-120x36", story(120, 36, "&", "kind:litigation", "Enter . g g j").frame());
}

#[test]
fn ways_out_dates_and_views() {
    assert_snapshot!(
        "way-out-120x36",
        story(120, 36, "&", "company:tencent kind:litigation year:2016", "Enter").picture()
    );
    assert_snapshot!("go-to-80x24", story(80, 24, "g d", "sept 2021", "").picture());
    assert_snapshot!("view-80x24", story(80, 24, "g d", "sept 2021", "Enter : v i e w Enter").picture());
}

#[test]
fn what_is_looked_for_is_seen_across_a_line_break_and_on_the_current_row() {
    let session = at(40, 24, "/ 支 付 Enter");
    let buffer = session.buffer();
    let marked: String = buffer
        .content()
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert!(marked.contains("支") && marked.contains("付"), "{marked} in\n{}", session.screen());
    let session = at(120, 36, "/ w e c h a t Enter");
    let buffer = session.buffer();
    let reverse_hit =
        |cell: &ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED | Modifier::REVERSED);
    assert!(buffer.content().iter().any(reverse_hit), "{}", session.screen());
}

#[test]
fn glyphs_in_ascii() {
    let mut session = at(120, 36, "j j j v j");
    session.theme = Theme { colors: true, glyphs: &ASCII, ..Theme::default() };
    let screen = session.picture();
    assert_snapshot!("ascii-120x36", screen);
    let chrome = |c: char| c.is_ascii() || !"…→–·»✓─│━◆▪▁▂▃▄▅▆▇█▼▲".contains(c);
    assert!(screen.chars().all(chrome), "only the dataset's own text is not ASCII");
}

#[test]
fn narrow_glyphs_are_never_drawn_two_cells_wide() {
    for keys in ["j j j v j", "f c Space f y x", "j Enter", "?", "e", "& c", "/ t Enter", "f c Space j Space"]
    {
        let mut session = at(120, 36, keys);
        session.theme = Theme { colors: true, glyphs: &NARROW, ..Theme::default() };
        let text = SMALL.replace(char::is_whitespace, "");
        // What the dataset says may hold any character: it is its own text. (A kind's `ascii` is drawn.)
        let ambiguous = |c: char| "…→–·─│━◆▁▂▃▄▅▆▇█".contains(c) && !text.contains(c);
        assert!(!session.screen().contains(ambiguous), "{}", session.screen());
    }
}

/// Every glyph of a set. Taken apart field by field: what is added must be added here.
fn all_of(glyphs: &'static Glyphs) -> Vec<&'static str> {
    let Glyphs {
        ellipsis,
        arrow,
        dash,
        sideways,
        dot,
        goes_on,
        selected,
        tick,
        cross,
        pair,
        rule,
        wall,
        axis,
        sides,
        quiet,
        window,
        here,
        progress,
        block,
        heights,
        states,
        earlier,
        later,
        unknown,
        question,
        landmark,
        disputed,
        became,
        back,
        ..
    } = glyphs;
    let single = [
        ellipsis, arrow, dash, sideways, dot, goes_on, selected, tick, cross, pair, rule, wall, quiet,
        window, here, block, earlier, later, unknown, question, landmark, disputed, became, back,
    ];
    let several = [&axis[..], sides, progress, heights, states];
    single.into_iter().copied().chain(several.into_iter().flatten().copied()).collect()
}

/// [UAX 11](https://www.unicode.org/reports/tr11/): where ambiguous characters are wide, these are not.
#[test]
fn no_narrow_glyph_is_ambiguous() {
    for glyph in all_of(&NARROW).into_iter().chain(all_of(&ASCII)) {
        assert_eq!(glyph.width_cjk(), glyph.width(), "{glyph}");
    }
    assert!(all_of(&ASCII).into_iter().all(str::is_ascii));
    assert!(
        all_of(&UNICODE).into_iter().any(|glyph| glyph.width_cjk() > glyph.width()),
        "else why narrow ones"
    );
}

#[test]
fn without_colours_the_selection_is_still_seen() {
    let mut session = at(120, 36, "j v j f c Space Esc");
    session.theme = Theme { colors: false, glyphs: &UNICODE, ..Theme::default() };
    let buffer = session.buffer();
    let colourless = |cell: &ratatui::buffer::Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
    assert!(buffer.content().iter().all(colourless));
    assert!(buffer.content().iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)));
    let screen = session.screen();
    assert!(screen.contains('✓'), "{screen}");
}

#[test]
fn exactly_one_row_is_reverse_whatever_is_in_use() {
    for keys in [
        "j",
        "f j",
        "l",
        "l j j j",
        "? j",
        "j Enter j j j j j j j j j j j j j j",
        "f c Space Tab Tab Tab",
        "/ w e Enter",
        "e",
        "e Tab",
    ] {
        let session = at(120, 36, keys);
        let buffer = session.buffer();
        let reverse = |y: u16| (0..120).any(|x| buffer[(x, y)].modifier.contains(Modifier::REVERSED));
        // In the first one the view is, which is no row.
        let rows = (1..36).filter(|y| reverse(*y)).count();
        assert_eq!(rows, 1, "after {keys}:\n{}", session.screen());
    }
}

#[test]
fn the_background_is_never_painted() {
    for keys in ["j", "f", "?", "e", "e Shift-Tab", "Enter", "& k", "/ w e", "2 +", "3 ] m }", "4 j", "5 l"] {
        let buffer = at(80, 24, keys).buffer();
        assert!(buffer.content().iter().all(|cell| cell.bg == Color::Reset), "{keys}");
    }
}

#[test]
fn the_footer_keeps_help_and_quit_longest() {
    for cols in panes::SMALLEST.width..120 {
        let screen = at(cols, 10, "").screen();
        let footer = screen.lines().last().unwrap_or_default();
        assert!(footer.trim_start().starts_with("? help   q quit"), "{cols}: {footer}");
    }
}

#[test]
fn a_long_span_has_as_many_labels_as_fit() {
    for (span, labels) in [
        ("1000/2024", vec!["1000", "1500", "1900"]),
        ("1900/2024", vec!["1910", "1920", "2010", "2020"]),
        ("2013/2024", vec!["2013", "2014", "2024"]),
        ("2021-09-09", vec!["2021"]),
    ] {
        let text = SMALL.replace("span = \"2013/2024\"", &format!("span = \"{span}\""));
        let screen = Session::new(&text, 120, 36).screen();
        let row = screen.lines().nth(3).unwrap_or_default();
        for label in labels {
            assert!(row.split_whitespace().any(|word| word == label), "{label} in {row}");
        }
    }
}

#[test]
fn a_prompt_longer_than_the_screen_shows_where_it_is_edited() {
    for glyphs in [&UNICODE, &ASCII] {
        let mut session = at(40, 12, "e Shift-Tab Ctrl-u");
        session.theme = Theme { colors: true, glyphs, ..Theme::default() };
        session.typed("a/very/long/path/that/does/not/fit/微信支付与淘宝/end.md");
        let screen = session.screen();
        let line = screen.lines().nth(3).unwrap_or_default();
        assert!(line.ends_with("end.md") && line.contains(glyphs.ellipsis), "{line}");
        session.keys("Home");
        assert!(session.screen().contains("to a/very/long"), "{}", session.screen());
    }
}

#[test]
fn a_reason_is_never_cut() {
    let mut session = at(40, 12, "e");
    session.done(Outcome::Failed(
        "the folder does not exist: cannot write a/very/long/path/x.md into it".to_owned(),
    ));
    let screen = session.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.ends_with("exist: cannot write a/very/long/path/x.md into it"), "{screen}");
}

#[test]
fn one_selected_interval_shows_both_its_ends() {
    let session = {
        let mut session = Session::new(STORY, 120, 36);
        session.keys("Space");
        session
    };
    assert!(session.screen().contains("1 selected  2011-05-17 to 2011-08-24"), "{}", session.screen());
}

#[test]
fn counts_in_the_filter_line_are_never_cut() {
    for cols in 30..130 {
        let screen = at(cols, 12, "v j f c Space Esc").screen();
        let line = screen.lines().rev().nth(1).unwrap_or_default();
        assert!(line.contains("10 of 12") && line.contains("2 selected"), "{cols}: {line}");
    }
}

#[test]
fn a_text_that_goes_on_says_so_at_every_width() {
    for cols in (60..170).step_by(7) {
        let mut session = Session::new(STORY, cols, 24);
        assert!(session.screen().contains("more lines"), "{cols}:\n{}", session.screen());
        assert!(session.keys("Enter").screen().contains("more lines"), "{cols}:\n{}", session.screen());
    }
}
