//! What is said of dates.

use std::fmt;

/// Dates, as a reader says them; years are astronomical, 0 is 1 BC, and months begin with 1.
#[derive(Debug)]
pub struct DateWords {
    /// A year too far back to be counted.
    pub far_past: &'static str,
    /// A year too far ahead to be counted.
    pub far_future: &'static str,
    /// `2021`, `AD 79`, `44 BC`, `66 million years BC`.
    pub year: fn(i64) -> String,
    /// A year in few columns: `2021`, `-4.6bn`.
    pub year_short: fn(i64) -> String,
    /// A year too large for digits, of which the significand and the exponent are written: `year 17E100`.
    pub year_as_power: fn(&str) -> String,
    /// `9 September 2021`: day, month, and the year in words.
    pub day: fn(u32, u32, &str) -> Phrase,
    /// `September 2021`.
    pub month: fn(u32, &str) -> Phrase,
    /// A month in few columns: `Sep`.
    pub month_short: fn(u32) -> &'static str,
    /// A day without its year, or several of a month: `9 Sep`, `13–16 Jul`.
    pub day_short: fn(&str, u32) -> String,
    /// The same doubt as in [`doubted`](Self::doubted), as a mark: `~Nov`, `Nov?`.
    pub doubted_short: fn(Doubt, &str) -> String,
    /// A day in few columns: `9 Sep 2021`.
    pub day_brief: fn(u32, u32, &str) -> String,
    /// `Sep 2021`
    pub month_brief: fn(u32, &str) -> String,
    /// A quarter in few columns, counted from 1: `Q3`.
    pub quarter: fn(u32) -> String,
    /// `Q3 2021`
    pub quarter_of: fn(u32, &str) -> String,
    /// The parts of a year, by the codes of ISO 8601-2: seasons 21 to 32, quarters to 36, thirds to 39, halves to 41.
    pub parts: [PartOfYear; 21],
    /// `some day in April 1985`, of a month or a year.
    pub some_day: fn(&str) -> String,
    /// `some month in 2004`.
    pub some_month: fn(&str) -> String,
    /// `1960s`, by its first year; never to be taken for a century.
    pub decade: fn(u32) -> String,
    /// The same in few columns, where it cannot be taken for one.
    pub decade_short: fn(u32) -> String,
    /// `20th century`.
    pub century: fn(u32) -> String,
    /// `20th c.`
    pub century_short: fn(u32) -> String,
    /// `1950 (estimate, 1900 to 1999)`: the year, and the first and last that it may be.
    pub estimate: fn(&str, &str, &str) -> String,
    /// `about November 2013`: doubt of all that is given.
    pub doubted: fn(Doubt, &str) -> String,
    /// `11 June 2004 (year uncertain, day approximate)`.
    pub doubted_in_part: fn(&str, &[(DatePart, Doubt)]) -> String,
    /// `12 April 1985, 23:20`: a day, and the time on it.
    pub at: fn(&str, &str) -> String,
    /// Two times of one day: `12:15 to 12:20 UTC`.
    pub times: fn(&[Phrase; 2]) -> String,
    /// `from 17 to 24 May 2011`.
    pub from_to: fn(&[Phrase; 2]) -> String,
    /// The same behind a comma, where it needs no word before it: `17 to 24 May 2011`.
    pub bare_range: fn(&str) -> String,
    /// `17 or 18 September 2021`.
    pub one_of: fn(&[Phrase]) -> String,
    /// `1960 and December 1961`.
    pub all_of: fn(&[Phrase]) -> String,
    /// `some time between May and August 2011`.
    pub between: fn(&[Phrase; 2]) -> String,
    /// `every year from 2016 to 2020`: each of what the range counts by.
    pub every: fn(DatePart, &[Phrase; 2]) -> String,
    /// `since November 2013`, and it goes on.
    pub since: fn(&str) -> String,
    /// `from November 2013, end unknown`.
    pub from_without_end: fn(&str) -> String,
    /// `until 1985`.
    pub until: fn(&str) -> String,
    /// `until 1985, start unknown`.
    pub until_without_start: fn(&str) -> String,
    /// Neither end is known.
    pub unknown: &'static str,
    /// `2004 or earlier`.
    pub or_earlier: fn(&str) -> String,
    /// `2004 or later`.
    pub or_later: fn(&str) -> String,
    /// `1984 and earlier`.
    pub and_earlier: fn(&str) -> String,
    /// `1984 and later`.
    pub and_later: fn(&str) -> String,
    /// `the beginning of June 2021`, of a month or a year.
    pub beginning: fn(&str) -> String,
    /// `the end of 2024`.
    pub end: fn(&str) -> String,
    /// A date in words with short months: `from 17 May to 24 Aug 2011`.
    pub brief: fn(&str) -> String,
    /// A date in words behind what began then: `since about November 2013`, `(from 17 to 24 May 2011)` where it does not go
    /// with such a word. Whether it is a range of times is said beside it.
    pub began: fn(&str, bool) -> String,
}

/// A season, quarter, third or half of a year.
#[derive(Clone, Copy, Debug)]
pub struct PartOfYear {
    /// `second half`.
    pub name: &'static str,
    /// What a list shows under a year heading: `2nd half`.
    pub short: &'static str,
    /// With its year: `second half of 2022`. Its name is the first value.
    pub of: fn(&str, &str) -> Phrase,
}

/// Something that a date is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// A year.
    Year,
    /// A season, quarter, third or half.
    PartOfYear,
    /// A month.
    Month,
    /// A day.
    Day,
}

/// How far a date is to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    Both,
}

/// A date in words, in pieces, in the order in which they are read: `["17", " September", " 2021"]`.
///
/// Words that several dates share can then be said once, at whichever end a language has them. What carries a mark of
/// doubt is one piece, so that "about" never seems to reach over more than it does.
#[derive(Debug, PartialEq, Eq)]
pub struct Phrase(Vec<String>);

impl Phrase {
    /// Words that no others can share.
    pub fn whole(words: impl Into<String>) -> Self {
        Self(vec![words.into()])
    }

    /// In the order in which they are read; those that are empty are none.
    pub fn pieces(pieces: impl IntoIterator<Item = String>) -> Self {
        Self(pieces.into_iter().filter(|piece| !piece.is_empty()).collect())
    }

    /// Its pieces.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(piece))
    }
}
