//! How many milestones stand in each month of the span: what the strip draws. Counted when the filter
//! changes, so that a frame costs columns, not milestones.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use crate::dataset::{Dataset, Milestone, MilestoneId, Tone};
use crate::date::Date;

/// Milestones by tone, in the order of [`Tone::ALL`].
pub type ByTone = [usize; Tone::ALL.len()];

/// One bin of months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bin {
    /// All milestones.
    pub all: ByTone,
    /// Those that match.
    pub matching: ByTone,
}

/// The whole span in bins of months. A milestone counts once, in the middle of its possible days; those
/// outside the span (prehistory) count nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Density {
    /// The first month: years times 12, plus the month from 0.
    first: i32,
    /// Months in a bin: 1, more where the span is so long that nobody could see a month.
    months_a_bin: i32,
    bins: Vec<Bin>,
    /// The bin of each [date](Dataset::dates); shared, since only what matches changes.
    of_dates: Rc<[Option<u16>]>,
}

/// More bins than a screen has columns would never be seen.
const MOST_BINS: i32 = 2_400;

impl Density {
    /// Counts all milestones of `dataset`; none of them matches yet.
    pub fn new(dataset: &Dataset) -> Self {
        let ends = dataset.span().and_then(|span| Some((month(span.from()?), month(span.to()?))));
        let Some((first, last)) = ends.filter(|(first, last)| first <= last) else { return Self::default() };
        let months = last - first + 1;
        let months_a_bin = 1 + (months - 1) / MOST_BINS;
        let bins = usize::try_from((months - 1) / months_a_bin + 1).unwrap_or_default();
        let mut density =
            Self { first, months_a_bin, bins: vec![Bin::default(); bins], of_dates: Rc::default() };
        let bin = |date: &Date| density.bin(middle(date)?)?.try_into().ok();
        density.of_dates = dataset.dates().iter().map(bin).collect();
        for milestone in dataset.milestones() {
            if let Some((bin, tone)) = density.place(milestone) {
                density.bins[bin].all[tone] += 1;
            }
        }
        density
    }

    /// The same, with those of `matching` counted as such; `dataset` is the same as before.
    #[must_use]
    pub fn of(&self, matching: &[MilestoneId], dataset: &Dataset) -> Self {
        let mut density = self.clone();
        for id in matching {
            if let Some((bin, tone)) = density.place(dataset.milestone(*id)) {
                density.bins[bin].matching[tone] += 1;
            }
        }
        density
    }

    /// The bin of a milestone, and the place of its tone.
    fn place(&self, milestone: Milestone<'_>) -> Option<(usize, usize)> {
        let bin = self.of_dates.get(milestone.date_place()).copied()??;
        Some((usize::from(bin), milestone.kind().tone as usize))
    }

    /// The bins, in order of time.
    pub fn bins(&self) -> &[Bin] {
        &self.bins
    }

    /// The bin that holds `day`, if the span does.
    pub fn bin(&self, day: NaiveDate) -> Option<usize> {
        let bin = (month(day) - self.first).div_euclid(self.months_a_bin.max(1));
        usize::try_from(bin).ok().filter(|bin| *bin < self.bins.len())
    }

    /// The first and the last day of a bin.
    pub fn days(&self, bin: usize) -> Option<(NaiveDate, NaiveDate)> {
        let first = self.first + i32::try_from(bin).ok()?.checked_mul(self.months_a_bin)?;
        Some((first_day(first)?, first_day(first + self.months_a_bin)?.pred_opt()?))
    }

    /// The years that begin in the span, each with the bin of its January.
    pub fn years(&self) -> impl Iterator<Item = (i32, usize)> {
        let first = self.first.div_euclid(12) + i32::from(self.first.rem_euclid(12) > 0);
        let bin = move |year: i32| usize::try_from((year * 12 - self.first) / self.months_a_bin.max(1)).ok();
        (first..).map_while(move |year| Some((year, bin(year).filter(|bin| *bin < self.bins.len())?)))
    }
}

fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}

/// The first day of a month, counted as [`month`] does.
fn first_day(month: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(month.div_euclid(12), month.rem_euclid(12).cast_unsigned() + 1, 1)
}

/// The middle of the possible days; the one known end where the other is open.
pub fn middle(date: &Date) -> Option<NaiveDate> {
    match (date.earliest(), date.latest()) {
        (Some(earliest), Some(latest)) => Some(earliest + (latest - earliest) / 2),
        (earliest, latest) => earliest.or(latest),
    }
}
