//! What a reader sees of a long load.

use std::sync::Arc;

use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::style::Color;
use wallchart::app::{Event, Loading};
use wallchart::dataset::load::{Progress, Stage};
use wallchart::ui::theme::{ASCII, NARROW, UNICODE};
use wallchart::ui::{Theme, draw_loading};

use super::session::{drawn, rows, told};

/// A load of which so many megabytes of a stage are done, of so many.
fn load(name: &str, stage: Stage, done: usize, of: Option<u64>) -> Loading {
    let progress = Arc::new(Progress::default());
    let mut loading = Loading::new(name.to_owned(), Arc::clone(&progress));
    progress.begin(stage, of.map(|of| of * 1_000_000));
    progress.add(stage, done * 1_000_000);
    let _ = loading.update(&Event::Tick);
    loading
}

fn at(cols: u16, rows: u16, loading: &Loading, theme: Theme) -> Buffer {
    drawn(Size::new(cols, rows), |frame| draw_loading(loading, frame, theme))
}

#[test]
fn what_is_loaded_and_how_far_it_has_come() {
    let ascii = Theme { colors: true, glyphs: &ASCII, ..Theme::default() };
    let parsing = load("1m.toml", Stage::Parsing, 120, Some(497));
    assert_snapshot!("loading-120x36", told(&at(120, 36, &parsing, Theme::default())));
    assert_snapshot!("loading-80x24", told(&at(80, 24, &parsing, Theme::default())));
    assert_snapshot!("loading-40x12", told(&at(40, 12, &parsing, Theme::default())));
    assert_snapshot!("loading-ascii-80x24", told(&at(80, 24, &parsing, ascii)));
    let begun = load("1m.toml", Stage::Reading, 0, Some(497));
    assert_snapshot!("loading-begun-40x12", told(&at(40, 12, &begun, Theme::default())));
    let piped = load("standard input", Stage::Reading, 31, None);
    assert_snapshot!("loading-piped-40x10", rows(&at(40, 10, &piped, Theme::default())).join("\n"));
    let indexing = load("1m.toml", Stage::Indexing, 0, None);
    assert_snapshot!("loading-indexing-40x10", rows(&at(40, 10, &indexing, Theme::default())).join("\n"));
}

#[test]
fn at_any_size_what_has_room_is_whole() {
    let loading = load("a/timeline\u{1b}[2J墙.toml", Stage::Reading, 120, Some(497));
    for cols in 0..90 {
        for height in 0..8 {
            let screen = rows(&at(cols, height, &loading, Theme::default()));
            assert!(!screen.concat().contains('\u{1b}'));
            let doing = screen.iter().find(|row| row.contains("reading"));
            assert_eq!(doing.is_some(), height > 0 && cols >= 9, "{cols}x{height}: {screen:?}");
            let number = doing.is_some_and(|row| row.contains(|c: char| c.is_ascii_digit()));
            assert!(!number || screen.iter().any(|row| row.trim() == "reading 120 of 497 MB"), "{screen:?}");
        }
    }
}

#[test]
fn without_colours_and_in_ascii_the_bar_is_still_one() {
    let loading = load("1m.toml", Stage::Parsing, 250, Some(500));
    for glyphs in [&UNICODE, &NARROW, &ASCII] {
        let buffer = at(60, 12, &loading, Theme { colors: false, glyphs, ..Theme::default() });
        assert!(buffer.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
        let bar = &rows(&buffer)[2];
        let [full, empty] = glyphs.progress;
        // 10 % for reading, and half of 70 %: 45 % of 58 columns.
        assert_eq!(bar.trim(), format!("{}{}", full.repeat(26), empty.repeat(32)));
    }
}
