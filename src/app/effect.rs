//! What an app wants done outside itself, as data, and what came of it.

use std::path::PathBuf;

use super::Key;

/// What can happen to an app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted (bracketed paste): only ever text, never keys.
    Paste(String),
    /// An effect was carried out, or was not.
    Done(Outcome),
}

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and report [`Outcome::Exists`].
    Keep,
    /// Replace it: the reader said yes.
    Replace,
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
    /// Put text on the clipboard.
    Copy {
        /// What it is, as a reader is told.
        what: String,
        /// The text.
        text: String,
    },
    /// Open an address in the browser.
    Browse(String),
    /// Write a file, whole or not at all.
    Write {
        /// Where to.
        path: PathBuf,
        /// Everything that is to be in it.
        bytes: Vec<u8>,
        /// What to do where there is one already.
        existing: Existing,
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
    },
    /// This was sent to be copied; a terminal does not say whether it took it.
    Copied(String),
    /// The browser was asked to open it.
    Browsing(String),
    /// It could not be done, and nothing was lost: why, in words.
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
