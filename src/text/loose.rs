//! Text compared loosely: without regard to case, accents and width, so that `tokyo` finds `Tōkyō` and `２０２１`
//! is `2021`. Chinese stays as it stands.

use std::ops::Range;

use memchr::memmem::Finder;
use unicode_normalization::char::decompose_compatible;

/// `text` in the form in which it is compared: each character decomposed (as for NFKD, UAX 15), without accents, in
/// one case, every run of blanks and newlines one blank.
///
/// Two texts are alike where these are equal, and one holds another where its form holds the other's.
pub fn loosen(text: &str) -> String {
    let mut loose = String::with_capacity(text.len());
    loosen_onto(&mut loose, text);
    loose
}

/// Appends the form of `text` to `loose`.
pub fn loosen_onto(loose: &mut String, text: &str) {
    let from = loose.len();
    let mut rest = text;
    while !rest.is_empty() {
        let ascii;
        (ascii, rest) = rest.split_at_checked(ascii_len(rest)).unwrap_or((rest, ""));
        for (line, text) in ascii.split('\n').enumerate() {
            if line > 0 {
                blank(loose, from);
            }
            push_ascii(loose, from, text);
        }
        let others = rest.bytes().position(|byte| byte.is_ascii()).unwrap_or(rest.len());
        let (others, after) = rest.split_at_checked(others).unwrap_or((rest, ""));
        for c in others.chars() {
            push(loose, from, c);
        }
        rest = after;
    }
}

/// How many bytes before the first character that is not ASCII, which is ASCII in none of its bytes.
fn ascii_len(text: &str) -> usize {
    // As many as are looked at in one go.
    const STRIDE: usize = 32;
    let strides = text.as_bytes().chunks(STRIDE).take_while(|bytes| bytes.is_ascii()).count();
    let begin = (strides * STRIDE).min(text.len());
    begin + text.bytes().skip(begin).take_while(u8::is_ascii).count()
}

/// As [`push`] for each character, but all at once where no blank is to be left out, which is nearly always: most of
/// the time that reading a dataset for its search takes is spent here.
fn push_ascii(loose: &mut String, from: usize, ascii: &str) {
    let bytes = ascii.as_bytes();
    // Counted instead of left off at the first, so that many are looked at in one go.
    let has_control = bytes.iter().filter(|byte| **byte < b' ').count() > 0;
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let has_two = pairs.filter(|pair| *pair == (&b' ', &b' ')).count() > 0;
    let begins_again = ascii.starts_with(' ') && loose.len() > from && loose.ends_with(' ');
    if has_two || has_control || begins_again {
        ascii.chars().for_each(|c| push(loose, from, c));
        return;
    }
    let begin = loose.len();
    loose.push_str(ascii);
    if let Some(added) = loose.get_mut(begin..) {
        added.make_ascii_lowercase();
    }
}

/// The ASCII character that a full-width one (U+FF01 to U+FF5E) stands for.
pub fn ascii_twin(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

/// Where `needle`, a text in its loose form, stands in `text`: ranges of bytes that begin and end with characters,
/// in order and apart from one another. An empty needle stands nowhere.
pub fn find_loosely(text: &str, needle: &str) -> Vec<Range<usize>> {
    if needle.is_empty() {
        return Vec::new();
    }
    let mut loose = String::with_capacity(text.len());
    // For each byte of the loose form, where the character that it comes from begins.
    let mut origins = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        push(&mut loose, 0, c);
        origins.resize(loose.len(), at);
    }
    let end_of = |byte: usize| {
        let begun = origins.get(byte).copied().unwrap_or(text.len());
        // An accent that is left out belongs to the letter before it.
        let after = text.get(begun..).unwrap_or_default().char_indices().skip(1);
        let mut after = after.skip_while(|(_, c)| is_accent(*c));
        after.next().map_or(text.len(), |(at, _)| begun + at)
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in Finder::new(needle).find_iter(loose.as_bytes()) {
        let range = origins.get(at).copied().unwrap_or(text.len())..end_of(at + needle.len() - 1);
        // Of one character that became several letters, the second find is the same place.
        if found.last().is_none_or(|last| last.end <= range.start) {
            found.push(range);
        }
    }
    found
}

/// Appends one character's form; `from` is where the text that it belongs to begins.
fn push(loose: &mut String, from: usize, c: char) {
    match c {
        'a'..='z' | '0'..='9' => loose.push(c),
        c if c.is_whitespace() => blank(loose, from),
        c if c.is_ascii() => loose.push(c.to_ascii_lowercase()),
        // Han characters and the punctuation beside them have neither case nor accents.
        '\u{4E00}'..='\u{9FFF}' | '\u{3001}'..='\u{301B}' => loose.push(c),
        c => decompose_compatible(c, |part| {
            if part.is_whitespace() {
                blank(loose, from);
            } else if !is_accent(part) {
                // Down, up and down again: `ẞ` is `ß` is `SS` is `ss`, and both small sigmas are one.
                let upper = part.to_lowercase().flat_map(char::to_uppercase);
                loose.extend(upper.flat_map(char::to_lowercase));
            }
        }),
    }
}

fn blank(loose: &mut String, from: usize) {
    if loose.len() == from || !loose.ends_with(' ') {
        loose.push(' ');
    }
}

/// The blocks of combining diacritical marks. Marks of other blocks, the voicing of kana (U+3099) and the vowel
/// signs of Indic scripts among them, tell syllables apart, and stay.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_width_do_not_matter() {
        for (text, loose) in [
            ("Tōkyō", "tokyo"),
            ("To\u{304}kyo\u{304}", "tokyo"),
            ("ＷｅＣｈａｔ　２０２１", "wechat 2021"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("a\u{B}b", "a b"),
            ("ΟΔΟΣ", "οδοσ"),
            ("οδός", "οδοσ"),
            ("İstanbul", "istanbul"),
            ("ﬁne…", "fine..."),
            ("微信支付，", "微信支付,"),
            ("a \n\n b\tc", "a b c"),
            ("가", "\u{1100}\u{1161}"),
            ("ガ", "\u{30AB}\u{3099}"),
        ] {
            assert_eq!(loosen(text), loose, "{text}");
        }
    }

    #[test]
    fn what_is_found_is_found_where_it_stands() {
        for (text, needle, expected) in [
            ("Tōkyō, TOKYO", "tokyo", vec!["Tōkyō", "TOKYO"]),
            ("e\u{301}te\u{301}", "ete", vec!["e\u{301}te\u{301}"]),
            ("微信支付接入淘宝", "支付", vec!["支付"]),
            ("Straße", "as", vec!["aß"]),
            ("ß", "s", vec!["ß"]),
            ("…", ".", vec!["…"]),
            ("two\n  words", "two words", vec!["two\n  words"]),
            ("aaa", "aa", vec!["aa"]),
            ("abc", "", vec![]),
            ("", "a", vec![]),
        ] {
            let found: Vec<&str> =
                find_loosely(text, needle).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{needle} in {text}");
        }
    }

    #[test]
    fn loosening_twice_is_loosening_once() {
        for text in ["Tōkyō", "ＷｅＣｈａｔ", "a  b", "ガ가", "ŉ ǰ ᾳ", "①½℡"] {
            assert_eq!(loosen(&loosen(text)), loosen(text), "{text}");
        }
    }
}
