//! A reader's own configuration, in a real terminal.
#![expect(clippy::expect_used, reason = "a helper that cannot go on fails its test")]

use std::fs;
use std::path::PathBuf;

use vt100::MouseProtocolMode::{ButtonMotion, None as Off};

use super::support::{DATASET, Terminal, WALLCHART};

/// The explorer with more `options`, and `text` as the configuration, which stands in a folder called `name`; with its
/// first frame on the screen.
fn explorer(name: &str, text: &str, options: &[&str]) -> Terminal {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("config.toml");
    fs::write(&file, text).expect("a configuration");
    let argv = [&[WALLCHART, DATASET], options].concat();
    let terminal = Terminal::start(&argv, &[("WALLCHART_CONFIG", file.to_str().expect("a path"))]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains("Lighthouse"));
    terminal
}

#[test]
fn the_explorer_opens_as_it_says() {
    let mut terminal = explorer("config-holds", "glyphs = \"ascii\"\nview = \"story\"\nmouse = true\n", &[]);
    terminal.wait_for_screen("the mouse", |screen| screen.mouse_protocol_mode() == ButtonMotion);
    let drawn = terminal.screen().contents();
    assert!(drawn.is_ascii(), "{drawn}");
    // Whoever types the command line has other defaults.
    terminal.type_keys("1:view\r");
    terminal.wait_for_screen("the view", |screen| screen.contents().contains("--view timeline"));
    terminal.type_keys("M");
    terminal.wait_for_screen("no mouse", |screen| screen.mouse_protocol_mode() == Off);
}

#[test]
fn what_is_asked_for_wins_over_it() {
    let options = ["--view", "timeline", "--glyphs", "unicode"];
    let mut terminal = explorer("config-less", "glyphs = \"ascii\"\nview = \"story\"\n", &options);
    assert!(!terminal.screen().contents().is_ascii());
    terminal.type_keys(":view\r");
    terminal.wait_for_screen("the view", |screen| screen.contents().contains("--view timeline"));
}

#[test]
fn what_is_wrong_with_it_is_said_and_what_is_right_holds() {
    let mut terminal = explorer("config-wrong", "view = \"story\"\nmouse = 1\n[keys]\nfly = []\n", &[]);
    let notice = "config.toml: 2 errors; wallchart config --check shows more";
    terminal.wait_for_screen("a notice", |screen| screen.contents().contains(notice));
    terminal.type_keys(":view\r");
    terminal.wait_for_screen("the view", |screen| screen.contents().contains("--view story"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
}
