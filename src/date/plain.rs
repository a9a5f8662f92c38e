//! Plain dates, `2021`, `2021-09` and `2021-09-09`: nearly all that there are, and simple enough to be read without the
//! grammar of the rest. A test holds that they come to what `edtf-core` makes of them.

use chrono::{Datelike, NaiveDate};

use super::Span;
use super::precision::Precision;

/// The days that a plain date names, and what it is; `None` for every other text, be it a date or none.
pub(super) fn read(text: &str) -> Option<(Span, Precision)> {
    let year = number(text.get(..4)?)?;
    // The last day of a month is the one before the first of the next.
    let month = |month: u32| NaiveDate::from_ymd_opt(year.cast_signed(), month, 1);
    match *text.as_bytes() {
        [_, _, _, _] => Some((Span::year(year.into()), Precision::Year)),
        [_, _, _, _, b'-', _, _] => {
            let first = month(number(text.get(5..)?)?)?;
            let next = if first.month() < 12 {
                month(first.month() + 1)
            } else {
                NaiveDate::from_ymd_opt(year.cast_signed() + 1, 1, 1)
            };
            Some((Span::between(first, next?.pred_opt()?), Precision::Month))
        }
        [_, _, _, _, b'-', _, _, b'-', _, _] => {
            let day = month(number(text.get(5..7)?)?)?.with_day(number(text.get(8..)?)?)?;
            Some((Span::between(day, day), Precision::Day))
        }
        _ => None,
    }
}

/// Digits, and nothing else.
fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use edtf_core::Edtf;

    use super::*;
    use crate::date::possible;

    #[test]
    fn plain_dates_are_what_edtf_makes_of_them() {
        let mut plain = 0;
        let mut check = |text: &str| {
            let Some((span, precision)) = read(text) else { return };
            let edtf = Edtf::parse(text).unwrap_or_else(|error| panic!("`{text}`: {error}"));
            assert_eq!((span, precision), (possible::bounds(&edtf), Precision::of(&edtf)), "{text}");
            assert!(!possible::has_gaps(&edtf) && !edtf.is_approximate() && !edtf.is_uncertain(), "{text}");
            plain += 1;
        };
        for year in ["0000", "0001", "1900", "1999", "2000", "2021", "2024", "9999"] {
            check(year);
            for month in 0..=99 {
                check(&format!("{year}-{month:02}"));
                (0..=32).for_each(|day| check(&format!("{year}-{month:02}-{day:02}")));
            }
        }
        // Twelve months and their days; three of these are leap years.
        assert_eq!(plain, 8 + 8 * 12 + 8 * 365 + 3);
        for text in [
            "",
            "202",
            "20211",
            "2021-9",
            "2021-",
            "+202",
            "202X",
            "2021-09-9",
            "2021-09-09T10:00:00",
            "２０２１",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
