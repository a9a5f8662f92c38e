//! Nothing of a dataset is live: hostile exports, read by the very programs that writers use, where they are installed.
//!
//! [`markdown`](crate::markdown) reads with libraries and so runs everywhere; it cannot know what Pandoc makes of
//! Markdown, and of front matter, which it reads as Markdown too.

#![allow(clippy::print_stderr, reason = "a test says what it could not try")]

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use serde_json::Value;
use wallchart::dataset::{Dataset, Lang};
use wallchart::export::{Format, Notes, Options, words};
use wallchart::query::{Field, Query};

use crate::{dataset, hostile, query, written};

/// What a program makes of `text`; `None` where it is not installed, which is said.
fn read_by(program: &str, args: &[&str], text: &str) -> Option<String> {
    let child = Command::new(program).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        eprintln!("{program} is not installed: nothing was tried with it");
        return None;
    };
    let mut input = child.stdin.take().expect("a pipe");
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("no panic").expect("all of it was read");
    assert!(output.status.success(), "{program} {args:?}");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// What Pandoc calls the markup that an export has.
const OURS: [&str; 20] = [
    "Str",
    "Space",
    "SoftBreak",
    "Strong",
    "Link",
    "Note",
    "Code",
    "Cite",
    "Para",
    "Plain",
    "Header",
    "BulletList",
    "CodeBlock",
    "Table",
    "MetaInlines",
    "MetaString",
    "AlignDefault",
    "ColWidth",
    "ColWidthDefault",
    "NormalCitation",
];

/// How often each sort of markup stands in a document, or in a part of one.
fn markup(of: &Value, counts: &mut BTreeMap<String, usize>) {
    match of {
        Value::Array(parts) => parts.iter().for_each(|part| markup(part, counts)),
        Value::Object(map) => {
            if let Some(Value::String(name)) = map.get("t") {
                *counts.entry(name.clone()).or_default() += 1;
            }
            map.values().for_each(|part| markup(part, counts));
        }
        _ => {}
    }
}

/// The text in a part of a document.
fn plain(of: &Value) -> String {
    match of {
        Value::Array(parts) => parts.iter().map(plain).collect(),
        Value::Object(map) => match (map.get("t").and_then(Value::as_str), map.get("c")) {
            (Some("Str"), Some(Value::String(text))) => text.clone(),
            (_, Some(content)) => plain(content),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// All of a text but its blanks, which Markdown joins.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What each milestone says, in the document or in its table.
fn texts(dataset: &Dataset, options: Options) -> Vec<String> {
    let of = |milestone| {
        let mut texts = vec![words::title(milestone, options.lang).into_owned()];
        if options.format == Format::Markdown {
            texts.extend(words::summary(milestone, options.lang));
            texts
                .extend(words::note(milestone, options.lang).iter().flat_map(|note| words::paragraphs(note)));
        }
        texts
    };
    dataset.milestones().flat_map(of).collect()
}

/// Reads a document as Pandoc does from one of its sorts of Markdown.
fn check_pandoc(
    dataset: &Dataset,
    markdown: &str,
    from: &str,
    options: Options,
    texts: &[String],
) -> Result<(), TestCaseError> {
    let Some(json) = read_by("pandoc", &["-f", from, "-t", "json"], markdown) else { return Ok(()) };
    let document: Value = serde_json::from_str(&json).expect("JSON");
    let mut counts = BTreeMap::new();
    markup(&document, &mut counts);
    let foreign: Vec<&String> = counts.keys().filter(|name| !OURS.contains(&name.as_str())).collect();
    prop_assert!(foreign.is_empty(), "{}: {:?} in\n{}", from, foreign, markdown);
    // Dates are bold, and nothing else.
    let bold = if options.format == Format::Table || texts.is_empty() { 0 } else { dataset.len() };
    prop_assert_eq!(counts.get("Strong").copied().unwrap_or_default(), bold, "{}: {}", from, markdown);
    let strings = [
        ("title", Some(options.lang.of(dataset.title(), dataset.head().title_zh.as_deref()))),
        ("license", dataset.head().license.as_deref().map(Into::into)),
        ("version", dataset.head().version.as_deref().map(Into::into)),
    ];
    for (key, expected) in strings {
        let read = letters(&plain(&document["meta"][key]));
        prop_assert_eq!(read, letters(&expected.unwrap_or_default()), "{}: {} in\n{}", from, key, markdown);
    }
    let body = letters(&plain(&document["blocks"]));
    for text in texts {
        prop_assert!(
            body.contains(&letters(text)),
            "{}: {:?} is not in {:?} of\n{}",
            from,
            text,
            body,
            markdown
        );
    }
    Ok(())
}

/// Reads a document as GitHub's program does, which takes the front matter for a heading.
fn check_cmark(markdown: &str, bold: usize) -> Result<(), TestCaseError> {
    let args =
        ["--unsafe", "-t", "xml", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist"];
    let Some(xml) = read_by("cmark-gfm", &args, markdown) else { return Ok(()) };
    for foreign in ["html_inline", "html_block", "emph", "image", "strikethrough", "taskitem"] {
        prop_assert!(!xml.contains(&format!("<{foreign}")), "{}: {}\n{}", foreign, xml, markdown);
    }
    prop_assert_eq!(xml.matches("<strong>").count(), bold, "{}", markdown);
    Ok(())
}

proptest! {
    // Each starts four programs.
    #![proptest_config(crate::tried::seldom(6))]

    #[test]
    fn no_program_takes_text_for_markup(
        text in hostile::dataset(),
        typed in hostile::line(),
        format in prop::sample::select(vec![Format::Markdown, Format::Table]),
        notes in prop::sample::select(Notes::ALL.to_vec()),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let dataset = dataset(&text);
        let options = Options { format, notes, lang, mermaid: true, ..Options::default() };
        let texts = texts(&dataset, options);
        let all = written(&dataset, &Query::default(), options);
        for from in ["markdown-smart", "gfm", "commonmark_x-smart"] {
            check_pandoc(&dataset, &all, from, options, &texts)?;
        }
        check_cmark(&all, if format == Format::Table { 0 } else { dataset.len() })?;
        // Its words stand in the command line, in front matter and below.
        let text = format!("\"{} matches nothing\"", typed.replace(['"', '\\'], ""));
        let none = written(&dataset, &query(&[(Field::Text, &text)], &dataset), options);
        check_pandoc(&dataset, &none, "markdown-smart", options, &[])?;
        check_pandoc(&dataset, &none, "commonmark_x-smart", options, &[])?;
        check_cmark(&none, 0)?;
    }
}
