//! Calendar years by themselves: as people count them, and as EDTF writes them; and a day of one.

use chrono::{Datelike, Month, NaiveDate};

/// A year as people count it, in the words of [`Date::words`](super::Date::words): `2021`, `AD 79`, `44 BC`.
/// Years are astronomical: 0 is 1 BC.
pub fn year_words(year: i32) -> String {
    match year {
        ..1 => format!("{} BC", 1 - i64::from(year)),
        1..1000 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

/// A day in the words of [`Date::words`](super::Date::words): `9 September 2021`, `3 March 44 BC`.
pub fn day_words(day: NaiveDate) -> String {
    let month = u8::try_from(day.month()).ok().and_then(|number| Month::try_from(number).ok());
    format!("{} {} {}", day.day(), month.map_or("", |month| month.name()), year_words(day.year()))
}

/// A year as EDTF writes it: four digits, or `Y` before more of them.
pub fn year_edtf(year: i32) -> String {
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
        for year in [2021, 999, 79, 1, 0, -1, -43, -753] {
            let date = Date::parse(&year_edtf(year)).expect("EDTF");
            assert_eq!((date.year(), date.words()), (Some(year), year_words(year)));
        }
        assert_eq!(year_words(0), "1 BC");
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
        for year in [0, 7, 9_999, 10_000, 262_000, -1, -9_999, -10_000, -262_000] {
            let text = year_edtf(year);
            assert_eq!(Date::parse(&text).expect("EDTF").year(), Some(year), "{text}");
        }
    }
}
