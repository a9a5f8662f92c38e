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
        ("约\u{3000}$7\u{3000}$7", "约\u{3000}\\$7\u{3000}\\$7"),
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
    #![proptest_config(crate::tried::often())]

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
