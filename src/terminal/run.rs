//! The one loop: takes what has arrived, draws, waits.

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::iter;
use std::mem::{self, ManuallyDrop};
use std::sync::mpsc::Receiver;
use std::time::Instant;

use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::end::SessionEnd;
use super::held::HeldTerminal;
use super::input::Input;
use super::job::{self, Job, Stopped};
use super::keys::Typed;
use super::model::Model;
use super::panic_switch::panic_switch;
use super::probe::Appearance;
use super::{osc52, session};
use crate::app::{App, Effect, Event, Outcome, pointing};
use crate::files::Origin;

/// Why the loop returns.
enum LoopExit {
    /// The session is over.
    Ended(SessionEnd),
    /// The work beside it is done.
    Worked,
}

/// What is shown in a terminal, and when.
pub(super) struct Loop<S: Model> {
    /// Never dropped: to take a million milestones apart takes longer than to leave, however that comes about.
    shown: ManuallyDrop<S>,
    /// Where everything of it stands, since it changed last.
    layout: S::Layout,
    held: HeldTerminal,
    job: Job,
    /// Whether the screen may show something else than it should.
    stale: bool,
    /// When what is shown wants its next tick, while it wants any.
    tick: Option<Instant>,
}

impl Loop<App> {
    /// Has the terminal tell of the mouse where it is on from the start.
    pub(super) fn begin_with_mouse(&mut self) -> io::Result<()> {
        if pointing::has_mouse(&self.shown) {
            self.held.carry_out(Effect::Mouse(true))?;
        }
        Ok(())
    }
}

impl<S: Model> Loop<S> {
    /// Takes the terminal, and draws nothing yet. What is shown comes, or will, from `origin`.
    pub(super) fn start(shown: S, appearance: Appearance, origin: Origin) -> io::Result<Self> {
        Ok(Self::of(ManuallyDrop::new(shown), HeldTerminal::take(appearance, origin)?))
    }

    /// Shows something else from now on, drawn over what is there.
    pub(super) fn go_on_with<T: Model>(self, shown: T) -> Loop<T> {
        Loop::of(ManuallyDrop::new(shown), self.held)
    }

    fn of(mut shown: ManuallyDrop<S>, held: HeldTerminal) -> Self {
        let layout = held.screen.lay_out(&mut *shown);
        Self { shown, layout, held, job: Job::default(), stale: true, tick: None }
    }

    /// Tells the reader what the terminal cannot show, if there is anything.
    pub(super) fn tell_what_is_missing(&mut self) -> io::Result<()> {
        if let Some(missing) = self.held.screen.missing() {
            // What is told asks for nothing that could end the session.
            self.update(Event::Done(Outcome::Failed(missing.to_owned())))?;
        }
        Ok(())
    }

    /// As [`Inbox::work`]; [`Self::run`] returns when it is done.
    pub(super) fn work<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Receiver<T>> {
        self.held.inbox.work(name, work)
    }

    /// Until the session ends, or work beside it is done: then there is no [`SessionEnd`].
    pub(super) fn run(&mut self) -> io::Result<Option<SessionEnd>> {
        match self.turns() {
            // Writing found out before the thread that reads did.
            Err(error) if error.raw_os_error() == Some(Errno::IO.raw_os_error()) => {
                Ok(Some(SessionEnd::Signal(SIGHUP)))
            }
            // Nobody reads what is written, and a signal said not to wait for that.
            Err(error) if error.kind() == ErrorKind::TimedOut => {
                let signal = iter::from_fn(|| self.held.inbox.arrived()).find_map(|input| match input {
                    Input::Ended(signal) => Some(signal),
                    _ => None,
                });
                signal.map(|signal| Some(SessionEnd::Signal(signal))).ok_or(error)
            }
            Ok(LoopExit::Ended(end)) => Ok(Some(end)),
            Ok(LoopExit::Worked) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn turns(&mut self) -> io::Result<LoopExit> {
        loop {
            self.draw()?;
            let mut input = Some(self.next());
            while let Some(next) = input {
                if let Some(stop) = self.take(next)? {
                    return Ok(stop);
                }
                input = self.held.inbox.arrived();
            }
        }
    }

    /// What happens next. What is due is done when nothing has happened, not even half a key: one that arrives first
    /// comes before it, and may make it needless.
    fn next(&mut self) -> Input {
        let mid_key = self.held.keyboard.mid_key();
        if self.shown.is_due() && !mid_key {
            return self.held.inbox.arrived().unwrap_or(Input::Due);
        }
        // A key comes first: it may be the one that ends the ticking.
        let tick = self.next_tick().filter(|_| !mid_key);
        self.held.inbox.wait(self.held.keyboard.patient_until(), tick)
    }

    /// Draws what is shown, where the screen may show something else.
    pub(super) fn draw(&mut self) -> io::Result<()> {
        let is_due = mem::take(&mut self.stale) && session::is_held();
        if is_due { self.held.screen.draw(&mut *self.shown, &mut self.layout) } else { Ok(()) }
    }

    /// When the next tick is due: one pace after the last one, whatever else happened meanwhile. Without a pace there
    /// is none, and nothing wakes.
    fn next_tick(&mut self) -> Option<Instant> {
        self.tick = self.shown.pace().map(|pace| self.tick.unwrap_or_else(|| Instant::now() + pace));
        self.tick
    }

    fn take(&mut self, input: Input) -> io::Result<Option<LoopExit>> {
        match input {
            Input::Bytes(bytes) => {
                panic_switch("key");
                let typed = self.held.keyboard.feed(&bytes);
                return self.typed(typed);
            }
            Input::Silence => {
                let typed = self.held.keyboard.silence();
                return self.typed(typed);
            }
            Input::Tick => {
                self.tick = None;
                return self.update(Event::Tick);
            }
            Input::Due => return self.update(Event::Due),
            Input::Done(outcome) => return self.update(Event::Done(outcome)),
            Input::NotCopied { copying, failed } => {
                let outcome = osc52::send(copying, Some(failed), &self.held.tty)?;
                return self.update(Event::Done(outcome));
            }
            Input::Resized => self.stale = true,
            Input::Stop => self.stop()?,
            Input::Continued => {
                self.job.was_continued(&self.held.inbox);
                self.resume()?;
            }
            Input::Ended(signal) => return Ok(Some(LoopExit::Ended(SessionEnd::Signal(signal)))),
            Input::Worked => return Ok(Some(LoopExit::Worked)),
            Input::Broken(error) => return Err(error),
        }
        Ok(None)
    }

    /// Does what was typed, in order.
    fn typed(&mut self, typed: Vec<Typed>) -> io::Result<Option<LoopExit>> {
        for typed in typed {
            // What the mouse is over depends on what was typed before.
            let event = match typed {
                Typed::Key(key) => Event::Key(key),
                Typed::Paste(text) => Event::Paste(text),
                Typed::Mouse(gesture, at) => Event::Mouse(gesture, self.shown.target(&self.layout, at)),
                // Nobody asked.
                Typed::CursorAt(at) => {
                    if self.held.screen.hear(at) {
                        self.look_otherwise();
                        self.tell_what_is_missing()?;
                    }
                    continue;
                }
            };
            if let Some(stop) = self.update(event)? {
                return Ok(Some(stop));
            }
        }
        Ok(None)
    }

    /// What becomes of an effect is told before the next key is.
    fn update(&mut self, event: Event) -> io::Result<Option<LoopExit>> {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let update = self.shown.update(event);
            if update.redraw {
                self.stale = true;
                // The next key may be here already, and must find the rows that the reader would see.
                self.layout = self.held.screen.lay_out(&mut *self.shown);
            }
            let mut outcomes = Vec::new();
            for effect in update.effects {
                match effect {
                    Effect::Quit => return Ok(Some(LoopExit::Ended(SessionEnd::Quit))),
                    Effect::Print(bytes) => return Ok(Some(LoopExit::Ended(SessionEnd::Printed(bytes)))),
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
            Effect::Suspend => self.suspend(Stopped::Job)?,
            Effect::Redraw => self.forget(),
            Effect::NextGlyphs => {
                let glyphs = self.held.screen.next_glyphs();
                self.look_otherwise();
                return Ok(Some(Outcome::DrawnWith(glyphs.name)));
            }
            effect => return self.held.carry_out(effect),
        }
        Ok(None)
    }

    /// Every cell, next time.
    fn forget(&mut self) {
        self.held.screen.forget();
        self.stale = true;
    }

    /// Stops as a signal said, where no other one says at about that time to go on: then the screen is drawn anew when
    /// the loop hears of that.
    fn stop(&mut self) -> io::Result<()> {
        if self.job.is_to_stop(&self.held.inbox) { self.suspend(Stopped::Alone) } else { Ok(()) }
    }

    /// All of it again, with other glyphs: they may be of another width.
    fn look_otherwise(&mut self) {
        self.stale = true;
        self.layout = self.held.screen.lay_out(&mut *self.shown);
    }

    /// Gives the terminal back and stops, until somebody continues the program. It may also never have stopped, as the
    /// first process of a container.
    fn suspend(&mut self, stopped: Stopped) -> io::Result<()> {
        job::stop(stopped, &self.held.tty)?;
        self.resume()
    }

    /// The terminal may have been through other hands, and have another size.
    fn resume(&mut self) -> io::Result<()> {
        self.held.session.enter()?;
        self.forget();
        // What was due while the program was stopped is not made up for.
        self.tick = None;
        Ok(())
    }
}
