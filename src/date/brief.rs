//! Whether a date needs no words.

use super::precision::Precision;

/// Whether anybody reads it as it is written: a year of four digits, its month and its day, and at most one mark of
/// doubt behind them. The month of `2022-41` is none, `-0753` is 754 BC, and `2013~/2014` takes a reader who knows EDTF.
pub(super) fn is_plain(written: &str, precision: Precision) -> bool {
    let written = written.strip_suffix(['~', '?', '%']).unwrap_or(written);
    let is_calendar = matches!(precision, Precision::Year | Precision::Month | Precision::Day);
    is_calendar
        && written.starts_with(|c: char| matches!(c, '1'..='9'))
        && written.chars().all(|c| c.is_ascii_digit() || c == '-')
}
