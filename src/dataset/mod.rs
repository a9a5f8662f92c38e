//! A dataset: milestones in chronological order, and the companies, platforms, kinds, channels, sources and
//! barriers that they refer to.
//!
//! Invariants, checked by [`load`] and relied on everywhere above: every reference resolves, every id is
//! unique, every milestone has a kind, a date, a summary and at least one cite, all text is scrubbed.
//! Floors above ask by id; how text is stored is this module's own affair.

mod barriers;
pub mod format;
mod history;
mod ids;
mod lang;
pub mod load;
mod milestone;
mod parts;
mod store;
mod text;

pub use barriers::{ShownBarriers, moved_by};
use history::Untold;
pub use history::{Closure, History, Possible, Shut, Standing, Step, Stretch};
pub use ids::{BarrierId, ChannelId, CompanyId, KindId, MilestoneId, PlatformId, SourceId};
pub use lang::Lang;
pub use milestone::{Cite, Confidence, Effect, Milestone, Relation, RelationKind, about, direction};
pub use parts::{Barrier, Before, Channel, Company, Kind, Party, Platform, Source, State, Tone};

use std::fmt::Write as _;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::date::{Date, Span};
use store::Store;
pub use text::Text;

/// The dataset that opens when no file is named.
pub const EMBEDDED: &str = include_str!("../../data/milestones.toml");

/// A loaded dataset without errors.
#[derive(Debug)]
pub struct Dataset {
    head: Head,
    /// As stated, or else what the milestones cover.
    span: Option<Span>,
    /// Once somebody asks: of half a gigabyte it takes seconds.
    digest: OnceLock<String>,
    companies: Vec<Company>,
    platforms: Vec<Platform>,
    kinds: Vec<Kind>,
    channels: Vec<Channel>,
    sources: Vec<Source>,
    barriers: Vec<Barrier>,
    /// The milestones.
    store: Store,
    /// Every milestone, sorted by what the file calls it, once somebody asks.
    by_id: OnceLock<Vec<MilestoneId>>,
    /// What became of each barrier.
    histories: Vec<Untold>,
}

/// What a dataset says about itself.
#[derive(Debug)]
struct Head {
    id: String,
    title: String,
    title_zh: Option<String>,
    about: Option<String>,
    note: Option<String>,
    version: Option<String>,
    license: Option<String>,
    span: Option<Span>,
}

impl Dataset {
    /// The dataset's own id, kebab-case.
    pub fn id(&self) -> &str {
        &self.head.id
    }

    /// Its title, one line.
    pub fn title(&self) -> &str {
        &self.head.title
    }

    /// Its Chinese title.
    pub fn title_zh(&self) -> Option<&str> {
        self.head.title_zh.as_deref()
    }

    /// What it covers, in prose.
    pub fn about(&self) -> Option<&str> {
        self.head.about.as_deref()
    }

    /// A remark.
    pub fn note(&self) -> Option<&str> {
        self.head.note.as_deref()
    }

    /// Its version, as written.
    pub fn version(&self) -> Option<&str> {
        self.head.version.as_deref()
    }

    /// The licence of its text, as written (an SPDX id, for instance).
    pub fn license(&self) -> Option<&str> {
        self.head.license.as_deref()
    }

    /// What the timeline covers: as stated, else from the first to the last day of its milestones; `None`
    /// where neither says.
    pub fn span(&self) -> Option<&Span> {
        self.span.as_ref()
    }

    /// SHA-256 of the text it was loaded from, in hexadecimal. The first time it is reckoned, at some 200 MB a second.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| {
            Sha256::digest(&*self.store.text).iter().fold(String::with_capacity(64), |mut hex, byte| {
                // Writing to a string cannot fail.
                let _ = write!(hex, "{byte:02x}");
                hex
            })
        })
    }

    /// Whether it is what opens when no file is named, byte for byte.
    pub fn is_embedded(&self) -> bool {
        *self.store.text == *EMBEDDED
    }

    /// How many milestones there are.
    pub fn len(&self) -> usize {
        self.store.rows.len()
    }

    /// Whether there are no milestones at all (a legal dataset: somebody is just beginning).
    pub fn is_empty(&self) -> bool {
        self.store.rows.is_empty()
    }

    /// A milestone by its place in chronological order.
    pub fn milestone(&self, id: MilestoneId) -> Milestone<'_> {
        Milestone { dataset: self, row: &self.store.rows[id.index()], place: id }
    }

    /// All milestones in chronological order.
    pub fn milestones(&self) -> impl DoubleEndedIterator<Item = Milestone<'_>> + ExactSizeIterator {
        (0..self.store.rows.len()).map(|index| self.milestone(MilestoneId::new(index)))
    }

    /// The dates of all milestones, each once, in chronological order.
    pub fn dates(&self) -> &[Date] {
        &self.store.dates
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
        &self.companies
    }

    /// Whether any of its texts is there in Chinese as well.
    pub fn has_chinese(&self) -> bool {
        let of_milestone = |one: Milestone<'_>| one.title_zh().is_some() || one.summary_zh().is_some();
        self.head.title_zh.is_some()
            || self.companies.iter().any(|company| company.name_zh.is_some())
            || self.platforms.iter().any(|platform| platform.name_zh.is_some())
            || self.kinds.iter().any(|kind| kind.name_zh.is_some())
            || self.channels.iter().any(|channel| channel.name_zh.is_some())
            || self.barriers.iter().any(|barrier| barrier.name_zh.is_some())
            || self.sources.iter().any(|source| source.title_zh.is_some())
            || self.milestones().any(of_milestone)
    }

    /// A company.
    pub fn company(&self, id: CompanyId) -> &Company {
        &self.companies[id.index()]
    }

    /// All platforms, in file order.
    pub fn platforms(&self) -> &[Platform] {
        &self.platforms
    }

    /// A platform.
    pub fn platform(&self, id: PlatformId) -> &Platform {
        &self.platforms[id.index()]
    }

    /// All kinds, in file order.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// A kind of milestone.
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[id.index()]
    }

    /// All channels, in file order.
    pub fn channels(&self) -> &[Channel] {
        &self.channels
    }

    /// A channel.
    pub fn channel(&self, id: ChannelId) -> &Channel {
        &self.channels[id.index()]
    }

    /// All sources, in file order.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// A source.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// All barriers, in file order.
    pub fn barriers(&self) -> &[Barrier] {
        &self.barriers
    }

    /// A barrier.
    pub fn barrier(&self, id: BarrierId) -> &Barrier {
        &self.barriers[id.index()]
    }

    /// What became of a barrier. The first time the milestones that move it are read for it.
    pub fn history(&self, id: BarrierId) -> &History {
        self.histories[id.index()].history(id, self)
    }

    /// Reads all of them now, so that no reader waits at a key: of a barrier that 25,000 milestones move it takes as
    /// long as half a frame of a 60 Hz screen.
    pub fn tell_histories(&self) {
        let barriers: Vec<_> = (0..self.barriers.len()).map(BarrierId::new).collect();
        load::side_by_side(&barriers, |barrier| {
            self.history(*barrier);
        });
    }
}
