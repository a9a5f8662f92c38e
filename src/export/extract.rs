//! What an export takes of a dataset.

use std::borrow::Cow;

use crate::dataset::{BarrierId, Dataset, Lang, Milestone, MilestoneId, SourceId};
use crate::date::Date;
use crate::query::{Field, Matches, Query};

/// Milestones to be exported, in chronological order and each once.
#[derive(Clone, Debug)]
pub struct Extract<'a> {
    pub(super) dataset: &'a Dataset,
    ids: Vec<MilestoneId>,
    /// What asks for just these. All that an export says of how it came about is read off it, so that one that is
    /// made again from its `view` has the same bytes.
    pub(super) query: Cow<'a, Query>,
}

impl<'a> Extract<'a> {
    /// Everything that `query` matches: `matches` is what it does.
    pub fn matching(dataset: &'a Dataset, query: &'a Query, matches: &Matches) -> Self {
        Self { dataset, ids: matches.ids.clone(), query: Cow::Borrowed(query) }
    }

    /// The milestones that a reader picked while `query` was on; all that match where none was.
    ///
    /// Marks survive a change of the query, so they need not be among its matches. Where they are exactly its
    /// matches the extract is the query's; otherwise it is asked for by its ids.
    pub fn picked(
        dataset: &'a Dataset,
        mut ids: Vec<MilestoneId>,
        query: &'a Query,
        matches: &Matches,
    ) -> Self {
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() || ids == matches.ids {
            return Self::matching(dataset, query, matches);
        }
        let query = if ids.len() == dataset.len() {
            Query::default()
        } else {
            Query::ids(ids.iter().map(|id| (id.index(), dataset.milestone(*id).id())))
        };
        Self { dataset, ids, query: Cow::Owned(query) }
    }

    /// Everything that moves `wall`.
    pub fn of_wall(dataset: &'a Dataset, wall: BarrierId) -> Self {
        let mut ids: Vec<MilestoneId> =
            dataset.history(wall).steps().iter().map(|step| step.milestone).collect();
        ids.sort_unstable();
        ids.dedup();
        let query = Query::parse(&format!("barrier:{}", dataset.barrier(wall).id), dataset).query;
        Self { dataset, ids, query: Cow::Owned(query) }
    }

    /// Whether it is asked for by the ids of its milestones and nothing else, as what was picked by hand is.
    pub(super) fn is_by_hand(&self) -> bool {
        matches!(self.query.terms(), [term] if term.field == Field::Id && !term.negated)
    }

    /// What its dataset is called.
    pub(super) fn title(&self, lang: Lang) -> Cow<'a, str> {
        lang.of(self.dataset.title(), self.dataset.head().title_zh.as_deref())
    }

    /// How many milestones are selected.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nothing is selected: the query matches nothing.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// How many milestones it is selected from.
    pub fn of(&self) -> usize {
        self.dataset.len()
    }

    /// How many of its milestones carry a note, on what is disputed or open.
    pub fn noted(&self) -> usize {
        self.milestones().filter(|milestone| !milestone.notes(Lang::default()).is_empty()).count()
    }

    pub(super) fn milestones(&self) -> impl Iterator<Item = Milestone<'a>> + Clone + '_ {
        self.ids.iter().map(|id| self.dataset.milestone(*id))
    }

    /// The sources that are cited, each once, in order of first use.
    pub fn sources(&self) -> Vec<SourceId> {
        let mut is_used = vec![false; self.dataset.sources().len()];
        let cited = self.milestones().flat_map(Milestone::cites).map(|cite| cite.source);
        cited.filter(|source| !std::mem::replace(&mut is_used[source.index()], true)).collect()
    }

    /// What its milestones cover, from the first to the last, as precise as their dates are.
    pub(super) fn period(&self) -> Option<Date> {
        Date::period(self.milestones().map(Milestone::date))
    }
}
