//! A second emulator, where it is installed: what tmux shows after each key is what it shows when every cell is drawn
//! again, as after Ctrl-l. That is asked for by SIGCONT: Ctrl-l is a key, and ends a count or a question as others do.
//!
//! tmux is driven in its control mode (tmux(1), CONTROL MODE): what the program writes, and what tmux answers, come in
//! one stream and in order, so that nothing is waited for but frames. An explorer of the test's own says whether a key
//! draws one.
#![expect(clippy::expect_used, clippy::panic, reason = "this is how a test fails")]

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use rustix::process::{Pid, Signal, kill_process};
use wallchart::app::overlays::answering;
use wallchart::app::{App, Effect, Event, Start};
use wallchart::dataset::Lang;
use wallchart::dataset::load::load;
use wallchart::date::Date;
use wallchart::query::{self, Query};
use wallchart::ui::{self, Theme};

use super::support::{STORY, WALLCHART};

const SIZE: Size = Size::new(100, 24);
const DEADLINE: Duration = Duration::from_secs(30);

/// A server of its own with one session, in which the explorer runs; gone when dropped.
struct Tmux {
    name: String,
    client: Child,
    commands: ChildStdin,
    lines: Receiver<String>,
    /// What the program wrote since its last frame, with control characters as `\ooo`.
    written: String,
    /// How many frames it drew, and how many were waited for.
    drawn: usize,
    awaited: usize,
    explorer: Pid,
    /// Left behind by a server that ends.
    socket: String,
}

impl Tmux {
    /// `None` where there is no tmux.
    fn start(name: &str, arguments: &str) -> Option<Self> {
        let name = format!("wallchart-{}-{name}", std::process::id());
        let program = format!("exec '{WALLCHART}' --glyphs unicode {arguments}");
        let (cols, rows) = (SIZE.width.to_string(), SIZE.height.to_string());
        let spawned = Command::new("tmux")
            .args([
                "-L",
                &name,
                "-f",
                "/dev/null",
                "-u",
                "-C",
                "new-session",
                "-x",
                &cols,
                "-y",
                &rows,
                &program,
            ])
            .envs([("LC_ALL", "C.UTF-8"), ("TERM", "xterm-256color"), ("WALLCHART_CONFIG", "")])
            .env_remove("TMUX")
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut client = match spawned {
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            spawned => spawned.expect("tmux"),
        };
        let commands = client.stdin.take().expect("where it reads");
        let answers = BufReader::new(client.stdout.take().expect("where it answers"));
        let (sender, lines) = channel();
        thread::spawn(move || {
            let lines = answers.split(b'\n').map_while(Result::ok);
            lines
                .map(|line| String::from_utf8_lossy(&line).into_owned())
                .try_for_each(|line| sender.send(line))
        });
        let explorer = rustix::process::getpid();
        let mut tmux = Self {
            name,
            client,
            commands,
            lines,
            written: String::new(),
            drawn: 0,
            awaited: 0,
            explorer,
            socket: String::new(),
        };
        tmux.answer();
        // Whatever becomes of the test, the server goes with it.
        tmux.command("set-option -g destroy-unattached on");
        let pid = tmux.command(r##"display-message -p "#{pane_pid}""##).concat().parse();
        tmux.explorer = pid.ok().and_then(Pid::from_raw).expect("its number");
        tmux.socket = tmux.command(r##"display-message -p "#{socket_path}""##).concat();
        tmux.frame("the first frame");
        Some(tmux)
    }

    /// Does a command; the lines that it answers.
    fn command(&mut self, command: &str) -> Vec<String> {
        writeln!(self.commands, "{command}").expect("a client that listens");
        self.answer()
    }

    fn answer(&mut self) -> Vec<String> {
        while !self.line("an answer").starts_with("%begin ") {}
        let mut lines = Vec::new();
        loop {
            let line = self.line("the end of an answer");
            assert!(!line.starts_with("%error "), "{lines:?}");
            if line.starts_with("%end ") {
                return lines;
            }
            lines.push(line);
        }
    }

    /// The next line; of one that says what the program wrote, that is kept.
    fn line(&mut self, what: &str) -> String {
        let line = self.lines.recv_timeout(DEADLINE);
        let line = line.unwrap_or_else(|_| panic!("waited for {what} after {:?}", self.written));
        if let Some((_, written)) = line.strip_prefix("%output ").and_then(|line| line.split_once(' ')) {
            self.written.push_str(written);
            while let Some((_, after)) = self.written.split_once(r"\033[?2026l") {
                self.written = after.to_owned();
                self.drawn += 1;
            }
        }
        line
    }

    /// Waits for the end of the next frame.
    fn frame(&mut self, what: &str) {
        self.awaited += 1;
        while self.drawn < self.awaited {
            self.line(what);
        }
    }

    /// Has every cell drawn again.
    fn draw_again(&mut self) {
        kill_process(self.explorer, Signal::CONT).expect("a running explorer");
        self.frame("a whole frame");
    }

    /// Where the cursor stands, if it is seen, and each cell with its style. tmux tells rows as what to send to a
    /// terminal, with or without the blanks at their ends that nobody wrote.
    fn screen(&mut self) -> Vec<String> {
        let cursor = self.command(r##"display-message -p "#{?cursor_flag,#{cursor_x} #{cursor_y},hidden}""##);
        let mut shown = vt100::Parser::new(SIZE.height, SIZE.width, 0);
        shown.process(self.command("capture-pane -p -e -N").join("\r\n").as_bytes());
        let cells = (0..SIZE.height).flat_map(|row| (0..SIZE.width).map(move |col| (row, col)));
        let cells = cells.filter_map(|(row, col)| {
            let cell = shown.screen().cell(row, col)?;
            let (text, is_block) = (cell.contents().trim(), cell.underline() || cell.inverse());
            // Of a blank the colour and the weight are not seen.
            let style = (!text.is_empty() || is_block).then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
            Some(format!("{row},{col}: {text:?} {style:?} {} {}", cell.underline(), cell.inverse()))
        });
        cursor.into_iter().chain(cells).collect()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let mut end = Command::new("tmux");
        let _ = end.args(["-L", &self.name, "kill-server"]).stderr(Stdio::null()).status();
        let _ = self.client.kill();
        let _ = self.client.wait();
        let _ = std::fs::remove_file(&self.socket);
    }
}

/// An explorer that nobody sees, told the same keys.
struct Twin(App);

impl Twin {
    fn new(dataset: &str, at: Option<&str>, lang: Lang) -> Self {
        let dataset = load(dataset).dataset.expect("a dataset");
        let start = Start {
            at: at.and_then(|text| query::at(text, &dataset).expect("a date")),
            date: at.map(|text| Date::parse_plainly(text).expect("a date")),
            lang,
            ..Start::default()
        };
        let mut twin = Self(App::open_at(dataset, Query::default(), start));
        twin.fit();
        twin
    }

    fn fit(&mut self) {
        self.0.fit(ui::lay_out(&self.0, SIZE, Theme::default()).pages());
    }

    /// How many frames a key draws. One that leads out of the explorer has no place here.
    fn press(&mut self, key: &str) -> usize {
        let update = self.0.update(Event::Key(key.parse().expect("a key")));
        assert!(update.effects.iter().all(|effect| matches!(effect, Effect::Redraw)), "{key}");
        self.fit();
        usize::from(update.redraw) + self.due()
    }

    /// What is put off until nothing else happens, each time with a frame of its own.
    fn due(&mut self) -> usize {
        let mut frames = 0;
        while answering::is_due(&self.0) {
            frames += usize::from(self.0.update(Event::Due).redraw);
            self.fit();
        }
        frames
    }
}

/// Keys by the names that the help gives them; tmux has others for some.
fn in_tmux(key: &str) -> &str {
    match key {
        "PgDn" => "PageDown",
        "PgUp" => "PageUp",
        "Esc" => "Escape",
        key => key,
    }
}

/// Presses the keys in both; each screen is compared with the one that is drawn again.
fn walk<'k>(tmux: &mut Tmux, twin: &mut Twin, keys: impl IntoIterator<Item = &'k str>) {
    let mut pressed = Vec::new();
    for key in keys {
        pressed.push(key);
        let frames = twin.press(key);
        tmux.command(&format!("send-keys -- '{}'", in_tmux(key)));
        (0..frames).for_each(|_| tmux.frame(key));
        if frames == 0 {
            continue;
        }
        let seen = tmux.screen();
        tmux.draw_again();
        let again = tmux.screen();
        // A frame that the twin does not know of would make all that follows meaningless.
        assert_eq!(tmux.drawn, tmux.awaited, "after {pressed:?}");
        let off: Vec<_> = seen.iter().zip(&again).filter(|(seen, again)| seen != again).collect();
        assert!(off.is_empty(), "after {pressed:?}: {off:#?}");
    }
}

const LANGS: [(&str, Lang); 3] = [("en", Lang::En), ("zh", Lang::Zh), ("both", Lang::Both)];

/// Says on standard error, which a test that passes does not show unless asked, why nothing was tried.
#[expect(clippy::print_stderr, reason = "the only way to say so")]
fn is_missing() {
    eprintln!("tmux is not installed: nothing was compared with it");
}

#[test]
fn nothing_of_earlier_frames_stays_on_the_screen_of_tmux() {
    for (name, lang) in LANGS {
        let Some(mut tmux) = Tmux::start(name, &format!("--lang {name} --at 2021-09 '{STORY}'")) else {
            return is_missing();
        };
        let mut twin = Twin::new(include_str!("../data/story.toml"), Some("2021-09"), lang);
        walk(&mut tmux, &mut twin, "5 ] ] ] ] Enter PgDn [ [ [ Esc 2".split(' '));
    }
}

/// Keys that lead nowhere but to other screens, those that move more often than the others.
const KEYS: &str =
    "1 2 3 4 5 j j j k l h ] ] [ [ } { PgDn PgDn PgUp Home End G Enter Enter Esc Esc t m * ? / f c Tab";

/// Places of keys, far from regular, and the same each time.
fn dice(seed: u32) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(seed), |last| Some(last.wrapping_mul(1_664_525).wrapping_add(1_013_904_223)))
        .map(|number| (number >> 16) as usize)
}

#[test]
fn random_keys_leave_no_trace_in_tmux_either() {
    let datasets = ["small.toml", "scripts.toml"];
    let keys: Vec<&str> = KEYS.split(' ').collect();
    for (seed, (name, lang)) in (1..).zip(LANGS) {
        let file = datasets[seed as usize % datasets.len()];
        let path = format!("{}/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
        let started =
            Tmux::start(&format!("random-{name}"), &format!("--view timeline --lang {name} '{path}'"));
        let Some(mut tmux) = started else { return is_missing() };
        let text = std::fs::read_to_string(&path).expect("the dataset");
        let mut twin = Twin::new(&text, None, lang);
        walk(&mut tmux, &mut twin, dice(seed).map(|number| keys[number % keys.len()]).skip(1).take(40));
    }
}
