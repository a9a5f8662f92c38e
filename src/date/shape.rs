//! What one calendar date is made of: the one place that reads `edtf-core`'s digit fields.

use chrono::Month;
use edtf_core::{self as edtf, DateField, Edtf, YearKind};

use super::part::YearPart;
use super::precision::Precision;

/// How much of a date is given, with what its words are made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum DateShape {
    /// `2021-09-09`, also `2021?-09-09`: qualifiers play no part here.
    Day(Month, u8),
    /// `2021-09`
    Month(Month),
    /// `2021-09-XX`
    DayOfMonth(Month),
    /// `2022-41`
    Part(YearPart),
    /// `2021`, `Y17E7`
    Year,
    /// `2021-XX`
    MonthOfYear,
    /// `2021-XX-XX`
    DayOfYear,
    /// `196X`, with its first year. Under the year 1000 it is of [`Years`](DateShape::Years): "120s" says
    /// nothing.
    Decade(u32),
    /// `19XX`, with its ordinal, here 20. ISO 8601 begins a century with a year that 100 divides.
    Century(u32),
    /// Whole years side by side that have no name: `1XXX`, `1950S2`.
    Years,
    /// Digits missing elsewhere, so that possible days lie apart or are not worth a name: `156X-12-25`.
    Pattern,
}

impl DateShape {
    pub(super) fn of(date: &edtf::Date) -> DateShape {
        let year = DateShape::of_year(&date.year);
        let Some(month) = date.month else { return year };
        if !matches!(year, DateShape::Year) {
            return DateShape::Pattern;
        }
        match (part_or_month(month), date.day) {
            (Some(Slot::Part(part)), None) => DateShape::Part(part),
            (Some(Slot::Month(month)), None) => DateShape::Month(month),
            (Some(Slot::Month(month)), Some(day)) => match day.value() {
                Some(day) => DateShape::Day(month, day),
                None if is_blank(day) => DateShape::DayOfMonth(month),
                None => DateShape::Pattern,
            },
            (None, None) if is_blank(month) => DateShape::MonthOfYear,
            (None, Some(day)) if is_blank(month) && is_blank(day) => DateShape::DayOfYear,
            _ => DateShape::Pattern,
        }
    }

    fn of_year(year: &edtf::Year) -> DateShape {
        let YearKind::Standard { digits, .. } = year.kind else {
            return if year.significant_digits.is_some() { DateShape::Years } else { DateShape::Year };
        };
        match digits.map(|digit| digit.map(u32::from)) {
            _ if year.significant_digits.is_some() => DateShape::Years,
            [Some(_), Some(_), Some(_), Some(_)] => DateShape::Year,
            [Some(m @ 1..), Some(c), Some(d), None] => DateShape::Decade(m * 1000 + c * 100 + d * 10),
            [Some(m), Some(c), None, None] => DateShape::Century(m * 10 + c + 1),
            [Some(_), _, None, None] | [None, None, None, None] | [Some(_), Some(_), Some(_), None] => {
                DateShape::Years
            }
            _ => DateShape::Pattern,
        }
    }

    pub(super) fn precision(self) -> Precision {
        match self {
            DateShape::Day(..) => Precision::Day,
            DateShape::Month(_) | DateShape::DayOfMonth(_) => Precision::Month,
            DateShape::Part(_) => Precision::PartOfYear,
            DateShape::Year | DateShape::MonthOfYear | DateShape::DayOfYear => Precision::Year,
            DateShape::Decade(_) => Precision::Decade,
            DateShape::Century(_) => Precision::Century,
            DateShape::Years => Precision::Years,
            DateShape::Pattern => Precision::Pattern,
        }
    }
}

impl Precision {
    pub(super) fn of(edtf: &Edtf) -> Precision {
        match edtf {
            Edtf::Date(date) => DateShape::of(date).precision(),
            Edtf::DateTime(_) => Precision::Day,
            Edtf::Interval(_) => Precision::Interval,
            Edtf::Set(_) => Precision::Set,
        }
    }
}

/// What the digits in the place of a month say.
enum Slot {
    Month(Month),
    Part(YearPart),
}

fn part_or_month(field: DateField) -> Option<Slot> {
    let code = field.value()?;
    match Month::try_from(code) {
        Ok(month) => Some(Slot::Month(month)),
        Err(_) => YearPart::of(code).map(Slot::Part),
    }
}

/// Whether a field is `XX`.
fn is_blank(field: DateField) -> bool {
    field.digits == [None, None]
}

#[cfg(test)]
mod tests {
    use crate::date::{Date, Precision};

    #[test]
    fn precision_is_what_is_known_not_how_many_fields_are_written() {
        let check = |written, precision| {
            assert_eq!(Date::parse(written).unwrap().precision(), precision, "{written}");
        };
        check("2021-09-09", Precision::Day);
        check("2021?-09-09", Precision::Day);
        check("1985-04-12T23:20:30Z", Precision::Day);
        check("2021-09", Precision::Month);
        check("2021-09-XX", Precision::Month);
        check("2022-41", Precision::PartOfYear);
        check("2001-21", Precision::PartOfYear);
        check("2021", Precision::Year);
        check("Y17E7", Precision::Year);
        check("2021-XX", Precision::Year);
        check("2021-XX-XX", Precision::Year);
        check("196X", Precision::Decade);
        check("012X", Precision::Years);
        check("19XX", Precision::Century);
        check("1XXX", Precision::Years);
        check("XXXX", Precision::Years);
        check("1950S2", Precision::Years);
        check("Y3388E2S3", Precision::Years);
        check("2X13", Precision::Pattern);
        check("X016", Precision::Pattern);
        check("156X-12-25", Precision::Pattern);
        check("201X-21", Precision::Pattern);
        check("1560-X2", Precision::Pattern);
        check("1560-XX-25", Precision::Pattern);
        check("2016-01-3X", Precision::Pattern);
        check("2021-09/2021-11", Precision::Interval);
        check("2013-11/..", Precision::Interval);
        check("[2021-09-17,2021-09-18]", Precision::Set);
        check("{1960,1961-12}", Precision::Set);
    }
}
