//! How far a text is scrolled whose lines are longer than the screen is wide. It goes by rows of the screen, not by
//! lines: the end of a line that fills more than a screen would never come into sight.

use std::borrow::Cow;

use crate::text::{Ambiguous, line_pieces, with_ambiguous};

/// A text in lines, each folded to the width that there is.
pub trait Lines {
    /// How many lines it has.
    fn len(&self) -> usize;

    /// Whether it has none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One of them, without its end.
    fn line(&self, line: usize) -> Cow<'_, str>;
}

/// Where the text is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// How many rows of it are seen.
    pub rows: usize,
    /// How long a row may be.
    pub cols: usize,
    /// How wide ambiguous characters are drawn there.
    pub ambiguous: Ambiguous,
}

/// The first row drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FirstRow {
    /// The line.
    pub line: usize,
    /// Where in it the row begins. Bytes.
    pub at: usize,
}

impl FirstRow {
    /// So many `steps` further down or up, as far as rows come into sight; all the way with the most that there can
    /// be.
    #[must_use]
    pub fn moved(self, steps: isize, text: &impl Lines, screen: Screen) -> Self {
        with_ambiguous(screen.ambiguous, || self.moved_by_rows(steps, text, (screen.rows, screen.cols)))
    }

    fn moved_by_rows(self, steps: isize, text: &impl Lines, (rows, cols): (usize, usize)) -> Self {
        if steps == isize::MIN {
            return Self::default();
        }
        // Where a screen full of lines is left below, there is no need to know how the last ones are folded.
        let furthest = self.line.saturating_add(steps.max(0).unsigned_abs());
        let last = (furthest.saturating_add(rows) > text.len()).then(|| last(text, rows, cols));
        if steps == isize::MAX {
            return last.unwrap_or(self);
        }
        let mut place = self;
        for _ in 0..steps.unsigned_abs() {
            let next = if steps > 0 { place.below(text, cols) } else { place.above(text, cols) };
            match next {
                Some(next) if steps < 0 || last.is_none_or(|last| next <= last) => place = next,
                _ => break,
            }
        }
        last.map_or(place, |last| place.min(last))
    }

    fn below(self, text: &impl Lines, cols: usize) -> Option<Self> {
        let line = text.line(self.line);
        let row = line.get(self.at..).and_then(|rest| line_pieces(rest, cols).next()).map_or(0, str::len);
        if self.at + row < line.len() {
            return Some(Self { at: self.at + row, ..self });
        }
        (self.line + 1 < text.len()).then(|| Self { line: self.line + 1, at: 0 })
    }

    fn above(self, text: &impl Lines, cols: usize) -> Option<Self> {
        if self.at > 0 {
            let rows = rows_of(&text.line(self.line), cols);
            return rows.into_iter().rfind(|at| *at < self.at).map(|at| Self { at, ..self });
        }
        let line = self.line.checked_sub(1)?;
        Some(Self { line, at: rows_of(&text.line(line), cols).pop().unwrap_or(0) })
    }
}

/// The first row of the last screen.
fn last(text: &impl Lines, rows: usize, cols: usize) -> FirstRow {
    let mut left = rows.max(1);
    for line in (0..text.len()).rev() {
        let begins = rows_of(&text.line(line), cols);
        if let Some(at) = begins.len().checked_sub(left).and_then(|first| begins.get(first)) {
            return FirstRow { line, at: *at };
        }
        left -= begins.len();
    }
    FirstRow::default()
}

/// Where each row of a line begins.
fn rows_of(line: &str, cols: usize) -> Vec<usize> {
    let mut next = 0;
    let begin = |row: &str| {
        next += row.len();
        next - row.len()
    };
    line_pieces(line, cols).map(begin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Text(&'static [&'static str]);

    impl Lines for Text {
        fn len(&self) -> usize {
            self.0.len()
        }

        fn line(&self, line: usize) -> Cow<'_, str> {
            self.0[line].into()
        }
    }

    #[test]
    fn every_row_of_a_long_line_comes_into_sight() {
        let text = Text(&["a", "0123456789", "", "墙墙墙", "z"]);
        let screen = Screen { rows: 2, cols: 4, ..Screen::default() };
        let mut place = FirstRow::default();
        let mut seen = Vec::new();
        for _ in 0..10 {
            seen.push((place.line, place.at));
            place = place.moved(1, &text, screen);
        }
        assert_eq!(seen[..7], [(0, 0), (1, 0), (1, 4), (1, 8), (2, 0), (3, 0), (3, 6)]);
        assert_eq!(seen[7..], [(3, 6); 3], "it stops where the last row is in sight");
        for expected in seen[..6].iter().rev() {
            place = place.moved(-1, &text, screen);
            assert_eq!((place.line, place.at), *expected);
        }
        assert_eq!(FirstRow::default().moved(isize::MAX, &text, screen), FirstRow { line: 3, at: 6 });
        assert_eq!(FirstRow { line: 3, at: 6 }.moved(isize::MIN, &text, screen), FirstRow::default());
        assert_eq!(
            FirstRow { line: 4, at: 0 }.moved(0, &text, Screen { rows: 100, ..screen }),
            FirstRow::default(),
            "all of it fits"
        );
        assert_eq!(FirstRow::default().moved(isize::MAX, &Text(&[]), screen), FirstRow::default());
    }
}
