//! The page of one wall: what it is, what became of it, its history and its neighbours as links. It lies over the view
//! that it was opened from, as a milestone does that is read.

mod links;
mod moves;

pub use links::{WallLink, link, links, order, page};
pub use moves::sentence;
pub(in crate::app) use moves::{
    copy_sentence, fit, go_by, go_to_link, open, open_link, step, walk, walk_years,
};
