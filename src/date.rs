//! EDTF dates. (A stand-in: the real one replaces this file whole.)
#![allow(missing_docs, reason = "stand-in")]
use chrono::{Datelike, NaiveDate};
use edtf_core::{Bound, Edtf};
use std::cmp::Ordering;
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    written: Box<str>,
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    pub message: String,
    pub at: usize,
    pub hint: Option<String>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}
fn day(b: Bound) -> Option<NaiveDate> {
    let Bound::Date(d) = b else { return None };
    NaiveDate::from_ymd_opt(i32::try_from(d.year).ok()?, d.month.into(), d.day.into())
}
impl Date {
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let e = Edtf::parse(text).map_err(|e| DateError {
            message: e.message.to_owned(),
            at: e.offset,
            hint: None,
        })?;
        let b = e.bounds();
        Ok(Self { written: text.into(), earliest: day(b.earliest), latest: day(b.latest) })
    }
    pub fn as_written(&self) -> &str {
        &self.written
    }
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }
    pub fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }
    pub fn year(&self) -> Option<i32> {
        self.earliest.map(|d| d.year())
    }
    pub fn words(&self) -> String {
        self.written.to_string()
    }
    pub fn short(&self) -> String {
        self.written.chars().skip(5).collect()
    }
    pub fn mark(&self) -> Option<char> {
        self.written.contains('~').then_some('~')
    }
    pub fn is_approximate(&self) -> bool {
        self.written.contains('~')
    }
    pub fn is_uncertain(&self) -> bool {
        self.written.contains('?')
    }
    pub fn touches(&self, span: &Span) -> bool {
        span.to.is_none_or(|to| self.earliest.is_none_or(|e| e <= to))
            && span.from.is_none_or(|f| self.latest.is_none_or(|l| l >= f))
    }
    pub fn certainly_after(&self, other: &Self) -> bool {
        matches!((self.earliest, other.latest), (Some(a), Some(b)) if a > b)
    }
}
impl PartialOrd for Date {
    fn partial_cmp(&self, o: &Self) -> Option<Ordering> {
        Some(self.cmp(o))
    }
}
impl Ord for Date {
    fn cmp(&self, o: &Self) -> Ordering {
        self.earliest.cmp(&o.earliest).then(o.latest.cmp(&self.latest))
    }
}
impl Span {
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Some((a, b)) = text.split_once("..") {
            let from = if a.is_empty() { None } else { Date::parse(a)?.earliest };
            let to = if b.is_empty() { None } else { Date::parse(b)?.latest };
            return Ok(Self { from, to });
        }
        let d = Date::parse(text)?;
        Ok(Self { from: d.earliest, to: d.latest })
    }
    pub fn year(y: i32) -> Self {
        Self { from: NaiveDate::from_ymd_opt(y, 1, 1), to: NaiveDate::from_ymd_opt(y, 12, 31) }
    }
    pub fn from(&self) -> Option<NaiveDate> {
        self.from
    }
    pub fn to(&self) -> Option<NaiveDate> {
        self.to
    }
}
