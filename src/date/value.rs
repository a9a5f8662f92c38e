//! A date as a value: read, asked, put in order.

use std::cmp::{Ordering, Reverse};

use chrono::NaiveDate;

use super::error::DateError;
use super::moment::TimeOfDay;
use super::precision::Precision;
use super::reading::Reading;
use super::short::InShort;
use super::span::Span;
use super::{brief, hint, moment, plain, possible, spoken, words};
use crate::text::halfwidth;
use crate::words::{Doubt, Words};

/// A date as a dataset writes it.
///
/// It keeps the text, which is EDTF but for times of day that EDTF has no form for, and beside it what sorting and filtering need; a million of
/// these are held at once, and the words of the few that are on the screen are made by reading the text
/// again.
///
/// Two dates are equal when they are *written* alike. Whether they begin and end on the same days is for
/// [`Date::chronological`] to say, so there is no `Ord` that could disagree with `Eq`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    written: Box<str>,
    pub(super) possible: Span,
    time: TimeOfDay,
    precision: Precision,
    is_approximate: bool,
    is_uncertain: bool,
    has_gaps: bool,
}

impl Date {
    /// Reads an EDTF expression of any level; times of day also without seconds, with a fraction of one, and as a range
    /// of them that is no longer than a day.
    ///
    /// # Errors
    ///
    /// Where `text` is none; blanks around it are part of it. The error says where, and what to write instead
    /// if that can be told: for the syntax of the 2012 draft, and for common slips such as `2021/09` and
    /// `Sept 2021`.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        if let Some((possible, precision)) = plain::read(text) {
            let written = text.into();
            return Ok(Date {
                written,
                possible,
                time: TimeOfDay::NONE,
                precision,
                is_approximate: false,
                is_uncertain: false,
                has_gaps: false,
            });
        }
        let reading = Reading::of(text).map_err(|error| DateError::refused(text, error))?;
        let days = &reading.days;
        Ok(Date {
            written: text.into(),
            possible: possible::bounds(days),
            time: TimeOfDay::of(&reading),
            precision: Precision::of(days),
            is_approximate: days.is_approximate(),
            is_uncertain: days.is_uncertain(),
            has_gaps: possible::has_gaps(days),
        })
    }

    /// Reads a date as somebody types it who was never told of EDTF: all that [`words`](Date::words) says (`21 April 754
    /// BC`, `from May to August 2011`), and `sept 2021`, `2021q3`, `9.9.2021`, `约2013年11月`; in full-width digits as well.
    ///
    /// # Errors
    ///
    /// As [`parse`](Date::parse), where not even that makes a date of it.
    pub fn parse_plainly(text: &str) -> Result<Date, DateError> {
        let text: String = text.trim().chars().map(halfwidth).collect();
        Self::parse(&text).or_else(|error| {
            // Whoever writes the syntax of the draft was told of EDTF, and is told of today's.
            let respelled = || spoken::edtf(&text).or_else(|| hint::corrected(&text));
            let respelled = if hint::is_draft(&text) { None } else { respelled() };
            respelled.and_then(|date| Self::parse(&date).ok()).ok_or(error)
        })
    }

    /// The text that was read, unchanged.
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// The first day it may mean, or `None` where that is open, unknown, or more than `chrono` can hold.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.possible.from()
    }

    /// The last day it may mean, or `None` where that is open, unknown, or more than `chrono` can hold.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.possible.to()
    }

    /// From the first to the last day it may mean. Not all days between need be possible:
    /// see [`touches`](Date::touches).
    pub fn span(&self) -> Span {
        self.possible
    }

    /// The year of the first day it may mean, which is the heading it stands under. Years beyond `chrono`
    /// included; `None` where there is no first day.
    pub fn year(&self) -> Option<i64> {
        self.possible.first_year()
    }

    /// What it names.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether any part of it carries `~` or `%`: it is an estimate.
    pub fn is_approximate(&self) -> bool {
        self.is_approximate
    }

    /// Whether any part of it carries `?` or `%`: its source is doubtful.
    pub fn is_uncertain(&self) -> bool {
        self.is_uncertain
    }

    /// Whether every day from the first to the last is one that it may mean.
    pub fn is_contiguous(&self) -> bool {
        !self.has_gaps
    }

    /// Whether a day it may mean lies within `span`. An end that is open or unknown reaches everywhere.
    ///
    /// Days are weighed one by one: `[2013-08-01,2021-09-17]` touches 2013 and 2021 and no year between them.
    pub fn touches(&self, span: &Span) -> bool {
        self.possible.overlaps(*span) && (!self.has_gaps || possible::any_within(&self.reading().days, *span))
    }

    /// The places of those of `spans`, which are in order and apart, that it [touches](Date::touches).
    pub fn touched(&self, spans: &[Span]) -> Vec<usize> {
        if self.has_gaps {
            possible::touched(&self.reading().days, spans)
        } else {
            (0..spans.len()).filter(|place| self.possible.overlaps(spans[*place])).collect()
        }
    }

    /// Whether all that it may mean is later than all that `other` may mean.
    ///
    /// Of two times, both with a zone or both without one, by those: over the line of dates what is of an earlier day may
    /// be later all the same. Else by days, and so false for two of the same day and wherever an end that matters is open
    /// or unknown.
    pub fn certainly_after(&self, other: &Date) -> bool {
        let by_days = || self.possible.first() > other.possible.last();
        if self.has_time() && other.has_time() {
            moment::is_after(&self.reading(), &other.reading()).unwrap_or_else(by_days)
        } else {
            by_days()
        }
    }

    /// Whether it says the time of day.
    pub fn has_time(&self) -> bool {
        self.time.is_known()
    }

    /// The time of day as a clock shows it there, `13:42`; of a range of times where it begins, and that it goes on:
    /// `13:42..`.
    pub fn clock(&self) -> Option<String> {
        let (from, to) = self.has_time().then(|| self.reading().clocks)??;
        let goes_on = if from == to { "" } else { ".." };
        Some(format!("{:02}:{:02}{goes_on}", from.time.hour, from.time.minute))
    }

    /// Whether every day it may mean is later than all of `span`. Of dates in chronological order, once one is, all
    /// that follow are.
    pub fn begins_after(&self, span: &Span) -> bool {
        self.possible.first() > span.last()
    }

    /// The order of a timeline: by the first possible day, what has none before all; of two that begin on one
    /// day the one without a time of day, then by the time at which they begin; then the one that ends later, the
    /// coarser, before the other, and what has no end before both.
    ///
    /// The day is that of the place where the clock hangs, as it is written. A total order in which dates of the same days
    /// and times are equal, so a stable sort keeps those as they were.
    pub fn chronological(&self, other: &Date) -> Ordering {
        let key = |date: &Date| (date.possible.first(), date.time, Reverse(date.possible.last()));
        key(self).cmp(&key(other))
    }

    /// The date in words, in English as follows, with every mark of doubt.
    ///
    /// | written | words |
    /// | --- | --- |
    /// | `2021-09-09`, `2021-09`, `2021` | 9 September 2021, September 2021, 2021 |
    /// | `2022-41`, `2022-33` | second half of 2022, first quarter of 2022 |
    /// | `2001-21`, `2001-29` | spring 2001, spring 2001 (southern hemisphere) |
    /// | `2013-11~`, `2024-02?`, `2004%` | about November 2013, perhaps February 2024, perhaps about 2004 |
    /// | `2004?-06-11` | 11 June 2004 (year uncertain) |
    /// | `1985-04-XX`, `196X`, `19XX` | some day in April 1985, 1960s, 20th century |
    /// | `1950S2` | 1950 (estimate, 1900 to 1999) |
    /// | `2011-05-17/2011-08-24` | from 17 May to 24 August 2011 |
    /// | `2013-11/..`, `../1985` | since November 2013, until 1985 |
    /// | `2013-11/`, `/1985` | from November 2013, end unknown; until 1985, start unknown |
    /// | `[2021-09-17,2021-09-18]`, `{1960,1961-12}` | 17 or 18 September 2021, 1960 and December 1961 |
    /// | `[2011-05..2011-08]` | some time between May and August 2011 |
    /// | `{2016..2020}` | every year from 2016 to 2020 |
    /// | `1985-04-12T23:20:30Z` | 12 April 1985, 23:20:30 UTC |
    /// | `1963-11-22T12:15/1963-11-22T12:20` | 22 November 1963, 12:15 to 12:20 |
    /// | `-0043`, `0079`, `Y-66000000` | 44 BC, AD 79, 66 million years BC |
    /// | `156X-12-25` and other digits missing in odd places | as written |
    pub fn words(&self, say: &Words) -> String {
        words::words(&self.reading(), say)
    }

    /// The date with its year in few words, for a line that begins with it: as it is written where anybody reads that
    /// (`2021-09-09`, `2013-11~`), else [in words](Date::words) with short months, `from 17 May to 24 Aug 2011`. Either way it
    /// can be typed, and is the same date.
    pub fn brief(&self, say: &Words) -> String {
        let is_plain = brief::is_plain(&self.written, self.precision);
        if is_plain { self.written.to_string() } else { (say.dates.brief)(&self.words(say)) }
    }

    /// `since about November 2013`: behind what began then. In brackets what does not go with that word, as
    /// `(from 17 to 24 May 2011)`.
    pub fn since(&self, say: &Words) -> String {
        let is_range_of_times = self.written.contains('T') && self.written.contains('/');
        (say.dates.began)(&self.words(say), is_range_of_times)
    }

    /// The date under the heading of its [year](Date::year), as a reader says it, with `dash` between two ends.
    ///
    /// | written | short |
    /// | --- | --- |
    /// | `2021-09-09`, `2021-09` | `9 Sep`, `Sep` |
    /// | `2013-11~`, `2013-11?`, `2013-11%` | `~Nov`, `Nov?`, `~Nov?` |
    /// | `2022-41`, `2022-33`, `2001-37` | `2nd half`, `Q1`, `1st third` |
    /// | `2001-21`, `2001-25`, `2001-29` | `spring`, `spring N`, `spring S` |
    /// | `2021`, `196X`, `19XX` | `2021`, `1960s`, `20th c.` |
    /// | `2011-05/2011-08`, also with days | `May–Aug` |
    /// | `2011-05-17/2011-05-24` | `17–24 May` |
    /// | `2013-11/2014-02` | `Nov–2014` |
    /// | `2019/2021`, `1964/2008` | `2019–21`, `1964–2008` |
    /// | `2013-11/..`, `2013-11/` | `Nov–`, `Nov–?` |
    /// | `../1985-04`, `/1985-04` | `–1985`, `?–1985` |
    /// | `[2021-09-17,2021-09-18]`, with braces | <code>17&#124;18 Sep</code>, `17+18 Sep` |
    /// | `[2011-05..2011-08]`, other sets | `[May–Aug]`, `{1667–72}` |
    /// | `1560-XX-25`, `156X-12-25` | `XX-25`, `156X-12-25` |
    ///
    /// Dates of our calendar take nine columns at most. A year that is not the one of the heading is always there. Of an
    /// interval that leaves its month the days are not: the words have them.
    pub fn short(&self, say: &Words, dash: &str) -> String {
        let doubt = match (self.is_uncertain, self.is_approximate) {
            (true, true) => Some(Doubt::Both),
            (true, false) => Some(Doubt::Uncertain),
            (false, true) => Some(Doubt::Approximate),
            (false, false) => None,
        };
        let doubted = |short: String| match doubt {
            Some(doubt) => (say.dates.doubted_short)(doubt, &short),
            None => short,
        };
        InShort { say, dash }.date(&self.reading().days, doubted)
    }

    /// The mark of doubt, of EDTF's own: `~` approximate, `?` uncertain, `%` both, wherever in the date they
    /// stand.
    pub fn mark(&self) -> Option<char> {
        match (self.is_uncertain, self.is_approximate) {
            (true, true) => Some('%'),
            (true, false) => Some('?'),
            (false, true) => Some('~'),
            (false, false) => None,
        }
    }

    #[expect(clippy::expect_used, reason = "only `parse` makes dates, and from valid texts alone")]
    pub(super) fn reading(&self) -> Reading {
        Reading::of(&self.written).expect("`Date::parse` keeps only what can be read")
    }
}
