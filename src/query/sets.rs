//! The milestones of each entry of each field, as sets: how they are filled, and how they name a milestone.

use std::ops::Range;

use roaring::RoaringBitmap;

use super::field::Field;
use super::mark::MilestoneMark;
use super::years::Touched;
use crate::dataset::{Confidence, Dataset, Milestone, MilestoneId, Tone};

/// The milestones of each entry of each field's table, in the order of [`SETS`].
#[derive(Clone, Debug)]
pub(super) struct Sets([Vec<RoaringBitmap>; SETS.len()]);

/// The fields whose entries have sets.
const SETS: [Field; 12] = [
    Field::Company,
    Field::Actor,
    Field::Affected,
    Field::Kind,
    Field::Tone,
    Field::Platform,
    Field::Channel,
    Field::Barrier,
    Field::Source,
    Field::Confidence,
    Field::Year,
    Field::Is,
];

/// The place of a field in [`SETS`].
const fn place(field: Field) -> Option<usize> {
    Some(match field {
        Field::Company | Field::Between => 0,
        Field::Actor => 1,
        Field::Affected => 2,
        Field::Kind => 3,
        Field::Tone => 4,
        Field::Platform => 5,
        Field::Channel => 6,
        Field::Barrier => 7,
        Field::Source => 8,
        Field::Confidence => 9,
        Field::Year => 10,
        Field::Is => 11,
        // What a barrier is in the end is known of it, not of its milestones.
        Field::State | Field::Text | Field::Date | Field::Id | Field::Relates => return None,
    })
}

impl Sets {
    /// Empty ones.
    pub(super) fn new(dataset: &Dataset, years: usize) -> Self {
        Self(SETS.map(|field| {
            let len = match field {
                Field::Company | Field::Actor | Field::Affected => dataset.companies().len(),
                Field::Kind => dataset.kinds().len(),
                Field::Tone => Tone::ALL.len(),
                Field::Platform => dataset.platforms().len(),
                Field::Channel => dataset.channels().len(),
                Field::Barrier => dataset.barriers().len(),
                Field::Source => dataset.sources().len(),
                Field::Confidence => Confidence::ALL.len(),
                Field::Is => MilestoneMark::ALL.len(),
                _ => years,
            };
            vec![RoaringBitmap::new(); len]
        }))
    }

    /// Adds the milestones of `range`, which come behind all that were added before. The years of each date are given.
    pub(super) fn add(&mut self, range: Range<usize>, dataset: &Dataset, of_dates: &[Touched]) {
        if range.len() < WORTH_A_BLOCK || self.0.iter().map(Vec::len).sum::<usize>() > MOST_IN_BLOCKS {
            self.add_each(range, dataset, of_dates);
        } else {
            self.add_blocks(range, dataset, of_dates);
        }
    }

    fn add_each(&mut self, range: Range<usize>, dataset: &Dataset, of_dates: &[Touched]) {
        let mut ids: Vec<Vec<Vec<u32>>> = self.0.iter().map(|sets| vec![Vec::new(); sets.len()]).collect();
        for milestone in range.map(|place| dataset.milestone(MilestoneId::new(place))) {
            let id = id(milestone);
            each(milestone, of_dates, |field, entry| ids[field][entry].push(id));
        }
        for (set, mut ids) in self.0.iter_mut().flatten().zip(ids.into_iter().flatten()) {
            ids.dedup();
            append(set, ids);
        }
    }

    fn add_blocks(&mut self, range: Range<usize>, dataset: &Dataset, of_dates: &[Touched]) {
        let block = || BitBlock([0; BLOCK / 8]);
        let mut blocks: Vec<Vec<BitBlock>> =
            self.0.iter().map(|sets| sets.iter().map(|_| block()).collect()).collect();
        let mut from = range.start;
        while from < range.end {
            let base = from - from % BLOCK;
            let end = range.end.min(base + BLOCK);
            for milestone in (from..end).map(|place| dataset.milestone(MilestoneId::new(place))) {
                let low = milestone.place().index() - base;
                each(milestone, of_dates, |field, entry| blocks[field][entry].0[low / 8] |= 1 << (low % 8));
            }
            let base = u32::try_from(base).unwrap_or(u32::MAX);
            for (set, block) in self.0.iter_mut().flatten().zip(blocks.iter_mut().flatten()) {
                *set |= RoaringBitmap::from_lsb0_bytes(base, &block.0);
                block.0.fill(0);
            }
            from = end;
        }
    }

    /// Adds those of milestones that come behind all of these.
    pub(super) fn join(&mut self, more: Self) {
        for (sets, more) in self.0.iter_mut().flatten().zip(more.0.into_iter().flatten()) {
            *sets |= more;
        }
    }

    /// Bytes that they hold, about.
    pub(super) fn bytes(&self) -> usize {
        self.0.iter().flatten().map(RoaringBitmap::serialized_size).sum()
    }

    pub(super) fn of_field(&self, field: Field) -> &[RoaringBitmap] {
        place(field).map_or(&[], |place| &self.0[place])
    }
}

/// As many milestones as one container of a set holds.
const BLOCK: usize = 1 << 16;

/// Which of as many milestones are in a set, a bit each: a bit is set quicker than a milestone is added.
struct BitBlock([u8; BLOCK / 8]);

/// Of fewer milestones the blocks are not worth their room.
const WORTH_A_BLOCK: usize = 8_192;

/// More blocks than these, 8 KiB each, would be too much room, and mostly empty.
const MOST_IN_BLOCKS: usize = 2_048;

/// Every set that a milestone is in, by its field's place and its own.
fn each(milestone: Milestone<'_>, of_dates: &[Touched], mut mark: impl FnMut(usize, usize)) {
    let mut mark = |field: Field, entry: usize| {
        if let Some(field) = place(field) {
            mark(field, entry);
        }
    };
    for company in milestone.actor_ids() {
        mark(Field::Actor, company.index());
        mark(Field::Company, company.index());
    }
    for company in milestone.affected_ids() {
        mark(Field::Affected, company.index());
        mark(Field::Company, company.index());
    }
    mark(Field::Kind, milestone.kind_id().index());
    mark(Field::Tone, milestone.kind().tone as usize);
    mark(Field::Confidence, milestone.confidence() as usize);
    for is in MilestoneMark::ALL.into_iter().filter(|is| is.holds(milestone)) {
        mark(Field::Is, is as usize);
    }
    for channel in milestone.channel_ids() {
        mark(Field::Channel, channel.index());
    }
    for platform in milestone.platform_ids() {
        mark(Field::Platform, platform.index());
    }
    for effect in milestone.effects() {
        mark(Field::Barrier, effect.barrier.index());
    }
    for cite in milestone.cites() {
        mark(Field::Source, cite.source.index());
    }
    for year in of_dates[milestone.date_place()].members() {
        mark(Field::Year, *year);
    }
}

/// Adds milestones in order, which come behind all that are in a set.
pub(super) fn append(set: &mut RoaringBitmap, ids: impl IntoIterator<Item = u32>) {
    // It would say how many of them were in order.
    let _ = set.append(ids);
}

/// How many are in a set.
pub(super) fn size(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// A milestone as sets know it.
pub(super) fn id(milestone: Milestone<'_>) -> u32 {
    u32::try_from(milestone.place().index()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::years;
    use super::*;
    use crate::dataset::load::load;

    const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));

    #[test]
    fn sets_are_the_same_however_milestones_are_added() {
        let dataset = load(STORY).dataset.expect("a dataset");
        let years = years::listed(&dataset);
        let of_dates: Vec<_> = dataset.dates().iter().map(|date| Touched::of(date, &years)).collect();
        let new = || Sets::new(&dataset, years.len());
        let (mut each, mut blocks, mut shares) = (new(), new(), new());
        each.add_each(0..dataset.len(), &dataset, &of_dates);
        blocks.add_blocks(0..40, &dataset, &of_dates);
        blocks.add_blocks(40..dataset.len(), &dataset, &of_dates);
        shares.add_each(0..50, &dataset, &of_dates);
        let mut rest = new();
        rest.add_blocks(50..dataset.len(), &dataset, &of_dates);
        shares.join(rest);
        assert_eq!(each.0, blocks.0);
        assert_eq!(each.0, shares.0);
        let of_company = |place: usize| &each.of_field(Field::Company)[place];
        let tencent = dataset.companies().iter().position(|one| one.id == "tencent").expect("Tencent");
        assert_eq!(of_company(tencent).len(), 75);
        assert!(SETS.into_iter().enumerate().all(|(nth, field)| place(field) == Some(nth)));
    }
}
