//! The grammar of what a terminal's keyboard sends: the first token of some bytes (ECMA-48, and what xterm,
//! rxvt, the Linux console and kitty made of it).

use crate::app::mouse::Gesture;
use crate::app::{Code, Key};

pub(super) const ESC: u8 = 0x1b;

/// What some bytes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A key.
    Key(Key),
    /// What was done with the mouse, and over which column and row, counted from 0.
    Mouse(Gesture, (u16, u16)),
    /// Where the terminal says that its cursor is: the column and the row, counted from 0.
    CursorAt((u16, u16)),
    /// The beginning of a paste.
    Paste,
    /// No key of ours.
    Nothing,
}

/// A token and how many bytes it takes; `None` where bytes are missing.
type Found = Option<(usize, Token)>;

/// The first token of `bytes`.
pub(super) fn first(bytes: &[u8]) -> Found {
    match *bytes.first()? {
        ESC => escape(bytes),
        byte @ (..=0x1f | 0x7f) => Some((1, Token::Key(control(byte)))),
        byte => utf8(bytes, byte),
    }
}

/// Whether `bytes` begin an operating system command or a device control string: a terminal's answer to somebody
/// who asked. Typed by hand (Esc, `]`) a digit does not follow at once.
pub(super) fn is_string(bytes: &[u8]) -> bool {
    matches!(bytes, [ESC, b']', b'0'..=b'9', ..] | [ESC, b'P', b'0'..=b'9' | b'>' | b'!', ..])
}

/// C0 controls. A newline is an Enter that was typed before raw mode, which had turned it into one.
fn control(byte: u8) -> Key {
    match byte {
        b'\r' | b'\n' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x7f => Key::plain(Code::Backspace),
        0 => Key { ctrl: true, ..Key::plain(Code::Char(' ')) },
        _ => {
            let c = char::from(byte | 0x40).to_ascii_lowercase();
            Key { ctrl: true, ..Key::plain(Code::Char(c)) }
        }
    }
}

fn utf8(bytes: &[u8], lead: u8) -> Found {
    let length = match lead {
        ..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Some((1, Token::Nothing)),
    };
    let known = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(known) {
        Ok(text) => {
            let c = text.chars().next().filter(|c| !c.is_control());
            Some((length, c.map_or(Token::Nothing, |c| Token::Key(Key::plain(Code::Char(c))))))
        }
        // `None`: right as far as it goes.
        Err(error) if error.error_len().is_none() && known.len() < length => None,
        Err(_) => Some((1, Token::Nothing)),
    }
}

fn escape(bytes: &[u8]) -> Found {
    match *bytes.get(1)? {
        b'[' => csi(bytes),
        b'O' => {
            let token = letter(*bytes.get(2)?).map_or(Token::Nothing, |code| Token::Key(Key::plain(code)));
            Some((3, token))
        }
        ESC => Some((1, Token::Key(Key::plain(Code::Esc)))),
        b']' | b'P' if bytes.len() == 2 => None,
        b']' | b'P' if is_string(bytes) => string(bytes),
        _ => Some(match first(&bytes[1..])? {
            (length, Token::Key(key)) => (length + 1, Token::Key(Key { alt: true, ..key })),
            (length, other) => (length + 1, other),
        }),
    }
}

/// A string ends with BEL or `ESC \`.
fn string(bytes: &[u8]) -> Found {
    let bell = bytes.iter().position(|byte| *byte == 0x07).map(|at| at + 1);
    let closed = bytes.windows(2).position(|pair| pair == [ESC, b'\\']).map(|at| at + 2);
    let end = bell.into_iter().chain(closed).min()?;
    Some((end, Token::Nothing))
}

/// `ESC [`, parameters, a final byte.
fn csi(bytes: &[u8]) -> Found {
    let body = &bytes[2..];
    match body {
        // The Linux console's F1 to F5.
        [b'[', final_byte, ..] => {
            let token = match final_byte {
                b'A'..=b'E' => Token::Key(Key::plain(Code::F(final_byte - b'A' + 1))),
                _ => Token::Nothing,
            };
            return Some((4, token));
        }
        [b'['] => return None,
        // A mouse's three bytes, should somebody have left it switched on.
        [b'M', ..] => return (bytes.len() >= 6).then_some((6, Token::Nothing)),
        _ => {}
    }
    let length = body.iter().position(|byte| !matches!(byte, 0x20..=0x3f))?;
    let (parameters, final_byte) = (&body[..length], body[length]);
    if !matches!(final_byte, 0x40..=0x7e) {
        // Broken off: what is there instead is something of its own.
        return Some((length + 2, Token::Nothing));
    }
    Some((length + 3, sequence(parameters, final_byte)))
}

fn sequence(parameters: &[u8], final_byte: u8) -> Token {
    if (parameters, final_byte) == (b"200", b'~') {
        return Token::Paste;
    }
    if let [b'<', parameters @ ..] = parameters {
        return mouse(parameters, final_byte).unwrap_or(Token::Nothing);
    }
    if let (b'R', Some(at)) = (final_byte, cursor(parameters)) {
        return Token::CursorAt(at);
    }
    key(parameters, final_byte).map_or(Token::Nothing, Token::Key)
}

/// `button;column;row`, as xterm tells of a mouse in its mode 1006: the final byte says whether a button is down. Only
/// the left one is ours, whatever keys are held with it.
fn mouse(parameters: &[u8], final_byte: u8) -> Option<Token> {
    const KEYS_HELD: u32 = 4 | 8 | 16;
    let parameters = Parameters(std::str::from_utf8(parameters).ok()?);
    let gesture = match (parameters.number(0)? & !KEYS_HELD, final_byte) {
        (0, b'M') => Gesture::Press,
        (0, b'm') => Gesture::Release,
        (32, b'M') => Gesture::Drag,
        (64, b'M') => Gesture::WheelUp,
        (65, b'M') => Gesture::WheelDown,
        _ => return None,
    };
    let cell = |index| u16::try_from(parameters.number(index)?.checked_sub(1)?).ok();
    Some(Token::Mouse(gesture, (cell(1)?, cell(2)?)))
}

/// `row;column`, the answer to who asked for the cursor's place (DSR 6). In the first row it is spelled as an F3 with
/// Shift, Alt or Ctrl is (`1;2`), so that who wants an answer asks from below.
fn cursor(parameters: &[u8]) -> Option<(u16, u16)> {
    let parameters = std::str::from_utf8(parameters).ok()?;
    let (row, column) = parameters.split_once(';')?;
    let place = |number: &str| number.parse::<u16>().ok()?.checked_sub(1);
    Some((place(column)?, place(row).filter(|row| *row > 0)?))
}

fn key(parameters: &[u8], final_byte: u8) -> Option<Key> {
    let parameters = Parameters(std::str::from_utf8(parameters).ok()?);
    match (final_byte, parameters.number(0)) {
        (b'~', Some(27)) => character(parameters.number(2)?, parameters.modifiers()?),
        (b'~', Some(number)) => parameters.modifiers()?.with(tilde(number)?),
        (b'u', Some(point)) => character(point, parameters.modifiers()?),
        (b'Z', _) => Modifiers(Modifiers::SHIFT).with(Code::Tab),
        (b'a'..=b'd', _) if parameters.0.is_empty() => {
            Modifiers(Modifiers::SHIFT).with(letter(final_byte.to_ascii_uppercase())?)
        }
        // After `ESC [` it is a mouse's.
        (b'M', _) => None,
        // Any other number is no key's.
        (_, None | Some(1)) => parameters.modifiers()?.with(letter(final_byte)?),
        _ => None,
    }
}

fn letter(final_byte: u8) -> Option<Code> {
    Some(match final_byte {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'M' => Code::Enter,
        b'P'..=b'S' => Code::F(final_byte - b'P' + 1),
        _ => return None,
    })
}

fn tilde(number: u32) -> Option<Code> {
    let number = u8::try_from(number).ok()?;
    Some(match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(number - 10),
        17..=21 => Code::F(number - 11),
        23 | 24 => Code::F(number - 12),
        _ => return None,
    })
}

/// A key that is reported by its character: a capital is a capital, and Shift is not said twice.
fn character(point: u32, modifiers: Modifiers) -> Option<Key> {
    let code = match char::from_u32(point)? {
        '\r' => Code::Enter,
        '\t' => Code::Tab,
        '\u{1b}' => Code::Esc,
        '\u{7f}' => Code::Backspace,
        // kitty's numbers for keys without a character.
        '\u{e000}'..='\u{f8ff}' => return None,
        c if c.is_control() => return None,
        c => Code::Char(c),
    };
    let mut key = modifiers.with(code)?;
    if let Code::Char(c) = code {
        key.code = Code::Char(match (key.ctrl, key.shift) {
            (true, _) => c.to_ascii_lowercase(),
            (false, true) => c.to_ascii_uppercase(),
            (false, false) => c,
        });
        key.shift = false;
    }
    Some(key)
}

/// `1;2:3`: numbers, each with numbers of its own.
#[derive(Clone, Copy)]
struct Parameters<'a>(&'a str);

impl Parameters<'_> {
    fn number(self, index: usize) -> Option<u32> {
        self.0.split(';').nth(index)?.split(':').next()?.parse().ok()
    }

    /// The second parameter; `None` for a key that was let go.
    fn modifiers(self) -> Option<Modifiers> {
        let released = self.0.split(';').nth(1).and_then(|second| second.split(':').nth(1)) == Some("3");
        (!released).then(|| Modifiers(self.number(1).unwrap_or(1).saturating_sub(1)))
    }
}

/// Bits as xterm numbers them.
#[derive(Clone, Copy)]
struct Modifiers(u32);

impl Modifiers {
    const SHIFT: u32 = 1;
    const ALT: u32 = 2;
    const CTRL: u32 = 4;
    /// Super, Hyper, Meta: the desktop's, not ours. (What is above are locks.)
    const FOREIGN: u32 = 8 | 16 | 32;

    fn with(self, code: Code) -> Option<Key> {
        let has = |bit| self.0 & bit != 0;
        (!has(Self::FOREIGN)).then_some(Key {
            code,
            ctrl: has(Self::CTRL),
            alt: has(Self::ALT),
            shift: has(Self::SHIFT),
        })
    }
}
