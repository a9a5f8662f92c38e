//! What was typed, and how long to wait for the rest of it.

use std::time::Instant;

use super::keys::{Decoder, Typed};

/// The keyboard of the terminal. The one place where the [`Decoder`] meets a clock.
pub(super) struct Keyboard {
    decoder: Decoder,
    /// When something was last typed.
    heard: Instant,
}

impl Keyboard {
    /// One on which nothing was typed.
    pub(super) fn new() -> Self {
        Self { decoder: Decoder::default(), heard: Instant::now() }
    }

    /// What `bytes`, which have just arrived, complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        self.heard = Instant::now();
        self.decoder.feed(bytes)
    }

    /// What it was after all, now that nothing has followed [until then](Self::patient_until).
    pub(super) fn silence(&mut self) -> Vec<Typed> {
        self.decoder.silence()
    }

    /// Until when to wait for what may belong to what is begun, if anything is.
    pub(super) fn patient_until(&self) -> Option<Instant> {
        self.decoder.patience().map(|patience| self.heard + patience)
    }

    /// Whether something hangs on what comes in the next moment: an Esc, or the beginning of an arrow.
    pub(super) fn mid_key(&self) -> bool {
        self.decoder.mid_key()
    }
}
