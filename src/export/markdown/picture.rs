//! A timeline that Mermaid (10 and 11) draws, in a block of code that GitHub and Obsidian show as the picture.
//!
//! Its lexer is the reason for the escapes: a colon begins another event, `#` and `%%` a comment, a semicolon ends
//! what Mermaid 10 takes for a title or an event, and HTML is taken for HTML. `#58;` is Mermaid's own way to write a
//! character by its number.

use std::fmt::Write;

use super::chapters::year_name;
use super::fence::fenced;
use crate::dataset::Lang;
use crate::export::{Extract, PICTURE_MOST, words};
use crate::text::wrap;

/// The block; none where nothing is selected, or more than can be read.
pub(super) fn timeline(extract: &Extract<'_>, lang: Lang) -> Option<String> {
    if extract.is_empty() || extract.len() > PICTURE_MOST {
        return None;
    }
    let mut lines = vec!["timeline".to_owned()];
    lines.push(format!("    title {}", escaped(&extract.title(lang))));
    let (mut year, mut date) = (None, String::new());
    for milestone in extract.milestones() {
        if year != Some(milestone.date().year()) {
            year = Some(milestone.date().year());
            lines.push(format!("    section {}", year_name(milestone.date().year(), lang.words())));
            date.clear();
        }
        // What happened on one date stands under it once.
        let words = escaped(&words::capitalized(&milestone.date().words(lang.words())));
        let period = if words == date { String::new() } else { format!("{words} ") };
        lines.push(format!("        {period}: {}", escaped(&boxed(&words::title(milestone, lang)))));
        date = words;
    }
    Some(fenced("mermaid", &lines.join("\n")))
}

/// Columns of a line in a box of the picture.
const BOX: usize = 18;

/// What a word too long for a box is broken with, Chinese above all: Mermaid breaks a line at blanks and nowhere else.
const HAIR: &str = "\u{200A}";

/// Text for a box, with blanks where a long word may be broken.
fn boxed(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(|word| wrap(word, BOX).join(HAIR)).collect();
    words.join(" ")
}

/// Text that Mermaid draws as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if matches!(c, '#' | ':' | ';' | '%' | '<' | '>' | '&') {
            // Writing to a string cannot fail.
            let _ = write!(out, "#{};", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_too_long_for_a_box_is_broken_where_its_script_allows() {
        for (text, expected) in [
            ("Ministry tells platforms", "Ministry tells platforms"),
            ("微信公示限制小红书、快手等外链", "微信公示限制小红\u{200A}书、快手等外链"),
            ("支付 launch", "支付 launch"),
        ] {
            assert_eq!(boxed(text), expected);
        }
    }

    #[test]
    fn what_mermaid_would_act_on_is_written_by_its_number() {
        for (text, expected) in [
            ("Ministry tells platforms to lift link blocks", "Ministry tells platforms to lift link blocks"),
            ("One day: two events", "One day#58; two events"),
            ("C# and 50%% <q>&amp;</q>", "C#35; and 50#37;#37; #60;q#62;#38;amp#59;#60;/q#62;"),
            ("“墙”与门：开，了。", "“墙”与门：开，了。"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
