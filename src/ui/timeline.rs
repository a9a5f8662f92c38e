//! The list: a year a heading, a milestone a row, dates in a gutter.
//!
//! ```text
//! 2021                                       17
//!  03    ~ ◐ Taobao Deals asks for a WeChat mini-…
//! »09-17   ▲ WeChat phase one: outside links open…
//! ```

use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::action::Mode;
use crate::app::timeline::Row;
use crate::app::{App, Focus};
use crate::dataset::{Milestone, MilestoneId};
use crate::date::year_words;
use crate::query::WayOut;
use crate::text::{width, wrap};

/// The mark of a selected row.
const SELECTED: usize = 1;
/// Dates in short: most are five columns, and a mark of doubt in the last one (`11    ~`).
const DATE: usize = 7;
const GLYPH: usize = SELECTED + DATE + 1;
const TITLE: usize = GLYPH + 2;
/// Columns of the keys where nothing matches.
const KEY: usize = 11;

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    if app.listed().is_empty() {
        nothing(app, pen, theme);
        return None;
    }
    let mut cursor = None;
    let timeline = app.timeline();
    let words = app.words();
    for row in 0..pen.rows() {
        let under = if row == 0 && pen.rows() > 1 { timeline.heading_of(app.top()) } else { None };
        match under.or_else(|| timeline.row(app.top() + row)) {
            Some(Row::Heading { year, count }) => heading(pen, theme, row, year, count),
            Some(Row::Milestone(place)) => {
                let Some(id) = app.listed().get(place) else { continue };
                milestone(app, pen, theme, row, id);
                if place == app.cursor() {
                    current(app, pen, theme, row);
                    cursor = Some(pen.position(row, 0));
                }
                let title = app.dataset().milestone(id).title();
                pen.mark(row, (TITLE, pen.cols()), title, &words, theme.hit());
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
    let selected = app.selection().contains(id, app.matches());
    let dimmed = app.is_dimmed(id);
    let title_style = match (selected, dimmed) {
        (true, _) => theme.selected(),
        (false, true) => theme.dim(),
        (false, false) => Style::new(),
    };
    if selected {
        pen.text(row, 0, SELECTED, theme.glyphs.selected, theme.selected());
    }
    date(pen, theme, row, milestone);
    let (glyph, style) = theme.kind(milestone.kind());
    pen.text(row, GLYPH, GLYPH + 1, glyph, if dimmed { style.patch(theme.dim()) } else { style });
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

pub(super) fn nothing(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    let query = app.query().to_string();
    if query.is_empty() {
        pen.text(0, 0, pen.cols(), "This dataset has no milestones yet.", theme.strong());
        return;
    }
    let said = format!("Nothing matches {query}.");
    let said = wrap(&said, pen.cols());
    for (row, line) in said.iter().enumerate() {
        pen.text(row, 0, pen.cols(), line, theme.strong());
    }
    // The keys below are those of the list.
    let first = match app.mode() {
        Mode::List | Mode::Lanes | Mode::Walls | Mode::Ledger | Mode::Story => "Enter",
        Mode::Facets | Mode::Detail | Mode::Terms => "Esc Enter",
        _ => return,
    };
    let mut keys: Vec<(&str, String)> = Vec::new();
    if let Some(WayOut { terms, count }) = app.way_out() {
        let dropped = app.query().written(terms);
        let it = if terms.len() == 1 { "it" } else { "them" };
        let milestones = if *count == 1 { "milestone" } else { "milestones" };
        keys.push((first, format!("drops {dropped}: {count} {milestones} without {it}")));
    }
    keys.push(("Backspace", "drops the last filter".to_owned()));
    keys.push(("X", "drops all of them".to_owned()));
    keys.push((".", "dims what does not match, and shows all".to_owned()));
    for (row, (key, does)) in (said.len() + 1..).zip(keys) {
        let col = pen.text(row, 0, KEY, key, theme.strong()).max(KEY - 1);
        pen.text(row, col + 1, pen.cols(), &does, theme.dim());
    }
}
