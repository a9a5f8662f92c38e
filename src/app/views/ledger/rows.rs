//! What is between two companies: the milestones, how many of them each side moved, and what nobody has answered.

use crate::app::core::timeline::Timeline;
use crate::app::views::ledger::answer::answers;
use crate::app::views::ledger::pair::{Pair, Side};
use crate::dataset::{BarrierId, Dataset, Milestone, MilestoneId, Tone};

/// The milestones of two companies that are listed, in chronological order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The milestones.
    pub ids: Vec<MilestoneId>,
    /// The years that they stand under.
    pub years: Timeline,
    /// What of them matches, counted.
    pub tally: Tally,
    /// What is unanswered at the end.
    pub open: Open,
}

/// How many milestones are of which sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Moves of the left one.
    pub left: usize,
    /// Moves of the right one.
    pub right: usize,
    /// Moves of both together.
    pub both: usize,
    /// Moves of somebody else that touched both.
    pub others: usize,
    /// Those, of whichever sort, that answer one of them or lift it.
    pub answers: usize,
}

impl Tally {
    /// Counts `ids`.
    pub(super) fn of(ids: impl Iterator<Item = MilestoneId>, pair: Pair, dataset: &Dataset) -> Self {
        let mut tally = Self::default();
        for milestone in ids.map(|id| dataset.milestone(id)) {
            match pair.side(milestone) {
                Some(Side::Left) => tally.left += 1,
                Some(Side::Right) => tally.right += 1,
                Some(Side::Both) => tally.both += 1,
                Some(Side::Others) => tally.others += 1,
                None => {}
            }
            let answered = answers(milestone, pair, dataset).iter().any(|answer| answer.kind.is_answer());
            tally.answers += usize::from(answered);
        }
        tally
    }
}

/// What is unanswered at the end, by who would have to answer for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Barriers of one against the other of whose last closing no opening was found. Left, right.
    pub barriers: [Vec<BarrierId>; 2],
    /// Moves that shut something, that nothing is known to answer or lift, and of whose barriers none was opened again.
    /// Left, right.
    pub moves: [Vec<MilestoneId>; 2],
}

impl Open {
    pub(super) fn new(
        barriers: [Vec<BarrierId>; 2],
        ids: &[MilestoneId],
        pair: Pair,
        dataset: &Dataset,
    ) -> Self {
        let mut moves = [Vec::new(), Vec::new()];
        for milestone in ids.iter().map(|id| dataset.milestone(*id)).filter(|one| is_open(*one, dataset)) {
            let [left, right] = &mut moves;
            match pair.side(milestone) {
                Some(Side::Left) => left.push(milestone.place()),
                Some(Side::Right) => right.push(milestone.place()),
                Some(Side::Both | Side::Others) | None => {}
            }
        }
        let is_shut = |id: &BarrierId| is_shut(*id, dataset);
        let barriers = barriers.map(|barriers| barriers.into_iter().filter(is_shut).collect());
        Self { barriers, moves }
    }

    /// How many barriers and how many moves there are.
    pub fn counts(&self) -> (usize, usize) {
        (self.barriers.iter().map(Vec::len).sum(), self.moves.iter().map(Vec::len).sum())
    }
}

/// Whether the barrier's last closing is one of which no opening was found.
fn is_shut(id: BarrierId, dataset: &Dataset) -> bool {
    dataset.history(id).closures().last().is_some_and(|closure| closure.ended.is_none())
}

/// Whether a move that shut something was left at that.
fn is_open(milestone: Milestone<'_>, dataset: &Dataset) -> bool {
    let is_answered = milestone.incoming().iter().any(|relation| relation.kind.is_answer());
    let barriers = milestone.effects().iter().map(|effect| effect.barrier);
    let mut opened = barriers.filter(|id| !is_shut(*id, dataset));
    milestone.kind().tone == Tone::Closing && !is_answered && opened.next().is_none()
}
