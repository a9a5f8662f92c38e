//! What is known of a barrier on a day.

use serde::Serialize;

use crate::dataset::{Before, State};

/// What is known of a barrier on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// There was nothing to pass yet.
    None,
    /// Nobody has found out.
    Unknown,
    /// See [`State::Closed`].
    Closed,
    /// See [`State::Limited`].
    Limited,
    /// See [`State::Trial`].
    Trial,
    /// See [`State::Open`].
    Open,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Unknown, Self::Closed, Self::Limited, Self::Trial, Self::Open];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unknown => "unknown",
            Self::Closed => "closed",
            Self::Limited => "limited",
            Self::Trial => "trial",
            Self::Open => "open",
        }
    }

    /// What a reader sees: the same but for what is no word by itself.
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "not there yet",
            other => other.as_str(),
        }
    }

    /// The state, where one is known.
    pub const fn state(self) -> Option<State> {
        match self {
            Self::None | Self::Unknown => None,
            Self::Closed => Some(State::Closed),
            Self::Limited => Some(State::Limited),
            Self::Trial => Some(State::Trial),
            Self::Open => Some(State::Open),
        }
    }

    /// Whether the barrier is shut, be it in part: closed, limited or on trial.
    pub const fn is_shut(self) -> bool {
        matches!(self, Self::Closed | Self::Limited | Self::Trial)
    }
}

impl From<State> for Standing {
    fn from(state: State) -> Self {
        match state {
            State::Closed => Self::Closed,
            State::Limited => Self::Limited,
            State::Trial => Self::Trial,
            State::Open => Self::Open,
        }
    }
}

impl From<Before> for Standing {
    fn from(before: Before) -> Self {
        match before {
            Before::Open => Self::Open,
            Before::Closed => Self::Closed,
            Before::Unknown => Self::Unknown,
            Before::None => Self::None,
        }
    }
}

/// Several standings: what may have been.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PossibleStates(u8);

impl PossibleStates {
    /// In the order of [`Standing::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Standing> {
        Standing::ALL.into_iter().filter(move |standing| self.holds(*standing))
    }

    /// Whether `standing` is one of them.
    pub const fn holds(self, standing: Standing) -> bool {
        self.0 & (1 << standing as u8) != 0
    }

    /// Whether there is only one.
    pub const fn is_certain(self) -> bool {
        self.0.count_ones() <= 1
    }

    pub(super) fn add(&mut self, standing: Standing) {
        self.0 |= 1 << standing as u8;
    }
}
