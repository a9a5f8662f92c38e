//! What a barrier can be.

use serde::Serialize;

use crate::words::Words;

/// What is known of a barrier on a day, in the order of what it lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BarrierState {
    /// There was nothing to pass yet.
    None,
    /// Nobody has found out.
    Unknown,
    /// Nothing passes.
    Closed,
    /// Part of it passes, or one way.
    Limited,
    /// Passes for some, to try it out.
    Trial,
    /// Passes.
    Open,
    /// The service is no more, and the wall moot.
    Gone,
}

impl BarrierState {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::None, Self::Unknown, Self::Closed, Self::Limited, Self::Trial, Self::Open, Self::Gone];

    /// Those in which something is known of what passes, from shut to open.
    pub const HEIGHTS: [Self; 4] = [Self::Closed, Self::Limited, Self::Trial, Self::Open];

    /// All of them as a reader counts them: from shut to open, then what nobody knows, last what is no wall.
    pub const COUNTED: [Self; 7] =
        [Self::Closed, Self::Limited, Self::Trial, Self::Open, Self::Unknown, Self::None, Self::Gone];

    /// What an effect may bring about, as faults list it.
    pub const AFTER: [Self; 6] =
        [Self::Closed, Self::Limited, Self::Trial, Self::Open, Self::Unknown, Self::Gone];

    /// What may stand before the first effect, as faults list it.
    pub const BEFORE: [Self; 6] =
        [Self::Open, Self::Trial, Self::Limited, Self::Closed, Self::Unknown, Self::None];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unknown => "unknown",
            Self::Closed => "closed",
            Self::Limited => "limited",
            Self::Trial => "trial",
            Self::Open => "open",
            Self::Gone => "gone",
        }
    }

    /// What a reader sees.
    pub const fn words(self, say: &Words) -> &'static str {
        let said = &say.walls;
        match self {
            Self::None => said.none,
            Self::Unknown => said.unknown,
            Self::Closed => said.closed,
            Self::Limited => said.limited,
            Self::Trial => said.trial,
            Self::Open => said.open,
            Self::Gone => said.gone,
        }
    }

    /// Whether it is known what passes.
    pub const fn is_known(self) -> bool {
        self.is_shut() || matches!(self, Self::Open)
    }

    /// Whether the barrier is shut, be it in part: closed, limited or on trial.
    pub const fn is_shut(self) -> bool {
        matches!(self, Self::Closed | Self::Limited | Self::Trial)
    }

    /// Whether a barrier that gets into this state lets more through than one in `earlier`, as far as that is known.
    pub const fn eases(self, earlier: Self) -> bool {
        matches!(self, Self::Limited | Self::Trial | Self::Open) && (earlier as u8) < self as u8
    }

    /// Whether it lets less through, as far as that is known.
    pub const fn tightens(self, earlier: Self) -> bool {
        matches!(self, Self::Closed | Self::Limited | Self::Trial)
            && matches!(earlier, Self::Limited | Self::Trial | Self::Open)
            && (self as u8) < earlier as u8
    }
}

/// Several states: what may have been.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PossibleStates(u8);

impl PossibleStates {
    /// In the order of [`BarrierState::ALL`].
    pub fn iter(self) -> impl Iterator<Item = BarrierState> {
        BarrierState::ALL.into_iter().filter(move |state| self.holds(*state))
    }

    /// Whether `state` is one of them.
    pub const fn holds(self, state: BarrierState) -> bool {
        self.0 & (1 << state as u8) != 0
    }

    /// Whether there is only one.
    pub const fn is_certain(self) -> bool {
        self.0.count_ones() <= 1
    }

    pub(super) fn add(&mut self, state: BarrierState) {
        self.0 |= 1 << state as u8;
    }
}
