//! Two days: what opened and what closed between them.

use std::rc::Rc;

use chrono::NaiveDate;

use super::super::{App, View};
use crate::dataset::{BarrierId, BarrierState};

/// What became of a barrier between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// It lets more through than before.
    Opened,
    /// It lets less through.
    Closed,
    /// It stands as it stood.
    Not,
    /// On one of the days nobody knows how it stood, or it was not there.
    Unknown,
}

impl Differs {
    const fn between(earlier: BarrierState, later: BarrierState) -> Self {
        if !earlier.is_known() || !later.is_known() {
            Self::Unknown
        } else if later.eases(earlier) {
            Self::Opened
        } else if later.tightens(earlier) {
            Self::Closed
        } else {
            Self::Not
        }
    }
}

/// What differs between two days, of the barriers that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Those that let more through on the later day.
    pub opened: Vec<BarrierId>,
    /// Those that let less through.
    pub closed: Vec<BarrierId>,
    /// How many stand as they stood.
    pub same: usize,
    /// Of how many it is not known on both days.
    pub unknown: usize,
}

impl App {
    /// Marks this day to compare others with it, or no longer does.
    pub(in super::super) fn toggle_compare(&mut self) {
        if self.stop_comparing() {
            return;
        }
        self.state.walls.compared = Some(self.day());
        self.state.notice("go to another day, and see what opened and what closed; m or Esc ends it");
    }

    /// Whether two days are compared, where a reader sees it.
    pub fn is_comparing(&self) -> bool {
        self.state.view == View::Walls && self.state.walls.compared.is_some()
    }

    /// Ends a comparison; says whether there was one.
    pub(in super::super) fn stop_comparing(&mut self) -> bool {
        self.is_comparing() && self.state.walls.compared.take().is_some()
    }

    /// The earlier and the later of the two days that are compared, where they are two.
    pub fn compared_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (other, day) = (self.state.walls.compared?, self.day());
        (other != day).then(|| (day.min(other), day.max(other)))
    }

    /// What became of a barrier between the days that are compared.
    pub fn differs(&self, id: BarrierId, (earlier, later): (NaiveDate, NaiveDate)) -> Differs {
        let history = self.dataset.history(id);
        Differs::between(history.on(earlier).state, history.on(later).state)
    }

    /// Finds out what differs. Costs all that is shown, and only while two days are compared: of 10,000 barriers a
    /// millisecond or two.
    pub(super) fn settle_difference(&mut self) {
        self.state.walls.difference = self.compared_days().map(|days| {
            let mut difference = Difference::default();
            for id in self.shown_barriers().ids() {
                match self.differs(*id, days) {
                    Differs::Opened => difference.opened.push(*id),
                    Differs::Closed => difference.closed.push(*id),
                    Differs::Not => difference.same += 1,
                    Differs::Unknown => difference.unknown += 1,
                }
            }
            Rc::new(difference)
        });
    }
}
