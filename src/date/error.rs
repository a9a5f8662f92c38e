//! Why a text is no date, in words for the one who wrote it.

use std::fmt;
use std::ops::Range;

use edtf_core::{Edtf, ParseError};

use super::hint;

/// Why a text is no EDTF date, or no span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong: lower case, no full stop, code in backticks.
    pub message: String,
    /// Where, in bytes of the text that was read. It begins and ends between characters, and is empty only if
    /// the text is.
    pub at: Range<usize>,
    /// How to mend it, where that can be told.
    pub hint: Option<String>,
}

impl DateError {
    pub(super) fn new(message: impl Into<String>, at: Range<usize>) -> DateError {
        DateError { message: message.into(), at, hint: None }
    }

    pub(super) fn with_hint(self, hint: impl Into<String>) -> DateError {
        DateError { hint: Some(hint.into()), ..self }
    }

    /// The same error in a longer text, that has `by` bytes before this one.
    pub(super) fn moved(self, by: usize) -> DateError {
        DateError { at: self.at.start + by..self.at.end + by, ..self }
    }

    /// Words the refusal of `text`. Where a hint says what to write instead, the whole text is to be replaced.
    pub(super) fn refused(text: &str, error: ParseError) -> DateError {
        let message = in_house(error.message);
        if let Some(hint) = hint::rewritten(text) {
            return DateError { message, at: 0..text.len(), hint: Some(hint) };
        }
        let at = component_at(text, error.offset);
        let hint = explained(text, error.message, at.start);
        DateError { message, at, hint }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

const NO_SUCH_DAY: &str = "day is out of range for the month";
const NO_SUCH_MONTH: &str = "month must be 01-12 or a sub-year code 21-41";

/// The message of `edtf-core` as wallchart words it. One that is not known here is passed on as it is: a new
/// release of the crate must not cost a reader the reason.
fn in_house(message: &'static str) -> String {
    let worded = match message {
        NO_SUCH_DAY => "no such day",
        NO_SUCH_MONTH | "month must be 01-12" => "no such month",
        "empty input" => "no date given",
        "EDTF permits ASCII characters only" => "a date is made of ASCII characters only",
        "whitespace is not allowed" => "a date has no blanks in it",
        "unterminated set" => "the set has no closing bracket",
        "significant digits exceed the year's digit count" => "more significant digits than the year has",
        "Y-prefixed years require |year| > 9999" => "a year after `Y` has more than four digits",
        "Y-prefixed years are year-precision only" => "no month or day can follow a year after `Y`",
        "leading zeros are not allowed in Y-prefixed years" => "a year after `Y` begins with no zero",
        "interval end precedes interval start" => "the interval ends before it begins",
        _ => return message.replace('\'', "`"),
    };
    worded.to_owned()
}

/// The component that `offset` lies in: the `13` of `2021-13`. What stands between two belongs to the one
/// after it.
fn component_at(text: &str, offset: usize) -> Range<usize> {
    const BETWEEN: [char; 13] = ['-', '/', ',', '[', ']', '{', '}', ' ', 'T', 'Z', ':', '+', '.'];
    let Some((before, after)) = text.split_at_checked(offset) else {
        return 0..text.len();
    };
    let inside = after.trim_start_matches(BETWEEN);
    let start =
        if inside.len() == after.len() { before.rfind(BETWEEN).map_or(0, |end| end + 1) } else { offset };
    let end = inside.find(BETWEEN).map_or(text.len(), |end| text.len() - inside.len() + end);
    start..end
}

/// What helps where no other date can be named. `at` is where the wrong component begins.
fn explained(text: &str, message: &str, at: usize) -> Option<String> {
    match message {
        NO_SUCH_DAY => days_of_month(text, at).map(|days| format!("that month has {days} days")),
        NO_SUCH_MONTH => {
            Some("months are `01` to `12`; seasons, quarters and halves `21` to `41`".to_owned())
        }
        _ if has_no_year(text) => Some("write a date as `2021-09-09`, `2021-09` or `2021`".to_owned()),
        _ => None,
    }
}

/// How many days the month has whose impossible day begins at byte `at`; `None` inside a set, which would have
/// to be closed first.
fn days_of_month(text: &str, at: usize) -> Option<u8> {
    let (month, _) = text.split_at_checked(at)?;
    (28..=31).rev().find(|day| Edtf::parse(&format!("{month}{day}")).is_ok())
}

/// Whether a text does not even begin with what could be a year.
fn has_no_year(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_digit() || "YX-?~%[{./".contains(c))
}

#[cfg(test)]
mod tests {
    use crate::date::Date;

    fn check(text: &str, message: &str, at: &str, hint: Option<&str>) {
        let error = Date::parse(text).unwrap_err();
        let found = (error.message.as_str(), text.get(error.at.clone()), error.hint.as_deref());
        assert_eq!(found, (message, Some(at), hint), "{text}");
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn a_day_or_month_that_does_not_exist_is_named() {
        let months = Some("months are `01` to `12`; seasons, quarters and halves `21` to `41`");
        check("2021-13", "no such month", "13", months);
        check("2021-00-XX", "no such month", "00", months);
        check("2021-02-30", "no such day", "30", Some("that month has 28 days"));
        check("2020-02-31", "no such day", "31", Some("that month has 29 days"));
        check("2021-09-00", "no such day", "00", Some("that month has 30 days"));
        check("2021-01/2021-02-30", "no such day", "30", Some("that month has 28 days"));
        check("[2021-02-30,2022]", "no such day", "30", None);
        check("156X-09-31", "no such day", "31", Some("that month has 30 days"));
    }

    #[test]
    fn the_range_is_the_part_that_is_wrong() {
        check("198", "year must have exactly four digits (or X)", "198", None);
        check("2021-9x-09", "month must be two digits (or X)", "9x", None);
        check("2021-09-09-01", "unexpected characters after day", "-01", None);
        check("2021-09-09T25:00:00", "hour must be 00-23 (24 is not allowed)", "25", None);
        check("2021-09-09T23:00:00+15:00", "time shift exceeds ±14:00", "+15", None);
        check("[1999", "the set has no closing bracket", "1999", None);
        check("1960/12x-12", "year must have exactly four digits (or X)", "12x", None);
        check("-0000", "-0000 is not a valid year", "-0000", None);
        check("2012///4444", "interval must contain exactly one `/`", "//4444", None);
        check("[1999}", "the set has no closing bracket", "}", None);
    }

    #[test]
    fn what_is_no_date_at_all_is_told_what_one_looks_like() {
        let hint = Some("write a date as `2021-09-09`, `2021-09` or `2021`");
        check("", "no date given", "", hint);
        check("hello", "year must have exactly four digits (or X)", "hello", hint);
        check("明天", "a date is made of ASCII characters only", "明天", hint);
    }
}
