//! `wallchart show`: one milestone or one wall, whole, as text for a terminal.

mod milestone;
mod page;
mod wall;

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::read;
use super::walls::barrier_line;
use crate::dataset::{BarrierId, Dataset, Milestone, last_day};
use crate::export::json::MilestoneEntry;
use crate::query::named_barrier;
use crate::text::nearest;

/// Longer lines are hard to read, however wide the terminal.
const LONGEST: usize = 80;

/// What is shown.
enum Shown<'a> {
    Milestone(Milestone<'a>),
    Wall(BarrierId),
}

pub(super) fn run(show: &args::ShowArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(show.file.as_deref(), console)?;
    let shown = find(&show.id, &dataset).ok_or_else(|| unknown(&show.id, &dataset))?;
    let cols = console.width.unwrap_or(LONGEST).min(LONGEST);
    let lines = match shown {
        Shown::Milestone(milestone) if show.json => vec![MilestoneEntry::new(milestone, &dataset).line()],
        Shown::Milestone(milestone) => milestone::page(milestone, &dataset, cols),
        Shown::Wall(id) if show.json => vec![barrier_line(id, last_day(&dataset), &dataset)?],
        Shown::Wall(id) => wall::page(id, &dataset, cols),
    };
    for line in lines {
        writeln!(console.out, "{line}")?;
    }
    Ok(Status::Done)
}

/// The milestone with that id, else the wall with that id or name.
fn find<'a>(named: &str, dataset: &'a Dataset) -> Option<Shown<'a>> {
    let milestone = dataset.find(named).map(Shown::Milestone);
    milestone.or_else(|| named_barrier(named, dataset).map(Shown::Wall))
}

fn unknown(id: &str, dataset: &Dataset) -> Failure {
    let walls = dataset.barriers().iter().flat_map(|wall| [wall.id.as_str(), wall.name.as_str()]);
    let near = nearest(id, dataset.milestones().map(Milestone::id).chain(walls));
    let help = near.map_or_else(
        || "`wallchart list | cat` and `wallchart walls | cat` show all ids".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Failure::fault(format!("there is no milestone and no wall `{id}`")).help(help)
}
