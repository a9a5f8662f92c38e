//! What an app wants done outside itself, as data, and what came of it.

use std::path::PathBuf;
use std::rc::Rc;

use crate::app::core::key::Key;
use crate::app::core::mouse::{Gesture, Target};
use crate::files::Existing;

/// What can happen to an app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted (bracketed paste): only ever text, never keys.
    Paste(String),
    /// Something was done with the mouse, over something.
    Mouse(Gesture, Target),
    /// An effect was carried out, or was not.
    Done(Outcome),
    /// Nothing else did, and [something is due](crate::app::overlays::answering::is_due).
    Due,
    /// As much time went by as [`pace`](crate::app::walls::pace) said.
    Tick,
}

/// Text on its way to a clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copying {
    /// What it is, as a reader is told.
    pub what: String,
    /// The text.
    pub text: String,
    /// Whether an export would write the same, so that a file can be offered in place of the clipboard.
    pub is_export: bool,
}

/// Where a copy went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clipboard {
    /// To this machine's clipboard, by the program of that name, which said that it took it.
    System(&'static str),
    /// To tmux's buffer. tmux offers it to the terminal, if there is one that takes it.
    Tmux,
    /// To the terminal, by way of `through`. No terminal says whether it took it.
    Terminal {
        /// What the terminal is behind.
        through: Option<Multiplexer>,
        /// The program that was asked first and failed.
        failed: Option<&'static str>,
    },
}

/// A program between this one and the terminal, which may keep a copy from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Multiplexer {
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// Something to be done by whoever runs the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Leave the program, and print this once the terminal is as it was found.
    Print(Vec<u8>),
    /// Put the program in the background (Ctrl-z).
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// Draw with the next set of glyphs.
    NextGlyphs,
    /// Be told of the mouse, or no longer.
    Mouse(bool),
    /// Put text on the clipboard.
    Copy(Copying),
    /// Open an address in the browser.
    Browse(String),
    /// Write a file, whole or not at all.
    Write {
        /// Where to.
        path: PathBuf,
        /// Everything that is to be in it.
        bytes: Vec<u8>,
        /// What to do where there is one already: one that is kept is reported as [`Outcome::Exists`].
        existing: Existing,
        /// What the reader was shown of the one that is to be replaced: another one is not, [`Outcome::Exists`] is
        /// reported.
        seen: Option<Rc<[u8]>>,
    },
}

/// What came of an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The file is written.
    Written(PathBuf),
    /// There is a file of that name, and it was kept.
    Exists {
        /// The file.
        path: PathBuf,
        /// What is in it; `None` where that cannot be read, or is more than anybody would compare.
        old: Option<Vec<u8>>,
        /// Whether that is something else than what the reader was shown.
        changed: bool,
    },
    /// This was copied, or sent to be.
    Copied {
        /// What it is.
        what: String,
        /// Where it went.
        to: Clipboard,
    },
    /// This was not sent: the terminal would not have taken it.
    TooLong {
        /// What it is.
        what: String,
        /// How long it is.
        bytes: usize,
        /// How long it may be. Bytes.
        most: usize,
        /// Whether an export would write the same.
        is_export: bool,
        /// The program that was asked first and failed.
        failed: Option<&'static str>,
    },
    /// The browser was asked to open it.
    Browsing(String),
    /// The screen is drawn with the glyphs of this name.
    DrawnWith(&'static str),
    /// It could not be done, or not be shown, and nothing was lost: why, in words.
    Failed(String),
}

/// What an event did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Update {
    /// Whether anything on screen may look different.
    pub redraw: bool,
    /// What is to be done, in order.
    pub effects: Vec<Effect>,
}
