//! A one-line prompt. What edits it is `tui-input`'s; what keys edit it is said here.

use tui_input::{Input, InputRequest};

use super::{Code, Key};
use crate::text::{Breaks, scrub};

/// Text being typed, with a cursor.
#[derive(Clone, Debug, Default)]
pub struct Prompt(Input);

impl PartialEq for Prompt {
    fn eq(&self, other: &Self) -> bool {
        (self.text(), self.0.cursor()) == (other.text(), other.0.cursor())
    }
}

impl Eq for Prompt {}

impl Prompt {
    /// A prompt that holds `text`, the cursor at its end.
    pub fn new(text: String) -> Self {
        Self(Input::new(text))
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Columns before the cursor.
    pub fn cursor(&self) -> usize {
        self.0.visual_cursor()
    }

    /// Bytes before the cursor.
    pub fn cursor_byte(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.0.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Puts `text` in place of the bytes at `at`, the cursor behind it.
    pub fn replace(&mut self, at: std::ops::Range<usize>, text: &str) {
        let (before, after) = (self.text().get(..at.start), self.text().get(at.end..));
        let Some((before, after)) = before.zip(after) else { return };
        let cursor = before.chars().count() + text.chars().count();
        self.0 = Input::new(format!("{before}{text}{after}")).with_cursor(cursor);
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.0.reset();
    }

    /// Types pasted text, newlines and controls made harmless: a paste is text, never a command.
    pub fn paste(&mut self, text: &str) {
        for c in scrub(text.trim(), Breaks::Fold).chars() {
            self.0.handle(InputRequest::InsertChar(c));
        }
    }

    /// Edits by a key; says whether the key was one for a prompt.
    pub fn edit(&mut self, key: Key) -> bool {
        use InputRequest as Edit;
        let edit = match (key.typed(), key.code) {
            (Some(c), _) => Edit::InsertChar(c),
            (_, Code::Backspace) if key.alt || key.ctrl => Edit::DeletePrevWord,
            (_, Code::Char('w')) if key.ctrl => Edit::DeletePrevWord,
            (_, Code::Char('k')) if key.ctrl => Edit::DeleteTillEnd,
            (_, Code::Char('b')) if key.alt => Edit::GoToPrevWord,
            (_, Code::Char('f')) if key.alt => Edit::GoToNextWord,
            (_, Code::Char('d')) if key.alt => Edit::DeleteNextWord,
            (_, Code::Backspace) => Edit::DeletePrevChar,
            (_, Code::Delete) => Edit::DeleteNextChar,
            (_, Code::Left) if key.ctrl || key.alt => Edit::GoToPrevWord,
            (_, Code::Right) if key.ctrl || key.alt => Edit::GoToNextWord,
            (_, Code::Left) => Edit::GoToPrevChar,
            (_, Code::Right) => Edit::GoToNextChar,
            (_, Code::Home) => Edit::GoToStart,
            (_, Code::End) => Edit::GoToEnd,
            _ => return false,
        };
        self.0.handle(edit);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_typed_moved_over_and_deleted_a_character_at_a_time() {
        let mut prompt = Prompt::default();
        for key in ["墙", "a", "Left", "与", "Backspace", "门", "End", "!"] {
            assert!(prompt.edit(key.parse().expect("a key")), "{key}");
        }
        assert_eq!((prompt.text(), prompt.cursor()), ("墙门a!", 6));
        let mut prompt = Prompt::new("one two".to_owned());
        for key in ["Alt-b", "Alt-b", "Alt-f", "Alt-d"] {
            assert!(prompt.edit(key.parse().expect("a key")), "{key}");
        }
        assert_eq!(prompt.text(), "one ");
    }

    #[test]
    fn a_paste_is_one_harmless_line() {
        let mut prompt = Prompt::default();
        prompt.paste("a\nrm -rf\u{1b}[2J\r\n");
        assert_eq!(prompt.text(), "a rm -rf␛[2J");
    }

    #[test]
    fn a_part_is_replaced_and_the_cursor_stands_behind_it() {
        let mut prompt = Prompt::new("墙 ten 门".to_owned());
        prompt.replace(4..7, "腾讯");
        assert_eq!((prompt.text(), prompt.cursor(), prompt.cursor_byte()), ("墙 腾讯 门", 7, 10));
        prompt.replace(1..2, "not at a character");
        assert_eq!(prompt.text(), "墙 腾讯 门");
    }

    #[test]
    fn keys_that_are_not_for_a_prompt_are_left_alone() {
        let mut prompt = Prompt::default();
        for key in ["Enter", "Esc", "Up", "Ctrl-c", "F1", "Alt-q"] {
            assert!(!prompt.edit(key.parse().expect("a key")), "{key}");
        }
    }
}
