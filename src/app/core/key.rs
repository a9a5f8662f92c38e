//! Keys in our own type, so that the keymap, the help and the tests' key scripts share one notation:
//! `j`, `Ctrl-d`, `Shift-Down`, `Space`, `F1`; a sequence is written with blanks, `g g`.

use std::fmt;
use std::str::FromStr;

/// What was pressed, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character as typed: a capital is `Char('G')`, never Shift and `g`.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; Shift-Tab is `Tab` with `shift`.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// One key press. `shift` is never set with [`Code::Char`]: terminals disagree about it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The names of the keys that have one, but for F1 and those after it.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|(_, name)| *name)
    }

    /// The character that this key types into a prompt, if it types one.
    pub fn typed(self) -> Option<char> {
        let Code::Char(c) = self.code else { return None };
        (!self.ctrl && !self.alt).then_some(c)
    }
}

const NAMED: [(Code, &str); 14] = [
    (Code::Char(' '), "Space"),
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PgUp"),
    (Code::PageDown, "PgDn"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (set, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if set {
                f.write_str(name)?;
            }
        }
        match (NAMED.iter().find(|(code, _)| *code == self.code), self.code) {
            (Some((_, name)), _) => f.write_str(name),
            (None, Code::F(number)) => write!(f, "F{number}"),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, code) => write!(f, "{code:?}"),
        }
    }
}

/// The text is no key in our notation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchKey(pub String);

impl fmt::Display for NoSuchKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no key", self.0)
    }
}

impl std::error::Error for NoSuchKey {}

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        for (modifier, prefix) in
            [(&mut key.ctrl, "Ctrl-"), (&mut key.alt, "Alt-"), (&mut key.shift, "Shift-")]
        {
            if let Some(after) = rest.strip_prefix(prefix) {
                (*modifier, rest) = (true, after);
            }
        }
        key.code = code(rest).ok_or_else(|| NoSuchKey(text.to_owned()))?;
        Ok(key)
    }
}

fn code(name: &str) -> Option<Code> {
    if let Some((code, _)) = NAMED.iter().find(|(_, named)| *named == name) {
        return Some(*code);
    }
    let mut chars = name.chars();
    match (chars.next()?, chars.as_str()) {
        (c, "") => Some(Code::Char(c)),
        ('F', number) => number.parse().ok().filter(|number| (1..=24).contains(number)).map(Code::F),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_prints_as_it_is_read() {
        for text in [
            "j",
            "G",
            "Ctrl-d",
            "Shift-Down",
            "Space",
            "F12",
            "Enter",
            "-",
            "Ctrl-Alt-x",
            "?",
            "墙",
            "Shift-Tab",
        ] {
            assert_eq!(text.parse::<Key>().map(|key| key.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "gg", "F0", "F99", "Ctrl-", "Ctrl-Ctrl-x", "Hyper-x"] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }

    #[test]
    fn only_characters_without_control_are_typed() {
        let typed = |text: &str| text.parse::<Key>().expect("a key").typed();
        assert_eq!(
            (typed("j"), typed("Space"), typed("Ctrl-j"), typed("Up")),
            (Some('j'), Some(' '), None, None)
        );
    }
}
