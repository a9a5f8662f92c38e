//! What a reader sees of a date.

use std::collections::HashSet;

use edtf_core::{Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind, Time, TimeShift};

use super::phrase::phrase;
use super::reading::{Clock, Reading};
use crate::words::{DatePart, Phrase, Words};

/// A date in words, no more precise than it is written and with every mark of doubt.
pub(super) fn words(reading: &Reading, say: &Words) -> String {
    match (&reading.days, reading.clocks) {
        (Edtf::Date(date), None) => phrase(date, say).to_string(),
        (Edtf::Date(date), Some((from, to))) => {
            (say.dates.at)(&phrase(date, say).to_string(), &times(&[clock(from), clock(to)], say))
        }
        (Edtf::Interval(interval), clocks) => interval_words(interval, clocks, say),
        (Edtf::Set(set), _) => set_words(set, say),
        (Edtf::DateTime(moment), _) => phrase(&moment.date, say).to_string(),
    }
}

/// `12:15 to 12:20 UTC`. Two times that are said alike are one.
fn times(ends: &[Phrase; 2], say: &Words) -> String {
    if ends[0] == ends[1] { ends[1].to_string() } else { (say.dates.times)(ends) }
}

/// `23:20 UTC`, in pieces, as every language writes it. A full minute is said without its seconds, and a fraction of a
/// second as that second.
fn clock(clock: Clock) -> Phrase {
    let Time { hour, minute, second, shift } = clock.time;
    let seconds = if second == 0 { String::new() } else { format!(":{second:02}") };
    let zone = match shift {
        None => String::new(),
        Some(TimeShift::Utc) => " UTC".to_owned(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!(" UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    };
    Phrase::pieces([format!("{hour:02}:{minute:02}{seconds}"), zone])
}

fn interval_words(interval: &Interval, clocks: Option<(Clock, Clock)>, say: &Words) -> String {
    let dates = &say.dates;
    let (start, end) = (endpoint(&interval.start, say), endpoint(&interval.end, say));
    let at = |day: Phrase, time: Option<Clock>| match time {
        Some(time) => Phrase::whole((dates.at)(&day.to_string(), &clock(time).to_string())),
        None => day,
    };
    match (start, end) {
        // A range from something to itself is that, and no range.
        (RangeEnd::Dated(start), RangeEnd::Dated(end)) if start == end => start.to_string(),
        (RangeEnd::Dated(start), RangeEnd::Dated(end)) => {
            (dates.from_to)(&[at(start, clocks.map(|(from, _)| from)), at(end, clocks.map(|(_, to)| to))])
        }
        (RangeEnd::Dated(start), RangeEnd::Open) => (dates.since)(&start.to_string()),
        (RangeEnd::Dated(start), RangeEnd::Unknown) => (dates.from_without_end)(&start.to_string()),
        (RangeEnd::Open, RangeEnd::Dated(end)) => (dates.until)(&end.to_string()),
        (RangeEnd::Unknown, RangeEnd::Dated(end)) => (dates.until_without_start)(&end.to_string()),
        // EDTF wants a date on one side at least.
        (RangeEnd::Open | RangeEnd::Unknown, RangeEnd::Open | RangeEnd::Unknown) => dates.unknown.to_owned(),
    }
}

/// One side of an interval in words.
enum RangeEnd {
    Dated(Phrase),
    Open,
    Unknown,
}

fn endpoint(endpoint: &IntervalEndpoint, say: &Words) -> RangeEnd {
    let whole = |bound: fn(&str) -> String, date| {
        RangeEnd::Dated(Phrase::whole(bound(&phrase(date, say).to_string())))
    };
    match endpoint {
        IntervalEndpoint::Date(date) => RangeEnd::Dated(phrase(date, say)),
        IntervalEndpoint::Open => RangeEnd::Open,
        IntervalEndpoint::Unknown => RangeEnd::Unknown,
        IntervalEndpoint::OnOrBefore(date) => whole(say.dates.or_earlier, date),
        IntervalEndpoint::OnOrAfter(date) => whole(say.dates.or_later, date),
    }
}

fn set_words(set: &Set, say: &Words) -> String {
    let mut said = HashSet::new();
    let phrases = set.elements.iter().map(|element| member(element, set.kind, say));
    let members: Vec<Phrase> = phrases.filter(|phrase| said.insert(phrase.to_string())).collect();
    match set.kind {
        SetKind::OneMember => (say.dates.one_of)(&members),
        SetKind::AllMembers => (say.dates.all_of)(&members),
    }
}

fn member(element: &SetElement, kind: SetKind, say: &Words) -> Phrase {
    let dates = &say.dates;
    let whole = |bound: fn(&str) -> String, date| Phrase::whole(bound(&phrase(date, say).to_string()));
    match (element, kind) {
        (SetElement::Date(date), _) => phrase(date, say),
        (SetElement::OnOrBefore(date), SetKind::OneMember) => whole(dates.or_earlier, date),
        (SetElement::OnOrBefore(date), SetKind::AllMembers) => whole(dates.and_earlier, date),
        (SetElement::OnOrAfter(date), SetKind::OneMember) => whole(dates.or_later, date),
        (SetElement::OnOrAfter(date), SetKind::AllMembers) => whole(dates.and_later, date),
        (SetElement::Range(first, last), _) => {
            let ends = [phrase(first, say), phrase(last, say)];
            if ends[0] == ends[1] {
                return phrase(first, say);
            }
            Phrase::whole(match kind {
                SetKind::OneMember => (dates.between)(&ends),
                SetKind::AllMembers => (dates.every)(step(first.precision()), &ends),
            })
        }
    }
}

/// What a range in a set counts by: both its ends are equally precise.
fn step(precision: Precision) -> DatePart {
    match precision {
        Precision::Day => DatePart::Day,
        Precision::Month => DatePart::Month,
        Precision::Season => DatePart::PartOfYear,
        Precision::Year => DatePart::Year,
    }
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::words::en;

    fn check(written: &str, words: &str) {
        assert_eq!(Date::parse(written).unwrap().words(&en::WORDS), words, "{written}");
    }

    #[test]
    fn days_months_years() {
        check("2021-09-09", "9 September 2021");
        check("2021-09", "September 2021");
        check("2021", "2021");
        check("0079-10-24", "24 October AD 79");
        check("0000", "1 BC");
        check("-0001", "2 BC");
        check("-0043-03-15", "15 March 44 BC");
        check("-1985", "1986 BC");
        check("Y170000002", "AD 170,000,002");
        check("Y-66000000", "66 million years BC");
        check("Y17E7", "AD 170 million");
        check("Y17E100", "year 17E100");
        check("Y-4600000000", "4.6 billion years BC");
        check("Y-252000000/Y-66000000", "from 252 million years BC to 66 million years BC");
        check("Y-13800000000~", "about 13.8 billion years BC");
    }

    #[test]
    fn parts_of_a_year() {
        check("2022-41", "second half of 2022");
        check("2022-40", "first half of 2022");
        check("2022-33", "first quarter of 2022");
        check("2001-37", "first third of 2001");
        check("2001-21", "spring 2001");
        check("2001-28", "winter 2001 (northern hemisphere)");
        check("2001-29", "spring 2001 (southern hemisphere)");
        check("-0043-21", "spring 44 BC");
    }

    #[test]
    fn doubt_is_always_said() {
        check("2013-11~", "about November 2013");
        check("2014-11-20~", "about 20 November 2014");
        check("2024-02?", "perhaps February 2024");
        check("2004%", "perhaps about 2004");
        check("2022-41~", "about second half of 2022");
        check("196X~", "about 1960s");
        check("?2004-?06-?11", "perhaps 11 June 2004");
        check("2004?-06-11", "11 June 2004 (year uncertain)");
        check("2004-06~-11", "11 June 2004 (year approximate, month approximate)");
        check("2004?-06-~11", "11 June 2004 (year uncertain, day approximate)");
        check("2004-%06", "June 2004 (month uncertain and approximate)");
        check("2001~-21", "spring 2001 (year approximate)");
        check("2001-?21", "spring 2001 (part of the year uncertain)");
        check("156X-12-25?", "perhaps 156X-12-25");
        check("156X?-12-25", "156X-12-25 (year uncertain)");
    }

    #[test]
    fn digits_that_are_not_given() {
        check("1985-04-XX", "some day in April 1985");
        check("1985-XX-XX", "some day in 1985");
        check("2004-XX", "some month in 2004");
        check("196X", "1960s");
        check("200X", "2000s (decade)");
        check("012X", "012X");
        check("19XX", "20th century");
        check("20XX", "21st century");
        check("10XX", "11th century");
        check("00XX", "1st century");
        check("1XXX", "1XXX");
        check("156X-12-25", "156X-12-25");
        check("XXXX-12-XX", "XXXX-12-XX");
        check("1560-X2", "1560-X2");
    }

    #[test]
    fn digits_that_do_not_count() {
        check("1950S2", "1950 (estimate, 1900 to 1999)");
        check("1950S4", "1950");
        check("-1950S2", "1951 BC (estimate, 2000 BC to 1901 BC)");
        check("1950S2~", "about 1950 (estimate, 1900 to 1999)");
        check("Y3388E2S3", "AD 338800 (estimate, AD 338000 to AD 338999)");
        check("Y9E18S1", "Y9E18S1");
    }

    #[test]
    fn intervals_say_what_both_ends_share_once() {
        check("2011-05/2011-08", "from May to August 2011");
        check("2011-05-17/2011-08-24", "from 17 May to 24 August 2011");
        check("2011-05-17/2011-05-24", "from 17 to 24 May 2011");
        check("2013-11/2014-02", "from November 2013 to February 2014");
        check("2019/2021", "from 2019 to 2021");
        check("2022-33/2022-35", "from first quarter to third quarter of 2022");
        check("2011-05/2011-41", "from May 2011 to second half of 2011");
        check("-0043-03/-0043-05", "from March to May 44 BC");
    }

    #[test]
    fn from_something_to_itself_is_no_range() {
        check("1985-04-12/1985-04-12", "12 April 1985");
        check("2004-06/2004-06", "June 2004");
        check("2021/2021", "2021");
        check("2021~/2021~", "about 2021");
        check("2021~/2021", "from about 2021 to 2021");
        check("Y-228000000/Y-228000000", "228 million years BC");
        check("{2021..2021}", "2021");
        check("[2021,2021]", "2021");
        check("[2011-05..2011-05,2012]", "May 2011 or 2012");
    }

    #[test]
    fn doubt_in_an_interval_stays_with_its_end() {
        check("2011-05~/2011-08-24", "from about May 2011 to 24 August 2011");
        check("2011-05/2011-08?", "from May 2011 to perhaps August 2011");
        check("2011-05~/..", "since about May 2011");
        check("1964%/2008", "from perhaps about 1964 to 2008");
    }

    #[test]
    fn an_end_that_is_open_or_unknown_is_said() {
        check("2013-11/..", "since November 2013");
        check("2013-11/", "from November 2013, end unknown");
        check("../1985", "until 1985");
        check("/1985", "until 1985, start unknown");
        check("..2004-06-01/2004-06-20..", "from 1 June 2004 or earlier to 20 June 2004 or later");
        check("..2004/..", "since 2004 or earlier");
    }

    #[test]
    fn sets_say_whether_one_or_all_are_meant() {
        check("[2021-09-17,2021-09-18]", "17 or 18 September 2021");
        check("[2021-09-17,2021-10-02]", "17 September or 2 October 2021");
        check("[2021-09-17,2021-09-18~]", "17 September 2021 or about 18 September 2021");
        check("{1960,1961-12}", "1960 and December 1961");
        check("[2011-05..2011-08]", "some time between May and August 2011");
        check("[1670..1672]", "some time between 1670 and 1672");
        check("{2016..2020}", "every year from 2016 to 2020");
        check("{2021-09-17..2021-09-20}", "every day from 17 to 20 September 2021");
        check("[1667,1668,1670..1672]", "1667, 1668 or some time between 1670 and 1672");
        check("{2011-01,2011-02,2011-05}", "January, February and May 2011");
        check("[..1984]", "1984 or earlier");
        check("{1984..}", "1984 and later");
        check("[2021]", "2021");
    }

    #[test]
    fn times_keep_their_zone() {
        check("1985-04-12T23:20:00Z", "12 April 1985, 23:20 UTC");
        check("1985-04-12T23:20:30", "12 April 1985, 23:20:30");
        check("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30");
        check("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04:00");
        check("2016-05-02T16:54:00-00:15", "2 May 2016, 16:54 UTC-00:15");
        check("2019-07-02T13:42Z", "2 July 2019, 13:42 UTC");
        check("2019-07-02T13:42", "2 July 2019, 13:42");
        check("2023-10-17T21:51:03.625-04:00", "17 October 2023, 21:51:03 UTC-04:00");
        check("2023-10-17T21:51:03,5", "17 October 2023, 21:51:03");
    }

    #[test]
    fn a_range_of_times_is_said_with_its_day() {
        check("1963-11-22T12:15:00/1963-11-22T12:20:00", "22 November 1963, 12:15 to 12:20");
        check("1963-11-22T12:15-06:00/1963-11-22T12:20-06", "22 November 1963, 12:15 to 12:20 UTC-06:00");
        check("1963-11-22T12:15Z/1963-11-22T12:20-06", "22 November 1963, 12:15 UTC to 12:20 UTC-06:00");
        check("1963-11-22T12:15/1963-11-22T12:15:00.5", "22 November 1963, 12:15");
        check("1963-11-22T23:50/1963-11-23T00:10", "from 22 November 1963, 23:50 to 23 November 1963, 00:10");
    }
}
