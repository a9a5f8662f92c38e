//! Where everything stands in the Lanes.
//!
//! ```text
//! ▇▇ closed   ▄▄ limited  …               sorted by channel    legend
//!
//!                  2013  14  15       by the end of 2024       axis
//! Links 2
//! Taobao links …   ▁▁▁▇▇▇▇▇▇▇▇▄▁▁▁▁   open since Nov 2021 …    lanes
//!
//! Taobao links in chats  While it is shut, …                   foot
//! ```

use std::ops::Range;

use crate::app::LanesPage;

/// The widest name.
const NAME: usize = 27;
/// `open since ~Oct 2024 · shut ~10.9 y`
const END_WHOLE: usize = 35;
/// `open ~Jan 2022 · shut ~8.2 y`
const END_SHORT: usize = 28;
/// `on trial`
const END_WORD: usize = 8;
/// Where there is no room for a bar of this many columns, there is none.
const BAR_LEAST: usize = 20;

/// The rows and columns of the Lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct LanesLayout {
    /// What the walls mean, and how they are sorted.
    pub(super) legend: bool,
    /// The names of the barriers.
    pub(super) names: usize,
    /// The columns of time; none where they have no room.
    pub(super) time: Range<usize>,
    /// What became of each: from here to the edge.
    pub(super) end: usize,
    /// So many columns.
    end_cols: usize,
    /// The row of the axis.
    pub(super) axis: Option<usize>,
    /// Rows of the lanes, and of their headings.
    pub(super) lanes: Range<usize>,
    /// The rows below them.
    pub(super) foot: Foot,
}

/// The rows that tell of the current lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Foot {
    /// What it is.
    pub(super) definition: Range<usize>,
    /// What became of it.
    pub(super) history: Option<usize>,
    /// The current milestone.
    pub(super) milestone: Option<usize>,
}

impl LanesLayout {
    /// The layout on so many columns and rows.
    pub(in crate::ui::views) fn new(cols: usize, rows: usize) -> Self {
        let (names, time, end) = columns(cols);
        let legend = rows >= 18;
        let roomy = rows >= 26;
        let head = usize::from(legend) + usize::from(legend && roomy);
        let axis = (rows >= 8 && !time.is_empty()).then_some(head);
        let first = head + usize::from(axis.is_some());
        let (definition, history, milestone) = match rows {
            18.. => (1, 1, 1),
            14.. => (2, 1, 0),
            8.. => (0, 1, 0),
            _ => (0, 0, 0),
        };
        let from = rows - (definition + history + milestone);
        let last = from.saturating_sub(usize::from(roomy));
        let below = from + definition;
        let foot = Foot {
            definition: from..below,
            history: (history > 0).then_some(below),
            milestone: (milestone > 0).then_some(below + history),
        };
        let first = first.min(rows);
        Self { legend, names, time, end, end_cols: cols - end, axis, lanes: first..last.max(first), foot }
    }

    /// Whether there is room for all that is said of what became of a wall.
    pub(super) fn is_whole(&self) -> bool {
        self.end_cols >= END_WHOLE
    }

    /// What the app must know of it.
    pub(in crate::ui::views) fn page(&self) -> LanesPage {
        LanesPage { rows: self.lanes.len(), cols: self.time.len() }
    }
}

/// The columns of names, of time, and where the outcomes begin.
fn columns(cols: usize) -> (usize, Range<usize>, usize) {
    let (end, gap) = match cols {
        110.. => (END_WHOLE, 2),
        76.. => (END_SHORT, 1),
        _ => (END_WORD, 1),
    };
    let from = NAME + 1;
    if cols >= from + BAR_LEAST + gap + end {
        let to = cols - end - gap;
        return (NAME, from..to, to + gap);
    }
    // `not there yet`
    let names = NAME.min(cols.saturating_sub(14));
    (names, 0..0, (names + 1).min(cols))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_on_anything_else_or_outside() {
        for cols in 0..300 {
            for rows in 0..80 {
                let layout = LanesLayout::new(cols, rows);
                let LanesLayout { names, time, end, lanes, foot, .. } = &layout;
                let at = format!("{cols}x{rows}: {layout:?}");
                assert!(names <= end && *end <= cols, "{at}");
                assert!(time.is_empty() || (names < &time.start && time.end < *end), "{at}");
                assert!(lanes.start <= lanes.end && lanes.end <= rows, "{at}");
                assert!(lanes.end <= foot.definition.start, "{at}");
                let below = [foot.history, foot.milestone].into_iter().flatten();
                assert!(below.clone().all(|row| foot.definition.end <= row && row < rows), "{at}");
                assert!(rows < 8 || lanes.len() * 2 + 1 >= rows, "most of it is lanes: {at}");
            }
        }
    }
}
