//! The terminal itself: where keys are read, where frames are written, how large it is.
//!
//! Invariant: nothing here asks the terminal a question. What it does not tell by itself the program does without, but
//! for one thing (`probe`), for which nothing waits: an answer may never come (ratatui#2691, crossterm#672,
//! openai/codex#20654).

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr, ttyname};

use super::ending;

/// What a terminal counts as that does not know its own size (a serial line, some containers).
const UNKNOWN_SIZE: Size = Size { width: 80, height: 24 };

/// How long a terminal that takes nothing is waited for once the program was told to end. One at the end of a slow
/// line takes something within it.
const GRACE: Duration = Duration::from_millis(500);
/// How often it is looked meanwhile whether the program was told to end. Only while the terminal takes nothing.
const LOOK_AGAIN: Timespec = Timespec { tv_sec: 0, tv_nsec: 20_000_000 };

/// A terminal. Shared by the loop, the thread that reads and the panic hook.
#[derive(Clone, Debug)]
pub(super) struct Tty(Arc<Ends>);

#[derive(Debug)]
struct Ends {
    input: File,
    output: File,
    /// Whether bytes are under way, or were cut off.
    amid: AtomicBool,
}

impl Tty {
    /// The terminal the program was started in.
    ///
    /// Keys come from standard input where that is a terminal, else from the controlling terminal: a dataset
    /// may be piped in (`cat walls.toml | wallchart -`), also on macOS, where polling `/dev/tty` fails
    /// (crossterm#396, ratatui#2014) and blocking reads do not.
    ///
    /// # Errors
    ///
    /// Standard output is no terminal, or there is none to read keys from.
    pub(super) fn open() -> io::Result<Self> {
        if !isatty(rustix::stdio::stdout()) {
            return Err(io::Error::other("standard output is no terminal"));
        }
        let output = output()?;
        let input = if isatty(rustix::stdio::stdin()) {
            File::from(rustix::stdio::stdin().try_clone_to_owned()?)
        } else {
            OpenOptions::new().read(true).write(true).open("/dev/tty").map_err(|error| {
                io::Error::new(error.kind(), format!("there is no terminal to read keys from: {error}"))
            })?
        };
        Ok(Self(Arc::new(Ends { input, output, amid: AtomicBool::new(false) })))
    }

    /// Waits for bytes and reads them; none once the terminal is gone.
    ///
    /// A blocking read needs no wake-up while idle and returns at once on a hang-up, where
    /// `crossterm::event::read` spins at full load.
    pub(super) fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match rustix::io::read(&self.0.input, &mut *buffer) {
                Ok(count) => return Ok(count),
                Err(Errno::INTR) => {}
                // Another program that shares this terminal made it non-blocking.
                Err(Errno::AGAIN) => {
                    wait_for(self.0.input.as_fd(), PollFlags::IN, None)?;
                }
                // A hang-up, or a background job that nobody can bring back to the front.
                Err(Errno::IO | Errno::NXIO | Errno::NODEV) => return Ok(0),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Writes all of `bytes`, in one piece where the terminal takes it.
    ///
    /// One that takes nothing (it was stopped, or nobody reads at its other end) is waited for; [`GRACE`] long once a
    /// signal told the program to end, and no longer once a second one did.
    ///
    /// # Errors
    ///
    /// `TimedOut` where it was waited for in vain; then part of `bytes` may have been written.
    pub(super) fn send(&self, mut bytes: &[u8]) -> io::Result<()> {
        self.0.amid.store(true, Ordering::SeqCst);
        while !bytes.is_empty() {
            self.wait_for_room()?;
            match rustix::io::write(&self.0.output, bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.0.amid.store(false, Ordering::SeqCst);
        Ok(())
    }

    fn wait_for_room(&self) -> io::Result<()> {
        let mut told = None;
        while !wait_for(self.0.output.as_fd(), PollFlags::OUT, Some(&LOOK_AGAIN))? {
            match ending::requests() {
                0 => {}
                1 if told.get_or_insert_with(Instant::now).elapsed() < GRACE => {}
                _ => return Err(io::ErrorKind::TimedOut.into()),
            }
        }
        Ok(())
    }

    /// Whether something that is being sent, or was, has not been sent whole.
    pub(super) fn is_amid(&self) -> bool {
        self.0.amid.load(Ordering::SeqCst)
    }

    /// How large the screen is now, as far as it is drawn on.
    pub(super) fn size(&self) -> Size {
        match tcgetwinsize(&self.0.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => drawn(Size::new(size.ws_col, size.ws_row)),
            _ => UNKNOWN_SIZE,
        }
    }

    /// The line settings as they are.
    pub(super) fn settings(&self) -> io::Result<Termios> {
        Ok(tcgetattr(&self.0.input)?)
    }

    /// Changes the line settings. Stops a program in the background until it is brought to the front.
    pub(super) fn set(&self, settings: &Termios) -> io::Result<()> {
        loop {
            match tcsetattr(&self.0.input, OptionalActions::Now, settings) {
                Err(Errno::INTR) => {}
                done => return Ok(done?),
            }
        }
    }
}

/// The terminal that standard output is, opened once more: what is written here never blocks, and standard output,
/// which is shared with the shell, stays as it is. Where it has no name that can be opened (another's terminal, another
/// container's), standard output itself, which blocks where a frame is larger than the room that there is.
fn output() -> io::Result<File> {
    let stdout = rustix::stdio::stdout();
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let opened = ttyname(stdout, Vec::new()).ok().and_then(|name| {
        let name = OsStr::from_bytes(name.to_bytes());
        OpenOptions::new().write(true).custom_flags(flags).open(name).ok()
    });
    match opened {
        Some(output) => Ok(output),
        None => Ok(File::from(stdout.try_clone_to_owned()?)),
    }
}

/// What of a screen is drawn on, from its first cell: more than any display holds. What calls itself larger, up to 65,535
/// by 65,535 cells, is no screen but a mistake, and would take gigabytes.
fn drawn(size: Size) -> Size {
    const MOST: Size = Size::new(1_000, 500);
    Size::new(size.width.min(MOST.width), size.height.min(MOST.height))
}

/// Whether it became so within `time`.
fn wait_for(end: BorrowedFd<'_>, flags: PollFlags, time: Option<&Timespec>) -> io::Result<bool> {
    match poll(&mut [PollFd::from_borrowed_fd(end, flags)], time) {
        Ok(ready) => Ok(ready > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_of_any_size_is_drawn_on_as_far_as_one_can_be() {
        assert_eq!(drawn(Size::new(240, 67)), Size::new(240, 67));
        let most = drawn(Size::new(u16::MAX, u16::MAX));
        assert!(most.area() <= 500_000, "{most}");
    }
}
