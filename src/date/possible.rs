//! The days that a date may mean: where they begin and end, and where they leave gaps.

use chrono::{Datelike, NaiveDate};
use edtf_core::{self as edtf, Bound, DateField, Edtf, SetElement, YearKind};

use super::Span;
use super::day::Day;
use super::part::YearPart;
use super::shape::DateShape;

/// The first and the last possible day, as `edtf-core` bounds them.
///
/// It calls a bound unknown for two reasons that must not be confused: an interval whose end nobody knows may
/// reach anywhere, but `Y17E100` is merely too big a number, and lies in the far future for certain.
pub(super) fn bounds(edtf: &Edtf) -> Span {
    let found = edtf.bounds();
    if let Edtf::Date(date) = edtf
        && found.earliest == Bound::Unknown
    {
        let far = if is_before_year_zero(&date.year) { Day::FAR_PAST } else { Day::FAR_FUTURE };
        return Span::new(far, far);
    }
    Span::new(day(found.earliest, Day::NO_START), day(found.latest, Day::NO_END))
}

fn day(bound: Bound, unknown: Day) -> Day {
    match bound {
        Bound::Date(date) => Day::from(date),
        Bound::NegativeInfinity => Day::NO_START,
        Bound::PositiveInfinity => Day::NO_END,
        Bound::Unknown => unknown,
    }
}

fn is_before_year_zero(year: &edtf::Year) -> bool {
    match year.kind {
        YearKind::Standard { negative, .. } => negative,
        YearKind::Big { value } => value < 0,
        YearKind::Exponential { significand, .. } => significand < 0,
    }
}

/// Whether impossible days may lie between the bounds, so that only [`any_within`] tells what a date touches.
pub(super) fn has_gaps(edtf: &Edtf) -> bool {
    match edtf {
        Edtf::Date(date) => is_gappy(date),
        Edtf::DateTime(_) | Edtf::Interval(_) => false,
        Edtf::Set(set) => match set.elements.as_slice() {
            [SetElement::Date(date)] => is_gappy(date),
            [_] => false,
            _ => true,
        },
    }
}

/// A season of a masked year (`201X-21`) counts as one stretch: EDTF leaves open which months a season has,
/// and `edtf-core` keeps its own choice of them to itself.
fn is_gappy(date: &edtf::Date) -> bool {
    let is_part = date.month.and_then(DateField::value).and_then(YearPart::of).is_some();
    matches!(DateShape::of(date), DateShape::Pattern) && !is_part
}

/// Whether a day that `edtf` may mean lies within `span`.
pub(super) fn any_within(edtf: &Edtf, span: Span) -> bool {
    match edtf {
        Edtf::Date(date) => date_touches(date, span),
        Edtf::DateTime(_) | Edtf::Interval(_) => bounds(edtf).overlaps(span),
        Edtf::Set(set) => set.elements.iter().any(|element| match element {
            SetElement::Date(date) => date_touches(date, span),
            other => of_element(other).overlaps(span),
        }),
    }
}

/// The places of those of `spans`, which are in order and apart, within which a day lies that `edtf` may mean. Members of
/// a set and spans are not multiplied: each member says where it begins and where it ends among them.
pub(super) fn touched(edtf: &Edtf, spans: &[Span]) -> Vec<usize> {
    let Edtf::Set(set) = edtf else {
        return (0..spans.len()).filter(|place| any_within(edtf, spans[*place])).collect();
    };
    let (mut begun, mut over) = (vec![0_usize; spans.len()], vec![0_usize; spans.len()]);
    let mut add = |place: usize, last: usize| {
        begun[place] += 1;
        over[last] += 1;
    };
    for element in &set.elements {
        let possible = of_element(element);
        let first = spans.partition_point(|span| span.last() < possible.first());
        let after = spans.partition_point(|span| span.first() <= possible.last());
        match element {
            SetElement::Date(date) if is_gappy(date) => (first..after)
                .filter(|place| date_touches(date, spans[*place]))
                .for_each(|place| add(place, place)),
            _ if first < after => add(first, after - 1),
            _ => {}
        }
    }
    let mut now = 0;
    let is_touched = |place: &usize| {
        now += begun[*place];
        let is_within = now > 0;
        now -= over[*place];
        is_within
    };
    (0..spans.len()).filter(is_touched).collect()
}

/// The first and the last day that a member of a set may mean.
fn of_element(element: &SetElement) -> Span {
    let of = |date: &edtf::Date| bounds(&Edtf::Date(*date));
    match element {
        SetElement::Date(date) => of(date),
        SetElement::OnOrBefore(date) => of(date).without_start(),
        SetElement::OnOrAfter(date) => of(date).without_end(),
        SetElement::Range(first, last) => of(first).through(of(last)),
    }
}

fn date_touches(date: &edtf::Date, span: Span) -> bool {
    let possible = bounds(&Edtf::Date(*date));
    if !possible.overlaps(span) || !is_gappy(date) {
        return possible.overlaps(span);
    }
    // Missing digits come with a year from -9999 to 9999, so `chrono` holds both ends. The search is short: the
    // first bound is a possible day, and the longest gap (`X016`) a thousand years.
    let days = possible.clipped_to(span);
    let (Some(from), Some(to)) = (days.from(), days.to()) else { return true };
    from.iter_days().take_while(|day| *day <= to).any(|day| fits(date, day))
}

/// Whether `day` has the digits that `date` gives.
fn fits(date: &edtf::Date, day: NaiveDate) -> bool {
    year_fits(&date.year, day.year())
        && date.month.is_none_or(|month| digits_fit(&month.digits, day.month()))
        && date.day.is_none_or(|field| digits_fit(&field.digits, day.day()))
}

fn year_fits(pattern: &edtf::Year, year: i32) -> bool {
    match (pattern.value(), pattern.kind, u32::try_from(year)) {
        (Some(value), ..) => value == i64::from(year),
        (None, YearKind::Standard { digits, .. }, Ok(year)) => digits_fit(&digits, year),
        // Only years from 0000 to 9999 can have missing digits.
        _ => false,
    }
}

/// Whether a number has the digits that are given, the last one last.
fn digits_fit(digits: &[Option<u8>], number: u32) -> bool {
    let mut rest = number;
    digits.iter().rev().all(|digit| {
        let last = rest % 10;
        rest /= 10;
        digit.is_none_or(|digit| u32::from(digit) == last)
    })
}

#[cfg(test)]
mod tests {
    use crate::date::{Date, Span};

    fn check(date: &str, span: &str, expect: bool) {
        let (date, span) = (Date::parse(date).unwrap(), Span::parse(span).unwrap());
        assert_eq!(date.touches(&span), expect, "{} in {span:?}", date.as_written());
    }

    #[test]
    fn what_has_no_gaps_touches_all_between_its_bounds() {
        check("2021-09-09", "2021", true);
        check("2021-09-09", "2021-09-09", true);
        check("2021-09-09", "2021-09-10..", false);
        check("2021-09-09", "..2021-09-08", false);
        check("2022-41", "2022-12-31", true);
        check("2022-41", "2022-06-30", false);
        check("2013-11~", "2013-10", false);
        check("2011-05/2011-08", "2011-06-15", true);
        check("2001-24", "2002-02-28", true);
        check("1985-04-12T23:20:30-04", "1985-04-12", true);
    }

    #[test]
    fn open_and_unknown_ends_reach_everywhere() {
        for written in ["2013-11/..", "2013-11/", "{2013-11..}", "2013-11/2013-12.."] {
            check(written, "2024", true);
            check(written, "Y17E7..", true);
            check(written, "2013-10", false);
        }
        for written in ["../1985", "/1985", "[..1985]", "..1984/1985"] {
            check(written, "..Y-17E7", true);
            check(written, "1986..", false);
        }
    }

    #[test]
    fn a_date_beyond_chrono_touches_only_what_reaches_it() {
        for written in ["Y17E7", "Y170000002", "Y17E100", "Y9E18S1"] {
            check(written, "2013..2024", false);
            check(written, "2013..", true);
            check(written, "..2024", false);
        }
        for written in ["Y-17E7", "Y-17E100"] {
            check(written, "2013..2024", false);
            check(written, "..2024", true);
        }
        check("Y170000002", "Y170000002", true);
        check("Y170000002", "Y170000001", false);
        check("2021", "Y17E7", false);
    }

    #[test]
    fn a_set_leaves_out_what_lies_between_its_members() {
        let launch = "[2013-08-01,2021-09-17]";
        check(launch, "2013", true);
        check(launch, "2015", false);
        check(launch, "2014..2020", false);
        check(launch, "2014..2021-09-17", true);
        check("{1960,1961-12}", "1961-11", false);
        check("[1667,1670..1672]", "1668..1669", false);
        check("[1667,1670..1672]", "1671", true);
        check("[..1984,1985-10-01..]", "1985-09", false);
        check("[..1984,1985-10-01..]", "1984..1985-09", true);
        check("[..1984,1985-10-01..]", "1986", true);
        check("[2021-09-17]", "2021-09-17", true);
        check("[..1984,1990]", "1066", true);
        check("[..1984,1990]", "1985..1989", false);
        check("[2001-21,2005]", "2001-04-10", true);
    }

    #[test]
    fn a_pattern_leaves_out_the_days_that_do_not_fit() {
        check("XXXX-12-XX", "2021-12", true);
        check("XXXX-12-XX", "2013..2024", true);
        check("XXXX-12-XX", "2021-11", false);
        check("1560-XX-25", "1560-03-24", false);
        check("1560-XX-25", "1560-03-25", true);
        check("156X-12-25", "1565-12-26..1566-12-24", false);
        check("20X3", "2014..2022", false);
        check("20X3", "2014..2023", true);
        check("20X3", "Y-17E7..2002", false);
        check("20X3", "Y-17E7..2003", true);
        check("X016", "2017..3015", false);
        check("X016", "3016..", true);
        check("-1984-1X", "-1984-09", false);
        check("-1984-1X", "-1984-11", true);
        check("[156X-12-25,1600]", "1565-06", false);
        check("[156X-12-25]", "1565-06", false);
        check("201X-21", "2014-10", true);
    }

    #[test]
    fn a_leap_day_of_a_missing_year_is_one_of_leap_years_only() {
        check("20XX-02-29", "2021..2023", false);
        check("20XX-02-29", "2023..2024", true);
    }
}
