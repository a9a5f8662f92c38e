//! Milestones as they are read → milestones as they are stored, still in file order.
//!
//! Each thread that reads has a [`Builder`], which numbers dates and lists as it meets them.
//! [`assemble`](super::assemble) gives all of them one numbering.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hash};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::map::Map;
use crate::dataset::format::{IdsOf, LISTED, LISTS, OPTIONAL_TEXTS, TEXTS};
use crate::dataset::store::{Lists, MilestoneFlags, StoredMilestone, TextRange, Texts};
use crate::dataset::{
    BarrierEffect, ChannelId, Cite, CompanyId, Confidence, KindId, PlatformId, RelationKind,
};
use crate::date::Date;

/// A milestone that the parser read.
pub(super) struct Record {
    /// By their slots.
    pub(super) texts: [Option<String>; TEXTS],
    /// By their slots.
    pub(super) lists: [ListedIds; LISTS],
    pub(super) flags: MilestoneFlags,
    pub(super) date: Date,
    pub(super) kind: KindId,
    pub(super) confidence: Confidence,
    pub(super) effects: Vec<BarrierEffect>,
    pub(super) cites: Vec<Cite>,
}

/// What a list of ids refers to.
#[derive(Default)]
pub(super) enum ListedIds {
    #[default]
    None,
    Channels(Vec<ChannelId>),
    Companies(Vec<CompanyId>),
    Platforms(Vec<PlatformId>),
}

/// The milestones that one thread reads, in file order.
#[derive(Debug)]
pub(super) struct Builder<'i> {
    rows: Vec<StoredMilestone>,
    pub(super) dates: Dates<'i>,
    pub(super) channels: Pool<ChannelId>,
    pub(super) companies: Pool<CompanyId>,
    pub(super) platforms: Pool<PlatformId>,
    pub(super) cites: Pool<Cite>,
    further: Vec<(usize, [TextRange; OPTIONAL_TEXTS])>,
    texts: Vec<(usize, Box<Texts>)>,
    effects: Vec<(usize, BarrierEffect)>,
    relations: Vec<(usize, UnresolvedRelations<'i>)>,
    runs: Vec<Run<'i>>,
    /// How many of them the quick reader handed on.
    handed_on: usize,
}

/// Milestones that stand in the file one behind the other.
#[derive(Debug)]
pub(super) struct Run<'i> {
    /// Where the first of them begins.
    pub(super) base: u32,
    /// The first id and the last one, where each id is greater than the one before: then none is there twice.
    pub(super) ascending: Option<(&'i str, &'i str)>,
}

/// What a milestone is related to: each by the id that the file gives it.
pub(super) type UnresolvedRelations<'i> = Vec<(RelationKind, Cow<'i, str>)>;

/// What only some milestones have, as it is read.
#[derive(Debug, Default)]
pub(super) struct Extras<'i> {
    pub(super) further: [TextRange; OPTIONAL_TEXTS],
    pub(super) texts: Option<Box<Texts>>,
    pub(super) effects: Vec<BarrierEffect>,
    pub(super) relations: UnresolvedRelations<'i>,
}

impl<'i> Builder<'i> {
    /// Adds the milestone `row`, which lies behind all that were added before.
    pub(super) fn push(&mut self, mut row: StoredMilestone, extras: Extras<'i>) {
        let place = self.rows.len();
        let Extras { further, texts, effects, relations } = extras;
        if further != <[TextRange; OPTIONAL_TEXTS]>::default() {
            row.also.add(MilestoneFlags::FURTHER);
            self.further.push((place, further));
        }
        if let Some(texts) = texts {
            row.also.add(MilestoneFlags::TEXTS);
            self.texts.push((place, texts));
        }
        if !effects.is_empty() {
            row.also.add(MilestoneFlags::EFFECTS);
            self.effects.extend(effects.into_iter().map(|effect| (place, effect)));
        }
        if !relations.is_empty() {
            row.also.add(MilestoneFlags::RELATIONS);
            self.relations.push((place, relations));
        }
        self.rows.push(row);
    }

    /// Adds a milestone that the parser read, which begins at `base`.
    pub(super) fn push_record(&mut self, base: u32, record: Record, relations: UnresolvedRelations<'i>) {
        self.handed_on += 1;
        let row = StoredMilestone {
            base,
            parts: Default::default(),
            date: self.dates.add(record.date),
            kind: record.kind,
            lists: record.lists.map(|list| match list {
                ListedIds::None => 0,
                ListedIds::Channels(list) => self.channels.add(list),
                ListedIds::Companies(list) => self.companies.add(list),
                ListedIds::Platforms(list) => self.platforms.add(list),
            }),
            cites: self.cites.add(record.cites),
            confidence: record.confidence,
            also: record.flags,
        };
        let texts = Box::new(Texts { all: record.texts.map(|text| text.map(String::into_boxed_str)) });
        let texts = Some(texts);
        self.push(row, Extras { texts, effects: record.effects, relations, ..Extras::default() });
    }

    /// How many of the milestones the quick reader handed on to the parser.
    pub(super) fn handed_on(&self) -> usize {
        self.handed_on
    }

    /// Takes note of the run of milestones that were added last.
    pub(super) fn end_run(&mut self, run: Run<'i>) {
        self.runs.push(run);
    }
}

impl Default for Builder<'_> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            dates: Dates::default(),
            channels: Pool::new(|_| true),
            companies: Pool::new(|_| true),
            platforms: Pool::new(|_| true),
            cites: Pool::new(is_bare),
            further: Vec::new(),
            texts: Vec::new(),
            effects: Vec::new(),
            relations: Vec::new(),
            runs: Vec::new(),
            handed_on: 0,
        }
    }
}

/// Dates, each once however often it is written.
#[derive(Debug, Default)]
pub(super) struct Dates<'i> {
    all: Vec<Date>,
    /// By how they are written.
    known: Map<Cow<'i, str>, u32>,
}

impl<'i> Dates<'i> {
    /// The number of a date that is known already.
    pub(super) fn find(&self, written: &str) -> Option<u32> {
        self.known.get(written).copied()
    }

    /// The number of a date.
    pub(super) fn add(&mut self, date: Date) -> u32 {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        if let Some(known) = self.find(date.as_written()) {
            return known;
        }
        self.known.insert(Cow::Owned(date.as_written().to_owned()), next);
        self.all.push(date);
        next
    }

    /// The number of a date that the file writes so; `None` where it is none.
    pub(super) fn read(&mut self, written: &'i str) -> Option<u32> {
        if let Some(known) = self.find(written) {
            return Some(known);
        }
        let next = u32::try_from(self.all.len()).ok()?;
        self.all.push(Date::parse(written).ok()?);
        self.known.insert(Cow::Borrowed(written), next);
        Some(next)
    }
}

/// Lists, each once however many have it.
#[derive(Debug)]
pub(super) struct Pool<T> {
    lists: Lists<T>,
    /// The numbers of lists, by what is in them.
    known: HashTable<u32>,
    hashes: RandomState,
    /// Whether a list is worth knowing: one that says what no other does never comes twice.
    is_common: fn(&[T]) -> bool,
}

impl<T: Eq + Hash> Pool<T> {
    fn new(is_common: fn(&[T]) -> bool) -> Self {
        Self { lists: Lists::default(), known: HashTable::new(), hashes: RandomState::default(), is_common }
    }

    /// The number of a list.
    pub(super) fn add(&mut self, list: Vec<T>) -> u32 {
        if list.is_empty() {
            return 0;
        }
        if !(self.is_common)(&list) {
            return self.lists.push(list);
        }
        let Self { lists, known, hashes, .. } = self;
        let hash = hashes.hash_one(&*list);
        if let Some(number) = known.find(hash, |number| lists.get(*number) == list) {
            return *number;
        }
        let number = lists.push(list);
        known.insert_unique(hash, number, |number| hashes.hash_one(lists.get(*number)));
        number
    }

    /// Adds all of `other`'s lists; the new number of each.
    fn take(&mut self, other: Self) -> Vec<u32> {
        other.lists.into_lists().map(|list| self.add(list)).collect()
    }

    fn into_lists(mut self) -> Lists<T> {
        self.lists.shrink();
        self.lists
    }
}

fn is_bare(cites: &[Cite]) -> bool {
    cites.iter().all(Cite::is_bare)
}

/// The parts of a builder, for [`assemble`](super::assemble).
pub(super) struct BuiltParts<'i> {
    pub(super) rows: Vec<StoredMilestone>,
    pub(super) further: Vec<(usize, [TextRange; OPTIONAL_TEXTS])>,
    pub(super) texts: Vec<(usize, Box<Texts>)>,
    pub(super) effects: Vec<(usize, BarrierEffect)>,
    pub(super) relations: Vec<(usize, UnresolvedRelations<'i>)>,
    pub(super) runs: Vec<Run<'i>>,
}

/// What the rows of all builders number alike.
pub(super) struct Shared {
    pub(super) dates: Vec<Date>,
    pub(super) channels: Lists<ChannelId>,
    pub(super) companies: Lists<CompanyId>,
    pub(super) platforms: Lists<PlatformId>,
    pub(super) cites: Lists<Cite>,
}

/// Gives all builders one numbering.
pub(super) fn share<'i>(builders: Vec<Builder<'i>>) -> (Vec<BuiltParts<'i>>, Shared) {
    let mut first: Builder<'i> = Builder::default();
    let mut all = Vec::with_capacity(builders.len());
    for (nth, builder) in builders.into_iter().enumerate() {
        let Builder {
            mut rows,
            dates,
            channels,
            companies,
            platforms,
            cites,
            further,
            texts,
            effects,
            relations,
            runs,
            ..
        } = builder;
        if nth == 0 {
            first = Builder { dates, channels, companies, platforms, cites, ..first };
        } else {
            let dates: Vec<u32> = dates.all.into_iter().map(|date| first.dates.add(date)).collect();
            let channels = first.channels.take(channels);
            let companies = first.companies.take(companies);
            let platforms = first.platforms.take(platforms);
            let cites = first.cites.take(cites);
            for row in &mut rows {
                row.date = dates[row.date as usize];
                for (list, of) in row.lists.iter_mut().zip(LISTED) {
                    let numbers = match of {
                        IdsOf::Channels => &channels,
                        IdsOf::Companies => &companies,
                        IdsOf::Platforms => &platforms,
                    };
                    *list = numbers[*list as usize];
                }
                row.cites = cites[row.cites as usize];
            }
        }
        all.push(BuiltParts { rows, further, texts, effects, relations, runs });
    }
    let shared = Shared {
        dates: first.dates.all,
        channels: first.channels.into_lists(),
        companies: first.companies.into_lists(),
        platforms: first.platforms.into_lists(),
        cites: first.cites.into_lists(),
    };
    (all, shared)
}
