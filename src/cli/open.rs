//! `wallchart` alone: opens the explorer, or prints a list where there is no terminal to explore in.

use super::args::View;
use super::console::Console;
use super::failure::{Failure, Status};
use super::{list, read};
use crate::app::App;
use crate::terminal;
use crate::ui::Theme;

pub(super) fn run(view: &View, console: &mut Console<'_>) -> Result<Status, Failure> {
    if console.width.is_none() {
        return list::lines(view, console);
    }
    let dataset = read::dataset(view.file.as_deref(), console)?;
    let query = view.filters.query(&dataset)?;
    let theme = Theme { colors: console.colors, ..Theme::default() };
    explore(&mut App::new(dataset, query), theme)
}

fn explore(app: &mut App, theme: Theme) -> Result<Status, Failure> {
    match terminal::run(app, theme) {
        Ok(end) => Ok(Status::Session(end.exit_code())),
        Err(error) => Err(Failure::fault(format!("the terminal failed: {error}"))
            .help("`wallchart list` prints the milestones without one".to_owned())),
    }
}
