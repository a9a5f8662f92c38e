//! A wall by itself, as its page tells it: whose it is, what each step of its history rests on, and which others stand
//! between the same two.

mod others;
mod parties;
mod told;

pub use others::{OtherWalls, other_walls};
pub use parties::{party_name, sides, whose};
pub use told::{StepTold, step_told};
