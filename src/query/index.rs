//! What is worth knowing of a dataset before anybody asks: the milestones of every value of every field, the values
//! that facets list, and the text to search. Built once, when a dataset is loaded.

use std::cmp::Reverse;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

use roaring::RoaringBitmap;

use super::names::{NAMED, table};
use super::prose::{Letters, Needle, letters};
use super::sets::{Sets, id, size};
use super::years::{self, Ages, Touched};
use super::{FacetValue, Field};
use crate::dataset::{BarrierId, BarrierState, CompanyId, Confidence, Dataset, MilestoneId, last_day};
use crate::text::fold;

/// See the module. It belongs to one dataset.
#[derive(Clone, Debug)]
pub struct Index {
    /// Every milestone.
    pub(super) all: RoaringBitmap,
    sets: Sets,
    /// The milestones that move a barrier which stands so in the end, by the places of [`BarrierState::ALL`], once somebody
    /// asks: to know it, the history of every barrier is read.
    states: OnceLock<Vec<RoaringBitmap>>,
    /// What is of so many years that it is in the sets of none.
    ages: Ages,
    /// The values of the facets, in the order of [`Field::FACETS`].
    values: [Vec<FacetValue>; Field::FACETS.len()],
    /// What the text of each milestone is made of.
    letters: Vec<Letters>,
    names: Vec<Name>,
}

/// The names of an entry in their folded form, a line each, and what is said of it: whoever has it is found by them.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) field: Field,
    pub(super) place: usize,
    pub(super) folded: String,
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
            Field::Year => years.iter().copied().map(FacetValue::Year).collect(),
            Field::Confidence => {
                (0..Confidence::ALL.len()).map(|place| FacetValue::Entry(field, place)).collect()
            }
            // Whether one of them stands so is not known yet.
            Field::State if dataset.barriers().is_empty() => Vec::new(),
            Field::State => BarrierState::AFTER
                .into_iter()
                .map(|state| FacetValue::Entry(field, state as usize))
                .collect(),
            field => most_first(sets.of_field(field)).map(|place| FacetValue::Entry(field, place)).collect(),
        });
        let all = (0..u32::try_from(dataset.len()).unwrap_or(u32::MAX)).collect();
        let ages = Ages::new(&of_dates, dataset.milestones().map(|one| (id(one), one.date_place())));
        Self { all, sets, states: OnceLock::new(), ages, values, letters, names: names(dataset) }
    }

    /// The values of a facet, in the order in which they are shown whatever the query: most milestones in the
    /// whole dataset first, file order among equals; years and confidence in their own order. Empty for a field
    /// without a facet.
    pub fn values(&self, facet: Field) -> &[FacetValue] {
        let place = Field::FACETS.iter().position(|field| *field == facet);
        place.map_or(&[], |place| &self.values[place])
    }

    /// Bytes that it holds, about: what searching and filtering cost beside the dataset itself.
    pub fn bytes(&self) -> usize {
        self.sets.bytes() + self.letters.len() * size_of::<Letters>()
    }

    /// The milestones of each entry of a field's table; of each listed year, but for those of an age. Empty for a field
    /// without either.
    pub(super) fn sets(&self, field: Field, dataset: &Dataset) -> &[RoaringBitmap] {
        match field {
            Field::State => self.states.get_or_init(|| self.by_state(dataset)),
            field => self.sets.of_field(field),
        }
    }

    fn by_state(&self, dataset: &Dataset) -> Vec<RoaringBitmap> {
        let end = last_day(dataset);
        let mut states = vec![RoaringBitmap::new(); BarrierState::ALL.len()];
        for (place, movers) in self.sets.of_field(Field::Barrier).iter().enumerate() {
            let interval = dataset.history(BarrierId::new(place)).on(end);
            states[interval.state as usize] |= movers;
        }
        states
    }

    /// The milestones that both of two companies are in, in chronological order.
    pub fn of_both(&self, one: CompanyId, other: CompanyId) -> Vec<MilestoneId> {
        let [Some(one), Some(other)] =
            [one, other].map(|id| self.sets.of_field(Field::Company).get(id.index()))
        else {
            return Vec::new();
        };
        (one & other).iter().map(|id| MilestoneId::new(id as usize)).collect()
    }

    /// The milestones of a year; `None` for one that is not listed.
    pub(super) fn of_year(&self, year: i64) -> Option<RoaringBitmap> {
        let place = self.values(Field::Year).binary_search(&FacetValue::Year(year)).ok()?;
        Some(self.ages.with(self.sets.of_field(Field::Year).get(place)?, place))
    }

    /// Every value of a facet, with how many of the milestones `under` have it.
    pub(super) fn counts(
        &self,
        facet: Field,
        under: &RoaringBitmap,
        dataset: &Dataset,
    ) -> Vec<(FacetValue, usize)> {
        let ticks = self.values(facet);
        let sets = if ticks.is_empty() { &[] } else { self.sets(facet, dataset) };
        let ages = match facet {
            Field::Year => self.ages.counts(under, ticks.len()),
            _ => vec![0; ticks.len()],
        };
        let count = |(place, tick): (usize, &FacetValue)| {
            let entry = match tick {
                FacetValue::Entry(_, entry) => *entry,
                FacetValue::Year(_) => place,
            };
            let members = sets.get(entry).map_or(0, |set| size(set.intersection_len(under)));
            (*tick, members + ages[place])
        };
        ticks.iter().enumerate().map(count).collect()
    }

    /// The milestones in whose own text `word` stands, which is folded: of all, or, where only those `among` can have
    /// it, of these alone.
    pub(super) fn holding(
        &self,
        word: &str,
        among: Option<&RoaringBitmap>,
        dataset: &Dataset,
    ) -> RoaringBitmap {
        let word = Needle::new(word);
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

    /// The entries of which a name or a note holds `word`, which is folded.
    pub(super) fn named(&self, word: &str) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(move |name| name.folded.contains(word))
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

fn names(dataset: &Dataset) -> Vec<Name> {
    let of = |field: Field| {
        let names = table(field, dataset).into_iter().enumerate();
        names.map(move |(place, entry)| {
            let folded: Vec<String> = entry.names().chain(entry.notes()).map(fold).collect();
            Name { field, place, folded: folded.join("\n") }
        })
    };
    NAMED.into_iter().flat_map(of).collect()
}

fn most_first(sets: &[RoaringBitmap]) -> impl Iterator<Item = usize> + use<> {
    let mut places: Vec<usize> = (0..sets.len()).collect();
    places.sort_by_key(|place| Reverse(sets[*place].len()));
    places.into_iter()
}
