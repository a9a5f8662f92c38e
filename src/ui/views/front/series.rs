//! What the curve counts: walls by how they stand, or, where there are none, milestones by tone.

use crate::app::App;
use crate::app::density::Density;
use crate::dataset::{BarrierCurve, BarrierState, BarrierTally, Tone};

/// What is counted in each stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Series {
    /// The month in which the first stretch begins, counted from January of the year 0.
    pub(super) first: i64,
    /// Months of a stretch.
    pub(super) months: i64,
    pub(super) counted: Counted,
    pub(super) stretches: Vec<StretchCounts>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    Walls,
    Milestones,
}

/// How many of each in one stretch: of walls the closed ones that were heard of later, those that were not, the limited
/// ones, those on trial; of milestones each tone's, the last one of [`Tone::ALL`] lowest. Below hangs what is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct StretchCounts {
    pub(super) stacked: Vec<usize>,
    pub(super) hanging: usize,
}

/// The layers of walls in their order, as the states that they are of.
pub(super) const WALLS: [BarrierState; 4] =
    [BarrierState::Closed, BarrierState::Closed, BarrierState::Limited, BarrierState::Trial];
/// Of these the one that is not certain.
pub(super) const UNHEARD: usize = 1;

impl StretchCounts {
    fn of_walls(tally: &BarrierTally) -> Self {
        let closed = tally.of(BarrierState::Closed) - tally.unheard;
        let stacked =
            vec![closed, tally.unheard, tally.of(BarrierState::Limited), tally.of(BarrierState::Trial)];
        Self { stacked, hanging: tally.of(BarrierState::Open) }
    }

    /// How many are stacked.
    pub(super) fn height(&self) -> usize {
        self.stacked.iter().sum()
    }
}

impl Series {
    /// What there is to count in a dataset, to be drawn on at most so many columns; `None` where that is nothing.
    pub(super) fn new(app: &App, curve: Option<&BarrierCurve>, cols: usize) -> Option<Self> {
        match curve {
            Some(curve) => Some(Self::of_walls(curve)),
            None if app.dataset().barriers().is_empty() => {
                Self::of_milestones(app.density()).map(|series| series.summed(cols))
            }
            None => None,
        }
    }

    /// With so many stretches made one that a column has one of them: what happened adds up, where walls just stand.
    fn summed(self, cols: usize) -> Self {
        let each = self.stretches.len().div_ceil(cols.max(1)).max(1);
        let sum = |some: &[StretchCounts]| {
            let mut stacked = vec![0; Tone::ALL.len()];
            for counts in some {
                stacked.iter_mut().zip(&counts.stacked).for_each(|(sum, count)| *sum += count);
            }
            StretchCounts { stacked, hanging: 0 }
        };
        let stretches = self.stretches.chunks(each).map(sum).collect();
        let months = self.months.saturating_mul(i64::try_from(each).unwrap_or(i64::MAX));
        Self { months, stretches, ..self }
    }

    fn of_walls(curve: &BarrierCurve) -> Self {
        let stretches = curve.points.iter().map(|(_, tally)| StretchCounts::of_walls(tally)).collect();
        Self { first: curve.first, months: curve.months, counted: Counted::Walls, stretches }
    }

    /// Of the months, quarters; of a span that is short, months, and of a very long one what stands for months there.
    fn of_milestones(density: &Density) -> Option<Self> {
        const SHORT: usize = 24;
        let bins = density.bins();
        let months_a_bin = density.month(1).saturating_sub(density.month(0)).max(1);
        let group = if months_a_bin == 1 && bins.len() >= SHORT { 3 } else { 1 };
        let first = density.month(0);
        // A quarter may have begun before the span.
        let missing = usize::try_from(first.rem_euclid(i64::try_from(group).ok()?)).ok()?;
        let mut stretches = vec![StretchCounts::default(); (bins.len() + missing).div_ceil(group)];
        for (place, bin) in bins.iter().enumerate() {
            let stretch = &mut stretches[(place + missing) / group];
            stretch.stacked.resize(Tone::ALL.len(), 0);
            stretch.stacked.iter_mut().rev().zip(bin.all).for_each(|(sum, count)| *sum += count);
        }
        let months = months_a_bin.saturating_mul(i64::try_from(group).ok()?);
        let first = first - i64::try_from(missing).ok()?;
        let is_empty = stretches.iter().all(|counts| counts.height() == 0);
        (!is_empty).then_some(Self { first, months, counted: Counted::Milestones, stretches })
    }

    /// The most that are stacked in one stretch, and the most that hang.
    pub(super) fn most(&self) -> (usize, usize) {
        let most = |count: fn(&StretchCounts) -> usize| self.stretches.iter().map(count).max().unwrap_or(0);
        (most(StretchCounts::height), most(|counts| counts.hanging))
    }

    /// The same with what is closed alone: there is no room for more.
    pub(super) fn of_closed(mut self) -> Self {
        if self.counted == Counted::Walls {
            for counts in &mut self.stretches {
                counts.stacked.truncate(UNHEARD + 1);
                counts.hanging = 0;
            }
        }
        self
    }
}
