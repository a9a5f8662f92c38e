//! The Lanes: a barrier a row, time to the right. Where a reader is in them, beside the place that all views share.

pub mod rows;
mod scale;

use chrono::NaiveDate;

use super::{App, window};
use crate::app::density::middle;
use crate::dataset::{BarrierId, Milestone, MilestoneId, Step};
pub use scale::Scale;
use scale::after;

/// Where a reader is in the Lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// The current lane.
    lane: Option<BarrierId>,
    /// The first row drawn.
    top: usize,
    /// How often the stretch of time that is seen was halved.
    zoom: u8,
    /// The first day drawn; `None` for the span's.
    first: Option<NaiveDate>,
    /// The milestone from which moves from lane to lane set out, and its lane: they go to what is nearest to it, there
    /// and back.
    anchor: Option<(MilestoneId, Option<BarrierId>)>,
    /// The place that the lanes were last brought in line with.
    followed: Option<MilestoneId>,
}

impl Lanes {
    /// What of it is a step worth undoing.
    pub(super) fn zoom(&self) -> u8 {
        self.zoom
    }

    /// The current lane; one that is shown, where any is.
    pub fn lane(&self) -> Option<BarrierId> {
        self.lane
    }

    /// The first row drawn.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Draws from row `top` on, as far as that keeps the current lane in sight.
    pub(super) fn set_top(&mut self, top: usize) {
        self.top = top;
    }
}

impl App {
    /// The state of the Lanes.
    pub fn lanes(&self) -> &Lanes {
        &self.state.lanes
    }

    /// The days that the Lanes show.
    pub fn lanes_scale(&self) -> Scale {
        let (from, to) = self.lanes_span();
        let all = (to - from).num_days() + 1;
        let first = self.state.lanes.first.unwrap_or(from);
        Scale::new(first, all >> self.state.lanes.zoom.min(62), self.state.pages.lanes.cols)
    }

    /// The first and the last day of the span; of an open end, the first or the last of which anything is told.
    fn lanes_span(&self) -> (NaiveDate, NaiveDate) {
        let (from, to) = self.dataset.span().map(|span| (span.from(), span.to())).unwrap_or_default();
        let covered = || self.covered().unwrap_or_default();
        let (from, to) = (from.unwrap_or_else(|| covered().0), to.unwrap_or_else(|| covered().1));
        (from.min(to), to.max(from))
    }

    /// The first and the last day to which one can pan: the span, and what the shown barriers have outside it.
    fn lanes_bounds(&self) -> (NaiveDate, NaiveDate) {
        let (from, to) = self.lanes_span();
        let scale = self.lanes_scale();
        // What is current is always within reach, be it prehistory.
        let here = self.current().and_then(shown_day).unwrap_or(from);
        (from.min(here).min(scale.first()), to.max(here).max(scale.last()))
    }

    pub(super) fn fit_lanes(&mut self) {
        self.state.lanes.zoom = self.state.lanes.zoom.min(self.deepest_zoom());
        let place = self.current().map(Milestone::place);
        if self.state.lanes.followed != place {
            // Who comes from the very beginning begins at the top, and not with what stands before the span.
            let begins = self.state.lanes.followed.is_none() && self.state.cursor == 0;
            self.state.lanes.followed = place;
            if !begins {
                self.follow_lane();
            }
            self.state.lanes.lane = self
                .lane_place()
                .map_or(self.shown_barriers().ids().first().copied(), |_| self.state.lanes.lane);
            self.state.lanes.anchor = place.map(|place| (place, self.state.lanes.lane));
            self.pan_to_current();
        }
        if self.lane_place().is_none() {
            self.follow_lane();
        }
        let Some(at) = self.lane_place() else {
            self.state.lanes.lane = None;
            return;
        };
        let (row, all) = (rows::row_of(self.shown_barriers(), at), rows::count(self.shown_barriers()));
        // The first row in sight is always a heading: the lane's own, where it would be another lane.
        let first = row.saturating_sub(1);
        self.state.lanes.top = window(self.state.lanes.top, (first, row), all, self.state.pages.lanes.rows);
    }

    /// The zoom at which every column is a day.
    fn deepest_zoom(&self) -> u8 {
        let (from, to) = self.lanes_span();
        let (mut days, mut zoom) = ((to - from).num_days() + 1, 0);
        while usize::try_from(days).is_ok_and(|days| days > self.state.pages.lanes.cols.max(1)) {
            days >>= 1;
            zoom += 1;
        }
        zoom
    }

    /// The place of the current lane among those shown.
    fn lane_place(&self) -> Option<usize> {
        self.state.lanes.lane.and_then(|id| self.shown_barriers().place(id))
    }

    /// Goes to a lane that the current milestone moves; stays where it moves this one, or none that is shown.
    fn follow_lane(&mut self) {
        let moved = self.current().map_or(&[][..], Milestone::effects).iter().map(|effect| effect.barrier);
        let mut shown = moved.filter(|id| self.shown_barriers().place(*id).is_some()).peekable();
        let first = shown.peek().copied();
        let stays = self.lane_place().is_some()
            && (first.is_none() || shown.any(|id| Some(id) == self.state.lanes.lane));
        if !stays {
            self.state.lanes.lane = first.or_else(|| self.shown_barriers().ids().first().copied());
        }
    }

    /// By `steps` lanes, to what is nearest in time there.
    pub(super) fn lanes_rows(&mut self, steps: isize) {
        let Some(at) = self.lane_place() else { return };
        let last = self.shown_barriers().ids().len().saturating_sub(1);
        let to = at.saturating_add_signed(steps).min(last);
        let Some(lane) = self.shown_barriers().ids().get(to).copied() else { return };
        self.state.lanes.lane = Some(lane);
        let cursor = self.state.lanes.anchor.and_then(|(anchor, of)| match self.listed().place(anchor) {
            Ok(cursor) if of == Some(lane) => Some(cursor),
            _ => self.nearest_on(lane, anchor),
        });
        if let Some(cursor) = cursor {
            self.state.go_to(cursor);
            self.state.lanes.followed = self.current().map(Milestone::place);
            self.pan_to_current();
        }
    }

    /// To what comes next on the current lane, or what came before.
    pub(super) fn walk_lane(&mut self, step: isize) {
        let (Some(lane), Some(here)) = (self.state.lanes.lane, self.current().map(Milestone::place)) else {
            return;
        };
        let ids = self.dataset.history(lane).steps().iter().map(|step| step.milestone);
        let listed = ids.filter(|id| self.listed().place(*id).is_ok());
        let to = if step > 0 {
            listed.filter(|id| *id > here).min()
        } else {
            listed.filter(|id| *id < here).max()
        };
        match to.map(|id| self.listed().place(id)) {
            Some(Ok(cursor)) => self.state.go_to(cursor),
            _ if step > 0 => self.state.notice("this is the last on its lane"),
            _ => self.state.notice("this is the first on its lane"),
        }
    }

    /// Goes to a lane that is shown: to what is nearest to `day` on it, else to where the reader was.
    pub(super) fn go_to_lane(&mut self, lane: BarrierId, day: Option<NaiveDate>) {
        if self.shown_barriers().place(lane).is_none() {
            return;
        }
        self.state.lanes.lane = Some(lane);
        let day = day.or_else(|| self.current().and_then(shown_day));
        if let Some(cursor) = day.and_then(|day| self.nearest_to_day(lane, day)) {
            self.state.go_to(cursor);
            let place = self.current().map(Milestone::place);
            self.state.lanes.followed = place;
            self.state.lanes.anchor = place.map(|place| (place, Some(lane)));
        }
    }

    /// The place in the list of the milestone on a lane that is nearest in time to another one: that one itself, where
    /// it is on the lane.
    fn nearest_on(&self, lane: BarrierId, to: MilestoneId) -> Option<usize> {
        let milestone = self.dataset.milestone(to);
        let is_there = milestone.effects().iter().any(|effect| effect.barrier == lane);
        match self.listed().place(to) {
            Ok(cursor) if is_there => Some(cursor),
            _ => self.nearest_to_day(lane, shown_day(milestone)?),
        }
    }

    /// The place in the list of the milestone on a lane that is nearest to `day`.
    fn nearest_to_day(&self, lane: BarrierId, day: NaiveDate) -> Option<usize> {
        let steps = self.dataset.history(lane).steps();
        let after = steps.partition_point(|step| step.from <= day);
        let listed = |step: &Step| Some((step.from, self.listed().place(step.milestone).ok()?));
        let before = steps[..after].iter().rev().find_map(listed);
        let later = steps[after..].iter().find_map(listed);
        let distance = |from: NaiveDate| (from - day).num_days().abs();
        let nearest = before.into_iter().chain(later).min_by_key(|(from, _)| distance(*from));
        nearest.map(|(_, cursor)| cursor)
    }

    /// Brings the current milestone into sight, unless the whole span is: then what lies outside it is said, not shown.
    fn pan_to_current(&mut self) {
        let scale = self.lanes_scale();
        let Some(day) = self.current().and_then(shown_day) else { return };
        let (from, to) = self.lanes_span();
        if scale.col(day).is_some() || (self.state.lanes.zoom == 0 && !(from..=to).contains(&day)) {
            return;
        }
        let first = Scale::first_for(day, scale.cols() / 2, scale.days(), scale.cols());
        self.state.lanes.first = (self.state.lanes.zoom > 0).then_some(first);
    }

    /// Zooms in by halves, or out; the current milestone keeps its column.
    pub(super) fn zoom_lanes(&mut self, steps: i8) {
        let (zoom, deepest) = (self.state.lanes.zoom, self.deepest_zoom());
        let to = zoom.saturating_add_signed(steps).min(deepest);
        if to == zoom {
            self.state.notice(if steps > 0 {
                "a column is a day: closer there is nothing"
            } else {
                "this is the whole span"
            });
            return;
        }
        if to == 0 {
            return self.fit_span();
        }
        let scale = self.lanes_scale();
        let day = self.current().and_then(shown_day);
        // What is out of sight comes to the middle.
        let col = day.and_then(|day| scale.col(day)).unwrap_or(scale.cols() / 2);
        self.state.lanes.zoom = to;
        let days = self.lanes_scale().days();
        self.state.lanes.first = Some(match day {
            Some(day) => Scale::first_for(day, col, days, scale.cols()),
            None => Scale::first_for(scale.first_of(col), col, days, scale.cols()),
        });
    }

    /// Shows the whole span.
    pub(super) fn fit_span(&mut self) {
        (self.state.lanes.zoom, self.state.lanes.first) = (0, None);
    }

    /// Shows what came later, or earlier: a quarter of what is seen.
    pub(super) fn pan_lanes(&mut self, steps: i64) {
        let scale = self.lanes_scale();
        let (from, to) = self.lanes_bounds();
        let last = after(to, 1 - scale.days()).max(from);
        let first = after(scale.first(), steps * (scale.days() / 4).max(1)).clamp(from, last);
        if first == scale.first() {
            self.state.notice(if steps > 0 { "nothing came later" } else { "nothing came earlier" });
        }
        self.state.lanes.first = Some(first);
    }

    /// Where on the current lane the current milestone stands: which of how many.
    pub fn step_on_lane(&self) -> Option<(usize, usize)> {
        let lane = self.state.lanes.lane?;
        let (milestone, history) = (self.current()?, self.dataset.history(lane));
        let effect = milestone.effects().iter().position(|effect| effect.barrier == lane)?;
        Some((history.step_of(milestone, effect)? + 1, history.steps().len()))
    }
}

/// The day at which a milestone is shown: the middle of its possible ones.
pub fn shown_day(milestone: Milestone<'_>) -> Option<NaiveDate> {
    middle(milestone.date())
}
