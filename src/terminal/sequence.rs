//! The grammar of what a terminal's keyboard sends: the first token of some bytes (ECMA-48, and what xterm,
//! rxvt, st, the Linux console and kitty made of it). Which key a token is has `codes`.
//!
//! Invariant: a token once found stays the same, whatever follows it. So it does not matter where a read ended.

use super::codes::{self, Modifiers, Parameters};
use crate::app::mouse::Gesture;
use crate::app::{Code, Key};

pub(super) const ESC: u8 = 0x1b;
pub(super) const CTRL_C: u8 = 0x03;
const BEL: u8 = 0x07;

/// More bytes of parameters than any key or mouse has.
const PARAMETERS: usize = 64;
/// How much of a string is looked at for its end. An answer that is longer begins as answers do, or nobody's hand
/// types it.
const STRING: usize = 1024;

/// What some bytes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyToken {
    /// A key.
    Key(Key),
    /// What was done with the mouse, and over which column and row, counted from 0.
    Mouse(Gesture, (u16, u16)),
    /// Where the terminal says that its cursor is: the column and the row, counted from 0.
    CursorAt((u16, u16)),
    /// The beginning of a paste.
    Paste,
    /// The beginning of a terminal's answer: see [`rest_of_answer`].
    Answer,
    /// The beginning of a sequence that no key has: see [`rest_of_sequence`].
    Sequence,
    /// No key of ours.
    Nothing,
}

/// A token and how many bytes it takes; `None` where bytes are missing.
type Decoded = Option<(usize, KeyToken)>;

/// The first token of `bytes`.
pub(super) fn first(bytes: &[u8]) -> Decoded {
    match *bytes.first()? {
        ESC => escape(bytes),
        byte @ (..=0x1f | 0x7f) => Some((1, KeyToken::Key(codes::control(byte)))),
        byte => utf8(bytes, byte),
    }
}

/// Whether `bytes`, which complete nothing, are done with after a moment of silence: an Esc, or Alt and a character
/// that begins something else as well. A terminal sends all of a key at once.
pub(super) fn is_brief(bytes: &[u8]) -> bool {
    match bytes {
        [ESC] | [ESC, b'[' | b'O'] | [ESC, b'[', b'M', ..] => true,
        [ESC, introducer, ..] => is_introducer(*introducer),
        _ => false,
    }
}

/// The Alt key that `bytes` begin with where they begin nothing else, and how many of them it takes.
pub(super) fn alt(bytes: &[u8]) -> Option<(usize, Key)> {
    match bytes {
        [ESC, byte @ (b'[' | b'O')] => Some((2, alt_key(*byte))),
        [ESC, byte, ..] if is_introducer(*byte) => Some((2, alt_key(*byte))),
        _ => None,
    }
}

fn alt_key(byte: u8) -> Key {
    Key { alt: true, ..Key::plain(Code::Char(char::from(byte))) }
}

/// How many of `bytes` belong to an answer that has begun, and whether it ends with them; `None` where that cannot be
/// said yet. It ends with BEL or `ESC \`, and before any other control: that is something of its own.
pub(super) fn rest_of_answer(bytes: &[u8]) -> Option<(usize, bool)> {
    let Some(at) = bytes.iter().position(|byte| *byte < b' ') else { return Some((bytes.len(), false)) };
    match bytes[at..] {
        [BEL, ..] => Some((at + 1, true)),
        [ESC, b'\\', ..] => Some((at + 2, true)),
        [ESC] => (at > 0).then_some((at, false)),
        _ => Some((at, true)),
    }
}

/// How many of `bytes` belong to a sequence whose parameters go on, and whether it ends with them.
pub(super) fn rest_of_sequence(bytes: &[u8]) -> (usize, bool) {
    match bytes.iter().position(|byte| !is_parameter(*byte)) {
        None => (bytes.len(), false),
        Some(at) => (at + usize::from(is_final(bytes[at])), true),
    }
}

fn utf8(bytes: &[u8], lead: u8) -> Decoded {
    let length = match lead {
        ..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Some((1, KeyToken::Nothing)),
    };
    let known = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(known) {
        Ok(text) => {
            let c = text.chars().next().filter(|c| !c.is_control());
            Some((length, c.map_or(KeyToken::Nothing, |c| KeyToken::Key(Key::plain(Code::Char(c))))))
        }
        // `None`: right as far as it goes.
        Err(error) if error.error_len().is_none() && known.len() < length => None,
        Err(_) => Some((1, KeyToken::Nothing)),
    }
}

fn escape(bytes: &[u8]) -> Decoded {
    match *bytes.get(1)? {
        b'[' => csi(bytes),
        b'O' => ss3(bytes),
        // Ctrl-c is Ctrl-c, whatever a hand or a line held before it.
        ESC | CTRL_C => Some((1, KeyToken::Key(Key::plain(Code::Esc)))),
        byte if is_introducer(byte) => string(bytes),
        _ => Some(match first(&bytes[1..])? {
            (length, KeyToken::Key(key)) => (length + 1, KeyToken::Key(Key { alt: true, ..key })),
            (length, other) => (length + 1, other),
        }),
    }
}

/// What begins an operating system command, a device control string, an application program command, a start of string
/// or a privacy message, behind an ESC. And what a hand types with Alt.
fn is_introducer(byte: u8) -> bool {
    matches!(byte, b']' | b'P' | b'_' | b'X' | b'^')
}

/// Whether `bytes` begin as terminals begin what they answer: an answer whatever follows, and however late. Reports of
/// titles begin with letters.
fn is_answer(bytes: &[u8]) -> bool {
    match bytes {
        [ESC, b']', first, ..] => matches!(first, b'0'..=b'9' | b'l' | b'L'),
        [ESC, b'P', first, ..] => matches!(first, b'0'..=b'9' | b'>' | b'!' | b'$' | b'+' | b'@'),
        [ESC, b'_', first, ..] => *first == b'G',
        _ => false,
    }
}

/// A string that comes to its end is no keys, whatever is in it. One that does not was Alt and some characters, typed
/// so fast or read so late that they came at once.
fn string(bytes: &[u8]) -> Decoded {
    bytes.get(2)?;
    if is_answer(bytes) {
        return Some((2, KeyToken::Answer));
    }
    let body = &bytes[2..bytes.len().min(STRING)];
    let controls = body.iter().position(|byte| *byte < b' ');
    match controls.map(|at| (at, &body[at..])) {
        Some((at, [BEL, ..])) => Some((at + 3, KeyToken::Nothing)),
        Some((at, [ESC, b'\\', ..])) => Some((at + 4, KeyToken::Nothing)),
        None | Some((_, [ESC])) => (bytes.len() >= STRING).then_some((2, KeyToken::Answer)),
        Some(_) => alt(bytes).map(|(length, key)| (length, KeyToken::Key(key))),
    }
}

/// `ESC O`, parameters where there are modifiers (older xterm and Konsole), one byte: function keys, arrows, the keypad.
fn ss3(bytes: &[u8]) -> Decoded {
    let (length, final_byte) = match parameters(&bytes[2..])? {
        Ok(found) => found,
        Err(token) => return Some((2, token)),
    };
    let parameters = &bytes[2..2 + length];
    if length == 0 && !is_final(final_byte) {
        // `ESC O` was Alt-O; what follows is something of its own.
        return Some((2, KeyToken::Key(alt_key(b'O'))));
    }
    let key = || {
        let parameters = std::str::from_utf8(parameters).ok()?;
        // The only number there is says what was held with the key.
        let modifiers = parameters.rsplit(';').next().and_then(|number| number.parse().ok());
        codes::keypad(final_byte, Modifiers::of_number(modifiers.unwrap_or(1)))
    };
    let end = 2 + length + usize::from(is_final(final_byte));
    Some((end, key().map_or(KeyToken::Nothing, KeyToken::Key)))
}

/// How many of `bytes` are parameters, and what comes behind them; a token where they are too many.
fn parameters(bytes: &[u8]) -> Option<Result<(usize, u8), KeyToken>> {
    match bytes.iter().take(PARAMETERS).position(|byte| !is_parameter(*byte)) {
        Some(length) => Some(Ok((length, bytes[length]))),
        None => (bytes.len() >= PARAMETERS).then_some(Err(KeyToken::Sequence)),
    }
}

fn is_parameter(byte: u8) -> bool {
    matches!(byte, 0x20..=0x3f)
}

fn is_final(byte: u8) -> bool {
    matches!(byte, 0x40..=0x7e)
}

/// `ESC [`, parameters, a final byte.
fn csi(bytes: &[u8]) -> Decoded {
    let body = &bytes[2..];
    match body {
        // The Linux console's F1 to F5.
        [b'[', byte, ..] if is_final(*byte) => {
            let number = (b'A'..=b'E').contains(byte).then(|| byte - b'A' + 1);
            return Some((
                4,
                number.map_or(KeyToken::Nothing, |number| KeyToken::Key(Key::plain(Code::F(number)))),
            ));
        }
        [b'['] => return None,
        // A mouse's three bytes, should somebody have left it switched on; or st's Ctrl-Delete, which has none.
        [b'M', place @ ..] => {
            let place = &place[..place.len().min(3)];
            let broken_off = place.iter().position(|byte| *byte < b' ');
            let whole = (place.len() == 3).then_some(3);
            return broken_off.or(whole).map(|length| (3 + length, KeyToken::Nothing));
        }
        _ => {}
    }
    if let Some(found) = shifted(body) {
        return Some(found);
    }
    let (length, final_byte) = match parameters(body)? {
        Ok(found) => found,
        Err(token) => return Some((2, token)),
    };
    if !is_final(final_byte) {
        // Broken off: what is there instead is something of its own.
        return Some((length + 2, KeyToken::Nothing));
    }
    Some((length + 3, sequence(&body[..length], final_byte)))
}

/// rxvt says Shift by a `$` behind the number, which in everybody else's sequences a final byte would follow.
fn shifted(body: &[u8]) -> Decoded {
    let digits = body.iter().take(PARAMETERS).take_while(|byte| byte.is_ascii_digit()).count();
    let number = std::str::from_utf8(&body[..digits]).ok()?.parse().ok()?;
    if body.get(digits) != Some(&b'$') {
        return None;
    }
    let key = codes::tilde(number).and_then(|code| Modifiers::SHIFT.with(code));
    Some((digits + 3, key.map_or(KeyToken::Nothing, KeyToken::Key)))
}

fn sequence(parameters: &[u8], final_byte: u8) -> KeyToken {
    if (parameters, final_byte) == (b"200", b'~') {
        return KeyToken::Paste;
    }
    if let [b'<', parameters @ ..] = parameters {
        return mouse(parameters, final_byte).unwrap_or(KeyToken::Nothing);
    }
    if let (b'R', Some(at)) = (final_byte, cursor(parameters)) {
        return KeyToken::CursorAt(at);
    }
    codes::key(parameters, final_byte).map_or(KeyToken::Nothing, KeyToken::Key)
}

/// `button;column;row`, as xterm tells of a mouse in its mode 1006: the final byte says whether a button is down. Only
/// the left one is ours, whatever keys are held with it.
fn mouse(parameters: &[u8], final_byte: u8) -> Option<KeyToken> {
    const KEYS_HELD: u32 = 4 | 8 | 16;
    let parameters = Parameters::new(parameters)?;
    let gesture = match (parameters.number(0)? & !KEYS_HELD, final_byte) {
        (0, b'M') => Gesture::Press,
        (0, b'm') => Gesture::Release,
        (32, b'M') => Gesture::Drag,
        (64, b'M') => Gesture::WheelUp,
        (65, b'M') => Gesture::WheelDown,
        _ => return None,
    };
    let cell = |index| u16::try_from(parameters.number(index)?.checked_sub(1)?).ok();
    Some(KeyToken::Mouse(gesture, (cell(1)?, cell(2)?)))
}

/// `row;column`, the answer to who asked for the cursor's place (DSR 6). In the first row it is spelled as an F3 with
/// Shift, Alt or Ctrl is (`1;2`), so that who wants an answer asks from below.
fn cursor(parameters: &[u8]) -> Option<(u16, u16)> {
    let parameters = std::str::from_utf8(parameters).ok()?;
    let (row, column) = parameters.split_once(';')?;
    let place = |number: &str| number.parse::<u16>().ok()?.checked_sub(1);
    Some((place(column)?, place(row).filter(|row| *row > 0)?))
}
