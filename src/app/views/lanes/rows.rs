//! The rows of the Lanes: a heading a channel, a lane a barrier. Computed, never gathered.

use crate::dataset::{BarrierId, ChannelId, ShownBarriers};

/// What stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneRow {
    /// The name of a channel.
    Heading(ChannelId),
    /// A barrier.
    Lane(BarrierId),
}

/// How many rows there are.
pub fn count(barriers: &ShownBarriers) -> usize {
    barriers.ids().len() + barriers.groups().len()
}

/// The row of the barrier at `place` among those shown.
pub fn row_of(barriers: &ShownBarriers, place: usize) -> usize {
    place + barriers.groups().partition_point(|(_, start)| *start <= place)
}

/// How many barriers stand above `row`.
pub fn lanes_above(barriers: &ShownBarriers, row: usize) -> usize {
    let headings =
        barriers.groups().iter().enumerate().take_while(|(at, (_, start))| start + at < row).count();
    row.saturating_sub(headings).min(barriers.ids().len())
}

/// What stands on `row`.
pub fn row(barriers: &ShownBarriers, row: usize) -> Option<LaneRow> {
    let groups = barriers.groups();
    // A dataset has a handful of channels.
    let (at, (channel, start)) =
        groups.iter().copied().enumerate().rfind(|(at, (_, start))| start + at <= row)?;
    if row == start + at {
        return Some(LaneRow::Heading(channel));
    }
    barriers.ids().get(row - at - 1).map(|id| LaneRow::Lane(*id))
}
