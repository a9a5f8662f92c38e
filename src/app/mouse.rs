//! The mouse, where a reader turned it on: a click selects, a second one on the same opens; the wheel scrolls what it
//! is over; a drag on the strip selects a span.

use chrono::NaiveDate;

use super::reader::Reader;
use super::{App, Effect, Focus, Layer, View};
use crate::dataset::{BarrierId, Milestone, MilestoneId};
use crate::query::Query;

/// What a hand did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The left button went down.
    Press,
    /// It is down, and the mouse is somewhere else.
    Drag,
    /// It was let go.
    Release,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// What the mouse is over. Rows and columns are counted from 0 within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The name of a view.
    Tab(View),
    /// A milestone, in whatever view.
    Milestone(MilestoneId),
    /// A lane, and the day that stands there.
    Lane(BarrierId, Option<NaiveDate>),
    /// A cell of the Walls: its row and its column in the grid.
    Cell(usize, usize),
    /// A page of the Story: so many steps from this one.
    Page(isize),
    /// Anything else of the main pane.
    Main,
    /// A row of the facets.
    Facets(usize),
    /// A row of the detail.
    Detail(usize),
    /// A bin of the strip.
    Strip(usize),
    /// A row of what lies on top.
    Layer(usize),
    /// Nothing that does anything.
    Nothing,
}

/// Rows a notch of the wheel.
const NOTCH: isize = 3;

impl App {
    /// Whether the mouse is on.
    pub fn has_mouse(&self) -> bool {
        self.state.mouse
    }

    /// Whether the button went down on the strip and is down still: then all columns are the strip's.
    pub fn is_dragging(&self) -> bool {
        self.state.dragged.is_some()
    }

    pub(super) fn switch_mouse(&mut self) -> Vec<Effect> {
        self.state.mouse = !self.state.mouse;
        self.state.dragged = None;
        self.state.notice(if self.state.mouse {
            "the mouse is on: a click selects, the wheel scrolls, a drag on the strip selects a span; M turns it off"
        } else {
            "the mouse is off: the terminal selects text again"
        });
        vec![Effect::Mouse(self.state.mouse)]
    }

    /// Does what a hand did with the mouse over `target`.
    pub(super) fn mouse(&mut self, gesture: Gesture, target: Target) -> Vec<Effect> {
        if self.is_unseen() || !self.state.mouse {
            return Vec::new();
        }
        if gesture != Gesture::Release && self.stop_playing() {
            return Vec::new();
        }
        if gesture != Gesture::Release {
            self.state.notice = None;
            self.state.pending.clear();
        }
        match (gesture, target) {
            (Gesture::WheelUp, _) => self.wheel(-NOTCH, target),
            (Gesture::WheelDown, _) => self.wheel(NOTCH, target),
            (Gesture::Press, _) => return self.click(target),
            (Gesture::Drag, Target::Strip(bin)) => self.drag(bin),
            (Gesture::Drag, _) => {}
            (Gesture::Release, _) => self.release(),
        }
        Vec::new()
    }

    fn wheel(&mut self, steps: isize, target: Target) {
        match self.state.layers.last() {
            // There rows are hits, or nothing.
            Some(Layer::Search(_) | Layer::Date(_)) => return,
            Some(_) => return self.rows(steps),
            None => {}
        }
        let focus = match target {
            Target::Tab(_) | Target::Layer(_) | Target::Nothing => return,
            Target::Facets(_) => Focus::Facets,
            Target::Detail(_) => {
                let page = self.state.pages.text.clone();
                return self.state.detail.scroll(steps, &page);
            }
            _ => Focus::List,
        };
        // What is scrolled is not what keys go to.
        let before = std::mem::replace(&mut self.state.focus, focus);
        self.rows(steps);
        self.state.focus = before;
    }

    fn click(&mut self, target: Target) -> Vec<Effect> {
        if let Target::Layer(row) = target {
            return self.click_layer(row);
        }
        if !self.state.layers.is_empty() {
            return Vec::new();
        }
        let before = self.point();
        match target {
            Target::Tab(view) => self.look(view),
            Target::Facets(row) => self.click_facet(row),
            Target::Detail(row) => {
                self.state.focus = Focus::Detail;
                self.settle();
                return self.click_text(row);
            }
            Target::Strip(bin) => self.press_strip(bin),
            _ => return self.click_main(target),
        }
        self.remember(before);
        Vec::new()
    }

    /// Goes to what was clicked; where that is current already, opens it.
    fn click_main(&mut self, target: Target) -> Vec<Effect> {
        let was_here = std::mem::replace(&mut self.state.focus, Focus::List) == Focus::List;
        let before = (self.state.cursor, self.state.lanes.clone(), self.state.walls.clone());
        match target {
            Target::Milestone(id) => {
                if let Ok(cursor) = self.listed().place(id) {
                    self.state.go_to(cursor);
                }
            }
            Target::Lane(id, day) => self.go_to_lane(id, day),
            Target::Cell(row, col) => self.go_to_cell(row, col),
            Target::Page(steps) => {
                self.turn(steps);
                return Vec::new();
            }
            _ => return Vec::new(),
        }
        let stayed = before == (self.state.cursor, self.state.lanes.clone(), self.state.walls.clone());
        if was_here && stayed {
            self.open_here();
        }
        Vec::new()
    }

    fn click_facet(&mut self, row: usize) {
        self.state.focus = Focus::Facets;
        let rows = self.facet_rows();
        let (top, height) = (self.state.facets.top, self.state.pages.facets);
        // The first row and the last may say how many more there are.
        let is_more = (row == 0 && top > 0) || (row + 1 == height && top + height < rows.len());
        if is_more {
            let steps = if row == 0 { -NOTCH } else { NOTCH };
            self.state.facets.step(steps, &rows);
        } else if self.state.facets.stand_on(top + row, &rows) {
            self.choose(Query::toggle);
        }
    }

    /// Marks the link on a line of the text that is read; where it is marked, follows it.
    fn click_text(&mut self, row: usize) -> Vec<Effect> {
        let links = &self.state.pages.text.links;
        let top = self.read().map_or(0, |(_, reader)| reader.top);
        // A source takes several lines.
        let link = links.partition_point(|line| *line <= top + row).checked_sub(1);
        let reader: &mut Reader = self.state.reader_mut();
        if link.is_some() && reader.link == link {
            let before = self.point();
            let effects = self.follow();
            self.remember(before);
            return effects;
        }
        reader.link = link;
        Vec::new()
    }

    fn click_layer(&mut self, row: usize) -> Vec<Effect> {
        let below = self.mode_below_top();
        let lines = match self.state.layers.last() {
            Some(Layer::Palette(palette)) => palette.lines(below, self),
            Some(Layer::Reading(..)) => return self.click_text(row),
            _ => return Vec::new(),
        };
        if let Some(Layer::Palette(palette)) = self.state.layers.last_mut()
            && let Some(super::palette::Line::Action(_, place, _)) = lines.get(palette.top + row)
        {
            if palette.cursor == *place {
                return self.run_chosen();
            }
            palette.cursor = *place;
        }
        Vec::new()
    }

    /// Goes to what began at a place of the strip, or after it; a drag from here selects.
    fn press_strip(&mut self, bin: usize) {
        self.state.selection.drop_range(&self.state.found.matches);
        self.state.dragged = Some(bin);
        self.state.go_to(self.begun_before(self.density().month(bin)));
    }

    /// Selects what began between the place where the button went down and this one.
    fn drag(&mut self, bin: usize) {
        let Some(from) = self.state.dragged else { return };
        self.state.selection.drop_range(&self.state.found.matches);
        let begun_before = |bin: usize| self.begun_before(self.density().month(bin));
        let (first, last) = (begun_before(from.min(bin)), begun_before(from.max(bin) + 1).saturating_sub(1));
        let (anchor, head) = if bin < from { (last, first) } else { (first, last) };
        if first <= last
            && let Some(id) = self.listed().get(anchor)
        {
            self.state.selection.range(id, &self.state.found.matches);
            self.state.go_to(head);
        }
    }

    /// Ends a drag: what it selected stays selected, wherever the reader goes from here.
    fn release(&mut self) {
        if self.state.dragged.take().is_some() && self.state.selection.is_ranging() {
            self.state.selection.keep_range(&self.state.found.matches);
            let count = self.state.selection.count();
            self.state.notice(format!("{count} selected: e exports them, Esc drops them"));
        }
    }

    /// How many milestones of the list may have begun before a month: the place of the first that did not.
    fn begun_before(&self, month: i64) -> usize {
        let listed = self.listed();
        let is_before = |place: usize| {
            let id = listed.get(place);
            id.map(|id| self.dataset.milestone(id))
                .map(Milestone::date)
                .is_some_and(|date| date.span().months().0.is_none_or(|first| first < month))
        };
        // Places are counted, not gathered.
        let (mut low, mut high) = (0, listed.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_before(middle) { low = middle + 1 } else { high = middle }
        }
        low
    }
}
