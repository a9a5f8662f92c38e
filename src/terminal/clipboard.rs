//! Copying: to the clipboard of this machine, by a program of its desktop, else to the terminal's (OSC 52).
//!
//! Why programs, and no library: X11 and Wayland have no clipboard that holds a text. They know who has it, and
//! whoever pastes asks that program, so what a program copies is gone when it ends. `wl-copy`, `xclip` and `xsel`
//! are there to stay behind until somebody else copies; a library would have to stay behind as well.
//!
//! Over SSH this machine's clipboard, if it has one, is not the reader's. The terminal's always is: OSC 52 goes where
//! the keys come from. But no terminal says whether it took it, so it comes second; tmux, where the program runs in it,
//! does better by a command of its own.

use std::io::{self, Seek, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use super::input::Input;
use super::osc52::{self, is_set};
use super::thread::spawn;
use super::tty::Tty;
use crate::app::{Clipboard, Copying, Outcome};

/// How long a program may take. They take some hundredths of a second.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it is looked after meanwhile.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// A program that puts its standard input on the clipboard, with its arguments.
type Program = (&'static str, &'static [&'static str]);

const MACOS: Program = ("pbcopy", &[]);
/// It is told what it gets: it would start another program to find out, which takes some Markdown for something else.
const WAYLAND: Program = ("wl-copy", &["--type", "text/plain"]);
/// As it comes, tmux takes no sequence of a program's, plain or wrapped, but this of its own (since 3.2): its buffer
/// has the text then, and `-w` hands it to the terminal.
const TMUX: Program = ("tmux", &["load-buffer", "-w", "-"]);
const X11: [Program; 2] = [("xclip", &["-selection", "clipboard"]), ("xsel", &["--clipboard", "--input"])];

/// The program that copies, if one does: there is never more than one. A later copy takes the place of one that hangs,
/// and when this is dropped no program is left that has not ended by itself.
#[derive(Debug, Default)]
pub(super) struct Copier(Option<Arc<Running>>);

impl Copier {
    /// Copies; says what came of it, where that is known by now. Else it comes through `inbox`: a program takes its
    /// time, in which keys are still answered.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub(super) fn copy(
        &mut self,
        copying: Copying,
        tty: &Tty,
        inbox: &Sender<Input>,
    ) -> io::Result<Option<Outcome>> {
        if let Some(earlier) = self.0.take() {
            earlier.replace();
        }
        let programs = programs(cfg!(target_os = "macos"), is_set);
        // The first that is there. That one is missing is no failure worth a word.
        let started =
            programs.into_iter().find_map(|program| Some((program.0, start(program, &copying.text).ok()?)));
        let Some((program, child)) = started else { return osc52::send(copying, None, tty).map(Some) };
        let running = Arc::new(Running::new(child));
        self.0 = Some(Arc::clone(&running));
        let sender = inbox.clone();
        let wait = move || {
            let input = match running.ended() {
                _ if running.is_replaced() => return,
                Some(status) if status.success() => {
                    let to = if program == TMUX.0 { Clipboard::Tmux } else { Clipboard::System(program) };
                    Input::Done(Outcome::Copied { what: copying.what, to })
                }
                _ => Input::NotCopied { copying, failed: program },
            };
            let _ = sender.send(input);
        };
        let error = spawn("the clipboard", inbox, wait).err();
        Ok(error.map(|error| Outcome::Failed(format!("nobody could wait for {program}: {error}"))))
    }
}

impl Drop for Copier {
    /// Who leaves at once wants what was copied: it is waited for, for as long as it would have been. The terminal is
    /// given back by then.
    fn drop(&mut self) {
        if let Some(running) = self.0.take() {
            running.ended();
        }
    }
}

/// A program that copies.
#[derive(Debug)]
struct Running {
    child: Mutex<Child>,
    since: Instant,
    is_replaced: AtomicBool,
}

impl Running {
    fn new(child: Child) -> Self {
        Self { child: Mutex::new(child), since: Instant::now(), is_replaced: AtomicBool::new(false) }
    }

    fn child(&self) -> MutexGuard<'_, Child> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends it, if it goes on, and has nobody hear of it.
    fn replace(&self) {
        self.is_replaced.store(true, Ordering::SeqCst);
        stop(&mut self.child());
    }

    fn is_replaced(&self) -> bool {
        self.is_replaced.load(Ordering::SeqCst)
    }

    /// How it ended. One that hangs, as those of a display that is gone do, is ended: somebody waits for a word.
    fn ended(&self) -> Option<ExitStatus> {
        loop {
            let mut child = self.child();
            match child.try_wait() {
                Ok(None) if self.since.elapsed() < PATIENCE => {}
                Ok(Some(status)) => return Some(status),
                _ => {
                    stop(&mut child);
                    return None;
                }
            }
            drop(child);
            thread::sleep(LOOK_AGAIN);
        }
    }
}

/// Ends a program that goes on, and all that it has started. What one that has ended left behind stays: it has the text.
fn stop(child: &mut Child) {
    if let Ok(None) = child.try_wait() {
        // Its group has its number, which nobody else gets before it was waited for.
        let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
        let _ = child.wait();
    }
}

/// The programs that can reach the reader's clipboard, the best first; none where only the terminal can.
///
/// Windows' `clip.exe`, which WSL could run, is none of them: it reads bytes by the console's code page and makes
/// something else of Chinese (microsoft/WSL#11047). Where WSL has Wayland or X11, `wl-copy` and `xclip` reach
/// Windows' clipboard; else Windows Terminal takes OSC 52.
fn programs(macos: bool, is_set: impl Fn(&str) -> bool) -> Vec<Program> {
    let is_here = !["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].into_iter().any(&is_set);
    let mut found = Vec::new();
    if is_here {
        found.extend(macos.then_some(MACOS));
        found.extend(is_set("WAYLAND_DISPLAY").then_some(WAYLAND));
        found.extend(is_set("DISPLAY").then_some(X11).into_iter().flatten());
    }
    found.extend(is_set("TMUX").then_some(TMUX));
    found
}

/// Starts a program with `text` on its standard input.
///
/// The text is in a file without a name, not in a pipe: it is whole before the program begins, however long, and stays
/// so should the reader leave at once. The process group is its own: a Ctrl-z, which stops all of this one's, must not
/// stop a program that others ask for their paste. Nothing of it reaches the screen, and whatever it leaves behind
/// holds nothing open.
fn start((program, arguments): Program, text: &str) -> io::Result<Child> {
    let mut input = tempfile::tempfile()?;
    input.write_all(text.as_bytes())?;
    input.rewind()?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(input).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    if program == MACOS.0 {
        // Without a locale it takes the text for Mac Roman.
        command.env("LC_CTYPE", "UTF-8");
    }
    command.spawn()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(macos: bool, set: &[&str]) -> Vec<&'static str> {
        programs(macos, |variable| set.contains(&variable)).into_iter().map(|program| program.0).collect()
    }

    #[test]
    fn a_program_of_the_desktop_comes_first_and_never_over_ssh() {
        for (set, expected) in [
            (&[][..], &[][..]),
            (&["WAYLAND_DISPLAY"], &["wl-copy"]),
            (&["DISPLAY"], &["xclip", "xsel"]),
            (&["DISPLAY", "WAYLAND_DISPLAY"], &["wl-copy", "xclip", "xsel"]),
            (&["WSL_DISTRO_NAME", "WSL_INTEROP"], &[]),
            (&["TMUX", "WAYLAND_DISPLAY"], &["wl-copy", "tmux"]),
            (&["TMUX", "SSH_TTY", "DISPLAY"], &["tmux"]),
            (&["SSH_CONNECTION", "WAYLAND_DISPLAY", "DISPLAY"], &[]),
            (&["SSH_TTY", "DISPLAY"], &[]),
            (&["SSH_CLIENT", "DISPLAY"], &[]),
        ] {
            assert_eq!(names(false, set), expected, "{set:?}");
        }
        assert_eq!(names(true, &[]), ["pbcopy"]);
        assert_eq!(names(true, &["DISPLAY"]), ["pbcopy", "xclip", "xsel"], "XQuartz");
        assert!(names(true, &["SSH_CONNECTION"]).is_empty());
    }
}
