//! The rows of the Lanes: a heading a channel, a lane a barrier. Computed, never gathered.

use crate::app::Gates;
use crate::dataset::{BarrierId, ChannelId};

/// What stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The name of a channel.
    Heading(ChannelId),
    /// A barrier.
    Lane(BarrierId),
}

/// How many rows there are.
pub fn count(gates: &Gates) -> usize {
    gates.ids().len() + gates.groups().len()
}

/// The row of the barrier at `place` among those shown.
pub fn row_of(gates: &Gates, place: usize) -> usize {
    place + gates.groups().partition_point(|(_, start)| *start <= place)
}

/// How many barriers stand above `row`.
pub fn lanes_above(gates: &Gates, row: usize) -> usize {
    let headings = gates.groups().iter().enumerate().take_while(|(at, (_, start))| start + at < row).count();
    row.saturating_sub(headings).min(gates.ids().len())
}

/// What stands on `row`.
pub fn row(gates: &Gates, row: usize) -> Option<Row> {
    let groups = gates.groups();
    // A dataset has a handful of channels.
    let (at, (channel, start)) =
        groups.iter().copied().enumerate().rfind(|(at, (_, start))| start + at <= row)?;
    if row == start + at {
        return Some(Row::Heading(channel));
    }
    gates.ids().get(row - at - 1).map(|id| Row::Lane(*id))
}
