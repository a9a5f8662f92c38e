//! In which order the lanes stand, and under which headings.

use std::cell::OnceCell;
use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::dataset::{
    BarrierId, BarrierOutcome, BarrierState, ChannelId, Dataset, OutcomeGroup, ShownBarriers,
};
use crate::words::Words;

/// By what lanes are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneSort {
    /// By what does not pass, and by when that began.
    #[default]
    Channel,
    /// By how they stand in the end; of those that stand alike the longest shut first.
    Outcome,
    /// By how long they were shut.
    Length,
}

impl LaneSort {
    /// All of them, in the order in which a key goes through them.
    pub const ALL: [Self; 3] = [Self::Channel, Self::Outcome, Self::Length];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::Outcome => "outcome",
            Self::Length => "length",
        }
    }

    /// What a reader sees.
    pub const fn words(self, say: &Words) -> &'static str {
        match self {
            Self::Channel => say.lanes.sorted_by_channel,
            Self::Outcome => say.lanes.sorted_by_outcome,
            Self::Length => say.lanes.sorted_by_length,
        }
    }

    pub(super) const fn next(self) -> Self {
        match self {
            Self::Channel => Self::Outcome,
            Self::Outcome => Self::Length,
            Self::Length => Self::Channel,
        }
    }
}

/// What lanes that stand together have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneGroup {
    /// What does not pass.
    Channel(ChannelId),
    /// How they stand in the end.
    Outcome(OutcomeGroup),
    /// About how long they were shut.
    Length(LengthGroup),
}

/// About how long a wall was shut before it opened, or let more through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LengthGroup {
    /// Ten years and more.
    TenYears,
    /// From five to ten.
    FiveYears,
    /// From one to five.
    OneYear,
    /// Less than that.
    Less,
    /// Nobody has told that it opened.
    NoOpening,
    /// Nobody knows.
    NotKnown,
}

impl LengthGroup {
    fn of(outcome: &BarrierOutcome) -> Self {
        match outcome.before.map(|before| before.days.min) {
            Some(3652..) => Self::TenYears,
            Some(1826..) => Self::FiveYears,
            Some(365..) => Self::OneYear,
            Some(_) => Self::Less,
            None if outcome.state == BarrierState::Closed => Self::NoOpening,
            None => Self::NotKnown,
        }
    }

    /// What they are called together.
    pub const fn heading(self, say: &Words) -> &'static str {
        let lengths = &say.lanes.lengths;
        match self {
            Self::TenYears => lengths.ten_years,
            Self::FiveYears => lengths.five_years,
            Self::OneYear => lengths.one_year,
            Self::Less => lengths.less,
            Self::NoOpening => lengths.no_opening,
            Self::NotKnown => lengths.not_known,
        }
    }
}

/// Lanes in an order, in groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SortedLanes {
    ids: Vec<BarrierId>,
    /// What each group has in common, with the place where it begins.
    groups: Vec<(LaneGroup, usize)>,
}

impl SortedLanes {
    /// The barriers that are shown, sorted.
    fn new(shown: &ShownBarriers, sort: LaneSort, dataset: &Dataset, last_day: NaiveDate) -> Self {
        let mut ids = shown.ids().to_vec();
        let outcome = |id: BarrierId| BarrierOutcome::on(last_day, dataset.history(id));
        let group = |id: BarrierId| match sort {
            LaneSort::Channel => LaneGroup::Channel(dataset.barrier(id).channel),
            LaneSort::Outcome => LaneGroup::Outcome(OutcomeGroup::of(&outcome(id), dataset.history(id))),
            LaneSort::Length => LaneGroup::Length(LengthGroup::of(&outcome(id))),
        };
        // Stable: of equals the order by channel stays.
        match sort {
            LaneSort::Channel => {}
            LaneSort::Outcome => ids.sort_by_cached_key(|id| {
                let outcome = outcome(*id);
                (OutcomeGroup::of(&outcome, dataset.history(*id)), longest_first(&outcome, *id, dataset))
            }),
            LaneSort::Length => ids.sort_by_cached_key(|id| {
                let outcome = outcome(*id);
                (LengthGroup::of(&outcome), longest_first(&outcome, *id, dataset))
            }),
        }
        let mut groups: Vec<(LaneGroup, usize)> = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            let group = group(*id);
            if groups.last().is_none_or(|(last, _)| *last != group) {
                groups.push((group, place));
            }
        }
        Self { ids, groups }
    }

    /// The barriers, in their order.
    pub fn ids(&self) -> &[BarrierId] {
        &self.ids
    }

    /// What each group has in common, with the place where it begins.
    pub fn groups(&self) -> &[(LaneGroup, usize)] {
        &self.groups
    }

    /// The place of a barrier among them.
    pub fn place(&self, id: BarrierId) -> Option<usize> {
        // A few thousand at most are shown, and this is asked once a key.
        self.ids.iter().position(|shown| *shown == id)
    }
}

/// The longest shut first; where that is not known, what has stood as it does for longest.
fn longest_first(
    outcome: &BarrierOutcome,
    id: BarrierId,
    dataset: &Dataset,
) -> (Reverse<i64>, Option<NaiveDate>) {
    let since = outcome.since.and_then(|place| dataset.history(id).steps().get(place));
    (Reverse(outcome.before.map_or(-1, |before| before.days.min)), since.map(|step| step.from))
}

/// The lanes of what a query came to, in each order that somebody looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct LanesResult {
    sorted: [OnceCell<SortedLanes>; LaneSort::ALL.len()],
}

impl LanesResult {
    /// The lanes of what is `shown`, sorted by `sort`.
    pub(super) fn sorted_by(
        &self,
        sort: LaneSort,
        shown: &ShownBarriers,
        (dataset, last_day): (&Dataset, NaiveDate),
    ) -> &SortedLanes {
        self.sorted[sort as usize].get_or_init(|| SortedLanes::new(shown, sort, dataset, last_day))
    }
}
