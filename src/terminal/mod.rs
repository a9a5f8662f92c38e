//! The terminal session: raw mode and alternate screen, keys, signals, suspension, panics, the one loop, and
//! the carrying out of effects. The only floor with signals and a clock. Unix (Linux, macOS).
//!
//! Invariants:
//!
//! * The terminal is left as it was found, on every way out that can be caught (`session`).
//! * Nothing is asked of the terminal, so nothing waits for an answer (`tty`).
//! * While nothing happens nothing wakes (`events`); what does not change the screen writes no byte.
//! * All input that has arrived is taken before a frame is drawn, and a frame is one write (`frame`).
//!
//! ```text
//! thread "keys"     read(tty) ──┐
//! thread "signals"  wait() ─────┼─→ one channel ─→ loop: update … update, draw, wait
//! browser, clipboard (asked) ───┘
//! ```

mod clipboard;
mod effects;
mod events;
mod frame;
mod keys;
mod paint;
pub(crate) mod save;
mod sequence;
mod session;
mod signals;
mod tty;

use std::collections::VecDeque;
use std::io;
use std::mem;
use std::process::ExitCode;
use std::time::Instant;

use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process};
use signal_hook::consts::SIGHUP;

use crate::app::{App, Effect, Event, Outcome};
use crate::ui::Theme;
use events::{Inbox, Input};
use frame::Screen;
use keys::{Decoder, Typed};
use session::Session;
use tty::Tty;

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum End {
    /// The reader left.
    Quit,
    /// The reader left, and wants this on standard output.
    Printed(Vec<u8>),
    /// A signal, by its number; SIGHUP also where the terminal was closed and no signal came.
    Signal(i32),
}

impl End {
    /// The exit status, 0 for a reader who left.
    ///
    /// Where a signal ended the session, this ends the program as that signal does by itself and does not
    /// return: a shell then says what happened (143 for SIGTERM), and a script that runs the program is
    /// interrupted with it.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Self::Quit | Self::Printed(_) => ExitCode::SUCCESS,
            Self::Signal(signal) => {
                signals::end(signal);
                ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))
            }
        }
    }
}

/// Runs `app` in the terminal, drawn as `theme` says, until it ends. When this returns, the terminal is as it was found.
///
/// The caller turns the [`End`] into an exit status and ends the program: a thread still waits for keys.
///
/// # Errors
///
/// There is no terminal, or it failed. (One that was closed is an [`End`].)
pub fn run(app: &mut App, theme: Theme) -> io::Result<End> {
    let tty = Tty::open()?;
    let inbox = Inbox::open()?;
    let session = Session::start(tty.clone())?;
    inbox.read_keys(tty.clone())?;
    let screen = Screen::new(tty.clone(), theme)?;
    let ended =
        Loop { app, tty, session, inbox, screen, decoder: Decoder::default(), stale: true, tick: None }.run();
    match ended {
        // Writing found out before the thread that reads did.
        Err(error) if error.raw_os_error() == Some(Errno::IO.raw_os_error()) => Ok(End::Signal(SIGHUP)),
        ended => ended,
    }
}

/// Who is stopped together with the program.
#[derive(Clone, Copy)]
enum Stopped {
    /// The whole job, as Ctrl-z does: a shell takes its terminal back only when all of a pipeline has stopped.
    Job,
    /// The program alone: somebody sent it a signal, and sent the others theirs, or meant to spare them.
    Alone,
}

struct Loop<'a> {
    app: &'a mut App,
    tty: Tty,
    session: Session,
    inbox: Inbox,
    screen: Screen,
    decoder: Decoder,
    /// Whether the screen may show something else than the app's state.
    stale: bool,
    /// When the app wants its next tick, while it wants any.
    tick: Option<Instant>,
}

impl Loop<'_> {
    fn run(mut self) -> io::Result<End> {
        loop {
            if mem::take(&mut self.stale) {
                self.screen.draw(self.app)?;
            }
            let tick = self.next_tick();
            let mut input = Some(self.inbox.wait(self.decoder.mid_key(), tick));
            while let Some(next) = input {
                if let Some(end) = self.take(next)? {
                    return Ok(end);
                }
                input = self.inbox.arrived();
            }
        }
    }

    /// When the next tick is due: one pace after the last one, whatever else happened meanwhile. Without a pace there
    /// is none, and nothing wakes.
    fn next_tick(&mut self) -> Option<Instant> {
        self.tick = self.app.pace().map(|pace| self.tick.unwrap_or_else(|| Instant::now() + pace));
        self.tick
    }

    fn take(&mut self, input: Input) -> io::Result<Option<End>> {
        match input {
            Input::Bytes(bytes) => {
                panic_switch("key");
                let typed = self.decoder.feed(&bytes);
                return self.typed(typed);
            }
            Input::Silence => {
                let typed = self.decoder.silence();
                return self.typed(typed);
            }
            Input::Tick => {
                self.tick = None;
                return self.update(Event::Tick);
            }
            Input::Done(outcome) => return self.update(Event::Done(outcome)),
            Input::NotCopied { copying, failed } => {
                let outcome = clipboard::send(copying, Some(failed), &self.tty)?;
                return self.update(Event::Done(outcome));
            }
            Input::Resized => self.stale = true,
            Input::Stop => self.suspend(Stopped::Alone)?,
            Input::Continued => self.resume()?,
            Input::Ended(signal) => return Ok(Some(End::Signal(signal))),
            Input::Broken(error) => return Err(error),
        }
        Ok(None)
    }

    /// Does what was typed, in order.
    fn typed(&mut self, typed: Vec<Typed>) -> io::Result<Option<End>> {
        for typed in typed {
            // What the mouse is over depends on what was typed before.
            let event = match typed {
                Typed::Key(key) => Event::Key(key),
                Typed::Paste(text) => Event::Paste(text),
                Typed::Mouse(gesture, at) => Event::Mouse(gesture, self.screen.target(self.app, at)),
            };
            if let Some(end) = self.update(event)? {
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    /// What becomes of an effect is told before the next key is.
    fn update(&mut self, event: Event) -> io::Result<Option<End>> {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let update = self.app.update(event);
            if update.redraw {
                self.stale = true;
                // The next key may be here already, and must find the rows that the reader would see.
                self.screen.fit(self.app);
            }
            let mut outcomes = Vec::new();
            for effect in update.effects {
                match effect {
                    Effect::Quit => return Ok(Some(End::Quit)),
                    Effect::Print(bytes) => return Ok(Some(End::Printed(bytes))),
                    effect => outcomes.extend(self.carry_out(effect)?),
                }
            }
            for outcome in outcomes.into_iter().rev() {
                events.push_front(Event::Done(outcome));
            }
        }
        Ok(None)
    }

    /// Does what is asked; says what came of it, where somebody wants to know and it is known by now.
    fn carry_out(&mut self, effect: Effect) -> io::Result<Option<Outcome>> {
        match effect {
            // The loop's own to do.
            Effect::Quit | Effect::Print(_) => {}
            Effect::Suspend => self.suspend(Stopped::Job)?,
            Effect::Redraw => self.forget(),
            Effect::Mouse(on) => self.session.set_mouse(on)?,
            Effect::Copy(copying) => return clipboard::copy(copying, &self.tty, &self.inbox.sender()),
            Effect::Browse(address) => return Ok(effects::browse(address, &self.inbox.sender())),
            Effect::Write { path, bytes, existing, seen } => {
                return Ok(Some(effects::write(&path, &bytes, existing, seen.as_deref())));
            }
        }
        Ok(None)
    }

    /// Every cell, next time.
    fn forget(&mut self) {
        self.screen.forget();
        self.stale = true;
    }

    /// Gives the terminal back and stops, until somebody continues the program.
    ///
    /// With SIGSTOP, as nano, mutt and helix do: SIGTSTP is caught here, and to have its default action back
    /// for a moment takes `unsafe`. It also stops where nobody could continue the program (`xterm -e wallchart`,
    /// where a SIGTSTP would be ignored); there the terminal says how, and another one can.
    fn suspend(&mut self, stopped: Stopped) -> io::Result<()> {
        session::leave();
        if !has_shell() {
            let line = format!("wallchart is stopped: `kill -CONT {}` continues it\r\n", getpid());
            self.tty.send(line.as_bytes())?;
        }
        match stopped {
            Stopped::Job => kill_current_process_group(Signal::STOP)?,
            Stopped::Alone => kill_process(getpid(), Signal::STOP)?,
        }
        // Continued; or never stopped, as the first process of a container.
        self.resume()
    }

    /// The terminal may have been through other hands, and have another size.
    fn resume(&mut self) -> io::Result<()> {
        self.session.enter()?;
        self.forget();
        // What was due while the program was stopped is not made up for.
        self.tick = None;
        Ok(())
    }
}

/// Whether a shell put the program into a process group of its own, and so can bring it back. In the group of
/// the session's leader nobody can: that group is orphaned, and a Ctrl-z of the kernel's would not stop it.
fn has_shell() -> bool {
    getsid(None).is_ok_and(|leader| leader != getpgrp())
}

/// Panics where the environment variable `WALLCHART_PANIC` says so (`key`, `draw`): how the tests see that the
/// terminal is restored then. Only debug builds look.
#[cfg(debug_assertions)]
fn panic_switch(place: &str) {
    let wanted = std::env::var_os("WALLCHART_PANIC");
    assert!(wanted.is_none_or(|wanted| wanted != place), "asked to panic: {place}");
}

#[cfg(not(debug_assertions))]
fn panic_switch(_place: &str) {}
