//! The ledger of two companies in English.

use crate::words::LedgerWords;

pub(super) const LEDGER: LedgerWords = LedgerWords {
    same_day: "the same day",
    after: |long| format!("after {long}"),
    within: |long| format!("within {long}"),
    within_in_some_order: |long| format!("within {long}, order not settled"),
};
