//! Dates in English.

use crate::words::{DatePart, DateWords, Doubt, PartOfYear, Phrase};

/// From here on a year is said in millions, or with its digits in groups: nobody counts seven digits.
const LONG: u64 = 1_000_000;

pub(super) const DATES: DateWords = DateWords {
    far_past: "far past",
    far_future: "far future",
    year,
    year_short,
    year_as_power: |written| format!("year {written}"),
    day: |day, month, year| {
        Phrase::pieces([day.to_string(), format!(" {}", name(month)), format!(" {year}")])
    },
    month: |month, year| Phrase::pieces([name(month).to_owned(), format!(" {year}")]),
    month_short,
    day_short: |days, month| format!("{days} {}", month_short(month)),
    doubted_short,
    day_brief: |day, month, year| format!("{day} {} {year}", month_short(month)),
    month_brief: |month, year| format!("{} {year}", month_short(month)),
    quarter: |quarter| format!("Q{quarter}"),
    quarter_of: |quarter, year| format!("Q{quarter} {year}"),
    parts: PARTS,
    some_day: |within| format!("some day in {within}"),
    some_month: |within| format!("some month in {within}"),
    decade,
    decade_short: |first| format!("{first}s"),
    century: |ordinal| format!("{} century", ordinal_word(ordinal)),
    century_short: |ordinal| format!("{} c.", ordinal_word(ordinal)),
    estimate: |year, first, last| format!("{year} (estimate, {first} to {last})"),
    doubted: |doubt, date| format!("{} {date}", adverb(doubt)),
    doubted_in_part,
    at: |day, time| format!("{day}, {time}"),
    times: |ends| joined(ends, "to"),
    from_to: |ends| format!("from {}", joined(ends, "to")),
    bare_range: |words| words.strip_prefix("from ").unwrap_or(words).to_owned(),
    one_of: |dates| joined(dates, "or"),
    all_of: |dates| joined(dates, "and"),
    between: |ends| format!("some time between {}", joined(ends, "and")),
    every: |step, ends| format!("every {} from {}", step_name(step), joined(ends, "to")),
    since: |start| format!("since {start}"),
    from_without_end: |start| format!("from {start}, end unknown"),
    until: |end| format!("until {end}"),
    until_without_start: |end| format!("until {end}, start unknown"),
    unknown: "time unknown",
    or_earlier: |date| format!("{date} or earlier"),
    or_later: |date| format!("{date} or later"),
    and_earlier: |date| format!("{date} and earlier"),
    and_later: |date| format!("{date} and later"),
    beginning: |of| format!("the beginning of {of}"),
    end: |of| format!("the end of {of}"),
    brief,
    began,
};

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

fn name(month: u32) -> &'static str {
    let place = month.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| MONTHS.get(place)).copied().unwrap_or_default()
}

/// Seasons 21 to 24 leave the hemisphere open.
const PARTS: [PartOfYear; 21] = [
    season("spring", "spring"),
    season("summer", "summer"),
    season("autumn", "autumn"),
    season("winter", "winter"),
    northern("spring", "spring N"),
    northern("summer", "summer N"),
    northern("autumn", "autumn N"),
    northern("winter", "winter N"),
    southern("spring", "spring S"),
    southern("summer", "summer S"),
    southern("autumn", "autumn S"),
    southern("winter", "winter S"),
    part("first quarter", "Q1"),
    part("second quarter", "Q2"),
    part("third quarter", "Q3"),
    part("fourth quarter", "Q4"),
    part("first third", "1st third"),
    part("second third", "2nd third"),
    part("last third", "3rd third"),
    part("first half", "1st half"),
    part("second half", "2nd half"),
];

const fn season(name: &'static str, short: &'static str) -> PartOfYear {
    PartOfYear { name, short, of: |name, year| Phrase::pieces([name.to_owned(), format!(" {year}")]) }
}

const fn northern(name: &'static str, short: &'static str) -> PartOfYear {
    let of =
        |name: &str, year: &str| Phrase::pieces([name.to_owned(), format!(" {year} (northern hemisphere)")]);
    PartOfYear { name, short, of }
}

const fn southern(name: &'static str, short: &'static str) -> PartOfYear {
    let of =
        |name: &str, year: &str| Phrase::pieces([name.to_owned(), format!(" {year} (southern hemisphere)")]);
    PartOfYear { name, short, of }
}

const fn part(name: &'static str, short: &'static str) -> PartOfYear {
    PartOfYear { name, short, of: |name, year| Phrase::pieces([name.to_owned(), format!(" of {year}")]) }
}

/// | year | words |
/// | --- | --- |
/// | 2021, 79, -43 | 2021, AD 79, 44 BC |
/// | 12345, -10000 | AD 12345, 10001 BC |
/// | -4600000000, 5000000000, -66040000 | 4.6 billion years BC, AD 5 billion, 66.04 million years BC |
/// | -66000001, 170000002 | 66,000,002 BC, AD 170,000,002 |
///
/// A year of round millions is a magnitude: to turn -66000000 into "66,000,001 BC" would pretend to a precision that
/// nobody meant.
fn year(year: i64) -> String {
    match year {
        ..1 => match round(year.unsigned_abs()) {
            Some(round) => format!("{round} years BC"),
            None => format!("{} BC", grouped(year.abs_diff(1))),
        },
        1000..10_000 => year.to_string(),
        _ => {
            let year = year.unsigned_abs();
            format!("AD {}", round(year).unwrap_or_else(|| grouped(year)))
        }
    }
}

fn year_short(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    match round(year.unsigned_abs()) {
        Some(round) => format!("{sign}{}", round.replace(" billion", "bn").replace(" million", "m")),
        None => year.to_string(),
    }
}

/// `4.6 billion`, `66 million`: of a number of that size that thousands of its unit make up.
fn round(number: u64) -> Option<String> {
    const BILLION: u64 = 1000 * LONG;
    let (unit, name) = if number < BILLION { (LONG, "million") } else { (BILLION, "billion") };
    let (whole, rest) = (number / unit, number % unit);
    if whole == 0 || rest % (unit / 1000) > 0 {
        return None;
    }
    let thousandths = format!(".{:03}", rest / (unit / 1000));
    Some(format!("{}{} {name}", grouped(whole), thousandths.trim_end_matches(['0', '.'])))
}

/// `170,000,002`; of fewer than seven digits as it is.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if number < LONG {
        return digits;
    }
    let behind = |at: usize| digits.len() - at;
    let groups = digits.char_indices().map(|(at, digit)| {
        let comma = if at > 0 && behind(at).is_multiple_of(3) { "," } else { "" };
        format!("{comma}{digit}")
    });
    groups.collect()
}

/// The 2000s could as well be a century or a thousand years.
fn decade(first: u32) -> String {
    let suffix = if first.is_multiple_of(100) { " (decade)" } else { "" };
    format!("{first}s{suffix}")
}

/// `20th`
fn ordinal_word(number: u32) -> String {
    let suffix = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

fn adverb(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Uncertain => "perhaps",
        Doubt::Approximate => "about",
        Doubt::Both => "perhaps about",
    }
}

fn doubted_short(doubt: Doubt, date: &str) -> String {
    match doubt {
        Doubt::Uncertain => format!("{date}?"),
        Doubt::Approximate => format!("~{date}"),
        Doubt::Both => format!("~{date}?"),
    }
}

fn doubted_in_part(date: &str, parts: &[(DatePart, Doubt)]) -> String {
    let adjective = |doubt| match doubt {
        Doubt::Uncertain => "uncertain",
        Doubt::Approximate => "approximate",
        Doubt::Both => "uncertain and approximate",
    };
    let name = |part| match part {
        DatePart::Year => "year",
        DatePart::PartOfYear => "part of the year",
        DatePart::Month => "month",
        DatePart::Day => "day",
    };
    let parts: Vec<String> =
        parts.iter().map(|(part, doubt)| format!("{} {}", name(*part), adjective(*doubt))).collect();
    format!("{date} ({})", parts.join(", "))
}

fn step_name(step: DatePart) -> &'static str {
    match step {
        DatePart::Year => "year",
        DatePart::PartOfYear => "season",
        DatePart::Month => "month",
        DatePart::Day => "day",
    }
}

/// Says phrases together, `last` before the last one: "17 or 18 September 2021".
///
/// The words that all of them end in are said once, by the last, but each keeps at least its first piece.
fn joined(phrases: &[Phrase], last: &str) -> String {
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
        let pieces = phrase.as_slice();
        words.extend(pieces.iter().take(pieces.len() - said_later).map(String::as_str));
    }
    words
}

fn shared_pieces(phrases: &[Phrase]) -> usize {
    let shortest = phrases.iter().map(|phrase| phrase.as_slice().len()).min().unwrap_or(1);
    let from_end = |n: usize| phrases.iter().map(move |phrase| phrase.as_slice().iter().nth_back(n));
    (0..shortest - 1).take_while(|n| from_end(*n).zip(from_end(*n).skip(1)).all(|(a, b)| a == b)).count()
}

fn month_short(month: u32) -> &'static str {
    shortened(name(month))
}

fn shortened(month: &str) -> &str {
    const LETTERS: usize = 3;
    month.get(..LETTERS).unwrap_or(month)
}

fn brief(words: &str) -> String {
    MONTHS.iter().fold(words.to_owned(), |words, month| words.replace(month, shortened(month)))
}

fn began(words: &str, is_range_of_times: bool) -> String {
    match words.split(' ').next() {
        Some("since") => words.to_owned(),
        _ if is_range_of_times => format!("({words})"),
        Some("from" | "until" | "some" | "every" | "time") => format!("({words})"),
        _ => format!("since {words}"),
    }
}
