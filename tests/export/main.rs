//! Exports: what writers and programs get, on a small dataset as snapshots and on hostile text as a property.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a helper that cannot go on fails its test"
)]

mod cases;
mod hostile;
mod live;
mod markdown;
mod picture;
mod programs;
mod reading;
mod traps;
#[path = "../support/tried.rs"]
mod tried;

use wallchart::dataset::load::load;
use wallchart::dataset::{Dataset, Milestone, MilestoneId};
use wallchart::export::{Extract, Format, Options, bytes, file_name};
use wallchart::query::{Field, Query, Searcher};

const SMALL: &str = include_str!("../data/small.toml");
const STORY: &str = include_str!("../data/story.toml");

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
    String::from_utf8(bytes(&Extract::matching(dataset, query, &found), options)).expect("UTF-8")
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
    let text = "# Small walls\n\n0 of 12 milestones, year:1999\n\nTo make it again, with the dataset as FILE:\n\n```sh\nwallchart export FILE -y 1999\n```\n";
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
        let selection = Extract::picked(&dataset, ids.to_vec(), &query, &found);
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
fn a_file_is_named_after_what_is_in_it() {
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
        (&[(Field::Text, "微信支付")], "small-walls-微信支付.csv"),
        (&[(Field::Text, "../~/$(x)")], "small-walls-x.csv"),
    ] {
        let query = query(terms, &dataset);
        let found = Searcher::new(&dataset).matches(&query, &dataset);
        assert_eq!(file_name(&Extract::matching(&dataset, &query, &found), Format::Csv), expected);
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
        assert_eq!(summary, Some(&*milestone.summary()));
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
    }
    assert!(rows.iter().any(|row| row.get(4) == Some("'=HYPERLINK(\"x\"),\"")));
}

#[test]
fn a_period_is_edtf_whatever_the_years() {
    // Without `2024-10/..`, which has no end.
    let ended = SMALL.replace("2024-10/..", "2024-10");
    for (date, period) in
        [("-0753", "-0753/2024-10"), ("Y12000", "2013-11~/Y12000"), ("../2011", "../2024-10")]
    {
        let dataset = dataset(&ended.replace("date = \"2011\"", &format!("date = \"{date}\"")));
        let text = exported(&dataset, &Query::default(), Format::Markdown);
        let line = text.lines().find_map(|line| line.strip_prefix("period: "));
        assert_eq!(line, Some(format!("\"{period}\"").as_str()), "{date}");
        assert!(wallchart::date::Date::parse(period).is_ok(), "{period}");
    }
}

#[test]
fn a_command_that_no_shell_would_take_is_not_repeated() {
    let milestone = SMALL.split("[[milestone]]").nth(1).expect("a milestone");
    let id = milestone.lines().find_map(|line| line.strip_prefix("id = ")).expect("an id");
    let more = (0..4_000).map(|n| {
        format!("[[milestone]]{}", milestone.replacen(id, &format!("\"a-milestone-with-the-number-{n}\""), 1))
    });
    let dataset = dataset(&std::iter::once(format!("{SMALL}\n")).chain(more).collect::<String>());
    let all: Vec<MilestoneId> = dataset.milestones().map(Milestone::place).skip(1).collect();
    let (query, found) = (Query::default(), Searcher::new(&dataset).matches(&Query::default(), &dataset));
    let selection = Extract::picked(&dataset, all, &query, &found);
    let markdown = String::from_utf8(bytes(&selection, Options::default())).unwrap();
    assert!(markdown.contains("\nview: \"wallchart export -q id:"));
    assert!(!markdown.contains("```sh"));
    assert!(markdown.ends_with("where `wallchart verify` reads it.\n"), "its end");
}
