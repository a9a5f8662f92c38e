//! The selection: marks, and a range from an anchor to the current milestone. Both together are what an
//! export takes; marks survive filters.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::dataset::MilestoneId;
use crate::query::Matches;

/// What is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Shared until changed: a state is copied at every key.
    marks: Rc<BTreeSet<MilestoneId>>,
    range: Option<Range>,
    hidden: usize,
    count: usize,
}

/// From an anchor to the current milestone, both included; of the milestones between, those that match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    anchor: MilestoneId,
    head: MilestoneId,
}

impl Range {
    fn ends(self) -> (MilestoneId, MilestoneId) {
        (self.anchor.min(self.head), self.anchor.max(self.head))
    }

    fn ids(self, matches: &Matches) -> &[MilestoneId] {
        let (first, last) = self.ends();
        let from = matches.place(first).unwrap_or_else(|place| place);
        let to = matches.place(last).map_or_else(|place| place, |place| place + 1);
        &matches.ids[from..to]
    }
}

impl Selection {
    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.range.is_none()
    }

    /// Whether a range is being stretched.
    pub fn is_ranging(&self) -> bool {
        self.range.is_some()
    }

    /// How many are selected.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many of them the filter hides.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// Whether a milestone is selected.
    pub fn contains(&self, id: MilestoneId, matches: &Matches) -> bool {
        let in_range = |range: Range| {
            let (first, last) = range.ends();
            (first..=last).contains(&id) && matches.place(id).is_ok()
        };
        self.marks.contains(&id) || self.range.is_some_and(in_range)
    }

    /// The first and the last selected milestone in time.
    pub fn ends(&self) -> Option<(MilestoneId, MilestoneId)> {
        let marks = self.marks.first().copied().zip(self.marks.last().copied());
        let range = self.range.map(Range::ends);
        marks.into_iter().chain(range).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// All that are selected, in chronological order.
    pub fn ids(&self, matches: &Matches) -> Vec<MilestoneId> {
        let mut ids = BTreeSet::clone(&self.marks);
        ids.extend(self.range.iter().flat_map(|range| range.ids(matches)));
        ids.into_iter().collect()
    }

    /// Marks a milestone, or takes its mark away.
    pub fn toggle(&mut self, id: MilestoneId, matches: &Matches) {
        let marks = Rc::make_mut(&mut self.marks);
        if !marks.remove(&id) {
            marks.insert(id);
        }
        self.recount(matches);
    }

    /// Begins a range at `id`, or, where one is begun, keeps it as marks.
    pub fn range(&mut self, id: MilestoneId, matches: &Matches) {
        if self.range.is_some() {
            self.keep_range(matches);
        } else {
            self.range = Some(Range { anchor: id, head: id });
            self.recount(matches);
        }
    }

    /// Stretches the range, if there is one, to the current milestone.
    pub fn stretch(&mut self, head: MilestoneId, matches: &Matches) {
        if self.range.is_some_and(|range| range.head != head) {
            self.range.iter_mut().for_each(|range| range.head = head);
            self.recount(matches);
        }
    }

    /// Exchanges the range's ends; the milestone to go to.
    pub fn other_end(&mut self) -> Option<MilestoneId> {
        let range = self.range.as_mut()?;
        std::mem::swap(&mut range.anchor, &mut range.head);
        Some(range.head)
    }

    /// Marks all that match.
    pub fn add_all(&mut self, matches: &Matches) {
        self.range = None;
        Rc::make_mut(&mut self.marks).extend(&matches.ids);
        self.recount(matches);
    }

    /// Turns a range into marks. A filter that is about to change would change what the range holds.
    pub fn keep_range(&mut self, matches: &Matches) {
        if let Some(range) = self.range.take() {
            Rc::make_mut(&mut self.marks).extend(range.ids(matches));
            self.recount(matches);
        }
    }

    /// Drops the range, if there is one.
    pub fn drop_range(&mut self, matches: &Matches) {
        if self.range.take().is_some() {
            self.recount(matches);
        }
    }

    /// Drops the range, or, where there is none, the marks. How many marks went.
    pub fn drop_one_layer(&mut self, matches: &Matches) -> usize {
        let dropped = if self.range.take().is_some() { 0 } else { std::mem::take(&mut self.marks).len() };
        self.recount(matches);
        dropped
    }

    /// Counts again what is selected and what of it is hidden: when either or the matches have changed.
    pub fn recount(&mut self, matches: &Matches) {
        self.hidden = self.marks.iter().filter(|id| matches.place(**id).is_err()).count();
        let unmarked = |range: Range| range.ids(matches).iter().filter(|id| !self.marks.contains(id)).count();
        self.count = self.marks.len() + self.range.map_or(0, unmarked);
    }
}
