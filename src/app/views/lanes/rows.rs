//! The rows of the Lanes: a heading a group, a lane a barrier. Computed, never gathered.

use super::order::{LaneGroup, SortedLanes};
use crate::dataset::BarrierId;

/// What stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneRow {
    /// What the lanes below have in common, and how many they are.
    Heading(LaneGroup, usize),
    /// A barrier.
    Lane(BarrierId),
}

/// How many rows there are.
pub fn count(lanes: &SortedLanes) -> usize {
    lanes.ids().len() + lanes.groups().len()
}

/// The row of the barrier at `place` among those shown.
pub fn row_of(lanes: &SortedLanes, place: usize) -> usize {
    place + lanes.groups().partition_point(|(_, start)| *start <= place)
}

/// How many barriers stand above `row`.
pub fn lanes_above(lanes: &SortedLanes, row: usize) -> usize {
    let headings = lanes.groups().iter().enumerate().take_while(|(at, (_, start))| start + at < row).count();
    row.saturating_sub(headings).min(lanes.ids().len())
}

/// What stands on `row`.
pub fn row(lanes: &SortedLanes, row: usize) -> Option<LaneRow> {
    let at = group_of(lanes, row)?;
    let (_, start) = lanes.groups().get(at)?;
    if row == start + at {
        return heading(lanes, at);
    }
    lanes.ids().get(row - at - 1).map(|id| LaneRow::Lane(*id))
}

/// The heading that the lane on `row` stands under; of a heading none.
pub fn heading_over(lanes: &SortedLanes, row: usize) -> Option<LaneRow> {
    let at = group_of(lanes, row)?;
    let (_, start) = lanes.groups().get(at)?;
    (row > start + at && row < count(lanes)).then(|| heading(lanes, at)).flatten()
}

/// The group to which `row` belongs.
fn group_of(lanes: &SortedLanes, row: usize) -> Option<usize> {
    // A dataset has a handful of channels.
    lanes.groups().iter().enumerate().rposition(|(at, (_, start))| start + at <= row)
}

/// That of the group at `at`.
fn heading(lanes: &SortedLanes, at: usize) -> Option<LaneRow> {
    let (group, start) = *lanes.groups().get(at)?;
    let end = lanes.groups().get(at + 1).map_or(lanes.ids().len(), |(_, next)| *next);
    Some(LaneRow::Heading(group, end - start))
}
