//! What of the list is on the screen.

use std::ops::Range;

use crate::app::core::timeline::TimelineRow;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// Of which row.
    pub row: TimelineRow,
    /// The bytes of its title that stand here, where the row is a milestone's; the last ones that have room go on to the
    /// end of it, to be cut with a mark.
    pub title: Range<usize>,
    /// Whether it is the first line of its row.
    pub is_first: bool,
}

impl ListLine {
    /// The only line of a row that is no milestone's.
    pub(super) const fn of(row: TimelineRow) -> Self {
        Self { row, title: 0..0, is_first: true }
    }

    /// The place among those listed of the milestone that it belongs to.
    pub const fn place(&self) -> Option<usize> {
        match self.row {
            TimelineRow::Milestone(place) => Some(place),
            TimelineRow::Heading { .. } | TimelineRow::Quiet(_) | TimelineRow::Blank => None,
        }
    }
}

/// The lines in sight, top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListSight {
    /// The lines.
    pub lines: Vec<ListLine>,
    /// So many milestones more follow, said on the last row of the list; none where all that follow are in sight.
    pub below: usize,
}
