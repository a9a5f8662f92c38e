//! The walls in the order in which they stand: by who keeps them.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use crate::dataset::{Barrier, BarrierId, CompanyId, Dataset, Party};

/// Who keeps some of the walls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeper {
    /// All who keep them together.
    pub parties: Vec<Party>,
    /// The place of the first one.
    pub first: usize,
}

/// All walls that are shown. Keepers of one company stand together, those with most walls first; in the same way the
/// walls of a keeper against the same party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WallList {
    walls: Vec<BarrierId>,
    keepers: Vec<Keeper>,
    /// Where each barrier of the dataset stands.
    places: Vec<Option<usize>>,
    fold: usize,
}

impl WallList {
    /// Of `ids`, in whose order stands what has no other.
    pub(super) fn new(ids: &[BarrierId], dataset: &Dataset) -> Self {
        let barrier = |id: &BarrierId| dataset.barrier(*id);
        let company =
            |id: &BarrierId| barrier(id).holders.first().and_then(|holder| company(*holder, dataset));
        let [of_company, of_keeper, of_pair] = [
            ranks(ids.iter().map(company)),
            ranks(ids.iter().map(|id| &barrier(id).holders)),
            ranks(ids.iter().map(|id| (&barrier(id).holders, &barrier(id).against))),
        ];
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_by_key(|place| (of_company[*place], of_keeper[*place], of_pair[*place]));
        let walls: Vec<BarrierId> = order.into_iter().map(|place| ids[place]).collect();
        let mut places = vec![None; dataset.barriers().len()];
        for (place, id) in walls.iter().enumerate() {
            places[id.index()] = Some(place);
        }
        let keepers = keepers(&walls, dataset);
        let fold = fold(&keepers, walls.len());
        Self { walls, keepers, places, fold }
    }

    /// The walls, in their order.
    pub fn walls(&self) -> &[BarrierId] {
        &self.walls
    }

    /// Who keeps them, in the same order.
    pub fn keepers(&self) -> &[Keeper] {
        &self.keepers
    }

    /// How many stand in the first of two columns.
    pub const fn fold(&self) -> usize {
        self.fold
    }

    /// The place of a wall; `None` of one that is not shown.
    pub fn place(&self, id: BarrierId) -> Option<usize> {
        self.places.get(id.index()).copied().flatten()
    }

    /// The place of the keeper of the wall at `place`.
    pub fn keeper_at(&self, place: usize) -> usize {
        self.keepers.partition_point(|keeper| keeper.first <= place).saturating_sub(1)
    }

    /// The first wall of who keeps `barrier` too, where that is not shown; else the first of all.
    pub(super) fn nearest(&self, barrier: &Barrier) -> Option<BarrierId> {
        let keeper = self.keepers.iter().find(|keeper| keeper.parties == barrier.holders);
        self.walls.get(keeper.map_or(0, |keeper| keeper.first)).copied()
    }

    /// The topmost of `ids`.
    pub(super) fn topmost(&self, ids: impl Iterator<Item = BarrierId>) -> Option<BarrierId> {
        let place = ids.filter_map(|id| self.place(id)).min()?;
        self.walls.get(place).copied()
    }
}

fn company(party: Party, dataset: &Dataset) -> Option<CompanyId> {
    match party {
        Party::Any => None,
        Party::Company(id) => Some(id),
        Party::Platform(id) => Some(dataset.platform(id).company),
    }
}

/// Of each of some things how it ranks: what is there most often first, else what was there first.
fn ranks<T: Hash + Eq + Clone>(things: impl Iterator<Item = T> + Clone) -> Vec<(Reverse<usize>, usize)> {
    let mut known: HashMap<T, (usize, usize)> = HashMap::new();
    for (place, thing) in things.clone().enumerate() {
        known.entry(thing).or_insert((0, place)).0 += 1;
    }
    things
        .map(|thing| known.get(&thing).copied().unwrap_or_default())
        .map(|(count, first)| (Reverse(count), first))
        .collect()
}

fn keepers(walls: &[BarrierId], dataset: &Dataset) -> Vec<Keeper> {
    let mut keepers: Vec<Keeper> = Vec::new();
    for (place, id) in walls.iter().enumerate() {
        let holders = &dataset.barrier(*id).holders;
        if keepers.last().is_none_or(|keeper| keeper.parties != *holders) {
            keepers.push(Keeper { parties: holders.clone(), first: place });
        }
    }
    keepers
}

/// Two columns part at the keeper nearest to the middle; where one keeper has nearly all, in the middle.
fn fold(keepers: &[Keeper], walls: usize) -> usize {
    let middle = walls.div_ceil(2);
    let off = |first: usize| first.abs_diff(middle);
    let nearest = keepers.iter().map(|keeper| keeper.first).min_by_key(|first| off(*first));
    nearest.filter(|first| off(*first) * 4 <= middle).unwrap_or(middle)
}
