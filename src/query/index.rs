//! What is worth knowing of a dataset before anybody asks: the milestones of every value of every field, the values
//! that facets list, and the text to search. Built once, when a dataset is loaded.

use std::cmp::Reverse;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use roaring::RoaringBitmap;

use super::names::table;
use super::prose::{Letters, Word, letters};
use super::years::{self, Ages, Touched};
use super::{Field, Tick};
use crate::dataset::{CompanyId, Confidence, Dataset, Milestone, MilestoneId, Tone};
use crate::text::loosen;

/// See the module. It belongs to one dataset.
#[derive(Clone, Debug)]
pub struct Index {
    /// Every milestone.
    pub(super) all: RoaringBitmap,
    sets: Sets,
    /// What is of so many years that it is in the sets of none.
    ages: Ages,
    /// The values of the facets, in the order of [`Field::FACETS`].
    values: [Vec<Tick>; Field::FACETS.len()],
    /// What the text of each milestone is made of.
    letters: Vec<Letters>,
    names: Vec<Name>,
}

/// The milestones of each entry of each field's table, in the order of [`SETS`].
#[derive(Clone, Debug)]
struct Sets([Vec<RoaringBitmap>; SETS.len()]);

/// The fields whose entries have sets.
const SETS: [Field; 11] = [
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
];

/// The names of an entry in their loose form, a line each: whoever has it is found by them.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) field: Field,
    pub(super) place: usize,
    pub(super) loose: String,
}

/// Fewer milestones are read before a thread has begun.
const WORTH_A_THREAD: usize = 4_096;

impl Index {
    /// Reads `dataset` once, a large one on several threads.
    pub fn new(dataset: &Dataset) -> Self {
        let years = years::listed(dataset);
        let of_dates: Vec<_> = dataset.dates().iter().map(|date| Touched::of(date, &years)).collect();
        let read = |range: Range<usize>| {
            let mut sets = Sets::new(dataset, years.len());
            sets.add(range.clone(), dataset, &of_dates);
            (sets, letters(range.map(|place| dataset.milestone(MilestoneId::new(place)))))
        };
        let mut parts = in_shares(dataset.len(), read).into_iter();
        let (mut sets, mut letters) = parts.next().unwrap_or_else(|| read(0..0));
        for (more, of_more) in parts {
            sets.join(more);
            letters.extend(of_more);
        }
        letters.shrink_to_fit();
        let values = Field::FACETS.map(|field| match field {
            Field::Year => years.iter().copied().map(Tick::Year).collect(),
            Field::Confidence => (0..Confidence::ALL.len()).map(|place| Tick::Entry(field, place)).collect(),
            field => most_first(sets.of_field(field)).map(|place| Tick::Entry(field, place)).collect(),
        });
        let all = (0..u32::try_from(dataset.len()).unwrap_or(u32::MAX)).collect();
        let ages = Ages::new(&of_dates, dataset.milestones().map(|one| (id(one), one.date_place())));
        Self { all, sets, ages, values, letters, names: names(dataset) }
    }

    /// The values of a facet, in the order in which they are shown whatever the query: most milestones in the
    /// whole dataset first, file order among equals; years and confidence in their own order. Empty for a field
    /// without a facet.
    pub fn values(&self, facet: Field) -> &[Tick] {
        let place = Field::FACETS.iter().position(|field| *field == facet);
        place.map_or(&[], |place| &self.values[place])
    }

    /// Bytes that it holds, about: what searching and filtering cost beside the dataset itself.
    pub fn bytes(&self) -> usize {
        let sets = self.sets.0.iter().flatten().map(RoaringBitmap::serialized_size);
        sets.sum::<usize>() + self.letters.len() * size_of::<Letters>()
    }

    /// The milestones of each entry of a field's table; of each listed year, but for those of an age. Empty for a field
    /// without either.
    pub(super) fn sets(&self, field: Field) -> &[RoaringBitmap] {
        self.sets.of_field(field)
    }

    /// The milestones that both of two companies are in, in chronological order.
    pub fn of_both(&self, one: CompanyId, other: CompanyId) -> Vec<MilestoneId> {
        let [Some(one), Some(other)] = [one, other].map(|id| self.sets(Field::Company).get(id.index()))
        else {
            return Vec::new();
        };
        (one & other).iter().map(|id| MilestoneId::new(id as usize)).collect()
    }

    /// The milestones of a year; `None` for one that is not listed.
    pub(super) fn of_year(&self, year: i64) -> Option<RoaringBitmap> {
        let place = self.values(Field::Year).binary_search(&Tick::Year(year)).ok()?;
        Some(self.ages.with(self.sets(Field::Year).get(place)?, place))
    }

    /// Every value of a facet, with how many of the milestones `under` have it.
    pub(super) fn counts(&self, facet: Field, under: &RoaringBitmap) -> Vec<(Tick, usize)> {
        let ticks = self.values(facet);
        let ages = match facet {
            Field::Year => self.ages.counts(under, ticks.len()),
            _ => vec![0; ticks.len()],
        };
        let count = |(place, tick): (usize, &Tick)| {
            let entry = match tick {
                Tick::Entry(_, entry) => *entry,
                Tick::Year(_) => place,
            };
            let members = self.sets(facet).get(entry).map_or(0, |set| size(set.intersection_len(under)));
            (*tick, members + ages[place])
        };
        ticks.iter().enumerate().map(count).collect()
    }

    /// The milestones in whose own text `word` stands, which is loose: of all, or, where only those `among` can have
    /// it, of these alone.
    pub(super) fn holding(
        &self,
        word: &str,
        among: Option<&RoaringBitmap>,
        dataset: &Dataset,
    ) -> RoaringBitmap {
        let word = Word::new(word);
        let found = in_shares(self.letters.len(), |share| {
            let ids =
                u32::try_from(share.start).unwrap_or(u32::MAX)..u32::try_from(share.end).unwrap_or(u32::MAX);
            let letters = |id: u32| (id, self.letters[id as usize]);
            match among {
                Some(among) => word.among(among.range(ids).map(letters), dataset),
                None => word.among(ids.zip(self.letters[share].iter().copied()), dataset),
            }
        });
        found.into_iter().fold(RoaringBitmap::new(), |all, found| all | found)
    }

    /// The entries one of whose names holds `word`, which is loose.
    pub(super) fn named(&self, word: &str) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(move |name| name.loose.contains(word))
    }
}

/// What `work` makes of all from 0 up to `len`, in shares and in order: as many as there are cores, where it is worth
/// the threads.
fn in_shares<T: Send>(len: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    // The machine is asked only where the answer matters: that takes a while.
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if len < 2 * WORTH_A_THREAD { 1 } else { cores().min(len / WORTH_A_THREAD) };
    let share = |nth: usize| len * nth / threads..len * (nth + 1) / threads;
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|nth| scope.spawn(move || work(share(nth)))).collect();
        let own = work(share(0));
        let others =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        std::iter::once(own).chain(others).collect()
    })
}

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
        Field::Text | Field::Date | Field::Id | Field::Relates => return None,
    })
}

impl Sets {
    /// Empty ones.
    fn new(dataset: &Dataset, years: usize) -> Self {
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
                _ => years,
            };
            vec![RoaringBitmap::new(); len]
        }))
    }

    /// Adds the milestones of `range`, which come behind all that were added before. The years of each date are given.
    fn add(&mut self, range: Range<usize>, dataset: &Dataset, of_dates: &[Touched]) {
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
        let block = || Block([0; BLOCK / 8]);
        let mut blocks: Vec<Vec<Block>> =
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
    fn join(&mut self, more: Self) {
        for (sets, more) in self.0.iter_mut().flatten().zip(more.0.into_iter().flatten()) {
            *sets |= more;
        }
    }

    fn of_field(&self, field: Field) -> &[RoaringBitmap] {
        place(field).map_or(&[], |place| &self.0[place])
    }
}

/// As many milestones as one container of a set holds.
const BLOCK: usize = 1 << 16;

/// Which of as many milestones are in a set, a bit each: a bit is set quicker than a milestone is added.
struct Block([u8; BLOCK / 8]);

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

/// Fields whose names count as text of the milestones that have them.
pub(super) const NAMED: [Field; 5] =
    [Field::Company, Field::Platform, Field::Kind, Field::Channel, Field::Barrier];

fn names(dataset: &Dataset) -> Vec<Name> {
    let of = |field: Field| {
        let names = table(field, dataset).into_iter().enumerate();
        names.map(move |(place, entry)| {
            let loose: Vec<String> = entry.names().map(loosen).collect();
            Name { field, place, loose: loose.join("\n") }
        })
    };
    NAMED.into_iter().flat_map(of).collect()
}

fn most_first(sets: &[RoaringBitmap]) -> impl Iterator<Item = usize> + use<> {
    let mut places: Vec<usize> = (0..sets.len()).collect();
    places.sort_by_key(|place| Reverse(sets[*place].len()));
    places.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::EMBEDDED;
    use crate::dataset::load::load;

    #[test]
    fn sets_are_the_same_however_milestones_are_added() {
        let dataset = load(EMBEDDED).dataset.expect("a dataset");
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
