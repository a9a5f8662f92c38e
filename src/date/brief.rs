//! A date in few words, with its year.

use super::precision::Precision;

/// What is `written`, where anybody reads it so, else its `words` with short months.
pub(super) fn brief(written: &str, precision: Precision, words: impl FnOnce() -> String) -> String {
    if is_plain(written, precision) { written.to_owned() } else { with_short_months(&words()) }
}

/// Whether anybody reads it as it is written: a year of four digits, its month and its day, and at most one mark of
/// doubt behind them. The month of `2022-41` is none, `-0753` is 754 BC, and `2013~/2014` takes a reader who knows EDTF.
fn is_plain(written: &str, precision: Precision) -> bool {
    let written = written.strip_suffix(['~', '?', '%']).unwrap_or(written);
    let is_calendar = matches!(precision, Precision::Year | Precision::Month | Precision::Day);
    is_calendar
        && written.starts_with(|c: char| matches!(c, '1'..='9'))
        && written.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// `30 November 2013` → `30 Nov 2013`, as a date in words may be typed as well.
fn with_short_months(words: &str) -> String {
    const LETTERS: usize = 3;
    const MONTHS: [&str; 11] = [
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let cut = |words: String, month: &&str| words.replace(*month, month.get(..LETTERS).unwrap_or(month));
    MONTHS.iter().fold(words.to_owned(), cut)
}

#[cfg(test)]
mod tests {
    use crate::date::Date;

    #[test]
    fn a_date_is_said_briefly_with_its_year() {
        for (written, brief) in [
            ("2021-09-09", "2021-09-09"),
            ("2013-11~", "2013-11~"),
            ("2014-11-20~", "2014-11-20~"),
            ("1964/2008~", "from 1964 to about 2008"),
            ("-0043-03-15", "15 Mar 44 BC"),
            ("-0753", "754 BC"),
            ("0079-10-24", "24 Oct AD 79"),
            ("0000", "1 BC"),
            ("2011-05-17/2011-08-24", "from 17 May to 24 Aug 2011"),
            ("[2021-09-17,2021-10-02]", "17 Sep or 2 Oct 2021"),
            ("2022-41", "second half of 2022"),
            ("2001-21~", "about spring 2001"),
            ("2021-XX", "some month in 2021"),
            ("196X", "1960s"),
            ("1963-11-22T12:15/1963-11-22T12:20", "22 Nov 1963, 12:15 to 12:20"),
            ("2004?-06-11", "11 Jun 2004 (year uncertain)"),
            ("Y-66000000", "66 million years BC"),
            ("../1985-04", "until Apr 1985"),
        ] {
            assert_eq!(Date::parse(written).unwrap().brief(), brief, "{written}");
        }
    }
}
