//! The outcome of a barrier: how it stands in the end, since when, and what that means for the time before.
//!
//! Only what is known: a wall of which no opening was found was closed on a day, and nothing is said of how it stands; a
//! time is one of being shut only where it was closed at some point of it.

mod group;
mod value;
mod words;

pub use group::OutcomeGroup;
pub use value::{BarrierOutcome, Restraint, TimeBefore};
pub use words::{SaidOutcome, day_said, month_said, said_outcome, span_end, year_said};

#[cfg(test)]
mod tests;
