//! Text folded for search, as Unicode folds case: without regard to case, accents and width, so that `tokyo` finds `Tōkyō` and `２０２１`
//! is `2021`. Chinese stays as it stands.

use std::ops::Range;

use memchr::memmem::Finder;
use unicode_normalization::char::decompose_compatible;

/// `text` in the form in which it is compared: each character decomposed (as for NFKD, UAX 15), without accents, in
/// one case, every run of blanks and newlines one blank.
///
/// Two texts are alike where these are equal, and one holds another where its form holds the other's.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Appends the form of `text` to `folded`.
pub fn fold_onto(folded: &mut String, text: &str) {
    let from = folded.len();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_blank_again = first == ' ' && folded.len() > from && folded.ends_with(' ');
        let plain = if is_blank_again { 0 } else { plain_len(rest.as_bytes()) };
        let (plain, after) = rest.split_at_checked(plain).unwrap_or(("", rest));
        if plain.is_empty() {
            push(folded, from, first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let begin = folded.len();
        folded.push_str(plain);
        if let Some(added) = folded.get_mut(begin..) {
            added.make_ascii_lowercase();
        }
        rest = after;
    }
}

/// How many bytes from the beginning on stand in the form as they do here, but for capital letters of ASCII: printable
/// ASCII and Han characters (U+4000 to U+9FFF, whose first byte is one of these), up to a second blank in a row.
fn plain_len(text: &[u8]) -> usize {
    // As many as are looked at in one go.
    const STRIDE: usize = 32;
    let is_special = |byte: u8| byte < b' ' || (0xC0..0xE4).contains(&byte) || byte > 0xE9;
    // Without a way out, and in bytes, so that many are looked at in one go.
    let any = |found: u8, is: bool| found | u8::from(is);
    let has_special = |bytes: &[u8]| bytes.iter().fold(0, |found, byte| any(found, is_special(*byte))) > 0;
    let has_two = |bytes: &[u8]| {
        let pairs = bytes.iter().zip(bytes.iter().skip(1));
        pairs.fold(0, |found, pair| any(found, pair == (&b' ', &b' '))) > 0
    };
    let mut from = 0;
    // With one more, for a pair that is in two strides.
    while let Some(stride) = text.get(from..=from + STRIDE)
        && !has_special(stride)
        && !has_two(stride)
    {
        from += STRIDE;
    }
    let ends = |at: &usize| is_special(text[*at]) || *at > 0 && text[*at] == b' ' && text[*at - 1] == b' ';
    (from..text.len()).find(ends).unwrap_or(text.len())
}

/// The ASCII character that a full-width one (U+FF01 to U+FF5E) stands for.
pub fn halfwidth(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

/// Where `needle`, a text in its folded form, stands in `text`: ranges of bytes that begin and end with characters,
/// in order and apart from one another. An empty needle stands nowhere.
pub fn find_folded(text: &str, needle: &str) -> Vec<Range<usize>> {
    if needle.is_empty() {
        return Vec::new();
    }
    let mut folded = String::with_capacity(text.len());
    // For each byte of the folded form, where the character that it comes from begins.
    let mut origins = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        push(&mut folded, 0, c);
        origins.resize(folded.len(), at);
    }
    let end_of = |byte: usize| {
        let begun = origins.get(byte).copied().unwrap_or(text.len());
        // An accent that is left out belongs to the letter before it.
        let after = text.get(begun..).unwrap_or_default().char_indices().skip(1);
        let mut after = after.skip_while(|(_, c)| is_accent(*c));
        after.next().map_or(text.len(), |(at, _)| begun + at)
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in Finder::new(needle).find_iter(folded.as_bytes()) {
        let range = origins.get(at).copied().unwrap_or(text.len())..end_of(at + needle.len() - 1);
        // Of one character that became several letters, the second find is the same place.
        if found.last().is_none_or(|last| last.end <= range.start) {
            found.push(range);
        }
    }
    found
}

/// Appends one character's form; `from` is where the text that it belongs to begins.
fn push(folded: &mut String, from: usize, c: char) {
    match c {
        'a'..='z' | '0'..='9' => folded.push(c),
        c if c.is_whitespace() => blank(folded, from),
        c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        // Han characters, the punctuation beside them, dashes and quotation marks have neither case nor accents.
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3001}'..='\u{301B}'
        | '\u{2012}'..='\u{2016}'
        | '\u{2018}'..='\u{2023}' => folded.push(c),
        '\u{FF01}'..='\u{FF5E}' => folded.push(halfwidth(c).to_ascii_lowercase()),
        c => decompose(folded, from, c),
    }
}

/// As [`push`], of any character: this is the rule, and all that is quicker there says the same.
fn decompose(folded: &mut String, from: usize, c: char) {
    decompose_compatible(c, |part| {
        if part.is_ascii() {
            push(folded, from, part);
        } else if part.is_whitespace() {
            blank(folded, from);
        } else if !is_accent(part) {
            // Down, up and down again: `ẞ` is `ß` is `SS` is `ss`, and both small sigmas are one.
            let upper = part.to_lowercase().flat_map(char::to_uppercase);
            folded.extend(upper.flat_map(char::to_lowercase));
        }
    });
}

fn blank(folded: &mut String, from: usize) {
    if folded.len() == from || !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// The blocks of combining diacritical marks. Marks of other blocks, the voicing of kana (U+3099) and the vowel
/// signs of Indic scripts among them, tell syllables apart, and stay. And what chooses a picture or plain text for a
/// character: who types a heart means either.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_width_do_not_matter() {
        for (text, folded) in [
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
            assert_eq!(fold(text), folded, "{text}");
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
                find_folded(text, needle).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{needle} in {text}");
        }
    }

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        fn what_is_read_in_one_go_is_what_is_read_one_by_one(
            text in "([a-zA-Z ]{0,40}|[ \n\t]{0,3}|[一-龥，。“”]{0,9}|[é-ſ…①Ａ-ｚ\u{3000}\u{301}]{0,2}|\\PC){0,9}",
        ) {
            let mut folded = "before ".to_owned();
            fold_onto(&mut folded, &text);
            let mut expected = String::new();
            text.chars().for_each(|c| push(&mut expected, 0, c));
            prop_assert_eq!(folded, format!("before {expected}"));
            // The plain ones are not told apart from the others by more than time.
            let mut decomposed = String::new();
            text.chars().for_each(|c| decompose(&mut decomposed, 0, c));
            prop_assert_eq!(expected, decomposed);
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in ["Tōkyō", "ＷｅＣｈａｔ", "a  b", "ガ가", "ŉ ǰ ᾳ", "①½℡"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
