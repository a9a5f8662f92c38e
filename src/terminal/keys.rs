//! Bytes from a terminal → keys and pastes.
//!
//! Read here and not by `crossterm::event`, because the answer to "Esc or the beginning of an arrow?" is in the
//! bytes and in time, and crossterm gives both away: it makes an Esc of a lone `ESC` at once and letters of the
//! `[A` that follows, so that a paste split there would be typed as keys. It also makes one Esc of two, panics
//! at `ESC[0;0R` (it subtracts 1), blocks inside a half sequence, and spins once the terminal is gone.
//!
//! Invariants: pure, the clock is `keyboard`'s. In what pieces bytes arrive never changes what they come to; only
//! silence does. What no key of ours is, is dropped whole: a terminal's late answer to the program before us never
//! becomes keys. What is pasted is never keys. Whatever came before, a Ctrl-c that a hand types arrives.
//!
//! Modified keys are understood in the xterm, rxvt and Linux console spellings, and in `CSI u`, should somebody
//! have left a keyboard protocol switched on: `q` must get out even then.

use std::time::Duration;

use super::paste::Paste;
use super::sequence::{self, CTRL_C, ESC, KeyToken};
use crate::app::mouse::Gesture;
use crate::app::{Code, Key};

/// Silence after which an Esc was the key, and not the beginning of another key's sequence. A slow connection may tear
/// the two apart by less; a hand does not notice it.
const KEY_SILENCE: Duration = Duration::from_millis(50);

/// Silence after which nothing more comes of what no hand types.
const ANSWER_SILENCE: Duration = Duration::from_secs(1);

/// Silence after which a paste has lost its end. Longer than a connection that is still there falls silent: what came
/// of it later would be keys.
const PASTE_SILENCE: Duration = Duration::from_secs(5);

/// What came from a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted: of more than a prompt takes, a little more than that.
    Paste(String),
    /// Something was done with the mouse: what, and over which column and row, counted from 0.
    Mouse(Gesture, (u16, u16)),
    /// The terminal says where its cursor is: the column and the row, counted from 0. Only who asked wants to know.
    CursorAt((u16, u16)),
}

/// Bytes in, what was typed out, in whatever pieces the bytes arrive.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// The beginning of something that is not complete.
    held: Vec<u8>,
    within: Within,
}

/// What the next bytes belong to.
#[derive(Debug, Default)]
enum Within {
    /// Nothing that has begun.
    #[default]
    Nothing,
    /// A paste.
    Paste(Paste),
    /// A terminal's answer, of which nothing is kept: it may be endless.
    Answer,
    /// A sequence too long to be a key's, of which nothing is kept.
    Sequence,
}

impl Decoder {
    /// How long to wait for what may belong to what is begun, if anything is.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.within {
            Within::Paste(paste) => Some(if paste.stalls { PASTE_SILENCE } else { KEY_SILENCE }),
            Within::Nothing if self.held.is_empty() => None,
            Within::Nothing if sequence::is_brief(&self.held) => Some(KEY_SILENCE),
            Within::Nothing | Within::Answer | Within::Sequence => Some(ANSWER_SILENCE),
        }
    }

    /// Whether something hangs on what comes in the next moment: an Esc, or the beginning of an arrow.
    pub(super) fn mid_key(&self) -> bool {
        self.patience() == Some(KEY_SILENCE)
    }

    /// What `bytes` complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        let mut events = Vec::new();
        // In the midst of a paste it would be text. After a silence it is a hand's, and the paste has lost its end.
        if matches!(&self.within, Within::Paste(paste) if paste.stalls) && bytes.first() == Some(&CTRL_C) {
            self.end_paste(&mut events);
        }
        self.read(bytes, &mut events);
        events
    }

    /// What it was after all, now that nothing has followed for as long as [`Self::patience`] said.
    pub(super) fn silence(&mut self) -> Vec<Typed> {
        let mut events = Vec::new();
        match &mut self.within {
            Within::Paste(paste) if !paste.stalls => paste.stalls = true,
            Within::Paste(_) => self.end_paste(&mut events),
            Within::Answer | Within::Sequence | Within::Nothing => self.give_up(&mut events),
        }
        events
    }

    /// Takes what was held as what it is by itself: keys, where a hand can have typed them.
    fn give_up(&mut self, events: &mut Vec<Typed>) {
        self.within = Within::Nothing;
        let held = std::mem::take(&mut self.held);
        if let [ESC] = *held {
            events.push(Typed::Key(Key::plain(Code::Esc)));
        } else if sequence::is_brief(&held)
            && let Some((length, key)) = sequence::alt(&held)
        {
            events.push(Typed::Key(key));
            self.read(&held[length..], events);
        }
    }

    fn end_paste(&mut self, events: &mut Vec<Typed>) {
        if let Within::Paste(paste) = std::mem::take(&mut self.within) {
            events.push(Typed::Paste(paste.into_text()));
        }
    }

    /// Reads `bytes` behind what is held, and holds what they do not complete.
    fn read(&mut self, bytes: &[u8], events: &mut Vec<Typed>) {
        let mut held = std::mem::take(&mut self.held);
        held.extend_from_slice(bytes);
        let mut rest = held.as_slice();
        while let Some(after) = self.step(rest, events) {
            rest = after;
        }
        self.held = rest.to_vec();
    }

    /// Takes off `bytes` the first thing that is complete, or what belongs to what has begun; `None` where there are no
    /// more bytes, or too few.
    fn step<'a>(&mut self, bytes: &'a [u8], events: &mut Vec<Typed>) -> Option<&'a [u8]> {
        bytes.first()?;
        let (length, is_over) = match &mut self.within {
            Within::Nothing => return self.first(bytes, events),
            Within::Paste(paste) => {
                let end = paste.take(bytes);
                if end.is_some() {
                    self.end_paste(events);
                }
                return bytes.get(end.unwrap_or(bytes.len())..);
            }
            Within::Answer => sequence::rest_of_answer(bytes)?,
            Within::Sequence => sequence::rest_of_sequence(bytes),
        };
        if is_over {
            self.within = Within::Nothing;
        }
        bytes.get(length..)
    }

    fn first<'a>(&mut self, bytes: &'a [u8], events: &mut Vec<Typed>) -> Option<&'a [u8]> {
        let (length, token) = sequence::first(bytes)?;
        match token {
            KeyToken::Key(key) => events.push(Typed::Key(key)),
            KeyToken::Mouse(gesture, at) => events.push(Typed::Mouse(gesture, at)),
            KeyToken::CursorAt(at) => events.push(Typed::CursorAt(at)),
            KeyToken::Paste => self.within = Within::Paste(Paste::default()),
            KeyToken::Answer => self.within = Within::Answer,
            KeyToken::Sequence => self.within = Within::Sequence,
            KeyToken::Nothing => {}
        }
        bytes.get(length..)
    }
}

#[cfg(test)]
mod tests;
