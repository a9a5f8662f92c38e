//! The real program in a pseudo-terminal. No test sleeps: each waits for something that must come, and fails
//! loudly when it does not come in time.
#![expect(clippy::expect_used, clippy::panic, reason = "this is how a test fails")]

use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};
use rustix::termios::{Action, tcflow};

/// On a machine with nothing else to do everything here takes milliseconds.
const DEADLINE: Duration = Duration::from_secs(30);

/// The program's own name.
pub(crate) const WALLCHART: &str = env!("CARGO_BIN_EXE_wallchart");
/// What it opens here.
pub(crate) const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/lighthouse.toml");
/// A long one.
pub(crate) const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml");
/// What is on screen once there is a frame.
pub(crate) const TITLE: &str = "Lighthouse";
/// What every frame begins and ends with.
pub(crate) const FRAME: (&str, &str) = ("\x1b[?2026h", "\x1b[?2026l");

/// A program in a terminal of its own, which is its controlling terminal.
pub(crate) struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    reader: Option<JoinHandle<()>>,
    output: Arc<Output>,
    pid: Pid,
    found: String,
    ended: Option<WaitStatus>,
}

/// Everything the program has written.
#[derive(Default)]
struct Output {
    seen: Mutex<Seen>,
    more: Condvar,
}

#[derive(Default)]
struct Seen {
    bytes: Vec<u8>,
    closed: bool,
    /// Nobody looks any longer.
    enough: bool,
}

/// An environment that is the same wherever the tests run.
fn quiet(mut command: CommandBuilder) -> CommandBuilder {
    let words = ["NO_COLOR", "WALLCHART_GLYPHS", "RUST_BACKTRACE", "LC_ALL", "LC_CTYPE", "LANG", "BROWSER"];
    // What says where to copy.
    let clipboards = ["WAYLAND_DISPLAY", "DISPLAY", "TMUX", "STY", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"];
    for variable in words.into_iter().chain(clipboards) {
        command.env_remove(variable);
    }
    command.env("TERM", "xterm-256color");
    // Nobody's own.
    command.env("WALLCHART_CONFIG", "");
    command
}

impl Terminal {
    /// The explorer, with its first frame on screen.
    pub(crate) fn explorer() -> Self {
        Self::explorer_with(&[])
    }

    /// The explorer with more variables in its environment.
    pub(crate) fn explorer_with(variables: &[(&str, &str)]) -> Self {
        let terminal = Self::start(&[WALLCHART, DATASET], variables);
        terminal.wait_for_screen("a first frame", |screen| screen.contents().contains(TITLE));
        terminal.wait_for("the end of the first frame", |text| text.contains(FRAME.1));
        terminal
    }

    /// Any program.
    pub(crate) fn start(argv: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = quiet(CommandBuilder::from_argv(argv.iter().map(Into::into).collect()));
        for (name, value) in variables {
            command.env(name, value);
        }
        Self::spawn(command)
    }

    /// The explorer in a terminal that is nobody's controlling terminal, with its first frame on screen.
    pub(crate) fn explorer_without_job_control() -> Self {
        let mut command = quiet(CommandBuilder::new(WALLCHART));
        command.arg(DATASET);
        command.set_controlling_tty(false);
        let terminal = Self::spawn(command);
        terminal.wait_for_screen("a first frame", |screen| screen.contents().contains(TITLE));
        terminal
    }

    fn spawn(mut command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).expect("a pseudo-terminal");
        // Should a signal leave a core, then not here.
        command.cwd(env!("CARGO_TARGET_TMPDIR"));
        let found = settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).expect("the program");
        let pid = child.process_id().and_then(|pid| Pid::from_raw(pid.cast_signed())).expect("its number");
        let output = Arc::new(Output::default());
        let reader = pair.master.try_clone_reader().expect("a reader");
        let reader = thread::spawn({
            let output = Arc::clone(&output);
            move || output.gather(reader)
        });
        let keyboard = Some(pair.master.take_writer().expect("a keyboard"));
        Self { master: Some(pair.master), keyboard, reader: Some(reader), output, pid, found, ended: None }
    }

    /// Types `keys`, at once. Where nobody listens any longer, what the test waits for next says so.
    pub(crate) fn type_keys(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().expect("an open terminal");
        let _ = keyboard.write_all(keys.as_bytes());
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("a running program");
    }

    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        self.master().resize(size(cols, rows)).expect("another size");
    }

    /// Has the terminal take no more output, as one that was stopped, or at whose other end nobody reads.
    pub(crate) fn take_no_more(&self) {
        let name = self.master().tty_name().expect("a terminal with a name");
        let nobodys = rustix::fs::OFlags::NOCTTY.bits().cast_signed();
        let slave = File::options().read(true).custom_flags(nobodys).open(name).expect("the terminal");
        tcflow(&slave, Action::OOff).expect("a terminal that can be stopped");
    }

    /// Closes the terminal, as closing a window does.
    ///
    /// The thread that reads has it open as well, and blocks: a last frame (Ctrl-l) lets it go.
    pub(crate) fn close(&mut self) {
        self.output.seen.lock().expect("no panic").enough = true;
        self.type_keys("\x0c");
        self.reader.take().expect("an open terminal").join().expect("no panic");
        self.keyboard = None;
        self.master = None;
    }

    fn master(&self) -> &dyn MasterPty {
        self.master.as_deref().expect("an open terminal")
    }

    /// Who is in the foreground: the job that a shell runs.
    pub(crate) fn foreground(&self) -> Pid {
        self.master().process_group_leader().and_then(Pid::from_raw).expect("somebody")
    }

    /// Everything written so far. Escape sequences and all; a character that is cut at the end is replaced.
    pub(crate) fn written(&self) -> String {
        let seen = self.output.seen.lock().expect("no panic");
        String::from_utf8_lossy(&seen.bytes).into_owned()
    }

    /// Waits until what has been written satisfies `is_there`.
    #[track_caller]
    pub(crate) fn wait_for(&self, what: &str, is_there: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        let mut seen = self.output.seen.lock().expect("no panic");
        while !is_there(&String::from_utf8_lossy(&seen.bytes)) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.closed {
                let text = visible(&seen.bytes);
                drop(seen);
                panic!("waited for {what}:\n{text}");
            }
            seen = self.output.more.wait_timeout(seen, left).expect("no panic").0;
        }
    }

    /// Waits until the screen satisfies `is_there`.
    #[track_caller]
    pub(crate) fn wait_for_screen(&self, what: &str, is_there: impl Fn(&vt100::Screen) -> bool) {
        self.wait_for(what, |text| is_there(screen(text).screen()));
    }

    /// The screen as it is now.
    pub(crate) fn screen(&self) -> vt100::Screen {
        screen(&self.written()).screen().clone()
    }

    /// How many frames were drawn so far, whole.
    pub(crate) fn frames(&self) -> usize {
        self.written().matches(FRAME.1).count()
    }

    /// Waits until the program has stopped (and not ended).
    #[track_caller]
    pub(crate) fn wait_for_stop(&mut self) {
        let status = self.wait_for_change();
        assert!(status.stopped(), "{status:?} instead of a stop:\n{}", visible(self.written().as_bytes()));
    }

    /// Waits until the program has ended, and until all that it wrote was read.
    #[track_caller]
    pub(crate) fn wait_for_end(&mut self) -> WaitStatus {
        let status = self.wait_for_change();
        assert!(!status.stopped(), "stopped instead of ended:\n{}", visible(self.written().as_bytes()));
        self.ended = Some(status);
        status
    }

    /// Waits until the program stops or ends.
    ///
    /// There is no wait with a deadline: a thread waits, and is let go by ending the program.
    #[track_caller]
    pub(crate) fn wait_for_change(&self) -> WaitStatus {
        let pid = self.pid;
        let (sender, receiver) = std::sync::mpsc::channel();
        thread::spawn(move || {
            let change = loop {
                match waitpid(Some(pid), WaitOptions::UNTRACED) {
                    Err(rustix::io::Errno::INTR) => {}
                    change => break change,
                }
            };
            let _ = sender.send(change);
        });
        let Ok(change) = receiver.recv_timeout(DEADLINE) else {
            let _ = kill_process(pid, Signal::KILL);
            panic!("it neither ended nor stopped:\n{}", visible(self.written().as_bytes()));
        };
        change.expect("a child of this process").expect("a change").1
    }

    /// That the terminal is as it was before the program started.
    #[track_caller]
    pub(crate) fn assert_as_found(&self) {
        self.wait_for("the end of the alternate screen", |text| {
            text.rfind("\x1b[?1049l") > text.rfind("\x1b[?1049h")
        });
        let text = self.written();
        let parser = screen(&text);
        let screen = parser.screen();
        assert!(!screen.alternate_screen(), "alternate screen");
        assert!(text.rfind("\x1b[?7h") > text.rfind("\x1b[?7l"), "no autowrap");
        assert!(!screen.hide_cursor(), "cursor hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!screen.application_cursor() && !screen.application_keypad(), "keypad");
        assert_paired(&text);
        for keyboard in ["\x1b[>", "\x1b[=", "\x1b[<"] {
            assert!(!text.contains(keyboard), "a keyboard protocol was touched");
        }
        self.assert_settings_as_found();
    }

    /// That at least the line settings are, where the terminal takes no more output.
    #[track_caller]
    pub(crate) fn assert_settings_as_found(&self) {
        assert_eq!(settings(self.master()), self.found);
    }

    /// Whether keys come one by one.
    pub(crate) fn is_raw(&self) -> bool {
        !settings(self.master()).contains("ICANON")
    }

    /// The number that the system knows the program by.
    pub(crate) fn pid(&self) -> Pid {
        self.pid
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.ended.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
            let _ = waitpid(Some(self.pid), WaitOptions::empty());
        }
    }
}

impl Output {
    fn gather(&self, mut reader: impl Read) {
        let mut buffer = [0; 4096];
        loop {
            let count = reader.read(&mut buffer).unwrap_or(0);
            let mut seen = self.seen.lock().expect("no panic");
            seen.bytes.extend_from_slice(&buffer[..count]);
            seen.closed = count == 0;
            self.more.notify_all();
            if count == 0 || seen.enough {
                return;
            }
        }
    }
}

/// That synchronized updates begin and end in turn, in all that was written: kitty notes every one that ends none.
#[track_caller]
fn assert_paired(text: &str) {
    let mut rest = text;
    while let Some((before, frame)) = rest.split_once(FRAME.0) {
        assert!(!before.contains(FRAME.1), "an end of nothing: {before:?}");
        let (frame, after) = frame.split_once(FRAME.1).expect("an end of the update");
        assert!(!frame.contains(FRAME.0), "an update within an update: {frame:?}");
        rest = after;
    }
    assert!(!rest.contains(FRAME.1), "an end of nothing: {rest:?}");
}

/// The screen that shows `text`. As wide as any test makes it.
fn screen(text: &str) -> vt100::Parser {
    let mut parser = vt100::Parser::new(60, 200, 0);
    parser.process(text.as_bytes());
    parser
}

/// The line settings, spelled out: the crate that has the type is none of ours.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("settings"))
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Bytes for a failure's message.
fn visible(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\x1b', "␛").replace("␛[?2026h", "\n␛[?2026h")
}
