//! Exports: what writers and programs get, on a small dataset as snapshots and on hostile text as a property.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::fmt::Write as _;

use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options as Reading, Parser, Tag, TagEnd};
use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, Lang, Milestone, MilestoneId};
use wallchart::export::{Format, Options, Selection, bytes, file_name, words};
use wallchart::query::{Field, Query, Searcher};

const SMALL: &str = include_str!("../data/small.toml");

fn dataset(text: &str) -> Dataset {
    let loaded = load(text);
    loaded.dataset.unwrap_or_else(|| panic!("{:?} in\n{text}", loaded.faults))
}

fn query(terms: &[(Field, &str)], dataset: &Dataset) -> Query {
    let mut query = Query::default();
    for (field, values) in terms {
        query.and(*field, values, dataset).expect("a query");
    }
    query
}

fn exported(dataset: &Dataset, query: &Query, format: Format) -> String {
    written(dataset, query, Options { format, ..Options::default() })
}

fn written(dataset: &Dataset, query: &Query, options: Options) -> String {
    let found = Searcher::new(dataset).matches(query, dataset);
    String::from_utf8(bytes(&Selection::matching(dataset, query, &found), options)).expect("UTF-8")
}

#[test]
fn markdown_of_everything() {
    let dataset = dataset(SMALL);
    insta::assert_snapshot!(exported(&dataset, &Query::default(), Format::Markdown));
}

#[test]
fn markdown_of_a_query() {
    let dataset = dataset(SMALL);
    let query = query(&[(Field::Year, "2021"), (Field::Company, "腾讯,alibaba")], &dataset);
    insta::assert_snapshot!(exported(&dataset, &query, Format::Markdown));
}

#[test]
fn json_and_csv_of_a_query() {
    let dataset = dataset(SMALL);
    let query = query(&[(Field::Year, "2024")], &dataset);
    insta::assert_snapshot!("json", exported(&dataset, &query, Format::Json));
    insta::assert_snapshot!("csv", exported(&dataset, &query, Format::Csv));
}

#[test]
fn nothing_selected_is_still_a_document() {
    let dataset = dataset(SMALL);
    let query = query(&[(Field::Year, "1999")], &dataset);
    let markdown = exported(&dataset, &query, Format::Markdown);
    let text = "# Small walls\n\n0 of 12 milestones, year:1999\n\nTo make it again:\n\n```sh\nwallchart export -y 1999\n```\n";
    assert!(markdown.ends_with(text), "{markdown}");
    assert!(!markdown.contains("period:"), "{markdown}");
    assert_eq!(exported(&dataset, &query, Format::Json), "[]\n");
    assert_eq!(exported(&dataset, &query, Format::Csv).lines().count(), 1);
}

#[test]
fn what_is_picked_by_hand_is_asked_for_by_its_ids() {
    let dataset = dataset(SMALL);
    let query = query(&[(Field::Company, "miit")], &dataset);
    let found = Searcher::new(&dataset).matches(&query, &dataset);
    let last = MilestoneId::new(dataset.len() - 1);
    let text = |ids: &[MilestoneId]| {
        let selection = Selection::picked(&dataset, ids.to_vec(), &query, &found);
        (
            String::from_utf8(bytes(&selection, Options::default())).unwrap(),
            file_name(&selection, Format::Markdown),
        )
    };

    let (picked, name) = text(&[last, found.ids[0], last]);
    let view = "view: \"wallchart export -q id:miit-guidance-meeting,still-talking\"";
    assert!(picked.contains(&format!("\n{view}\nevents: 2\n")), "{picked}");
    assert!(picked.contains("\n2 of 12 milestones, selected by hand, since 9 September 2021\n"), "{picked}");
    assert_eq!(name, "small-walls-selected.md");

    let (one, name) = text(&[last]);
    assert!(one.contains("\nview: \"wallchart export -q id:still-talking\"\n"), "{one}");
    assert_eq!(name, "small-walls-still-talking.md");

    let all: Vec<MilestoneId> = dataset.milestones().map(Milestone::place).collect();
    let (whole, name) = text(&all);
    assert!(whole.contains("\nview: \"wallchart export\"\n"), "{whole}");
    assert_eq!(name, "small-walls.md");

    let (none, _) = text(&[]);
    let (matched, name) = text(&found.ids);
    assert_eq!(none, matched);
    assert!(matched.contains("\nview: \"wallchart export -c miit\"\n"), "{matched}");
    assert_eq!(name, "small-walls-miit.md");
}

#[test]
fn a_file_is_named_after_what_is_in_it_in_ascii() {
    let dataset = dataset(SMALL);
    for (terms, expected) in [
        (&[][..], "small-walls.csv"),
        (&[(Field::Company, "腾讯,Ali"), (Field::Year, "2021")], "small-walls-tencent-alibaba-2021.csv"),
        (
            &[(Field::Year, "2021-09..2022-03"), (Field::Kind, "诉讼")],
            "small-walls-2021-09-to-2022-03-litigation.csv",
        ),
        (&[(Field::Between, "腾讯,Ali"), (Field::Text, "it's")], "small-walls-tencent-alibaba-it-s.csv"),
        (
            &[(Field::Channel, "支付"), (Field::Barrier, "short video links")],
            "small-walls-payment-wechat-douyin-links.csv",
        ),
    ] {
        let query = query(terms, &dataset);
        let found = Searcher::new(&dataset).matches(&query, &dataset);
        assert_eq!(file_name(&Selection::matching(&dataset, &query, &found), Format::Csv), expected);
    }
}

#[test]
fn a_view_is_quoted_for_a_shell() {
    let dataset = dataset(&SMALL.replace("\"Tengxun\"", "\"it's; $(me)\""));
    let query = query(&[(Field::Company, "it's; $(me),\"Ali\""), (Field::Year, "..2021")], &dataset);
    let markdown = exported(&dataset, &query, Format::Markdown);
    let view = r#"view: "wallchart export -c '\"it'\\''s; $(me)\",Ali' -y ..2021""#;
    assert!(markdown.contains(view), "{markdown}");
}

#[test]
fn csv_reads_back_and_runs_nothing() {
    let hostile = SMALL.replace("title = \"Douyin sues\"", "title = \"=HYPERLINK(\\\"x\\\"),\\\"\"");
    let dataset = dataset(&hostile);
    let table = exported(&dataset, &Query::default(), Format::Csv);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().next(), Some("id"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), dataset.len());
    for (row, milestone) in rows.iter().zip(dataset.milestones()) {
        assert_eq!(row.get(0), Some(milestone.id()));
        let summary = row.get(13).map(|cell| cell.trim_start_matches('\''));
        assert_eq!(summary, Some(milestone.summary()));
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
    }
    assert!(rows.iter().any(|row| row.get(4) == Some("'=HYPERLINK(\"x\"),\"")));
}

/// A block of a document: what it is, and its plain text.
type Block = (&'static str, String);

/// What a Markdown reader makes of a document: its blocks, and every piece of markup that is not ours.
fn read(markdown: &str) -> (Vec<Block>, Vec<String>) {
    let options = Reading::ENABLE_TABLES
        | Reading::ENABLE_FOOTNOTES
        | Reading::ENABLE_STRIKETHROUGH
        | Reading::ENABLE_TASKLISTS
        | Reading::ENABLE_DEFINITION_LIST
        | Reading::ENABLE_WIKILINKS
        | Reading::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let (mut blocks, mut foreign, mut text) = (Vec::new(), Vec::new(), String::new());
    let mut is_first = false;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(piece) => text.push_str(&piece),
            Event::FootnoteReference(label) => write!(text, "[^{label}]").unwrap(),
            Event::Start(Tag::Item) => is_first = true,
            Event::Start(Tag::FootnoteDefinition(label)) => text = format!("{label}: "),
            Event::End(TagEnd::MetadataBlock(_)) => blocks.push(("front", std::mem::take(&mut text))),
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => blocks.push(("h1", std::mem::take(&mut text))),
            Event::End(TagEnd::Heading(_)) => blocks.push(("h", std::mem::take(&mut text))),
            Event::End(TagEnd::Paragraph) => {
                let kind = if std::mem::take(&mut is_first) { "item" } else { "p" };
                blocks.push((kind, std::mem::take(&mut text)));
            }
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::MetadataBlock(_)
                | Tag::List(None)
                | Tag::Strong
                | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. },
            )
            | Event::End(_) => {}
            event => foreign.push(format!("{event:?}")),
        }
    }
    (blocks, foreign)
}

/// What the document should say, put together without any Markdown.
fn expected(dataset: &Dataset) -> Vec<Block> {
    let plain = |text: &str| text.trim_matches(' ').to_owned();
    let mut blocks = vec![("h1", plain(dataset.title()))];
    blocks.push(("p", "1 of 1 milestones, 9 September 2021".to_owned()));
    blocks.extend([("h", "2021".to_owned()), ("h", "September 2021".to_owned())]);
    let mut used = Vec::new();
    for milestone in dataset.milestones() {
        blocks.extend(entry(milestone, dataset));
        for cite in milestone.cites() {
            if !used.contains(&cite.source) {
                used.push(cite.source);
            }
        }
    }
    blocks.extend(used.into_iter().map(|id| {
        let source = dataset.source(id);
        let text = words::paragraphs(&words::citation(source, Lang::En)).join(" ");
        let url = source.url.as_ref().map_or_else(String::new, |url| format!(" {}", url.replace(' ', "%20")));
        ("p", format!("{}: {}", source.id, plain(&format!("{text}{url}"))))
    }));
    blocks
}

fn entry(milestone: Milestone<'_>, dataset: &Dataset) -> Vec<Block> {
    let who = words::direction(milestone, Lang::En).expect("an actor");
    let line = format!("9 September 2021 {}", format!("{who}: {}", milestone.title()).trim_matches(' '));
    let mut texts = words::paragraphs(milestone.summary());
    texts.extend(
        milestone
            .effects()
            .iter()
            .map(|effect| format!("Effects: {}", words::effect(effect, dataset, Lang::En))),
    );
    texts.extend(words::note(milestone).iter().flat_map(|note| words::paragraphs(note)));
    texts.push(format!("{}, high confidence", milestone.kind().name));
    let cites = milestone.cites().iter().map(|cite| {
        let source = dataset.source(cite.source);
        let gap = if source.publisher.trim_matches(' ').ends_with(['!', ']']) { " " } else { "" };
        let supports = words::paragraphs(cite.supports.as_deref().unwrap_or_default()).join(" ");
        let publisher = words::paragraphs(&source.publisher).join(" ");
        format!("{publisher}{gap}[^{}] ({supports})", source.id)
    });
    texts.push(format!("Sources: {}", cites.collect::<Vec<_>>().join("; ")));
    let paragraphs = texts.into_iter().map(|text| ("p", text.trim_matches(' ').to_owned()));
    std::iter::once(("item", line.trim_end_matches(' ').to_owned())).chain(paragraphs).collect()
}

/// Text made of what markup is made of; never blank, so that the dataset loads.
fn hostile() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "__",
        "`",
        "```",
        "~",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "[^",
        "[^s]",
        "[^s]: ",
        "![",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "&lt;",
        "#",
        "# ",
        "- ",
        "+ ",
        "1. ",
        "1) ",
        "> ",
        "|",
        "|-|",
        "---",
        "===",
        "{",
        "}",
        ":",
        ": ",
        "\\",
        "\"",
        "'",
        "@",
        "a@b.cc",
        "https://",
        "https://a.b/c",
        "www.",
        " ",
        "    ",
        "[ ]",
        "[x](y)",
        "a",
        "B",
        "7",
        "墙",
        "。",
        "：",
        "x y",
        ".",
        ",",
        ";",
        "/",
        "=",
        "%",
        "é",
        "\u{1b}[2J",
        "\u{202e}",
        "\u{7}",
        "\t",
        "\u{85}",
    ]);
    prop::collection::vec(bits, 0..12)
        .prop_map(|bits| format!("{}x{}", bits.concat(), bits.iter().rev().copied().collect::<String>()))
}

fn hostile_prose() -> impl Strategy<Value = String> {
    prop::collection::vec(hostile(), 1..4).prop_flat_map(|lines| {
        prop::sample::select(vec!["\n", "\n\n", "\n    ", "\n---\n"]).prop_map(move |joint| lines.join(joint))
    })
}

/// A dataset with one hostile text in each of its fields.
fn hostile_dataset() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(hostile(), 12);
    let urls =
        prop::sample::select(vec!["https://a.b/c?d=(e)&f#g", "javascript:x", "https://a b", "HTTPS://x.y"]);
    (lines, hostile_prose(), hostile_prose(), urls).prop_map(|(lines, summary, note, url)| {
        let [
            title,
            license,
            actor,
            affected,
            kind,
            channel,
            publisher,
            headline,
            remark,
            barrier,
            event,
            supports,
        ] = lines.iter().map(|line| toml(line)).collect::<Vec<_>>().try_into().expect("twelve");
        format!(
            r#"schema = 1
dataset = {{ id = "d", title = {title}, license = {license} }}
company = [{{ id = "a", name = {actor} }}, {{ id = "b", name = {affected} }}]
kind = [{{ id = "k", name = {kind}, tone = "rule", glyph = "x", ascii = "x" }}]
channel = [{{ id = "c", name = {channel} }}]
[[source]]
id = "s"
publisher = {publisher}
title = {headline}
note = {remark}
url = {url}
[[barrier]]
id = "w"
name = {barrier}
holders = ["a"]
against = ["b"]
channel = "c"
[[milestone]]
id = "m"
date = 2021-09-09
title = {event}
kind = "k"
actors = ["a"]
affected = ["b"]
summary = {summary}
note = {note}
confidence = "high"
effects = [{{ barrier = "w", state = "open" }}]
cites = [{{ source = "s", supports = {supports} }}]
"#,
            url = toml(url),
            summary = toml(&summary),
            note = toml(&note),
        )
    })
}

/// A TOML basic string.
fn toml(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_markdown_it_is_exported_to(text in hostile_dataset()) {
        let dataset = dataset(&text);
        let markdown = exported(&dataset, &Query::default(), Format::Markdown);
        prop_assert!(markdown.ends_with('\n') && !markdown.ends_with("\n\n"));
        let (mut blocks, foreign) = read(&markdown);
        prop_assert!(foreign.is_empty(), "{:?} in\n{}", foreign, markdown);
        prop_assert_eq!(blocks.remove(0).0, "front");
        prop_assert_eq!(blocks, expected(&dataset), "in\n{}", markdown);
    }
}

#[test]
fn a_period_is_edtf_whatever_the_years() {
    // Without `2024-10/..`, which has no end.
    let ended = SMALL.replace("2024-10/..", "2024-10");
    for (date, period) in
        [("-0753", "-0753-01-01/2024-10-31"), ("Y12000", "2013-11-01/.."), ("../2011", "../2024-10-31")]
    {
        let dataset = dataset(&ended.replace("date = \"2011\"", &format!("date = \"{date}\"")));
        let text = exported(&dataset, &Query::default(), Format::Markdown);
        let line = text.lines().find_map(|line| line.strip_prefix("period: "));
        assert_eq!(line, Some(format!("\"{period}\"").as_str()), "{date}");
        assert!(wallchart::date::Date::parse(period).is_ok(), "{period}");
    }
}
