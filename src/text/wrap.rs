//! Prose → lines of so many columns.

#[cfg(test)]
pub(super) mod count;

use std::borrow::Cow;

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::cells::{is_wide, width};

/// Prose broken into lines of at most `cols` columns, at the places that Unicode allows (UAX 14: between
/// Chinese characters too, never before a full stop). Blank lines between paragraphs stay.
///
/// A word longer than a line (an address, a sentence in Thai) is broken inside; at 0 columns there are no lines.
pub fn wrap(prose: &str, cols: usize) -> Vec<Cow<'_, str>> {
    #[cfg(test)]
    count::note(prose);
    if cols == 0 {
        return Vec::new();
    }
    let broken = |line| at_blanks(line, cols).unwrap_or_else(|| as_unicode_says(line, cols));
    prose.trim_end().split('\n').flat_map(broken).map(Cow::Borrowed).collect()
}

/// As many words on each line as fit on it.
fn as_unicode_says(line: &str, cols: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut from, mut end, mut used) = (0, 0, 0);
    let mut at = 0;
    for word in words(line) {
        let seen = word.trim_end_matches(' ');
        for piece in pieces_anywhere(seen, cols) {
            let wide = width(piece);
            if used + wide > cols && at > from {
                lines.push(line.get(from..end).unwrap_or_default());
                (from, used) = (at, 0);
            }
            used += wide;
            at += piece.len();
            end = at;
        }
        let blanks = word.len() - seen.len();
        used += blanks;
        at += blanks;
    }
    lines.push(line.get(from..end).unwrap_or_default());
    lines
}

/// What a line may be broken into, each with the blanks behind it.
///
/// Not behind a hyphen: `link-blocking` is read as one word, and an id copied in two is none.
fn words(line: &str) -> impl Iterator<Item = &str> {
    const SOFT_HYPHEN: char = '\u{AD}';
    let mut from = 0;
    let places: Vec<usize> = linebreaks(&with_brackets(line)).map(|(at, _)| at).collect();
    places.into_iter().filter_map(move |at| {
        let word = line.get(from..at)?;
        if at < line.len() && word.ends_with(['-', SOFT_HYPHEN]) {
            return None;
        }
        from = at;
        Some(word)
    })
}

/// `line` with brackets, as long, in place of quotation marks between Chinese characters.
///
/// There they open and close as brackets do, and stand without blanks: a line may end before one that opens, and after
/// one that closes (rule `LB19a`, which is younger than the tables).
fn with_brackets(line: &str) -> Cow<'_, str> {
    let bracket = |c| match c {
        '‘' | '“' => Some('（'),
        '’' | '”' => Some('）'),
        _ => None,
    };
    if !line.contains(|c| bracket(c).is_some()) {
        return Cow::Borrowed(line);
    }
    let next = line.chars().skip(1).map(Some).chain([None]);
    let mut before = None;
    let chars = line.chars().zip(next).map(|(c, next)| {
        let is_between = [before.replace(c), next].into_iter().all(|c| c.is_some_and(is_wide));
        bracket(c).filter(|_| is_between).unwrap_or(c)
    });
    Cow::Owned(chars.collect())
}

/// The same of plain words, each behind one blank, where no rule of Unicode's allows another place or forbids one: a
/// tenth of the work, for text that is drawn at every key. `None` of any other text.
fn at_blanks(line: &str, cols: usize) -> Option<Vec<&str>> {
    let is_simple = |byte: u8| byte.is_ascii_alphanumeric() || b" ,.:;'\"-".contains(&byte);
    if !line.bytes().all(is_simple) {
        return None;
    }
    let mut lines = Vec::with_capacity(line.len() / cols + 2);
    let (mut from, mut end) = (0, 0);
    for word in line.split(' ') {
        let at = if end == 0 { 0 } else { end + 1 };
        if word.is_empty() || word.len() > cols || word.starts_with([',', '.', ':', ';']) {
            return None;
        }
        if at + word.len() > from + cols {
            lines.push(line.get(from..end)?);
            from = at;
        }
        end = at + word.len();
    }
    lines.push(line.get(from..)?);
    Some(lines)
}

/// A line in pieces of at most `cols` columns: nothing is left out, nothing added. Broken behind a blank, where one is
/// in the second half of a piece, else wherever it ends. A cluster wider than `cols` stands alone.
pub fn line_pieces(line: &str, cols: usize) -> impl Iterator<Item = &str> {
    cut_up(line, move |rest| {
        let cut = fitting(rest, cols);
        let blank = rest.get(..cut).filter(|_| cut < rest.len()).and_then(|piece| piece.rfind(' '));
        blank.map(|blank| blank + 1).filter(|behind| behind * 2 > cut).unwrap_or(cut)
    })
}

/// The same, broken wherever a piece ends.
fn pieces_anywhere(line: &str, cols: usize) -> impl Iterator<Item = &str> {
    cut_up(line, move |rest| fitting(rest, cols))
}

/// Bytes of the first clusters that fit, and at least of one.
fn fitting(line: &str, cols: usize) -> usize {
    let mut used = 0;
    let is_over = |(at, cluster): (usize, &str)| {
        used += width(cluster);
        (used > cols && at > 0).then_some(at)
    };
    line.grapheme_indices(true).find_map(is_over).unwrap_or(line.len())
}

/// A line in pieces, each as long as `cut` says of what is left; of an empty one there is one.
fn cut_up(line: &str, cut: impl Fn(&str) -> usize) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest.take()?;
        let (piece, after) = line.split_at(cut(line));
        rest = (!after.is_empty()).then_some(after);
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        fn plain_words_are_broken_as_unicode_says(
            words in prop::collection::vec("[a-zA-Z0-9,.:;'\"-]{0,8}|[a-z]{1,12}[,.]?", 0..12),
            cols in 1..30usize,
        ) {
            let line = words.join(" ");
            if let Some(lines) = at_blanks(&line, cols) {
                prop_assert_eq!(lines, as_unicode_says(&line, cols));
            }
        }
    }

    #[test]
    fn plain_words_are_told_from_others() {
        for line in ["", "a  b", " a", "wall ,", "either/or", "Zürich", "(a)", "微信", "longer-than-that"]
        {
            assert_eq!(at_blanks(line, 9), None, "{line}");
        }
        assert_eq!(at_blanks("8.0 years, a wall", 9).unwrap_or_default(), ["8.0", "years, a", "wall"]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_full_stop() {
        assert_eq!(wrap("微信支付接入淘宝。", 8), ["微信支付", "接入淘", "宝。"]);
        assert_eq!(wrap("他说“微信”", 5), ["他说", "“微", "信”"]);
        assert_eq!(wrap("“微信”接入", 6), ["“微信”", "接入"]);
        assert_eq!(wrap("one two", 5), ["one", "two"]);
        assert_eq!(wrap("one\n\ntwo", 5), ["one", "", "two"]);
        assert!(wrap("one", 0).is_empty());
    }

    #[test]
    fn no_wrapped_line_is_too_wide() {
        let prose = "WeChat 微信 https://example.org/a/very/long/address 与墙 and so on";
        for cols in 2..40 {
            assert!(wrap(prose, cols).iter().all(|line| width(line) <= cols), "{cols}");
        }
    }

    #[test]
    fn a_folded_line_is_whole_in_pieces_that_fit() {
        for line in ["", "abc", "  微信 and 支付  ", "淘"] {
            for cols in 1..8 {
                let pieces: Vec<&str> = line_pieces(line, cols).collect();
                assert_eq!(pieces.concat(), line);
                assert!(pieces.iter().all(|piece| width(piece) <= cols.max(2)), "{pieces:?} in {cols}");
            }
        }
        assert_eq!(line_pieces("abcde", 2).collect::<Vec<_>>(), ["ab", "cd", "e"]);
        assert_eq!(line_pieces("one two three", 6).collect::<Vec<_>>(), ["one ", "two ", "three"]);
        assert_eq!(line_pieces("a onetwothree", 6).collect::<Vec<_>>(), ["a onet", "wothre", "e"]);
        assert_eq!(line_pieces("", 2).count(), 1, "an empty line is a line");
    }

    #[test]
    fn text_without_blanks_is_broken_between_clusters_where_it_must_be() {
        assert_eq!(wrap("wall กำแพงเมือง", 6), ["wall", "กำแพงเ", "มือง"]);
        assert_eq!(wrap("ab link-blocking", 8), ["ab", "link-blo", "cking"]);
    }

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        fn wrapped_lines_fit_and_leave_out_nothing_but_blanks(
            line in prop::collection::vec(prop_oneof![
                4 => prop::sample::select("ab -/,.“”‘’（）。微信กำขोक\u{301}\u{AD}".chars().collect::<Vec<_>>()),
                1 => any::<char>().prop_filter("one line", |c| *c != '\n'),
            ], 0..40).prop_map(String::from_iter),
            cols in 4..20usize,
        ) {
            let lines = wrap(&line, cols);
            prop_assert!(lines.iter().all(|line| width(line) <= cols), "{:?}", lines);
            let mut rest = line.trim_end();
            for line in &lines {
                let after = rest.trim_start_matches(' ').strip_prefix(line.trim_start_matches(' '));
                prop_assert!(after.is_some(), "{:?} of {:?}", line, rest);
                rest = after.unwrap_or_default();
            }
            prop_assert_eq!(rest.trim_end_matches(' '), "");
        }
    }
}
