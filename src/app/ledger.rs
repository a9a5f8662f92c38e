//! The Ledger.

use super::App;

/// Where a reader is in the Ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {}

impl Ledger {
    /// What of it is a step worth undoing.
    pub(super) fn shown(&self) {}
}

impl App {
    /// The state of the Ledger.
    pub fn ledger(&self) -> &Ledger {
        &self.state.ledger
    }

    pub(super) fn fit_ledger(&mut self) {}

    /// Moves by `steps` rows.
    pub(super) fn ledger_rows(&mut self, steps: isize) {
        self.state.step(steps);
    }
}
