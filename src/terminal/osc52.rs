//! Copying by way of the terminal: OSC 52, and what wraps it in tmux and GNU screen.

use std::env;
use std::io;

use base64::prelude::{BASE64_STANDARD, Engine};

use super::tty::Tty;
use crate::app::{Clipboard, Copying, Multiplexer, Outcome};

/// The longest text that a terminal is sent: its sequence is 100,000 bytes. hterm takes no more (`osc52.sh` of
/// libapps), and vim-oscyank and others keep to it as well; no terminal says what it takes, and most drop what is
/// longer without a word.
const MOST: usize = (100_000 - "\x1b]52;c;\x07".len()) / 4 * 3;

/// The longest string that GNU screen hands on whole. Versions after 2014 take 768 bytes, but macOS has one of 2006.
const SCREEN_MOST: usize = 256;

/// Sends the text to the terminal, if it is not longer than a terminal takes. `failed` is the program that was to
/// copy it.
///
/// # Errors
///
/// The terminal is gone.
pub(super) fn send(copying: Copying, failed: Option<&'static str>, tty: &Tty) -> io::Result<Outcome> {
    let Copying { what, text, is_export } = copying;
    if text.len() > MOST {
        return Ok(Outcome::TooLong { what, bytes: text.len(), most: MOST, is_export, failed });
    }
    let through = multiplexer(is_set);
    tty.send(sequence(&text, through).as_bytes())?;
    Ok(Outcome::Copied { what, to: Clipboard::Terminal { through, failed } })
}

/// Whether an environment variable says anything.
pub(super) fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// What the terminal is behind. Where it is both, nothing says which is the nearer one: tmux is far more common.
fn multiplexer(is_set: impl Fn(&str) -> bool) -> Option<Multiplexer> {
    let tmux = is_set("TMUX").then_some(Multiplexer::Tmux);
    tmux.or_else(|| is_set("STY").then_some(Multiplexer::Screen))
}

/// What makes the terminal copy `text`. It ends with BEL, which all know and which may stand within a DCS.
fn sequence(text: &str, through: Option<Multiplexer>) -> String {
    let plain = format!("\x1b]52;c;{}\x07", BASE64_STANDARD.encode(text));
    match through {
        None => plain,
        // Where its own command was of no use: it takes the plain one with `set-clipboard on`, passes the other on
        // with `allow-passthrough on`, and ignores what it is not to do.
        Some(Multiplexer::Tmux) => {
            let doubled = plain.replace('\x1b', "\x1b\x1b");
            format!("{plain}\x1bPtmux;{doubled}\x1b\\")
        }
        Some(Multiplexer::Screen) => {
            // It takes the DCS off each piece and hands on the rest, which the terminal reads as one.
            let room = SCREEN_MOST - "\x1bP\x1b\\".len();
            let pieces = plain.as_bytes().chunks(room).map(String::from_utf8_lossy);
            pieces.flat_map(|piece| ["\x1bP".into(), piece, "\x1b\\".into()]).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tmux_is_spoken_to_before_screen() {
        let through = |set: &[&str]| multiplexer(|variable| set.contains(&variable));
        assert_eq!(through(&[]), None);
        assert_eq!(through(&["TMUX"]), Some(Multiplexer::Tmux));
        assert_eq!(through(&["STY"]), Some(Multiplexer::Screen));
        assert_eq!(through(&["STY", "TMUX"]), Some(Multiplexer::Tmux));
    }

    #[test]
    fn tmux_gets_it_plain_and_wrapped() {
        assert_eq!(sequence("墙", None), "\x1b]52;c;5aKZ\x07");
        assert_eq!(
            sequence("墙", Some(Multiplexer::Tmux)),
            "\x1b]52;c;5aKZ\x07\x1bPtmux;\x1b\x1b]52;c;5aKZ\x07\x1b\\"
        );
    }

    #[test]
    fn screen_gets_pieces_that_make_up_the_whole() {
        assert_eq!(sequence("墙", Some(Multiplexer::Screen)), "\x1bP\x1b]52;c;5aKZ\x07\x1b\\");
        let text = "wall ".repeat(1000);
        let pieces = sequence(&text, Some(Multiplexer::Screen));
        assert!(pieces.split_inclusive("\x1b\\").all(|piece| piece.len() <= SCREEN_MOST));
        assert_eq!(pieces.replace("\x1b\\\x1bP", "").len(), sequence(&text, None).len() + 4);
        assert!(
            !pieces.contains("\x1b\x1b"),
            "an ESC at the end of a piece would spoil the end of its string"
        );
    }

    #[test]
    fn the_longest_text_is_a_sequence_of_no_more_than_a_hundred_thousand_bytes() {
        assert_eq!(MOST, 74_994);
        assert_eq!(sequence(&"x".repeat(MOST), None).len(), 100_000);
        assert!(sequence(&"x".repeat(MOST + 1), None).len() > 100_000);
    }
}
