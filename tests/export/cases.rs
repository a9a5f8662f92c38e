//! Small datasets that once came out wrong, each with what is right.

use wallchart::dataset::Dataset;
use wallchart::export::{Format, Options};
use wallchart::query::Query;

use crate::{dataset, written};

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
