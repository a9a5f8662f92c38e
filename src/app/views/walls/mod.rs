//! The Walls: which barriers stood how at the end of one day, who keeps them against whom.
//!
//! The day goes with the place: whatever leads to another milestone leads to the day on which it had happened. Keys
//! of the Walls' own choose a day first, and take the milestone that changed something then for the place.

mod cells;
mod changes;
mod compare;
mod days;
mod difference;
mod grid;
mod moves;
mod page;
mod play;
mod said;
mod settling;
mod sight;
mod state;
mod told;

pub use cells::cell_milestone;
pub(in crate::app) use cells::{by_cells, by_rows, go_to_cell, open_cell};
pub use changes::{Change, Changes};
pub use compare::{compared_days, differs, is_comparing};
pub(in crate::app) use compare::{stop as stop_comparing, toggle};
pub(in crate::app) use days::is_walked;
pub use days::{cell, changes, covered, day, grid, state};
pub use difference::{Difference, Differs};
pub use grid::{Cell, Grid, GridLine};
pub use moves::year_end;
pub(in crate::app) use moves::{go_to_date, walk, walk_years};
pub use page::Page;
pub(in crate::app) use play::{begin as play, stop as stop_playing, tick};
pub use play::{is_playing, pace};
pub(in crate::app) use said::day_typed;
pub use said::{day_said, is_unnamed, said};
pub(in crate::app) use settling::settle;
pub(in crate::app) use sight::fit;
pub use sight::{col_width, cols_in_sight, line_name};
pub use state::Walls;
pub(in crate::app) use state::{WallsCaches, WallsResult};
pub use told::Moved;
pub use told::{barrier_name, barrier_told, line_names, moved, party_name};
