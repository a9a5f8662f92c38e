//! Copying, from the key to the program or the terminal that has the text, and what is said of it.
#![expect(clippy::expect_used, reason = "this is how a test fails")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rustix::process::Pid;

use super::support::{DATASET, FRAME, STORY, TITLE, Terminal, WALLCHART};
use super::{after, folder};

/// The address in the dataset, and it in Base64.
const ADDRESS: &str = "https://example.org/log";
const ENCODED: &str = "aHR0cHM6Ly9leGFtcGxlLm9yZy9sb2c=";

/// Takes what it gets to a file beside it, and says in another one how it was called.
const TAKES: &str = r#"#!/bin/sh
/bin/cat > "${0%/*}/taken"
echo "$*" > "${0%/*}/called"
"#;
/// Leaves another program behind, as the real ones do, which has all that it had.
const STAYS: &str = r#"#!/bin/sh
/bin/cat > "${0%/*}/taken"
/bin/sleep 600 &
echo $! > "${0%/*}/left"
"#;
const FAILS: &str = "#!/bin/sh\necho 'no clipboard here' >&2\nexit 1\n";

const HANGS: &str = "#!/bin/sh\nexec /bin/sleep 600\n";
/// Hangs, and says which processes do: itself, and one that it has started.
const HANGS_TOO: &str = r#"#!/bin/sh
/bin/sleep 600 &
echo $$ $! >> "${0%/*}/hang"
wait
"#;

/// Has the program `name` in `folder` do what `script` says.
pub(super) fn with(folder: &Path, name: &str, script: &str) {
    let program = folder.join(name);
    fs::write(&program, script).expect("a program");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("one that can be run");
}

/// The explorer, which finds the programs in `folder` and no others.
fn explorer(folder: &Path, variables: &[(&str, &str)]) -> Terminal {
    let mut all = vec![("PATH", folder.to_str().expect("a path"))];
    all.extend(variables);
    Terminal::explorer_with(&all)
}

/// Copies the address, and waits until `said` is said of it; what was written meanwhile.
#[track_caller]
fn copy(terminal: &mut Terminal, said: &str) -> String {
    copy_by("yl", terminal, said)
}

#[track_caller]
fn copy_by(keys: &str, terminal: &mut Terminal, said: &str) -> String {
    let before = terminal.written().len();
    terminal.type_keys(keys);
    // The notice is broken into lines where it is longer than the screen.
    terminal.wait_for_screen(said, |screen| {
        let words: Vec<String> = screen.contents().split_whitespace().map(str::to_owned).collect();
        words.join(" ").contains(said)
    });
    after(&terminal.written(), before).to_owned()
}

fn taken(folder: &Path) -> Option<String> {
    fs::read_to_string(folder.join("taken")).ok()
}

#[test]
fn the_clipboard_of_a_desktop_takes_it_by_its_own_program() {
    for (variable, program, called) in [
        ("WAYLAND_DISPLAY", "wl-copy", "--type text/plain\n"),
        ("DISPLAY", "xclip", "-selection clipboard\n"),
        ("DISPLAY", "xsel", "--clipboard --input\n"),
    ] {
        let folder = folder(&format!("copies-with-{program}"));
        with(&folder, program, TAKES);
        let mut terminal = explorer(&folder, &[(variable, "x"), ("TMUX", "x")]);
        let written = copy(&mut terminal, &format!("copied to the clipboard ({program}): {ADDRESS}"));
        assert!(!written.contains("\x1b]52"), "once is enough");
        assert_eq!(taken(&folder).as_deref(), Some(ADDRESS));
        assert_eq!(fs::read_to_string(folder.join("called")).ok().as_deref(), Some(called));
    }
}

#[test]
fn over_ssh_it_is_the_terminal_that_takes_it() {
    let folder = folder("copies-over-ssh");
    with(&folder, "wl-copy", TAKES);
    let ssh = ("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22");
    let mut terminal = explorer(&folder, &[("WAYLAND_DISPLAY", "x"), ssh]);
    let said = "sent to the terminal, which does not say whether it copied it: https://";
    let written = copy(&mut terminal, said);
    assert!(written.contains(&format!("\x1b]52;c;{ENCODED}\x07")), "{written:?}");
    assert!(!written.contains("\x1bP"), "{written:?}");
    assert_eq!(taken(&folder), None);
}

#[test]
fn within_tmux_it_is_tmux_that_takes_it_even_over_ssh() {
    let folder = folder("copies-with-tmux");
    with(&folder, "tmux", TAKES);
    let mut terminal = explorer(&folder, &[("TMUX", "x"), ("SSH_TTY", "x")]);
    copy(&mut terminal, &format!("copied to tmux's buffer, and offered to the terminal: {ADDRESS}"));
    assert_eq!(taken(&folder).as_deref(), Some(ADDRESS));
    assert_eq!(fs::read_to_string(folder.join("called")).ok().as_deref(), Some("load-buffer -w -\n"));
}

#[test]
fn without_a_desktop_it_is_the_terminal_too() {
    let written = copy(&mut Terminal::explorer(), "sent to the terminal");
    assert!(written.contains(&format!("\x1b]52;c;{ENCODED}\x07")), "{written:?}");
    // A desktop whose programs are not installed.
    let empty = folder("copies-without-programs");
    let mut terminal = explorer(&empty, &[("WAYLAND_DISPLAY", "x"), ("DISPLAY", "x")]);
    let written = copy(&mut terminal, "sent to the terminal");
    assert!(written.contains(ENCODED) && !written.contains("failed"), "{written:?}");
}

#[test]
fn within_tmux_and_screen_it_is_wrapped_as_they_want_it() {
    let sequence = format!("]52;c;{ENCODED}\x07");
    let mut terminal = Terminal::explorer_with(&[("TMUX", "/dev/null/no-server,1,0")]);
    let written = copy(&mut terminal, "sent to tmux, which passes it on if set-clipboard is on");
    assert!(written.contains(&format!("\x1b{sequence}\x1bPtmux;\x1b\x1b{sequence}\x1b\\")), "{written:?}");
    let mut terminal = Terminal::explorer_with(&[("STY", "1.x")]);
    let written = copy(&mut terminal, "sent by way of screen to the terminal");
    assert!(written.contains(&format!("\x1bP\x1b{sequence}\x1b\\")), "{written:?}");
}

#[test]
fn screen_gets_in_pieces_what_a_terminal_gets_whole() {
    let markdown = |variables: &[(&str, &str)], end: &str| {
        let mut terminal = Terminal::explorer_with(variables);
        let text = copy_by("ym", &mut terminal, "copied it: 3 milestones");
        let from = text.find("\x1b]52;").expect("the beginning of a sequence");
        after(&text, from).split_once(end).expect("the end of a sequence").0.to_owned()
    };
    let pieces = markdown(&[("STY", "1.x")], "\x07\x1b\\");
    assert!(pieces.matches("\x1b\\\x1bP").count() > 2, "{pieces:?}");
    assert_eq!(pieces.replace("\x1b\\\x1bP", ""), markdown(&[], "\x07"));
}

#[test]
fn a_program_that_fails_says_nothing_on_screen_and_the_terminal_is_sent_it() {
    let folder = folder("copies-after-a-failure");
    with(&folder, "wl-copy", FAILS);
    let mut terminal = explorer(&folder, &[("WAYLAND_DISPLAY", "x")]);
    let said = "wl-copy failed; sent to the terminal, which does not say whether it copied it";
    let written = copy(&mut terminal, said);
    assert!(written.contains(&format!("\x1b]52;c;{ENCODED}\x07")), "{written:?}");
    assert!(!written.contains("no clipboard here"), "{written:?}");
}

#[test]
fn a_program_that_hangs_is_not_waited_for() {
    let folder = folder("copies-after-a-while");
    with(&folder, "xclip", HANGS);
    let mut terminal = explorer(&folder, &[("DISPLAY", "x")]);
    let written = copy(&mut terminal, "xclip failed; sent to the terminal");
    assert!(written.contains(&format!("\x1b]52;c;{ENCODED}\x07")), "{written:?}");
}

/// The processes that said that they hang: a line a program.
fn hanging(folder: &Path) -> Vec<Vec<Pid>> {
    let said = fs::read_to_string(folder.join("hang")).unwrap_or_default();
    let pid = |word: &str| word.parse().ok().and_then(Pid::from_raw).expect("a number");
    said.lines().map(|line| line.split(' ').map(pid).collect()).collect()
}

fn goes_on(pid: Pid) -> bool {
    // One that nobody has waited for yet does nothing any longer either.
    let state = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
    state.is_ok_and(|state| !state.contains(") Z"))
}

#[test]
fn of_programs_that_hang_there_is_one_and_none_once_the_explorer_has_ended() {
    let folder = folder("copies-while-one-hangs");
    with(&folder, "xclip", HANGS_TOO);
    let mut terminal = explorer(&folder, &[("DISPLAY", "x")]);
    for count in 1..=5 {
        terminal.type_keys("yl");
        // A frame is drawn for each other key: the program goes on meanwhile, and writes when it wants to.
        while hanging(&folder).len() < count {
            let frames = terminal.frames();
            terminal.type_keys("\x0c");
            terminal.wait_for("a frame", |text| text.matches(FRAME.1).count() > frames);
        }
        let all = hanging(&folder);
        let (_, earlier) = all.split_last().expect("the last one");
        assert!(!earlier.iter().flatten().any(|pid| goes_on(*pid)), "{count}: {all:?}");
    }
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
    let all = hanging(&folder);
    assert!(!all.iter().flatten().any(|pid| goes_on(*pid)), "{all:?}");
}

#[test]
fn a_program_that_stays_behind_holds_nothing_up_and_outlives_the_explorer() {
    let folder = folder("copies-and-stays");
    with(&folder, "wl-copy", STAYS);
    let mut terminal = explorer(&folder, &[("WAYLAND_DISPLAY", "x")]);
    copy(&mut terminal, "copied to the clipboard (wl-copy)");
    let left = fs::read_to_string(folder.join("left")).expect("its number");
    let left = left.trim().parse().ok().and_then(rustix::process::Pid::from_raw).expect("a number");
    // Ctrl-z stops all of a job; a terminal that is closed ends it.
    let own = rustix::process::getpgid(Some(left)).expect("a program that runs");
    assert_ne!(own, rustix::process::getpgid(Some(terminal.pid())).expect("the explorer"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end().exit_status(), Some(0));
    terminal.assert_as_found();
    rustix::process::test_kill_process(left).expect("it is still there");
    rustix::process::kill_process(left, rustix::process::Signal::KILL).expect("and can go");
}

#[test]
fn a_key_that_leaves_at_once_does_not_cut_what_is_copied() {
    let folder = folder("copies-and-leaves");
    with(&folder, "wl-copy", "#!/bin/sh\n/bin/cat > \"${0%/*}/taken\"\necho all is taken > /dev/tty\n");
    // A shell keeps the terminal open for what the program says.
    let shell = ["/bin/sh", "-c", r#""$0" "$1"; read -r line"#, WALLCHART, DATASET];
    let path = folder.to_str().expect("a path");
    let mut terminal = Terminal::start(&shell, &[("PATH", path), ("WAYLAND_DISPLAY", "x")]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains(TITLE));
    terminal.type_keys("ymq");
    terminal.wait_for("the program", |text| text.contains("all is taken"));
    let text = taken(&folder).expect("a text");
    let exported =
        std::process::Command::new(WALLCHART).args(["export", DATASET]).output().expect("an export");
    assert_eq!(text, String::from_utf8_lossy(&exported.stdout));
}

#[test]
fn what_the_terminal_would_not_take_is_written_to_a_file() {
    let folder = folder("copies-too-much");
    let in_folder = r#"cd "$1" && exec "$0" "$2" --view timeline"#;
    let mut terminal =
        Terminal::start(&["sh", "-c", in_folder, WALLCHART, folder.to_str().expect("a path"), STORY], &[]);
    terminal.wait_for_screen("a first frame", |screen| screen.contents().contains("Walls and gates"));
    terminal.type_keys("ym");
    terminal.wait_for_screen("the offer", |screen| screen.contents().contains("e writes a file"));
    assert!(!terminal.written().contains("\x1b]52"), "half of it would be worse than nothing");
    terminal.type_keys("e\r");
    terminal
        .wait_for_screen("that it is written", |screen| screen.contents().contains("wrote 96 milestones"));
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 1);
}
