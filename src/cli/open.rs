//! `wallchart` alone: opens the explorer, or prints a list where there is no terminal to explore in.

use super::args::View;
use super::console::Console;
use super::failure::{Failure, Status};
use super::{list, read};
use crate::app::App;

pub(super) fn run(view: &View, console: &mut Console<'_>) -> Result<Status, Failure> {
    if console.width.is_none() {
        return list::lines(view, console);
    }
    let dataset = read::dataset(view.file.as_deref(), console)?;
    let query = view.filters.query(&dataset)?;
    explore(&mut App::new(dataset, query))
}

/// Stand-in for `terminal::run`.
fn explore(_app: &mut App) -> Result<Status, Failure> {
    Err(Failure::fault("the explorer is not built in yet"))
}
