//! The sources of milestones as CSL-JSON (schema 1.0.2), which Zotero, Pandoc and other reference managers read.

use serde::Serialize;

use super::{Extract, words};
use crate::dataset::{Lang, Source, SourceId};
use crate::date::{Date, Precision};
use crate::words::Words;

/// One source. The keys are CSL's.
#[derive(Debug, Serialize)]
struct Item<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    /// The site, where it is on the web: that is where reference managers look for it.
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    site: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A date as CSL can say it.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Issued {
    /// One date, or the first and the last of a stretch: year, month and day, as far as they are given.
    #[serde(rename = "date-parts", skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Vec<i64>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    /// In words, where numbers would claim more or less than is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<String>,
}

/// One array of all sources that are cited, in order of first use, an object a line.
pub(super) fn library(extract: &Extract<'_>, lang: Lang) -> Vec<u8> {
    let sources = extract.sources().into_iter().map(|id| (extract.dataset.source(id), id));
    // Strings for keys and no maps: there is nothing here that JSON cannot say.
    super::json::lines(
        sources.map(|(source, id)| serde_json::to_string(&item(source, id, lang)).unwrap_or_default()),
    )
}

fn item(source: &Source, id: SourceId, lang: Lang) -> Item<'_> {
    let (site, publisher) = match source.url {
        Some(_) => (Some(source.publisher.as_str()), None),
        None => (None, Some(source.publisher.as_str())),
    };
    Item {
        id: words::source_key(source, id),
        kind: if source.url.is_some() { "webpage" } else { "document" },
        title: lang.of(&source.title, source.title_zh.as_deref()).into_owned(),
        site,
        publisher,
        issued: source.published.as_ref().map(|date| issued(date, lang.words())),
        language: source.lang.as_deref(),
        url: source.url.as_deref(),
        note: note(source, lang),
    }
}

/// What was read of it, where that is not the thing itself, and the remark.
fn note(source: &Source, lang: Lang) -> Option<String> {
    let via = source.via.words(lang.words()).map(str::to_owned);
    let remarks: Vec<String> = via.into_iter().chain(source.note_in(lang)).collect();
    (!remarks.is_empty()).then(|| remarks.join("; "))
}

fn issued(date: &Date, say: &Words) -> Issued {
    let parts = match date.as_written().split_once('/') {
        // Each end as precise as it is; one that is open has none.
        Some((from, to)) => {
            [from, to].iter().map(|end| Date::parse(end).ok().and_then(|end| parts(&end))).collect()
        }
        None => parts(date).map(|parts| vec![parts]),
    };
    // Near it is "circa"; doubt is another thing, which CSL has no word for: it is said in ours.
    let circa = date.is_approximate();
    match parts {
        Some(parts) => Issued { parts, circa, literal: date.is_uncertain().then(|| date.words(say)) },
        // The year is there to sort by.
        None => Issued {
            parts: date.year().map(|first| vec![year(first)]).into_iter().collect(),
            circa,
            literal: Some(date.words(say)),
        },
    }
}

/// A year as CSL counts: it has none between 1 BC, which is -1, and AD 1.
fn year(astronomical: i64) -> i64 {
    astronomical - i64::from(astronomical < 1)
}

/// Year, month and day, as far as they are given; `None` for what is none of the three.
fn parts(date: &Date) -> Option<Vec<i64>> {
    use chrono::Datelike;
    let first = date.earliest()?;
    let all = [year(first.year().into()), i64::from(first.month()), i64::from(first.day())];
    let given = match date.precision() {
        Precision::Year => 1,
        Precision::Month => 2,
        Precision::Day => 3,
        _ => return None,
    };
    Some(all.into_iter().take(given).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_issued_no_more_precisely_than_it_is_written() {
        for (date, expected) in [
            ("2021-09-17", r#"{"date-parts":[[2021,9,17]]}"#),
            ("2021-09-17T10:30:00Z", r#"{"date-parts":[[2021,9,17]]}"#),
            ("2021-09", r#"{"date-parts":[[2021,9]]}"#),
            ("2014", r#"{"date-parts":[[2014]]}"#),
            ("-0043", r#"{"date-parts":[[-44]]}"#),
            ("0000", r#"{"date-parts":[[-1]]}"#),
            ("2013-11~", r#"{"date-parts":[[2013,11]],"circa":true}"#),
            ("2013?", r#"{"date-parts":[[2013]],"literal":"perhaps 2013"}"#),
            ("2013%", r#"{"date-parts":[[2013]],"circa":true,"literal":"perhaps about 2013"}"#),
            ("2013?/2014", r#"{"date-parts":[[2013],[2014]],"literal":"from perhaps 2013 to 2014"}"#),
            ("2021-09/2021-11-03", r#"{"date-parts":[[2021,9],[2021,11,3]]}"#),
            ("2013-11/..", r#"{"date-parts":[[2013]],"literal":"since November 2013"}"#),
            ("2022-41", r#"{"date-parts":[[2022]],"literal":"second half of 2022"}"#),
            ("201X", r#"{"date-parts":[[2010]],"literal":"2010s"}"#),
            ("[2021-09-17,2021-09-18]", r#"{"date-parts":[[2021]],"literal":"17 or 18 September 2021"}"#),
        ] {
            let issued = issued(&Date::parse(date).expect("EDTF"), Lang::En.words());
            assert_eq!(serde_json::to_string(&issued).expect("JSON"), expected, "{date}");
        }
    }
}
