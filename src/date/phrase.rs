//! One calendar date in words.

use edtf_core::{self as edtf, Bound, DateField, Edtf, Qualifier, YearKind};

use super::shape::DateShape;
use super::year::year_words;
use crate::words::{DatePart, Doubt, Phrase, Words};

/// A date in words, with its marks of doubt.
pub(super) fn phrase(date: &edtf::Date, say: &Words) -> Phrase {
    let plain = plain(date, say);
    match doubted(date) {
        Doubted::Nowhere => plain,
        Doubted::Whole(doubt) => Phrase::whole((say.dates.doubted)(doubt, &plain.to_string())),
        Doubted::Parts(parts) => Phrase::whole((say.dates.doubted_in_part)(&plain.to_string(), &parts)),
    }
}

/// A date in words without its marks of doubt.
fn plain(date: &edtf::Date, say: &Words) -> Phrase {
    let dates = &say.dates;
    let year = year(&date.year, say);
    let month_words = |month| (dates.month)(month, &year);
    match DateShape::of(date) {
        DateShape::Day(month, day) => (dates.day)(day.into(), month.number_from_month(), &year),
        DateShape::Month(month) => month_words(month.number_from_month()),
        DateShape::DayOfMonth(month) => {
            Phrase::whole((dates.some_day)(&month_words(month.number_from_month()).to_string()))
        }
        DateShape::Part(part) => {
            let part = part.words(say);
            (part.of)(part.name, &year)
        }
        DateShape::Year => Phrase::whole(year),
        DateShape::MonthOfYear => Phrase::whole((dates.some_month)(&year)),
        DateShape::DayOfYear => Phrase::whole((dates.some_day)(&year)),
        DateShape::Decade(first) => Phrase::whole((dates.decade)(first)),
        DateShape::Century(ordinal) => Phrase::whole((dates.century)(ordinal)),
        DateShape::Years => {
            Phrase::whole(estimate(date, say).unwrap_or_else(|| unqualified(date).to_string()))
        }
        DateShape::Pattern => Phrase::whole(unqualified(date).to_string()),
    }
}

/// A year as people count it: `2021`, `AD 79`, `44 BC`.
fn year(year: &edtf::Year, say: &Words) -> String {
    match (year.value(), year.kind) {
        (Some(value), _) => year_words(value, say),
        (None, YearKind::Exponential { significand, exponent }) => {
            (say.dates.year_as_power)(&format!("{significand}E{exponent}"))
        }
        (None, _) => bare_year(year).to_string(),
    }
}

/// The same date without `?`, `~` and `%`.
pub(super) fn unqualified(date: &edtf::Date) -> edtf::Date {
    let bare = |field: DateField| DateField { qualifier: Qualifier::default(), ..field };
    edtf::Date {
        year: edtf::Year { qualifier: Qualifier::default(), ..date.year },
        month: date.month.map(bare),
        day: date.day.map(bare),
    }
}

/// The year alone, as EDTF writes it.
fn bare_year(year: &edtf::Year) -> edtf::Date {
    unqualified(&edtf::Date { year: *year, month: None, day: None })
}

/// A year of which only the first digits count: `1950S2` is some year from 1900 to 1999, taken to be 1950
/// (ISO 8601-2, 4.4.3). `None` where all count, or the years are too big to be counted.
fn estimate(date: &edtf::Date, say: &Words) -> Option<String> {
    date.year.significant_digits?;
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
        return None;
    };
    let plain = plain(&bare_year(&edtf::Year { significant_digits: None, ..date.year }), say).to_string();
    let [first, last] = [first, last].map(|day| year_words(day.year, say));
    Some(if first == last { plain } else { (say.dates.estimate)(&plain, &first, &last) })
}

/// Where the marks of doubt of a date stand.
enum Doubted {
    Nowhere,
    /// On all that is given.
    Whole(Doubt),
    /// On some of it.
    Parts(Vec<(DatePart, Doubt)>),
}

fn doubted(date: &edtf::Date) -> Doubted {
    let is_part = matches!(DateShape::of(date), DateShape::Part(_));
    let month = if is_part { DatePart::PartOfYear } else { DatePart::Month };
    let parts = [
        Some((DatePart::Year, date.year.qualifier)),
        date.month.map(|field| (month, field.qualifier)),
        date.day.map(|field| (DatePart::Day, field.qualifier)),
    ];
    let whole = date.year.qualifier;
    if parts.iter().flatten().all(|(_, qualifier)| *qualifier == whole) {
        return doubt(whole).map_or(Doubted::Nowhere, Doubted::Whole);
    }
    let doubts = parts.into_iter().flatten().filter_map(|(part, qualifier)| Some((part, doubt(qualifier)?)));
    Doubted::Parts(doubts.collect())
}

fn doubt(qualifier: Qualifier) -> Option<Doubt> {
    match (qualifier.uncertain, qualifier.approximate) {
        (true, true) => Some(Doubt::Both),
        (true, false) => Some(Doubt::Uncertain),
        (false, true) => Some(Doubt::Approximate),
        (false, false) => None,
    }
}
