//! Scrolling the list.

use super::lines::{Titles, sight};
use crate::app::core::timeline::TimelineRow;
use crate::app::explorer::App;
use crate::text::with_ambiguous;

/// Keeps the current row in sight, with some of what stands around it, and always a row above it: there its
/// year's heading stands, or stays.
pub(in crate::app) fn fit(app: &mut App) {
    let (top, sight) = with_ambiguous(app.pages().ambiguous, || {
        let mut titles = Titles::of(app);
        let top = first_row(app, &mut titles);
        (top, titles.sight(top, app.pages().list))
    });
    app.state.place.scroll_to(top);
    app.state.sight = sight;
}

/// Milestones on as many lines as there are in sight, the further ones of long titles not counted.
pub(in crate::app) fn page(app: &App) -> usize {
    let further = sight(app).lines.iter().filter(|line| !line.is_first).count();
    app.pages().list.saturating_sub(further)
}

fn first_row(app: &App, titles: &mut Titles<'_>) -> usize {
    let timeline = app.timeline();
    let height = app.pages().list.max(1);
    let around = (height / 6).min(3);
    let row = timeline.row_of(app.cursor());
    let above = row.saturating_sub(usize::from(height > 1));
    let last = (row + around).min(timeline.rows().saturating_sub(1));
    let room = height - usize::from(titles.says_more(last, height));
    let mut top = app.top().min(above.saturating_sub(around)).max(titles.first_of(last, room).min(above));
    top = top.min(titles.first_of(timeline.rows().saturating_sub(1), height).min(above));
    // The end of a year, a heading with nothing below it, is not worth its rows.
    let is_between = |row: usize| timeline.row(row).is_some_and(TimelineRow::is_between);
    let ends = |top: usize| timeline.row(top) == Some(TimelineRow::Blank) || is_between(top + 1);
    while ends(top) && row > top + 1 && top > 0 {
        top += 1;
    }
    top
}
