//! The years that are values of a facet, and the milestones of each.
//!
//! Most milestones are of a year or a few: those are in the sets of their years, as in those of anything else. What goes
//! on for an age touches all years that are listed within it; in a set of each of them it would make as many entries
//! as there are milestones times years. So it is kept once, as the stretch of listed years that it touches.

use std::collections::BTreeSet;
use std::ops::Range;

use roaring::RoaringBitmap;

use crate::dataset::Dataset;
use crate::date::{Date, Span};

/// A date that spans more years than these lists only its first and last as values of their own, or the facet
/// would hold a thousand years for one milestone. It is counted in all that are listed.
const LISTED: i64 = 100;

/// A date that touches more listed years than these is no member of their sets.
const LONG: usize = 100;

/// The years that are values: those that possible days touch, up to the end of the dataset's span.
pub(super) fn listed(dataset: &Dataset) -> Vec<i64> {
    let last = dataset.span().and_then(Span::last_year);
    let mut years = BTreeSet::new();
    for date in dataset.dates() {
        let Some((from, to)) = reach(date, last) else { continue };
        let all = if to.saturating_sub(from) < LISTED { from..=to } else { from..=from };
        for year in all.chain([to]) {
            if !years.contains(&year) && date.touches(&Span::year(year)) {
                years.insert(year);
            }
        }
    }
    years.into_iter().collect()
}

/// The first and last year that a date is sure to name: an end that is not known reaches to `last`, and no end
/// beyond it; a start that is not known adds no year. `None` for a date that is open on both sides.
fn reach(date: &Date, last: Option<i64>) -> Option<(i64, i64)> {
    let to = date.span().last_year();
    let from = date.year().or(to)?;
    let to = to.or(last).unwrap_or(from).max(from);
    Some((from, last.map_or(to, |last| to.min(last.max(from)))))
}

/// The listed years, by their places, that the possible days of a date touch.
#[derive(Clone, Debug)]
pub(super) enum Touched {
    /// Each of them.
    Some(Vec<usize>),
    /// All of a long stretch.
    Long(Range<usize>),
}

impl Touched {
    pub(super) fn of(date: &Date, years: &[i64]) -> Self {
        let before = |year: i64| years.partition_point(|other| *other < year);
        let up_to = |year: i64| years.partition_point(|other| *other <= year);
        let begin = date.year().map_or(0, before);
        let end = date.span().last_year().map_or(years.len(), up_to).max(begin);
        if date.is_contiguous() && end - begin > LONG {
            return Self::Long(begin..end);
        }
        // Between its first and last year each is asked for: one of two days touches two years and none between.
        let between: Vec<Span> = years[begin..end].iter().copied().map(Span::year).collect();
        Self::Some(date.touched(&between).into_iter().map(|place| begin + place).collect())
    }

    /// Those in whose sets a milestone of that date is.
    pub(super) fn members(&self) -> &[usize] {
        match self {
            Self::Some(places) => places,
            Self::Long(_) => &[],
        }
    }
}

/// The milestones that go on for an age, each with the listed years that it touches, in chronological order.
#[derive(Clone, Debug, Default)]
pub(super) struct Ages(Vec<(u32, Range<usize>)>);

impl Ages {
    /// Those of all milestones, in order, each as sets know it and with the place of its date.
    pub(super) fn new(of_dates: &[Touched], milestones: impl Iterator<Item = (u32, usize)>) -> Self {
        // In most datasets there is none, and a million milestones need not be asked.
        if !of_dates.iter().any(|touched| matches!(touched, Touched::Long(_))) {
            return Self::default();
        }
        let long = milestones.filter_map(|(id, date)| match &of_dates[date] {
            Touched::Long(years) => Some((id, years.clone())),
            Touched::Some(_) => None,
        });
        Self(long.collect())
    }

    /// The milestones of `set` and those of an age that touches the listed year at `place`.
    pub(super) fn with(&self, set: &RoaringBitmap, place: usize) -> RoaringBitmap {
        let ages = self.0.iter().filter(|(_, years)| years.contains(&place));
        ages.map(|(id, _)| *id).collect::<RoaringBitmap>() | set
    }

    /// How many of the milestones `under` touch each of so many listed years.
    pub(super) fn counts(&self, under: &RoaringBitmap, years: usize) -> Vec<usize> {
        // What begins and what is over in each, and then their sum from the first on: no age is walked through.
        let (mut begun, mut over) = (vec![0; years + 1], vec![0; years + 1]);
        for (_, stretch) in self.0.iter().filter(|(id, _)| under.contains(*id)) {
            begun[stretch.start] += 1;
            over[stretch.end] += 1;
        }
        let mut now = 0;
        let changes = begun.into_iter().zip(over).take(years);
        changes
            .map(|(begun, over): (usize, usize)| {
                now = now + begun - over;
                now
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates of many years, some of which go on for ages.
    fn dates() -> Vec<Date> {
        let singles = (0..400).map(|nth| format!("Y-{}", 13_800_000_000_i64 - nth * 34_000_000));
        let ages = ["Y-4600000000/Y-252000000", "Y-4600000000/..", "../Y-252000000", "Y-9000000000/2024"];
        let others = ["[Y-9000000000,2024]", "2021", "1900/1950", "XXXX-12-XX"];
        let all = singles.chain(ages.into_iter().chain(others).map(str::to_owned));
        all.map(|date| Date::parse(&date).expect("EDTF")).collect()
    }

    #[test]
    fn an_age_is_counted_in_every_year_and_a_member_of_none() {
        let dates = dates();
        let mut years: Vec<i64> = dates.iter().filter_map(Date::year).collect();
        years.sort_unstable();
        years.dedup();
        let touched: Vec<Touched> = dates.iter().map(|date| Touched::of(date, &years)).collect();
        let members: usize = touched.iter().map(|touched| touched.members().len()).sum();
        assert!(members < 2 * dates.len(), "{members}");
        let ids = || 0..u32::try_from(dates.len()).expect("few");
        let ages = Ages::new(&touched, ids().map(|id| (id, id as usize)));
        assert_eq!(ages.0.len(), 4);
        for under in [ids().collect::<RoaringBitmap>(), ids().filter(|id| id % 2 > 0).collect()] {
            let counts = ages.counts(&under, years.len());
            for (place, year) in years.iter().enumerate() {
                let member = |id: &u32| touched[*id as usize].members().contains(&place);
                let all = ages.with(&ids().filter(member).collect(), place);
                let right: RoaringBitmap =
                    ids().filter(|id| dates[*id as usize].touches(&Span::year(*year))).collect();
                assert_eq!(all, right, "{year}");
                let counted = under.iter().filter(member).count() + counts[place];
                assert_eq!(counted as u64, right.intersection_len(&under), "{year}");
            }
        }
    }
}
