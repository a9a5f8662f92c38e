//! The Story: a milestone a page, in a column that is easy to read, with much air; at the foot where the page stands
//! in the whole.

mod page;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::detail::Text;
use super::pen::Pen;
use super::theme::Theme;
use crate::app::App;
use crate::app::reader::TextPage;
use crate::dataset::MilestoneId;
use crate::date::year_words;
use crate::text::width;

/// Longer lines are hard to read.
const COLUMN: usize = 66;
/// From so many rows on the years stand under the progress.
const YEARS_FROM: usize = 18;

/// Where the text and the progress stand on a pane.
#[derive(Clone, Copy)]
struct Frame {
    /// The first column, and how many there are.
    left: usize,
    cols: usize,
    /// The rows of the text.
    rows: usize,
    /// The rows of the progress, below a blank one.
    foot: usize,
}

impl Frame {
    fn new(cols: usize, rows: usize) -> Self {
        let column = cols.min(COLUMN);
        let foot = if rows >= YEARS_FROM { 2 } else { 1 };
        let blank = usize::from(rows > 10);
        Self { left: (cols - column) / 2, cols: column, rows: rows.saturating_sub(foot + blank), foot }
    }

    /// The rows left free above a text of so many lines, and those that it then has.
    fn air(self, lines: usize) -> (usize, usize) {
        let free = self.rows.saturating_sub(lines);
        let above = (free / 3).min(5);
        (above, self.rows - above)
    }
}

/// What the text comes to on this pane.
pub(super) fn text_page(app: &App, area: Rect, theme: Theme) -> TextPage {
    let frame = Frame::new(area.width.into(), area.height.into());
    let words = app.words();
    let Some(text) = page(app, frame, theme, &words) else { return TextPage::default() };
    let lines = text.lines.len();
    TextPage {
        rows: frame.rows - usize::from(lines > frame.rows && frame.rows > 0),
        lines,
        links: Vec::new(),
        hit: text.hit,
    }
}

fn page<'a>(app: &'a App, frame: Frame, theme: Theme, words: &'a [&'a str]) -> Option<Text<'a, 'a>> {
    Some(page::text(app, app.current()?, frame.cols, theme, words))
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    if app.current().is_none() {
        super::nothing::no_milestones(app, pen, theme);
        return None;
    }
    let frame = Frame::new(pen.cols(), pen.rows());
    let words = app.words();
    let text = page(app, frame, theme, &words)?;
    let (above, rows) = frame.air(text.lines.len());
    let top = app.detail().top.min(text.lines.len().saturating_sub(1));
    for (row, line) in text.lines.iter().skip(top).take(rows).enumerate() {
        pen.line(above + row, frame.left, line);
    }
    let rest = text.lines.len().saturating_sub(top + rows);
    if rest > 0 && rows > 0 {
        more(pen, frame, rest + 1, theme);
    }
    progress(app, pen, frame, theme);
    Some(pen.position(above, frame.left))
}

/// The last row of the text says that it goes on, and how to read on.
fn more(pen: &mut Pen<'_>, frame: Frame, rest: usize, theme: Theme) {
    let Some(row) = frame.rows.checked_sub(1) else { return };
    let lines = if rest == 1 { "line" } else { "lines" };
    pen.fill(row, 0, pen.cols(), " ", Style::reset());
    let text = format!("{} {rest} more {lines}: j", theme.glyphs.ellipsis);
    pen.right(row, frame.left + frame.cols, &text, theme.dim());
}

/// `━━━◆──────  12 of 96`, and the years of the first page and the last below its ends.
fn progress(app: &App, pen: &mut Pen<'_>, frame: Frame, theme: Theme) {
    let listed = app.listed();
    let Some(row) = pen.rows().checked_sub(frame.foot) else { return };
    let year = |id: MilestoneId| app.dataset().milestone(id).date().year().map(year_words);
    let place = format!("{} of {}", app.cursor() + 1, listed.len());
    let here = app.current().and_then(|milestone| year(milestone.place()));
    let said = match here {
        Some(year) if frame.cols >= COLUMN => format!("{place} {} {year}", theme.glyphs.dot),
        _ => place,
    };
    let end = pen.right(row, frame.left + frame.cols, &said, Style::new());
    let end = end.saturating_sub(2);
    let cols = end.saturating_sub(frame.left);
    if cols < 4 {
        return;
    }
    let at = app.cursor() * (cols - 1) / listed.len().saturating_sub(1).max(1);
    pen.fill(row, frame.left, frame.left + at, theme.glyphs.window, theme.dim());
    pen.fill(row, frame.left + at + 1, end, theme.glyphs.rule, theme.dim());
    pen.text(row, frame.left + at, frame.left + at + 1, theme.glyphs.here, theme.strong());
    if frame.foot < 2 {
        return;
    }
    let [first, last] = [listed.get(0), listed.len().checked_sub(1).and_then(|last| listed.get(last))]
        .map(|id| id.and_then(year).unwrap_or_default());
    let from = pen.right(row + 1, end, &last, Style::new());
    if frame.left + width(&first) < from && first != last {
        pen.text(row + 1, frame.left, from, &first, Style::new());
    }
}
