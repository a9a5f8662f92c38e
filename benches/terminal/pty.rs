//! A program in a pseudo-terminal of 120×40, each piece of what it writes with the time at which it came.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const SIZE: PtySize = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
/// Who says nothing for so long will say nothing any more.
const DEADLINE: Duration = Duration::from_secs(60);

pub(crate) struct Program {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    pieces: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    begun: Instant,
    /// When the last piece came that was taken.
    last: Instant,
    _master: Box<dyn MasterPty + Send>,
}

/// What came of keys: milliseconds from the last of them to the first piece and to the last one before it was quiet.
pub(crate) struct Answer {
    pub(crate) first: Option<f64>,
    pub(crate) settled: Option<f64>,
    pub(crate) bytes: f64,
    pub(crate) writes: f64,
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

impl Program {
    pub(crate) fn start(argv: &[String]) -> Self {
        let pair = native_pty_system().openpty(SIZE).expect("a pseudo-terminal");
        let mut command = CommandBuilder::from_argv(argv.iter().map(Into::into).collect());
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        command.env("WALLCHART_CONFIG", "");
        let (send, pieces) = channel();
        let mut output = pair.master.try_clone_reader().expect("its output");
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(len @ 1..) = output.read(&mut buffer) {
                let piece = buffer.get(..len).unwrap_or_default().to_vec();
                if send.send((Instant::now(), piece)).is_err() {
                    break;
                }
            }
        });
        let keyboard = pair.master.take_writer().expect("a keyboard");
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program");
        let screen = vt100::Parser::new(SIZE.rows, SIZE.cols, 0);
        Self { child, keyboard, pieces, screen, begun, last: begun, _master: pair.master }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().expect("a running program")
    }

    fn take(&mut self, within: Duration) -> Option<(Instant, usize)> {
        let (at, piece) = self.pieces.recv_timeout(within).ok()?;
        self.screen.process(&piece);
        self.last = at;
        Some((at, piece.len()))
    }

    /// Milliseconds from its start to the first piece that shows something.
    pub(crate) fn first(&mut self) -> f64 {
        while self.screen.screen().contents().trim().is_empty() {
            self.take(DEADLINE).expect("a frame");
        }
        millis(self.last - self.begun)
    }

    /// Milliseconds from its start until `text` stands on its screen.
    pub(crate) fn until(&mut self, text: &str) -> f64 {
        while !self.screen.screen().contents().contains(text) {
            self.take(DEADLINE).expect("more to be shown");
        }
        millis(self.last - self.begun)
    }

    /// Waits until nothing has come for as long as an answer may take, and says how long that is: a third of what
    /// loading took, and not less than a fifth of a second.
    pub(crate) fn calm(&mut self) -> Duration {
        let calm = Duration::from_millis(200).max((self.last - self.begun) / 3);
        while self.take(calm).is_some() {}
        calm
    }

    /// Bytes that come within `time`.
    pub(crate) fn silence(&mut self, time: Duration) -> f64 {
        let end = Instant::now() + time;
        let mut bytes = 0;
        while let Some((_, len)) = self.take(end.saturating_duration_since(Instant::now())) {
            bytes += len;
        }
        count(bytes)
    }

    /// Types `keys` at once and waits until nothing has come for `quiet`.
    pub(crate) fn press(&mut self, keys: &str, quiet: Duration) -> Answer {
        self.keyboard.write_all(keys.as_bytes()).expect("an open terminal");
        let pressed = Instant::now();
        let (mut first, mut settled, mut bytes, mut writes) = (None, None, 0, 0);
        while let Some((at, len)) = self.take(quiet) {
            let after = millis(at.saturating_duration_since(pressed));
            first.get_or_insert(after);
            settled = Some(after);
            bytes += len;
            writes += 1;
        }
        Answer { first, settled, bytes: count(bytes), writes: count(writes) }
    }

    /// Milliseconds from `keys` until it is gone.
    pub(crate) fn quit(mut self, keys: &str) -> f64 {
        self.keyboard.write_all(keys.as_bytes()).expect("an open terminal");
        let pressed = Instant::now();
        let status = self.child.wait().expect("its end");
        let gone = millis(pressed.elapsed());
        // fzf: 130 is for who leaves without a choice.
        assert!(status.success() || status.exit_code() == 130, "{status}");
        gone
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
fn count(of: usize) -> f64 {
    of as f64
}
