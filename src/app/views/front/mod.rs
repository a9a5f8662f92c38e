//! The front page: what this is, how it went, and the doors to all else. It is what a stranger sees first, and page 0 of
//! the Story.

mod deeds;
mod facts;
mod state;
mod told;
mod turning;

pub(in crate::app) use deeds::{choose, first_inside, leave, needs_front, show, stand_at};
pub use deeds::{chosen, doors, facts, leads_back_to};
pub use facts::{FrontFacts, first_view, has};
pub use state::FrontState;
pub(in crate::app) use told::is_landmark;
pub use told::{caption, lead};
