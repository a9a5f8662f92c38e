//! What a milestone is marked as: the values of `is:`.

use crate::dataset::{Lang, Milestone};

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MilestoneMark {
    /// It is one of the few that carry the story.
    Landmark,
    /// Sources disagree on it.
    Disputed,
    /// It has a source.
    Sourced,
}

impl MilestoneMark {
    /// All of them, in the order of their declaration.
    pub(super) const ALL: [Self; 3] = [Self::Landmark, Self::Disputed, Self::Sourced];

    /// As it is typed and printed.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Landmark => "landmark",
            Self::Disputed => "disputed",
            Self::Sourced => "sourced",
        }
    }

    /// Whether `milestone` is marked so.
    pub(super) fn holds(self, milestone: Milestone<'_>) -> bool {
        match self {
            Self::Landmark => milestone.landmark(Lang::En).is_some(),
            Self::Disputed => milestone.is_disputed(),
            Self::Sourced => !milestone.cites().is_empty(),
        }
    }
}
