//! Where everything stands in the Lanes.
//!
//! ```text
//!                  2013  2014  2015         shut for        axis, and where the current milestone is
//! LINKS                  ◆
//! Taobao links …   ▁▁▁▇▇▇▇▇▇▇▇▄▁▁▁▁         about 8.0 y     lanes
//!
//! ▇ closed  ▄ limited  …                                    foot
//! ```

use std::ops::Range;

use crate::app::LanesPage;
use crate::dataset::Dataset;

/// The narrowest screen that says how long each wall stood.
const END_FROM: usize = 70;
/// `no opening found`
const END: usize = 16;
/// No column of names is wider.
const NAME_MOST: usize = 26;
const GAP: usize = 2;
/// Where what is said of a barrier fits on one line.
const WIDE: usize = 100;

/// The rows and columns of the Lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct LanesLayout {
    /// The names of the barriers.
    pub(super) names: usize,
    /// The columns of time.
    pub(super) time: Range<usize>,
    /// How long each was shut, where there is room to say so.
    pub(super) end: Option<usize>,
    /// Rows of the axis.
    pub(super) axis: usize,
    /// Rows of the lanes, and of their headings.
    pub(super) lanes: Range<usize>,
    /// The rows below them.
    pub(super) foot: Range<usize>,
}

impl LanesLayout {
    /// The layout on so many columns and rows.
    pub(in crate::ui::views) fn new(dataset: &Dataset, cols: usize, rows: usize) -> Self {
        let names = match cols {
            110.. => NAME_MOST,
            END_FROM.. => 22,
            46.. => 18,
            _ => 14.min(cols / 2),
        };
        let end = (cols >= END_FROM).then(|| cols - END);
        let from = (names + GAP).min(cols);
        let room = end.map_or(cols, |end| end - GAP).saturating_sub(from);
        let years = dataset.span().and_then(|span| {
            let days = (span.to()? - span.from()?).num_days() + 1;
            usize::try_from((days + 182) / 365).ok()
        });
        // Years of one width each are easier to count.
        let cut = years.filter(|years| (1..=room).contains(years)).map_or(0, |years| room % years);
        // What is left over is the names'.
        let (names, from, room) = (names + cut, from + cut, room - cut);
        let time = from..from + room;
        let axis = if rows >= 8 { 2 } else { 1 };
        // A legend, and two lines; where they are short, each of them in two.
        let foot = match rows {
            15.. if cols < WIDE => 5,
            16.. => 3,
            11.. => 2,
            8.. => 1,
            _ => 0,
        };
        let air = usize::from(rows >= 22);
        let lanes = axis.min(rows)..rows.saturating_sub(foot + air).max(axis.min(rows));
        let foot = rows.saturating_sub(foot)..rows;
        Self { names, time, end, axis, lanes, foot }
    }

    /// What the app must know of it.
    pub(in crate::ui::views) fn page(&self) -> LanesPage {
        LanesPage { rows: self.lanes.len(), cols: self.time.len() }
    }
}
