//! The Lanes: a barrier a row, time to the right.

mod moves;
pub mod rows;
mod scale;
mod span;
mod state;

pub use moves::step_here;
pub(in crate::app) use moves::{by_rows, fit, go_to, walk};
pub use rows::LaneRow;
pub use scale::Scale;
pub(in crate::app) use span::{fit_span, pan, zoom};
pub use span::{scale, shown_day, state};
pub use state::Lanes;
