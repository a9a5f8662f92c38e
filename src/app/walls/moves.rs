//! Going from day to day, and from cell to cell.

use chrono::{Datelike, NaiveDate};

use super::super::{App, Layer};
use super::last_day;
use crate::app::reader::Reader;
use crate::dataset::{BarrierId, Milestone, MilestoneId, Party};
use crate::date::Date;

impl App {
    /// To the next day on which something shown changes, or the one before.
    pub(in super::super) fn walk_changes(&mut self, steps: isize) {
        let day = self.day();
        let to = if steps > 0 { self.changes().after(day) } else { self.changes().before(day) };
        match to {
            Some(day) => self.go_to_day(day),
            None if steps > 0 => self.state.notice("nothing that is shown changes after this day"),
            None => self.state.notice("nothing that is shown changes before this day"),
        }
    }

    /// To the end of this year, or from there to that of the next; back to the end of the year before.
    pub(in super::super) fn walk_walls_years(&mut self, steps: isize) {
        let to = self.year_end(steps);
        let end = if steps > 0 { "this is the last year" } else { "this is the first year" };
        if to == self.day() { self.state.notice(end) } else { self.go_to_day(to) }
    }

    /// The end of this year or of the one before, as far as anything is told of it.
    pub fn year_end(&self, steps: isize) -> NaiveDate {
        let day = self.day();
        let end_of = |year: i32| NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(day);
        let to = match end_of(day.year()) {
            end if steps > 0 && day < end => end,
            _ if steps > 0 => end_of(day.year().saturating_add(1)),
            _ => end_of(day.year().saturating_sub(1)),
        };
        self.within(to)
    }

    /// To the last day of a date that was typed.
    pub(in super::super) fn go_to_day_of(&mut self, date: &Date) {
        let typed = last_day(date.span().clamped());
        let day = self.within(typed);
        if date.last_day() == Some(day) {
            self.state.walls.named.push(day);
        }
        self.go_to_day(day);
        if day != typed {
            self.state.notice(format!("nothing is told of {}: this is the nearest day", date.words()));
        }
    }

    /// Shows `day`. The place goes to what changed something then, else to what had begun by then.
    pub(super) fn go_to_day(&mut self, day: NaiveDate) {
        let cursor = self.cursor_on(day);
        self.state.go_to(cursor);
        self.state.walls.place = Some(self.state.place);
        self.look_at(day, Some(self.state.place));
    }

    /// The place in the list that goes with `day`.
    fn cursor_on(&self, day: NaiveDate) -> usize {
        let listed = self.listed();
        let ids = || self.changes().on(day).iter().map(|change| change.milestone);
        match (ids().find_map(|id| listed.place(id).ok()), ids().next()) {
            (Some(cursor), _) => cursor,
            (None, Some(id)) => self.nearest(id),
            (None, None) => self
                .begun_by(day)
                .map_or(0, |id| listed.place(id).unwrap_or_else(|after| after.saturating_sub(1))),
        }
    }

    /// The last milestone that may have begun by `day`. Those without a first day come first.
    fn begun_by(&self, day: NaiveDate) -> Option<MilestoneId> {
        let (mut from, mut to) = (0, self.dataset.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let date = self.dataset.milestone(MilestoneId::new(middle)).date();
            if date.span().clamped().0 <= day { from = middle + 1 } else { to = middle }
        }
        from.checked_sub(1).map(MilestoneId::new)
    }

    /// Shows `day`, the current cell on what changed then: by `milestone` first of all.
    pub(super) fn look_at(&mut self, day: NaiveDate, milestone: Option<MilestoneId>) {
        let changes = self.changes().on(day);
        let own = || changes.iter().filter(|change| Some(change.milestone) == milestone);
        let first = |ids: &mut dyn Iterator<Item = BarrierId>| self.grid().first_of(ids, &self.dataset);
        let cell = first(&mut own().map(|change| change.barrier))
            .or_else(|| first(&mut changes.iter().map(|change| change.barrier)));
        let parties = cell.and_then(|cell| self.parties_of(cell.row, cell.col));
        let walls = &mut self.state.walls;
        (walls.day, walls.asked) = (Some(day), false);
        if let Some((holder, against)) = parties {
            (walls.cell, walls.aim) = (Some((holder, against)), Some(against));
        }
    }

    /// The first of those who share a row, and of those who share a column.
    fn parties_of(&self, row: usize, col: usize) -> Option<(Party, Party)> {
        let grid = self.grid();
        let holder = grid.rows().get(row)?.parties.first()?;
        Some((*holder, *grid.cols().get(col)?.parties.first()?))
    }

    /// Keeps the current cell one that holds something: in its row the nearest, else the first of all.
    pub(super) fn settle_cell(&mut self) {
        if self.current_cell().is_some() {
            return;
        }
        let grid = self.grid();
        let (holder, against) = self.state.walls.cell.unzip();
        let row = holder.and_then(|holder| grid.row_of(holder)).unwrap_or_default();
        let col = against.and_then(|against| grid.col_of(against)).unwrap_or_default();
        let cell = self.nearest_cell(row, col);
        self.state.walls.cell = cell;
        self.state.walls.aim = self.state.walls.aim.or(cell.map(|(_, against)| against));
    }

    /// The cell of `row` nearest to `col`.
    fn nearest_cell(&self, row: usize, col: usize) -> Option<(Party, Party)> {
        let cells = self.grid().cells(row);
        let at = cells.partition_point(|cell| cell.col < col);
        let around = cells.get(at.saturating_sub(1)..cells.len().min(at + 1))?;
        let nearest = around.iter().min_by_key(|cell| cell.col.abs_diff(col))?;
        self.parties_of(row, nearest.col)
    }

    /// Moves by `steps` rows; each has a wall.
    pub(in super::super) fn walls_rows(&mut self, steps: isize) {
        let Some(row) = self.current_cell().map(|cell| cell.row) else { return };
        let grid = self.grid();
        let to = row.saturating_add_signed(steps).min(grid.rows().len().saturating_sub(1));
        let aim = self.state.walls.aim.and_then(|aim| grid.col_of(aim)).unwrap_or_default();
        let cell = if to == row { self.state.walls.cell } else { self.nearest_cell(to, aim) };
        (self.state.walls.cell, self.state.walls.asked) = (cell, true);
    }

    /// Moves by `steps` walls within the row.
    pub(in super::super) fn walls_cells(&mut self, steps: isize) {
        let Some(cell) = self.current_cell() else { return };
        let cells = self.grid().cells(cell.row);
        let at = cells.partition_point(|other| other.col < cell.col);
        let to = cells.get(at.saturating_add_signed(steps).min(cells.len().saturating_sub(1)));
        let Some((holder, against)) = to.and_then(|cell| self.parties_of(cell.row, cell.col)) else { return };
        let walls = &mut self.state.walls;
        (walls.cell, walls.aim, walls.asked) = (Some((holder, against)), Some(against), true);
    }

    /// Goes to a cell of the grid that has a wall.
    pub(in super::super) fn go_to_cell(&mut self, row: usize, col: usize) {
        if let Some((holder, against)) = self.grid().cell(row, col).and_then(|_| self.parties_of(row, col)) {
            let walls = &mut self.state.walls;
            (walls.cell, walls.aim, walls.asked) = (Some((holder, against)), Some(against), true);
        }
    }

    /// The milestone that last moved a barrier of the current cell by the day that is shown; else the first that will.
    pub fn cell_milestone(&self) -> Option<Milestone<'_>> {
        let day = self.day();
        let barriers = &self.current_cell()?.barriers;
        let steps = barriers.iter().map(|id| self.dataset.history(*id).steps());
        let last = steps.clone().filter_map(|steps| {
            let begun = steps.partition_point(|step| step.from <= day);
            // Of soft dates a few may stand between that are not settled yet.
            steps[..begun].iter().rev().find(|step| step.settled() <= day)
        });
        let first = || steps.clone().filter_map(|steps| steps.iter().find(|step| step.settled() > day));
        let last = last.max_by_key(|step| (step.settled(), step.milestone));
        let step = last.or_else(|| first().min_by_key(|step| (step.settled(), step.milestone)))?;
        Some(self.dataset.milestone(step.milestone))
    }

    /// Opens what the current cell leads to. The day stays.
    pub(in super::super) fn open_cell(&mut self) {
        let Some(id) = self.cell_milestone().map(Milestone::place) else { return self.open() };
        if let Ok(cursor) = self.listed().place(id) {
            self.state.go_to(cursor);
            self.state.walls.place = Some(self.state.place);
        }
        self.state.layers.push(Layer::Reading(id, Reader::default()));
    }
}
