//! The short form of a date, for a list that stands under year headings: as a reader says it.

use edtf_core::{self as edtf, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, YearKind};

use super::day::Day;
use super::phrase::unqualified;
use super::possible::bounds;
use super::shape::DateShape;
use super::year::year_words;
use crate::text::width;
use crate::words::Words;

/// Columns that a list has for a date. What would take more is said more coarsely where that is possible; it is never cut.
const ROOM: usize = 9;

/// How dates are said in short: the words, and the sign between two of them.
#[derive(Clone, Copy)]
pub(super) struct InShort<'a> {
    pub(super) say: &'a Words,
    pub(super) dash: &'a str,
}

impl InShort<'_> {
    /// A date under the heading of the year that its earliest day is in; `doubted` puts its marks of doubt on it.
    pub(super) fn date(self, edtf: &Edtf, doubted: impl Fn(String) -> String) -> String {
        let short = match edtf {
            Edtf::Date(date) => self.single(date),
            Edtf::DateTime(moment) => self.single(&moment.date),
            Edtf::Interval(interval) => self.interval(interval),
            Edtf::Set(set) => self.set(set),
        };
        let short = doubted(short);
        let month = match edtf {
            _ if width(&short) <= ROOM => None,
            Edtf::Interval(interval) => self.one_month(start(interval), end(interval)),
            Edtf::Date(_) | Edtf::DateTime(_) | Edtf::Set(_) => None,
        };
        month.map_or(short, doubted)
    }

    /// The month that both of two dates are in, if it is one.
    fn one_month(self, first: Option<&edtf::Date>, last: Option<&edtf::Date>) -> Option<String> {
        let (first, last) = first.zip(last)?;
        let (first, last) = (self.coarse(first), self.coarse(last));
        (first == last).then_some(first)
    }

    fn single(self, date: &edtf::Date) -> String {
        let dates = &self.say.dates;
        match DateShape::of(date) {
            DateShape::Day(month, day) => (dates.day_short)(&day.to_string(), month.number_from_month()),
            DateShape::Month(month) | DateShape::DayOfMonth(month) => {
                (dates.month_short)(month.number_from_month()).to_owned()
            }
            DateShape::Part(part) => part.words(self.say).short.to_owned(),
            DateShape::Year | DateShape::MonthOfYear | DateShape::DayOfYear => self.year(&date.year),
            // `2000s` could be a century as well.
            DateShape::Decade(first) if first.is_multiple_of(100) => unqualified(date).to_string(),
            DateShape::Decade(first) => (dates.decade_short)(first),
            DateShape::Century(ordinal) => (dates.century_short)(ordinal),
            DateShape::Years => unqualified(date).to_string(),
            DateShape::Pattern => pattern(date),
        }
    }

    /// A year of any size: `2021`, `44 BC`, `12345`, `-66m`.
    fn year(self, year: &edtf::Year) -> String {
        match (year.value(), year.kind) {
            (Some(value), YearKind::Standard { .. }) => year_words(value, self.say),
            (Some(value), _) => (self.say.dates.year_short)(value),
            (None, _) => unqualified(&edtf::Date { year: *year, month: None, day: None }).to_string(),
        }
    }

    /// Unknown ends are a question mark beside the dash of open ones.
    fn interval(self, interval: &Interval) -> String {
        let unknown = |end: &IntervalEndpoint| if *end == IntervalEndpoint::Unknown { "?" } else { "" };
        let stretch = self.stretch(start(interval), end(interval));
        format!("{}{stretch}{}", unknown(&interval.start), unknown(&interval.end))
    }

    /// From one date to another: `May–Aug`, `17–24 May`, `2019–21`, `Nov–2014`; `May–` and `–2014` where a side is open.
    ///
    /// A list has about nine columns for it. Days are therefore named only within one month, and an end in
    /// another year by that year alone.
    fn stretch(self, first: Option<&edtf::Date>, last: Option<&edtf::Date>) -> String {
        let dash = self.dash;
        let (first, last) = match (first, last) {
            (Some(first), Some(last)) if unqualified(first) == unqualified(last) => {
                return self.single(first);
            }
            (Some(first), Some(last)) => (first, last),
            (Some(first), None) => return format!("{}{dash}", self.single(first)),
            (None, Some(last)) => return format!("{dash}{}", self.of_another_year(last)),
            (None, None) => return dash.to_owned(),
        };
        let (from, to) = match (DateShape::of(first), DateShape::of(last)) {
            (DateShape::Year, DateShape::Year) => return self.years(first, last),
            _ if first.year.value() != last.year.value() => (self.coarse(first), self.of_another_year(last)),
            (DateShape::Day(from, day), DateShape::Day(to, until)) if from == to => {
                return (self.say.dates.day_short)(&format!("{day}{dash}{until}"), from.number_from_month());
            }
            // `2004–Jun` would read as two years.
            (DateShape::Year, _) => return self.single(first),
            _ => (self.coarse(first), self.coarse(last)),
        };
        if from == to { from } else { format!("{from}{dash}{to}") }
    }

    /// `2019–21`, `1964–2008`
    fn years(self, first: &edtf::Date, last: &edtf::Date) -> String {
        let dash = self.dash;
        match (first.year.value(), last.year.value()) {
            (Some(from), Some(to)) if from == to => self.year(&first.year),
            (Some(from @ 1000..10_000), Some(to)) if from / 100 == to / 100 => {
                format!("{from}{dash}{:02}", to % 100)
            }
            _ => format!("{}{dash}{}", self.year(&first.year), self.year(&last.year)),
        }
    }

    /// A day as its month, all else as it is.
    fn coarse(self, date: &edtf::Date) -> String {
        match DateShape::of(date) {
            DateShape::Day(month, _) => (self.say.dates.month_short)(month.number_from_month()).to_owned(),
            _ => self.single(date),
        }
    }

    /// A date under another heading than its own: its year.
    fn of_another_year(self, date: &edtf::Date) -> String {
        if date.year.has_unspecified() { self.single(date) } else { self.year(&date.year) }
    }

    /// `17|18 Sep` and `17+18 Sep` for one of two and for both, `[May–Aug]` and `{1667–1760}` for more: where it
    /// begins and where it ends.
    fn set(self, set: &Set) -> String {
        let mut members = set.elements.clone();
        members.sort_by_key(first_day);
        match (members.as_slice(), set.kind) {
            ([SetElement::Date(date)], _) => self.single(date),
            ([SetElement::Date(a), SetElement::Date(b)], SetKind::OneMember) => self.pair(a, '|', b),
            ([SetElement::Date(a), SetElement::Date(b)], SetKind::AllMembers) => self.pair(a, '+', b),
            (members, SetKind::OneMember) => format!("[{}]", self.outline(members)),
            (members, SetKind::AllMembers) => format!("{{{}}}", self.outline(members)),
        }
    }

    fn pair(self, a: &edtf::Date, sign: char, b: &edtf::Date) -> String {
        match (DateShape::of(a), DateShape::of(b)) {
            _ if a.year.value() != b.year.value() => {
                format!("{}{sign}{}", self.coarse(a), self.of_another_year(b))
            }
            (DateShape::Day(month, day), DateShape::Day(other, or)) if month == other => {
                (self.say.dates.day_short)(&format!("{day}{sign}{or}"), month.number_from_month())
            }
            _ => format!("{}{sign}{}", self.coarse(a), self.coarse(b)),
        }
    }

    fn outline(self, members: &[SetElement]) -> String {
        let first = members.first().and_then(|member| ends(member).0);
        let last = members.iter().max_by_key(|member| last_day(member)).and_then(|member| ends(member).1);
        self.stretch(first, last)
    }
}

/// What is written, without the year where that is the one of the heading.
fn pattern(date: &edtf::Date) -> String {
    let written = unqualified(date).to_string();
    let year = unqualified(&edtf::Date { month: None, day: None, ..*date }).to_string();
    match written.strip_prefix(&format!("{year}-")) {
        Some(rest) if !date.year.has_unspecified() => rest.to_owned(),
        _ => written,
    }
}

/// The date that an interval begins with, `None` where that is open.
fn start(interval: &Interval) -> Option<&edtf::Date> {
    match &interval.start {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrBefore(_) => None,
    }
}

/// The one that it ends with.
fn end(interval: &Interval) -> Option<&edtf::Date> {
    match &interval.end {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrAfter(_) => None,
    }
}

fn first_day(member: &SetElement) -> Day {
    ends(member).0.map_or(Day::NO_START, |date| bounds(&Edtf::Date(*date)).first())
}

fn last_day(member: &SetElement) -> Day {
    ends(member).1.map_or(Day::NO_END, |date| bounds(&Edtf::Date(*date)).last())
}

/// The date that a member of a set begins with and the one it ends with, `None` where it is open.
fn ends(member: &SetElement) -> (Option<&edtf::Date>, Option<&edtf::Date>) {
    match member {
        SetElement::Date(date) => (Some(date), Some(date)),
        SetElement::OnOrBefore(date) => (None, Some(date)),
        SetElement::OnOrAfter(date) => (Some(date), None),
        SetElement::Range(first, last) => (Some(first), Some(last)),
    }
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::words::en;

    fn check(written: &str, short: &str) {
        assert_eq!(Date::parse(written).unwrap().short(&en::WORDS, "-"), short, "{written}");
    }

    #[test]
    fn what_stands_under_its_own_year_leaves_it_out() {
        check("2021-09-09", "9 Sep");
        check("2021-09", "Sep");
        check("2021-09-XX", "Sep");
        check("2022-41", "2nd half");
        check("2022-33", "Q1");
        check("2001-37", "1st third");
        check("2001-21", "spring");
        check("2001-30", "summer S");
        check("1560-X2", "X2");
        check("1560-XX-25", "XX-25");
        check("-1984-1X", "1X");
        check("1985-04-12T23:20:30Z", "12 Apr");
    }

    #[test]
    fn years_and_what_is_coarser_are_named() {
        check("2021", "2021");
        check("2021-XX", "2021");
        check("-0043", "44 BC");
        check("Y170000002", "170000002");
        check("Y17E100", "Y17E100");
        check("Y-4600000000", "-4.6bn");
        check("Y-252000000/Y-66000000", "-252m--66m");
        check("196X", "1960s");
        check("19XX", "20th c.");
        check("1XXX", "1XXX");
        check("1950S2", "1950S2");
        check("156X-12-25", "156X-12-25");
    }

    #[test]
    fn what_is_about_stands_before_a_date_and_what_is_doubted_behind_it() {
        check("2021-03~", "~Mar");
        check("2021-03?", "Mar?");
        check("2021-03%", "~Mar?");
        check("2004?-06-~11", "~11 Jun?");
        check("156X?-12-25", "156X-12-25?");
        check("2011-05~/2011-08-24", "~May-Aug");
        check("2021-03", "Mar");
    }

    #[test]
    fn what_is_too_long_for_a_list_is_said_by_its_month() {
        check("2015-07-13/2015-07-16", "13-16 Jul");
        check("2015-07-13~/2015-07-16", "~Jul");
        check("2015-07-13/2015-07-16?", "Jul?");
    }

    #[test]
    fn intervals() {
        check("2011-05/2011-08", "May-Aug");
        check("2011-05-17/2011-08-24", "May-Aug");
        check("2011-05-17/2011-05-24", "17-24 May");
        check("2011-05/2011-05-24", "May");
        check("2013-11/2014-02", "Nov-2014");
        check("2013-11-05/2014-02-17", "Nov-2014");
        check("2022-33/2022-35", "Q1-Q3");
        check("2019/2021", "2019-21");
        check("2001/2009", "2001-09");
        check("1964/2008", "1964-2008");
        check("1864/1908", "1864-1908");
        check("0107/0109", "AD 107-AD 109");
        check("-0009/-0001", "10 BC-2 BC");
        check("Y12345/Y12346", "12345-12346");
        check("2004/2004", "2004");
        check("1985-04-12/1985-04-12", "12 Apr");
        check("2004-XX/2004-XX", "2004");
        check("1963-11-22T12:15:00/1963-11-22T12:20:00", "22 Nov");
        check("2004/2004-06-11", "2004");
        check("2004-06/2004", "Jun-2004");
        check("198X/1999", "1980s-1999");
        check("1999/200X", "1999-200X");
    }

    #[test]
    fn open_and_unknown_ends() {
        check("2013-11/..", "Nov-");
        check("2013-11-05/..", "5 Nov-");
        check("2013-11/", "Nov-?");
        check("../1985-04-12", "-1985");
        check("/1985", "?-1985");
        check("2004-06-01/2004-06-20..", "1 Jun-");
        check("..2004-06-01/2004-06-20", "-2004");
    }

    #[test]
    fn sets() {
        check("[2021-09-17,2021-09-18]", "17|18 Sep");
        check("{2021-09-17,2021-09-18}", "17+18 Sep");
        check("[2021-09-17,2021-10-02]", "Sep|Oct");
        check("{1960,1961-12}", "1960+1961");
        check("[2015,2013-04]", "Apr|2015");
        check("[2011-05..2011-08]", "[May-Aug]");
        check("{2016..2020}", "{2016-20}");
        check("[2011-01..2011-12,2011-03]", "[Jan-Dec]");
        check("[1667,1668,1670..1672]", "[1667-72]");
        check("[1760-01,1760-02,1760-12..]", "[Jan-]");
        check("[..1984]", "[-1984]");
        check("[..1984,1985-10-01..]", "[-]");
        check("[2021]", "2021");
    }
}
