//! Changes of what is shown: the query, by facets, by typing and term by term; hiding or dimming; undo. Whatever
//! changes, the reader's place stays.

use std::rc::Rc;

use super::ask::{Ask, may_become_key};
use super::due::read;
use super::facets::Row;
use super::history::Point;
use super::reader::Reader;
use super::state::Found;
use super::{App, Focus, Layer, Listed, Prompt};
use crate::dataset::{Dataset, Milestone, MilestoneId};
use crate::query::{FacetValue, Field, Pairing, Query, Relaxation, completions};

impl App {
    /// Where a reader is now, as undo would bring it back.
    pub(super) fn point(&self) -> Point {
        Point::of(&self.state)
    }

    /// Takes note that `before` was left, so that undo goes back there.
    pub(super) fn remember(&mut self, before: Point) {
        let now = self.point();
        self.history.leave(before, &now);
    }

    pub(super) fn undo(&mut self) {
        let now = self.point();
        match self.history.undo(now) {
            Some(point) => self.restore(point),
            // What there was led to where the reader is.
            None => self.state.notice("there is nothing to undo"),
        }
    }

    pub(super) fn redo(&mut self) {
        let now = self.point();
        match self.history.redo(now) {
            Some(point) => self.restore(point),
            None => self.state.notice("there is nothing to redo"),
        }
    }

    /// Brings a reader back to `point`.
    fn restore(&mut self, point: Point) {
        self.state.layers.retain(|layer| !matches!(layer, Layer::Reading(..)));
        self.state.layers.splice(0..0, point.layers());
        self.state.view = point.view;
        (self.state.lanes, self.state.walls, self.state.ledger) = (point.lanes, point.walls, point.ledger);
        self.state.place = point.place;
        self.show(point.query, point.dim);
        (self.state.top, self.state.detail) = (point.top, point.detail);
    }

    /// Changes the query.
    pub(super) fn filter(&mut self, change: impl FnOnce(&mut Query)) {
        let mut query = self.state.query.clone();
        change(&mut query);
        self.show(query, self.state.dim);
    }

    /// Drops the filter that keys go to.
    pub(super) fn filter_but_chosen(&mut self) {
        let chosen = self.state.term;
        self.filter(|query| query.remove(&(chosen..chosen + 1)));
    }

    /// Takes the current milestone for the one that the reader chose to be at, whatever was before a filter hid it:
    /// something is done with it.
    pub(super) fn settle(&mut self) {
        self.state.place = self.current().map_or(self.state.place, Milestone::place);
    }

    /// Hides what does not match, or shows it as what it is.
    pub(super) fn toggle_dim(&mut self) {
        self.settle();
        self.show(self.state.query.clone(), !self.state.dim);
        self.state.notice(if self.state.dim {
            "what the filters leave out is shown as well; . hides it"
        } else {
            "what the filters leave out is hidden; . shows it"
        });
    }

    /// Shows what `query` asks for, and keeps the reader's place: the same milestone, or the nearest in time.
    pub(super) fn show(&mut self, query: Query, dim: bool) {
        let before = self.current().map(Milestone::place);
        let is_other = query != self.state.query;
        if is_other {
            self.state.selection.keep_range(&self.state.found.matches);
        }
        if is_other || dim != self.state.dim {
            let on = self.facet_rows().get(self.state.facets.cursor).copied();
            self.state.found = Found::new(&query, dim, &self.dataset, &mut self.searcher, &self.whole);
            (self.state.query, self.state.dim) = (query, dim);
            self.state.selection.recount(&self.state.found.matches);
            self.find_hits();
            // A chosen value has its row however long its group is: rows above the cursor come and go.
            self.stay_on(on);
        }
        self.state.cursor = self.nearest(self.state.place);
        self.state.stretch();
        if self.current().map(Milestone::place) != before {
            self.state.detail = Reader::default();
        }
    }

    /// The place in the list of `id`, or of the nearest to it in time.
    pub(super) fn nearest(&self, id: MilestoneId) -> usize {
        self.nearest_of(self.listed(), id)
    }

    /// The place among `listed` of `id`, or of the nearest to it in time.
    pub(super) fn nearest_of(&self, listed: Listed<'_>, id: MilestoneId) -> usize {
        let after = match listed.place(id) {
            Ok(cursor) => return cursor,
            Err(after) => after,
        };
        let day = |id: MilestoneId| self.dataset.milestone(id).date().span().middle();
        let distance = |cursor: usize| Some(day(listed.get(cursor)?)?.abs_diff(day(id)?));
        let before = after.saturating_sub(1);
        match (distance(before), distance(after)) {
            (Some(near), Some(far)) if far < near => after,
            (None, Some(_)) => after,
            _ => before,
        }
    }

    /// Where nothing matches: the terms without which there is most to see.
    pub fn way_out(&self) -> Option<&Relaxation> {
        self.state.found.ways.first()
    }

    pub(super) fn take_way_out(&mut self) {
        if let Some(way) = self.way_out().cloned() {
            let before = self.point();
            self.filter(|query| query.remove(&way.terms));
            self.remember(before);
        }
    }

    pub(super) fn next_facet(&mut self) {
        let rows = self.facet_rows();
        self.state.facets.go_to_next_group(&rows, self.state.pages.facets);
    }

    /// Has keys go to the filter so many on; the last one is found where it has to be one.
    pub(super) fn choose_term(&mut self, steps: isize) {
        self.state.term = self.state.term.saturating_add_signed(steps);
    }

    pub(super) fn go_to_facets(&mut self, field: Option<Field>) {
        self.state.focus = Focus::Facets;
        let rows = self.facet_rows();
        if let Some(field) = field {
            let height = self.state.pages.facets;
            self.state.facets.go_to(field, &rows, height);
            let chosen = self.state.query.ticks(field).find(|tick| rows.contains(&Row::Value(*tick)));
            if let Some(tick) = chosen {
                self.state.facets.follow(tick, &rows);
            }
        }
    }

    /// Does to the query what `change` does with the value that the cursor is on; opens a group to its end, or
    /// switches how two companies are asked for, where the cursor is on that.
    pub(super) fn choose(&mut self, change: fn(&mut Query, FacetValue, &Dataset)) {
        match self.facet_rows().get(self.state.facets.cursor).copied() {
            Some(Row::More(field, _)) => self.state.facets.open(field),
            Some(Row::Pairing(_)) => self.filter(Query::switch_pairing),
            Some(Row::Value(tick)) => {
                let was_pair = self.state.query.pairing().is_some();
                let mut query = self.state.query.clone();
                change(&mut query, tick, &self.dataset);
                self.show(query, self.state.dim);
                if self.state.query.pairing() == Some(Pairing::Any) && !was_pair {
                    self.state.notice("either of the two; any / between, above them, asks for both at once");
                }
            }
            Some(Row::Nothing) => {
                self.state.notice("nothing in this group is called that; Esc shows all of it");
            }
            Some(Row::Heading(_) | Row::Blank) | None => {}
        }
    }

    /// Begins to narrow the group that the cursor is in.
    pub(super) fn begin_narrowing(&mut self) {
        let rows = self.facet_rows();
        let Some(field) = self.state.facets.field(&rows) else { return };
        let text = match &self.state.facets.narrow {
            Some((narrowed, text)) if *narrowed == field => text.clone(),
            _ => String::new(),
        };
        let on = rows.get(self.state.facets.cursor).copied();
        self.state.facets.narrow = Some((field, text.clone()));
        self.state.layers.push(Layer::Narrow(Prompt::new(text)));
        self.stay_on(on);
    }

    /// Keeps the facets' cursor on the value that it was `on`, wherever that stands now; says whether it has a row.
    fn stay_on(&mut self, on: Option<Row>) -> bool {
        let Some(Row::Value(tick)) = on else { return true };
        let rows = self.facet_rows();
        self.state.facets.follow(tick, &rows)
    }

    /// Shows all of a narrowed group again, the cursor on the same value.
    pub(super) fn widen(&mut self) {
        let on = self.facet_rows().get(self.state.facets.cursor).copied();
        let Some((field, _)) = self.state.facets.narrow.take() else { return };
        if !self.stay_on(on) {
            self.state.facets.open(field);
            self.stay_on(on);
        }
    }

    pub(super) fn narrow_as_typed(&mut self) {
        let Some(Layer::Narrow(prompt)) = self.state.layers.last() else { return };
        let Some((field, text)) = &mut self.state.facets.narrow else { return };
        prompt.text().clone_into(text);
        let field = *field;
        let rows = self.facet_rows();
        let height = self.state.pages.facets;
        self.state.facets.go_to(field, &rows, height);
    }

    /// Begins to edit the query, as it would be typed.
    pub(super) fn begin_query(&mut self) {
        let mut line = self.state.query.to_string();
        if !line.is_empty() {
            line.push(' ');
        }
        self.state.layers.push(Layer::Query(Ask::new(line, &self.state)));
        self.offer();
    }

    /// Shows what the line asks for as it is typed, from where the prompt began: what was typed and taken back has never
    /// been. While something is wrong with it, the last good result stays.
    pub(super) fn query_as_typed(&mut self, lines: &[Prompt]) {
        let Some(Layer::Query(ask)) = self.state.layers.last_mut() else { return };
        let (faults, said) = read(lines, &self.dataset, |line| !may_become_key(line));
        ask.faults = faults;
        if let Some((_, query)) = said.filter(|(_, query)| *query != self.state.query) {
            let before = Rc::clone(&ask.before);
            self.answer_from(&before);
            self.show(query, self.state.dim);
        }
        self.offer();
    }

    /// Finds out how the line may go on.
    fn offer(&mut self) {
        let Some(Layer::Query(ask)) = self.state.layers.last_mut() else { return };
        let (line, cursor) = (ask.prompt.text(), ask.prompt.cursor_byte());
        ask.offered = completions(line, cursor, &mut self.searcher, &self.dataset);
        ask.chosen = None;
    }
}
