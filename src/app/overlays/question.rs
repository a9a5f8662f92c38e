//! The question whether to replace a file, and what that would change in it.

use crate::words::QuestionWords;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use crate::app::core::scroll::{FirstRow, Lines, Screen};
use crate::text::{Breaks, DiffLine, changed, differences, scrub};

/// Lines that are the same around each difference.
const CONTEXT: usize = 2;

/// Lines that are looked at for the one that a line became.
const CANDIDATES: usize = 16;

/// What of a line is shown: that of an old file may be as long as the file.
const LONGEST: usize = 4_000;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Whether yes is chosen.
    pub yes: bool,
    /// The first row of the difference drawn.
    pub top: FirstRow,
    difference: Rc<FileDifference>,
}

/// What replacing a file would change.
#[derive(Debug, PartialEq, Eq)]
struct FileDifference {
    /// What the file holds, where that is known.
    old: Option<Rc<[u8]>>,
    /// How much, or why that is not shown.
    summary: String,
    lines: Vec<ComparedLine>,
}

/// A line of a difference.
#[derive(Debug, PartialEq, Eq)]
struct ComparedLine {
    side: DiffSide,
    text: String,
    /// What is another in the line that it replaces, or is replaced by: bytes of the text. Empty where that would be all
    /// of it, or where there is no such line.
    changed: Range<usize>,
}

impl ComparedLine {
    fn new(side: DiffSide, text: String) -> Self {
        Self { side, text, changed: 0..0 }
    }
}

/// Where a line of a difference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffSide {
    /// In both files.
    Both,
    /// In the old file only.
    Old,
    /// In the new one only.
    New,
    /// In both, and not shown: the text says how many of them.
    Skipped,
}

impl Question {
    /// The question whether `new` is to replace `old`, which is `None` where it is not known. No is chosen.
    pub(in crate::app) fn new(old: Option<&[u8]>, new: &[u8], say: &QuestionWords) -> Self {
        let new = String::from_utf8_lossy(new);
        let lines = match old.map(std::str::from_utf8) {
            None => Err(say.unreadable),
            Some(Err(_)) => Err(say.no_text),
            Some(Ok(old)) => match differences(old, &new, CONTEXT) {
                changes if changes.is_empty() => Err(say.only_line_ends),
                changes => Ok(compared(changes.into_iter().map(|change| line(change, say)).collect())),
            },
        };
        let old_bytes = old.map(Rc::from);
        let difference = match lines {
            Ok(lines) => FileDifference { old: old_bytes, summary: counted(&lines, say), lines },
            Err(why) => FileDifference { old: old_bytes, summary: why.to_owned(), lines: Vec::new() },
        };
        Self { yes: false, top: FirstRow::default(), difference: Rc::new(difference) }
    }

    /// What the reader was shown of the file; `None` where nothing could be.
    pub(in crate::app) fn old(&self) -> Option<Rc<[u8]>> {
        self.difference.old.clone()
    }

    /// How much would change, or why that is not shown.
    pub fn summary(&self) -> &str {
        &self.difference.summary
    }

    /// Where a line stands.
    pub fn side(&self, line: usize) -> DiffSide {
        self.lines().get(line).map_or(DiffSide::Both, |line| line.side)
    }

    /// What changed in a line, where it is not all of it. Bytes.
    pub fn changed(&self, line: usize) -> Range<usize> {
        self.lines().get(line).map_or(0..0, |line| line.changed.clone())
    }

    /// Scrolls by so many rows, down or up.
    pub(in crate::app) fn scroll(&mut self, steps: isize, screen: Screen) {
        self.top = self.top.moved(steps, self, screen);
    }

    fn lines(&self) -> &[ComparedLine] {
        &self.difference.lines
    }
}

impl Lines for Question {
    fn len(&self) -> usize {
        self.lines().len()
    }

    fn line(&self, line: usize) -> Cow<'_, str> {
        self.lines().get(line).map_or(Cow::Borrowed(""), |line| Cow::Borrowed(line.text.as_str()))
    }
}

/// The same lines, each that replaces another one compared with it.
fn compared(mut lines: Vec<ComparedLine>) -> Vec<ComparedLine> {
    let mut runs: Vec<&mut [ComparedLine]> = lines.chunk_by_mut(|one, next| one.side == next.side).collect();
    for place in 1..runs.len() {
        let (before, after) = runs.split_at_mut(place);
        let (Some(old), Some(new)) = (before.last_mut(), after.first_mut()) else { continue };
        let sides = (old.first().map(|line| line.side), new.first().map(|line| line.side));
        if sides != (Some(DiffSide::Old), Some(DiffSide::New)) {
            continue;
        }
        let mut next = 0;
        for old in old.iter_mut() {
            let mut candidates = new.iter_mut().enumerate().skip(next).take(CANDIDATES);
            let became = candidates.find_map(|(place, new)| {
                let (in_old, in_new) = changed(&old.text, &new.text);
                let is_same = in_old.len() * 2 <= old.text.len() && in_new.len() * 2 <= new.text.len();
                is_same.then(|| {
                    (old.changed, new.changed) = (in_old, in_new);
                    place
                })
            });
            next = became.map_or(next, |place| place + 1);
        }
    }
    lines
}

/// How many lines are new and gone.
fn counted(lines: &[ComparedLine], say: &QuestionWords) -> String {
    let count = |side| lines.iter().filter(|line| line.side == side).count();
    (say.new_and_gone)(count(DiffSide::New), count(DiffSide::Old))
}

/// A line of a file that anybody may have written, harmless.
fn line(change: DiffLine<'_>, say: &QuestionWords) -> ComparedLine {
    let (side, text) = match change {
        DiffLine::Same(text) => (DiffSide::Both, text),
        DiffLine::Old(text) => (DiffSide::Old, text),
        DiffLine::New(text) => (DiffSide::New, text),
        DiffLine::Skipped(count) => {
            return ComparedLine::new(DiffSide::Skipped, (say.same_lines)(count));
        }
    };
    let cut = text.char_indices().nth(LONGEST).map(|(at, _)| at);
    // A byte order mark is not drawn, but it is a difference.
    let shown = text.get(..cut.unwrap_or(text.len())).unwrap_or_default().replace('\u{FEFF}', "<U+FEFF>");
    let shown = scrub(&shown, Breaks::Fold).into_owned();
    ComparedLine::new(side, if cut.is_some() { (say.goes_on)(&shown) } else { shown })
}
