//! The Walls: which barriers stood how at the end of one day, listed by who keeps them.
//!
//! The day goes with the place: whatever leads to another milestone leads to the day on which it had happened. Keys
//! of the Walls' own choose a day first, and take the milestone that changed something then for the place.

mod changes;
mod compare;
mod counted;
mod days;
mod difference;
mod keepers;
mod lines;
mod moves;
mod names;
mod page;
mod play;
mod said;
mod settling;
mod sight;
mod state;
mod told;
mod totals;

pub use changes::{Change, Changes};
pub use compare::{compared_days, differs, is_comparing, way};
pub(in crate::app) use compare::{stop as stop_comparing, toggle};
pub use counted::Totals;
pub(in crate::app) use days::is_walked;
pub use days::{changes, covered, current, day, list, state};
pub use difference::{Difference, Differs};
pub use keepers::{Keeper, WallList};
pub use lines::moved_by;
pub(in crate::app) use lines::{by_columns, by_rows, go_to};
pub(in crate::app) use moves::{go_to_date, walk, walk_years};
pub use names::{against, barrier_name, keeper_name};
pub use page::{Page, WallRow, WallsForm};
pub(in crate::app) use play::{begin as play, stop as stop_playing, tick};
pub use play::{is_playing, pace};
pub(in crate::app) use said::day_typed;
pub use said::{day_said, heading, said};
pub(in crate::app) use settling::{begin, settle};
pub(in crate::app) use sight::fit;
pub use state::Walls;
pub(in crate::app) use state::{WallsCaches, WallsResult};
pub use told::{Moved, barrier_told, moved, other_date};
pub use totals::totals;
