//! The Timeline: a milestone a row, whose title takes the lines that it needs.

mod lines;
mod scroll;
mod state;

pub use lines::{date, date_cols, sight, title};
pub(in crate::app) use scroll::{fit, page};
pub use state::{ListLine, ListSight};
