//! Where a reader is in the Ledger.

use crate::app::views::ledger::pair::Pair;

/// Where a reader is in the Ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The pair that was gone to with a key, and the one that the query asked for then: another query asks anew.
    pub(super) chosen: Option<(Pair, Option<Pair>)>,
}

impl Ledger {
    /// What of it is a step worth undoing.
    pub(in crate::app) fn shown(&self) -> Option<Pair> {
        self.chosen.map(|(pair, _)| pair)
    }
}
