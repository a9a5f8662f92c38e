//! Exports for programs, read back by readers of CSV and JSON: whatever a dataset says arrives as it is.

use proptest::prelude::*;
use serde_json::Value;
use wallchart::dataset::{Lang, Milestone};
use wallchart::export::{Format, Options, words};
use wallchart::query::Query;

use crate::{dataset, exported, hostile, written};

/// A cell that a spreadsheet would run, made harmless.
fn harmless(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("{}{text}", if runs { "'" } else { "" })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_reads_back(text in hostile::dataset()) {
        let dataset = dataset(&text);
        let table = exported(&dataset, &Query::default(), Format::Csv);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let names: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        prop_assert_eq!(rows.len(), dataset.len());
        for (row, milestone) in rows.iter().zip(dataset.milestones()) {
            let cell = |name: &str| names.iter().position(|it| it == name).and_then(|place| row.get(place));
            let texts = [
                ("id", milestone.id()),
                ("title", milestone.title()),
                ("title_zh", milestone.title_zh().unwrap_or_default()),
                ("summary", milestone.summary()),
                ("summary_zh", milestone.summary_zh().unwrap_or_default()),
                ("note", milestone.note().unwrap_or_default()),
            ];
            for (name, expected) in texts {
                let expected = harmless(expected);
                prop_assert_eq!(cell(name), Some(expected.as_str()), "{}", name);
            }
            prop_assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{:?}", row);
        }
    }

    #[test]
    fn json_reads_back(text in hostile::dataset()) {
        let dataset = dataset(&text);
        let json: Vec<Value> =
            serde_json::from_str(&exported(&dataset, &Query::default(), Format::Json)).expect("an array");
        prop_assert_eq!(json.len(), dataset.len());
        for (object, milestone) in json.iter().zip(dataset.milestones()) {
            let texts = [
                ("id", Some(milestone.id())),
                ("title", Some(milestone.title())),
                ("title_zh", milestone.title_zh()),
                ("summary", Some(milestone.summary())),
                ("summary_zh", milestone.summary_zh()),
                ("note", milestone.note()),
            ];
            for (name, expected) in texts {
                prop_assert_eq!(object[name].as_str(), expected, "{}", name);
            }
            let cites = object["cites"].as_array().expect("an array");
            for (object, cite) in cites.iter().zip(milestone.cites()) {
                let source = dataset.source(cite.source);
                prop_assert_eq!(object["title"].as_str(), Some(source.title.as_str()));
                prop_assert_eq!(object["url"].as_str(), source.url.as_deref());
                prop_assert_eq!(object["supports"].as_str(), cite.supports.as_deref());
            }
        }
    }

    #[test]
    fn csl_reads_back(text in hostile::dataset(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let dataset = dataset(&text);
        let options = Options { format: Format::Csl, lang, ..Options::default() };
        let json: Vec<Value> =
            serde_json::from_str(&written(&dataset, &Query::default(), options)).expect("an array");
        let mut cited = Vec::new();
        for cite in dataset.milestones().flat_map(Milestone::cites) {
            if !cited.contains(&cite.source) {
                cited.push(cite.source);
            }
        }
        prop_assert_eq!(json.len(), cited.len());
        for (object, id) in json.iter().zip(cited) {
            let source = dataset.source(id);
            let title = lang.of(&source.title, source.title_zh.as_deref());
            let key = words::source_key(source, id);
            prop_assert_eq!(object["id"].as_str(), Some(key.as_str()));
            prop_assert_eq!(object["title"].as_str(), Some(title.as_ref()));
            let place = if source.url.is_some() { "container-title" } else { "publisher" };
            prop_assert_eq!(object[place].as_str(), Some(source.publisher.as_str()));
            prop_assert_eq!(object["URL"].as_str(), source.url.as_deref());
            prop_assert_eq!(object["language"].as_str(), source.lang.as_deref());
        }
    }
}
