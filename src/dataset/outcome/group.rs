//! Walls that stand alike in the end.

use super::{BarrierOutcome, Restraint, TimeBefore};
use crate::dataset::{BarrierHistory, BarrierState};
use crate::words::Words;

/// How a wall stands in the end, in the order in which that is told: what opened first, what nobody knows last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutcomeGroup {
    /// It opened, and was closed at some point of the time before.
    Opened,
    /// It opened, and was limited before.
    Eased,
    /// It is open, and when it was shut is not known.
    Open,
    /// It is open, and nobody has told that it was anything else.
    NeverClosed,
    /// It is on trial.
    Trial,
    /// It is limited.
    Limited,
    /// It was closed, and nobody has told that it opened.
    Closed,
    /// Nothing is there to pass any more.
    Gone,
    /// How it stands is not known any more.
    Unknown,
    /// There is nothing to pass yet.
    NotYet,
    /// Soft dates leave open how it stands.
    Uncertain,
    /// Nobody has told anything of it.
    NothingKnown,
}

impl OutcomeGroup {
    /// That of a barrier with this `history`, of which `outcome` is the outcome.
    pub fn of(outcome: &BarrierOutcome, history: &BarrierHistory) -> Self {
        let was = outcome.before.map(|TimeBefore { was, .. }| was);
        match outcome.state {
            _ if !outcome.possible.is_certain() => Self::Uncertain,
            BarrierState::Open => match was {
                Some(Restraint::Limited) => Self::Eased,
                Some(Restraint::Closed | Restraint::Shut) => Self::Opened,
                None if history.closures().is_empty() => Self::NeverClosed,
                None => Self::Open,
            },
            BarrierState::Trial => Self::Trial,
            BarrierState::Limited => Self::Limited,
            BarrierState::Closed => Self::Closed,
            BarrierState::Gone => Self::Gone,
            BarrierState::None => Self::NotYet,
            BarrierState::Unknown if history.steps().is_empty() => Self::NothingKnown,
            BarrierState::Unknown => Self::Unknown,
        }
    }

    /// What they are called together.
    pub const fn heading(self, say: &Words) -> &'static str {
        let ends = &say.lanes.ends;
        match self {
            Self::Opened => ends.opened,
            Self::Eased => ends.eased,
            Self::Open => ends.open,
            Self::NeverClosed => ends.never_closed,
            Self::Trial => ends.trial,
            Self::Limited => ends.limited,
            Self::Closed => ends.closed,
            Self::Gone => ends.gone,
            Self::Unknown => ends.unknown,
            Self::NotYet => ends.not_yet,
            Self::Uncertain => ends.uncertain,
            Self::NothingKnown => ends.nothing_known,
        }
    }
}
