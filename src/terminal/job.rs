//! The program as a job of its shell: stopping, and being told to go on.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process};

use super::events::Inbox;
use super::session;
use super::tty::Tty;

/// Within which signals that stop the program and have it go on count as sent together. Nobody sees it stop so much
/// later.
const SETTLING: Duration = Duration::from_millis(20);

/// Who is stopped together with the program.
#[derive(Clone, Copy)]
pub(super) enum Stopped {
    /// The whole job, as Ctrl-z does: a shell takes its terminal back only when all of a pipeline has stopped.
    Job,
    /// The program alone: somebody sent it a signal, and sent the others theirs, or meant to spare them.
    Alone,
}

/// What the program was told as a job.
#[derive(Default)]
pub(super) struct Job {
    /// When it was last told to go on.
    continued: Option<Instant>,
}

impl Job {
    /// Whether to stop, as a signal said: no other one says at about that time to go on.
    ///
    /// A SIGCONT that came before our SIGSTOP would be lost, and nobody would send a second one; and of two handlers
    /// one may run within the other, so that nobody knows which signal came first. Who is told both goes on.
    pub(super) fn is_to_stop(&mut self, inbox: &Inbox) -> bool {
        if self.was_continued(inbox) {
            return false;
        }
        thread::sleep(SETTLING);
        !self.was_continued(inbox)
    }

    /// Whether the program was told to go on a moment ago.
    pub(super) fn was_continued(&mut self, inbox: &Inbox) -> bool {
        if inbox.take_continued() {
            self.continued = Some(Instant::now());
        }
        self.continued.is_some_and(|at| at.elapsed() < SETTLING)
    }
}

/// Gives the terminal back and stops. Returns once somebody has continued the program.
///
/// With SIGSTOP, as nano, mutt and helix do: SIGTSTP is caught here, and to have its default action back
/// for a moment takes `unsafe`. It also stops where nobody could continue the program (`xterm -e wallchart`,
/// where a SIGTSTP would be ignored); there the terminal says how, and another one can.
pub(super) fn stop(stopped: Stopped, tty: &Tty) -> io::Result<()> {
    session::leave();
    if !has_shell() {
        let line = format!("wallchart is stopped: `kill -CONT {}` continues it\r\n", getpid());
        tty.send(line.as_bytes())?;
    }
    match stopped {
        Stopped::Job => kill_current_process_group(Signal::STOP)?,
        Stopped::Alone => kill_process(getpid(), Signal::STOP)?,
    }
    Ok(())
}

/// Whether a shell put the program into a process group of its own, and so can bring it back. In the group of
/// the session's leader nobody can: that group is orphaned, and a Ctrl-z of the kernel's would not stop it.
fn has_shell() -> bool {
    getsid(None).is_ok_and(|leader| leader != getpgrp())
}
