//! A dataset of soft dates only: words are made from the dates as written, and no day is said that no milestone names.

use serde_json::Value;
use wallchart::dataset::load::load;
use wallchart::export::{Extract, Format, Notes, Options};
use wallchart::query::{Query, Searcher};

use crate::session::Session;

const SOFT: &str = include_str!("../data/soft.toml");

/// Every way through every view that shows a date, but for the time axis of Lanes below a month a cell.
const WALKS: [&str; 6] = [
    "1 g g j j j j j j j j j j j Enter Esc e Esc g g Enter r Enter Esc Esc",
    "2 g g j ] ] ] ] [ } } { Enter Esc s s",
    "3 [ [ [ [ [ [ [ [ [ [ ] ] ] ] ] ] ] ] ] ] } } { { m ] ] j l Enter Esc",
    "4 g g j j j j j j j j j Enter Esc",
    "5 l l l l l l l l l l l l l l G j",
    "1 e Tab Tab Esc f y j j Space Esc g d 2 0 1 3 Enter & Esc v j j y y y v y l y c",
];

#[test]
fn no_view_says_a_day_that_no_milestone_names() {
    for (cols, rows) in [(120, 36), (170, 45), (80, 24), (60, 20)] {
        for walk in WALKS {
            let mut session = Session::new(SOFT, cols, rows);
            for key in walk.split_whitespace() {
                session.keys(key);
                let (screen, notice) = (session.screen(), session.notice());
                assert_eq!(
                    days_said(&screen),
                    [""; 0],
                    "{key} of {walk} at {cols} by {rows}:\n{screen}\n{notice}"
                );
            }
            for effect in &session.effects {
                let effect = format!("{effect:?}").replace("\\n", "\n");
                assert_eq!(days_said(&effect), [""; 0], "{walk}: {effect}");
            }
        }
    }
}

#[test]
fn no_export_says_a_day_that_no_milestone_names() {
    let dataset = load(SOFT).dataset.expect("a dataset");
    let mut searcher = Searcher::new(&dataset);
    let query = Query::default();
    let matches = searcher.matches(&query, &dataset);
    for format in [Format::Markdown, Format::Table, Format::Json, Format::Csv, Format::Csl] {
        for notes in [Notes::Footnotes, Notes::Links, Notes::Pandoc] {
            let options =
                Options { format, notes, mermaid: format == Format::Markdown, ..Options::default() };
            let bytes = wallchart::export::bytes(&Extract::matching(&dataset, &query, &matches), options);
            let text = String::from_utf8(bytes).expect("text");
            let text = without_bounds(format, text);
            assert_eq!(days_said(&text), [""; 0], "{format:?}: {text}");
        }
    }
}

/// An export without the columns `earliest` and `latest`: they are bounds, and called so.
fn without_bounds(format: Format, text: String) -> String {
    match format {
        Format::Json => {
            let mut all: Value = serde_json::from_str(&text).expect("JSON");
            for row in all.as_array_mut().expect("rows") {
                let row = row.as_object_mut().expect("a row");
                assert!(row.remove("earliest").is_some() && row.remove("latest").is_some());
            }
            format!("{all:#}")
        }
        Format::Csv => {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let head = reader.headers().expect("a head").clone();
            let rows = reader.records().map(|row| row.expect("a row"));
            let cells = |row: csv::StringRecord| {
                let cells =
                    head.iter().zip(row.iter()).filter(|(name, _)| !["earliest", "latest"].contains(name));
                cells.map(|(_, cell)| cell.to_owned()).collect::<Vec<_>>().join(" | ")
            };
            rows.map(cells).collect::<Vec<_>>().join("\n")
        }
        _ => text,
    }
}

/// Each month's name, and what it is cut to.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Every day that `text` says: `30 November`, `Nov 30`, `2013-11-30`, each with what stands around it.
fn days_said(text: &str) -> Vec<String> {
    // What stands in two columns is not one text.
    text.lines().flat_map(|line| line.split("  ")).flat_map(of_line).collect()
}

fn of_line(line: &str) -> Vec<String> {
    let words: Vec<&str> =
        line.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let is_month = |word: &&str| {
        MONTHS.iter().any(|month| *word == *month || month.get(..3) == Some(*word) || *word == "Sept")
    };
    let is_day = |word: &str| word.len() < 3 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let pairs = words
        .windows(2)
        .filter(|pair| is_month(&pair[1]) && is_day(pair[0]) || is_month(&pair[0]) && is_day(pair[1]));
    let is_iso = |word: &&&str| {
        let fields: Vec<&str> = word.split('-').collect();
        fields.len() == 3 && fields[0].len() == 4 && fields.iter().all(|field| field.parse::<u16>().is_ok())
    };
    let iso = words.iter().filter(is_iso).map(|word| (*word).to_owned());
    pairs.map(|pair| pair.join(" ")).chain(iso).map(|day| format!("{day}: {}", line.trim())).collect()
}
