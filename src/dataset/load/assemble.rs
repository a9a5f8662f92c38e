//! Everything that was read → milestones in chronological order, each with what its relations lead to.

use std::cmp::Ordering;
use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::build::{Builder, BuiltParts, Run, Shared, UnresolvedRelations, share};
use super::map::Map;
use crate::dataset::format;
use crate::dataset::store::{MilestoneFlags, Sparse, SparseLists, Store, StoredMilestone};
use crate::dataset::text::DatasetText;
use crate::dataset::{BarrierEffect, MilestoneId, Relation};
use crate::date::Date;

/// What `builders` read of `text`. `None` where an id is there twice, or a relation leads to nothing, to itself or to
/// what certainly came later.
pub(super) fn assemble(text: &DatasetText, builders: Vec<Builder<'_>>) -> Option<Store> {
    let (mut parts, shared) = share(builders);
    let Shared { dates, channels, companies, platforms, cites } = shared;
    let (dates, order) = in_order(dates);
    let is_ascending = is_ascending(parts.iter_mut().flat_map(|part| part.runs.drain(..)).collect());
    let (rows, placed) = place(&mut parts, &order);
    let (mut further, mut texts) = (Vec::new(), Vec::new());
    let (mut effects, mut relations) = (Vec::new(), Vec::new());
    for (part, placed) in parts.into_iter().zip(&placed) {
        further.extend(part.further.into_iter().map(|(at, it)| (placed[at], it)));
        texts.extend(part.texts.into_iter().map(|(at, it)| (placed[at], it)));
        effects.extend(part.effects.into_iter().map(|(at, it)| (placed[at], it)));
        relations.extend(part.relations.into_iter().map(|(at, it)| (placed[at], it)));
    }
    let mut store = Store {
        text: text.clone(),
        rows,
        dates,
        channels,
        companies,
        platforms,
        cites,
        further: Sparse::new(further),
        texts: Sparse::new(texts),
        effects: gathered(effects),
        relations: SparseLists::default(),
        incoming: SparseLists::default(),
    };
    (is_ascending || ids_are_unique(&store)).then_some(())?;
    relate(&mut store, relations)?;
    Some(store)
}

/// The effects that were read one by one, as lists.
fn gathered(mut effects: Vec<(MilestoneId, BarrierEffect)>) -> SparseLists<BarrierEffect> {
    // Stable: those of one milestone stay in file order.
    effects.sort_by_key(|(place, _)| *place);
    let mut lists = SparseLists::default();
    let mut effects = effects.into_iter().peekable();
    while let Some((place, first)) = effects.next() {
        let more =
            std::iter::from_fn(|| effects.next_if(|(other, _)| *other == place).map(|(_, effect)| effect));
        lists.push(place, std::iter::once(first).chain(more));
    }
    lists.shrink();
    lists
}

/// Where a date comes in time.
#[derive(Clone, Copy, Debug)]
struct Order {
    /// Its new number.
    number: u32,
    /// The number of the first one that begins and ends on the same days.
    rank: u32,
}

/// The dates in chronological order, and by their old numbers where each comes.
fn in_order(dates: Vec<Date>) -> (Vec<Date>, Vec<Order>) {
    let mut dates: Vec<(usize, Date)> = dates.into_iter().enumerate().collect();
    dates.sort_by(|(_, a), (_, b)| a.chronological(b));
    let mut order = vec![Order { number: 0, rank: 0 }; dates.len()];
    let mut rank = 0;
    for place in 0..dates.len() {
        let is_same = place > 0 && dates[place - 1].1.chronological(&dates[place].1) == Ordering::Equal;
        let number = u32::try_from(place).unwrap_or(u32::MAX);
        rank = if is_same { rank } else { number };
        order[dates[place].0] = Order { number, rank };
    }
    (dates.into_iter().map(|(_, date)| date).collect(), order)
}

/// The rows of all parts in chronological order, those of the same days in file order; and for each part where its rows
/// went.
///
/// There are far fewer dates than milestones, so the rows of each are counted and put where they belong: a row is moved
/// once, and none is compared.
fn place(parts: &mut [BuiltParts<'_>], order: &[Order]) -> (Vec<StoredMilestone>, Vec<Vec<MilestoneId>>) {
    let mut next = vec![0_usize; order.len() + 1];
    for row in parts.iter().flat_map(|part| &part.rows) {
        next[order[row.date as usize].rank as usize + 1] += 1;
    }
    for rank in 1..next.len() {
        next[rank] += next[rank - 1];
    }
    let Some(any) = parts.iter().find_map(|part| part.rows.first().copied()) else {
        return (Vec::new(), vec![Vec::new(); parts.len()]);
    };
    let mut rows = vec![any; parts.iter().map(|part| part.rows.len()).sum()];
    let mut placed: Vec<Vec<MilestoneId>> =
        parts.iter().map(|part| Vec::with_capacity(part.rows.len())).collect();
    loop {
        // The part that comes next in the file: there are as many of them as threads.
        let head = |part: &usize| parts[*part].rows.get(placed[*part].len()).map(|row| row.base);
        let mut heads = (0..parts.len()).filter_map(|part| Some((head(&part)?, part)));
        let Some((base, part)) = heads.next() else { return (rows, placed) };
        let (_, part) = heads.fold((base, part), Ord::min);
        let mut row = parts[part].rows[placed[part].len()];
        let Order { number, rank } = order[row.date as usize];
        row.date = number;
        let place = next[rank as usize];
        next[rank as usize] += 1;
        rows[place] = row;
        placed[part].push(MilestoneId::new(place));
    }
}

/// Whether each id of the file is greater than the one before.
fn is_ascending(mut runs: Vec<Run<'_>>) -> bool {
    runs.sort_unstable_by_key(|run| run.base);
    let ends = runs.iter().map(|run| run.ascending).collect::<Option<Vec<_>>>();
    ends.is_some_and(|ends| ends.windows(2).all(|pair| pair[0].1 < pair[1].0))
}

fn ids_are_unique(store: &Store) -> bool {
    let mut seen: HashSet<&str, RandomState> =
        HashSet::with_capacity_and_hasher(store.rows.len(), RandomState::default());
    ids(store).all(|(id, _)| seen.insert(id))
}

/// The id and the place of every milestone.
fn ids(store: &Store) -> impl Iterator<Item = (&str, MilestoneId)> {
    let places = (0..store.rows.len()).map(MilestoneId::new);
    let id = |(row, place)| (store.text(row, place, format::slot("id")).unwrap_or_default(), place);
    store.rows.iter().zip(places).map(id)
}

/// Finds what relations lead to. `None` where one leads nowhere, to its own milestone or to what certainly came later.
fn relate(store: &mut Store, mut towards: Vec<(MilestoneId, UnresolvedRelations<'_>)>) -> Option<()> {
    if towards.is_empty() {
        return Some(());
    }
    towards.sort_unstable_by_key(|(from, _)| *from);
    let places: Map<&str, MilestoneId> = ids(store).collect();
    let date = |place: MilestoneId| &store.dates[store.rows[place.index()].date as usize];
    let mut relations = SparseLists::default();
    let mut incoming = Vec::new();
    for (from, towards) in &towards {
        let mut all = Vec::with_capacity(towards.len());
        for (kind, id) in towards {
            let to = *places.get(id.as_ref())?;
            (to != *from && !date(to).certainly_after(date(*from))).then_some(())?;
            all.push(Relation { kind: *kind, to });
            incoming.push((to, Relation { kind: *kind, to: *from }));
        }
        relations.push(*from, all);
    }
    // By whom they lead to, and of those as they came: in chronological order.
    incoming.sort_by_key(|(to, _)| *to);
    let mut lists = SparseLists::default();
    for of_one in incoming.chunk_by(|one, other| one.0 == other.0) {
        let to = of_one[0].0;
        store.rows[to.index()].also.add(MilestoneFlags::INCOMING);
        lists.push(to, of_one.iter().map(|(_, relation)| *relation));
    }
    (store.relations, store.incoming) = (relations, lists);
    Some(())
}
