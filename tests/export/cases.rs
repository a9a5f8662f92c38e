//! Small datasets that once came out wrong, each with what is right.

use wallchart::dataset::{Dataset, Milestone};
use wallchart::export::{Format, Options};
use wallchart::query::Query;

use crate::{dataset, written};
use wallchart::words::en;

macro_rules! case {
    ($name:literal) => {
        dataset(include_str!(concat!("../data/cases/", $name, ".toml")))
    };
}

/// Everything in a format.
fn whole(dataset: &Dataset, options: Options) -> String {
    written(dataset, &Query::default(), options)
}

#[test]
fn a_year_before_our_era_is_read_back_from_csv() {
    let options = Options { format: Format::Csv, ..Options::default() };
    let table = whole(&case!("csv-before-our-era"), options);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let row = reader.records().next().expect("a row").expect("cells");
    let cells: Vec<&str> = row.iter().skip(1).take(3).collect();
    assert_eq!(cells, ["-0484", "-0484-01-01", "-0484-12-31"]);
}

#[test]
fn doubt_is_not_nearness() {
    let options = Options { format: Format::Csl, ..Options::default() };
    let sources = whole(&case!("csl-doubt-is-not-nearness"), options);
    assert!(sources.contains(r#""issued":{"date-parts":[[1450]],"literal":"perhaps 1450"}"#), "{sources}");
    assert!(!sources.contains("circa"), "{sources}");
}

#[test]
fn a_semicolon_ends_nothing_in_a_picture() {
    let picture = whole(&case!("mermaid-semicolon"), Options { mermaid: true, ..Options::default() });
    assert!(picture.contains("\n        2021 : WAF#59; CPU drops\n"), "{picture}");
}

#[test]
fn years_beyond_any_calendar_keep_their_order_and_are_said() {
    let dataset = case!("far-years");
    let listed: Vec<&str> = dataset.milestones().map(Milestone::id).collect();
    assert_eq!(listed, ["earth", "dinosaurs", "today", "sun"]);
    let document = whole(&dataset, Options::default());
    let headings: Vec<&str> = document.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(headings, ["4.6 billion years BC", "3 billion years BC", "2021", "AD 5 billion"]);
    for format in [Format::Markdown, Format::Table, Format::Json, Format::Csv] {
        let all = whole(&dataset, Options { format, ..Options::default() });
        let places = ["Earth", "Oxygen", "Today", "Sun dies"].map(|title| all.find(title));
        assert!(places.is_sorted() && places[0].is_some(), "{format:?}: {all}");
    }
    let json = whole(&dataset, Options { format: Format::Json, ..Options::default() });
    assert!(json.contains(r#""date":"Y5000000000","earliest":null,"latest":null"#), "{json}");
}

#[test]
fn what_spans_months_stands_where_it_began() {
    let table = |date: &str| {
        format!(
            "[[milestone]]\nid = \"m{}\"\ndate = \"{date}\"\ntitle = \"X\"\nkind = \"k\"\nsummary = \"X\"\n\
             confidence = \"high\"\ncites = [{{ source = \"s\" }}]\n",
            date.replace('/', "-to-")
        )
    };
    let dates = ["2021", "2021-01-12", "2021-02", "2021-33", "2021-02-14", "2021-03/2021-12", "2021-09"];
    let text = include_str!("../data/cases/far-years.toml");
    let head = text.split("[[milestone]]").next().expect("a head");
    let dataset = dataset(&format!("{head}{}", dates.map(table).concat()));
    let document = whole(&dataset, Options::default());
    let words = dataset.milestones().map(|one| one.date().words(&en::WORDS)).collect::<Vec<_>>();
    let places: Vec<_> = words
        .iter()
        .map(|words| document.to_lowercase().find(&format!("- **{}**", words.to_lowercase())))
        .collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{words:?} in {document}");
}

#[test]
fn a_title_is_no_markup_in_front_matter_either() {
    let dataset = case!("front-matter-is-markdown-to-pandoc");
    assert_eq!(dataset.title(), r"Acme <script>alert(1)</script> *bold* a\\b");
    let markdown = whole(&dataset, Options::default());
    let title = r#"title: "Acme &#60;script>alert(1)&#60;/script> &#42;bold&#42; a&#92;&#92;b""#;
    assert_eq!(markdown.lines().nth(1), Some(title));
}

#[test]
fn a_period_is_said_as_precisely_as_its_dates() {
    let text = whole(&case!("period-of-years"), Options::default());
    assert!(text.contains("period: \"1957/1961\""), "{text}");
    assert!(text.contains("2 milestones, 1957 to 1961"), "{text}");
    let before = include_str!("../data/cases/period-of-years.toml").replace("\"1957\"", "\"-2999\"");
    let text = whole(&dataset(&before), Options::default());
    assert!(text.contains("period: \"-2999/1961\"") && text.contains("3000 BC to 1961"), "{text}");
}

#[test]
fn what_chooses_a_picture_is_data_and_a_query_from_the_file_finds_it() {
    let dataset = case!("variation-selectors");
    let title = "I ❤\u{FE0F} this, ⚠\u{FE0F} warning, 1\u{FE0F}\u{20E3} first, 🏳\u{FE0F}\u{200D}🌈 flag";
    assert_eq!(dataset.milestones().next().map(Milestone::title), Some(title));
    for format in [Format::Markdown, Format::Json, Format::Csv] {
        let text = whole(&dataset, Options { format, ..Options::default() });
        assert!(text.contains("🏳\u{FE0F}\u{200D}⚧\u{FE0F} trans flag"), "{text}");
    }
    for word in ["❤\u{FE0F}", "❤", "⚧\u{FE0F} trans"] {
        let query = Query::parse(&format!("\"{word}\""), &dataset).whole().expect("a query");
        let text = written(&dataset, &query, Options::default());
        let milestone = if word.contains("trans") { "trans flag" } else { "this," };
        assert!(text.contains(milestone) && !text.contains("plain"), "{word}: {text}");
    }
}
