//! Ids within one dataset: an index with a type, so that a company is never looked up among the sources.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the entry at `index` in its table. A table longer than `u32` can count (no text of
            /// fewer than 30 GB holds one) would saturate.
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The place in its table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A company or another body that acts or is touched.
    CompanyId
    /// A platform: a product of a company.
    PlatformId
    /// A kind of milestone.
    KindId
    /// A channel: what a barrier lets through or keeps out.
    ChannelId
    /// A source.
    SourceId
    /// A barrier.
    BarrierId
    /// A milestone. Its order is chronological order.
    MilestoneId
}
