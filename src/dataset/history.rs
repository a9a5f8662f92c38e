//! What became of a barrier, folded from the effects of all milestones in date order.
//!
//! A soft date keeps its softness: between its first and its last possible day the earlier state stands, and both
//! are possible; where two soft dates do not settle which came first, neither is said to have had the last word.
//! Unknown stays unknown, and a barrier of which no opening was found is never said to be shut still.

mod closure;
mod course;
mod evidence;
mod fold;
mod interval;
mod step;
mod words;

pub use closure::{Closure, ShutDays};
pub use course::BarrierHistory;
pub(super) use fold::{LazyHistory, lazy_histories};
pub use interval::Interval;
pub use step::Step;

#[cfg(test)]
pub(super) mod tests;
