//! What differs between two texts, line by line.

use similar::{Algorithm, DiffOp, capture_diff_slices, group_diff_ops};

/// Lines on both sides together that are compared one by one. Beyond, where the two have little in common, the time
/// grows with its square: all that lies between the first and the last difference is then one replacement.
const MOST: usize = 40_000;

/// A line of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// In both texts; shown for its neighbours' sake.
    Same(&'a str),
    /// In the old text only.
    Old(&'a str),
    /// In the new text only.
    New(&'a str),
    /// So many lines that are the same in both.
    Skipped(usize),
}

/// What differs, in order, each difference with up to `context` lines that are the same around it; nothing where the
/// texts are the same. Lines are compared without their ends.
pub fn differences<'a>(old: &'a str, new: &'a str, context: usize) -> Vec<Change<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let ops = if old.len() + new.len() > MOST {
        coarsely(&old, &new)
    } else {
        capture_diff_slices(Algorithm::Patience, &old, &new)
    };
    let mut changes = Vec::new();
    let mut seen = 0;
    for op in group_diff_ops(ops, context).into_iter().flatten() {
        let (before, after) = (op.old_range(), op.new_range());
        if before.start > seen {
            changes.push(Change::Skipped(before.start - seen));
        }
        seen = before.end;
        if matches!(op, DiffOp::Equal { .. }) {
            changes.extend(old[before].iter().copied().map(Change::Same));
        } else {
            changes.extend(old[before].iter().copied().map(Change::Old));
            changes.extend(new[after].iter().copied().map(Change::New));
        }
    }
    if !changes.is_empty() && seen < old.len() {
        changes.push(Change::Skipped(old.len() - seen));
    }
    changes
}

/// The same lines at both ends, and one replacement between them.
fn coarsely(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = old.iter().zip(new).take_while(same).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(same).count();
    let (old_len, new_len) = (old.len() - head - tail, new.len() - head - tail);
    let mut ops = vec![
        DiffOp::Equal { old_index: 0, new_index: 0, len: head },
        DiffOp::Replace { old_index: head, old_len, new_index: head, new_len },
        DiffOp::Equal { old_index: head + old_len, new_index: head + new_len, len: tail },
    ];
    ops.retain(|op| !(op.old_range().is_empty() && op.new_range().is_empty()));
    ops
}

#[cfg(test)]
mod tests {
    use super::Change::{New, Old, Same, Skipped};
    use super::*;

    #[test]
    fn a_difference_stands_among_its_neighbours() {
        let old = "a\nb\nc\nd\ne\nf\ng\n";
        let new = "a\nb\nc\nD\ne\nf\ng\n";
        assert_eq!(
            differences(old, new, 1),
            [Skipped(2), Same("c"), Old("d"), New("D"), Same("e"), Skipped(2)]
        );
        assert_eq!(differences(old, old, 1), []);
        assert_eq!(differences("", "a\n", 1), [New("a")]);
        assert_eq!(differences("a", "a\r\n", 1), []);
    }

    #[test]
    fn every_line_of_both_texts_is_told_or_counted() {
        let old = "墙\n1\n2\n3\n4\n5\n6\n门\n";
        let new = "1\n2\n3\nx\n4\n5\n6\n门\n门\n";
        let changes = differences(old, new, 1);
        let count = |side: fn(&Change<'_>) -> usize| changes.iter().map(side).sum::<usize>();
        let in_both = count(|change| match change {
            Same(_) => 1,
            Skipped(lines) => *lines,
            Old(_) | New(_) => 0,
        });
        let only = |wanted: fn(&Change<'_>) -> bool| changes.iter().filter(|change| wanted(change)).count();
        assert_eq!(in_both + only(|change| matches!(change, Old(_))), old.lines().count());
        assert_eq!(in_both + only(|change| matches!(change, New(_))), new.lines().count());
    }

    #[test]
    fn what_is_too_long_to_compare_is_replaced_as_a_whole() {
        let lines = |from: usize| {
            let lines: Vec<String> = (from..from + MOST).map(|n| n.to_string()).collect();
            format!("a\n{}\nz\n", lines.join("\n"))
        };
        let (old, new) = (lines(0), lines(MOST));
        let changes = differences(&old, &new, 0);
        assert_eq!((changes.first(), changes.last()), (Some(&Skipped(1)), Some(&Skipped(1))));
        assert_eq!(changes.len(), 2 * MOST + 2);
    }
}
