//! How milestones are stored: about fifty bytes each, beside the text that they were read from.
//!
//! A [`StoredMilestone`] says where in the text its id, title and summary stand. What many have alike (dates, lists of parties,
//! lists of sources) is kept once and named by its number; what few have (effects, relations, notes) stands in
//! [`Sparse`], under their places. Where a text is not in the file as it is shown, because it was written with escapes or
//! had to be scrubbed, the row's texts are kept beside it.

use std::borrow::Cow;
use std::ops::Range;

use super::format::{LISTS, OPTIONAL_TEXTS, REQUIRED_TEXTS, TEXTS, slot};
use super::ids::ChannelId;
use super::text::DatasetText;
use super::{BarrierEffect, Cite, CompanyId, Confidence, KindId, MilestoneId, PlatformId, Relation};
use crate::date::Date;

/// All milestones of a dataset, in chronological order.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) text: DatasetText,
    pub(super) rows: Vec<StoredMilestone>,
    /// In chronological order.
    pub(super) dates: Vec<Date>,
    pub(super) channels: Lists<ChannelId>,
    pub(super) companies: Lists<CompanyId>,
    pub(super) platforms: Lists<PlatformId>,
    pub(super) cites: Lists<Cite>,
    pub(super) further: Sparse<[TextRange; OPTIONAL_TEXTS]>,
    pub(super) texts: Sparse<Box<Texts>>,
    pub(super) effects: SparseLists<BarrierEffect>,
    pub(super) relations: SparseLists<Relation>,
    /// Relations of later milestones toward this one, in chronological order.
    pub(super) incoming: SparseLists<Relation>,
}

/// What every milestone has.
#[derive(Clone, Copy, Debug)]
pub(super) struct StoredMilestone {
    /// Where it begins in the file, in bytes.
    pub(super) base: u32,
    /// The texts that every milestone has, by their [slots](super::format::FormatKey).
    pub(super) parts: [TextRange; REQUIRED_TEXTS],
    pub(super) date: u32,
    pub(super) kind: KindId,
    /// Its lists of ids, by their slots.
    pub(super) lists: [u32; LISTS],
    pub(super) cites: u32,
    pub(super) confidence: Confidence,
    pub(super) also: MilestoneFlags,
}

/// What else there is of a milestone, so that most are not looked up among the few.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MilestoneFlags(u8);

impl MilestoneFlags {
    pub(super) const FURTHER: Self = Self(1);
    pub(super) const TEXTS: Self = Self(2);
    pub(super) const EFFECTS: Self = Self(4);
    pub(super) const RELATIONS: Self = Self(8);
    pub(super) const INCOMING: Self = Self(16);
    /// Its prose stands in the file with escapes.
    pub(super) const ESCAPES: Self = Self(32);

    /// The flag of the format that stands in `slot`, set.
    pub(super) const fn flag(slot: usize) -> Self {
        Self(64 << slot)
    }

    pub(super) fn add(&mut self, more: Self) {
        self.0 |= more.0;
    }

    pub(super) fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }
}

/// A range of a milestone's text: bytes from its beginning. None begins at 0, where its header stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TextRange {
    from: u16,
    len: u16,
}

impl TextRange {
    /// `None` where the milestone is too long for it.
    pub(super) fn new(from: usize, len: usize) -> Option<Self> {
        Some(Self { from: from.try_into().ok()?, len: len.try_into().ok()? })
    }

    /// Where it stands in a text in which its milestone begins at `base`.
    fn range(self, base: u32) -> Option<Range<usize>> {
        let from = base as usize + usize::from(self.from);
        (self.from > 0).then(|| from..from + usize::from(self.len))
    }
}

/// Behind a backslash each character stands for itself.
pub(super) fn unescaped(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut chars = after.chars();
        text.extend(chars.next());
        rest = chars.as_str();
    }
    text.push_str(rest);
    text
}

/// A milestone's texts, where they do not stand in the file as they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    /// By their slots.
    pub(super) all: [Option<Box<str>>; TEXTS],
}

impl Store {
    /// A row's text as it is stored: [prose](Store::prose) may have escapes. The row is the one at `place`.
    pub(super) fn text(&self, row: &StoredMilestone, place: MilestoneId, slot: usize) -> Option<&str> {
        if row.also.has(MilestoneFlags::TEXTS) {
            return self.texts.get(place)?.all.get(slot)?.as_deref();
        }
        let part = match slot.checked_sub(REQUIRED_TEXTS) {
            None => row.parts.get(slot)?,
            Some(slot) if row.also.has(MilestoneFlags::FURTHER) => self.further.get(place)?.get(slot)?,
            Some(_) => return None,
        };
        self.text.get(part.range(row.base)?)
    }

    /// All of them, by their slots: what is looked up is looked up once.
    pub(super) fn all_texts(&self, row: &StoredMilestone, place: MilestoneId) -> [Option<&str>; TEXTS] {
        if row.also.has(MilestoneFlags::TEXTS) {
            return std::array::from_fn(|slot| self.text(row, place, slot));
        }
        let further = if row.also.has(MilestoneFlags::FURTHER) { self.further.get(place) } else { None };
        std::array::from_fn(|slot| {
            let part = match slot.checked_sub(REQUIRED_TEXTS) {
                None => row.parts.get(slot)?,
                Some(slot) => further?.get(slot)?,
            };
            self.text.get(part.range(row.base)?)
        })
    }

    /// The part of the file in which a row's id, title and summary stand; empty where they stand elsewhere.
    pub(super) fn extent(&self, row: &StoredMilestone) -> &[u8] {
        let ends = row.parts.iter().filter_map(|part| part.range(row.base));
        let extent = ends.reduce(|all, part| all.start.min(part.start)..all.end.max(part.end));
        self.text.as_bytes().get(extent.unwrap_or_default()).unwrap_or_default()
    }

    /// A row's prose, as it is read.
    pub(super) fn prose(
        &self,
        row: &StoredMilestone,
        place: MilestoneId,
        slot: usize,
    ) -> Option<Cow<'_, str>> {
        let prose = self.text(row, place, slot)?;
        let is_escaped = row.also.has(MilestoneFlags::ESCAPES) && prose.contains('\\');
        Some(if is_escaped { Cow::Owned(unescaped(prose)) } else { Cow::Borrowed(prose) })
    }

    /// The milestone that is called `id`, looked for one by one: fit for very few.
    pub(super) fn find(&self, id: &str) -> Option<MilestoneId> {
        let mut places = (0..self.rows.len()).map(MilestoneId::new).zip(&self.rows);
        places.find(|(place, row)| self.text(row, *place, slot("id")) == Some(id)).map(|(place, _)| place)
    }

    pub(super) fn effects(&self, row: &StoredMilestone, place: MilestoneId) -> &[BarrierEffect] {
        if row.also.has(MilestoneFlags::EFFECTS) { self.effects.get(place) } else { &[] }
    }

    pub(super) fn relations(&self, row: &StoredMilestone, place: MilestoneId) -> &[Relation] {
        if row.also.has(MilestoneFlags::RELATIONS) { self.relations.get(place) } else { &[] }
    }

    pub(super) fn incoming(&self, row: &StoredMilestone, place: MilestoneId) -> &[Relation] {
        if row.also.has(MilestoneFlags::INCOMING) { self.incoming.get(place) } else { &[] }
    }
}

/// What only some milestones have.
#[derive(Debug)]
pub(super) struct Sparse<T> {
    /// In order.
    of: Vec<MilestoneId>,
    items: Vec<T>,
}

impl<T> Sparse<T> {
    /// Of what is in any order.
    pub(super) fn new(mut all: Vec<(MilestoneId, T)>) -> Self {
        all.sort_unstable_by_key(|(place, _)| *place);
        let (of, items) = all.into_iter().unzip();
        Self { of, items }
    }

    fn get(&self, place: MilestoneId) -> Option<&T> {
        self.items.get(self.of.binary_search(&place).ok()?)
    }
}

/// Lists that only some milestones have.
#[derive(Debug)]
pub(super) struct SparseLists<T> {
    /// In order. Their lists are those from the second on.
    of: Vec<MilestoneId>,
    lists: Lists<T>,
}

impl<T> Default for SparseLists<T> {
    fn default() -> Self {
        Self { of: Vec::new(), lists: Lists::default() }
    }
}

impl<T> SparseLists<T> {
    /// Adds the list of a milestone behind all that are here.
    pub(super) fn push(&mut self, place: MilestoneId, list: impl IntoIterator<Item = T>) {
        self.of.push(place);
        self.lists.push(list);
    }

    fn get(&self, place: MilestoneId) -> &[T] {
        let nth = self.of.binary_search(&place).ok().and_then(|nth| u32::try_from(nth).ok());
        nth.map_or(&[], |nth| self.lists.get(nth + 1))
    }

    /// Each list with whose it is, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (MilestoneId, &[T])> {
        self.of.iter().copied().zip(self.lists.iter().skip(1))
    }

    /// Gives back the room that nothing is in.
    pub(super) fn shrink(&mut self) {
        self.of.shrink_to_fit();
        self.lists.shrink();
    }
}

/// Lists, one after the other. The first one is empty.
#[derive(Debug)]
pub(super) struct Lists<T> {
    items: Vec<T>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: vec![0] }
    }
}

impl<T> Lists<T> {
    /// The list of that number.
    pub(super) fn get(&self, list: u32) -> &[T] {
        let end = |list: u32| self.ends.get(list as usize).map_or(0, |end| *end as usize);
        let from = list.checked_sub(1).map_or(0, end);
        self.items.get(from..end(list)).unwrap_or_default()
    }

    /// Adds a list; its number.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) -> u32 {
        self.items.extend(list);
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
        u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX)
    }

    /// Each list, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.ends.len()).map(|list| self.get(u32::try_from(list).unwrap_or(u32::MAX)))
    }

    /// Each list by itself, in order.
    pub(super) fn into_lists(self) -> impl Iterator<Item = Vec<T>> {
        let mut items = self.items.into_iter();
        let mut from = 0;
        self.ends.into_iter().map(move |end| {
            let len = end - from;
            from = end;
            items.by_ref().take(len as usize).collect()
        })
    }

    /// Gives back the room that nothing is in.
    pub(super) fn shrink(&mut self) {
        self.items.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}
