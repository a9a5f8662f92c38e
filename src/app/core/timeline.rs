//! The rows of the Timeline: a heading a year, a milestone a row, and between years a blank row, or one that says how
//! long it was quiet there.
//!
//! ```text
//! 2011                              1     <- heading
//!  05..08 ▼ JD.com stops taking Alipay
//!         … 23 months quiet               <- quiet
//! 2013                              2
//!  07-31  ▼ Taobao's service market …
//!  08-05  ● WeChat 5.0 brings …
//!                                         <- blank
//! 2014                              1
//! ```
//!
//! Nothing here is a list of rows: what stands on a row is computed from where each year begins, so a frame
//! costs its own rows, whatever the dataset holds.

use std::rc::Rc;

use crate::dataset::{Dataset, MilestoneId};
use crate::date::Date;

/// A year's heading and the milestones under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year of the earliest possible day; `None` where no day is known.
    pub year: Option<i64>,
    /// Where its milestones begin among those listed.
    start: usize,
    /// How long it was quiet before it, where that is long.
    quiet: Option<Quiet>,
}

/// A long time without a milestone among those listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// So many days for certain: from the last day of all that stands above to the first one below.
    pub min: i64,
    /// So many days at most, where all above was as early as it may have been, and all below as late.
    pub max: i64,
    /// How many milestones of the dataset stand between, not listed.
    pub hidden: usize,
}

/// Days that a date may mean, as [numbers](crate::date::Span::numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Days {
    /// The first.
    from: i64,
    /// The last on which it may have begun, and the first on which it may have been over: of what goes on for a time each
    /// is a day of another end.
    begun: i64,
    over: i64,
    /// The last; of a date without an end, the first again: that something goes on is no noise.
    to: i64,
}

/// A shorter time is no stretch of its own: it may lie within one year, under one heading.
const LONG: i64 = 366;

/// What stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineRow {
    /// A year, and how many milestones stand under it.
    Heading {
        /// As in [`Year::year`].
        year: Option<i64>,
        /// How many.
        count: usize,
    },
    /// The milestone at this place among those listed.
    Milestone(usize),
    /// How long it was quiet between two years.
    Quiet(Quiet),
    /// Nothing.
    Blank,
}

impl TimelineRow {
    /// Whether it stands between two years.
    pub const fn is_between(self) -> bool {
        matches!(self, Self::Quiet(_) | Self::Blank)
    }
}

/// The years of the milestones that are listed, and with them every row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    years: Vec<Year>,
    milestones: usize,
    /// Of every [date](Dataset::dates) of the dataset. Shared, since only what is listed changes.
    days: Rc<[Option<Days>]>,
    /// Whether any date of the dataset says the time of day.
    has_times: bool,
}

/// Rows that each year adds: its heading, and what stands below its milestones.
const FRAME: usize = 2;

impl Timeline {
    /// The rows of all milestones of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        let mut years: Vec<Year> = Vec::new();
        let of_dates: Vec<Option<i64>> = dataset.dates().iter().map(Date::year).collect();
        for (start, milestone) in dataset.milestones().enumerate() {
            let year = of_dates[milestone.date_place()];
            if years.last().is_none_or(|last| last.year != year) {
                years.push(Year { year, start, quiet: None });
            }
        }
        let mut timeline = Self {
            years,
            milestones: dataset.len(),
            days: dataset.dates().iter().map(days).collect(),
            has_times: dataset.dates().iter().any(Date::has_time),
        };
        timeline.listen(|place| Some(MilestoneId::new(place)), dataset);
        timeline
    }

    /// The rows of `ids` alone, which are in chronological order; `dataset` is the same as before.
    #[must_use]
    pub fn of(&self, ids: &[MilestoneId], dataset: &Dataset) -> Self {
        let start = |year: &Year| ids.partition_point(|id| id.index() < year.start);
        let starts: Vec<usize> = self.years.iter().map(start).chain([ids.len()]).collect();
        let years = self.years.iter().zip(starts.windows(2));
        let held = years.filter(|(_, ends)| ends[0] < ends[1]);
        let mut timeline = Self {
            years: held.map(|(year, ends)| Year { start: ends[0], quiet: None, ..*year }).collect(),
            milestones: ids.len(),
            days: Rc::clone(&self.days),
            has_times: self.has_times,
        };
        timeline.listen(|place| ids.get(place).copied(), dataset);
        timeline
    }

    /// Finds out where it was quiet for long. A stretch of more than a year always holds the end of one.
    fn listen(&mut self, listed: impl Fn(usize) -> Option<MilestoneId>, dataset: &Dataset) {
        let days = |place: usize| {
            let id = listed(place)?;
            Some((id, (*self.days.get(dataset.milestone(id).date_place())?)?))
        };
        let (mut heard, mut last, mut over) = (0, None, None);
        let milestones = self.milestones;
        for year in &mut self.years {
            let Some((before, begun)) = year.start.checked_sub(1).and_then(days) else { continue };
            let Some((id, next)) = days(year.start) else { continue };
            // Where many years are full, as few of the days are looked at as can be.
            if next.from.saturating_sub(begun.from) < LONG {
                continue;
            }
            for (_, days) in (heard..year.start).filter_map(days) {
                (last, over) = (last.max(Some(days.to)), over.max(Some(days.over)));
            }
            heard = year.start;
            let min = last.map_or(0, |last| next.from.saturating_sub(last));
            year.quiet = (min >= LONG).then(|| {
                let until = first_begun(
                    (year.start..milestones).map_while(|place| days(place).map(|(_, days)| days)),
                );
                let max = over.map_or(min, |over| until.saturating_sub(over).max(min));
                Quiet { min, max, hidden: id.index() - before.index() - 1 }
            });
        }
    }

    /// Whether dates take the room of a time of day beside them, whatever is listed.
    pub fn has_times(&self) -> bool {
        self.has_times
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        (self.milestones + FRAME * self.years.len()).saturating_sub(1)
    }

    /// The row of the milestone at `place` among those listed.
    pub fn row_of(&self, place: usize) -> usize {
        place + FRAME * self.year_of(place) + 1
    }

    /// What stands on `row`; `None` below the last.
    pub fn row(&self, row: usize) -> Option<TimelineRow> {
        if row >= self.rows() {
            return None;
        }
        let index = self.years.partition_point(|year| self.heading_row(*year) <= row).checked_sub(1)?;
        let year = self.years[index];
        let count = self.end(index) - year.start;
        Some(match row - self.heading_row(year) {
            0 => TimelineRow::Heading { year: year.year, count },
            below if below <= count => TimelineRow::Milestone(year.start + below - 1),
            _ => self
                .years
                .get(index + 1)
                .and_then(|next| next.quiet)
                .map_or(TimelineRow::Blank, TimelineRow::Quiet),
        })
    }

    /// The heading that the milestone on `row` stands under: a list that begins below it shows it still, or
    /// `09-04` would be a date in no year.
    pub fn heading_of(&self, row: usize) -> Option<TimelineRow> {
        let TimelineRow::Milestone(place) = self.row(row)? else { return None };
        let year = self.years.get(self.year_of(place))?;
        self.row(self.heading_row(*year))
    }

    /// The first milestone of the year after that of `place`.
    pub fn next_year(&self, place: usize) -> Option<usize> {
        self.years.get(self.year_of(place) + 1).map(|year| year.start)
    }

    /// The first milestone of the year of `place`, or, from there, of the year before.
    pub fn previous_year(&self, place: usize) -> Option<usize> {
        let index = self.year_of(place);
        let year = self.years.get(index).filter(|year| year.start < place);
        year.or_else(|| self.years.get(index.checked_sub(1)?)).map(|year| year.start)
    }

    fn year_of(&self, place: usize) -> usize {
        self.years.partition_point(|year| year.start <= place).saturating_sub(1)
    }

    /// The milestones before it, and a heading and a blank for each year before it.
    fn heading_row(&self, year: Year) -> usize {
        year.start + FRAME * self.year_of(year.start)
    }

    fn end(&self, index: usize) -> usize {
        self.years.get(index + 1).map_or(self.milestones, |next| next.start)
    }
}

fn days(date: &Date) -> Option<Days> {
    let (from, to) = date.span().numbers();
    let (from, to) = (from.or(to)?, to.or(from)?);
    // Of what is too far to be counted nothing is claimed.
    let is_counted = from > -i64::MAX && to < i64::MAX;
    let (first, last) = date.ends();
    let (begun, over) = (first.numbers().1.unwrap_or(to), last.numbers().0.unwrap_or(from));
    is_counted.then_some(Days { from, begun, over, to })
}

/// The last day on which the first of some dates may have begun, each of which begins no earlier than the one before it.
fn first_begun(dates: impl Iterator<Item = Days>) -> i64 {
    let mut until = i64::MAX;
    for days in dates {
        if days.from > until {
            break;
        }
        until = until.min(days.begun);
    }
    until
}

#[cfg(test)]
#[allow(clippy::wildcard_enum_match_arm, reason = "what a test does not ask for is nothing to it")]
mod tests;
