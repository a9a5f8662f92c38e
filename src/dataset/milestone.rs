//! Milestones: dated, sourced claims, read through [`Milestone`].

use std::borrow::Cow;

use super::format::{FormatKey, IdsOf, MILESTONE, TEXTS, Value, slot};
use super::records::Records;
use super::store::{MilestoneFlags, StoredMilestone};
use super::{
    BarrierEffect, Channel, ChannelId, Cite, Company, CompanyId, Confidence, Kind, KindId, Lang, MilestoneId,
    Platform, PlatformId, Relation,
};
use crate::date::Date;

/// One milestone of a dataset: a reference, cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    records: &'a Records,
    row: &'a StoredMilestone,
    place: MilestoneId,
}

/// The milestone at `place`.
pub(super) fn milestone_at(records: &Records, place: MilestoneId) -> Milestone<'_> {
    Milestone { records, row: &records.store.rows[place.index()], place }
}

fn text(of: Milestone<'_>, slot: usize) -> Option<&str> {
    of.records.store.text(of.row, of.place, slot)
}

fn prose(of: Milestone<'_>, slot: usize) -> Option<Cow<'_, str>> {
    of.records.store.prose(of.row, of.place, slot)
}

impl<'a> Milestone<'a> {
    /// What `key` says of it, where that is a [text](FormatKey::is_text), as it is read.
    pub fn said(self, key: &FormatKey) -> Option<Cow<'a, str>> {
        key.is_text().then(|| prose(self, key.slot())).flatten()
    }

    /// What `key` says of it, where that is a flag.
    pub fn flagged(self, key: &FormatKey) -> bool {
        matches!(key.value, Value::Flag) && self.row.also.has(MilestoneFlags::flag(key.slot()))
    }

    /// The ids that `key` lists, as they are written; nothing where it lists none.
    pub fn listed(self, key: &FormatKey) -> Vec<&'a str> {
        let (records, Value::Ids(of)) = (self.records, key.value) else { return Vec::new() };
        let list = self.row.lists[key.slot()];
        match of {
            IdsOf::Channels => written(records.store.channels.get(list), |id| &records.channel(id).id),
            IdsOf::Companies => written(records.store.companies.get(list), |id| &records.company(id).id),
            IdsOf::Platforms => written(records.store.platforms.get(list), |id| &records.platform(id).id),
        }
    }

    /// Its place in chronological order.
    pub fn place(self) -> MilestoneId {
        self.place
    }

    /// What the file calls it, kebab-case.
    pub fn id(self) -> &'a str {
        text(self, const { slot("id") }).unwrap_or_default()
    }

    /// When it happened, as precisely as is known.
    pub fn date(self) -> &'a Date {
        &self.records.store.dates[self.date_place()]
    }

    /// The place of its date among [those of the dataset](super::Dataset::dates): what many milestones share is reckoned once.
    pub fn date_place(self) -> usize {
        self.row.date as usize
    }

    /// What happened, in one line.
    pub fn title(self) -> &'a str {
        text(self, const { slot("title") }).unwrap_or_default()
    }

    /// The same in Chinese.
    pub fn title_zh(self) -> Option<&'a str> {
        text(self, const { slot("title_zh") })
    }

    /// What happened, in prose.
    pub fn summary(self) -> Cow<'a, str> {
        prose(self, const { slot("summary") }).unwrap_or_default()
    }

    /// The same in Chinese.
    pub fn summary_zh(self) -> Option<Cow<'a, str>> {
        prose(self, const { slot("summary_zh") })
    }

    /// What is disputed or open, a text each where `lang` asks for both languages; none where nothing is. What is there
    /// in one language alone is read in all.
    pub fn notes(self, lang: Lang) -> Vec<Cow<'a, str>> {
        let [note, zh] = [const { slot("note") }, const { slot("note_zh") }].map(|slot| prose(self, slot));
        match note {
            Some(note) => lang.texts(note, zh),
            None => zh.into_iter().collect(),
        }
    }

    /// What it is called where only the few are named that carry the story; `None` where it is none of them.
    pub fn landmark(self, lang: Lang) -> Option<Cow<'a, str>> {
        let zh = text(self, const { slot("landmark_zh") });
        text(self, const { slot("landmark") }).map(|landmark| lang.of(landmark, zh))
    }

    /// Whether sources disagree on its date, its parties or what happened.
    pub fn is_disputed(self) -> bool {
        self.row.also.has(MilestoneFlags::flag(const { slot("disputed") }))
    }

    /// How sure the compiler is.
    pub fn confidence(self) -> Confidence {
        self.row.confidence
    }

    /// Its kind.
    pub fn kind(self) -> &'a Kind {
        self.records.kind(self.row.kind)
    }

    /// Its kind's id.
    pub fn kind_id(self) -> KindId {
        self.row.kind
    }

    /// The channels it is about.
    pub fn channels(self) -> impl ExactSizeIterator<Item = &'a Channel> {
        self.channel_ids().iter().map(move |id| self.records.channel(*id))
    }

    /// Its texts as they stand in the file.
    pub fn as_written(self) -> WrittenMilestone<'a> {
        WrittenMilestone(self)
    }

    /// Who acted.
    pub fn actors(self) -> impl ExactSizeIterator<Item = &'a Company> {
        self.actor_ids().iter().map(move |id| self.records.company(*id))
    }

    /// Whom it touched.
    pub fn affected(self) -> impl ExactSizeIterator<Item = &'a Company> {
        self.affected_ids().iter().map(move |id| self.records.company(*id))
    }

    /// Ids of those who acted.
    pub fn actor_ids(self) -> &'a [CompanyId] {
        self.records.store.companies.get(self.row.lists[const { slot("actors") }])
    }

    /// Ids of those it touched.
    pub fn affected_ids(self) -> &'a [CompanyId] {
        self.records.store.companies.get(self.row.lists[const { slot("affected") }])
    }

    /// Ids of the channels it is about.
    pub fn channel_ids(self) -> &'a [ChannelId] {
        self.records.store.channels.get(self.row.lists[const { slot("channels") }])
    }

    /// Ids of the platforms it is about.
    pub fn platform_ids(self) -> &'a [PlatformId] {
        self.records.store.platforms.get(self.row.lists[const { slot("platforms") }])
    }

    /// The platforms it is about.
    pub fn platforms(self) -> impl ExactSizeIterator<Item = &'a Platform> {
        self.platform_ids().iter().map(move |id| self.records.platform(*id))
    }

    /// What it does to barriers.
    pub fn effects(self) -> &'a [BarrierEffect] {
        self.records.store.effects(self.row, self.place)
    }

    /// Its relations to earlier milestones.
    pub fn relations(self) -> &'a [Relation] {
        self.records.store.relations(self.row, self.place)
    }

    /// The relations of later milestones to this one.
    pub fn incoming(self) -> &'a [Relation] {
        self.records.store.incoming(self.row, self.place)
    }

    /// What supports it: at least one.
    pub fn cites(self) -> &'a [Cite] {
        self.records.store.cites.get(self.row.cites)
    }
}

/// A milestone's texts as they stand in the file: what a search reads of very many.
#[derive(Clone, Copy, Debug)]
pub struct WrittenMilestone<'a>(Milestone<'a>);

impl<'a> WrittenMilestone<'a> {
    /// All of them: in prose a quote or a backslash may stand behind a backslash. Nothing is
    /// copied for it, so it is what a search reads.
    pub fn texts(self) -> [Option<&'a str>; TEXTS] {
        self.0.records.store.all_texts(self.0.row, self.0.place)
    }

    /// Brings its texts near: what is read of many milestones one after the other waits for memory at each, unless that
    /// is asked for beforehand. Nothing comes of it but time.
    pub fn prefetch(self) {
        /// What memory hands over at once on the machines of today.
        const LINE: usize = 64;
        let bytes = self.0.records.store.extent(self.0.row);
        std::hint::black_box(bytes.iter().step_by(LINE).fold(0, |all, byte| all ^ byte));
    }
}

fn written<'a, T: Copy>(ids: &[T], name: impl Fn(T) -> &'a String) -> Vec<&'a str> {
    ids.iter().map(|id| name(*id).as_str()).collect()
}

/// The texts of `milestone` that have no place of their own on a page, each with its key: all but its id, title, summary
/// and note.
pub fn further_texts(milestone: Milestone<'_>, lang: Lang) -> Vec<(&'static FormatKey, Cow<'_, str>)> {
    let has_place = |key: &FormatKey| matches!(key.plain_name(), "id" | "title" | "summary" | "note");
    let further = MILESTONE.keys.iter().filter(|key| key.is_text() && !key.is_chinese() && !has_place(key));
    let said = |key: &'static FormatKey| {
        let zh = MILESTONE.chinese(key).and_then(|zh| milestone.said(zh));
        let texts = lang.texts(milestone.said(key)?, zh);
        Some(texts.into_iter().map(move |text| (key, text)))
    };
    further.filter_map(said).flatten().collect()
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
        (false, false) => {
            let [channels, platforms] =
                [&channels, &platforms].map(|names| names.iter().map(AsRef::as_ref).collect::<Vec<_>>());
            Some((lang.words().claims.channels_on_platforms)(&channels, &platforms))
        }
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
