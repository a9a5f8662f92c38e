//! One calendar date in words, and several of them said together.

use std::fmt;

use edtf_core::{self as edtf, Bound, DateField, Edtf, Qualifier, YearKind};

use super::shape::DateShape;
use super::year::year_words;

/// A date in words, in pieces from the finest to the coarsest: `["17", " September", " 2021"]`.
///
/// Words that several dates share at their end can then be said once; see [`join`]. What carries a mark of
/// doubt is one piece, so that "about" never seems to reach over more than it does.
#[derive(PartialEq, Eq)]
pub(super) struct Phrase(Vec<String>);

impl Phrase {
    /// Words that no others can share.
    pub(super) fn whole(words: impl Into<String>) -> Phrase {
        Phrase(vec![words.into()])
    }

    /// From the finest piece to the coarsest, as above; those that are empty are none.
    pub(super) fn pieces(pieces: impl IntoIterator<Item = String>) -> Phrase {
        Phrase(pieces.into_iter().filter(|piece| !piece.is_empty()).collect())
    }

    pub(super) fn of(date: &edtf::Date) -> Phrase {
        let plain = plain(date);
        match doubt(date) {
            Doubt::None => plain,
            Doubt::Whole(qualifier) => Phrase::whole(format!("{}{plain}", adverb(qualifier))),
            Doubt::Parts(parts) => Phrase::whole(format!("{plain} ({parts})")),
        }
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(piece))
    }
}

/// Says phrases together, `last` before the last one: "17 or 18 September 2021".
///
/// The words that all of them end in are said once, by the last, but each keeps at least its first piece.
pub(super) fn join(phrases: &[Phrase], last: &str) -> String {
    let shared = shared_pieces(phrases);
    let mut words = String::new();
    for (i, phrase) in phrases.iter().enumerate() {
        let left = phrases.len() - 1 - i;
        match (i, left) {
            (0, _) => {}
            (_, 0) => words.extend([" ", last, " "]),
            _ => words.push_str(", "),
        }
        let said_later = if left == 0 { 0 } else { shared };
        words.extend(phrase.0.iter().take(phrase.0.len() - said_later).map(String::as_str));
    }
    words
}

fn shared_pieces(phrases: &[Phrase]) -> usize {
    let shortest = phrases.iter().map(|phrase| phrase.0.len()).min().unwrap_or(1);
    let from_end = |n: usize| phrases.iter().map(move |phrase| phrase.0.iter().nth_back(n));
    (0..shortest - 1).take_while(|n| from_end(*n).zip(from_end(*n).skip(1)).all(|(a, b)| a == b)).count()
}

/// A date in words without its marks of doubt.
fn plain(date: &edtf::Date) -> Phrase {
    let year = year(&date.year);
    match DateShape::of(date) {
        DateShape::Day(month, day) => {
            Phrase(vec![day.to_string(), format!(" {}", month.name()), format!(" {year}")])
        }
        DateShape::Month(month) => Phrase(vec![month.name().to_owned(), format!(" {year}")]),
        DateShape::DayOfMonth(month) => Phrase::whole(format!("some day in {} {year}", month.name())),
        DateShape::Part(part) => Phrase(vec![part.name.to_owned(), part.tail(&year)]),
        DateShape::Year => Phrase::whole(year),
        DateShape::MonthOfYear => Phrase::whole(format!("some month in {year}")),
        DateShape::DayOfYear => Phrase::whole(format!("some day in {year}")),
        DateShape::Decade(first) => Phrase::whole(decade(first)),
        DateShape::Century(ordinal) => Phrase::whole(format!("{} century", ordinal_word(ordinal))),
        DateShape::Years => Phrase::whole(estimate(date).unwrap_or_else(|| unqualified(date).to_string())),
        DateShape::Pattern => Phrase::whole(unqualified(date).to_string()),
    }
}

/// A year as people count it: `2021`, `AD 79`, `44 BC`.
fn year(year: &edtf::Year) -> String {
    match (year.value(), year.kind) {
        (Some(value), _) => year_words(value),
        (None, YearKind::Exponential { significand, exponent }) => format!("year {significand}E{exponent}"),
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

/// `1960s`. The 2000s could as well be a century or a thousand years.
fn decade(first: u32) -> String {
    let suffix = if first.is_multiple_of(100) { " (decade)" } else { "" };
    format!("{first}s{suffix}")
}

/// `20th`
pub(super) fn ordinal_word(number: u32) -> String {
    let suffix = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// A year of which only the first digits count: `1950S2` is some year from 1900 to 1999, taken to be 1950
/// (ISO 8601-2, 4.4.3). `None` where all count, or the years are too big to be counted.
fn estimate(date: &edtf::Date) -> Option<String> {
    date.year.significant_digits?;
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
        return None;
    };
    let plain = plain(&bare_year(&edtf::Year { significant_digits: None, ..date.year }));
    let [first, last] = [first, last].map(|day| year_words(day.year));
    Some(if first == last { plain.to_string() } else { format!("{plain} (estimate, {first} to {last})") })
}

/// Where the marks of doubt of a date stand.
enum Doubt {
    None,
    /// On all that is given.
    Whole(Qualifier),
    /// On some of it, in words: `year uncertain, day approximate`.
    Parts(String),
}

fn doubt(date: &edtf::Date) -> Doubt {
    let month = if matches!(DateShape::of(date), DateShape::Part(_)) { "part of the year" } else { "month" };
    let parts = [
        Some(("year", date.year.qualifier)),
        date.month.map(|field| (month, field.qualifier)),
        date.day.map(|field| ("day", field.qualifier)),
    ];
    let whole = date.year.qualifier;
    if parts.iter().flatten().all(|(_, qualifier)| *qualifier == whole) {
        return if whole.is_qualified() { Doubt::Whole(whole) } else { Doubt::None };
    }
    let named = parts.iter().flatten();
    let named = named.filter_map(|(name, qualifier)| Some(format!("{name} {}", adjective(*qualifier)?)));
    Doubt::Parts(named.collect::<Vec<_>>().join(", "))
}

fn adverb(qualifier: Qualifier) -> &'static str {
    match (qualifier.uncertain, qualifier.approximate) {
        (true, true) => "perhaps about ",
        (true, false) => "perhaps ",
        (false, true) => "about ",
        (false, false) => "",
    }
}

fn adjective(qualifier: Qualifier) -> Option<&'static str> {
    match (qualifier.uncertain, qualifier.approximate) {
        (true, true) => Some("uncertain and approximate"),
        (true, false) => Some("uncertain"),
        (false, true) => Some("approximate"),
        (false, false) => None,
    }
}
