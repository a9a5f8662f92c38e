//! A one-line prompt. What edits it is `tui-input`'s; what keys edit it is said here.

use tui_input::{Input, InputRequest};

use crate::app::core::key::{Code, Key};
use crate::text::{Breaks, scrub, width};

/// How much a prompt holds, however it gets there. Bytes.
pub const MOST: usize = 4096;

/// Text being typed, with a cursor.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    input: Input,
    /// The line typed before that was brought back, and has not been changed since.
    recalled: Option<Recalled>,
    /// Whether, since the line was last changed, somebody went on to what it offers.
    pub(in crate::app) chooses: bool,
}

#[derive(Clone, Debug)]
struct Recalled {
    /// How many lines back it is; the last one is one back.
    back: usize,
    /// What was typed before anything was brought back.
    typed: String,
}

impl PartialEq for Prompt {
    fn eq(&self, other: &Self) -> bool {
        (self.text(), self.input.cursor()) == (other.text(), other.input.cursor())
    }
}

impl Eq for Prompt {}

impl Prompt {
    /// A prompt that holds `text`, the cursor at its end.
    pub fn new(text: String) -> Self {
        Self { input: Input::new(text), ..Self::default() }
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Columns before the cursor.
    pub fn cursor(&self) -> usize {
        width(self.text().get(..self.cursor_byte()).unwrap_or_default())
    }

    /// Bytes before the cursor.
    pub fn cursor_byte(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Puts `text` in place of the bytes at `at`, the cursor behind it.
    pub fn replace(&mut self, at: std::ops::Range<usize>, text: &str) {
        let (before, after) = (self.text().get(..at.start), self.text().get(at.end..));
        let Some((before, after)) = before.zip(after) else { return };
        let cursor = before.chars().count() + text.chars().count();
        *self = Self::new(format!("{before}{text}{after}"));
        self.input.handle(InputRequest::SetCursor(cursor));
    }

    /// Empties it.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Puts in the one of `lines` that is so many `steps` further back, or on again to what was typed; says whether there
    /// is one. What stands there already is no other line.
    pub(in crate::app) fn recall(&mut self, lines: &[String], steps: isize) -> bool {
        let (mut back, typed) = match &self.recalled {
            Some(recalled) => (recalled.back, recalled.typed.clone()),
            None => (0, self.text().to_owned()),
        };
        let line = loop {
            let Some(to) = back.checked_add_signed(steps).filter(|to| *to <= lines.len()) else {
                return false;
            };
            back = to;
            let line = back.checked_sub(1).and_then(|last| lines.iter().rev().nth(last)).unwrap_or(&typed);
            if line != self.text() || back == 0 {
                break line.clone();
            }
        };
        *self = Self::new(line);
        self.recalled = (back > 0).then_some(Recalled { back, typed });
        true
    }

    /// Types pasted text, line breaks and controls made harmless: a paste is text, never a command. All at once, and no
    /// more than there is room for; says whether that was all.
    pub fn paste(&mut self, text: &str) -> bool {
        let taken = within(text, MOST);
        // A terminal sends what Enter sends; a line that ends with both has one end.
        let line = taken.replace("\r\n", "\n").replace('\r', "\n");
        let line = scrub(line.trim(), Breaks::Fold);
        let kept = within(&line, MOST.saturating_sub(self.text().len()));
        let at = self.cursor_byte();
        self.replace(at..at, kept);
        (taken.len(), kept.len()) == (text.len(), line.len())
    }

    /// Edits by a key; says whether the key was one for a prompt.
    pub fn edit(&mut self, key: Key) -> bool {
        let Some(edit) = edit(key) else { return false };
        // Where a terminal knows no pastes, one comes as keys.
        let is_full = matches!(edit, InputRequest::InsertChar(_)) && self.text().len() >= MOST;
        let response = if is_full { None } else { self.input.handle(edit) };
        if response.is_some_and(|changed| changed.value) {
            (self.recalled, self.chooses) = (None, false);
        }
        true
    }
}

/// Whether a key edits a line: then it means nothing else in a prompt.
pub(in crate::app) fn is_edit(key: Key) -> bool {
    edit(key).is_some()
}

/// What a key does to a line, as readline has it.
fn edit(key: Key) -> Option<InputRequest> {
    use InputRequest as Edit;
    if let Some(c) = key.typed() {
        return Some(Edit::InsertChar(c));
    }
    Some(match (key.code, key.ctrl, key.alt) {
        (Code::Home, ..) | (Code::Char('a'), true, false) => Edit::GoToStart,
        (Code::End, ..) | (Code::Char('e'), true, false) => Edit::GoToEnd,
        (Code::Left, false, false) | (Code::Char('b'), true, false) => Edit::GoToPrevChar,
        (Code::Right, false, false) | (Code::Char('f'), true, false) => Edit::GoToNextChar,
        (Code::Left, ..) | (Code::Char('b'), false, true) => Edit::GoToPrevWord,
        (Code::Right, ..) | (Code::Char('f'), false, true) => Edit::GoToNextWord,
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => Edit::DeletePrevChar,
        (Code::Backspace, ..) | (Code::Char('w'), true, false) => Edit::DeletePrevWord,
        (Code::Delete, false, false) | (Code::Char('d'), true, false) => Edit::DeleteNextChar,
        (Code::Delete, ..) | (Code::Char('d'), false, true) => Edit::DeleteNextWord,
        (Code::Char('k'), true, false) => Edit::DeleteTillEnd,
        _ => return None,
    })
}

/// The beginning of `text` that takes at most so many bytes, characters whole.
fn within(text: &str, most: usize) -> &str {
    (0..=most.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or_default()
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
        assert!(prompt.paste("a\nrm -rf\u{1b}[2J\r\n"));
        assert_eq!(prompt.text(), "a rm -rf␛[2J");
        // What Enter sends, what a file of Windows has, what others have; each is one blank.
        let mut prompt = Prompt::new("[]".to_owned());
        prompt.edit(Key::plain(Code::Left));
        assert!(prompt.paste("a\rb\r\nc\nd\re\u{3}"));
        assert_eq!((prompt.text(), prompt.cursor()), ("[a b c d e␃]", 11));
    }

    #[test]
    fn a_prompt_holds_so_much_and_no_more() {
        let mut prompt = Prompt::default();
        assert!(!prompt.paste(&"墙".repeat(100_000)), "and says so");
        assert_eq!(prompt.text().len(), 4095, "characters whole");
        assert!(!prompt.paste("ab"));
        for _ in 0..3 {
            assert!(prompt.edit("c".parse().expect("a key")));
        }
        assert!(prompt.text().len() == MOST && prompt.text().ends_with("墙a"));
        // Pictures of controls take more room than controls.
        let mut prompt = Prompt::default();
        assert!(!prompt.paste(&"\u{1b}".repeat(MOST)));
        assert_eq!(prompt.text(), "␛".repeat(MOST / 3));
        assert!(Prompt::default().paste(&"a".repeat(MOST)));
    }

    #[test]
    fn lines_come_back_and_what_was_typed_comes_after_them() {
        let lines = ["one", "two", "three"].map(str::to_owned);
        let mut prompt = Prompt::new("three".to_owned());
        let mut seen = Vec::new();
        for steps in [1, 1, 1, -1, -1, -1] {
            let is_there = prompt.recall(&lines, steps);
            seen.push((prompt.text().to_owned(), is_there));
        }
        // The last line stands there already.
        let expected =
            [("two", true), ("one", true), ("one", false), ("two", true), ("three", true), ("three", true)];
        assert_eq!(seen, expected.map(|(text, is_there)| (text.to_owned(), is_there)));
        assert!(!prompt.recall(&lines, -1), "nothing comes after what was typed");
        prompt.recall(&lines, 1);
        prompt.edit("!".parse().expect("a key"));
        assert!(!prompt.recall(&lines, -1) && prompt.text() == "two!", "a line that is changed is a new one");
        assert!(prompt.recall(&lines, 1) && prompt.text() == "three");
    }

    #[test]
    fn a_line_is_edited_by_the_keys_of_readline() {
        for (keys, expected) in [
            ("Home x", "x|one two"),
            ("Ctrl-a Delete End !", "ne two!|"),
            ("Ctrl-a Ctrl-d Ctrl-e !", "ne two!|"),
            ("Ctrl-b Ctrl-b Ctrl-f Ctrl-k", "one tw|"),
            ("Left Right Backspace Ctrl-h", "one t|"),
            ("Ctrl-w", "one |"),
            ("Alt-b Ctrl-Left Alt-f x", "one x|two"),
            ("Home Alt-d", "|two"),
            ("Home Ctrl-Delete", "|two"),
            ("Alt-Backspace Ctrl-Backspace", "|"),
        ] {
            let mut prompt = Prompt::new("one two".to_owned());
            for key in keys.split(' ') {
                assert!(prompt.edit(key.parse().expect("a key")), "{key}");
            }
            let (before, after) = prompt.text().split_at(prompt.cursor_byte());
            assert_eq!(format!("{before}|{after}"), expected, "{keys}");
        }
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
