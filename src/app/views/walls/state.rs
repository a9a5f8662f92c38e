//! Where a reader is in the Walls.

use chrono::NaiveDate;
use std::cell::{Cell, OnceCell};

use crate::app::views::walls::changes::Changes;
use crate::app::views::walls::counted::Totals;
use crate::app::views::walls::difference::Difference;
use crate::app::views::walls::keepers::WallList;
use crate::dataset::{BarrierId, MilestoneId};

/// Where a reader is in the Walls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walls {
    /// The day at the end of which the walls are shown; none before they were first looked at.
    pub(super) day: Option<NaiveDate>,
    /// The place that the day goes with.
    pub(super) place: Option<MilestoneId>,
    /// The milestone that stood for the place when it was last looked at: to settle for it is no move.
    pub(super) stood_for: Option<MilestoneId>,
    /// The current wall.
    pub(super) wall: Option<BarrierId>,
    /// Whether the reader asked for the wall, not for the day: then the foot tells of the wall.
    pub(super) asked: bool,
    /// Days that the reader named, to be said so.
    pub(super) named: Vec<NaiveDate>,
    /// The day that is compared with this one.
    pub(super) compared: Option<NaiveDate>,
    /// What differs between the two.
    pub(super) difference: Option<Difference>,
    pub(super) playing: Playing,
    /// The first row drawn.
    pub(super) top: usize,
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

    /// The first row drawn.
    pub const fn top(&self) -> usize {
        self.top
    }

    /// Draws from row `top` on, as far as that keeps the current wall in sight.
    pub(in crate::app) fn set_top(&mut self, top: usize) {
        self.top = top;
    }

    /// Whether the reader asked for the current wall, not for what changed on the day.
    pub const fn asks_for_wall(&self) -> bool {
        self.asked
    }

    /// The day that is compared with the one shown.
    pub const fn compared(&self) -> Option<NaiveDate> {
        self.compared
    }

    /// What differs between the two days, while two are compared.
    pub const fn difference(&self) -> Option<Difference> {
        self.difference
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
    pub(super) list: OnceCell<WallList>,
    pub(super) changes: OnceCell<Changes>,
    /// The walls counted, of the days that were shown last.
    pub(super) totals: Cell<[Option<(NaiveDate, Totals)>; 2]>,
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
