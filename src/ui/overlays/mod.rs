//! What lies on top of a view: prompts on one line, lists and texts on the whole screen.

pub(super) mod copies;
pub(super) mod export;
mod folded;
pub(super) mod palette;
pub(super) mod prompt;
mod replace;

pub(super) use folded::{HEAD, text_cols};
