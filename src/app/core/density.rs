//! How many milestones stand in each month of the span: what the strip draws. Counted when the filter
//! changes, so that a frame costs columns, not milestones.

use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;
use std::rc::Rc;

use crate::dataset::{Dataset, Milestone, MilestoneId, Tone};
use crate::date::{Date, Span};

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

/// The whole span in bins of months, and what stands before and after it, unless that is so far off that the span would be
/// small beside it. A milestone counts once, in the middle of its possible days; those farther off count nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Density {
    /// The first month, counted as in [`Span::months`].
    first: i64,
    /// Months in a bin: 1, more where the span is so long that nobody could see a month. Of the age of the universe
    /// some 70 million.
    months_a_bin: i64,
    bins: Vec<Bin>,
    /// The bin of each [date](Dataset::dates); shared, since only what matches changes.
    of_dates: Rc<[Option<u16>]>,
}

/// More bins than a screen has columns would never be seen.
const MOST_BINS: i64 = 2_400;

impl Density {
    /// Counts all milestones of `dataset`; none of them matches yet.
    pub fn new(dataset: &Dataset) -> Self {
        let ends = dataset.span().map(Span::months).and_then(|(first, last)| first.zip(last));
        let Some(span) = ends.filter(|(first, last)| first <= last) else { return Self::default() };
        let (first, last) = reached(span, dataset);
        let months = last.saturating_sub(first).saturating_add(1);
        let months_a_bin = 1 + (months - 1) / MOST_BINS;
        let bins = usize::try_from((months - 1) / months_a_bin + 1).unwrap_or_default();
        let mut density =
            Self { first, months_a_bin, bins: vec![Bin::default(); bins], of_dates: Rc::default() };
        let bin = |date: &Date| density.bin(month_of(date)?)?.try_into().ok();
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
        Some((self.bin_of(milestone)?, milestone.kind().tone as usize))
    }

    /// The bin in which a milestone of the dataset counts, if one does.
    pub fn bin_of(&self, milestone: Milestone<'_>) -> Option<usize> {
        self.of_dates.get(milestone.date_place()).copied().flatten().map(usize::from)
    }

    /// The bins, in order of time.
    pub fn bins(&self) -> &[Bin] {
        &self.bins
    }

    /// The bin that holds a month, if the span does.
    fn bin(&self, month: i64) -> Option<usize> {
        let bin = month.saturating_sub(self.first).div_euclid(self.months_a_bin.max(1));
        usize::try_from(bin).ok().filter(|bin| *bin < self.bins.len())
    }

    /// The first month of a bin, or of what follows the last one, counted as in
    /// [`Span::months`].
    pub fn month(&self, bin: usize) -> i64 {
        let months = self.months_a_bin.saturating_mul(i64::try_from(bin).unwrap_or(i64::MAX));
        self.first.saturating_add(months)
    }

    /// The first and the last year that begin in the span.
    pub fn years(&self) -> RangeInclusive<i64> {
        let last = self.month(self.bins.len()).saturating_sub(1);
        self.first.saturating_add(11).div_euclid(12)..=last.div_euclid(12)
    }

    /// The bin of January of a year, if the span holds it.
    pub fn bin_of_year(&self, year: i64) -> Option<usize> {
        self.bin(year.saturating_mul(12))
    }
}

/// The first month and the last one that the strip reaches: those of the span, and the years before and after it that the
/// list has, where they come to no more than half of it.
fn reached((first, last): (i64, i64), dataset: &Dataset) -> (i64, i64) {
    let months = || dataset.dates().iter().filter_map(month_of);
    let year = |month: i64| month.div_euclid(12).saturating_mul(12);
    let before = months().min().map_or(first, year).min(first);
    let after = months().max().map_or(last, |month| year(month).saturating_add(11)).max(last);
    let most = last.saturating_sub(first).saturating_add(1) / 2;
    let is_near = |months: i64| (0..=most).contains(&months);
    let first_reached = if is_near(first.saturating_sub(before)) { before } else { first };
    let last_reached = if is_near(after.saturating_sub(last)) { after } else { last };
    (first_reached, last_reached)
}

/// The month in which a date counts: that of the middle of its possible days. Beyond `chrono`, where a bin is many years,
/// the middle of its months.
fn month_of(date: &Date) -> Option<i64> {
    match (date.earliest(), date.latest(), date.span().months()) {
        (Some(_), Some(_), _) => middle(date).map(|day| i64::from(day.year()) * 12 + i64::from(day.month0())),
        (.., (Some(first), Some(last))) => Some(i64::midpoint(first, last)),
        (.., (first, last)) => first.or(last),
    }
}

/// The middle of the possible days; the one known end where the other is open.
pub fn middle(date: &Date) -> Option<NaiveDate> {
    match (date.earliest(), date.latest()) {
        (Some(earliest), Some(latest)) => Some(earliest + (latest - earliest) / 2),
        (earliest, latest) => earliest.or(latest),
    }
}
