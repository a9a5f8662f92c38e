//! A page of text for a terminal.

use crate::export::words;
use crate::text::wrap;

/// Lines of at most so many columns.
pub(super) struct PlainPage {
    lines: Vec<String>,
    cols: usize,
}

impl PlainPage {
    pub(super) const fn new(cols: usize) -> Self {
        Self { lines: Vec::new(), cols }
    }

    pub(super) fn finish(self) -> Vec<String> {
        self.lines
    }

    /// A line as it is, however long: an address that is broken cannot be copied.
    pub(super) fn whole(&mut self, line: String) {
        self.lines.push(line);
    }

    /// Paragraphs, each after a blank line.
    pub(super) fn prose(&mut self, prose: &str) {
        for paragraph in words::paragraphs(prose) {
            self.gap();
            self.text(&paragraph, 0);
        }
    }

    /// A paragraph, wrapped, `indent` columns in. Nothing for nothing.
    pub(super) fn text(&mut self, text: &str, indent: usize) {
        if !text.trim().is_empty() {
            let lines = wrap(text.trim(), self.cols.saturating_sub(indent).max(1));
            self.lines.extend(lines.iter().map(|line| format!("{:indent$}{line}", "").trim_end().to_owned()));
        }
    }

    /// A blank line, but never two.
    pub(super) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    pub(super) fn section(&mut self, heading: &str, items: impl ExactSizeIterator<Item = String>) {
        if items.len() > 0 {
            self.gap();
            self.text(heading, 0);
            items.for_each(|item| self.text(&item, 2));
        }
    }
}
