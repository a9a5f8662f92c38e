//! Everything that can happen → one channel. The loop blocks on it and on nothing else; the threads that fill
//! it block in the kernel. While nothing happens, nothing wakes.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Instant;

use super::input::Input;
use super::panic_switch::panic_switch;
use super::signals::{self, Continued};
use super::thread::spawn;
use super::tty::Tty;

/// As much as a terminal's line discipline ever holds.
const CHUNK: usize = 4096;

/// Where everything arrives.
#[derive(Debug)]
pub(super) struct Inbox {
    inputs: Receiver<Input>,
    sender: Sender<Input>,
    continued: Continued,
}

impl Inbox {
    /// An inbox in which signals arrive already, and keys do not yet.
    pub(super) fn open() -> io::Result<Self> {
        let (sender, inputs) = mpsc::channel();
        let continued = signals::listen(&sender)?;
        Ok(Self { inputs, sender, continued })
    }

    /// Starts to read keys. The thread blocks in `read` for ever and ends with the program.
    pub(super) fn read_keys(&self, tty: Tty) -> io::Result<()> {
        let inbox = self.sender.clone();
        spawn("keys", &self.sender, move || {
            let mut buffer = [0; CHUNK];
            loop {
                let input = match tty.read(&mut buffer) {
                    Ok(0) => Input::Ended(signal_hook::consts::SIGHUP),
                    // A whole chunk a message: three hundred keys at once are one message and one frame.
                    Ok(count) => Input::Bytes(buffer[..count].to_vec()),
                    Err(error) => Input::Broken(error),
                };
                let more = matches!(input, Input::Bytes(_));
                if inbox.send(input).is_err() || !more {
                    return;
                }
            }
        })
    }

    /// Does `work` on a thread of its own. What comes of it is there once [`Input::Worked`] has arrived; who leaves
    /// before does not wait for it.
    pub(super) fn work<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Receiver<T>> {
        let (sender, done) = mpsc::channel();
        let inbox = self.sender.clone();
        spawn(name, &self.sender, move || {
            panic_switch("work");
            let _ = sender.send(work());
            let _ = inbox.send(Input::Worked);
        })?;
        Ok(done)
    }

    /// Whether the program was told to go on since this was last asked.
    pub(super) fn take_continued(&self) -> bool {
        self.continued.take()
    }

    /// The other end, for work that is done beside the loop.
    pub(super) fn sender(&self) -> Sender<Input> {
        self.sender.clone()
    }

    /// The next input. `silence`: when to wait no longer for the rest of something typed. `tick`: when to wait no
    /// longer at all; input that never ends does not put it off.
    pub(super) fn wait(&self, silence: Option<Instant>, tick: Option<Instant>) -> Input {
        let now = Instant::now();
        if tick.is_some_and(|tick| tick <= now) {
            return Input::Tick;
        }
        let input = match silence.into_iter().chain(tick).min() {
            // What is there already comes first.
            Some(until) => self.inputs.recv_timeout(until.saturating_duration_since(now)),
            None => self.inputs.recv().map_err(RecvTimeoutError::from),
        };
        match input {
            Ok(input) => input,
            Err(RecvTimeoutError::Timeout)
                if tick.is_none_or(|tick| silence.is_some_and(|end| end < tick)) =>
            {
                Input::Silence
            }
            Err(RecvTimeoutError::Timeout) => Input::Tick,
            // Cannot be: `sender` is one of the senders.
            Err(error @ RecvTimeoutError::Disconnected) => Input::Broken(io::Error::other(error)),
        }
    }

    /// What has arrived meanwhile.
    pub(super) fn arrived(&self) -> Option<Input> {
        self.inputs.try_recv().ok()
    }
}
