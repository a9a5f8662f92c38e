//! Plain text → Markdown that reads as exactly that text, a function for each place where text can stand.
//!
//! Four readers are kept in mind: `CommonMark`, GitHub (strikethrough, bare addresses, footnotes), Pandoc
//! (`$math$`, `^sup^`, `@cite`, `{attributes}`, lettered lists, definition lists) and Obsidian (`==mark==`,
//! `%%comment%%`, `#tag`, `[[link]]`). Only what one of them would act on is escaped, so that ordinary prose
//! comes out as it went in. All text arrives scrubbed: no control characters, no tabs.
//!
//! Every block that is written is one line, which is why tables, setext headings and reference definitions,
//! which all take a second line, need no thought here.

use std::fmt::Write;

use super::address;
use super::markup::{Pairs, block_marker, is_entity, is_markup, split_first};

/// The rest of a line: nothing but markup of our own may stand before it.
pub(super) fn inline(text: &str) -> String {
    escaped(text, None, Pairs::within(text))
}

/// A part of a line that has other such parts.
pub(super) fn part(text: &str) -> String {
    escaped(text, None, Pairs::ANYWHERE)
}

/// A part of a line with a footnote behind it, where `[sic]` would become the text of a link and `!` an image.
pub(super) fn noted(text: &str, label: &str) -> String {
    let text = part(text);
    let joins = text.ends_with(['!', ']']);
    format!("{text}{}[^{label}]", if joins { " " } else { "" })
}

/// The text of a link. An address in it would be a link itself, which no link can hold, so that none is made of
/// it, and a bracket is never left to be counted.
pub(super) fn link_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text;
    while let Some((c, after)) = split_first(rest) {
        if let Some(tail) = rest.strip_prefix("www.") {
            out.push_str("www\\.");
            (before, rest) = (Some('.'), tail);
            continue;
        }
        let disarms = matches!(c, '[' | ']' | '!' | '<' | '@') || (c == ':' && after.starts_with("//"));
        if disarms || is_markup(before, c, after, Pairs::ANYWHERE) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
        rest = after;
    }
    out
}

/// The title of a link, in its quotes: nothing is markup there but the quotes, entities and the backslash; and to Pandoc,
/// which sees a table in the line first, the bar.
pub(super) fn link_title(text: &str) -> String {
    let quote = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    let mut out = String::from(quote);
    let mut rest = text;
    while let Some((c, after)) = split_first(rest) {
        rest = after;
        match c {
            // GitHub's reader decodes entities in titles before it looks at backslashes: `\&lt;` would be `<`.
            '&' if is_entity(rest) => out.push_str("&amp;"),
            '\\' | '|' => out.extend(['\\', c]),
            c if c == quote => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// Markdown in a cell of a table, which a `|` would end.
pub(super) fn cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// Text that begins a block, where `2013.` would begin a list and `>` a quotation.
pub(super) fn paragraph(text: &str) -> String {
    let text = text.trim_matches(' ');
    escaped(text, block_marker(text), Pairs::within(text))
}

/// Text of a heading, whose last `#` would be taken for its end.
pub(super) fn heading(text: &str) -> String {
    let text = text.trim_matches(' ');
    let closing = text.trim_end_matches('#').len();
    escaped(text, (closing < text.len()).then_some(closing), Pairs::within(text))
}

/// Bold text. Refuses what is not ASCII: `**` beside Chinese punctuation neither opens nor closes.
pub(super) fn bold(text: &str) -> Option<String> {
    (text.is_ascii() && !text.trim().is_empty()).then(|| format!("**{}**", part(text.trim())))
}

/// A string of front matter, which Pandoc reads as Markdown: it reads as `text` there, and also to whoever takes the lines
/// of the front matter for Markdown.
///
/// What would be markup is written by its number, `&#42;`, and not behind a backslash: YAML would double that, and a
/// doubled one guards nothing where YAML is not read.
pub(super) fn metadata(text: &str) -> String {
    let written = numbered(text, false);
    // An address takes in whatever is written behind it; where nothing is written by number it may stay one.
    if written == text { written } else { numbered(text, true) }
}

/// `text` with whatever would be markup by its number, and so that no address is one if it `has_none`.
fn numbered(text: &str, has_none: bool) -> String {
    let marker = block_marker(text);
    let behind_blanks = text.trim_start_matches(' ');
    let blanks = text.len() - behind_blanks.len();
    let end = blanks + behind_blanks.trim_end_matches(' ').len();
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text;
    while let Some((c, after)) = split_first(rest) {
        let at = text.len() - rest.len();
        // A blank at an end would be dropped, or make code of what follows.
        let is_outside = at < blanks || at >= end;
        let is_address =
            (has_none && c == ':' && after.starts_with("//")) || (c == '.' && out.ends_with("www"));
        let acts = is_outside || is_address || marker == Some(at) || c.is_control();
        if acts || is_markup(before, c, after, Pairs::ANYWHERE) {
            // Writing to a string cannot fail.
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            out.push(c);
        }
        before = Some(c);
        rest = after;
    }
    out
}

/// `text` with a backslash before whatever would be markup, and before the character at byte `marker`.
fn escaped(text: &str, marker: Option<usize>, pairs: Pairs) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text;
    // Looked for once: at every letter it would take as long as all the rest.
    let has_address = ["://", "www.", "@"].into_iter().any(|sign| text.contains(sign));
    while let Some((c, after)) = split_first(rest) {
        if has_address && let Some((written, tail)) = address::leading(before, rest) {
            before = written.chars().next_back();
            out.push_str(&written);
            rest = tail;
            continue;
        }
        if marker == Some(text.len() - rest.len()) || is_markup(before, c, after, pairs) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    /// The events of a document, `text` and what stands for text folded into one string.
    fn read(markdown: &str) -> (Vec<String>, String) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_MATH
            | Options::ENABLE_WIKILINKS;
        let mut tags = Vec::new();
        let mut plain = String::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) => plain.push_str(&text),
                Event::Start(pulldown_cmark::Tag::Link { link_type, .. }) => {
                    tags.push(format!("{link_type:?}"));
                }
                Event::End(_) => {}
                event => tags.push(format!("{event:?}")),
            }
        }
        (tags, plain)
    }

    #[test]
    fn ordinary_prose_comes_out_as_it_went_in() {
        for text in [
            "Alibaba and Tencent – AT&T, C#, snake_case, 5 < 6 > 4, 50%, ~5%, a | b, don't \"quote\"",
            "Fined 18.2 billion yuan (US$2.8 billion).",
            "Up from $5 to $10.",
            "The court [sic] ruled on 1. May; see (2021) and #5!",
            "微信支付接入淘宝，“墙”与【门】；@双方",
            "[WeChat blocks three challengers] and more",
            "-5 degrees, 3.5 points, 2013 was; J. Ma said",
        ] {
            let expected = text.replace("；@", "；\\@");
            assert_eq!(inline(text), expected);
            assert_eq!(read(&expected), (vec!["Start(Paragraph)".to_owned()], text.to_owned()));
        }
        for text in ["2013 was the year", "-5 degrees", "J. Ma said", "3.5 points", "e.g. this"] {
            assert_eq!(paragraph(text), text);
        }
    }

    #[test]
    fn what_begins_a_block_is_escaped_there_and_only_there() {
        for (text, expected) in [
            ("2013. A year", r"2013\. A year"),
            ("(1) first", r"(1\) first"),
            ("iv) fourth", r"iv\) fourth"),
            ("(@) next", r"(@\) next"),
            ("a. first", r"a\. first"),
            ("- item", r"\- item"),
            ("---", r"\---"),
            ("> said", r"\> said"),
            ("# title", r"\# title"),
            ("| verse", r"\| verse"),
            (": meaning", r"\: meaning"),
            ("::: note", r"\::: note"),
            ("    code", "code"),
            ("+", r"\+"),
        ] {
            assert_eq!(paragraph(text), expected);
        }
        assert_eq!(inline("2013. A - b > c # d"), "2013. A - b > c # d");
    }

    #[test]
    fn markup_in_a_line_becomes_text() {
        for (text, expected) in [
            ("*bold* _it_ `x` \\", r"\*bold\* \_it\_ \`x\` \\"),
            ("<q>gone</q> <墙>", r"\<q>gone\</q> \<墙>"),
            ("&amp; &#38; & R&D;", r"\&amp; \&#38; & R\&D;"),
            ("~a~ and $x$", r"\~a\~ and \$x\$"),
            ("US$5 then US$10", r"US\$5 then US\$10"),
            ("[x](y) [^1] [[z]] [a][b]", r"\[x](y) \[\^1] \[\[z]] \[a]\[b]"),
            ("==hi== %%no%% x^2^ {.c}", r"\=\=hi\=\= \%\%no\%\% x\^2\^ \{.c}"),
            ("#tag @user a@b", r"\#tag \@user a\@b"),
            ("#2021年 #5-6 #5, #", r"\#2021年 \#5-6 #5, #"),
            ("[2021] [x] ![as it is]", r"\[2021] \[x] !\[as it is]"),
            (":x: at 10:30:45", r"\:x: at 10:30:45"),
        ] {
            assert_eq!(inline(text), expected);
        }
    }

    #[test]
    fn bare_addresses_end_where_they_end() {
        for (text, expected) in [
            ("见https://example.org/a。中文", "见<https://example.org/a>。中文"),
            ("(https://example.org/a_(b)).", "(<https://example.org/a_(b)>)."),
            ("www.example.org", r"www\.example.org"),
            ("write to a.b@example.org.", "write to <a.b@example.org>."),
            ("https://中文", r"https\://中文"),
            ("<https://example.org>", r"\<<https://example.org>>"),
        ] {
            assert_eq!(inline(text), expected);
        }
    }

    #[test]
    fn a_heading_keeps_its_last_number_sign() {
        assert_eq!(heading("In C #"), r"In C \#");
        assert_eq!(heading("In C ##"), r"In C \##");
        assert_eq!(heading("In C# we {trust}"), r"In C# we \{trust}");
    }

    #[test]
    fn a_footnote_never_joins_what_stands_before_it() {
        assert_eq!(noted("The Paper", "p"), "The Paper[^p]");
        assert_eq!(noted("Yahoo!", "p"), "Yahoo! [^p]");
        assert_eq!(noted("Daily [sic]", "p"), "Daily [sic] [^p]");
    }

    #[test]
    fn only_ascii_is_set_bold() {
        assert_eq!(bold("9 September 2021").as_deref(), Some("**9 September 2021**"));
        assert_eq!(bold("2013*").as_deref(), Some(r"**2013\***"));
        assert_eq!((bold("二〇二一年"), bold(" ")), (None, None));
    }

    /// What markup is made of, and a few letters of either script.
    const HOSTILE: &str = concat!(
        r"(([-*_`~\[\]()^!<>&#+|=$%{}:;.,/\\\x22'@ a-cB7é墙。：\u{3000}]{1,4})",
        r"|(https://a|www\.|a@b\.cc|\[\^|<b>|&lt;|# |1[.)] |- |---|\{#a\}|    )){0,12}"
    );

    fn check_is_plain(markdown: &str, expected: &str) -> Result<(), TestCaseError> {
        let (tags, plain) = read(markdown);
        let foreign: Vec<&String> = tags
            .iter()
            .filter(|tag| !matches!(tag.as_str(), "Autolink" | "Email" | "Start(Paragraph)"))
            .collect();
        prop_assert!(foreign.is_empty(), "{markdown:?} holds {foreign:?}");
        prop_assert_eq!(plain, expected.trim_matches(' '), "{:?}", markdown);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn a_paragraph_reads_as_the_text_that_went_in(text in HOSTILE) {
            check_is_plain(&paragraph(&text), &text)?;
        }

        #[test]
        fn the_rest_of_a_line_does_too(text in HOSTILE) {
            let line = format!("Text {}", inline(&text).trim_end_matches(' '));
            check_is_plain(&line, &format!("Text {text}"))?;
        }

        #[test]
        fn two_parts_of_a_line_never_act_together(one in HOSTILE, two in HOSTILE) {
            let line = format!("Text {}; {}.", part(&one), part(&two));
            check_is_plain(&line, &format!("Text {one}; {two}."))?;
        }

        #[test]
        fn a_heading_reads_as_its_text(text in HOSTILE) {
            let (tags, plain) = read(&format!("# {}", heading(&text)));
            let foreign = tags.iter().filter(|tag| !matches!(tag.as_str(), "Autolink" | "Email")).count();
            // One of them is the heading itself.
            prop_assert_eq!((foreign, plain), (1, text.trim_matches(' ').to_owned()), "{:?}", tags);
        }
    }
}
