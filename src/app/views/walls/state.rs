//! Where a reader is in the Walls.

use chrono::NaiveDate;
use std::cell::OnceCell;
use std::rc::Rc;

use crate::app::views::walls::changes::Changes;
use crate::app::views::walls::difference::Difference;
use crate::app::views::walls::grid::Grid;
use crate::dataset::{MilestoneId, Party};

/// Where a reader is in the Walls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walls {
    /// The day at the end of which the walls are shown; none before they were first looked at.
    pub(super) day: Option<NaiveDate>,
    /// The place that the day goes with.
    pub(super) place: Option<MilestoneId>,
    /// The milestone that stood for the place when it was last looked at: to settle for it is no move.
    pub(super) stood_for: Option<MilestoneId>,
    /// The current cell: who keeps the barrier, who is kept out.
    pub(super) cell: Option<(Party, Party)>,
    /// The column that the reader last chose: going up and down keeps to it.
    pub(super) aim: Option<Party>,
    /// Whether the reader asked for the cell, not for the day: then the foot tells of the cell.
    pub(super) asked: bool,
    /// Days that the reader named, to be said so.
    pub(super) named: Vec<NaiveDate>,
    /// The day that is compared with this one.
    pub(super) compared: Option<NaiveDate>,
    /// What differs between the two.
    pub(super) difference: Option<Rc<Difference>>,
    pub(super) playing: Playing,
    /// The first row drawn.
    pub(super) top: usize,
    /// The first column drawn.
    pub(super) left: usize,
}

impl Walls {
    /// What of it is a step worth undoing.
    pub(in crate::app) fn shown(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (self.day, self.compared)
    }

    /// The same as undo keeps it: what differs is found out again, and nothing plays.
    pub(in crate::app) fn at_rest(&self) -> Self {
        Self { difference: None, playing: Playing::Not, ..self.clone() }
    }

    /// The first row and the first column drawn.
    pub const fn corner(&self) -> (usize, usize) {
        (self.top, self.left)
    }

    /// Draws from row `top` on, as far as that keeps the current cell in sight.
    pub(in crate::app) fn set_top(&mut self, top: usize) {
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
pub(in crate::app) struct WallsCaches {
    pub(super) changes: OnceCell<Changes>,
    pub(super) covered: OnceCell<Option<(NaiveDate, NaiveDate)>>,
}

/// What a query came to in the Walls, found out once somebody looks at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct WallsResult {
    pub(super) grid: OnceCell<Grid>,
    pub(super) changes: OnceCell<Changes>,
}

/// Whether the Walls play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Playing {
    #[default]
    Not,
    /// Since the last key: nothing was shown yet.
    Begins,
    Goes,
}
