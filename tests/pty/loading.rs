//! A long load: a pipe that a test feeds lasts as long as the test wants.
#![expect(clippy::expect_used, reason = "this is how a test fails")]

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use rustix::process::Signal;

use super::support::{DATASET, FRAME, TITLE, Terminal, WALLCHART};
use super::{after, assert_nothing_wakes, folder, redrawn};

/// What stands on the screen as long as nothing has come.
const WAITING: &str = "reading";

/// A pipe with a name.
fn pipe(name: &str) -> PathBuf {
    let path = folder(name).join("slow.toml");
    assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    path
}

/// The explorer at a pipe, with its first frame on the screen, and the end of the pipe to feed it through.
fn waiting(name: &str, options: &[&str]) -> (Terminal, File) {
    let path = pipe(name);
    let argv = [&[WALLCHART, path.to_str().expect("a path")], options].concat();
    let terminal = Terminal::start(&argv, &[]);
    terminal.wait_for_screen("that it reads", |screen| {
        ["slow.toml", WAITING, "q quit"].iter().all(|part| screen.contents().contains(part))
    });
    terminal.wait_for("the end of the first frame", |text| text.contains(FRAME.1));
    // Opens once the program has opened the other end.
    (terminal, File::options().write(true).open(path).expect("a pipe"))
}

fn feed(mut pipe: File, text: &str) {
    pipe.write_all(text.as_bytes()).expect("a reader");
}

fn lighthouse() -> String {
    fs::read_to_string(DATASET).expect("the dataset")
}

#[test]
fn the_explorer_takes_the_place_of_what_was_shown_meanwhile() {
    let (mut terminal, mut pipe) = waiting("loads-slowly", &[]);
    let text = lighthouse();
    // More than a block, which the dataset's own text then ends.
    let prose = format!("{}\n", "# the sea\n".repeat(300_000));
    pipe.write_all(prose.as_bytes()).expect("a reader");
    terminal.wait_for_screen("how much has come", |screen| screen.contents().contains("reading 2.0 MB"));
    // Nobody can mean these yet.
    terminal.type_keys("jje?/x");
    let before = terminal.written().len();
    terminal.type_keys("\x0c");
    terminal.wait_for("a whole frame", |text| redrawn(text, before));
    let before = terminal.written().len();
    terminal.resize(40, 10);
    terminal.wait_for("a whole frame", |text| redrawn(text, before));
    assert!(terminal.screen().contents().contains("slow.toml"));
    terminal.resize(80, 24);
    feed(pipe, &text);
    terminal.wait_for_screen("the explorer", |screen| screen.contents().contains(TITLE));
    terminal.wait_for_screen("no prompt", |screen| screen.contents().contains("q quit"));
    assert_eq!(terminal.written().matches("\x1b[?1049h").count(), 1, "entered once");
    assert!(!terminal.written().contains("\x1b[?1049l"), "never left");
    assert_nothing_wakes(&terminal);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[test]
fn it_can_be_left_at_any_moment() {
    for (name, key) in [("left-by-q", "q"), ("left-by-ctrl-c", "\x03")] {
        let (mut terminal, _pipe) = waiting(name, &[]);
        terminal.type_keys(key);
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0), "{key:?}");
        terminal.assert_as_found();
    }
    let (mut terminal, _pipe) = waiting("left-by-a-signal", &[]);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.wait_for_end().terminating_signal(), Some(Signal::TERM.as_raw()));
    terminal.assert_as_found();
}

#[test]
fn it_can_be_put_aside() {
    let (mut terminal, pipe) = waiting("put-aside", &[]);
    terminal.type_keys("\x1a");
    terminal.wait_for_stop();
    terminal.assert_as_found();
    let stopped = terminal.written().len();
    terminal.signal(Signal::CONT);
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
    feed(pipe, &lighthouse());
    terminal.wait_for_screen("the explorer", |screen| screen.contents().contains(TITLE));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[test]
fn what_is_wrong_is_said_where_the_reader_was_before() {
    let faulty = lighthouse().replacen("schema = 1", "schema = 7", 1);
    for (name, options, text, status, said) in [
        ("with-a-fault", &[][..], faulty.as_str(), 1, "schema = 7"),
        ("with-a-slip", &["-c", "nobody-at-all"], &lighthouse(), 2, "no company is called `nobody-at-all`"),
        ("no-text", &[], "\u{0}\n", 1, "error"),
    ] {
        let (mut terminal, pipe) = waiting(name, options);
        feed(pipe, text);
        assert_eq!(terminal.wait_for_end().exit_status(), Some(status), "{name}");
        terminal.assert_as_found();
        terminal.wait_for_screen("what is wrong", |screen| screen.contents().contains(said));
        let written = terminal.written();
        let (_, after) = written.rsplit_once("\x1b[?1049l").expect("the screen that was there before");
        assert!(after.contains("error"), "{name}: {after}");
    }
}

#[test]
fn a_large_file_shows_how_far_it_has_come_and_opens() {
    let path = folder("large").join("large.toml");
    let text = format!("{}{}", "# the sea\n".repeat(200_000), lighthouse());
    fs::write(&path, text).expect("a file");
    let mut terminal = Terminal::start(&[WALLCHART, path.to_str().expect("a path")], &[]);
    terminal.wait_for_screen("the explorer", |screen| screen.contents().contains(TITLE));
    let written = terminal.written();
    let (first, _) = written.split_once(FRAME.1).expect("a frame");
    assert!(first.contains("large.toml") && first.contains(WAITING), "{first}");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[test]
fn a_small_one_never_does() {
    let mut terminal = Terminal::explorer();
    assert!(!terminal.written().contains(WAITING));
    terminal.type_keys("q");
    terminal.wait_for_end();
}

#[test]
fn what_comes_through_standard_input_is_waited_for_too() {
    let path = pipe("through-input");
    let mut terminal = Terminal::start(
        &["sh", "-c", r#"cat "$1" | "$0" -"#, WALLCHART, path.to_str().expect("a path")],
        &[],
    );
    terminal.wait_for_screen("that it reads", |screen| {
        screen.contents().contains("standard input") && screen.contents().contains(WAITING)
    });
    feed(File::options().write(true).open(path).expect("a pipe"), &lighthouse());
    terminal.wait_for_screen("the explorer", |screen| screen.contents().contains(TITLE));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_while_loading_is_read_on_the_screen_that_was_there_before() {
    let mut terminal = Terminal::start(
        &[WALLCHART, pipe("panics").to_str().expect("a path")],
        &[("WALLCHART_PANIC", "work")],
    );
    assert_eq!(terminal.wait_for_end().exit_status(), Some(1));
    terminal.wait_for_screen("the message", |screen| screen.contents().contains("asked to panic: work"));
    terminal.assert_as_found();
    let written = terminal.written();
    let left = written.find("\x1b[?1049l").expect("it left");
    assert!(!after(&written, left).contains(FRAME.0), "drawn over: {written:?}");
}

#[test]
fn what_is_nested_too_deep_is_said_on_the_screen_that_was_there_before() {
    let (mut terminal, pipe) = waiting("nested", &[]);
    feed(pipe, &format!("a = {}\n", "[".repeat(100_000)));
    assert_eq!(terminal.wait_for_end().exit_status(), Some(1));
    // What it said last may still be on its way when it has ended.
    terminal.wait_for_screen("the fault", |screen| screen.contents().contains("this is nested too deep"));
    terminal.assert_as_found();
}

#[test]
fn memory_that_would_run_out_is_said_on_the_screen_that_was_there_before() {
    let path = folder("no-memory").join("large.toml");
    fs::write(&path, "a = 1\n".repeat(500_000)).expect("a file");
    let limited = format!("ulimit -v 300000; exec {WALLCHART} {}", path.display());
    let mut terminal = Terminal::start(&["sh", "-c", &limited], &[]);
    assert_eq!(terminal.wait_for_end().exit_status(), Some(1));
    terminal.assert_as_found();
    assert!(terminal.written().contains("not enough memory to read this file"));
}
