//! What differs between two texts, line by line.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices, group_diff_ops};
use unicode_segmentation::UnicodeSegmentation;

/// Lines on both sides together that are compared with each other. Where two texts have little in common the time grows
/// with its square: what lies between lines that stand once in both is compared by itself, and is one replacement
/// where it is longer than this.
const MOST: usize = 2_000;

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
    let ops = ops(&old, &new);
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

/// Where two lines differ: the stretch in each between what both begin with and what both end with, whole words of
/// ASCII. Bytes.
pub fn changed<'a>(old: &'a str, new: &'a str) -> (Range<usize>, Range<usize>) {
    let head = alike(old.graphemes(true), new.graphemes(true));
    let (old_rest, new_rest) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = alike(old_rest.graphemes(true).rev(), new_rest.graphemes(true).rev());
    let in_word = |c: char| c.is_ascii_alphanumeric();
    let between = |line: &'a str| line.get(head..line.len() - tail).unwrap_or_default();
    let middles = [between(old), between(new)];
    let whole_head = old.get(..head).map_or(0, |head| head.trim_end_matches(in_word).len());
    let whole_tail = old.get(old.len() - tail..).map_or(0, |tail| tail.trim_start_matches(in_word).len());
    let head = if middles.iter().any(|middle| middle.starts_with(in_word)) { whole_head } else { head };
    let tail = if middles.iter().any(|middle| middle.ends_with(in_word)) { whole_tail } else { tail };
    (head..old.len() - tail, head..new.len() - tail)
}

/// Bytes of the clusters that both begin with.
fn alike<'a>(one: impl Iterator<Item = &'a str>, other: impl Iterator<Item = &'a str>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(cluster, _)| cluster.len()).sum()
}

/// Lines that are the same in both: where they begin in the one and in the other, and how many they are.
type Run = (usize, usize, usize);

/// What leads from `old` to `new`.
fn ops(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let mut ops = Vec::new();
    let (mut old_index, mut new_index) = (0, 0);
    for (old_next, new_next, len) in runs(old, new) {
        let (old_len, new_len) = (old_next - old_index, new_next - new_index);
        if old_len + new_len > 0 {
            ops.push(DiffOp::Replace { old_index, old_len, new_index, new_len });
        }
        if len > 0 {
            ops.push(DiffOp::Equal { old_index: old_next, new_index: new_next, len });
        }
        (old_index, new_index) = (old_next + len, new_next + len);
    }
    ops
}

/// All runs, as long as they can be, in order; the last is the end of both, and empty.
fn runs(old: &[&str], new: &[&str]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut add = |(at_old, at_new, len): Run| match runs.last_mut() {
        Some((a, b, before)) if (*a + *before, *b + *before) == (at_old, at_new) => *before += len,
        _ => runs.push((at_old, at_new, len)),
    };
    let (mut from_old, mut from_new) = (0, 0);
    for (to_old, to_new) in anchors(old, new) {
        let (old, new) = (&old[from_old..to_old], &new[from_new..to_new]);
        let (head, tail) = if old.len() + new.len() > MOST { same_ends(old, new) } else { (0, 0) };
        add((from_old, from_new, head));
        let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
        if old.len() + new.len() <= MOST {
            for op in capture_diff_slices(Algorithm::Patience, old, new) {
                if let DiffOp::Equal { old_index, new_index, len } = op {
                    add((from_old + head + old_index, from_new + head + new_index, len));
                }
            }
        }
        add((to_old - tail, to_new - tail, tail));
        (from_old, from_new) = (to_old, to_new);
    }
    add((old.len(), new.len(), 0));
    runs
}

/// How many lines are the same at the beginning, and how many at the end.
fn same_ends(old: &[&str], new: &[&str]) -> (usize, usize) {
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = old.iter().zip(new).take_while(same).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(same).count();
    (head, tail)
}

/// Places of lines that stand once in both texts, as many as keep their order; at last the end of both.
fn anchors(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let end = (old.len(), new.len());
    if old.len() + new.len() <= MOST {
        return vec![end];
    }
    let places = once(new);
    let mut pairs: Vec<(usize, usize)> =
        once(old).into_iter().filter_map(|(line, place)| Some((place, *places.get(line)?))).collect();
    pairs.sort_unstable();
    // The longest sequence that rises: for each length the pair that ends one lowest, and the pair before each.
    let (mut lowest, mut before) = (Vec::<usize>::new(), Vec::with_capacity(pairs.len()));
    for (nth, (_, place)) in pairs.iter().enumerate() {
        let length = lowest.partition_point(|end| pairs[*end].1 < *place);
        before.push(length.checked_sub(1).map(|shorter| lowest[shorter]));
        match lowest.get_mut(length) {
            Some(end) => *end = nth,
            None => lowest.push(nth),
        }
    }
    let last = lowest.last().copied();
    let mut found: Vec<_> = std::iter::successors(last, |nth| before[*nth]).map(|nth| pairs[nth]).collect();
    found.reverse();
    found.push(end);
    found
}

/// The places of lines that stand once in a text.
fn once<'a>(lines: &[&'a str]) -> HashMap<&'a str, usize> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        places.entry(line).and_modify(|place| *place = None).or_insert(Some(place));
    }
    places.into_iter().filter_map(|(line, place)| Some((line, place?))).collect()
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
    fn what_changed_in_a_line_is_found_in_whole_words() {
        for (old, new, in_old, in_new) in [
            ("took 90 million yuan", "took 9 billion yuan", "90 million", "9 billion"),
            ("on 9 September", "on 10 September", "9", "10"),
            ("墙与门。", "墙和门。", "与", "和"),
            ("cafe\u{301} open", "café open", "cafe\u{301}", "café"),
            ("aa", "aaa", "aa", "aaa"),
            ("a b", "a  b", "", " "),
            ("", "new", "", "new"),
        ] {
            let (from, to) = changed(old, new);
            assert_eq!((old.get(from), new.get(to)), (Some(in_old), Some(in_new)), "{old} → {new}");
        }
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

    #[test]
    fn what_differs_at_both_ends_of_a_long_text_is_told_apart() {
        // Every other line stands once, as the lines of exports do.
        let text = |first: &str, last: &str| {
            let lines: Vec<String> = (0..30 * MOST).map(|n| format!("{n}\n\n")).collect();
            format!("{first}\n{}{last}\n", lines.concat())
        };
        let (old, new) = (text("a", "y"), text("b", "z"));
        let changes = differences(&old, &new, 0);
        assert_eq!(changes, [Old("a"), New("b"), Skipped(60 * MOST), Old("y"), New("z")]);
    }

    #[test]
    fn long_texts_are_compared_in_no_time_whatever_they_have_in_common() {
        let text = |line: fn(usize) -> usize| {
            let lines: Vec<String> = (0..15 * MOST).map(|n| line(n).to_string()).collect();
            lines.join("\n")
        };
        let old = text(|n| n);
        for line in [|n| n + 15 * MOST, |n| 15 * MOST - n, |n| n * 7 % 30_011, |n| n % 7] {
            let new = text(line);
            let changes = differences(&old, &new, 0);
            let told = |side: fn(&Change<'_>) -> bool| changes.iter().filter(|change| side(change)).count();
            let same: usize = changes.iter().map(|it| if let Skipped(count) = it { *count } else { 0 }).sum();
            assert_eq!(told(|it| matches!(it, Old(_))) + same, 15 * MOST);
            assert_eq!(told(|it| matches!(it, New(_))) + same, 15 * MOST);
        }
    }
}
