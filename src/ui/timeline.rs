//! The list: a year a heading, a milestone a row, dates in a gutter.
//!
//! ```text
//! 2021                                       17
//!  03    ~ ◐ Taobao Deals asks for a WeChat mini-…
//! »09-17   ▲ WeChat phase one: outside links open…
//! ```

use super::pen::Pen;
use super::theme::Theme;
use crate::app::timeline::Row;
use crate::app::{App, Focus};
use crate::dataset::{Milestone, MilestoneId};
use crate::date::year_words;
use crate::text::width;

/// The mark of a selected row.
const SELECTED: usize = 1;
/// Dates in short: most are five columns, and a mark of doubt in the last one (`11    ~`).
const DATE: usize = 7;
const GLYPH: usize = SELECTED + DATE + 1;
const TITLE: usize = GLYPH + 2;

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    if app.matches().ids.is_empty() {
        nothing(app, pen, theme);
        return None;
    }
    let mut cursor = None;
    let timeline = app.timeline();
    for row in 0..pen.rows() {
        let under = if row == 0 && pen.rows() > 1 { timeline.heading_of(app.top()) } else { None };
        match under.or_else(|| timeline.row(app.top() + row)) {
            Some(Row::Heading { year, count }) => heading(pen, theme, row, year, count),
            Some(Row::Milestone(place)) => {
                let Some(id) = app.matches().ids.get(place).copied() else { continue };
                milestone(app, pen, theme, row, id);
                if place == app.cursor() {
                    current(app, pen, theme, row);
                    cursor = Some(pen.position(row, 0));
                }
            }
            Some(Row::Blank) | None => {}
        }
    }
    cursor
}

fn heading(pen: &mut Pen<'_>, theme: Theme, row: usize, year: Option<i32>, count: usize) {
    let year = year.map_or_else(|| "no known start".to_owned(), year_words);
    let end = pen.right(row, pen.cols(), &count.to_string(), theme.dim());
    pen.text(row, 0, end, &year, theme.strong());
}

fn milestone(app: &App, pen: &mut Pen<'_>, theme: Theme, row: usize, id: MilestoneId) {
    let milestone = app.dataset().milestone(id);
    let selected = app.selection().contains(id);
    let title_style = if selected { theme.selected() } else { ratatui::style::Style::new() };
    if selected {
        pen.text(row, 0, SELECTED, theme.glyphs.selected, theme.selected());
    }
    date(pen, theme, row, milestone);
    let (glyph, style) = theme.kind(milestone.kind());
    pen.text(row, GLYPH, GLYPH + 1, glyph, style);
    pen.text(row, TITLE, pen.cols(), milestone.title(), title_style);
}

/// The date on the left of the gutter, its mark of doubt on the right, in line with all others. Of a date too
/// long for it (`07-13..16`) the beginning is shown, and that it goes on.
fn date(pen: &mut Pen<'_>, theme: Theme, row: usize, milestone: Milestone<'_>) {
    let date = milestone.date();
    let mark = date.mark().map(String::from).unwrap_or_default();
    let base = date.short_base();
    let end = SELECTED + DATE - width(&mark);
    let fits = SELECTED + width(&base) <= end;
    let begun = || base.split(['.', '|', '+']).next().unwrap_or(&base);
    let shown = if fits { base.clone() } else { format!("{}{}", begun(), theme.glyphs.ellipsis) };
    pen.text(row, SELECTED, end, &shown, theme.dim());
    pen.text(row, end, SELECTED + DATE, &mark, theme.dim());
}

/// The one current row is reverse while keys go to the list, bold while they go elsewhere.
fn current(app: &App, pen: &mut Pen<'_>, theme: Theme, row: usize) {
    let style = if app.focus() == Focus::List { theme.current() } else { theme.strong() };
    pen.restyle(row, style);
}

fn nothing(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    let query = app.query().to_string();
    if query.is_empty() {
        pen.text(0, 0, pen.cols(), "This dataset has no milestones yet.", theme.strong());
        return;
    }
    let mut row = 0;
    for line in crate::text::wrap(&format!("Nothing matches {query}."), pen.cols()) {
        pen.text(row, 0, pen.cols(), &line, theme.strong());
        row += 1;
    }
    for (key, does) in [("Backspace", "drops the last filter"), ("X", "drops all of them")] {
        row += 1;
        let col = pen.text(row, 0, pen.cols(), key, theme.strong());
        pen.text(row, col + 1, pen.cols(), does, theme.dim());
    }
}
