//! What is wrong with a dataset, as values: a [`Fault`] names a place in the text, what was found there and
//! what was expected. Loading reports faults and goes on; one renderer shows them, as a compiler would.
//!
//! Everything that a fault says is scrubbed as it enters, because messages quote text from outside.

mod gathered;
mod render;
mod source;
mod value;

pub use gathered::{FaultCounts, Gathered, MOST};
pub use render::{render, render_first, underlined};
pub use value::{Fault, Severity, code};
