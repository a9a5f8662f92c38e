//! The milestones of the current lane, on its wall.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::layout::LanesLayout;
use crate::app::App;
use crate::app::lanes::Scale;
use crate::dataset::{BarrierHistory, MilestoneId, Step};
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Milestones that stand in one place: the first of them, how many there are, and whether the current one is among
/// them.
struct Mark {
    col: usize,
    first: MilestoneId,
    count: usize,
    is_current: bool,
}

/// Draws a kind's glyph for each milestone; `+3` where three stand closer than a column.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (layout, scale): (&LanesLayout, Scale),
    (row, history): (usize, &BarrierHistory),
) {
    for mark in marks(app, history, scale) {
        let (text, style) = match mark.count {
            1 => {
                let (glyph, style) = theme.kind(app.dataset().milestone(mark.first).kind());
                (glyph.to_owned(), style)
            }
            count => (format!("+{count}"), theme.strong()),
        };
        // Nothing of the wall's own colour.
        let style = Style::reset().patch(style).patch(theme.strong());
        let style = if mark.is_current { theme.current() } else { style };
        let col = (layout.time.start + mark.col).min(layout.time.end.saturating_sub(width(&text)));
        surface.text(row, col, layout.time.end, &text, style);
    }
}

/// The marks in sight, apart from each other.
fn marks(app: &App, history: &BarrierHistory, scale: Scale) -> Vec<Mark> {
    let current = app.current().map(crate::dataset::Milestone::place);
    let placed = history
        .steps_within(scale.first(), scale.last())
        .filter_map(|(_, step)| Some((scale.col(middle(step))?, step.milestone)));
    let mut placed: Vec<(usize, MilestoneId)> = placed.collect();
    placed.sort_unstable();
    // What a milestone did twice on one day, it did once.
    placed.dedup();
    let mut marks: Vec<Mark> = Vec::new();
    for (col, id) in placed {
        let is_current = current == Some(id);
        match marks.last_mut() {
            Some(last) if col < last.col + last.cols() => {
                last.count += 1;
                last.is_current |= is_current;
            }
            _ => marks.push(Mark { col, first: id, count: 1, is_current }),
        }
    }
    marks
}

impl Mark {
    fn cols(&self) -> usize {
        if self.count == 1 { 1 } else { 1 + self.count.to_string().len() }
    }
}

/// The middle of the days on which it may have been, as the place of a milestone is everywhere.
fn middle(step: Step) -> NaiveDate {
    match (step.from, step.to) {
        (NaiveDate::MIN, to) => to,
        (from, NaiveDate::MAX) => from,
        (from, to) => from + (to - from) / 2,
    }
}
