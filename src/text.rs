//! Text as a terminal shows it: its width in columns, cut with a mark, broken into lines, scrubbed of
//! what would act on the terminal, compared folded, and with what was probably meant.
//!
//! [`width`] is the one width function. Whatever is aligned, cut or wrapped is measured with it, and drawn so.

mod address;
mod cells;
mod diff;
mod fold;
mod wrap;

pub use address::is_web_address;
pub use cells::{Ambiguous, Drawn, cells, is_plain, is_seen, is_sure, is_wide, width, with_ambiguous};
pub use diff::{DiffLine, changed, differences};
pub use fold::{find_folded, fold, fold_onto, halfwidth};
#[cfg(test)]
pub(crate) use wrap::count::counting_wraps;
pub use wrap::{line_pieces, wrap};

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// `text` in at most `cols` columns, its end replaced by `mark` (such as `…`) where it does not fit.
///
/// Cuts between grapheme clusters, so the result may be one column short of `cols` beside a wide character.
/// Where not even the mark fits, the result is empty.
pub fn ellipsize<'a>(text: &'a str, cols: usize, mark: &str) -> Cow<'a, str> {
    if width(text) <= cols {
        return Cow::Borrowed(text);
    }
    let Some(room) = cols.checked_sub(width(mark)) else { return Cow::Borrowed("") };
    let mut used = 0;
    let is_over = |(_, cluster): &(usize, &str)| {
        used += width(cluster);
        used > room
    };
    let end = match text.get(..=room) {
        // The byte behind the room tells that the last one in it is a whole cluster.
        Some(begin) if begin.bytes().all(is_plain) => room,
        _ => text.grapheme_indices(true).find(is_over).map_or(text.len(), |(at, _)| at),
    };
    let kept = text.get(..end).unwrap_or_default().trim_end();
    Cow::Owned([kept, mark].concat())
}

/// How what a filter leaves out is called where it is shown all the same, wherever it is called by name. It is dim as well:
/// the brackets tell it where a terminal has no dim.
pub fn in_brackets(name: Cow<'_, str>, is_left_out: bool) -> Cow<'_, str> {
    if is_left_out { Cow::Owned(format!("({name})")) } else { name }
}

/// A name in at most `cols` columns, `mark` in place of its middle where it does not fit: names that are alike for long
/// differ at their ends. In few columns its end is cut, where a beginning and an end would say nothing.
pub fn shorten<'a>(name: &'a str, cols: usize, mark: &str) -> Cow<'a, str> {
    /// Columns of an end by which one can tell.
    const END: usize = 4;
    if width(name) <= cols || cols < 3 * END {
        return ellipsize(name, cols, mark);
    }
    let mut left = cols / 3;
    let fits = |(_, cluster): &(usize, &str)| {
        let fits = width(cluster) <= left;
        left = left.saturating_sub(width(cluster));
        fits
    };
    let from = name.grapheme_indices(true).rev().take_while(fits).last().map_or(name.len(), |(at, _)| at);
    let (begin, end) = name.split_at(from);
    let room = cols.saturating_sub(width(end));
    // Longer than there is room, else all of it would have fitted.
    Cow::Owned(format!("{}{}", ellipsize(begin, room, mark), end.trim_start()))
}

/// What scrubbing leaves of line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// One line: a newline becomes a blank.
    Fold,
    /// Prose: newlines stay.
    Keep,
}

/// Text from outside, made harmless: nothing in it can move a cursor, set a title or reorder a line.
///
/// C0 controls and DEL become their pictures (`␀` … `␡`), C1 and bidi controls `�`, a tab a blank. Text without any is
/// borrowed.
pub fn scrub(text: &str, breaks: Breaks) -> Cow<'_, str> {
    if !may_be_hostile(text.as_bytes(), breaks)
        || text.chars().all(|c| !is_hostile(c) && (c != '\n' || breaks == Breaks::Keep))
    {
        return Cow::Borrowed(text);
    }
    let unified = text.replace("\r\n", "\n");
    Cow::Owned(unified.chars().map(|c| harmless(c, breaks)).collect())
}

/// Whether any byte is a control character, or the first of a character that [`is_hostile`]: C1 controls begin with C2,
/// bidi controls with D8 or E2. Looks at all bytes, which lets the compiler take many at once.
fn may_be_hostile(text: &[u8], breaks: Breaks) -> bool {
    let is_fine = if breaks == Breaks::Keep { b'\n' } else { b' ' };
    let may_be = |byte: u8| (byte < b' ' && byte != is_fine) || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE2);
    text.iter().fold(false, |any, byte| any | may_be(*byte))
}

fn is_hostile(c: char) -> bool {
    (c.is_control() && c != '\n') || is_bidi_control(c)
}

fn harmless(c: char, breaks: Breaks) -> char {
    match c {
        '\n' if breaks == Breaks::Keep => c,
        '\n' | '\t' => ' ',
        '\0'..='\u{1F}' => char::from_u32('␀' as u32 + c as u32).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7F}' => '␡',
        '\u{80}'..='\u{9F}' => char::REPLACEMENT_CHARACTER,
        c if is_bidi_control(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Marks, embeddings, overrides and isolates of UAX 9: invisible, and able to turn a line around.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Bytes of a word that a nearest one is looked for, and of each that it may be.
const LONGEST: usize = 256;

/// The candidate that `word` was probably meant to be, if any is near enough to be worth naming; of two as near, the
/// last.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The time grows with the product of both lengths, and so does the memory. Nobody misspells what is longer.
    if word.len() > LONGEST {
        return None;
    }
    // Of two Chinese characters one is half of a name.
    let near = if word.is_ascii() { 0.7 } else { 0.5 };
    let word = word.to_lowercase();
    let is_small = |c: char| c.is_ascii() && !c.is_ascii_uppercase();
    let rated = |candidate: &'a str| {
        // An id is small already: of a million none is copied.
        let small = if candidate.chars().all(is_small) {
            Cow::Borrowed(candidate)
        } else {
            Cow::Owned(candidate.to_lowercase())
        };
        let may_be_near = small.starts_with(&word) || likeness_at_most(&word, &small) >= near;
        may_be_near.then(|| (likeness(&word, &small), candidate))
    };
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .filter_map(rated)
        .filter(|(likeness, _)| *likeness >= near)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// 0 to 1. Jaro-Winkler alone rates a common beginning too high among ids such as `wechat-…`; edit distance
/// alone misses a half-typed word.
fn likeness(a: &str, b: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(a, b).max(if b.starts_with(a) && a.chars().count() > 2 {
        0.9
    } else {
        0.0
    })
}

/// What edit distance can rate them at most, by the letters they are made of: what only one of them has takes an edit
/// each. It tells nearly all of many candidates apart, at a fraction of the cost.
fn likeness_at_most(a: &str, b: &str) -> f64 {
    // Letters that share a bit only hide edits.
    let bit = |c: char| 1_u128 << (u32::from(c) % 128);
    let [in_a, in_b] = [a, b].map(|text| text.chars().fold(0, |bits, c| bits | bit(c)));
    let missing = (in_a & !in_b).count_ones() as usize;
    let added = b.chars().filter(|c| in_a & bit(*c) == 0).count();
    let [a, b] = [a, b].map(|text| text.chars().count());
    let edits = missing.max(added).max(a.abs_diff(b));
    let longest = a.max(b).max(1);
    1.0 - f64::from(u32::try_from(edits).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(longest).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_looks_for_what_a_text_without_end_was_meant_to_be() {
        // A table of both lengths would take more memory than there is.
        let long = "x".repeat(1 << 20);
        assert_eq!(nearest(&long, [format!("{long}y").as_str()]), None);
        assert_eq!(nearest("xxxx", [long.as_str(), "xxxy"]), Some("xxxy"));
    }

    #[test]
    fn every_hostile_character_is_seen_by_its_first_byte() {
        for c in ('\0'..=char::MAX).filter(|c| is_hostile(*c)) {
            assert!(may_be_hostile(c.to_string().as_bytes(), Breaks::Keep), "{:x}", u32::from(c));
        }
        assert!(may_be_hostile(b"a\nb", Breaks::Fold) && !may_be_hostile(b"a\nb", Breaks::Keep));
    }

    #[test]
    fn a_cut_is_marked_and_never_splits_a_character() {
        for (text, cols, expected) in [
            ("WeChat", 6, "WeChat"),
            ("WeChat", 5, "WeCh…"),
            ("微信支付", 8, "微信支付"),
            ("微信支付", 7, "微信支…"),
            ("微信支付", 6, "微信…"),
            ("ab cd", 4, "ab…"),
            ("ab", 1, "…"),
            ("ab", 0, ""),
        ] {
            assert_eq!(ellipsize(text, cols, "…"), expected, "{text} in {cols}");
        }
    }

    #[test]
    fn names_that_differ_at_their_ends_are_told_apart() {
        for (name, cols, expected) in [
            ("WeChat Pay", 10, "WeChat Pay"),
            ("Bank of the East, branch one", 15, "Bank of t…h one"),
            ("Bank of the East, branch two", 15, "Bank of t…h two"),
            ("微信内打开淘宝链接甲", 13, "微信内打…接甲"),
            ("Bank of the East", 8, "Bank of…"),
        ] {
            let short = shorten(name, cols, "…");
            assert_eq!(short, expected);
            assert!(width(&short) <= cols, "{short}");
        }
    }

    #[test]
    fn scrubbing_shows_controls_and_keeps_only_the_newlines_asked_for() {
        assert_eq!(scrub("a\u{1b}[31mb", Breaks::Fold), "a␛[31mb");
        assert_eq!(scrub("a\tb\u{7f}\u{9b}", Breaks::Fold), "a b␡\u{FFFD}");
        assert_eq!(scrub("a\u{202e}b", Breaks::Keep), "a\u{FFFD}b");
        assert_eq!(scrub("a\r\nb", Breaks::Keep), "a\nb");
        assert_eq!(scrub("a\nb", Breaks::Fold), "a b");
        assert!(matches!(scrub("墙\n门", Breaks::Keep), Cow::Borrowed(_)));
        assert_eq!(scrub("❤\u{FE0F}\u{1b}", Breaks::Fold), "❤\u{FE0F}␛", "what chooses a picture is data");
    }

    #[test]
    fn the_nearest_spelling_is_near_or_none() {
        let ids = ["tencent", "alibaba", "ant-group"];
        assert_eq!(nearest("tencnet", ids), Some("tencent"));
        assert_eq!(nearest("Alibabba", ids), Some("alibaba"));
        assert_eq!(nearest("ant", ids), Some("ant-group"));
        assert_eq!(nearest("zebra", ids), None);
        assert_eq!(nearest("腾迅", ["阿里", "腾讯"]), Some("腾讯"));
        assert_eq!(nearest("百度", ["阿里", "腾讯"]), None);
        assert_eq!(nearest("TENC", ["Tencent"]), Some("Tencent"), "half-typed");
        assert_eq!(nearest("微信支", ["微信支付", "支付宝"]), Some("微信支付"));
        assert_eq!(nearest("", ids), None);
    }

    #[test]
    fn letters_alone_never_rate_two_words_less_alike_than_they_are() {
        let words = [
            "", "a", "ab", "ba", "aaaa", "tencent", "tencnet", "m12345", "m12354", "é", "微信", "信微",
            "x微-a",
        ];
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
            let exact = strsim::normalized_damerau_levenshtein(a, b);
            assert!(likeness_at_most(a, b) >= exact, "{a} {b}");
        }
    }
}
