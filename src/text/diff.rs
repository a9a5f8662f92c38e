//! What differs between two texts, line by line.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, InternedInput, Token};
use unicode_segmentation::UnicodeSegmentation;

/// A line of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffLine<'a> {
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
pub fn differences<'a>(old: &'a str, new: &'a str, context: usize) -> Vec<DiffLine<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut changes = Vec::new();
    // The lines of the old text that are told or counted.
    let mut seen = 0;
    let hunks = hunks(&old, &new);
    for (nth, hunk) in hunks.iter().enumerate() {
        let LineHunk { before, after } = hunk;
        let from = before.start.saturating_sub(context).max(seen);
        if from > seen {
            changes.push(DiffLine::Skipped(from - seen));
        }
        changes.extend(old[from..before.start].iter().copied().map(DiffLine::Same));
        changes.extend(old[before.clone()].iter().copied().map(DiffLine::Old));
        changes.extend(new[after.clone()].iter().copied().map(DiffLine::New));
        let next = hunks.get(nth + 1).map_or(old.len(), |next| next.before.start);
        seen = next.min(before.end.saturating_add(context));
        changes.extend(old[before.end..seen].iter().copied().map(DiffLine::Same));
    }
    if !changes.is_empty() && seen < old.len() {
        changes.push(DiffLine::Skipped(old.len() - seen));
    }
    changes
}

/// Lines on both sides together from which on a line that stands everywhere pairs with no other by itself.
const LONG: usize = 4_000;

/// A line that stands in a long text more often than this stands everywhere.
const OFTEN: u32 = 16;

/// What only one of the two has, and where, in order; by Myers' way with the bounds of GNU diff and git.
///
/// Those bounds do not help where a few lines stand everywhere: of two exports of 80,000 lines every other one is blank,
/// and to pair the blanks took 0.9 s. In a long text such a line is paired only beside a pair that is there.
fn hunks(old: &[&str], new: &[&str]) -> Vec<LineHunk> {
    let mut lines = InternedInput::default();
    lines.update_before(old.iter().copied());
    lines.update_after(new.iter().copied());
    if old.len() + new.len() > LONG {
        tell_apart_what_stands_everywhere(&mut lines);
    }
    let mut diff = Diff::compute(Algorithm::Myers, &lines);
    diff.postprocess_no_heuristic(&lines);
    let whole = |hunk: Hunk| LineHunk { before: range(&hunk.before), after: range(&hunk.after) };
    let hunks = diff.hunks().map(whole).map(|hunk| hunk.trimmed(old, new));
    hunks.filter(|hunk| !(hunk.before.is_empty() && hunk.after.is_empty())).collect()
}

/// Makes every place of a line that stands everywhere a line of its own.
fn tell_apart_what_stands_everywhere(lines: &mut InternedInput<&str>) {
    let kinds = lines.interner.num_tokens();
    let mut times = vec![0_u32; kinds as usize];
    for line in lines.before.iter().chain(&lines.after) {
        times[line.0 as usize] += 1;
    }
    let both = lines.before.iter_mut().chain(&mut lines.after);
    for (line, own) in both.filter(|line| times[line.0 as usize] > OFTEN).zip(kinds..) {
        *line = Token(own);
    }
}

/// Lines of the old text, and those of the new one in their place.
#[derive(Debug)]
struct LineHunk {
    before: Range<usize>,
    after: Range<usize>,
}

impl LineHunk {
    /// Without what is the same at its beginning and at its end.
    fn trimmed(self, old: &[&str], new: &[&str]) -> Self {
        let (old, new) = (&old[self.before.clone()], &new[self.after.clone()]);
        let same = |(a, b): &(&&str, &&str)| a == b;
        let head = old.iter().zip(new).take_while(same).count();
        let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(same).count();
        let inner = |of: Range<usize>| of.start + head..of.end - tail;
        Self { before: inner(self.before), after: inner(self.after) }
    }
}

fn range(of: &Range<u32>) -> Range<usize> {
    of.start as usize..of.end as usize
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

#[cfg(test)]
mod tests {
    use super::DiffLine::{New, Old, Same, Skipped};
    use proptest::prelude::*;

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
        let count = |side: fn(&DiffLine<'_>) -> usize| changes.iter().map(side).sum::<usize>();
        let in_both = count(|change| match change {
            Same(_) => 1,
            Skipped(lines) => *lines,
            Old(_) | New(_) => 0,
        });
        let only = |wanted: fn(&DiffLine<'_>) -> bool| changes.iter().filter(|change| wanted(change)).count();
        assert_eq!(in_both + only(|change| matches!(change, Old(_))), old.lines().count());
        assert_eq!(in_both + only(|change| matches!(change, New(_))), new.lines().count());
    }

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        fn a_difference_with_all_its_neighbours_is_both_texts(
            old in prop::collection::vec(0..9_u8, 0..40),
            new in prop::collection::vec(0..9_u8, 0..40),
            // Behind so many lines that are the same, both are long.
            same in prop::sample::select(&[0, LONG][..]),
        ) {
            let text = |lines: &[u8]| -> String {
                (0..same).map(|nth| format!("{}\n", nth / 3)).chain(lines.iter().map(|line| format!("{line}\n"))).collect()
            };
            let (old, new) = (text(&old), text(&new));
            let changes = differences(&old, &new, usize::MAX);
            let of = |side: fn(&DiffLine<'_>) -> bool| -> Vec<&str> {
                changes.iter().filter(|change| side(change)).filter_map(|change| match *change {
                    Same(line) | Old(line) | New(line) => Some(line),
                    Skipped(_) => None,
                }).collect()
            };
            if old == new {
                prop_assert!(changes.is_empty());
            } else {
                prop_assert_eq!(of(|it| matches!(it, Same(_) | Old(_))), old.lines().collect::<Vec<_>>());
                prop_assert_eq!(of(|it| matches!(it, Same(_) | New(_))), new.lines().collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn what_is_too_long_to_compare_is_replaced_as_a_whole() {
        let lines = |from: usize| {
            let lines: Vec<String> = (from..from + LONG).map(|n| n.to_string()).collect();
            format!("a\n{}\nz\n", lines.join("\n"))
        };
        let (old, new) = (lines(0), lines(LONG));
        let changes = differences(&old, &new, 0);
        assert_eq!((changes.first(), changes.last()), (Some(&Skipped(1)), Some(&Skipped(1))));
        assert_eq!(changes.len(), 2 * LONG + 2);
    }

    #[test]
    fn what_differs_at_both_ends_of_a_long_text_is_told_apart() {
        // Every other line stands once, as the lines of exports do.
        let text = |first: &str, last: &str| {
            let lines: Vec<String> = (0..30 * LONG).map(|n| format!("{n}\n\n")).collect();
            format!("{first}\n{}{last}\n", lines.concat())
        };
        let (old, new) = (text("a", "y"), text("b", "z"));
        let changes = differences(&old, &new, 0);
        assert_eq!(changes, [Old("a"), New("b"), Skipped(60 * LONG), Old("y"), New("z")]);
    }

    #[test]
    fn long_texts_are_compared_in_no_time_whatever_they_have_in_common() {
        let text = |line: fn(usize) -> usize| {
            let lines: Vec<String> = (0..15 * LONG).map(|n| line(n).to_string()).collect();
            lines.join("\n")
        };
        let old = text(|n| n);
        for line in [|n| n + 15 * LONG, |n| 15 * LONG - n, |n| n * 7 % 30_011, |n| n % 7] {
            let new = text(line);
            let changes = differences(&old, &new, 0);
            let told = |side: fn(&DiffLine<'_>) -> bool| changes.iter().filter(|change| side(change)).count();
            let same: usize = changes.iter().map(|it| if let Skipped(count) = it { *count } else { 0 }).sum();
            assert_eq!(told(|it| matches!(it, Old(_))) + same, 15 * LONG);
            assert_eq!(told(|it| matches!(it, New(_))) + same, 15 * LONG);
        }
    }
}
