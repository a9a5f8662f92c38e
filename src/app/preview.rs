//! An export before it is written: the very bytes, and the path they would go to.

use std::path::PathBuf;
use std::rc::Rc;

use super::Prompt;

/// What is about to be written, and where to.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The path, as typed.
    pub path: Prompt,
    /// The first line drawn.
    pub top: usize,
    /// How many milestones the text holds.
    pub count: usize,
    text: Rc<str>,
    /// Where each line of the text begins. Bytes.
    lines: Rc<[usize]>,
}

impl Preview {
    /// A preview of `text`, which holds `count` milestones, to be written to `path`.
    pub fn new(text: String, count: usize, path: String) -> Self {
        let begins = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let lines = begins.filter(|at| *at < text.len()).collect();
        Self { path: Prompt::new(path), top: 0, count, text: text.into(), lines }
    }

    /// Everything that would be written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines from `first` on, without their ends.
    pub fn lines_from(&self, first: usize) -> impl Iterator<Item = &str> {
        let begin = self.lines.get(first).copied().unwrap_or(self.text.len());
        self.text.get(begin..).unwrap_or_default().lines()
    }

    /// Where to write.
    pub fn target(&self) -> PathBuf {
        PathBuf::from(self.path.text())
    }

    /// Scrolls by `rows`, down or up, on a page of `height` rows.
    pub fn scroll(&mut self, rows: isize, height: usize) {
        self.top = self.top.saturating_add_signed(rows).min(self.len().saturating_sub(height));
    }
}
