//! A stretch of days.

use chrono::NaiveDate;

use super::day::Day;

/// A stretch of days, both ends included; either may be open. It holds at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    first: Day,
    last: Day,
}

impl Span {
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

/// How `date` builds and compares spans.
impl Span {
    pub(super) const ALL: Span = Span { first: Day::NO_START, last: Day::NO_END };

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
