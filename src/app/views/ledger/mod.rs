//! The Ledger: two companies on either side of one axis of time.
//!
//! Which two: those that the reader chose with a key, else those that the query asks for, else those with the most
//! between them. Where the current milestone is not between them, the nearest in time that is stands in for it, as it
//! does for one that a filter hides.

mod answer;
mod compared;
mod moves;
mod pair;
mod pairs;
mod parties;
mod rows;
mod state;

pub use answer::{Answer, after, answers};
pub use compared::{between, cursor, pair, place_of_pair};
pub(in crate::app) use moves::{by_rows, next_pair, settle, why_beside};
pub use pair::{Pair, Side};
pub(in crate::app) use pairs::Pairs;
pub(in crate::app) use parties::Parties;
pub use rows::{Open, Rows, Tally};
pub use state::Ledger;
