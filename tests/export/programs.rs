//! Exports for programs, read back by readers of CSV and JSON: whatever a dataset says arrives as it is.

use proptest::prelude::*;
use serde_json::Value;
use wallchart::dataset::{Dataset, Lang, Milestone};
use wallchart::export::{Format, Options, words};
use wallchart::query::{Field, Query, Searcher};

use crate::{STORY, dataset, exported, hostile, query, written};

/// Whether a spreadsheet would run a cell, by rules of its own: it skips blanks, full-width signs are signs, and a sign
/// before a digit is a number unless something else computes or calls.
fn runs(cell: &str) -> bool {
    let cell = cell.trim_start_matches(|c: char| {
        !c.is_alphanumeric() && (c.is_whitespace() || c > '\u{2000}' && c < '\u{2070}')
    });
    let Some(first) = cell.chars().next() else { return false };
    let rest: String = cell.chars().skip(1).collect();
    let computes =
        rest.contains(['+', '-', '*', '/', '^', '&', '=', '<', '>', '(', '!', '|', '@', ':', ';', '"', '\'']);
    match first {
        '=' | '@' | '＝' | '＠' | '＋' | '－' => true,
        '+' | '-' => !rest.starts_with(|c: char| c.is_ascii_digit()) || computes,
        _ => false,
    }
}

/// What stands under the same name in JSON and in CSV.
fn texts(milestone: Milestone<'_>) -> [(&'static str, Option<String>); 6] {
    [
        ("id", Some(milestone.id().to_owned())),
        ("title", Some(milestone.title().to_owned())),
        ("title_zh", milestone.title_zh().map(str::to_owned)),
        ("summary", Some(milestone.summary().into_owned())),
        ("summary_zh", milestone.summary_zh().map(Into::into)),
        ("note", milestone.notes(Lang::En).into_iter().next().map(Into::into)),
    ]
}

fn found<'a>(dataset: &'a Dataset, query: &Query) -> Vec<Milestone<'a>> {
    let ids = Searcher::new(dataset).matches(query, dataset).ids;
    ids.into_iter().map(|id| dataset.milestone(id)).collect()
}

fn check_csv(dataset: &Dataset, query: &Query) -> Result<(), TestCaseError> {
    let table = exported(dataset, query, Format::Csv);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let milestones = found(dataset, query);
    prop_assert_eq!(rows.len(), milestones.len());
    for (row, milestone) in rows.iter().zip(milestones) {
        for (name, expected) in texts(milestone) {
            let cell = names.iter().position(|it| it == name).and_then(|place| row.get(place));
            let expected = expected.unwrap_or_default();
            let harmless = format!("'{expected}");
            prop_assert!(cell == Some(&expected) || cell == Some(&harmless), "{}: {:?}", name, cell);
        }
        // The dates of the template are none that begin with a sign.
        prop_assert!(!row.iter().any(runs), "{:?}", row);
    }
    Ok(())
}

fn check_json(dataset: &Dataset, query: &Query) -> Result<(), TestCaseError> {
    let json: Vec<Value> = serde_json::from_str(&exported(dataset, query, Format::Json)).expect("an array");
    let milestones = found(dataset, query);
    prop_assert_eq!(json.len(), milestones.len());
    for (object, milestone) in json.iter().zip(milestones) {
        for (name, expected) in texts(milestone) {
            prop_assert_eq!(object[name].as_str(), expected.as_deref(), "{}", name);
        }
        let cites = object["cites"].as_array().expect("an array");
        prop_assert_eq!(cites.len(), milestone.cites().len());
        for (object, cite) in cites.iter().zip(milestone.cites()) {
            let source = dataset.source(cite.source);
            prop_assert_eq!(object["title"].as_str(), Some(source.title.as_str()));
            prop_assert_eq!(object["url"].as_str(), source.url.as_deref());
            prop_assert_eq!(object["supports"].as_str(), cite.supports());
        }
    }
    Ok(())
}

fn check_csl(dataset: &Dataset, query: &Query, lang: Lang) -> Result<(), TestCaseError> {
    let options = Options { format: Format::Csl, lang, ..Options::default() };
    let json: Vec<Value> = serde_json::from_str(&written(dataset, query, options)).expect("an array");
    let mut cited = Vec::new();
    for cite in found(dataset, query).into_iter().flat_map(Milestone::cites) {
        if !cited.contains(&cite.source) {
            cited.push(cite.source);
        }
    }
    prop_assert_eq!(json.len(), cited.len());
    for (object, id) in json.iter().zip(cited) {
        let source = dataset.source(id);
        let key = words::source_key(source, id);
        let title = lang.of(&source.title, source.title_zh.as_deref());
        let place = if source.url.is_some() { "container-title" } else { "publisher" };
        prop_assert_eq!(object["id"].as_str(), Some(key.as_str()));
        prop_assert_eq!(object["title"].as_str(), Some(title.as_ref()));
        prop_assert_eq!(object[place].as_str(), Some(source.publisher.as_str()));
        prop_assert_eq!(object["URL"].as_str(), source.url.as_deref());
        prop_assert_eq!(object["language"].as_str(), source.lang.as_deref());
        prop_assert_eq!(object.get("issued").is_some(), source.published.is_some());
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn hostile_text_reads_back(text in hostile::dataset(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let dataset = dataset(&text);
        let all = Query::default();
        check_csv(&dataset, &all)?;
        check_json(&dataset, &all)?;
        check_csl(&dataset, &all, lang)?;
    }
}

#[test]
fn the_whole_dataset_and_one_company_in_one_year_read_back() {
    let dataset = dataset(STORY);
    let tencent = query(&[(Field::Company, "tencent"), (Field::Year, "2021")], &dataset);
    for query in [Query::default(), tencent] {
        check_csv(&dataset, &query).expect("the same cells");
        check_json(&dataset, &query).expect("the same texts");
        check_csl(&dataset, &query, Lang::En).expect("the same sources");
    }
}
