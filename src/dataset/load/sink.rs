//! Where faults go while a dataset is read.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use crate::fault::{Fault, FaultCounts, Gathered};
use crate::text;

/// Collects faults. Shared by every table that is being read, hence the cells; nobody holds a borrow.
pub(super) struct Sink<'t> {
    text: &'t str,
    faults: RefCell<Gathered>,
    /// How many more spellings may be compared. See [`Sink::nearest`].
    comparisons: Cell<usize>,
}

impl<'t> Sink<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        /// About a second's worth.
        const COMPARISONS: usize = 1_000_000;
        Self { text, faults: RefCell::default(), comparisons: Cell::new(COMPARISONS) }
    }

    /// A sink for `text`, which is a part of this one's.
    pub(super) fn of_part(&self, text: &'t str) -> Self {
        Self { text, faults: RefCell::default(), comparisons: self.comparisons.clone() }
    }

    /// Takes over what came together in a sink for the part that begins at `base`.
    pub(super) fn take(&self, part: Self, base: usize) {
        self.comparisons.set(part.comparisons.get());
        self.gather(part.faults.into_inner(), base);
    }

    /// Whether anything that was reported is an error.
    pub(super) fn has_errors(&self) -> bool {
        self.counts().errors > 0
    }

    pub(super) fn report(&self, fault: Fault) {
        self.faults.borrow_mut().add(fault);
    }

    /// Adds what was gathered elsewhere, in a part of the text that begins at `base`.
    pub(super) fn gather(&self, faults: Gathered, base: usize) {
        self.faults.borrow_mut().take(faults, base);
    }

    /// Adds errors that are known to be there, and behind those that are shown.
    pub(super) fn count(&self, errors: usize) {
        self.faults.borrow_mut().count(errors);
    }

    /// How many faults were reported.
    pub(super) fn counts(&self) -> FaultCounts {
        self.faults.borrow().counts()
    }

    /// The bytes `span` as they stand in the file.
    pub(super) fn written(&self, span: &Range<usize>) -> &'t str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// The nearest to `word` of the candidates, of which there are at most `count`. A file with a hundred thousand ids and as many wrong references
    /// would be compared for hours; once a fixed number of comparisons is used up there is no more advice.
    pub(super) fn nearest<'c>(
        &self,
        word: &str,
        count: usize,
        candidates: impl Iterator<Item = &'c str>,
    ) -> Option<&'c str> {
        let left = self.comparisons.get().checked_sub(count)?;
        self.comparisons.set(left);
        text::nearest(word, candidates)
    }

    /// Every fault that was reported.
    pub(super) fn into_faults(self) -> Gathered {
        self.faults.into_inner()
    }
}

/// A range of a part of a text as one of the whole, in which the part begins at `base`.
pub(super) fn shifted(span: &Range<usize>, base: usize) -> Range<usize> {
    span.start + base..span.end + base
}
