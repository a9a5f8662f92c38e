//! Calendar years by themselves: as people count them, and as EDTF writes them; and a day of one.

use chrono::{Datelike, Month, NaiveDate};

use super::day::{FAR_FUTURE_YEAR, FAR_PAST_YEAR};

/// From here on a year is said in millions, or with its digits in groups: nobody counts seven digits.
const LONG: i64 = 1_000_000;

/// A year as people count it, in the words of [`Date::words`](super::Date::words). Years are astronomical: 0 is 1 BC.
///
/// | year | words |
/// | --- | --- |
/// | 2021, 79, -43 | 2021, AD 79, 44 BC |
/// | 12345, -10000 | AD 12345, 10001 BC |
/// | -4600000000, 5000000000, -66040000 | 4.6 billion years BC, AD 5 billion, 66.04 million years BC |
/// | -66000001, 170000002 | 66,000,002 BC, AD 170,000,002 |
/// | too big to be counted | far past, far future |
///
/// A year of round millions is a magnitude: to turn -66000000 into "66,000,001 BC" would pretend to a precision that
/// nobody meant.
pub fn year_words(year: i64) -> String {
    match year {
        FAR_PAST_YEAR => "far past".to_owned(),
        FAR_FUTURE_YEAR => "far future".to_owned(),
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

/// The same in few columns, for a list that stands under year headings: `-4.6bn`, `66m`; else the number.
pub(super) fn year_short(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    match round(year.unsigned_abs()) {
        Some(round) => format!("{sign}{}", round.replace(" billion", "bn").replace(" million", "m")),
        None => year.to_string(),
    }
}

/// `4.6 billion`, `66 million`: of a number of that size that thousands of its unit make up.
fn round(number: u64) -> Option<String> {
    const MILLION: u64 = LONG.unsigned_abs();
    const BILLION: u64 = 1000 * MILLION;
    let (unit, name) = if number < BILLION { (MILLION, "million") } else { (BILLION, "billion") };
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
    if number < LONG.unsigned_abs() {
        return digits;
    }
    let behind = |at: usize| digits.len() - at;
    let groups = digits.char_indices().map(|(at, digit)| {
        let comma = if at > 0 && behind(at).is_multiple_of(3) { "," } else { "" };
        format!("{comma}{digit}")
    });
    groups.collect()
}

/// A day in the words of [`Date::words`](super::Date::words): `9 September 2021`, `3 March 44 BC`.
pub fn day_words(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month_of(day))
}

/// The last day of a year or of a month, where more than that is not known: `the end of 2024`, `the end of June 2021`.
/// `None` of a day that ends neither.
pub fn end_words(day: NaiveDate) -> Option<String> {
    let ends = day.succ_opt().is_none_or(|next| next.day() == 1);
    ends.then(|| format!("the end of {}", if day.month() == 12 { year_of(day) } else { month_of(day) }))
}

/// The first day of a year or of a month in the same way: `the beginning of June 2021`.
pub fn begin_words(day: NaiveDate) -> Option<String> {
    let begins = day.day() == 1;
    begins
        .then(|| format!("the beginning of {}", if day.month() == 1 { year_of(day) } else { month_of(day) }))
}

fn year_of(day: NaiveDate) -> String {
    year_words(day.year().into())
}

fn month_of(day: NaiveDate) -> String {
    format!("{} {}", month_name(day), year_of(day))
}

fn month_name(day: NaiveDate) -> &'static str {
    let month = u8::try_from(day.month()).ok().and_then(|number| Month::try_from(number).ok());
    month.map_or("", |month| month.name())
}

/// A year as EDTF writes it: four digits, or `Y` before more of them.
pub fn year_edtf(year: i64) -> String {
    match year {
        0..10_000 => format!("{year:04}"),
        -9_999..0 => format!("-{:04}", year.unsigned_abs()),
        _ => format!("Y{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    #[test]
    fn a_year_reads_as_its_date_does() {
        for (year, words) in [
            (2021, "2021"),
            (999, "AD 999"),
            (79, "AD 79"),
            (1, "AD 1"),
            (0, "1 BC"),
            (-43, "44 BC"),
            (-753, "754 BC"),
            (-10_000, "10001 BC"),
            (12_345, "AD 12345"),
            (-66_000_000, "66 million years BC"),
            (-66_040_000, "66.04 million years BC"),
            (-66_000_001, "66,000,002 BC"),
            (170_000_002, "AD 170,000,002"),
            (-999_999, "1,000,000 BC"),
            (-4_600_000_000, "4.6 billion years BC"),
            (-13_787_000_000, "13.787 billion years BC"),
            (5_000_000_000, "AD 5 billion"),
            (-1_000_000_000_000, "1000 billion years BC"),
            (i64::MAX, "far future"),
            (-i64::MAX, "far past"),
        ] {
            let date = Date::parse(&year_edtf(year)).expect("EDTF");
            assert_eq!((date.year(), year_words(year).as_str()), (Some(year), words));
            if year.abs() < i64::MAX {
                assert_eq!(date.words(), words);
            }
        }
    }

    #[test]
    fn an_end_is_that_of_a_month_or_a_year() {
        for (day, words) in [
            ("2024-12-31", Some("the end of 2024")),
            ("2021-06-30", Some("the end of June 2021")),
            ("2016-02-28", None),
            ("2016-02-29", Some("the end of February 2016")),
            ("0079-10-31", Some("the end of October AD 79")),
            ("2021-06-01", None),
        ] {
            let day = Date::parse(day).expect("EDTF").latest().expect("a day");
            assert_eq!(end_words(day).as_deref(), words);
            let beginning = end_words(day).and(day.succ_opt()).and_then(begin_words);
            assert_eq!(beginning.is_some(), words.is_some(), "{day}");
        }
    }

    #[test]
    fn a_day_reads_as_its_date_does() {
        for date in ["2021-09-09", "2016-02-29", "0079-10-24", "-0043-03-15"] {
            let date = Date::parse(date).expect("EDTF");
            assert_eq!(date.latest().map(day_words), Some(date.words()));
        }
    }

    #[test]
    fn every_year_is_written_as_edtf_reads_it() {
        let big = 4_600_000_000;
        for year in
            [0, 7, 9_999, 10_000, 262_000, big, i64::MAX, -1, -9_999, -10_000, -262_000, -big, -i64::MAX]
        {
            let text = year_edtf(year);
            assert_eq!(Date::parse(&text).expect("EDTF").year(), Some(year), "{text}");
        }
    }
}
