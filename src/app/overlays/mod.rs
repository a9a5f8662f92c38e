//! What lies on top of the panes: the state of each, and what is done with it.

pub(super) mod accepting;
pub mod answering;
pub mod ask;
pub(super) mod date;
pub(super) mod exporting;
pub mod help;
pub mod palette;
pub mod preview;
pub(super) mod querying;
pub mod question;
pub mod reading;
pub(super) mod recalling;
pub(super) mod replacing;
pub(super) mod searching;
pub mod setting;
pub mod stack;
pub(super) mod typing;
