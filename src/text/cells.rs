//! Text → the cells of a terminal: what stands in each, and how many columns it takes.
//!
//! The one place that knows widths. [`width`] is the sum of what [`cells`] lay out, whatever the text is cut into: two
//! panes never disagree about a title, and what was measured is what is drawn.
//!
//! Terminals disagree about what is joined (emoji by a joiner, letters of Devanagari), about pictures chosen by U+FE0F,
//! and about lam and alef, which some draw as one. So widths are counted a character at a time, as those do that know
//! least; what would make others join them is not drawn: a family is drawn as its people, as UTS 51 (2.2) says of
//! who cannot draw it. What is still left to a terminal is told by [`is_sure`].

use std::borrow::Cow;
use std::cell::Cell;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide the terminal draws what UAX 11 calls ambiguous: quotation marks, dashes, `é`, Greek, Cyrillic, `①`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// One column, as nearly every terminal outside East Asia does.
    #[default]
    Narrow,
    /// Two columns, as many Chinese ones do.
    Wide,
}

thread_local! {
    static AMBIGUOUS: Cell<Ambiguous> = const { Cell::new(Ambiguous::Narrow) };
}

/// Does `work`, in which text is measured for a terminal that draws ambiguous characters so.
///
/// A setting of the thread's rather than one more argument: a hundred places measure, most of them through functions
/// that know of no terminal, and within a frame none may measure another way. It is set for as long as `work` takes, by
/// who lays out for a screen; whatever is written to files or printed is measured outside, and always the same.
pub fn with_ambiguous<T>(ambiguous: Ambiguous, work: impl FnOnce() -> T) -> T {
    struct RestoreWidth(Ambiguous);
    impl Drop for RestoreWidth {
        fn drop(&mut self) {
            AMBIGUOUS.set(self.0);
        }
    }
    let _before = RestoreWidth(AMBIGUOUS.replace(ambiguous));
    work()
}

/// Columns that `text` takes on a terminal. East Asian wide characters take two, marks none.
pub fn width(text: &str) -> usize {
    // Nearly all text is such.
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return text.len();
    }
    let mut before = None;
    text.chars().map(|c| cols_behind(before.replace(c), c)).sum()
}

/// Whether a byte is a character by itself that takes one column, whatever stands before it.
pub fn is_plain(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte)
}

/// Whether a character takes two columns on every terminal.
pub fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// Whether anything in `text` is to be seen: it takes a column, and is no blank.
pub fn is_seen(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && c.width().is_some_and(|cols| cols > 0))
}

/// What stands in one cell, or in several that only change together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn<'a> {
    /// What is written there: a character that takes room, and the marks on it.
    pub symbol: Cow<'a, str>,
    /// How many cells it takes, at least one.
    pub cols: usize,
}

/// `text` as it is drawn, from left to right. Each grapheme cluster has its own cells, an emoji that is joined to another
/// too; what takes no room and has nothing to stand on is left out.
pub fn cells(text: &str) -> impl Iterator<Item = Drawn<'_>> {
    text.graphemes(true).flat_map(parts)
}

/// More marks than any script puts on one letter are not drawn: terminals keep a few bytes a cell, and each drops others.
const MARKS: usize = 4;

/// A cluster of more columns is drawn as several: each fits on the narrowest screen.
const COLS: usize = 4;

fn parts(cluster: &str) -> impl Iterator<Item = Drawn<'_>> {
    let mut rest = cluster;
    std::iter::from_fn(move || {
        loop {
            let (drawn, after) = part(rest)?;
            rest = after;
            if drawn.cols > 0 {
                return Some(drawn);
            }
        }
    })
}

/// The first part of a cluster, and what is left of it.
fn part(cluster: &str) -> Option<(Drawn<'_>, &str)> {
    let (mut cols, mut marks, mut before) = (0, 0, None);
    let (mut symbol, mut is_whole, mut end) = (String::new(), true, cluster.len());
    cluster.chars().next()?;
    for (at, c) in cluster.char_indices() {
        let takes = cols_behind(before, c);
        let is_apart = takes > 1 || before == Some(JOINER) || cols >= COLS;
        if cols > 0 && takes > 0 && is_apart {
            end = at;
            break;
        }
        before = Some(c);
        marks = if takes > 0 { 0 } else { marks + 1 };
        if takes > 0 || (cols > 0 && marks <= MARKS && is_drawn_on_another(c)) {
            symbol.push(c);
        } else {
            is_whole = false;
        }
        cols += takes;
    }
    let (own, after) = cluster.split_at(end);
    let symbol = if is_whole { Cow::Borrowed(own) } else { Cow::Owned(symbol) };
    Some((Drawn { symbol, cols }, after))
}

const JOINER: char = '\u{200D}';

/// Marks, vowels and finals of a Hangul syllable, and what keeps Persian letters apart. Not what chooses another form
/// (variation selectors) or joins: terminals that know of it take other columns than those that do not.
fn is_drawn_on_another(c: char) -> bool {
    let is_selector = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    let is_jamo = matches!(c, '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}');
    (is_combining_mark(c) && !is_selector) || is_jamo || c == '\u{200C}'
}

/// Columns of a character behind another. A colour of skin takes none where there is skin.
fn cols_behind(before: Option<char>, c: char) -> usize {
    let is_skin = |c: char| matches!(c, '\u{261D}' | '\u{26F9}' | '\u{270A}'..='\u{270D}' | '\u{1F385}'..='\u{1F3CC}' | '\u{1F400}'..='\u{1FAFF}');
    if matches!(c, '\u{1F3FB}'..='\u{1F3FF}') && before.is_some_and(is_skin) { 0 } else { cols(c) }
}

fn cols(c: char) -> usize {
    match AMBIGUOUS.get() {
        _ if c.is_ascii() => c.width().unwrap_or(0),
        Ambiguous::Narrow => c.width().unwrap_or(0),
        Ambiguous::Wide if is_ambiguous_letter(c) => 2,
        Ambiguous::Wide => c.width_cjk().unwrap_or(0),
    }
}

/// Letters whose East Asian width is ambiguous (EastAsianWidth.txt, 14.0; none have come since), which `unicode-width`
/// counts as narrow everywhere. Terminals that draw a dash two columns wide draw these so, too.
fn is_ambiguous_letter(c: char) -> bool {
    #[rustfmt::skip]
    let is_one = matches!(c,
        '\u{A8}' | '\u{AA}' | '\u{B4}' | '\u{B8}' | '\u{BA}' | '\u{C6}' | '\u{D0}' | '\u{D8}' | '\u{DE}'..='\u{E1}'
        | '\u{E6}' | '\u{E8}'..='\u{EA}' | '\u{EC}'..='\u{ED}' | '\u{F0}' | '\u{F2}'..='\u{F3}' | '\u{F8}'..='\u{FA}'
        | '\u{FC}' | '\u{FE}' | '\u{101}' | '\u{111}' | '\u{113}' | '\u{11B}' | '\u{126}'..='\u{127}' | '\u{12B}'
        | '\u{131}'..='\u{133}' | '\u{138}' | '\u{13F}'..='\u{142}' | '\u{144}' | '\u{148}'..='\u{14B}' | '\u{14D}'
        | '\u{152}'..='\u{153}' | '\u{166}'..='\u{167}' | '\u{16B}' | '\u{1CE}' | '\u{1D0}' | '\u{1D2}' | '\u{1D4}'
        | '\u{1D6}' | '\u{1D8}' | '\u{1DA}' | '\u{1DC}' | '\u{251}' | '\u{261}' | '\u{2C4}' | '\u{2C7}'
        | '\u{2C9}'..='\u{2CB}' | '\u{2CD}' | '\u{2D0}' | '\u{2D8}'..='\u{2DB}' | '\u{2DD}' | '\u{2DF}'
        | '\u{391}'..='\u{3A1}' | '\u{3A3}'..='\u{3A9}' | '\u{3B1}'..='\u{3C1}' | '\u{3C3}'..='\u{3C9}' | '\u{401}'
        | '\u{410}'..='\u{44F}' | '\u{451}' | '\u{207F}' | '\u{2113}' | '\u{2126}' | '\u{212B}'
    );
    is_one
}

/// Whether every terminal draws `symbol`, which is given `cols` columns here, just so wide.
///
/// Not what has marks on it or is more than one character; nor an ambiguous character that is given two columns; nor a
/// picture that is given one, which some terminals draw as they draw all pictures (`▪` and what else was text long
/// before there were pictures stays text); nor `�`, for which some draw nothing.
pub fn is_sure(symbol: &str, cols: usize) -> bool {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return false };
    let is_odd = || {
        c == char::REPLACEMENT_CHARACTER
            || c >= '\u{1F000}'
            || (c >= '\u{2600}' && UnicodeWidthStr::width(&*format!("{c}\u{FE0F}")) > 1)
    };
    c.is_ascii() || (c.width() == Some(cols) && !is_combining_mark(c) && (cols > 1 || !is_odd()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(text: &str) -> Vec<(String, usize)> {
        cells(text).map(|drawn| (drawn.symbol.into_owned(), drawn.cols)).collect()
    }

    fn one(symbol: &str, cols: usize) -> (String, usize) {
        (symbol.to_owned(), cols)
    }

    #[test]
    fn width_counts_columns_not_characters() {
        for (text, cols) in [
            ("", 0),
            ("Taobao", 6),
            ("淘宝", 4),
            ("e\u{301}", 1),
            ("a…b", 3),
            ("한", 2),
            ("\u{1112}\u{1161}\u{11AB}", 2),
            // Lam and alef: two letters.
            ("لا", 2),
            ("\u{915}\u{94D}\u{937}\u{93F}", 3),
            ("🇨🇳", 2),
            ("❤\u{FE0F}", 1),
            ("1\u{FE0F}\u{20E3}", 1),
            ("👍🏽", 2),
            ("🏽", 2),
            ("🏳\u{FE0F}\u{200D}🌈", 3),
        ] {
            assert_eq!(width(text), cols, "{text}");
        }
    }

    #[test]
    fn each_cluster_has_its_cells_and_what_terminals_join_is_drawn_apart() {
        assert_eq!(drawn("لا"), [one("ل", 1), one("ا", 1)]);
        assert_eq!(drawn("a微e\u{301}"), [one("a", 1), one("微", 2), one("e\u{301}", 1)]);
        assert_eq!(drawn("\u{915}\u{94D}\u{937}\u{93F}"), [one("\u{915}\u{94D}\u{937}\u{93F}", 3)]);
        assert_eq!(drawn("🏳\u{FE0F}\u{200D}🌈!"), [one("🏳", 1), one("🌈", 2), one("!", 1)]);
        assert_eq!(drawn("👩\u{200D}❤\u{FE0F}\u{200D}👨"), [one("👩", 2), one("❤", 1), one("👨", 2)]);
        assert_eq!(drawn("👍🏽"), [one("👍", 2)]);
        assert_eq!(drawn("🇨🇳🇭🇰"), [one("🇨🇳", 2), one("🇭🇰", 2)]);
        assert_eq!(drawn("\u{301}\u{200B}a\u{AD}"), [one("a", 1)], "what has nothing to stand on");
    }

    #[test]
    fn accents_without_end_are_few_and_a_conjunct_without_end_is_several() {
        let [(symbol, cols)] = &drawn(&format!("a{}", "\u{301}".repeat(200)))[..] else { panic!("one cell") };
        assert_eq!((symbol.chars().count(), *cols), (1 + MARKS, 1));
        let long = "\u{915}\u{94D}".repeat(50);
        assert!(drawn(&long).iter().all(|(_, cols)| *cols <= COLS));
        assert_eq!(drawn(&long).iter().map(|(_, cols)| cols).sum::<usize>(), 50);
    }

    #[test]
    fn ambiguous_characters_are_as_wide_as_the_terminal_draws_them_and_only_meanwhile() {
        for text in ["“", "…", "—", "·", "é", "Ω", "Я", "①", "★"] {
            assert_eq!(width(text), 1, "{text}");
            assert_eq!(with_ambiguous(Ambiguous::Wide, || width(text)), 2, "{text}");
            assert_eq!(width(text), 1, "{text}");
        }
        assert_eq!(with_ambiguous(Ambiguous::Wide, || width("Ab微ą»✓▪")), 8);
    }

    #[test]
    fn what_terminals_draw_as_wide_as_they_like_is_told() {
        for (symbol, cols) in [("a", 1), ("微", 2), ("·", 1), ("▪", 1), ("é", 1), ("🌈", 2), ("ل", 1)]
        {
            assert!(is_sure(symbol, cols), "{symbol}");
        }
        for (symbol, cols) in
            [("é", 2), ("e\u{301}", 1), ("❤", 1), ("🏳", 1), ("🇨🇳", 2), ("\u{93F}", 1), ("", 1)]
        {
            assert!(!is_sure(symbol, cols), "{symbol}");
        }
    }

    /// Letters of many scripts, marks, joiners, and pictures.
    fn texts() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(
            "aé微ل ا\u{301}\u{200D}\u{FE0F}🏳🌈👍🏽🇨🇳\u{915}\u{94D}\u{93F}①…\u{1112}\u{1161}"
                .chars()
                .collect::<Vec<_>>(),
        );
        prop::collection::vec(prop_oneof![3 => odd, 1 => any::<char>()], 0..24).prop_map(String::from_iter)
    }

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        fn a_width_is_the_sum_of_its_clusters_and_that_is_what_is_drawn(text in texts(), wide in any::<bool>()) {
            let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
            let [whole, clusters, drawn] = with_ambiguous(ambiguous, || [
                width(&text),
                text.graphemes(true).map(width).sum(),
                cells(&text).map(|drawn| drawn.cols).sum(),
            ]);
            prop_assert_eq!((whole, whole), (clusters, drawn));
            for drawn in cells(&text) {
                let marks = drawn.symbol.chars().count() - drawn.cols.min(drawn.symbol.chars().count());
                prop_assert!(drawn.cols > 0 && marks <= MARKS * COLS, "{:?}", drawn);
                prop_assert!(!drawn.symbol.contains([JOINER, '\u{FE0F}']), "{:?}", drawn);
            }
        }
    }
}
