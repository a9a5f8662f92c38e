//! An export before it is written: the very bytes, and the path they would go to.

use std::borrow::Cow;
use std::path::PathBuf;
use std::rc::Rc;

use super::Prompt;

/// What is about to be written, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The path, as typed.
    pub path: Prompt,
    /// The first line drawn.
    pub top: usize,
    /// How many milestones the text holds.
    pub count: usize,
    bytes: Rc<[u8]>,
    /// Where each line begins. Bytes.
    lines: Rc<[usize]>,
}

impl Preview {
    /// A preview of `bytes`, which hold `count` milestones, to be written to `path`.
    pub fn new(bytes: Vec<u8>, count: usize, path: String) -> Self {
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).filter(|at| *at < bytes.len()).collect();
        Self { path: Prompt::new(path), top: 0, count, bytes: bytes.into(), lines }
    }

    /// Everything that would be written.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
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
    pub fn lines_from(&self, first: usize) -> impl Iterator<Item = Cow<'_, str>> {
        (first..self.len()).map(|line| {
            let end = self.lines.get(line + 1).copied().unwrap_or(self.bytes.len());
            let line = self.bytes.get(self.lines[line]..end).unwrap_or_default();
            String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(line))
        })
    }

    /// Where to write.
    pub fn target(&self) -> PathBuf {
        PathBuf::from(self.path.text())
    }

    /// Scrolls by `lines`, down or up. How many lines a page shows depends on how they fold: only the last one
    /// stops it.
    pub fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.len().saturating_sub(1));
    }
}
