//! Undo and redo: where a reader was before each change of what is shown and before each jump.

use crate::app::core::mode::View;
use crate::app::core::reader::TextScroll;
use crate::app::state::{Overlay, State};
use crate::app::views::lanes::Lanes;
use crate::app::views::ledger::Ledger;
use crate::app::views::story::Story;
use crate::app::views::walls::Walls;
use crate::dataset::MilestoneId;
use crate::query::Query;

/// What undo brings back: the query, how it is shown, and the place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) query: Query,
    pub(super) dim: bool,
    pub(super) view: View,
    pub(super) lanes: Lanes,
    pub(super) walls: Walls,
    pub(super) ledger: Ledger,
    pub(super) story: Story,
    pub(super) place: MilestoneId,
    /// The first row of the list drawn.
    pub(super) top: usize,
    pub(super) detail: TextScroll,
    /// The pages that lay open on the whole screen, bottom to top.
    pub(super) pages: Vec<Overlay>,
}

impl Point {
    pub(super) fn of(state: &State) -> Self {
        let pages = state.overlays.iter().filter(|layer| layer.is_page()).cloned();
        Self {
            query: state.place.query().clone(),
            dim: state.place.dims(),
            view: state.view,
            lanes: state.lanes.clone(),
            walls: state.walls.at_rest(),
            ledger: state.ledger.clone(),
            story: state.story,
            place: state.place.chosen(),
            top: state.place.top(),
            detail: state.detail.clone(),
            pages: pages.collect(),
        }
    }

    /// Whether a reader would see no difference worth a step: how far list and text are scrolled is none.
    fn is_as(&self, other: &Self) -> bool {
        let id = |page: &Overlay| (page.reading().map(|(id, _)| id), page.wall().map(|(id, _)| id));
        let read = |point: &Self| point.pages.iter().map(id).collect::<Vec<_>>();
        let shown = |point: &Self| {
            let views = (point.lanes.shown(), point.walls.shown(), point.ledger.shown(), point.story);
            (point.dim, point.view, point.place, views, read(point))
        };
        self.query == other.query && shown(self) == shown(other)
    }
}

/// Points before and after the present one.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: Vec<Point>,
    future: Vec<Point>,
}

/// Nobody goes back further; a point is a few hundred bytes.
const STEPS: usize = 1_000;

impl History {
    /// Takes note that `before` is left for `now`. What was undone cannot be redone any longer.
    pub(super) fn leave(&mut self, before: Point, now: &Point) {
        if before.is_as(now) {
            return;
        }
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
        self.future.clear();
    }

    /// The point before `now`, which redo then brings back.
    pub(super) fn undo(&mut self, now: Point) -> Option<Point> {
        step(&mut self.past, &mut self.future, now)
    }

    /// The point after `now` that was undone.
    pub(super) fn redo(&mut self, now: Point) -> Option<Point> {
        step(&mut self.future, &mut self.past, now)
    }

    pub(super) fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn has_future(&self) -> bool {
        !self.future.is_empty()
    }
}

/// What was opened since and closed again may have led back to the very same point: that is no step.
fn step(from: &mut Vec<Point>, onto: &mut Vec<Point>, now: Point) -> Option<Point> {
    let point = std::iter::from_fn(|| from.pop()).find(|point| !point.is_as(&now))?;
    onto.push(now);
    Some(point)
}
