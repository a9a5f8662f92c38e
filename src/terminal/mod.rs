//! The terminal session: raw mode and alternate screen, keys, signals, suspension, panics, the one loop, and
//! the carrying out of effects. The only floor with a clock, and the one that catches signals. Unix (Linux, macOS).
//!
//! Invariants:
//!
//! * The terminal is left as it was found, on every way out that can be caught (`session`).
//! * The terminal is asked one thing, once: with the first frame, which glyphs it can draw (`probe`). The answer is input
//!   like any other, and nothing waits for it: where none comes nothing changes. Nothing else is asked (`tty`).
//! * While nothing happens nothing wakes (`events`); what does not change the screen writes no byte.
//! * All input that has arrived is taken before a frame is drawn, and a frame is one write (`frame`).
//! * Who leaves is gone: nothing is waited for (but what is being copied, two seconds at most, once the terminal is given
//!   back) and nothing taken apart that ends with the program anyway.
//!
//! ```text
//! thread "keys"     read(tty) ──┐
//! thread "signals"  wait() ─────┼─→ one channel ─→ loop: update … update, draw, wait
//! browser, clipboard (asked) ───┤
//! a long load ──────────────────┘
//! ```

mod browser;
mod canvas;
mod clipboard;
mod codes;
mod effects;
mod end;
mod ending;
mod events;
mod frame;
mod held;
mod input;
mod job;
mod keyboard;
mod keys;
mod model;
mod osc52;
mod paint;
mod panic_switch;
mod paste;
mod probe;
mod run;
mod sequence;
mod session;
mod signals;
mod thread;
mod tty;
#[cfg(test)]
mod walks;

use std::io;

use crate::app::{App, Loading};
use crate::files::Origin;
pub use codes::as_sent;
pub use end::SessionEnd;
pub use probe::{Appearance, Probing};
use run::Loop;

/// Runs `app` in the terminal, drawn as `appearance` says, until it ends. When this returns, the terminal is as it was found.
/// No export replaces the `origin` of its dataset.
///
/// The caller turns the [`SessionEnd`] into an exit status and ends the program: a thread still waits for keys.
///
/// # Errors
///
/// There is no terminal, or it failed. (One that was closed is a [`SessionEnd`].)
pub fn run(app: App, appearance: Appearance, origin: Origin) -> io::Result<SessionEnd> {
    explore(Loop::start(app, appearance, origin)?)
}

/// Does the same once `load` has come to something, of which `open` makes an app. Until then `loading` is on the screen,
/// and what comes after it takes its place there: the terminal is entered once. Where `open` fails, the terminal is as
/// it was found.
///
/// # Errors
///
/// As of [`run`].
pub fn load_and_run<T, E>(
    loading: Loading,
    load: impl FnOnce() -> T + Send + 'static,
    open: impl FnOnce(T) -> Result<App, E>,
    appearance: Appearance,
    origin: Origin,
) -> io::Result<Result<SessionEnd, E>>
where
    T: Send + 'static,
{
    let mut waiting = Loop::start(loading, appearance, origin)?;
    // Before anything else takes the processor.
    waiting.draw()?;
    let loaded = waiting.work("the dataset", load)?;
    if let Some(end) = waiting.run()? {
        return Ok(Ok(end));
    }
    let loaded = loaded.recv().map_err(io::Error::other)?;
    match open(loaded) {
        Ok(app) => explore(waiting.go_on_with(app)).map(Ok),
        Err(error) => Ok(Err(error)),
    }
}

fn explore(mut exploring: Loop<App>) -> io::Result<SessionEnd> {
    exploring.begin_with_mouse()?;
    exploring.tell_what_is_missing()?;
    // Nothing works beside it that the loop would end for.
    exploring.run().map(|end| end.unwrap_or(SessionEnd::Quit))
}
