//! What a file holds: its tables, and the milestones that refer to them.

use super::store::Store;
use super::{
    Barrier, BarrierId, Channel, ChannelId, Company, CompanyId, Kind, KindId, Platform, PlatformId, Source,
    SourceId,
};

/// The tables of a dataset, each in file order, and its milestones.
#[derive(Debug)]
pub(super) struct Records {
    pub(super) companies: Vec<Company>,
    pub(super) platforms: Vec<Platform>,
    pub(super) kinds: Vec<Kind>,
    pub(super) channels: Vec<Channel>,
    pub(super) sources: Vec<Source>,
    pub(super) barriers: Vec<Barrier>,
    /// The milestones.
    pub(super) store: Store,
}

impl Records {
    pub(super) fn company(&self, id: CompanyId) -> &Company {
        &self.companies[id.index()]
    }

    pub(super) fn platform(&self, id: PlatformId) -> &Platform {
        &self.platforms[id.index()]
    }

    pub(super) fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[id.index()]
    }

    pub(super) fn channel(&self, id: ChannelId) -> &Channel {
        &self.channels[id.index()]
    }

    pub(super) fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    pub(super) fn barrier(&self, id: BarrierId) -> &Barrier {
        &self.barriers[id.index()]
    }
}
