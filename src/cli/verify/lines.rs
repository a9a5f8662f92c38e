//! Lines that differ, as a reader can see what changed in them.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use crate::export::verify::are_alike;
use crate::text::{DiffLine, changed, differences, ellipsize, width};

/// Columns of a line that is shown whole.
const WHOLE: usize = 100;

/// Columns on either side of what changed in a longer one.
const AROUND: usize = 40;

/// Columns of a line that has no other to be told apart from.
const LONGEST: usize = 1_000;

/// Lines of one change that are looked at for the one that a line became.
const MOST: usize = 16;

/// What differs, a line each: `- ` and `+ ` before what is in one only, and up to `context` lines around it.
pub(super) fn changes(old: &[&str], new: &[&str], context: usize) -> Vec<String> {
    let (old, new) = (old.join("\n"), new.join("\n"));
    let mut lines = Vec::new();
    let (mut gone, mut added) = (Vec::new(), Vec::new());
    // Nothing is skipped at the end: it ends what changed before.
    for change in differences(&old, &new, context).into_iter().chain([DiffLine::Skipped(0)]) {
        match change {
            DiffLine::Old(text) => gone.push(text),
            DiffLine::New(text) => added.push(text),
            DiffLine::Same(_) | DiffLine::Skipped(_) => {
                pair(std::mem::take(&mut gone), std::mem::take(&mut added), &mut lines);
                // A blank neighbour says nothing of the place.
                if let DiffLine::Same(text) = change
                    && !text.is_empty()
                {
                    lines.push(format!("    {text}"));
                }
            }
        }
    }
    lines
}

/// Each line that is gone, behind it the one that it became.
fn pair(gone: Vec<&str>, mut added: Vec<&str>, lines: &mut Vec<String>) {
    for old in gone {
        let is_it = |new: &&str| are_alike(old, new) || look_the_same(old, new);
        match added.iter().take(MOST).position(is_it) {
            Some(place) => {
                let [old, new] = told_apart(old, added.remove(place));
                lines.extend([format!("  - {old}"), format!("  + {new}")]);
            }
            None => lines.push(format!("  - {}", seen(old))),
        }
    }
    lines.extend(added.into_iter().map(|new| format!("  + {}", seen(new))));
}

/// A line of nothing but blanks would not be seen, and one that holds a whole text would be all that is.
fn seen(line: &str) -> Cow<'_, str> {
    match ellipsize(line, LONGEST, "…") {
        line if line.trim().is_empty() => Cow::Borrowed("(blank)"),
        line => line,
    }
}

/// Two lines, one of which became the other: where they are long, what changed with some words around it.
fn told_apart<'a>(old: &'a str, new: &'a str) -> [Cow<'a, str>; 2] {
    let lines = if look_the_same(old, new) {
        [old, new].map(|line| Cow::Owned(with_blanks_shown(line)))
    } else {
        [old, new].map(Cow::Borrowed)
    };
    if lines.iter().all(|line| width(line) <= WHOLE) {
        return lines;
    }
    let [old, new] = &lines;
    let (in_old, in_new) = changed(old, new);
    [(old, in_old), (new, in_new)].map(|(line, changed)| {
        let part = |range: std::ops::Range<usize>| line.get(range).unwrap_or_default();
        let (before, after) = (part(0..changed.start), part(changed.end..line.len()));
        Cow::Owned(format!("{}{}{}", end(before), part(changed), beginning(after)))
    })
}

/// The last words of what stands before a change.
fn end(text: &str) -> String {
    let mut used = 0;
    let fits = |cluster: &&str| {
        used += width(cluster);
        used <= AROUND
    };
    let kept: usize = text.graphemes(true).rev().take_while(fits).map(str::len).sum();
    if kept == text.len() {
        return text.to_owned();
    }
    let kept = text.get(text.len() - kept..).unwrap_or_default();
    // Cut at a blank, unless too little would be left, as of a long address or of Chinese.
    let at_blank = kept.find(' ').filter(|at| at * 2 < kept.len()).unwrap_or(0);
    format!("…{}", kept.get(at_blank..).unwrap_or_default())
}

/// The first words of what stands behind a change.
fn beginning(text: &str) -> String {
    let mut used = 0;
    let fits = |cluster: &&str| {
        used += width(cluster);
        used <= AROUND
    };
    let kept: usize = text.graphemes(true).take_while(fits).map(str::len).sum();
    if kept == text.len() {
        return text.to_owned();
    }
    let kept = text.get(..kept).unwrap_or_default();
    let at_blank = kept.rfind(' ').filter(|at| at * 2 > kept.len()).map_or(kept.len(), |at| at + 1);
    format!("{}…", kept.get(..at_blank).unwrap_or_default())
}

/// Whether no reader could tell them apart: only blanks differ, what takes no column, or how an accent is put on its
/// letter.
fn look_the_same(old: &str, new: &str) -> bool {
    let [old, new] = [old, new].map(|line| line.nfc().filter(|c| !is_unseen(*c)));
    old.eq(new)
}

fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.width().is_none_or(|cols| cols == 0)
}

/// `a·b` for a blank, and the number of every other character that is not seen.
fn with_blanks_shown(line: &str) -> String {
    let mut shown = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            ' ' => shown.push('·'),
            // Writing to a string cannot fail.
            c if is_unseen(c) => drop(write!(shown, "<U+{:04X}>", u32::from(c))),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "Douyin asked the Beijing Intellectual Property Court to end the sharing ban in WeChat and QQ, \
                        with 90 million yuan in damages; the case was accepted on 7 February of that year, at last.";

    #[track_caller]
    fn check(old: &str, new: &str, expected: [&str; 2]) {
        assert_eq!(told_apart(old, new), expected);
    }

    #[test]
    fn of_long_lines_what_changed_is_shown_among_some_words() {
        check("short", "shorter", ["short", "shorter"]);
        check(
            LONG,
            &LONG.replace("90 million", "80 million"),
            [
                "… the sharing ban in WeChat and QQ, with 90 million yuan in damages; the case was …",
                "… the sharing ban in WeChat and QQ, with 80 million yuan in damages; the case was …",
            ],
        );
        check(
            LONG,
            &LONG.replace("at last", "in the end"),
            [
                "… accepted on 7 February of that year, at last.",
                "… accepted on 7 February of that year, in the end.",
            ],
        );
        check(
            LONG,
            &LONG.replace(" with 90 million yuan in damages;", ""),
            [
                "… end the sharing ban in WeChat and QQ, with 90 million yuan in damages; the case was accepted on 7 February of …",
                "… end the sharing ban in WeChat and QQ, the case was accepted on 7 February of …",
            ],
        );
    }

    #[test]
    fn no_character_is_cut() {
        let chinese = "微信支付接入淘宝，".repeat(20);
        check(
            &format!("{chinese}甲{chinese}"),
            &format!("{chinese}乙{chinese}"),
            [
                "…宝，微信支付接入淘宝，微信支付接入淘宝，甲微信支付接入淘宝，微信支付接入淘宝，微信…",
                "…宝，微信支付接入淘宝，微信支付接入淘宝，乙微信支付接入淘宝，微信支付接入淘宝，微信…",
            ],
        );
        // An accent of its own belongs to its letter.
        let long = "a".repeat(200);
        let [old, new] = [format!("{long}e\u{301}{long}"), format!("{long}e\u{302}{long}")];
        let [old, new] = told_apart(&old, &new);
        assert!(old.contains("ae\u{301}a") && new.contains("ae\u{302}a"), "{old}");
    }

    #[test]
    fn what_looks_the_same_is_shown_by_its_blanks() {
        check("a b", "a\u{a0}b", ["a·b", "a<U+00A0>b"]);
        check("a b", "a b ", ["a·b", "a·b·"]);
        check("ab", "a\u{200b}b", ["ab", "a<U+200B>b"]);
        check("\u{e9}", "e\u{301}", ["\u{e9}", "e<U+0301>"]);
        assert_eq!(changes(&["x", "", "y"], &["x", "y"], 0), ["  - (blank)"]);
    }

    #[test]
    fn a_line_stands_before_the_one_that_it_became() {
        assert_eq!(
            changes(&["one two three", "alone"], &["other", "one two four", "more"], 0),
            ["  - one two three", "  + one two four", "  - alone", "  + other", "  + more"]
        );
    }
}
