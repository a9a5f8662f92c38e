//! The Timeline: a milestone a row.

use crate::app::core::timeline::TimelineRow;
use crate::app::explorer::App;

/// Keeps the current row in sight, with some of what stands around it, and always a row above it: there its
/// year's heading stands, or stays.
pub(in crate::app) fn fit(app: &mut App) {
    let timeline = app.timeline();
    let height = app.pages().list.max(1);
    let around = (height / 6).min(3);
    let row = timeline.row_of(app.cursor());
    let first = row.saturating_sub(around + usize::from(height > 1));
    let mut top = app.top().min(first).max((row + around + 1).saturating_sub(height));
    top = top.min(timeline.rows().saturating_sub(height));
    // The end of a year, a heading with nothing below it, is not worth its rows.
    let is_between = |row: usize| timeline.row(row).is_some_and(TimelineRow::is_between);
    let ends = |top: usize| timeline.row(top) == Some(TimelineRow::Blank) || is_between(top + 1);
    while ends(top) && row > top + 1 && top > 0 {
        top += 1;
    }
    app.state.place.scroll_to(top);
}
