//! The public EDTF test suites in `tests/edtf/`: what they call valid, invalid and out of date, and where
//! they say a date begins and ends.

use chrono::NaiveDate;
use wallchart::date::Date;
use wallchart::words::en;

/// The rows of a file, its header comment left out, cut at tabs. Blanks belong to what stands between tabs.
fn rows(file: &str) -> impl Iterator<Item = Vec<&str>> {
    let rows = file.lines().filter(|line| !line.starts_with("# "));
    rows.map(|line| line.split('\t').collect())
}

#[test]
fn every_valid_date_is_read_and_can_be_shown() {
    let files = [
        (include_str!("edtf/valid-l0.txt"), 84),
        (include_str!("edtf/valid-l1.txt"), 137),
        (include_str!("edtf/valid-l2.txt"), 199),
    ];
    for (file, count) in files {
        for row in rows(file) {
            let text = row[1];
            let date = Date::parse(text).unwrap_or_else(|error| panic!("`{text}`: {error}"));
            assert_eq!(date.as_written(), text);
            assert!(!date.words(&en::WORDS).is_empty(), "{text}");
            assert!(!date.short(&en::WORDS, "-").is_empty(), "{text}");
            assert!(date.words(&en::WORDS).is_ascii() && date.short(&en::WORDS, "-").is_ascii(), "{text}");
            check_doubt(&date);
        }
        assert_eq!(rows(file).count(), count);
    }
}

/// Words name the doubt that the mark stands for.
fn check_doubt(date: &Date) {
    let words = date.words(&en::WORDS);
    let uncertain = words.contains("perhaps") || words.contains("uncertain");
    let approximate = words.contains("about") || words.contains("approximate");
    assert_eq!(date.is_uncertain(), uncertain, "{}: {words}", date.as_written());
    assert_eq!(date.is_approximate(), approximate, "{}: {words}", date.as_written());
}

#[test]
fn every_invalid_date_is_refused_with_a_reason() {
    let file = include_str!("edtf/invalid.txt");
    for text in rows(file).map(|row| row[1]).chain([""]) {
        let error = Date::parse(text).expect_err(text);
        let message = &error.message;
        assert!(!message.is_empty(), "{text}");
        assert!(!message.starts_with(|c: char| c.is_ascii_uppercase()), "{text}: {message}");
        assert!(!message.contains(['\'', '"']) && !message.ends_with('.'), "{text}: {message}");
        assert!(text.get(error.at).is_some_and(|at| at.is_empty() == text.is_empty()), "{text}");
    }
    assert_eq!(rows(file).count(), 110);
}

#[test]
fn every_date_of_the_2012_draft_is_refused_with_its_modern_form() {
    let file = include_str!("edtf/draft-2012-syntax-must-reject.txt");
    for row in rows(file) {
        let error = Date::parse(row[1]).expect_err(row[1]);
        let modern =
            error.hint.as_deref().and_then(|hint| hint.strip_prefix("old EDTF draft syntax: write `"));
        let modern = modern.and_then(|rest| rest.strip_suffix('`'));
        assert!(modern.is_some_and(|date| Date::parse(date).is_ok()), "{}: {:?}", row[1], error.hint);
    }
    assert_eq!(rows(file).count(), 87);
}

/// Rows of `bounds.tsv` that are not EDTF of 2019 or bound it by a convention of their own, each with the
/// reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("/2006", "python-edtf", "pads an unknown end by ten years"),
    ("2004-06-01/", "python-edtf", "pads an unknown end by ten years"),
    ("1984-06-02?/", "python-edtf", "pads an unknown end by ten years"),
    ("2010-24", "python-edtf", "ends winter with December"),
    ("1950S2", "python-edtf", "takes all digits for significant"),
    ("1953S2", "python-edtf", "takes all digits for significant"),
    ("1953S3", "python-edtf", "takes all digits for significant"),
    ("XXXX-12-XX", "monumental-conformance", "leaves a year without digits unbounded, not 0000 to 9999"),
    ("-01XX", "python-edtf", "reads missing digits in a negative year, which we refuse"),
    ("-01XX~", "python-edtf", "reads missing digits in a negative year, which we refuse"),
    ("[1667, 1668, 1670..1672]", "python-edtf", "reads blanks, which we refuse"),
    ("[1760-01, 1760-02, 1760-12..]", "python-edtf", "reads blanks, which we refuse"),
    ("[1667, 1760-12]", "python-edtf", "reads blanks, which we refuse"),
    ("{1667,1668, 1670..1672}", "python-edtf", "reads blanks, which we refuse"),
    ("{1960, 1961-12}", "python-edtf", "reads blanks, which we refuse"),
];

#[test]
fn bounds_are_those_of_the_suites() {
    let mut compared = 0;
    for row in rows(include_str!("edtf/bounds.tsv")) {
        let [_, text, earliest, latest, source] = row[..] else { panic!("{row:?}") };
        let expected = (day(earliest), day(latest));
        let found = Date::parse(text).map(|date| (date.earliest(), date.latest()));
        let exception = EXCEPTIONS.iter().find(|(excepted, by, _)| (*excepted, *by) == (text, source));
        if let Some((.., reason)) = exception {
            assert_ne!(found, Ok(expected), "{text}: no longer so that {source} {reason}");
        } else {
            assert_eq!(found, Ok(expected), "{text} of {source}");
            compared += 1;
        }
    }
    assert_eq!(compared, 128);
}

/// A day of `bounds.tsv`: `unknown`, `infinity` and years that `chrono` cannot hold are none.
fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.rsplitn(3, '-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
