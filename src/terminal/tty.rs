//! The terminal itself: where keys are read, where frames are written, how large it is.
//!
//! Invariant: nothing here asks the terminal a question. What it does not tell by itself (an answer may never
//! come: ratatui#2691, crossterm#672, openai/codex#20654) the program does without.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr};

/// What a terminal counts as that does not know its own size (a serial line, some containers).
const UNKNOWN_SIZE: Size = Size { width: 80, height: 24 };

/// A terminal. Shared by the loop, the thread that reads and the panic hook.
#[derive(Clone, Debug)]
pub(super) struct Tty(Arc<Ends>);

#[derive(Debug)]
struct Ends {
    input: File,
    output: File,
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
        let output = File::from(rustix::stdio::stdout().try_clone_to_owned()?);
        let input = if isatty(rustix::stdio::stdin()) {
            File::from(rustix::stdio::stdin().try_clone_to_owned()?)
        } else {
            OpenOptions::new().read(true).write(true).open("/dev/tty").map_err(|error| {
                io::Error::new(error.kind(), format!("there is no terminal to read keys from: {error}"))
            })?
        };
        Ok(Self(Arc::new(Ends { input, output })))
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
                Err(Errno::AGAIN) => wait_for(self.0.input.as_fd(), PollFlags::IN)?,
                // A hang-up, or a background job that nobody can bring back to the front.
                Err(Errno::IO | Errno::NXIO | Errno::NODEV) => return Ok(0),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Writes all of `bytes`, in one piece where the terminal takes it.
    pub(super) fn send(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.0.output, bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::INTR) => {}
                // Another program that shares this terminal made it non-blocking.
                Err(Errno::AGAIN) => wait_for(self.0.output.as_fd(), PollFlags::OUT)?,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// How large the screen is now.
    pub(super) fn size(&self) -> Size {
        match tcgetwinsize(&self.0.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
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

fn wait_for(end: BorrowedFd<'_>, flags: PollFlags) -> io::Result<()> {
    match poll(&mut [PollFd::from_borrowed_fd(end, flags)], None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
