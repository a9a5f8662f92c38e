//! Whole files or none, and what may be replaced: an export that the explorer writes, and the command line's `-o`.
//!
//! Invariant: until the new bytes are safely on the disk, the old file is what it was; an error leaves it so. A
//! file of that name that appears meanwhile is not lost either: [`Existing::Keep`] is decided by the file
//! system, in one step.

mod existing;
mod held_back;
mod origin;
mod path;
mod put;
mod save;
mod words;

pub use existing::Existing;
pub use held_back::{ENDING, Signals};
pub use origin::Origin;
pub use save::{SaveError, Saved, read, save};
pub use words::words;
