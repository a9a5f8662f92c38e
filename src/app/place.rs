//! Where a reader is: what is asked for, what that came to, which milestone of it is current, what is selected.

use std::rc::Rc;

use crate::app::core::listed::Listed;
use crate::app::core::selection::Selection;
use crate::app::found::QueryResult;
use crate::dataset::{Dataset, MilestoneId};
use crate::query::{Matches, Query};

/// The only writer of where a reader is. Whatever is done here, it [holds](Self::holds) together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    query: Query,
    /// Whether the list shows all milestones, those that do not match dimmed.
    dim: bool,
    found: Rc<QueryResult>,
    /// Where the reader last chose to be, whether or not it is listed: what a filter hides comes back with it.
    chosen: MilestoneId,
    /// The current row: the milestone listed that is the chosen one, or what a view has stand in for it.
    cursor: usize,
    /// The first row of the list drawn.
    top: usize,
    selection: Selection,
}

impl Place {
    /// At the first milestone of what `query` came to.
    pub(super) fn new(query: Query, dim: bool, found: Rc<QueryResult>) -> Self {
        let chosen = found.listed().get(0).unwrap_or(MilestoneId::new(0));
        Self { query, dim, found, chosen, cursor: 0, top: 0, selection: Selection::default() }
    }

    pub(super) fn query(&self) -> &Query {
        &self.query
    }

    pub(super) fn dims(&self) -> bool {
        self.dim
    }

    pub(super) fn found(&self) -> &QueryResult {
        &self.found
    }

    pub(super) fn matches(&self) -> &Matches {
        &self.found.matches
    }

    pub(super) fn listed(&self) -> Listed<'_> {
        self.found.listed()
    }

    pub(super) fn chosen(&self) -> MilestoneId {
        self.chosen
    }

    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    pub(super) fn top(&self) -> usize {
        self.top
    }

    pub(super) fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The milestone at the cursor; `None` where nothing is listed.
    pub(super) fn current(&self) -> Option<MilestoneId> {
        self.listed().get(self.cursor)
    }

    /// Makes the milestone at `cursor`, or the last one, the chosen one; says whether that is another.
    pub(super) fn go_to(&mut self, cursor: usize) -> bool {
        let cursor = cursor.min(self.listed().len().saturating_sub(1));
        let Some(id) = self.listed().get(cursor) else { return false };
        self.cursor = cursor;
        std::mem::replace(&mut self.chosen, id) != id
    }

    /// Chooses a milestone that may not be listed; the nearest in time is current then.
    pub(super) fn choose(&mut self, id: MilestoneId, dataset: &Dataset) {
        self.chosen = id;
        self.return_to_chosen(dataset);
    }

    /// Takes what is current for chosen, whatever was before a filter hid it: something is done with it.
    pub(super) fn settle(&mut self) {
        self.chosen = self.current().unwrap_or(self.chosen);
    }

    /// Makes the chosen milestone current, or the nearest to it in time.
    pub(super) fn return_to_chosen(&mut self, dataset: &Dataset) {
        self.cursor = self.listed().nearest(self.chosen, dataset);
    }

    /// Has the milestone at `cursor` stand in for the chosen one, in a view that does not show that.
    pub(super) fn stand_in(&mut self, cursor: usize) {
        self.cursor = cursor.min(self.listed().len().saturating_sub(1));
    }

    /// Asks for something else, which came to `found`. Another query would change what a range holds: it is kept as marks
    /// first. The reader stays, or stands at the nearest in time.
    pub(super) fn narrow(&mut self, query: Query, dim: bool, found: Rc<QueryResult>, dataset: &Dataset) {
        if query != self.query {
            self.selection.keep_range(&self.found.matches);
        }
        (self.query, self.dim, self.found) = (query, dim, found);
        self.selection.recount(&self.found.matches);
        self.return_to_chosen(dataset);
        self.scroll_to(self.top);
    }

    /// Changes what is selected, of what matches.
    pub(super) fn select<T>(&mut self, change: impl FnOnce(&mut Selection, &Matches) -> T) -> T {
        change(&mut self.selection, &self.found.matches)
    }

    /// Stretches a range, if there is one, to what is current.
    pub(super) fn stretch(&mut self) {
        if let Some(id) = self.current() {
            self.selection.stretch(id, &self.found.matches);
        }
    }

    /// Draws the list from row `top` on, as far as there is one.
    pub(super) fn scroll_to(&mut self, top: usize) {
        self.top = top.min(self.found.timeline.rows().saturating_sub(1));
    }

    /// What always holds: the current row is one of the list, which is all that matches or all that there is; the first row
    /// drawn is one; what is selected and hidden is selected.
    pub(super) fn holds(&self) -> bool {
        let Self { dim, found, cursor, top, selection, .. } = self;
        let listed = found.listed();
        (*cursor < listed.len() || *cursor == 0)
            && (*dim || listed.len() == found.matches.ids.len())
            && *top < found.timeline.rows().max(1)
            && selection.hidden() <= selection.count()
    }
}
