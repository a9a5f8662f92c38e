//! Bytes of a text → line, column, and that line as it can be shown.

use std::ops::Range;

use crate::text::{self, Breaks};

/// A text and where its lines begin.
pub(super) struct SourceText<'t> {
    text: &'t str,
    /// Byte offsets; the first line begins after a byte order mark.
    lines: Vec<usize>,
}

/// One line of a text with a place in it, made fit to be shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Counted from 1.
    pub(super) line: usize,
    /// In characters, counted from 1.
    pub(super) column: usize,
    /// The line, scrubbed, and cut on both sides where it is very long.
    pub(super) text: String,
    /// The bytes of `text` to underline.
    pub(super) mark: Range<usize>,
}

impl<'t> SourceText<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let first = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let lines = std::iter::once(first)
            .chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1))
            .collect();
        Self { text, lines }
    }

    /// The line where `span` begins. A span of several lines is underlined to the end of its first: a
    /// string that is never closed would fill the screen, and says no more.
    pub(super) fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let index = self.lines.partition_point(|start| *start <= span.start).saturating_sub(1);
        let start = self.lines.get(index).copied().unwrap_or_default();
        let end = self.lines.get(index + 1).map_or(self.text.len(), |next| next - 1);
        let line = self.text.get(start..end).unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let from = floor(line, span.start.saturating_sub(start));
        let to = floor(line, span.end.saturating_sub(start)).max(from);
        let column = line.get(..from).unwrap_or_default().chars().count() + 1;
        let (text, mark) = clip(line, from..to);
        Excerpt { line: index + 1, column, text, mark }
    }
}

/// The nearest character boundary at or before `at`.
fn floor(line: &str, at: usize) -> usize {
    let at = at.min(line.len());
    (0..=at).rev().find(|at| line.is_char_boundary(*at)).unwrap_or_default()
}

/// `line` scrubbed and, where it is too wide for a terminal, cut around `mark` with `…` on the cut sides.
fn clip(line: &str, mark: Range<usize>) -> (String, Range<usize>) {
    /// Bytes, not columns: a bound that costs nothing to find, also in a line of many megabytes.
    const WHOLE: usize = 120;
    const BEFORE: usize = 40;
    const AFTER: usize = 80;
    let (mut start, mut end) = (0, line.len());
    if line.len() > WHOLE {
        start = if mark.start > BEFORE { floor(line, mark.start - BEFORE) } else { 0 };
        end = floor(line, mark.start.saturating_add(AFTER));
    }
    let shown = |range: Range<usize>| text::scrub(line.get(range).unwrap_or_default(), Breaks::Fold);
    let mut clipped = String::from(if start > 0 { "…" } else { "" });
    clipped.push_str(&shown(start..mark.start));
    let from = clipped.len();
    clipped.push_str(&shown(mark.start..mark.end.min(end)));
    let to = clipped.len();
    clipped.push_str(&shown(mark.end.min(end)..end));
    clipped.push_str(if end < line.len() { "…" } else { "" });
    (clipped, from..to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, span: Range<usize>, line: usize, column: usize, marked: &str) {
        let excerpt = SourceText::new(text).excerpt(&span);
        assert_eq!((excerpt.line, excerpt.column), (line, column), "{text:?}");
        assert_eq!(excerpt.text.get(excerpt.mark), Some(marked), "{text:?}");
    }

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        check("a = 1\nb = 2\n", 6..7, 2, 1, "b");
        check("墙 = 1", 4..5, 1, 3, "=");
        check("a", 1..1, 1, 2, "");
        check("a\n", 2..2, 2, 1, "");
        check("", 0..0, 1, 1, "");
    }

    #[test]
    fn windows_line_ends_and_a_byte_order_mark_take_no_column() {
        check("\u{FEFF}a = 1\r\nb = 2\r\n", 3..4, 1, 1, "a");
        check("\u{FEFF}a = 1\r\nb = 2\r\n", 10..11, 2, 1, "b");
        check("a = 1\r\nb", 4..8, 1, 5, "1");
        check("\u{FEFF}", 0..0, 1, 1, "");
    }

    #[test]
    fn spans_that_fit_no_text_are_moved_into_it() {
        check("墙", 1..2, 1, 1, "");
        check("ab", 7..9, 1, 3, "");
    }

    #[test]
    fn a_very_long_line_is_cut_on_both_sides_with_marks() {
        let line = format!("{}x{}", "墙".repeat(100), "门".repeat(100));
        let excerpt = SourceText::new(&line).excerpt(&(300..301));
        assert_eq!(excerpt.column, 101);
        assert_eq!(excerpt.text.get(excerpt.mark), Some("x"));
        assert!(excerpt.text.starts_with("…墙") && excerpt.text.ends_with("门…"));
        assert!(text::width(&excerpt.text) < 90);
    }
}
