//! The real program in a real (pseudo-)terminal: every way in and out of it.
#![cfg(unix)]

#[path = "pty/browsing.rs"]
mod browsing;
#[path = "pty/config.rs"]
mod config;
#[path = "pty/copying.rs"]
mod copying;
#[path = "pty/glyphs.rs"]
mod glyphs;
#[path = "pty/loading.rs"]
mod loading;
#[path = "pty/mouse.rs"]
mod mouse;
#[path = "pty/playing.rs"]
mod playing;
#[path = "pty/signals.rs"]
mod signals;
mod support;
#[path = "pty/tmux.rs"]
mod tmux;
#[path = "pty/typing.rs"]
mod typing;
#[path = "pty/writing.rs"]
mod writing;

use std::path::PathBuf;

use rustix::process::{Signal, kill_process};
use support::{DATASET, FRAME, STORY, TITLE, Terminal, WALLCHART};

#[test]
fn it_draws_a_frame_on_a_screen_of_its_own() {
    let terminal = Terminal::explorer();
    terminal.wait_for_screen("its own screen", vt100::Screen::alternate_screen);
    assert!(terminal.is_raw());
    assert_eq!(terminal.frames(), 1);
}

#[test]
fn q_and_ctrl_c_leave_the_terminal_as_it_was_found() {
    for key in ["q", "\x03"] {
        let mut terminal = Terminal::explorer();
        terminal.type_keys(key);
        assert_eq!(terminal.wait_for_end().exit_status(), Some(0), "{key:?}");
        terminal.assert_as_found();
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_is_read_on_the_screen_that_was_there_before() {
    for place in ["key", "draw"] {
        let mut terminal = Terminal::start(&[WALLCHART, DATASET], &[("WALLCHART_PANIC", place)]);
        if place == "key" {
            terminal.wait_for("a frame", |text| text.contains(FRAME.1));
            terminal.type_keys("j");
        }
        assert_eq!(terminal.wait_for_end().exit_status(), Some(101), "{place}");
        let message = format!("asked to panic: {place}");
        terminal.wait_for_screen("the message", |screen| screen.contents().contains(&message));
        terminal.assert_as_found();
        assert_eq!(terminal.written().matches("\x1b[?1049l").count(), 1, "restored twice");
    }
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_and_going_on_takes_it_again() {
    let mut terminal = Terminal::explorer();
    terminal.signal(Signal::TSTP);
    terminal.wait_for_stop();
    terminal.assert_as_found();
    let stopped = terminal.written().len();
    // The screen may be another one by then.
    terminal.resize(100, 30);
    terminal.signal(Signal::CONT);
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
    assert!(terminal.is_raw());
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[test]
fn after_a_stop_that_cannot_be_caught_everything_is_set_and_drawn_again() {
    let mut terminal = Terminal::explorer();
    terminal.signal(Signal::STOP);
    terminal.wait_for_stop();
    let stopped = terminal.written().len();
    terminal.signal(Signal::CONT);
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
    assert!(after(&terminal.written(), stopped).contains("\x1b[?1049h"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

/// A shell with job control: it says how its job stopped, waits for a line, and brings the job back.
const SHELL: &str = r#"set -m; "$0" "$1"; echo "status $?"; read -r line; $line; fg; echo "ended $?""#;

fn explorer_in_a_shell() -> Terminal {
    let terminal = Terminal::start(&["sh", "-c", SHELL, WALLCHART, DATASET], &[]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains(TITLE));
    terminal
}

#[test]
fn ctrl_z_goes_back_to_the_shell_and_fg_comes_back() {
    let mut terminal = explorer_in_a_shell();
    terminal.type_keys("\x1a");
    terminal.wait_for("the shell", |text| text.contains("status 1"));
    terminal.assert_as_found();
    assert!(!terminal.written().contains("kill -CONT"), "a shell needs no hint");
    let stopped = terminal.written().len();
    terminal.type_keys("true\r");
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
    terminal.type_keys("q");
    terminal.wait_for("the shell again", |text| text.contains("ended 0"));
    terminal.assert_as_found();
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
}

#[test]
fn what_the_shell_did_to_the_settings_meanwhile_does_not_matter() {
    let mut terminal = explorer_in_a_shell();
    kill_process(terminal.foreground(), Signal::STOP).expect("the explorer");
    terminal.wait_for("the shell", |text| text.contains("status 1"));
    assert!(terminal.is_raw(), "nobody could restore it");
    let stopped = terminal.written().len();
    // In raw mode a newline ends the line, not Return.
    terminal.type_keys("stty sane\n");
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
    assert!(terminal.is_raw());
    terminal.type_keys("q");
    terminal.wait_for("the shell again", |text| text.contains("ended 0"));
    terminal.assert_as_found();
}

#[test]
fn where_no_shell_can_bring_it_back_it_says_who_can() {
    let mut terminal = Terminal::explorer();
    terminal.type_keys("\x1a");
    terminal.wait_for_stop();
    terminal.assert_as_found();
    let hint = format!("kill -CONT {}", terminal.pid().as_raw_nonzero());
    terminal.wait_for_screen("the hint", |screen| screen.contents().contains(&hint));
    let stopped = terminal.written().len();
    terminal.signal(Signal::CONT);
    terminal.wait_for("a whole frame", |text| redrawn(text, stopped));
}

#[test]
fn a_closed_terminal_ends_it() {
    for mut terminal in [Terminal::explorer(), Terminal::explorer_without_job_control()] {
        // The second gets no signal, and finds out by reading.
        terminal.close();
        assert_eq!(terminal.wait_for_end().terminating_signal(), Some(Signal::HUP.as_raw()));
    }
}

#[test]
fn keys_come_from_the_terminal_while_the_dataset_comes_through_a_pipe() {
    let mut terminal = Terminal::start(&["sh", "-c", r#"cat "$1" | "$0" -"#, WALLCHART, DATASET], &[]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains(TITLE));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

#[test]
fn a_terminal_that_can_only_print_gets_a_list() {
    for argv in [&[WALLCHART, DATASET][..], &["sh", "-c", r#"cat "$1" | "$0" -"#, WALLCHART, DATASET]] {
        let mut printed = Terminal::start(argv, &[("TERM", "dumb")]);
        assert_eq!(printed.wait_for_end().exit_status(), Some(0));
        printed.wait_for("the last line", |text| text.contains("lit again"));
        let mut list = Terminal::start(&[WALLCHART, "list", DATASET], &[("TERM", "dumb")]);
        list.wait_for_end();
        list.wait_for("the last line", |text| text.contains("lit again"));
        assert_eq!(printed.written(), list.written());
        assert!(!printed.written().contains('\x1b'));
    }
}

#[test]
fn another_size_is_drawn_whole() {
    let mut terminal = Terminal::explorer();
    for (cols, rows) in [(100, 30), (40, 10), (1, 1), (120, 38)] {
        let before = terminal.written().len();
        terminal.resize(cols, rows);
        terminal.wait_for("a whole frame", |text| redrawn(text, before));
    }
    terminal.wait_for_screen("the title", |screen| screen.contents().contains(TITLE));
    terminal.wait_for_screen("the footer on the last row", |screen| {
        screen.rows(0, 120).nth(37).is_some_and(|row| row.starts_with(" ? "))
    });
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
}

/// A new folder of the tests' own.
#[expect(clippy::expect_used, reason = "a test fails by panicking")]
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    // Whatever an earlier run left.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_range_is_taken_away_as_a_file_of_markdown() {
    let folder = folder("takes-a-range-away");
    let in_folder = r#"cd "$1" && exec "$0" "$2""#;
    let mut terminal =
        Terminal::start(&["sh", "-c", in_folder, WALLCHART, folder.to_str().expect("a path"), STORY], &[]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains("Walls and gates"));
    // Tencent stands first; 2021 is the tenth year, after 2011 and 2013 to 2020.
    terminal.type_keys("fc fyjjjjjjjjj ");
    terminal.wait_for_screen("the filter", |screen| {
        screen.contents().contains("company:tencent  year:2021   17 of 96")
    });
    terminal.type_keys("\x1b");
    terminal.wait_for_screen("the list in use", |screen| screen.contents().contains("q quit"));
    terminal.type_keys("ggvjjje");
    terminal.wait_for_screen("the preview", |screen| screen.contents().contains("Export 4 of 96 milestones"));
    terminal.type_keys("\r");
    terminal
        .wait_for_screen("that it is written", |screen| screen.contents().contains("wrote 4 milestones to "));
    // A second time the file is there and holds the same; in another language it would change, and is kept.
    terminal.type_keys("e\r");
    terminal.wait_for_screen("that it is the same", |screen| {
        screen.contents().contains(" holds exactly this already")
    });
    terminal.type_keys("et\r");
    terminal.wait_for_screen("what would change", |screen| {
        screen.contents().contains("- title: \"Walls and gates\"")
            && screen.contents().contains("+ title: \"墙与门\"")
    });
    terminal.wait_for_screen("the question", |screen| screen.contents().contains(" keep it   replace it"));
    terminal.type_keys("\x03");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
    let files: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("the folder").flatten().map(|file| file.path()).collect();
    let [file] = files.as_slice() else { panic!("{files:?}") };
    let text = std::fs::read_to_string(file).expect("text");
    assert!(text.starts_with("---\ntitle: \"Walls and gates\"\n") && text.contains("events: 4\n"), "{text}");
    assert!(text.contains("[^reuters-2021-02-02]: Reuters, ") && text.contains("<https://"), "{text}");
}

#[test]
fn an_export_is_printed_once_the_terminal_is_given_back() {
    let mut terminal = Terminal::explorer();
    terminal.type_keys("e");
    terminal.wait_for_screen("the preview", |screen| screen.contents().contains("Export "));
    terminal.type_keys("p");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
    terminal.wait_for("the end of the Markdown", |text| text.ends_with("```\r\n"));
    let written = terminal.written();
    let (_, printed) = written.rsplit_once("\x1b[?1049l").expect("the screen that was there before");
    let printed = printed.replace("\r\n", "\n");
    let expected =
        std::process::Command::new(WALLCHART).args(["export", DATASET]).output().expect("an export");
    assert_eq!(printed, String::from_utf8_lossy(&expected.stdout));
}

#[test]
fn what_is_found_is_brought_back_by_the_command_line_that_the_screen_names() {
    const WIDE: (u16, u16) = (200, 24);
    let mut terminal = Terminal::explorer();
    terminal.resize(WIDE.0, WIDE.1);
    for (keys, shown) in [
        ("&year:2016..2020\r", "1 of 3"),
        (".", "others in brackets"),
        ("/again\r", "/again 1/1 in the title"),
        (":view\r", "wallchart "),
    ] {
        terminal.type_keys(keys);
        terminal.wait_for_screen(shown, |screen| screen.contents().contains(shown));
    }
    let found = rows_of(&terminal.screen());
    let command = found.iter().rev().find(|row| !row.is_empty()).expect("the command line").trim().to_owned();
    assert!(command.contains(DATASET), "{command}");
    let mut again = Terminal::start(&["sh", "-c", &command.replacen("wallchart", WALLCHART, 1)], &[]);
    again.resize(WIDE.0, WIDE.1);
    // All but the footer, where one of them shows its command line and the other its keys.
    let rows = usize::from(WIDE.1) - 1;
    again.wait_for_screen("the same screen", |screen| rows_of(screen)[..rows] == found[..rows]);
    again.type_keys("q");
    assert_eq!(again.wait_for_end().exit_status(), Some(0));
    terminal.type_keys("u");
    terminal.wait_for_screen("the search undone", |screen| !screen.contents().contains("wallchart "));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
}

#[test]
fn without_colours_the_current_row_is_still_reverse() {
    let terminal = Terminal::start(&[WALLCHART, DATASET], &[("NO_COLOR", "1")]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains(TITLE));
    terminal.wait_for_screen("a reverse row", |screen| {
        let (rows, cols) = screen.size();
        (0..rows).any(|row| (0..cols).any(|col| screen.cell(row, col).is_some_and(vt100::Cell::inverse)))
    });
    let coloured = (30..=37).chain(90..=97).find(|code| terminal.written().contains(&format!(";{code}m")));
    assert_eq!(coloured, None);
}

#[test]
fn three_hundred_keys_at_once_are_a_few_frames() {
    let mut terminal = Terminal::explorer();
    terminal.type_keys(&"jk".repeat(150));
    terminal.type_keys("j");
    terminal.wait_for("a frame", |text| text.matches(FRAME.1).count() > 1);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    assert!(terminal.frames() < 20, "{} frames", terminal.frames());
}

#[test]
fn everything_drawn_is_inside_one_synchronized_update_a_frame() {
    let mut terminal = Terminal::explorer();
    for key in ["j", "k", "j"] {
        let frames = terminal.frames();
        terminal.type_keys(key);
        terminal.wait_for("a frame", |text| text.matches(FRAME.1).count() > frames);
    }
    let text = terminal.written();
    let (entry, frames) = text.split_once(FRAME.0).expect("a frame");
    assert_eq!(entry, "\x1b[?1049h\x1b[?7l\x1b[?2004h");
    let mut rest = frames;
    while let Some((frame, after)) = rest.split_once(FRAME.1) {
        assert!(!frame.contains(FRAME.0), "an update inside an update: {frame:?}");
        rest = after.strip_prefix(FRAME.0).unwrap_or(after);
    }
    assert_eq!(rest, "");
}

/// What a slow connection has to carry: the text of another milestone, and little else. The bounds lie a tenth above
/// what was sent when they were set.
#[test]
fn a_key_sends_few_bytes() {
    let mut terminal = Terminal::start(&[WALLCHART, STORY, "--view", "timeline"], &[]);
    terminal.wait_for("the first frame", |text| text.contains(FRAME.1));
    let before = terminal.written().len();
    terminal.resize(120, 40);
    terminal.wait_for("a larger one", |text| redrawn(text, before));
    for (key, times, bound) in [("j", 15, 1_450), ("\x06", 2, 3_600)] {
        let mut sent = Vec::new();
        for _ in 0..times {
            let before = terminal.written().len();
            terminal.type_keys(key);
            terminal.wait_for("a frame", |text| text.len() > before && text.ends_with(FRAME.1));
            sent.push(terminal.written().len() - before);
        }
        let mean = sent.iter().sum::<usize>() / sent.len();
        assert!(mean <= bound, "{key:?}: {mean} bytes, more than {bound}: {sent:?}");
    }
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let mut terminal = Terminal::explorer();
    let before = terminal.written().len();
    // Up on the first row.
    terminal.type_keys("k");
    something_else();
    terminal.type_keys("j");
    terminal.wait_for("a frame", |text| after(text, before).contains(FRAME.1));
    something_else();
    let text = terminal.written();
    let text = after(&text, before);
    assert_eq!(text.matches(FRAME.0).count(), 1, "{text:?}");
    assert!(text.starts_with(FRAME.0) && text.ends_with(FRAME.1), "{text:?}");
}

#[test]
fn an_esc_acts_by_itself_after_a_moment() {
    let mut terminal = Terminal::explorer();
    for key in ["?", "\x1b"] {
        let frames = terminal.frames();
        terminal.type_keys(key);
        terminal.wait_for("a frame", |text| text.matches(FRAME.1).count() > frames);
    }
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
}

/// A sequence that ends in `q` is no key; taken apart, it would quit. The two halves are two writes, and on a
/// busy machine more than 25 ms may lie between them: then it rightly is an Esc, and is tried again.
#[test]
fn a_sequence_in_two_pieces_is_one_key() {
    let survived = (0..10).any(|_| {
        let mut terminal = Terminal::explorer();
        terminal.type_keys("\x1b");
        terminal.type_keys("[1;2q");
        terminal.type_keys("\x1a");
        terminal.wait_for("an end, of the screen at least", |text| text.contains("\x1b[?1049l"));
        terminal.wait_for_change().stopped()
    });
    assert!(survived, "ten times out of ten it was taken apart");
}

#[test]
fn the_terminal_is_asked_nothing_but_which_glyphs_it_draws() {
    let mut terminal = Terminal::explorer();
    let steps: [fn(&mut Terminal); 5] = [
        |terminal| terminal.type_keys("j"),
        |terminal| terminal.type_keys("?"),
        |terminal| terminal.type_keys("\x0c"),
        |terminal| terminal.resize(100, 30),
        |terminal| terminal.signal(Signal::CONT),
    ];
    for step in steps {
        let frames = terminal.frames();
        step(&mut terminal);
        terminal.wait_for("a frame", |text| text.matches(FRAME.1).count() > frames);
    }
    terminal.signal(Signal::TERM);
    terminal.wait_for_end();
    terminal.assert_as_found();
    // That is `glyphs`' affair.
    let text = terminal.written().replacen("\x1b[6n", "", 2);
    for question in [
        "\x1b[6n",
        "\x1b[?6n",
        "\x1b[5n",
        "\x1b[c",
        "\x1b[0c",
        "\x1b[>c",
        "\x1b[=c",
        "\x1b[?u",
        "\x1b[>q",
        "\x1b[14t",
        "\x1b[18t",
        "\x1b]4;",
        "\x1b]10;",
        "\x1b]11;",
        "\x1b]52;c;?",
        "\x1bP",
        "\x1bZ",
        "$p",
    ] {
        assert!(!text.contains(question), "it asked {question:?}");
    }
}

#[test]
fn nothing_wakes_while_nothing_happens() {
    let terminal = Terminal::explorer();
    assert_nothing_wakes(&terminal);
    assert_eq!(terminal.frames(), 1);
}

/// Voluntary context switches count how often a thread went to sleep again after it had woken. While the test
/// is busy with other explorers, for far longer than any tick would take, this one's must not grow. The first
/// windows may catch it still on its way to sleep; one without any is enough, as whatever ticks has none.
///
/// Where nobody counts them there is nothing to see.
#[expect(clippy::expect_used, reason = "a test fails by panicking")]
#[track_caller]
fn assert_nothing_wakes(terminal: &Terminal) {
    let pid = terminal.pid().as_raw_nonzero();
    let sleeps = || {
        let Ok(threads) = std::fs::read_dir(format!("/proc/{pid}/task")) else { return Vec::new() };
        let status = |thread: std::fs::DirEntry| std::fs::read_to_string(thread.path().join("status"));
        threads
            .flatten()
            .map(|thread| {
                let status = status(thread).expect("a status");
                let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches"));
                line.expect("a count").to_owned()
            })
            .collect::<Vec<_>>()
    };
    let mut windows = (0..5).map(|_| {
        let before = sleeps();
        (0..5).for_each(|_| something_else());
        (before, sleeps())
    });
    assert!(windows.any(|(before, after)| before == after), "{:?}", sleeps());
}

/// Work that takes longer than a key does or a tick would: another explorer, from its start to its end.
fn something_else() {
    let mut other = Terminal::explorer();
    other.type_keys("q");
    other.wait_for_end();
}

/// The rows of a screen, without blanks at their ends.
fn rows_of(screen: &vt100::Screen) -> Vec<String> {
    screen.rows(0, 200).map(|row| row.trim_end().to_owned()).collect()
}

/// What was written after `count` bytes.
fn after(text: &str, count: usize) -> &str {
    text.get(count..).unwrap_or_default()
}

/// Whether a frame with every cell was drawn whole since byte `since`.
fn redrawn(text: &str, since: usize) -> bool {
    let cleared = after(text, since).split_once("\x1b[2J");
    cleared.is_some_and(|(_, frame)| frame.contains(FRAME.1))
}
