//! What became of a barrier, folded from the effects of all milestones in date order.
//!
//! A soft date keeps its softness: between its first and its last possible day the earlier state stands, and both
//! are possible; where two soft dates do not settle which came first, neither is said to have had the last word.
//! Unknown stays unknown, and a barrier of which no opening was found is never said to be shut still.

mod closure;
mod course;
mod evidence;
mod fold;
mod standing;
mod step;
mod stretch;
mod words;

pub use closure::{Closure, Shut};
pub use course::History;
pub(super) use fold::{Untold, untold};
pub use standing::{Possible, Standing};
pub use step::Step;
pub use stretch::Stretch;

#[cfg(test)]
mod tests;
