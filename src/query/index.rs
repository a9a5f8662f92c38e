//! What is worth knowing of a dataset before anybody asks: the milestones of every value of every field, the values
//! that facets list, and the text to search. Built once, when a dataset is loaded.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::thread;

use chrono::Datelike;
use roaring::RoaringBitmap;

use super::names::table;
use super::prose::Prose;
use super::{Field, Tick};
use crate::dataset::{CompanyId, Confidence, Dataset, Milestone, MilestoneId, Tone};
use crate::date::{Date, Span};
use crate::text::loosen;

/// See the module. It belongs to one dataset.
#[derive(Clone, Debug)]
pub struct Index {
    /// Every milestone.
    pub(super) all: RoaringBitmap,
    companies: Vec<RoaringBitmap>,
    actors: Vec<RoaringBitmap>,
    affected: Vec<RoaringBitmap>,
    kinds: Vec<RoaringBitmap>,
    tones: Vec<RoaringBitmap>,
    channels: Vec<RoaringBitmap>,
    platforms: Vec<RoaringBitmap>,
    barriers: Vec<RoaringBitmap>,
    sources: Vec<RoaringBitmap>,
    confidences: Vec<RoaringBitmap>,
    years: Vec<RoaringBitmap>,
    /// The values of the facets, in the order of [`Field::FACETS`].
    values: [Vec<Tick>; Field::FACETS.len()],
    pub(super) prose: Prose,
    names: Vec<Name>,
}

/// The names of an entry in their loose form, a line each: whoever has it is found by them.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) field: Field,
    pub(super) place: usize,
    pub(super) loose: String,
}

/// Fewer milestones are read before a thread has begun.
const WORTH_A_THREAD: usize = 4_096;

/// A date that spans more years than these lists only its first and last as values of their own, or the facet
/// would hold a thousand years for one milestone. It is counted in all that are listed.
const LISTED: i32 = 100;

impl Index {
    /// Reads `dataset` once, a large one on two threads: its text is half of the work.
    pub fn new(dataset: &Dataset) -> Self {
        if dataset.len() < WORTH_A_THREAD {
            return Self { prose: Prose::new(dataset), ..Self::without_prose(dataset) };
        }
        thread::scope(|scope| {
            let prose = scope.spawn(|| Prose::new(dataset));
            let index = Self::without_prose(dataset);
            let prose = prose.join().unwrap_or_else(|panic| resume_unwind(panic));
            Self { prose, ..index }
        })
    }

    fn without_prose(dataset: &Dataset) -> Self {
        let sets = |len: usize| vec![RoaringBitmap::new(); len];
        let years = years(dataset);
        let mut index = Self {
            all: (0..u32::try_from(dataset.len()).unwrap_or(u32::MAX)).collect(),
            companies: sets(dataset.companies().len()),
            actors: sets(dataset.companies().len()),
            affected: sets(dataset.companies().len()),
            kinds: sets(dataset.kinds().len()),
            tones: sets(Tone::ALL.len()),
            channels: sets(dataset.channels().len()),
            platforms: sets(dataset.platforms().len()),
            barriers: sets(dataset.barriers().len()),
            sources: sets(dataset.sources().len()),
            confidences: sets(Confidence::ALL.len()),
            years: sets(years.len()),
            values: Default::default(),
            prose: Prose::default(),
            names: names(dataset),
        };
        for milestone in dataset.milestones() {
            index.add(milestone, &years);
        }
        index.values = Field::FACETS.map(|field| match field {
            Field::Year => years.iter().copied().map(Tick::Year).collect(),
            Field::Confidence => (0..Confidence::ALL.len()).map(|place| Tick::Entry(field, place)).collect(),
            field => most_first(index.sets(field)).map(|place| Tick::Entry(field, place)).collect(),
        });
        index
    }

    fn add(&mut self, milestone: Milestone<'_>, years: &[i32]) {
        let id = id(milestone);
        for company in milestone.actor_ids() {
            self.actors[company.index()].insert(id);
            self.companies[company.index()].insert(id);
        }
        for company in milestone.affected_ids() {
            self.affected[company.index()].insert(id);
            self.companies[company.index()].insert(id);
        }
        self.kinds[milestone.kind_id().index()].insert(id);
        self.tones[milestone.kind().tone as usize].insert(id);
        self.confidences[milestone.confidence() as usize].insert(id);
        for channel in milestone.channel_ids() {
            self.channels[channel.index()].insert(id);
        }
        for platform in milestone.platform_ids() {
            self.platforms[platform.index()].insert(id);
        }
        for effect in milestone.effects() {
            self.barriers[effect.barrier.index()].insert(id);
        }
        for cite in milestone.cites() {
            self.sources[cite.source.index()].insert(id);
        }
        for place in years_of(milestone.date(), years) {
            self.years[place].insert(id);
        }
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
        let fields = Field::KEYED.into_iter().filter(|field| *field != Field::Between);
        let sets = fields.flat_map(|field| self.sets(field)).map(RoaringBitmap::serialized_size);
        sets.sum::<usize>() + self.prose.bytes()
    }

    /// The milestones of each entry of a field's table; of each listed year. Empty for a field without either.
    pub(super) fn sets(&self, field: Field) -> &[RoaringBitmap] {
        match field {
            Field::Company | Field::Between => &self.companies,
            Field::Actor => &self.actors,
            Field::Affected => &self.affected,
            Field::Kind => &self.kinds,
            Field::Tone => &self.tones,
            Field::Platform => &self.platforms,
            Field::Channel => &self.channels,
            Field::Barrier => &self.barriers,
            Field::Source => &self.sources,
            Field::Confidence => &self.confidences,
            Field::Year => &self.years,
            Field::Text | Field::Date | Field::Id | Field::Relates => &[],
        }
    }

    /// The milestones that both of two companies are in, in chronological order.
    pub fn of_both(&self, one: CompanyId, other: CompanyId) -> Vec<MilestoneId> {
        let [Some(one), Some(other)] = [one, other].map(|id| self.companies.get(id.index())) else {
            return Vec::new();
        };
        (one & other).iter().map(|id| MilestoneId::new(id as usize)).collect()
    }

    /// The milestones of a facet's value; `None` for a year that is not listed.
    pub(super) fn set(&self, tick: Tick) -> Option<&RoaringBitmap> {
        match tick {
            Tick::Entry(field, place) => self.sets(field).get(place),
            Tick::Year(year) => {
                let years = self.values(Field::Year);
                self.years.get(years.binary_search(&Tick::Year(year)).ok()?)
            }
        }
    }

    /// The entries one of whose names holds `word`, which is loose.
    pub(super) fn named(&self, word: &str) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(move |name| name.loose.contains(word))
    }
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

/// The years that are values: those that possible days touch, up to the end of the dataset's span.
fn years(dataset: &Dataset) -> Vec<i32> {
    let last = dataset.span().and_then(Span::to).map(|day| day.year());
    let mut years = BTreeSet::new();
    for milestone in dataset.milestones() {
        let Some((from, to)) = reach(milestone.date(), last) else { continue };
        let all = if to - from < LISTED { from..=to } else { from..=from };
        for year in all.chain([to]) {
            if !years.contains(&year) && milestone.date().touches(&Span::year(year)) {
                years.insert(year);
            }
        }
    }
    years.into_iter().collect()
}

/// The first and last year that a date is sure to name: an end that is not known reaches to `last`, and no end
/// beyond it; a start that is not known adds no year. `None` for a date that chrono cannot hold.
fn reach(date: &Date, last: Option<i32>) -> Option<(i32, i32)> {
    let to = date.latest().map(|day| day.year());
    let from = date.earliest().map(|day| day.year()).or(to)?;
    let to = to.or(last).unwrap_or(from).max(from);
    Some((from, last.map_or(to, |last| to.min(last.max(from)))))
}

/// The places among `years` of those that the possible days of `date` touch.
fn years_of(date: &Date, years: &[i32]) -> impl Iterator<Item = usize> {
    let place = |year: i32| years.partition_point(|other| *other < year);
    let begin = date.earliest().map_or(0, |day| place(day.year()));
    let end = date.latest().map_or(years.len(), |day| place(day.year().saturating_add(1)));
    // Between its first and last year each is asked for: one of two days touches two years and none between.
    (begin..end.max(begin)).filter(move |place| date.touches(&Span::year(years[*place])))
}
