//! A stretch of time, as a query asks for it.

use chrono::NaiveDate;

use super::day::Day;
use super::{Date, DateError};

/// A stretch of days, both ends included; either may be open. It holds at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    first: Day,
    last: Day,
}

impl Span {
    /// Reads the value of `year:` and `date:`: any date, in EDTF or as [people say it](Date::parse_plainly), which means
    /// the days it may be, or two of them.
    ///
    /// | written | from | to |
    /// | --- | --- | --- |
    /// | `2021` | 2021-01-01 | 2021-12-31 |
    /// | `2021-09..2022-03` | 2021-09-01 | 2022-03-31 |
    /// | `2021-09..` | 2021-09-01 | open |
    /// | `..2019` | open | 2019-12-31 |
    /// | `[1670..1672]` | 1670-01-01 | 1672-12-31 |
    /// | `from May to August 2011` | 2011-05-01 | 2011-08-31 |
    /// | `754 BC..sept 2021` | -0753-01-01 | 2021-09-30 |
    ///
    /// # Errors
    ///
    /// Where a date is none, where `..` stands alone, and where the second date ends before the first begins.
    /// The error's range counts bytes of `text`.
    pub fn parse(text: &str) -> Result<Span, DateError> {
        let error = match Date::parse(text) {
            // EDTF first: `[1670..1672]` and `../1985` are dates of their own.
            Ok(date) => return Ok(date.span()),
            Err(error) => error,
        };
        match split_range(text) {
            Some(("", "")) => Err(DateError::new("`..` has no date on either side", 0..text.len())
                .with_hint("write `2021..`, `..2021` or `2020..2021`")),
            Some((from, to)) => Span::parse_ends(from, to),
            None => Date::parse_plainly(text).map(|date| date.span()).or(Err(error)),
        }
    }

    fn parse_ends(from: &str, to: &str) -> Result<Span, DateError> {
        let end = |text: &str, open: Span| match Date::parse(text) {
            _ if text.is_empty() => Ok(open),
            Ok(date) => Ok(date.span()),
            Err(error) => Date::parse_plainly(text).map(|date| date.span()).or(Err(error)),
        };
        let first = end(from, Span::ALL)?;
        let last = end(to, Span::ALL).map_err(|error| error.moved(from.len() + RANGE.len()))?;
        let span = first.through(last);
        if span.first > span.last {
            return Err(DateError::new(
                "the span ends before it begins",
                0..from.len() + RANGE.len() + to.len(),
            )
            .with_hint(format!("write `{to}..{from}`")));
        }
        Ok(span)
    }

    /// From one day to another, which is not before it.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Span {
        Span { first: first.into(), last: last.into() }
    }

    /// From the first to the last day that any of `spans` begins or ends with; `None` where all are open at both ends.
    pub fn covering(spans: impl Iterator<Item = Span>) -> Option<Span> {
        let ends = spans.flat_map(|span| [span.first, span.last]);
        let days = ends.filter(|day| ![Day::NO_START, Day::NO_END].contains(day));
        days.map(|day| Span { first: day, last: day })
            .reduce(|all, day| Span { first: all.first.min(day.first), last: all.last.max(day.last) })
    }

    /// All of one year, counted astronomically: 0 is 1 BC.
    pub fn year(year: i64) -> Span {
        Span { first: Day::first_of(year), last: Day::last_of(year) }
    }

    /// The first day, or `None` where the span is open there or `chrono` cannot hold the day.
    pub fn from(&self) -> Option<NaiveDate> {
        self.first.date()
    }

    /// The last day, or `None` where the span is open there or `chrono` cannot hold the day.
    pub fn to(&self) -> Option<NaiveDate> {
        self.last.date()
    }

    /// The year of the first day; `None` where the span is open there.
    pub fn first_year(&self) -> Option<i64> {
        self.first.year()
    }

    /// The year of the last day; `None` where the span is open there.
    pub fn last_year(&self) -> Option<i64> {
        self.last.year()
    }

    /// The months of the first and the last day, counted from January of the year 0; `None` where it is open. Any year
    /// has them, however far beyond `chrono`.
    pub fn months(&self) -> (Option<i64>, Option<i64>) {
        (self.first.month(), self.last.month())
    }

    /// Both ends as numbers of days that are fit for telling how far two are apart, in any year; `None` where it is open.
    pub fn numbers(&self) -> (Option<i64>, Option<i64>) {
        (self.first.number(), self.last.number())
    }

    /// The middle of it, as a number of days that is fit for telling how far two of them are apart, in any year; where
    /// one end is open the other one. `None` where both are.
    pub fn middle(&self) -> Option<i64> {
        match (self.first.number(), self.last.number()) {
            (Some(first), Some(last)) => Some(i64::midpoint(first, last)),
            (first, last) => first.or(last),
        }
    }

    /// How many days outside of it the nearest end of `other` lies; `None` where none does.
    pub fn days_to_end_of(&self, other: &Span) -> Option<i64> {
        let ends = [other.first, other.last].into_iter().filter_map(Day::number);
        let outside = ends.flat_map(|end| {
            let before = self.first.number().map(|first| first.saturating_sub(end));
            let after = self.last.number().map(|last| end.saturating_sub(last));
            [before, after]
        });
        outside.flatten().filter(|days| *days > 0).min()
    }

    /// Both ends as days. One that is open, unknown or out of the calendar's reach is the calendar's first day or its
    /// last, whichever it is nearer to.
    pub fn clamped(&self) -> (NaiveDate, NaiveDate) {
        (self.first.clamped(), self.last.clamped())
    }

    /// Whether `day` lies within.
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&Day::from(day))
    }
}

/// What stands between two dates.
const RANGE: &str = "..";

/// `A..B` in two, at the first `..` that is not inside a set.
fn split_range(text: &str) -> Option<(&str, &str)> {
    let outside_sets = |(at, _): &(usize, &str)| {
        let count = |brackets: [char; 2]| {
            text.bytes().take(*at).filter(|b| brackets.contains(&char::from(*b))).count()
        };
        count(['[', '{']) == count([']', '}'])
    };
    let (at, _) = text.match_indices(RANGE).find(outside_sets)?;
    let (from, rest) = text.split_at_checked(at)?;
    Some((from, rest.strip_prefix(RANGE)?))
}

/// How `date` builds and compares spans.
impl Span {
    const ALL: Span = Span { first: Day::NO_START, last: Day::NO_END };

    pub(super) fn new(first: Day, last: Day) -> Span {
        Span { first, last }
    }

    pub(super) fn first(self) -> Day {
        self.first
    }

    pub(super) fn last(self) -> Day {
        self.last
    }

    /// From the first day of `self` to the last one of `end`.
    pub(super) fn through(self, end: Span) -> Span {
        Span { first: self.first, last: end.last }
    }

    pub(super) fn without_start(self) -> Span {
        Span { first: Day::NO_START, ..self }
    }

    pub(super) fn without_end(self) -> Span {
        Span { last: Day::NO_END, ..self }
    }

    pub(super) fn overlaps(self, other: Span) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The days that both hold, which must be some.
    pub(super) fn clipped_to(self, other: Span) -> Span {
        Span { first: self.first.max(other.first), last: self.last.min(other.last) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a span and writes it as two days, an open end as nothing.
    fn check(text: &str, from: &str, to: &str) {
        let span = Span::parse(text).unwrap_or_else(|error| panic!("`{text}`: {error}"));
        let days = [span.from(), span.to()].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
        assert_eq!(days, [from, to], "{text}");
    }

    fn check_error(text: &str, message: &str, at: &str, hint: &str) {
        let error = Span::parse(text).unwrap_err();
        let found = (error.message.as_str(), text.get(error.at), error.hint.as_deref());
        assert_eq!(found, (message, Some(at), Some(hint)), "{text}");
    }

    #[test]
    fn a_date_is_the_days_it_may_be() {
        check("2021", "2021-01-01", "2021-12-31");
        check("2022-41", "2022-07-01", "2022-12-31");
        check("2013-11~", "2013-11-01", "2013-11-30");
        check("2011-05/2011-08", "2011-05-01", "2011-08-31");
        check("2013/..", "2013-01-01", "");
        check("../1985", "", "1985-12-31");
    }

    #[test]
    fn two_dates_are_all_from_the_first_to_the_last() {
        check("2021..2023", "2021-01-01", "2023-12-31");
        check("2021-09..2022-03", "2021-09-01", "2022-03-31");
        check("2021-05..2021", "2021-05-01", "2021-12-31");
        check("2021..2021-01-01", "2021-01-01", "2021-01-01");
        check("2022-33..2022-41", "2022-01-01", "2022-12-31");
        check("-0043..0014", "-0043-01-01", "0014-12-31");
    }

    #[test]
    fn dates_may_be_in_words() {
        check("sept 2021", "2021-09-01", "2021-09-30");
        check("754 BC", "-0753-01-01", "-0753-12-31");
        check("21 April 754 BC..AD 50", "-0753-04-21", "0050-12-31");
        check("2021..Sept 2022", "2021-01-01", "2022-09-30");
        check("since 2013", "2013-01-01", "");
        check("12 to 14 April 1985", "1985-04-12", "1985-04-14");
    }

    #[test]
    fn either_side_may_be_open() {
        check("2021..", "2021-01-01", "");
        check("..2019", "", "2019-12-31");
    }

    #[test]
    fn the_dots_of_a_set_are_its_own() {
        check("[1670..1672]", "1670-01-01", "1672-12-31");
        check("[1670..1672]..[1680..1682]", "1670-01-01", "1682-12-31");
        check("..[1670..1672]", "", "1672-12-31");
        check("{..1672}..1680", "", "1680-12-31");
    }

    #[test]
    fn what_is_no_span_is_an_error_that_says_so() {
        let some = "write `2021..`, `..2021` or `2020..2021`";
        check_error("..", "`..` has no date on either side", "..", some);
        check_error("2023..2021", "the span ends before it begins", "2023..2021", "write `2021..2023`");
        check_error("Y17E7..2021", "the span ends before it begins", "Y17E7..2021", "write `2021..Y17E7`");
        let months = "months are `01` to `12`; seasons, quarters and halves `21` to `41`";
        check_error("2021-13..", "no such month", "13", months);
        check_error(
            "soon",
            "year must have exactly four digits (or X)",
            "soon",
            "write a date as `2021-09-09`, `2021-09` or `2021`",
        );
    }

    #[test]
    fn the_error_of_a_second_date_points_into_the_whole_text() {
        let error = Span::parse("2021..2022-13").unwrap_err();
        assert_eq!(error.at, 11..13);
    }

    #[test]
    fn a_year_is_all_its_days() {
        assert_eq!(Span::year(2021), Span::parse("2021").unwrap());
        assert_eq!(Span::year(-43), Span::parse("-0043").unwrap());
    }

    #[test]
    fn both_ends_are_included() {
        let span = Span::parse("2021-09..2022-03").unwrap();
        let contains = |year, month, day| span.contains(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert!(contains(2021, 9, 1) && contains(2022, 3, 31));
        assert!(!contains(2021, 8, 31) && !contains(2022, 4, 1));
    }

    #[test]
    fn what_chrono_cannot_hold_is_not_open() {
        let span = Span::parse("Y17E7").unwrap();
        assert_eq!((span.from(), span.to()), (None, None));
        assert!(!span.contains(NaiveDate::MAX));
    }
}
