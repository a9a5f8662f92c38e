//! Milestones: dated, sourced claims, read through [`Milestone`].

use std::borrow::Cow;

use serde::Serialize;

use super::format::{FormatKey, IdsOf, TEXTS, Value, slot};
use super::store::Row;
use super::{
    BarrierId, Channel, ChannelId, Company, CompanyId, Dataset, Kind, KindId, Lang, MilestoneId, Platform,
    PlatformId, SourceId, State,
};
use crate::date::Date;

/// How sure the compiler of the dataset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Well supported.
    High,
    /// One good source, or a derived date.
    Medium,
    /// Thin support.
    Low,
}

impl Confidence {
    /// All of them, surest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The word that a dataset writes and a reader sees.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// What a milestone does to a barrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Which barrier.
    pub barrier: BarrierId,
    /// What it becomes.
    pub state: State,
    /// When, where that is not the milestone's own date.
    pub date: Option<Box<Date>>,
    /// A remark.
    pub note: Option<Box<str>>,
}

/// How a milestone relates to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// Comes after it in one story.
    Follows,
    /// Answers it.
    RespondsTo,
    /// Takes it back.
    Lifts,
    /// Is one step of it.
    PartOf,
}

impl RelationKind {
    /// All kinds of relation.
    pub const ALL: [Self; 4] = [Self::Follows, Self::RespondsTo, Self::Lifts, Self::PartOf];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Follows => "follows",
            Self::RespondsTo => "responds-to",
            Self::Lifts => "lifts",
            Self::PartOf => "part-of",
        }
    }

    /// Whether it answers what was done, and does not merely come after it.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::RespondsTo | Self::Lifts)
    }

    /// What the later milestone does, in words that go on with the earlier one.
    pub const fn to_earlier(self) -> &'static str {
        match self {
            Self::Follows => "follows",
            Self::RespondsTo => "responds to",
            Self::Lifts => "lifts",
            Self::PartOf => "is part of",
        }
    }

    /// What the earlier milestone does, in words that go on with the later one.
    pub const fn to_later(self) -> &'static str {
        match self {
            Self::Follows => "led to",
            Self::RespondsTo => "answered by",
            Self::Lifts => "lifted by",
            Self::PartOf => "has as a part",
        }
    }
}

/// A relation between two milestones, seen from one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How they relate, always read from the later to the earlier one.
    pub kind: RelationKind,
    /// The other milestone.
    pub to: MilestoneId,
}

/// A source that supports a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cite {
    /// Which source.
    pub source: SourceId,
    /// What of the milestone it supports, and a remark. Of a million cites most say neither.
    said: Option<Box<[Option<Box<str>>; 2]>>,
}

impl Cite {
    pub(super) fn new(source: SourceId, supports: Option<Box<str>>, note: Option<Box<str>>) -> Self {
        let says = supports.is_some() || note.is_some();
        Self { source, said: says.then(|| Box::new([supports, note])) }
    }

    /// Whether it says nothing but its source.
    pub(super) fn is_bare(&self) -> bool {
        self.said.is_none()
    }

    /// What of the milestone it supports.
    pub fn supports(&self) -> Option<&str> {
        self.said.as_deref()?[0].as_deref()
    }

    /// A remark.
    pub fn note(&self) -> Option<&str> {
        self.said.as_deref()?[1].as_deref()
    }
}

/// One milestone of a dataset: a reference, cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) row: &'a Row,
    pub(super) place: MilestoneId,
}

impl<'a> Milestone<'a> {
    fn text(self, slot: usize) -> Option<&'a str> {
        self.dataset.store.text(self.row, self.place, slot)
    }

    fn prose(self, slot: usize) -> Option<Cow<'a, str>> {
        self.dataset.store.prose(self.row, self.place, slot)
    }

    /// What `key` says of it, where that is a [text](FormatKey::is_text), as it is read.
    pub fn said(self, key: &FormatKey) -> Option<Cow<'a, str>> {
        key.is_text().then(|| self.prose(key.slot())).flatten()
    }

    /// The ids that `key` lists, as they are written; nothing where it lists none.
    pub fn listed(self, key: &FormatKey) -> Vec<&'a str> {
        let (dataset, Value::Ids(of)) = (self.dataset, key.value) else { return Vec::new() };
        let list = self.row.lists[key.slot()];
        match of {
            IdsOf::Channels => written(dataset.store.channels.get(list), |id| &dataset.channel(id).id),
            IdsOf::Companies => written(dataset.store.companies.get(list), |id| &dataset.company(id).id),
            IdsOf::Platforms => written(dataset.store.platforms.get(list), |id| &dataset.platform(id).id),
        }
    }

    /// Its place in chronological order.
    pub fn place(self) -> MilestoneId {
        self.place
    }

    /// What the file calls it, kebab-case.
    pub fn id(self) -> &'a str {
        self.text(const { slot("id") }).unwrap_or_default()
    }

    /// When it happened, as precisely as is known.
    pub fn date(self) -> &'a Date {
        &self.dataset.store.dates[self.date_place()]
    }

    /// The place of its date among [those of the dataset](Dataset::dates): what many milestones share is reckoned once.
    pub fn date_place(self) -> usize {
        self.row.date as usize
    }

    /// What happened, in one line.
    pub fn title(self) -> &'a str {
        self.text(const { slot("title") }).unwrap_or_default()
    }

    /// The same in Chinese.
    pub fn title_zh(self) -> Option<&'a str> {
        self.text(const { slot("title_zh") })
    }

    /// What happened, in prose.
    pub fn summary(self) -> Cow<'a, str> {
        self.prose(const { slot("summary") }).unwrap_or_default()
    }

    /// The same in Chinese.
    pub fn summary_zh(self) -> Option<Cow<'a, str>> {
        self.prose(const { slot("summary_zh") })
    }

    /// What is disputed or open.
    pub fn note(self) -> Option<Cow<'a, str>> {
        self.prose(const { slot("note") })
    }

    /// How sure the compiler is.
    pub fn confidence(self) -> Confidence {
        self.row.confidence
    }

    /// Its kind.
    pub fn kind(self) -> &'a Kind {
        self.dataset.kind(self.row.kind)
    }

    /// Its kind's id.
    pub fn kind_id(self) -> KindId {
        self.row.kind
    }

    /// The channels it is about.
    pub fn channels(self) -> impl ExactSizeIterator<Item = &'a Channel> {
        self.channel_ids().iter().map(move |id| self.dataset.channel(*id))
    }

    /// All its texts as they are written: in prose a quote or a backslash may stand behind a backslash. Nothing is
    /// copied for it, so it is what a search reads.
    pub fn written(self) -> [Option<&'a str>; TEXTS] {
        self.dataset.store.all_texts(self.row, self.place)
    }

    /// Brings its texts near: what is read of many milestones one after the other waits for memory at each, unless that
    /// is asked for beforehand. Nothing comes of it but time.
    pub fn approach(self) {
        /// What memory hands over at once on the machines of today.
        const LINE: usize = 64;
        let bytes = self.dataset.store.extent(self.row);
        std::hint::black_box(bytes.iter().step_by(LINE).fold(0, |all, byte| all ^ byte));
    }

    /// Who acted.
    pub fn actors(self) -> impl ExactSizeIterator<Item = &'a Company> {
        self.actor_ids().iter().map(move |id| self.dataset.company(*id))
    }

    /// Whom it touched.
    pub fn affected(self) -> impl ExactSizeIterator<Item = &'a Company> {
        self.affected_ids().iter().map(move |id| self.dataset.company(*id))
    }

    /// Ids of those who acted.
    pub fn actor_ids(self) -> &'a [CompanyId] {
        self.dataset.store.companies.get(self.row.lists[const { slot("actors") }])
    }

    /// Ids of those it touched.
    pub fn affected_ids(self) -> &'a [CompanyId] {
        self.dataset.store.companies.get(self.row.lists[const { slot("affected") }])
    }

    /// Ids of the channels it is about.
    pub fn channel_ids(self) -> &'a [ChannelId] {
        self.dataset.store.channels.get(self.row.lists[const { slot("channels") }])
    }

    /// Ids of the platforms it is about.
    pub fn platform_ids(self) -> &'a [PlatformId] {
        self.dataset.store.platforms.get(self.row.lists[const { slot("platforms") }])
    }

    /// The platforms it is about.
    pub fn platforms(self) -> impl ExactSizeIterator<Item = &'a Platform> {
        self.platform_ids().iter().map(move |id| self.dataset.platform(*id))
    }

    /// What it does to barriers.
    pub fn effects(self) -> &'a [Effect] {
        self.dataset.store.effects(self.row, self.place)
    }

    /// Its relations to earlier milestones.
    pub fn relations(self) -> &'a [Relation] {
        self.dataset.store.relations(self.row, self.place)
    }

    /// The relations of later milestones to this one.
    pub fn incoming(self) -> &'a [Relation] {
        self.dataset.store.incoming(self.row, self.place)
    }

    /// What supports it: at least one.
    pub fn cites(self) -> &'a [Cite] {
        self.dataset.store.cites.get(self.row.cites)
    }
}

fn written<'a, T: Copy>(ids: &[T], name: impl Fn(T) -> &'a String) -> Vec<&'a str> {
    ids.iter().map(|id| name(*id).as_str()).collect()
}

/// Who acted toward whom: `Tencent → Alibaba, ByteDance`, with `arrow` between them; one side alone where the
/// other is not known, `None` where neither is.
pub fn direction(milestone: Milestone<'_>, arrow: &str, lang: Lang) -> Option<String> {
    let (actors, affected) = (names(milestone.actors(), lang), names(milestone.affected(), lang));
    match (actors.is_empty(), affected.is_empty()) {
        (true, true) => None,
        (false, true) => Some(actors),
        (true, false) => Some(format!("{arrow} {affected}")),
        (false, false) => Some(format!("{actors} {arrow} {affected}")),
    }
}

/// What it is about: `Links, Payment on Taobao, WeChat`; `None` where that is not said.
pub fn about(milestone: Milestone<'_>, lang: Lang) -> Option<String> {
    let channels: Vec<Cow<'_, str>> =
        milestone.channels().map(|it| lang.of(&it.name, it.name_zh.as_deref())).collect();
    let platforms: Vec<Cow<'_, str>> =
        milestone.platforms().map(|it| lang.of(&it.name, it.name_zh.as_deref())).collect();
    match (channels.is_empty(), platforms.is_empty()) {
        (true, true) => None,
        (false, true) => Some(channels.join(", ")),
        (true, false) => Some(platforms.join(", ")),
        (false, false) => Some(format!("{} on {}", channels.join(", "), platforms.join(", "))),
    }
}

/// Each once, however often it is named.
fn names<'a>(companies: impl Iterator<Item = &'a Company>, lang: Lang) -> String {
    let mut names = Vec::new();
    for company in companies {
        let name = lang.of(&company.name, company.name_zh.as_deref());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
