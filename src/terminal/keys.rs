//! Bytes from a terminal → keys and pastes.
//!
//! Read here and not by `crossterm::event`, because the answer to "Esc or the beginning of an arrow?" is in the
//! bytes and in time, and crossterm gives both away: it makes an Esc of a lone `ESC` at once and letters of the
//! `[A` that follows, so that a paste split there would be typed as keys. It also makes one Esc of two, panics
//! at `ESC[0;0R` (it subtracts 1), blocks inside a half sequence, and spins once the terminal is gone.
//!
//! Invariants: pure, the clock is [`super::events`]'s. What no key of ours is, is dropped whole: a terminal's
//! late answer to the program before us never becomes keys. What is pasted is never keys.
//!
//! Modified keys are understood in the xterm, rxvt and Linux console spellings, and in `CSI u`, should somebody
//! have left a keyboard protocol switched on: `q` must get out even then.

use super::sequence::{self, ESC, Token};
use crate::app::mouse::Gesture;
use crate::app::{Code, Key};

const PASTE_END: &[u8] = b"\x1b[201~";

/// What came from a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
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
    /// What was pasted so far, while a paste goes on.
    paste: Option<Vec<u8>>,
}

impl Decoder {
    /// Whether a key hangs on what comes in the next moment: an Esc, or the beginning of an arrow.
    pub(super) fn mid_key(&self) -> bool {
        let short = self.held.len() <= 2 && self.held.first() == Some(&ESC);
        short || sequence::is_string(&self.held)
    }

    /// What `bytes` complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        let mut events = Vec::new();
        // An Esc that arrived alone is no Alt: a terminal sends Alt-x in one piece, and it is a finger that goes
        // from Esc to x.
        if self.held == [ESC] && !matches!(bytes.first(), Some(b'[' | b'O')) {
            self.give_up(&mut events);
        }
        let mut held = std::mem::take(&mut self.held);
        held.extend_from_slice(bytes);
        let mut rest = held.as_slice();
        while let Some(after) = self.step(rest, &mut events) {
            rest = after;
        }
        if self.paste.is_none() {
            self.held = rest.to_vec();
        }
        events
    }

    /// What it was after all, now that nothing follows.
    pub(super) fn silence(&mut self) -> Vec<Typed> {
        let mut events = Vec::new();
        if sequence::is_string(&self.held) {
            self.held.clear();
        } else if self.mid_key() {
            self.give_up(&mut events);
        }
        events
    }

    /// Esc as a key, and as keys what was held for it.
    fn give_up(&mut self, events: &mut Vec<Typed>) {
        let held = std::mem::take(&mut self.held);
        events.push(Typed::Key(Key::plain(Code::Esc)));
        let typed = held.iter().skip(1).filter(|byte| byte.is_ascii_graphic());
        events.extend(typed.map(|byte| Typed::Key(Key::plain(Code::Char(char::from(*byte))))));
    }

    /// Takes the first token off `bytes`, or what belongs to a paste; `None` where more is needed.
    fn step<'a>(&mut self, bytes: &'a [u8], events: &mut Vec<Typed>) -> Option<&'a [u8]> {
        let Some(paste) = &mut self.paste else {
            let (length, token) = sequence::first(bytes)?;
            match token {
                Token::Key(key) => events.push(Typed::Key(key)),
                Token::Mouse(gesture, at) => events.push(Typed::Mouse(gesture, at)),
                Token::CursorAt(at) => events.push(Typed::CursorAt(at)),
                Token::Paste => self.paste = Some(Vec::new()),
                Token::Nothing => {}
            }
            return bytes.get(length..);
        };
        // Its end may be split as well. Only what is new is searched: a paste may be large.
        let from = paste.len().saturating_sub(PASTE_END.len() - 1);
        paste.extend_from_slice(bytes);
        let end = from + paste.get(from..).and_then(|tail| find(tail, PASTE_END))?;
        let after = paste.len() - end - PASTE_END.len();
        paste.truncate(end);
        events.push(Typed::Paste(String::from_utf8_lossy(paste).into_owned()));
        self.paste = None;
        bytes.get(bytes.len() - after..)
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `typed` in pieces (`|`: another read; `…`: 25 ms of silence) must come out as `expected`: keys in the
    /// notation of the help, pastes in guillemets.
    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let mut decoder = Decoder::default();
        let mut shown = Vec::new();
        for silence in typed.split_inclusive('…') {
            for piece in silence.trim_end_matches('…').split('|') {
                shown.extend(decoder.feed(piece.as_bytes()));
            }
            if silence.ends_with('…') {
                shown.extend(decoder.silence());
            }
        }
        let shown = shown.into_iter().map(show).collect::<Vec<_>>().join(" ");
        assert_eq!(shown, expected, "{typed:?}");
    }

    fn show(typed: Typed) -> String {
        match typed {
            Typed::Key(key) => key.to_string(),
            Typed::Paste(text) => format!("«{text}»"),
            Typed::Mouse(gesture, (col, row)) => format!("{gesture:?}@{col},{row}"),
            Typed::CursorAt((col, row)) => format!("cursor@{col},{row}"),
        }
    }

    #[test]
    fn keys_as_terminals_send_them() {
        for (typed, expected) in [
            ("jG?墙", "j G ? 墙"),
            (" \r\n\t\x7f\x08", "Space Enter Enter Tab Backspace Ctrl-h"),
            ("\x01\x03\x04\x1a\x00\x1c\x1f", "Ctrl-a Ctrl-c Ctrl-d Ctrl-z Ctrl-Space Ctrl-\\ Ctrl-_"),
            ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "Up Down Right Left Home End"),
            ("\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF\x1bOM", "Up Down Right Left Home End Enter"),
            ("\x1b[1~\x1b[7~\x1b[4~\x1b[8~\x1b[3~\x1b[5~\x1b[6~", "Home Home End End Delete PgUp PgDn"),
            ("\x1bOP\x1bOS\x1b[11~\x1b[15~\x1b[17~\x1b[21~\x1b[23~\x1b[24~", "F1 F4 F1 F5 F6 F10 F11 F12"),
            ("\x1b[[A\x1b[[E\x1b[1;2P\x1b[1;2R", "F1 F5 Shift-F1 Shift-F3"),
            (
                "\x1b[1;2A\x1b[1;5C\x1b[1;3D\x1b[3;6~\x1b[a",
                "Shift-Up Ctrl-Right Alt-Left Ctrl-Shift-Delete Shift-Up",
            ),
            ("\x1b[Z", "Shift-Tab"),
            ("\x1bx\x1b\x7f\x1b墙\x1bA", "Alt-x Alt-Backspace Alt-墙 Alt-A"),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn keys_of_protocols_that_somebody_left_switched_on() {
        for (typed, expected) in [
            (
                "\x1b[113u\x1b[99;5u\x1b[27u\x1b[13u\x1b[9;2u\x1b[127u",
                "q Ctrl-c Esc Enter Shift-Tab Backspace",
            ),
            ("\x1b[103;2u\x1b[63;2u\x1b[27;5;67~", "G ? Ctrl-c"),
            ("\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:3u\x1b[1;1:3A", "j j"),
            ("\x1b[113;9u\x1b[57358u\x1b[2~", ""),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn an_esc_acts_after_silence_and_an_arrow_in_two_pieces_is_an_arrow() {
        for (typed, expected) in [
            ("\x1b…", "Esc"),
            ("\x1b|[A", "Up"),
            ("\x1b|[|A", "Up"),
            ("\x1b[|A", "Up"),
            ("\x1b[1|…|;2A", "Shift-Up"),
            ("\x1b|OP", "F1"),
            ("\x1b|[1;2B", "Shift-Down"),
            ("\x1b|[24~", "F12"),
            ("\x1b|[3~", "Delete"),
            ("\x1b…[A", "Esc [ A"),
            ("\x1b|j", "Esc j"),
            ("\x1b|\x1b|j", "Esc Esc j"),
            ("\x1b\x1b…", "Esc Esc"),
            ("\x1b\x1b[A", "Esc Up"),
            ("\x1b|[…", "Esc ["),
            ("\x1bO…A", "Esc O A"),
            ("\x1b|…j", "Esc j"),
            ("j\x1b|[Bk", "j Down k"),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn a_paste_is_text_wherever_it_is_split() {
        for (typed, expected) in [
            ("\x1b[200~q\x03\x1b[Ax\x1b[201~j", "«q\x03\x1b[Ax» j"),
            ("\x1b|[200~rm|\x1b[2|01~q", "«rm» q"),
            ("\x1b[200~a…b\x1b[20…1~\x1b[200~\x1b[201~", "«ab» «»"),
            ("\x1b[200~两\r行\x1b[201~", "«两\r行»"),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn a_mouse_says_what_and_where() {
        for (typed, expected) in [
            ("\x1b[<0;1;1M\x1b[<0;120;36m", "Press@0,0 Release@119,35"),
            ("\x1b[<32;3;4M\x1b[<3|2;300;4M", "Drag@2,3 Drag@299,3"),
            ("\x1b[<64;3;4M\x1b[<65;3;4Mj", "WheelUp@2,3 WheelDown@2,3 j"),
            ("\x1b[<16;3;4M", "Press@2,3"),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn a_terminal_says_where_its_cursor_is_and_an_f3_stays_an_f3() {
        for (typed, expected) in [
            ("\x1b[24;80Rj", "cursor@79,23 j"),
            ("\x1b[2;1R\x1b[2;3R", "cursor@0,1 cursor@2,1"),
            ("\x1b|[24;|3R\x1b[24;2R", "cursor@2,23 cursor@1,23"),
            ("\x1b[1;2R\x1b[1;5R", "Shift-F3 Ctrl-F3"),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn what_is_no_key_is_dropped_whole() {
        for (typed, expected) in [
            ("\x1b[?62;4cj", "j"),
            ("\x1b[0;0R\x1b[24;0R\x1b[24R\x1b[24;80;1R\x1b[?24;80R\x1b[99999;1Rj", "j"),
            ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\j", "j"),
            ("\x1b]11;rgb:ff|ff/ffff/ffff\x07j", "j"),
            ("\x1bP1$r0m\x1b\\j", "j"),
            ("\x1b]5…j", "j"),
            ("\x1b]…\x1bP…", "Esc ] Esc P"),
            ("\x1b[<2;3;4Mj\x1b[<66;3;4M\x1b[<3;3;4m\x1b[<0;0;4M\x1b[<0;3Mj\x1b[M !!j", "j j j"),
            ("\x1b[I\x1b[Oj", "j"),
            ("\x1b[12\x1b[A", "Up"),
            ("\u{85}j", "j"),
        ] {
            check(typed, expected);
        }
    }

    #[test]
    fn characters_are_whole_and_what_is_no_utf_8_is_nothing() {
        let mut decoder = Decoder::default();
        let [first, second, third] = [0xe5, 0xa2, 0x99];
        assert_eq!(decoder.feed(&[first, second]), []);
        assert!(!decoder.mid_key());
        assert_eq!(decoder.feed(&[third]).into_iter().map(show).collect::<String>(), "墙");
        assert_eq!(decoder.feed(b"\xff\xe5j").into_iter().map(show).collect::<String>(), "j");
    }

    proptest::proptest! {
        #[test]
        fn nothing_typed_panics_and_pieces_do_not_matter_to_what_is_pasted(bytes: Vec<u8>, at: usize) {
            let mut decoder = Decoder::default();
            let (head, tail) = bytes.split_at(at % (bytes.len() + 1));
            decoder.feed(head);
            decoder.feed(tail);
            decoder.silence();
            let mut decoder = Decoder::default();
            let paste = [b"\x1b[200~", head, tail, PASTE_END].concat();
            let (head, tail) = paste.split_at(at % (paste.len() + 1));
            let mut events = decoder.feed(head);
            events.extend(decoder.feed(tail));
            proptest::prop_assert!(matches!(events.first(), Some(Typed::Paste(_))));
        }
    }
}
