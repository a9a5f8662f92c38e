//! Many faults, of which the first are kept and all are counted.

use std::cmp::Reverse;
use std::fmt;
use std::ops::Range;

use super::{Fault, Severity};

/// Faults that are shown of one file. Whoever mends a hundred looks again; a file that is wrong in every line would
/// fill the memory with them, and then the terminal.
pub const MOST: usize = 100;

/// How many errors and warnings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FaultCounts {
    /// What keeps a dataset from being used.
    pub errors: usize,
    /// What does not.
    pub warnings: usize,
}

impl FaultCounts {
    /// Of these.
    pub fn of<'a>(faults: impl IntoIterator<Item = &'a Fault>) -> Self {
        let mut counts = Self::default();
        for fault in faults {
            *counts.of_severity(fault.severity) += 1;
        }
        counts
    }

    /// All of them.
    pub fn all(self) -> usize {
        self.errors + self.warnings
    }

    fn of_severity(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        }
    }
}

impl fmt::Display for FaultCounts {
    /// As compilers say it: `2 errors, 1 warning`; nothing for none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |count: usize, noun: &str| match count {
            0 => String::new(),
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        };
        let (errors, warnings) = (counted(self.errors, "error"), counted(self.warnings, "warning"));
        let comma = if errors.is_empty() || warnings.is_empty() { "" } else { ", " };
        write!(f, "{errors}{comma}{warnings}")
    }
}

/// Faults of one file as they come, in any order.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The first of the file, and perhaps as many behind them.
    errors: Vec<Fault>,
    /// Likewise. Apart, because no number of warnings may hide why a file does not load.
    warnings: Vec<Fault>,
    counts: FaultCounts,
}

impl Gathered {
    /// Adds one.
    pub fn add(&mut self, fault: Fault) {
        *self.counts.of_severity(fault.severity) += 1;
        self.keep(fault);
    }

    /// Adds errors of which nothing is known but that they are there, behind [`MOST`] others.
    pub fn count(&mut self, errors: usize) {
        self.counts.errors += errors;
    }

    /// Adds what was gathered in a part of the file, which begins at `base`.
    pub fn take(&mut self, part: Self, base: usize) {
        self.counts.errors += part.counts.errors;
        self.counts.warnings += part.counts.warnings;
        for mut fault in part.errors.into_iter().chain(part.warnings) {
            fault.span = moved(&fault.span, base);
            if let Some((span, _)) = &mut fault.also {
                *span = moved(span, base);
            }
            self.keep(fault);
        }
    }

    /// How many were added.
    pub fn counts(&self) -> FaultCounts {
        self.counts
    }

    /// The first [`MOST`] in file order, of two at one place the longer first, then as they were added. Where there are
    /// more, errors come before warnings into that number.
    pub fn into_first(self) -> Vec<Fault> {
        let Self { errors: mut first, mut warnings, .. } = self;
        trim(&mut first, MOST);
        trim(&mut warnings, MOST - first.len());
        first.append(&mut warnings);
        trim(&mut first, MOST);
        first
    }

    fn keep(&mut self, fault: Fault) {
        let kept = match fault.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        kept.push(fault);
        if kept.len() == 2 * MOST {
            trim(kept, MOST);
        }
    }
}

impl Extend<Fault> for Gathered {
    fn extend<I: IntoIterator<Item = Fault>>(&mut self, faults: I) {
        for fault in faults {
            self.add(fault);
        }
    }
}

/// The first `most` of them, in order.
fn trim(faults: &mut Vec<Fault>, most: usize) {
    faults.sort_by_key(|fault| (fault.span.start, Reverse(fault.span.end)));
    faults.truncate(most);
}

fn moved(span: &Range<usize>, base: usize) -> Range<usize> {
    span.start + base..span.end + base
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(faults: impl IntoIterator<Item = Fault>) -> Gathered {
        let mut gathered = Gathered::default();
        gathered.extend(faults);
        gathered
    }

    #[test]
    fn of_many_the_first_of_the_file_are_kept_whatever_their_order() {
        let at = |place: usize| Fault::error(place..place + 1, "wrong", "");
        let gathered = gathered((0..10_007).map(|nth| at(nth * 7 % 10_007)));
        assert_eq!(gathered.counts(), FaultCounts { errors: 10_007, warnings: 0 });
        assert!(gathered.errors.capacity() <= 4 * MOST, "the rest is counted, not kept");
        assert_eq!(gathered.into_first(), (0..MOST).map(at).collect::<Vec<_>>());
    }

    #[test]
    fn warnings_do_not_hide_an_error_behind_them() {
        let warnings = (0..500).map(|at| Fault::warning(at..at, "odd", ""));
        let gathered = gathered(warnings.chain([Fault::error(900..900, "wrong", "")]));
        assert_eq!(gathered.counts().to_string(), "1 error, 500 warnings");
        let first = gathered.into_first();
        assert_eq!((first.len(), first[98].span.start, first[99].message.as_str()), (MOST, 98, "wrong"));
    }

    #[test]
    fn what_a_part_counted_counts_and_stands_in_its_place() {
        let mut whole = gathered([Fault::error(900..901, "wrong", "")]);
        let also = Fault::error(0..1, "wrong", "").also(2..3, "here");
        whole.take(gathered((1..300).map(|at| Fault::error(at..at, "wrong", "")).chain([also])), 500);
        assert_eq!(whole.counts().all(), 301);
        let first = whole.into_first();
        assert_eq!(
            (first[0].span.clone(), first[0].also.clone()),
            (500..501, Some((502..503, "here".to_owned())))
        );
    }

    #[test]
    fn counts_are_said_as_compilers_say_them() {
        for (errors, warnings, expected) in
            [(0, 0, ""), (1, 0, "1 error"), (0, 2, "2 warnings"), (2, 1, "2 errors, 1 warning")]
        {
            assert_eq!(FaultCounts { errors, warnings }.to_string(), expected);
        }
    }
}
