//! A dataset as a whole.

use std::fmt::Write as _;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::format::MILESTONE;
use super::head::DatasetHead;
use super::history::{BarrierHistory, LazyHistory, lazy_histories};
use super::milestone::milestone_at;
use super::records::Records;
use super::{
    Barrier, BarrierId, Channel, ChannelId, Company, CompanyId, Kind, KindId, Milestone, MilestoneId,
    Platform, PlatformId, Source, SourceId,
};
use crate::date::{Date, Span};

/// The dataset that opens when no file is named.
pub const EMBEDDED: &str = include_str!("../../data/milestones.toml");

/// A loaded dataset without errors.
#[derive(Debug)]
pub struct Dataset {
    head: DatasetHead,
    /// As stated, or else what the milestones cover.
    span: Option<Span>,
    /// Once somebody asks: of half a gigabyte it takes seconds.
    digest: OnceLock<String>,
    records: Records,
    /// Every milestone, sorted by what the file calls it, once somebody asks.
    by_id: OnceLock<Vec<MilestoneId>>,
    /// What became of each barrier.
    histories: Vec<LazyHistory>,
}

impl Dataset {
    /// Of what a file says. Where it states no span, that is what its milestones cover.
    pub(super) fn new(head: DatasetHead, records: Records) -> Self {
        let span = head.span.or_else(|| Span::covering(records.store.dates.iter().map(Date::span)));
        let histories = lazy_histories(&records.store.effects, records.barriers.len());
        Self { head, span, digest: OnceLock::new(), records, by_id: OnceLock::new(), histories }
    }

    /// What it says about itself.
    pub fn head(&self) -> &DatasetHead {
        &self.head
    }

    /// The dataset's own id, kebab-case.
    pub fn id(&self) -> &str {
        &self.head.id
    }

    /// Its title, one line.
    pub fn title(&self) -> &str {
        &self.head.title
    }

    /// What the timeline covers: as stated, else from the first to the last day of its milestones; `None`
    /// where neither says.
    pub fn span(&self) -> Option<&Span> {
        self.span.as_ref()
    }

    /// SHA-256 of the text it was loaded from, in hexadecimal. The first time it is reckoned, at some 200 MB a second.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| {
            Sha256::digest(&*self.records.store.text).iter().fold(
                String::with_capacity(64),
                |mut hex, byte| {
                    // Writing to a string cannot fail.
                    let _ = write!(hex, "{byte:02x}");
                    hex
                },
            )
        })
    }

    /// Whether it is what opens when no file is named, byte for byte.
    pub fn is_embedded(&self) -> bool {
        *self.records.store.text == *EMBEDDED
    }

    /// How many milestones there are.
    pub fn len(&self) -> usize {
        self.records.store.rows.len()
    }

    /// Whether there are no milestones at all (a legal dataset: somebody is just beginning).
    pub fn is_empty(&self) -> bool {
        self.records.store.rows.is_empty()
    }

    /// A milestone by its place in chronological order.
    pub fn milestone(&self, id: MilestoneId) -> Milestone<'_> {
        milestone_at(&self.records, id)
    }

    /// All milestones in chronological order.
    pub fn milestones(&self) -> impl DoubleEndedIterator<Item = Milestone<'_>> + ExactSizeIterator {
        (0..self.records.store.rows.len()).map(|index| self.milestone(MilestoneId::new(index)))
    }

    /// The dates of all milestones, each once, in chronological order.
    pub fn dates(&self) -> &[Date] {
        &self.records.store.dates
    }

    /// The milestone that the file calls `id`. A binary search, the first time a sort: fit for resolving many.
    pub fn find(&self, id: &str) -> Option<Milestone<'_>> {
        let by_id = self.by_id.get_or_init(|| {
            let mut places: Vec<_> = (0..self.len()).map(MilestoneId::new).collect();
            places.sort_by_key(|place| self.milestone(*place).id());
            places
        });
        let at = by_id.binary_search_by_key(&id, |place| self.milestone(*place).id()).ok()?;
        by_id.get(at).map(|place| self.milestone(*place))
    }

    /// All companies, in file order.
    pub fn companies(&self) -> &[Company] {
        &self.records.companies
    }

    /// Whether any of its texts is there in Chinese as well.
    pub fn has_chinese(&self) -> bool {
        let chinese = || MILESTONE.keys.iter().filter(|key| key.is_chinese());
        let of_milestone = |one: Milestone<'_>| chinese().any(|key| one.said(key).is_some());
        self.head.title_zh.is_some()
            || self.records.companies.iter().any(|company| company.name_zh.is_some())
            || self.records.platforms.iter().any(|platform| platform.name_zh.is_some())
            || self.records.kinds.iter().any(|kind| kind.name_zh.is_some())
            || self.records.channels.iter().any(|channel| channel.name_zh.is_some())
            || self.records.barriers.iter().any(|barrier| barrier.name_zh.is_some())
            || self.records.sources.iter().any(|source| source.title_zh.is_some())
            || self.milestones().any(of_milestone)
    }

    /// A company.
    pub fn company(&self, id: CompanyId) -> &Company {
        self.records.company(id)
    }

    /// All platforms, in file order.
    pub fn platforms(&self) -> &[Platform] {
        &self.records.platforms
    }

    /// A platform.
    pub fn platform(&self, id: PlatformId) -> &Platform {
        self.records.platform(id)
    }

    /// All kinds, in file order.
    pub fn kinds(&self) -> &[Kind] {
        &self.records.kinds
    }

    /// A kind of milestone.
    pub fn kind(&self, id: KindId) -> &Kind {
        self.records.kind(id)
    }

    /// All channels, in file order.
    pub fn channels(&self) -> &[Channel] {
        &self.records.channels
    }

    /// A channel.
    pub fn channel(&self, id: ChannelId) -> &Channel {
        self.records.channel(id)
    }

    /// All sources, in file order.
    pub fn sources(&self) -> &[Source] {
        &self.records.sources
    }

    /// A source.
    pub fn source(&self, id: SourceId) -> &Source {
        self.records.source(id)
    }

    /// All barriers, in file order.
    pub fn barriers(&self) -> &[Barrier] {
        &self.records.barriers
    }

    /// A barrier.
    pub fn barrier(&self, id: BarrierId) -> &Barrier {
        self.records.barrier(id)
    }

    /// What became of a barrier. The first time the milestones that move it are read for it.
    pub fn history(&self, id: BarrierId) -> &BarrierHistory {
        self.histories[id.index()].history(id, &self.records)
    }
}
