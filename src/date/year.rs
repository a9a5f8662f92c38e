//! Calendar years by themselves: as people count them, and as EDTF writes them; and a day of one.

use chrono::{Datelike, NaiveDate};

use super::day::{FAR_FUTURE_YEAR, FAR_PAST_YEAR};
use crate::words::Words;

/// A year as people count it, in the words of [`Date::words`](super::Date::words). Years are astronomical: 0 is 1 BC.
pub fn year_words(year: i64, say: &Words) -> String {
    match year {
        FAR_PAST_YEAR => say.dates.far_past.to_owned(),
        FAR_FUTURE_YEAR => say.dates.far_future.to_owned(),
        _ => (say.dates.year)(year),
    }
}

/// A day in the words of [`Date::words`](super::Date::words): `9 September 2021`, `3 March 44 BC`.
pub fn day_words(day: NaiveDate, say: &Words) -> String {
    (say.dates.day)(day.day(), day.month(), &year_of(day, say)).to_string()
}

/// The last day of a year or of a month, where more than that is not known: `the end of 2024`, `the end of June 2021`.
/// `None` of a day that ends neither.
pub fn end_words(day: NaiveDate, say: &Words) -> Option<String> {
    let ends = day.succ_opt().is_none_or(|next| next.day() == 1);
    ends.then(|| (say.dates.end)(&if day.month() == 12 { year_of(day, say) } else { month_of(day, say) }))
}

/// The first day of a year or of a month in the same way: `the beginning of June 2021`.
pub fn begin_words(day: NaiveDate, say: &Words) -> Option<String> {
    let begins = day.day() == 1;
    begins.then(|| {
        (say.dates.beginning)(&if day.month() == 1 { year_of(day, say) } else { month_of(day, say) })
    })
}

fn year_of(day: NaiveDate, say: &Words) -> String {
    year_words(day.year().into(), say)
}

fn month_of(day: NaiveDate, say: &Words) -> String {
    (say.dates.month)(day.month(), &year_of(day, say)).to_string()
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
    use crate::words::en;

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
            assert_eq!((date.year(), year_words(year, &en::WORDS).as_str()), (Some(year), words));
            if year.abs() < i64::MAX {
                assert_eq!(date.words(&en::WORDS), words);
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
            assert_eq!(end_words(day, &en::WORDS).as_deref(), words);
            let beginning =
                end_words(day, &en::WORDS).and(day.succ_opt()).and_then(|day| begin_words(day, &en::WORDS));
            assert_eq!(beginning.is_some(), words.is_some(), "{day}");
        }
    }

    #[test]
    fn a_day_reads_as_its_date_does() {
        for date in ["2021-09-09", "2016-02-29", "0079-10-24", "-0043-03-15"] {
            let date = Date::parse(date).expect("EDTF");
            assert_eq!(date.latest().map(|day| day_words(day, &en::WORDS)), Some(date.words(&en::WORDS)));
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
