//! The Walls: which barriers stood how at the end of one day, who keeps them against whom.
//!
//! The day goes with the place: whatever leads to another milestone leads to the day on which it had happened. Keys
//! of the Walls' own choose a day first, and take the milestone that changed something then for the place.

mod changes;
mod compare;
mod grid;
mod moves;
mod page;
mod play;
mod said;
mod told;

use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate;

pub use changes::{Change, Changes};
pub use compare::{Difference, Differs};
pub use grid::{Cell, Grid, Line};
pub use page::Page;
pub use told::Moved;

use super::{App, View};
use crate::dataset::{Dataset, Milestone, MilestoneId, Party};
use crate::date::Date;
use play::Playing;

/// Where a reader is in the Walls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walls {
    /// The day at the end of which the walls are shown; none before they were first looked at.
    day: Option<NaiveDate>,
    /// The place that the day goes with.
    place: Option<MilestoneId>,
    /// The milestone that stood for the place when it was last looked at: to settle for it is no move.
    stood_for: Option<MilestoneId>,
    /// The current cell: who keeps the barrier, who is kept out.
    cell: Option<(Party, Party)>,
    /// The column that the reader last chose: going up and down keeps to it.
    aim: Option<Party>,
    /// Whether the reader asked for the cell, not for the day: then the foot tells of the cell.
    asked: bool,
    /// Days that the reader named, to be said so.
    named: Vec<NaiveDate>,
    /// The day that is compared with this one.
    compared: Option<NaiveDate>,
    /// What differs between the two.
    difference: Option<Rc<Difference>>,
    playing: Playing,
    /// The first row drawn.
    top: usize,
    /// The first column drawn.
    left: usize,
}

impl Walls {
    /// What of it is a step worth undoing.
    pub(super) fn shown(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (self.day, self.compared)
    }

    /// The same as undo keeps it: what differs is found out again, and nothing plays.
    pub(super) fn at_rest(&self) -> Self {
        Self { difference: None, playing: Playing::Not, ..self.clone() }
    }

    /// The first row and the first column drawn.
    pub const fn corner(&self) -> (usize, usize) {
        (self.top, self.left)
    }

    /// Draws from row `top` on, as far as that keeps the current cell in sight.
    pub(super) fn set_top(&mut self, top: usize) {
        self.top = top;
    }

    /// Whether the reader asked for the current cell, not for what changed on the day.
    pub const fn asks_for_cell(&self) -> bool {
        self.asked
    }

    /// The day that is compared with the one shown.
    pub const fn compared(&self) -> Option<NaiveDate> {
        self.compared
    }

    /// What differs between the two days, while two are compared.
    pub fn difference(&self) -> Option<&Difference> {
        self.difference.as_deref()
    }
}

/// What of a whole dataset the Walls know once they were looked at.
#[derive(Debug, Default)]
pub(super) struct Known {
    changes: OnceCell<Changes>,
    covered: OnceCell<Option<(NaiveDate, NaiveDate)>>,
}

/// What a query came to in the Walls, found out once somebody looks at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    grid: OnceCell<Grid>,
    changes: OnceCell<Changes>,
}

impl App {
    /// The state of the Walls.
    pub fn walls(&self) -> &Walls {
        &self.state.walls
    }

    /// The day at the end of which the walls are shown.
    pub fn day(&self) -> NaiveDate {
        let first = || self.covered().map_or(NaiveDate::MIN, |(first, _)| first);
        self.state.walls.day.unwrap_or_else(first)
    }

    /// Who keeps barriers shut against whom, of the barriers that are shown.
    pub fn grid(&self) -> &Grid {
        self.state.found.walls.grid.get_or_init(|| Grid::new(self.shown_barriers().ids(), &self.dataset))
    }

    /// What changes which of the barriers that are shown, and when.
    pub fn changes(&self) -> &Changes {
        self.state.found.walls.changes.get_or_init(|| {
            let all = self.whole.walls.changes.get_or_init(|| Changes::new(&self.dataset));
            if self.state.query.is_empty() || self.state.dim {
                return all.clone();
            }
            all.of(|id| self.is_moved(id))
        })
    }

    /// The first and the last day of which anything is told; `None` where nothing has a day.
    pub fn covered(&self) -> Option<(NaiveDate, NaiveDate)> {
        *self.whole.walls.covered.get_or_init(|| covered(&self.dataset))
    }

    /// The row and the column of the current cell; `None` where there are no walls.
    pub fn current_cell(&self) -> Option<&Cell> {
        let (holder, against) = self.state.walls.cell?;
        let grid = self.grid();
        grid.cell(grid.row_of(holder)?, grid.col_of(against)?)
    }

    /// Whether keys go through the days of the Walls, and not through milestones.
    pub(super) fn is_in_walls(&self) -> bool {
        self.state.view == View::Walls && self.state.reading().is_none()
    }

    /// Keeps the day with the place, and the current cell on a wall.
    pub(super) fn settle_walls(&mut self) {
        self.follow_place();
        self.settle_cell();
        self.settle_difference();
    }

    /// Shows the day of the place, where that is another one than the day was chosen with.
    fn follow_place(&mut self) {
        let place = self.state.place;
        let stands_for = self.current().map(Milestone::place);
        let walls = &self.state.walls;
        let is_known = walls.place == Some(place) || walls.day.is_some() && walls.stood_for == Some(place);
        if !is_known && place.index() < self.dataset.len() {
            self.look_at(self.day_of(place), Some(place));
        }
        (self.state.walls.place, self.state.walls.stood_for) = (Some(place), stands_for);
    }

    /// The day from which on a milestone has certainly happened; of one without an end, the day on which it may have
    /// begun.
    pub(super) fn day_of(&self, id: MilestoneId) -> NaiveDate {
        self.within(last_day(self.dataset.milestone(id).date().span().clamped()))
    }

    /// The nearest day of which anything is told.
    fn within(&self, day: NaiveDate) -> NaiveDate {
        self.covered().map_or(day, |(first, last)| day.clamp(first, last))
    }
}

/// The last of some days; the first where there is no last.
const fn last_day((from, to): (NaiveDate, NaiveDate)) -> NaiveDate {
    match to {
        NaiveDate::MAX => from,
        to => to,
    }
}

/// From the first to the last day of milestones, their effects and the span. What the calendar cannot hold counts
/// for nothing.
fn covered(dataset: &Dataset) -> Option<(NaiveDate, NaiveDate)> {
    let of_milestones = dataset.milestones().flat_map(|milestone| {
        let own = milestone.effects().iter().filter_map(|effect| effect.date.as_deref());
        own.chain([milestone.date()]).map(Date::span)
    });
    let ends = of_milestones.chain(dataset.span().copied()).flat_map(|span| [span.from(), span.to()]);
    ends.flatten().fold(None, |covered, day| {
        let (first, last) = covered.unwrap_or((day, day));
        Some((day.min(first), day.max(last)))
    })
}
