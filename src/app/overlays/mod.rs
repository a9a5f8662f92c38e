//! What lies on top of the panes: the state of each, and what is done with it.

pub mod accepting;
pub mod answering;
pub mod ask;
pub mod date;
pub mod exporting;
pub mod help;
pub mod layers;
pub mod palette;
pub mod preview;
pub mod querying;
pub mod question;
pub mod reading;
pub mod recalling;
pub mod replacing;
pub mod searching;
pub mod setting;
pub mod typing;
