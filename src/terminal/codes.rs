//! Which key a control character, a number or a final byte stands for, and what was held with it.

use crate::app::{Code, Key};

/// C0 controls. A newline is an Enter that was typed before raw mode, which had turned it into one. `^H` is what some
/// terminals send for Backspace, and others for Ctrl-Backspace; nobody means Ctrl-h by it.
pub(super) fn control(byte: u8) -> Key {
    match byte {
        b'\r' | b'\n' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0 => Key { ctrl: true, ..Key::plain(Code::Char(' ')) },
        _ => {
            let c = char::from(byte | 0x40).to_ascii_lowercase();
            Key { ctrl: true, ..Key::plain(Code::Char(c)) }
        }
    }
}

/// What arrives where `key` is pressed: for a character with Control another key, where a terminal sends the same byte
/// for both; with Shift, that other character.
pub fn as_sent(key: Key) -> Key {
    match key.code {
        Code::Char(c @ (' ' | '@'..='~')) if key.ctrl => {
            let byte = u8::try_from(c).unwrap_or_default() & 0x1f;
            Key { alt: key.alt, ..control(byte) }
        }
        Code::Char(c) if key.shift => Key { code: Code::Char(c.to_ascii_uppercase()), shift: false, ..key },
        _ => key,
    }
}

/// The key that `ESC [`, `parameters` and `final_byte` stand for; `None` where it is none of ours, or was let go.
pub(super) fn key(parameters: &[u8], final_byte: u8) -> Option<Key> {
    let parameters = Parameters::new(parameters)?;
    match (final_byte, parameters.number(0)) {
        (b'~', Some(27)) => character(parameters.number(2)?, parameters.modifiers()?),
        (b'~', Some(number)) => parameters.modifiers()?.with(tilde(number)?),
        (b'u', Some(point)) => character(point, parameters.modifiers()?),
        (b'Z', _) => Modifiers::SHIFT.with(Code::Tab),
        // rxvt: the number, and what was held.
        (b'^', Some(number)) => Modifiers::CTRL.with(tilde(number)?),
        (b'@', Some(number)) => Modifiers::CTRL_SHIFT.with(tilde(number)?),
        (b'a'..=b'd', _) if parameters.0.is_empty() => {
            Modifiers::SHIFT.with(letter(final_byte.to_ascii_uppercase())?)
        }
        // st; an F1 comes behind `ESC O`, or has parameters.
        (b'P', _) if parameters.0.is_empty() => Modifiers::NONE.with(Code::Delete),
        // Any other number is no key's.
        (_, None | Some(1)) => parameters.modifiers()?.with(letter(final_byte)?),
        _ => None,
    }
}

/// The key that `ESC O` and `final_byte` stand for: what [`key`] has without a number, and what a keypad sends that was
/// told to send no digits.
pub(super) fn keypad(final_byte: u8, modifiers: Modifiers) -> Option<Key> {
    match final_byte {
        b'M' => modifiers.with(Code::Enter),
        b'I' => modifiers.with(Code::Tab),
        // rxvt.
        b'a'..=b'd' => Modifiers::CTRL.with(letter(final_byte.to_ascii_uppercase())?),
        // `*+,-./0123456789`, in the order of ASCII.
        b'j'..=b'y' => character(u32::from(final_byte - b'j' + b'*'), modifiers),
        b'X' => character(u32::from('='), modifiers),
        _ => modifiers.with(letter(final_byte)?),
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
        b'P'..=b'S' => Code::F(final_byte - b'P' + 1),
        _ => return None,
    })
}

/// The key of a number that `~` follows.
pub(super) fn tilde(number: u32) -> Option<Code> {
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
        '\u{8}' | '\u{7f}' => Code::Backspace,
        '\u{e000}'..='\u{f8ff}' => kitty(point)?,
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

/// kitty's numbers for keys without a character of their own, in Unicode's private use area: what other keys have is
/// numbered again for a keypad.
fn kitty(point: u32) -> Option<Code> {
    const FIRST: u32 = 57_344;
    const F1: u32 = 57_364;
    const LAST_F: u32 = F1 + 23;
    const KEYPAD: u32 = 57_399;
    const SIGNS: [char; 8] = ['.', '/', '*', '-', '+', '\r', '=', ','];
    Some(match point {
        FIRST..=57_347 => {
            [Code::Esc, Code::Enter, Code::Tab, Code::Backspace][usize::try_from(point - FIRST).ok()?]
        }
        57_349 | 57_426 => Code::Delete,
        57_350 | 57_417 => Code::Left,
        57_351 | 57_418 => Code::Right,
        57_352 | 57_419 => Code::Up,
        57_353 | 57_420 => Code::Down,
        57_354 | 57_421 => Code::PageUp,
        57_355 | 57_422 => Code::PageDown,
        57_356 | 57_423 => Code::Home,
        57_357 | 57_424 => Code::End,
        F1..=LAST_F => Code::F(u8::try_from(point - F1).ok()? + 1),
        KEYPAD..=57_408 => Code::Char(char::from_digit(point - KEYPAD, 10)?),
        57_409..=57_416 => match SIGNS[usize::try_from(point - 57_409).ok()?] {
            '\r' => Code::Enter,
            sign => Code::Char(sign),
        },
        _ => return None,
    })
}

/// `1;2:3`: numbers, each with numbers of its own.
#[derive(Clone, Copy)]
pub(super) struct Parameters<'a>(&'a str);

impl<'a> Parameters<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        std::str::from_utf8(bytes).ok().map(Self)
    }

    pub(super) fn number(self, index: usize) -> Option<u32> {
        self.0.split(';').nth(index)?.split(':').next()?.parse().ok()
    }

    /// The second parameter; `None` for a key that was let go.
    fn modifiers(self) -> Option<Modifiers> {
        let released = self.0.split(';').nth(1).and_then(|second| second.split(':').nth(1)) == Some("3");
        (!released).then(|| Modifiers::of_number(self.number(1).unwrap_or(1)))
    }
}

/// Bits as xterm numbers them.
#[derive(Clone, Copy)]
pub(super) struct Modifiers(u32);

impl Modifiers {
    const NONE: Self = Self(0);
    pub(super) const SHIFT: Self = Self(1);
    const ALT: Self = Self(2);
    const CTRL: Self = Self(4);
    const CTRL_SHIFT: Self = Self(4 | 1);
    /// Super, Hyper, Meta: the desktop's, not ours. (What is above are locks.)
    const FOREIGN: Self = Self(8 | 16 | 32);

    /// As a sequence says them: one more than the bits.
    pub(super) fn of_number(number: u32) -> Self {
        Self(number.saturating_sub(1))
    }

    pub(super) fn with(self, code: Code) -> Option<Key> {
        let has = |bits: Self| self.0 & bits.0 != 0;
        (!has(Self::FOREIGN)).then_some(Key {
            code,
            ctrl: has(Self::CTRL),
            alt: has(Self::ALT),
            shift: has(Self::SHIFT),
        })
    }
}
