//! A date taken apart: the days that EDTF reads, and the times of day beside them.
//!
//! EDTF has times of day of one form only, `2019-07-02T13:42:05Z`. People and programs also write a minute without its
//! seconds, a fraction of a second, and from when to when within a day: `T13:42Z`, `T21:51:03.625-04:00`,
//! `1963-11-22T12:15:00/1963-11-22T12:20:00`. All of these are read here, each end by `edtf-core` once what it does not
//! know is set aside, so that a time is never more or less than it allows.

use chrono::NaiveDate;
use edtf_core::{self as edtf, Edtf, ParseError, Time, TimeShift};

use super::possible;

/// What a date says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// Its days. Never an [`Edtf::DateTime`]: of that the date alone is here.
    pub(super) days: Edtf,
    /// When on that day; from when on the first to when on the last.
    pub(super) clocks: Option<(Clock, Clock)>,
}

/// A time of day as a clock shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Full seconds, and the zone.
    pub(super) time: Time,
    /// Billionths of a second; what is finer is cut off.
    pub(super) nanos: u32,
}

impl Clock {
    /// Seconds since midnight of its day where the zone is UTC: below zero, and above a day's, where it is another day
    /// there. A time without a zone is taken as it stands.
    pub(super) fn seconds_utc(self) -> i64 {
        let Time { hour, minute, second, shift } = self.time;
        let east = match shift {
            Some(TimeShift::Offset { minutes, .. }) => i64::from(minutes),
            Some(TimeShift::Utc) | None => 0,
        };
        (i64::from(hour) * 60 + i64::from(minute) - east) * 60 + i64::from(second)
    }
}

impl Reading {
    /// Reads a date of EDTF, or one with times of day as above.
    ///
    /// # Errors
    ///
    /// As `edtf-core` has them, and those named below. The offset is one of `text`.
    pub(super) fn of(text: &str) -> Result<Reading, ParseError> {
        if !text.contains('T') {
            return Edtf::parse(text).map(|days| Reading { days, clocks: None });
        }
        if let Some((from, to)) = text.split_once('/') {
            return range_of_times(text, from, to);
        }
        let (day, clock) = moment(text)?;
        Ok(Reading { days: Edtf::Date(day), clocks: Some((clock, clock)) })
    }
}

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;
pub(super) const TIME_AT_ONE_END: &str = "a time stands at one end of the interval only";
pub(super) const TIMES_TOO_FAR_APART: &str = "times more than a day apart are no range";
pub(super) const ENDS_BEFORE: &str = "interval end precedes interval start";

/// From one time to another, at most once round the clock later. Over more days than that EDTF, which has no ranges of
/// times at all, is kept to: its days are what a timeline can show.
fn range_of_times(text: &str, from: &str, to: &str) -> Result<Reading, ParseError> {
    let refused = |message| Err(ParseError { offset: 0, message });
    let behind = text.len() - to.len();
    if !from.contains('T') || !to.contains('T') {
        return refused(TIME_AT_ONE_END);
    }
    let (first, start) = moment(from)?;
    let (last, end) = moment(to).map_err(|error| ParseError { offset: error.offset + behind, ..error })?;
    let since_start = |day: &edtf::Date, clock: Clock| {
        let midnights = number(day).zip(number(&first)).map_or(0, |(day, first)| (day - first).num_days());
        (midnights * SECONDS_OF_A_DAY + clock.seconds_utc(), clock.nanos)
    };
    let (started, ended) = (since_start(&first, start), since_start(&last, end));
    if ended < started {
        return refused(ENDS_BEFORE);
    }
    if ended.0 - started.0 > SECONDS_OF_A_DAY {
        return refused(TIMES_TOO_FAR_APART);
    }
    let days = if first == last { Edtf::Date(first) } else { Edtf::parse(&format!("{first}/{last}"))? };
    Ok(Reading { days, clocks: Some((start, end)) })
}

fn number(day: &edtf::Date) -> Option<NaiveDate> {
    possible::bounds(&Edtf::Date(*day)).from()
}

/// One day and one time of it.
fn moment(text: &str) -> Result<(edtf::Date, Clock), ParseError> {
    const MINUTE: usize = "2019-07-02T13:42".len();
    const SECOND: usize = "2019-07-02T13:42:05".len();
    let digits = |from: usize| text.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    let is_end = |at: usize| matches!(text.as_bytes().get(at), None | Some(b'Z' | b'+' | b'-'));
    let (head, fraction, tail) = match text.as_bytes().get(SECOND) {
        Some(b'.' | b',') if digits(SECOND + 1) > 0 => (SECOND, digits(SECOND + 1), SECOND + 1),
        _ => (SECOND, 0, SECOND),
    };
    let full = match (text.get(..MINUTE), text.get(MINUTE..)) {
        (Some(head), Some(tail)) if is_end(MINUTE) => format!("{head}:00{tail}"),
        _ => match (text.get(..head), text.get(tail + fraction..)) {
            (Some(head), Some(tail)) => format!("{head}{tail}"),
            _ => text.to_owned(),
        },
    };
    let in_text = |error: ParseError| {
        let moved = (text.len() + error.offset).saturating_sub(full.len());
        let offset = if error.offset < MINUTE { error.offset } else { moved };
        ParseError { offset: offset.min(text.len()), ..error }
    };
    match Edtf::parse(&full).map_err(in_text)? {
        Edtf::DateTime(found) => {
            let nanos = text.get(tail..tail + fraction).map_or(0, billionths);
            Ok((found.date, Clock { time: found.time, nanos }))
        }
        _ => Err(ParseError { offset: 0, message: "a time of day stands behind a day" }),
    }
}

/// `625` behind the point is 625,000,000 of them.
fn billionths(digits: &str) -> u32 {
    digits
        .chars()
        .chain("000000000".chars())
        .take(9)
        .filter_map(|digit| digit.to_digit(10))
        .fold(0, |n, d| n * 10 + d)
}

#[cfg(test)]
mod tests {
    use crate::date::Date;

    fn refused(text: &str) -> (String, String, Option<String>) {
        let error = Date::parse(text).unwrap_err();
        (error.message, text.get(error.at).unwrap_or_default().to_owned(), error.hint)
    }

    #[test]
    fn days_are_those_that_stand_before_the_times() {
        for (text, from, to) in [
            ("2019-07-02T13:42Z", "2019-07-02", "2019-07-02"),
            ("2023-10-17T21:51:03.625-04:00", "2023-10-17", "2023-10-17"),
            ("1963-11-22T12:15:00/1963-11-22T12:20:00", "1963-11-22", "1963-11-22"),
            ("1963-11-22T23:50/1963-11-23T00:10", "1963-11-22", "1963-11-23"),
        ] {
            let date = Date::parse(text).unwrap_or_else(|error| panic!("`{text}`: {error}"));
            let days = [date.earliest(), date.latest()].map(|day| day.map(|day| day.to_string()));
            assert_eq!(days, [from, to].map(|day| Some(day.to_owned())), "{text}");
            assert_eq!(date.as_written(), text);
        }
    }

    #[test]
    fn what_is_wrong_with_a_time_is_said_where_it_stands() {
        for (text, message, at) in [
            ("2019-07-02T13:72Z", "minute must be 00-59", "72"),
            ("2019-07-02T25:42:05.5", "hour must be 00-23 (24 is not allowed)", "25"),
            ("2019-07-02T13:42+15:00", "time shift exceeds ±14:00", "+15"),
            ("2019-07-02T13:42:05.25+15", "time shift exceeds ±14:00", "+15"),
            ("2019-02-29T13:42", "no such day", "29"),
        ] {
            let (said, place, _) = refused(text);
            assert_eq!((said.as_str(), place.as_str()), (message, at), "{text}");
        }
        for (text, message) in [
            ("1963-11-22T12:20/1963-11-22T12:15", "the interval ends before it begins"),
            ("1963-11-22T12:15Z/1963-11-22T12:15+01", "the interval ends before it begins"),
            ("2005-07-25T10:10Z/2006-01-01T10:10Z", "times more than a day apart are no range"),
            ("2005-07-25T10:10Z/2006-01", "a time stands at one end of the interval only"),
        ] {
            assert_eq!(refused(text).0, message, "{text}");
        }
    }
}
