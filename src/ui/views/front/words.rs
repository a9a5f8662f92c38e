//! The words of the front page for what only the screen knows by its type.

use crate::app::View;
use crate::dataset::BarrierState;
use crate::words::FrontWords;

/// What a view is for, beside its name.
pub(super) const fn purpose(view: View, say: &FrontWords) -> &'static str {
    match view {
        View::Front => say.front,
        View::Timeline => say.timeline,
        View::Lanes => say.lanes,
        View::Walls => say.walls,
        View::Ledger => say.ledger,
        View::Story => say.story,
    }
}

/// `20 open`, `1 on trial`; in few columns `1 trial`.
pub(super) fn counted(count: usize, state: BarrierState, is_short: bool, say: &FrontWords) -> String {
    let words = match state {
        BarrierState::Closed => say.closed,
        BarrierState::Limited => say.limited,
        BarrierState::Trial if is_short => say.trial_short,
        BarrierState::Trial => say.trial,
        BarrierState::Open => say.open,
        BarrierState::Unknown => say.unknown,
        BarrierState::None => say.none,
        BarrierState::Gone => say.gone,
    };
    words(count)
}
