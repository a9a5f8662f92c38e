//! Milestones under their years and months.
//!
//! A month heads what certainly happened within it. What is dated more coarsely (a half-year, a range
//! over several months) comes first in its year under its own words: filed under the month in which it
//! may have begun, it would claim to have happened there.

use chrono::{Datelike, Month, NaiveDate};

use super::escape;
use crate::dataset::Milestone;
use crate::date::{Date, year_words};
use crate::export::{Selection, words};

/// Milestones under one heading.
pub(super) struct Chapter<'a> {
    /// As they are written: of the year where it is a new one, then of the stretch within it.
    pub(super) headings: Vec<String>,
    /// In chronological order.
    pub(super) milestones: Vec<Milestone<'a>>,
}

/// Where a milestone stands within its year; the order is that of the document.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Stretch {
    /// Somewhere in it: right under the year.
    Year,
    /// A stretch other than a month, in words; its place among the others is that of the milestone.
    Coarse(NaiveDate, String),
    Month(u32),
}

/// The chapters of a selection, in order; none of them empty.
pub(super) fn of<'a>(selection: &Selection<'a>) -> Vec<Chapter<'a>> {
    let mut placed: Vec<_> =
        selection.milestones().map(|m| (m.date().year(), stretch(m.date()), m)).collect();
    // Stable, so that milestones of one stretch stay in chronological order.
    placed.sort_by(|(a, in_a, _), (b, in_b, _)| (a, in_a).cmp(&(b, in_b)));
    let mut chapters = Vec::new();
    let mut year = None;
    for group in placed.chunk_by(|(a, in_a, _), (b, in_b, _)| (a, in_a) == (b, in_b)) {
        let milestones = group.iter().map(|(_, _, milestone)| *milestone).collect();
        let mut headings = Vec::new();
        if let Some((its_year, stretch, _)) = group.first() {
            if year != Some(*its_year) {
                headings.push(format!("## {}", year_name(*its_year)));
                year = Some(*its_year);
            }
            headings.extend(
                stretch_name(*its_year, stretch).map(|name| format!("### {}", escape::heading(&name))),
            );
        }
        chapters.push(Chapter { headings, milestones });
    }
    chapters
}

fn stretch(date: &Date) -> Stretch {
    let Some(first) = date.earliest() else { return Stretch::Year };
    let same_month = |last: NaiveDate| (last.year(), last.month()) == (first.year(), first.month());
    if date.latest().is_some_and(same_month) {
        return Stretch::Month(first.month());
    }
    let words = date.words();
    if words == year_words(first.year()) { Stretch::Year } else { Stretch::Coarse(first, words) }
}

/// Milestones without a first day are not placed in a year that they may not touch.
fn year_name(year: Option<i32>) -> String {
    year.map_or_else(|| "No known start".to_owned(), year_words)
}

fn stretch_name(year: Option<i32>, stretch: &Stretch) -> Option<String> {
    match stretch {
        Stretch::Year => None,
        Stretch::Coarse(_, words) => Some(words::capitalized(words)),
        Stretch::Month(number) => {
            let month = Month::try_from(u8::try_from(*number).ok()?).ok()?;
            Some(format!("{} {}", month.name(), year_name(year)))
        }
    }
}
