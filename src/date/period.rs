//! From the first of several dates to the last, as precise as they are.

use std::cmp::Reverse;

use chrono::NaiveDate;
use edtf_core::{self as edtf, Edtf, Interval, IntervalEndpoint, SetElement};

use super::day::Day;
use super::possible::bounds;
use super::reading::Reading;
use super::{Date, Precision, Span};

/// The date with which something begins or ends, and the day that it begins or ends with.
type DatedDay = (Day, edtf::Date);

impl Date {
    /// What several dates cover, in their own words: of `1957` and `1961` it is `1957/1961`, and of days the days. An
    /// end that is open or unknown is open; of dates that begin on one day the coarser counts. `None` where neither end
    /// is bounded, or there are no dates.
    pub fn period<'a>(dates: impl Iterator<Item = &'a Date> + Clone) -> Option<Date> {
        // Only the two that reach farthest are read again.
        let first =
            dates.clone().min_by_key(|date| (date.possible.first(), Reverse(date.possible.last())))?;
        let last = dates.max_by_key(|date| (date.possible.last(), Reverse(date.possible.first())))?;
        let start = first_of(&first.reading()).filter(|(day, _)| *day == first.possible.first());
        let end = last_of(&last.reading()).filter(|(day, _)| *day == last.possible.last());
        let period = match (start, end) {
            (None, None) => return None,
            (Some((_, start)), Some((_, end))) if start == end => Edtf::Date(start),
            (start, end) => Edtf::Interval(Interval { start: endpoint(start), end: endpoint(end) }),
        };
        Date::parse(&period.to_string()).ok()
    }
}

impl Date {
    /// When it begins and when it ends: of what goes on from one date to another those two, of all else itself twice.
    pub fn ends(&self) -> (Span, Span) {
        let whole = self.span();
        if self.precision() != Precision::Interval {
            return (whole, whole);
        }
        let reading = self.reading();
        let span = |end: Option<DatedDay>| end.map(|(_, date)| bounds(&Edtf::Date(date)));
        (
            span(first_of(&reading)).unwrap_or(whole.without_end()),
            span(last_of(&reading)).unwrap_or(whole.without_start()),
        )
    }
}

impl Date {
    /// The day that it says it ends with, `24 May` of "from 17 to 24 May 2011"; `None` where it is not known to the day.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let latest = self.latest()?;
        let (day, date) = last_of(&self.reading())?;
        (day == Day::from(latest) && bounds(&Edtf::Date(date)).first() == day).then_some(latest)
    }
}

fn endpoint(end: Option<DatedDay>) -> IntervalEndpoint {
    end.map_or(IntervalEndpoint::Open, |(_, date)| IntervalEndpoint::Date(date))
}

fn first_of(reading: &Reading) -> Option<DatedDay> {
    let begins = |date: &edtf::Date| (bounds(&Edtf::Date(*date)).first(), *date);
    let found = match &reading.days {
        Edtf::Date(date) => begins(date),
        Edtf::DateTime(moment) => begins(&moment.date),
        Edtf::Interval(interval) => match &interval.start {
            IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => begins(date),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrBefore(_) => {
                return None;
            }
        },
        Edtf::Set(set) => {
            let starts = set.elements.iter().filter_map(|member| match member {
                SetElement::Date(date) | SetElement::OnOrAfter(date) | SetElement::Range(date, _) => {
                    Some(begins(date))
                }
                SetElement::OnOrBefore(_) => None,
            });
            starts.min_by_key(|(day, _)| *day)?
        }
    };
    Some(found)
}

fn last_of(reading: &Reading) -> Option<DatedDay> {
    let ends = |date: &edtf::Date| (bounds(&Edtf::Date(*date)).last(), *date);
    let found = match &reading.days {
        Edtf::Date(date) => ends(date),
        Edtf::DateTime(moment) => ends(&moment.date),
        Edtf::Interval(interval) => match &interval.end {
            IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => ends(date),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrAfter(_) => {
                return None;
            }
        },
        Edtf::Set(set) => {
            let stops = set.elements.iter().filter_map(|member| match member {
                SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::Range(_, date) => {
                    Some(ends(date))
                }
                SetElement::OnOrAfter(_) => None,
            });
            stops.max_by_key(|(day, _)| *day)?
        }
    };
    Some(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::date::Date;

    fn period(dates: &[&str]) -> Option<String> {
        let dates: Vec<Date> = dates.iter().map(|date| Date::parse(date).unwrap()).collect();
        Date::period(dates.iter()).map(|period| period.as_written().to_owned())
    }

    #[test]
    fn a_period_is_as_precise_as_the_dates_that_bound_it() {
        for (dates, expected) in [
            (&["1957", "1961"][..], Some("1957/1961")),
            (&["1961", "1957", "1958-03-04"], Some("1957/1961")),
            (&["2021-01-12", "2021-11-29"], Some("2021-01-12/2021-11-29")),
            (&["2021-09", "2021"], Some("2021")),
            (&["2021-01-01", "2021"], Some("2021")),
            (&["2021-09-09", "2021-09-09T10:00Z"], Some("2021-09-09")),
            (&["2013-11~", "2022-41"], Some("2013-11~/2022-41")),
            (&["196X", "20XX"], Some("196X/20XX")),
            (&["-2999", "-0043-03-15"], Some("-2999/-0043-03-15")),
            (&["Y-4540000000", "2021?"], Some("Y-4540000000/2021?")),
            (&["2011-05-17/2011-08", "2011"], Some("2011")),
            (&["2011-05-17/2011-08", "2011-06"], Some("2011-05-17/2011-08")),
            (&["[2013-08-01,2021-09-17]", "{2014..2016}"], Some("2013-08-01/2021-09-17")),
            (&["2013-11/..", "2014"], Some("2013-11/..")),
            (&["../1985", "1960"], Some("../1985")),
            (&["/1985", "2013/"], None),
            (&["[..1985]", "1990"], Some("../1990")),
            (&[], None),
        ] {
            assert_eq!(period(dates).as_deref(), expected, "{dates:?}");
        }
    }

    #[test]
    fn a_last_day_is_one_that_is_said() {
        for (date, expected) in [
            ("2021-09-09", Some("2021-09-09")),
            ("2021-09-30~", Some("2021-09-30")),
            ("2021-09", None),
            ("1985-04-XX", None),
            ("2011-05/2011-05-24", Some("2011-05-24")),
            ("2011-05-17/2011-05", None),
            ("2011-05-17/..", None),
            ("[2011-05-17,2011-04]", Some("2011-05-17")),
            ("[2011-05-17,2011]", None),
        ] {
            let day = Date::parse(date).unwrap().last_day().map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{date}");
        }
    }

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        fn no_period_leaves_out_a_day(
            dates in prop::collection::vec("(19[0-9][0-9](-(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01])|X)?|196X|1[0-9]XX)", 1..5),
        ) {
            let dates: Vec<Date> = dates.iter().filter_map(|date| Date::parse(date).ok()).collect();
            let period = Date::period(dates.iter());
            let first = dates.iter().map(Date::earliest).min().flatten();
            let last = dates.iter().map(Date::latest).max().flatten();
            prop_assert_eq!(period.as_ref().and_then(Date::earliest), first);
            prop_assert_eq!(period.as_ref().and_then(Date::latest), last);
        }
    }
}
