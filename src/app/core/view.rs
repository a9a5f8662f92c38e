//! The views: five ways to look at the same milestones. All of them share the query, the selection, the place and
//! undo; each has a state of its own beside that, in a file of its own.

use crate::app::core::mode::Mode;

/// A way to look at the milestones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A milestone a row.
    #[default]
    Timeline,
    /// A barrier a row, time to the right.
    Lanes,
    /// Who kept out whom on one day.
    Walls,
    /// Two companies on either side of one axis.
    Ledger,
    /// A milestone a page.
    Story,
}

impl View {
    /// All of them, in the order of their keys: `1` is the first.
    pub const ALL: [Self; 5] = [Self::Timeline, Self::Lanes, Self::Walls, Self::Ledger, Self::Story];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Lanes => "lanes",
            Self::Walls => "walls",
            Self::Ledger => "ledger",
            Self::Story => "story",
        }
    }

    /// Its name on the screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Lanes => "Lanes",
            Self::Walls => "Walls",
            Self::Ledger => "Ledger",
            Self::Story => "Story",
        }
    }

    /// Where keys go in its main pane.
    pub(in crate::app) const fn mode(self) -> Mode {
        match self {
            Self::Timeline => Mode::List,
            Self::Lanes => Mode::Lanes,
            Self::Walls => Mode::Walls,
            Self::Ledger => Mode::Ledger,
            Self::Story => Mode::Story,
        }
    }
}
