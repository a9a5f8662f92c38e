//! The Lanes: a barrier a row, time to the right.

mod moves;
mod order;
pub mod rows;
mod scale;
mod sorting;
mod span;
mod state;

pub use moves::step_here;
pub(in crate::app) use moves::{by_rows, fit, go_to, walk};
pub(in crate::app) use order::LanesResult;
pub use order::{LaneGroup, LaneSort, SortedLanes};
pub use rows::LaneRow;
pub use scale::Scale;
pub use sorting::shown;
pub(in crate::app) use sorting::sort;
pub(in crate::app) use span::{fit_span, pan, zoom};
pub use span::{scale, shown_day, state};
pub use state::Lanes;
