//! The short form of a date, for a list that stands under year headings.

use edtf_core::{self as edtf, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, YearKind};

use super::day::Day;
use super::phrase::unqualified;
use super::possible::bounds;
use super::shape::DateShape;
use super::year::year_words;
use crate::words::Words;

/// A date under the heading of the year that its earliest day is in, without its mark of doubt.
pub(super) fn short(edtf: &Edtf, say: &Words) -> String {
    match edtf {
        Edtf::Date(date) => single(date, say),
        Edtf::DateTime(moment) => single(&moment.date, say),
        Edtf::Interval(interval) => interval_short(interval, say),
        Edtf::Set(set) => set_short(set, say),
    }
}

fn single(date: &edtf::Date, say: &Words) -> String {
    match DateShape::of(date) {
        DateShape::Day(month, day) => format!("{:02}-{day:02}", month.number_from_month()),
        DateShape::Month(month) | DateShape::DayOfMonth(month) => format!("{:02}", month.number_from_month()),
        DateShape::Part(part) => part.words(say).short.to_owned(),
        DateShape::Year | DateShape::MonthOfYear | DateShape::DayOfYear => year(&date.year, say),
        // `2000s` could be a century as well.
        DateShape::Decade(first) if first.is_multiple_of(100) => unqualified(date).to_string(),
        DateShape::Decade(first) => (say.dates.decade_short)(first),
        DateShape::Century(ordinal) => (say.dates.century_short)(ordinal),
        DateShape::Years => unqualified(date).to_string(),
        DateShape::Pattern => pattern(date),
    }
}

/// A year of any size: `2021`, `44 BC`, `12345`, `-66m`.
fn year(year: &edtf::Year, say: &Words) -> String {
    match (year.value(), year.kind) {
        (Some(value), YearKind::Standard { .. }) => year_words(value, say),
        (Some(value), _) => (say.dates.year_short)(value),
        (None, _) => unqualified(&edtf::Date { year: *year, month: None, day: None }).to_string(),
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

/// Unknown ends are a question mark beside the dots of open ones.
fn interval_short(interval: &Interval, say: &Words) -> String {
    let (start, end) = (&interval.start, &interval.end);
    let first = match start {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrBefore(_) => None,
    };
    let last = match end {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrAfter(_) => None,
    };
    let unknown = |end: &IntervalEndpoint| if *end == IntervalEndpoint::Unknown { "?" } else { "" };
    format!("{}{}{}", unknown(start), stretch(first, last, say), unknown(end))
}

/// From one date to another: `05..08`, `05-17..24`, `2019..21`, `11..2014`; `05..` and `..2014` where a side
/// is open.
///
/// A list has about eight columns for it. Days are therefore named only within one month, and an end in
/// another year by that year alone.
fn stretch(first: Option<&edtf::Date>, last: Option<&edtf::Date>, say: &Words) -> String {
    let (first, last) = match (first, last) {
        (Some(first), Some(last)) if unqualified(first) == unqualified(last) => return single(first, say),
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => return format!("{}..", single(first, say)),
        (None, Some(last)) => return format!("..{}", of_another_year(last, say)),
        (None, None) => return "..".to_owned(),
    };
    let (from, to) = match (DateShape::of(first), DateShape::of(last)) {
        (DateShape::Year, DateShape::Year) => return years(first, last, say),
        _ if first.year.value() != last.year.value() => (coarse(first, say), of_another_year(last, say)),
        (DateShape::Day(from, _), DateShape::Day(to, day)) if from == to => {
            return format!("{}..{day:02}", single(first, say));
        }
        // `2004..06` would read as two years.
        (DateShape::Year, _) => return single(first, say),
        _ => (coarse(first, say), coarse(last, say)),
    };
    if from == to { from } else { format!("{from}..{to}") }
}

/// `2019..21`, `1964..2008`
fn years(first: &edtf::Date, last: &edtf::Date, say: &Words) -> String {
    match (first.year.value(), last.year.value()) {
        (Some(from), Some(to)) if from == to => year(&first.year, say),
        (Some(from @ 1000..10_000), Some(to)) if from / 100 == to / 100 => format!("{from}..{:02}", to % 100),
        _ => format!("{}..{}", year(&first.year, say), year(&last.year, say)),
    }
}

/// A day as its month, all else as it is.
fn coarse(date: &edtf::Date, say: &Words) -> String {
    match DateShape::of(date) {
        DateShape::Day(month, _) => format!("{:02}", month.number_from_month()),
        _ => single(date, say),
    }
}

/// A date under another heading than its own: its year.
fn of_another_year(date: &edtf::Date, say: &Words) -> String {
    if date.year.has_unspecified() { single(date, say) } else { year(&date.year, say) }
}

/// `09-17|18` and `09-17+18` for one of two and for both, `[05..08]` and `{1667..1760}` for more: where it
/// begins and where it ends.
fn set_short(set: &Set, say: &Words) -> String {
    let mut members = set.elements.clone();
    members.sort_by_key(first_day);
    match (members.as_slice(), set.kind) {
        ([SetElement::Date(date)], _) => single(date, say),
        ([SetElement::Date(a), SetElement::Date(b)], SetKind::OneMember) => pair(a, '|', b, say),
        ([SetElement::Date(a), SetElement::Date(b)], SetKind::AllMembers) => pair(a, '+', b, say),
        (members, SetKind::OneMember) => format!("[{}]", outline(members, say)),
        (members, SetKind::AllMembers) => format!("{{{}}}", outline(members, say)),
    }
}

fn pair(a: &edtf::Date, sign: char, b: &edtf::Date, say: &Words) -> String {
    match (DateShape::of(a), DateShape::of(b)) {
        _ if a.year.value() != b.year.value() => {
            format!("{}{sign}{}", single(a, say), of_another_year(b, say))
        }
        (DateShape::Day(month, _), DateShape::Day(other, day)) if month == other => {
            format!("{}{sign}{day:02}", single(a, say))
        }
        _ => format!("{}{sign}{}", single(a, say), single(b, say)),
    }
}

fn outline(members: &[SetElement], say: &Words) -> String {
    let first = members.first().and_then(|member| ends(member).0);
    let last = members.iter().max_by_key(|member| last_day(member)).and_then(|member| ends(member).1);
    stretch(first, last, say)
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
        assert_eq!(Date::parse(written).unwrap().short(&en::WORDS), short, "{written}");
    }

    #[test]
    fn what_stands_under_its_own_year_leaves_it_out() {
        check("2021-09-09", "09-09");
        check("2021-09", "09");
        check("2021-09-XX", "09");
        check("2022-41", "H2");
        check("2022-33", "Q1");
        check("2001-37", "1/3");
        check("2001-21", "spring");
        check("2001-30", "summer S");
        check("1560-X2", "X2");
        check("1560-XX-25", "XX-25");
        check("-1984-1X", "1X");
        check("1985-04-12T23:20:30Z", "04-12");
    }

    #[test]
    fn years_and_what_is_coarser_are_named() {
        check("2021", "2021");
        check("2021-XX", "2021");
        check("-0043", "44 BC");
        check("Y170000002", "170000002");
        check("Y17E100", "Y17E100");
        check("Y-4600000000", "-4.6bn");
        check("Y-252000000/Y-66000000", "-252m..-66m");
        check("196X", "1960s");
        check("19XX", "20th c.");
        check("1XXX", "1XXX");
        check("1950S2", "1950S2");
        check("156X-12-25", "156X-12-25");
    }

    #[test]
    fn doubt_is_one_mark_at_the_end() {
        check("2021-03~", "03 ~");
        check("2021-03?", "03 ?");
        check("2021-03%", "03 %");
        check("2004?-06-~11", "06-11 %");
        check("156X?-12-25", "156X-12-25 ?");
        check("2011-05~/2011-08-24", "05..08 ~");
        check("2021-03", "03");
    }

    #[test]
    fn intervals() {
        check("2011-05/2011-08", "05..08");
        check("2011-05-17/2011-08-24", "05..08");
        check("2011-05-17/2011-05-24", "05-17..24");
        check("2011-05/2011-05-24", "05");
        check("2013-11/2014-02", "11..2014");
        check("2013-11-05/2014-02-17", "11..2014");
        check("2022-33/2022-35", "Q1..Q3");
        check("2019/2021", "2019..21");
        check("2001/2009", "2001..09");
        check("1964/2008", "1964..2008");
        check("1864/1908", "1864..1908");
        check("0107/0109", "AD 107..AD 109");
        check("-0009/-0001", "10 BC..2 BC");
        check("Y12345/Y12346", "12345..12346");
        check("2004/2004", "2004");
        check("1985-04-12/1985-04-12", "04-12");
        check("2004-XX/2004-XX", "2004");
        check("1963-11-22T12:15:00/1963-11-22T12:20:00", "11-22");
        check("2004/2004-06-11", "2004");
        check("2004-06/2004", "06..2004");
        check("198X/1999", "1980s..1999");
        check("1999/200X", "1999..200X");
    }

    #[test]
    fn open_and_unknown_ends() {
        check("2013-11/..", "11..");
        check("2013-11-05/..", "11-05..");
        check("2013-11/", "11..?");
        check("../1985-04-12", "..1985");
        check("/1985", "?..1985");
        check("2004-06-01/2004-06-20..", "06-01..");
        check("..2004-06-01/2004-06-20", "..2004");
    }

    #[test]
    fn sets() {
        check("[2021-09-17,2021-09-18]", "09-17|18");
        check("{2021-09-17,2021-09-18}", "09-17+18");
        check("[2021-09-17,2021-10-02]", "09-17|10-02");
        check("{1960,1961-12}", "1960+1961");
        check("[2015,2013-04]", "04|2015");
        check("[2011-05..2011-08]", "[05..08]");
        check("{2016..2020}", "{2016..20}");
        check("[2011-01..2011-12,2011-03]", "[01..12]");
        check("[1667,1668,1670..1672]", "[1667..72]");
        check("[1760-01,1760-02,1760-12..]", "[01..]");
        check("[..1984]", "[..1984]");
        check("[..1984,1985-10-01..]", "[..]");
        check("[2021]", "2021");
    }
}
