//! What a reader of the Story chose.

/// What is read of the milestones listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Whether that is all of them, even where some are landmarks.
    pub(in crate::app) is_of_all: bool,
}
