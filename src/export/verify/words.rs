//! What a text says, however it is written; and how much of it another one says as well.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

/// Thousandths: texts that have half of their words in common are one text, edited. By pairs of letters, any two
/// paragraphs of English would be.
pub(super) const ALIKE: usize = 500;

/// The words of these lines. Where they break, how they are indented and what a list has for bullets is left out, and so
/// is the length of the line under the names of a table's columns.
pub(super) fn words<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let text = |line: &&'a str| {
        let line = line.trim_start();
        bullet(line).unwrap_or(line)
    };
    let is_rule = |word: &str| word.len() > 2 && word.chars().all(|c| c == '-');
    let words = lines.iter().map(text).flat_map(str::split_whitespace);
    words.map(|word| if is_rule(word) { "---" } else { word }).collect()
}

/// What stands behind the bullet of an item; our own is `-`.
pub(super) fn bullet(line: &str) -> Option<&str> {
    ["- ", "* ", "+ "].into_iter().find_map(|bullet| line.strip_prefix(bullet))
}

/// Whether they have at least half of their words in common.
pub fn are_alike(old: &str, new: &str) -> bool {
    likeness(&[old], &[new]) >= ALIKE
}

/// How much of their words they have in common, in thousandths; all of them where there are none. Of Chinese each
/// character is one. 0 where one has so many more that they cannot be [`ALIKE`].
pub(super) fn likeness(old: &[&str], new: &[&str]) -> usize {
    if !are_of_one_size(&mut all_words(old), &mut all_words(new)) {
        return 0;
    }
    let mut left: HashMap<&str, usize> = HashMap::new();
    let (mut all, mut shared) = (0, 0);
    for word in all_words(old) {
        *left.entry(word).or_default() += 1;
        all += 1;
    }
    for word in all_words(new) {
        all += 1;
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    (shared * 2_000_usize).checked_div(all).unwrap_or(1_000)
}

fn all_words<'a>(lines: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    lines.iter().flat_map(|line| line.unicode_words())
}

/// Whether neither has more than three times the words of the other: with more than that they have less than half in
/// common. Nothing is counted to its end that is longer: each line of a text may be compared with one that holds them
/// all.
fn are_of_one_size<'a>(
    old: &mut dyn Iterator<Item = &'a str>,
    new: &mut dyn Iterator<Item = &'a str>,
) -> bool {
    let mut both: usize = 0;
    loop {
        // One word of the longer one is taken already.
        let may_follow = |both: usize| (2 * both).checked_sub(1);
        match (old.next(), new.next()) {
            (Some(_), Some(_)) => both += 1,
            (None, None) => return true,
            (Some(_), None) => return may_follow(both).is_some_and(|most| old.nth(most).is_none()),
            (None, Some(_)) => return may_follow(both).is_some_and(|most| new.nth(most).is_none()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_bullets_and_dashes_are_no_words() {
        let [old, new] = [["- a  b", "  c", "| --- |"], ["* a", "b c", "| ------ |"]];
        assert_eq!(words(&old), words(&new));
        for other in [["- a", "b c d", "| --- |"], ["a b", "c", "| |"], ["b a", "c", "| --- |"]] {
            assert_ne!(words(&old), words(&other));
        }
    }

    #[test]
    fn what_is_far_longer_is_not_read_to_its_end() {
        let read = std::cell::Cell::new(0);
        let mut endless = std::iter::repeat("a").inspect(|_| read.set(read.get() + 1));
        assert!(!are_of_one_size(&mut "a b c".split(' '), &mut endless));
        assert_eq!(read.get(), 10);
    }

    #[test]
    fn texts_are_alike_by_their_words() {
        for (old, new, expected) in [
            ("", "", 1_000),
            ("a", "", 0),
            ("a", "a b c", 500),
            ("a", "a b c d", 0),
            ("a b c d e", "a", 0),
            ("It was shut.", "It was shut", 1_000),
            ("The gate was shut at noon", "The gate was open at noon", 833),
            ("微信关门", "微信开门", 750),
            ("a a b", "a c d", 333),
        ] {
            assert_eq!(likeness(&[old], &[new]), expected, "{old:?} {new:?}");
        }
    }
}
