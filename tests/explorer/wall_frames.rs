//! What the Walls draw: at every size, in every set of glyphs, and that no state and no date is cut.

use chrono::NaiveDate;
use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::style::{Color, Modifier};
use wallchart::app::mode::Mode;
use wallchart::app::mouse::Target;
use wallchart::dataset::{BarrierId, BarrierOutcome, BarrierState, SaidOutcome};
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW};

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session};
use super::walls::walls;

#[test]
fn frames_at_every_size() {
    assert_snapshot!("walls-160x40", walls(160, 40, "2021-09-17").picture());
    assert_snapshot!("walls-120x36", walls(120, 36, "2021-09-17").frame());
    assert_snapshot!("walls-100x30", walls(100, 30, "2021-09-17").picture());
    assert_snapshot!("walls-80x24", walls(80, 24, "2021-09-17").picture());
    assert_snapshot!("walls-60x20", walls(60, 20, "2021-09-17").picture());
    assert_snapshot!("walls-40x12", walls(40, 12, "2021-09-17").picture());
    assert_snapshot!("walls-40x10", walls(40, 10, "2021-09-17").picture());
    let mut session = walls(120, 36, "2021-12-31");
    session.keys("g g l t");
    assert_snapshot!("walls-zh-120x36", session.picture());
    session.keys("t m { {");
    assert_snapshot!("walls-compared-120x36", session.frame());
    assert_snapshot!("walls-compared-40x12", session.resize(40, 12).picture());
    session.resize(120, 36).keys("Esc & c o m p a n y : m e i t u a n , j d Enter");
    assert_snapshot!("walls-few-120x36", session.picture());
    session.keys(".");
    assert_snapshot!("walls-dim-120x36", session.frame());
}

#[test]
fn frames_in_other_glyphs() {
    for glyphs in [&ASCII, &NARROW] {
        let mut session = walls(80, 24, "2021-09-17");
        session.theme = Theme { colors: true, glyphs, ..Theme::default() };
        session.keys("m [");
        let screen = session.screen();
        let chrome = |c: char| "…→←–·─│━◆▁▂▃▄▅▆▇█".contains(c);
        assert!(!screen.contains(chrome), "{screen}");
    }
    let mut session = walls(80, 24, "2021-09-17");
    session.theme = Theme { colors: false, glyphs: &ASCII, ..Theme::default() };
    assert_snapshot!("walls-ascii-80x24", session.frame());
    session.theme = Theme { colors: true, glyphs: &NARROW, ..Theme::default() };
    assert_snapshot!("walls-narrow-40x12", session.resize(40, 12).picture());
}

#[test]
fn without_colours_the_current_wall_and_those_that_changed_are_told_apart() {
    let mut session = walls(120, 36, "2021-09-17");
    session.theme = Theme { colors: false, ..Theme::default() };
    let buffer = session.buffer();
    assert!(buffer.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let reversed =
        |y: u16| (0..120).filter(|x| buffer[(*x, y)].modifier.contains(Modifier::REVERSED)).count();
    let rows: Vec<u16> = (2..30).filter(|y| reversed(*y) > 0).collect();
    assert_eq!(rows.len(), 1, "one row");
    assert!((40..=44).contains(&reversed(rows[0])), "the words of it, and no glyph");
    let is_bold = |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::BOLD);
    let arrows = (3..30).flat_map(|y| (0..120).map(move |x| (x, y)));
    let moved = arrows.filter(|(x, y)| buffer[(*x, *y)].symbol() == "→" && is_bold(*x, *y)).count();
    assert_eq!(moved, 5 + 2, "five walls moved that day, two of them twice");
}

#[test]
fn walls_that_are_not_there_or_of_which_nothing_is_known_have_their_form_and_their_words() {
    let text = SMALL.replacen(
        "\"wechat-douyin-links\", state = \"trial\"",
        "\"wechat-douyin-links\", state = \"gone\"",
        1,
    );
    let mut session = Session::new(&text, 80, 24);
    session.keys("3 g d").typed("2013-01").keys("Enter");
    let screen = session.screen();
    for said in ["? links of Douyin and 1", "unknown", "not there yet", "? 1 unknown   1 not there yet"] {
        assert!(screen.contains(said), "{said} in\n{screen}");
    }
    session.keys("g d").typed("2024").keys("Enter");
    let screen = session.screen();
    for said in ["gone Sep 2021", "1 gone"] {
        assert!(screen.contains(said), "{said} in\n{screen}");
    }
}

#[test]
fn what_the_filter_leaves_out_is_hidden_or_in_brackets() {
    let mut session = walls(120, 36, "2024");
    session.keys("&").typed("company:meituan").keys("Enter");
    assert!(!session.screen().contains("Weibo"), "{}", session.screen());
    session.keys(".");
    let screen = session.screen();
    assert!(screen.contains("Weibo") && screen.contains("(WeChat content)"), "{screen}");
    assert!(screen.contains("others in brackets"), "{screen}");
}

#[test]
fn no_size_breaks_it_and_the_current_wall_is_always_in_sight() {
    for keys in ["", "G", "m ] ] ]", "j l l", "t t", "f", "P", "} } Enter"] {
        let mut session = walls(120, 36, "2021-09-17");
        session.keys(keys);
        for cols in (0..170).step_by(13) {
            for rows in (0..50).step_by(4) {
                session.resize(cols, rows);
                let buffer = session.buffer();
                let is_seen = cols >= 30 && rows >= 8 && session.app.mode() == Mode::Walls;
                let body = buffer.content().get(usize::from(cols)..).unwrap_or_default();
                let reverse = body.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED));
                assert!(!is_seen || reverse, "{keys} at {cols}x{rows}:\n{}", session.screen());
            }
        }
    }
}

/// All that may be said of how a wall stands, short or long.
fn sayings(session: &Session, id: BarrierId) -> Vec<String> {
    let (app, say) = (&session.app, session.app.lang().words());
    let history = app.dataset().history(id);
    let words = |state: BarrierState| match state {
        BarrierState::Unknown => "?",
        BarrierState::None => "new",
        other => other.words(say),
    };
    let became = |was: BarrierState, is: BarrierState| {
        let long = format!("{} → {}", words(was), words(is));
        [format!("{long} that day"), long, format!("→ {}", words(is))].to_vec()
    };
    let outcome = |day| SaidOutcome::new(BarrierOutcome::on(day, history), history, app.dataset(), say);
    if let Some((earlier, later)) = app.compared_days() {
        let [was, is] = [earlier, later].map(|day| history.on(day).state);
        return if was == is { vec![outcome(later).stands(0)] } else { became(was, is) };
    }
    let changes: Vec<_> = app.changes().on(app.day()).iter().filter(|change| change.barrier == id).collect();
    match (changes.first(), changes.last()) {
        (Some(first), Some(last)) => became(first.from, last.to),
        _ => [0, 14, 17, 31, 80].map(|cols| outcome(app.day()).stands(cols)).to_vec(),
    }
}

/// What stands on each row of a wall, with the wall.
fn rows_of_walls(session: &Session, (cols, rows): (u16, u16)) -> Vec<(BarrierId, String)> {
    let buffer = session.buffer();
    let mut found: Vec<(BarrierId, String)> = Vec::new();
    for y in 0..rows {
        let mut last = None;
        for x in 0..cols {
            let Target::Wall(id) = session.target((x, y)) else { continue };
            if last != Some(id) {
                found.push((id, String::new()));
                last = Some(id);
            }
            found.last_mut().expect("a row").1.push_str(buffer[(x, y)].symbol());
        }
    }
    found
}

proptest! {
    // To open the story takes as long as a hundred frames.
    #![proptest_config(crate::tried::seldom(12))]

    #[test]
    fn no_state_and_no_date_is_cut(cols in 40_u16..200, rows in 10_u16..50, change in 0_usize..60, compares: bool) {
        let mut session = Session::new(STORY, cols, rows);
        session.keys(if compares { "3 m g d" } else { "3 g d" });
        let days: Vec<NaiveDate> = std::iter::successors(session.app.changes().first(), |day| session.app.changes().after(*day)).collect();
        session.typed(&days[change.min(days.len() - 1)].to_string()).keys("Enter");
        let walls = rows_of_walls(&session, (cols, rows));
        prop_assert!(!walls.is_empty());
        for (id, row) in walls {
            let row = row.trim_end();
            let is_whole = row.starts_with("… ") || sayings(&session, id).iter().any(|said| row.ends_with(said));
            prop_assert!(is_whole, "`{row}` at {cols}x{rows}:\n{}", session.screen());
        }
    }
}
