//! The wall itself, drawn tall: as high as it was shut, from the first year of the span, or its own, to the last.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use ratatui::text::{Line, Span};

use super::room::Room;
use crate::app::lanes::Scale;
use crate::dataset::{BarrierHistory, BarrierState, Dataset, Step};
use crate::date::lasted;
use crate::text::width;
use crate::ui::axis;
use crate::ui::theme::Theme;
use crate::ui::wall_cells::{self, WallCell};

/// The rows of the wall, the topmost first, and its years below; nothing where there is no room, or no time to show.
pub(super) fn rows(
    history: &BarrierHistory,
    dataset: &Dataset,
    room: Room,
    theme: Theme,
) -> Vec<Line<'static>> {
    let Some(scale) = scale(history, dataset, room).filter(|_| room.bar > 0) else { return Vec::new() };
    let cells = wall_cells::row(history, scale);
    let label = label(history, scale, theme);
    let mut rows: Vec<Line<'static>> = Vec::new();
    for row in (0..room.bar).rev() {
        let written = label.as_ref().filter(|_| row == (room.bar - 1) / 2);
        rows.push(line(&cells, row, room, written, theme));
    }
    let mut years = String::new();
    for (col, label) in axis::ticks(scale, theme.say) {
        let blank = (room.indent + col).saturating_sub(width(&years));
        years.push_str(&" ".repeat(blank));
        years.push_str(&label);
    }
    rows.push(Line::raw(years));
    rows
}

/// A text on the wall, and its columns.
struct WrittenLength {
    text: String,
    cols: Range<usize>,
}

fn line(
    cells: &[WallCell],
    row: usize,
    room: Room,
    label: Option<&WrittenLength>,
    theme: Theme,
) -> Line<'static> {
    let mut spans = vec![Span::raw(" ".repeat(room.indent))];
    let mut col = 0;
    while col < cells.len() {
        if let Some(label) = label.filter(|label| label.cols.start == col) {
            spans.push(Span::styled(label.text.clone(), theme.on_wall(BarrierState::Closed)));
            col = label.cols.end;
            continue;
        }
        let cell = cells[col];
        let (glyph, style) = theme.tall(cell.state, row, room.bar);
        let glyph = if cell.is_gap { " " } else { glyph };
        let style = if cell.is_soft { style.patch(theme.dim()) } else { style };
        spans.push(Span::styled(glyph, style));
        col += 1;
    }
    Line::from(spans)
}

/// As many columns a year as there is room for, from the first year of the span to the last; a wall that was moved outside
/// of it gets the years of that as well.
fn scale(history: &BarrierHistory, dataset: &Dataset, room: Room) -> Option<Scale> {
    let is_day = |day: &NaiveDate| *day != NaiveDate::MIN && *day != NaiveDate::MAX;
    let span = dataset.span().into_iter().flat_map(|span| [span.from(), span.to()]).flatten();
    let ends = [history.steps().first(), history.steps().last()].into_iter().flatten();
    let moved = ends.flat_map(|step| [step.from, step.to]).filter(is_day);
    let days: Vec<NaiveDate> = span.chain(moved).collect();
    let (first, last) = (days.iter().min()?, days.iter().max()?);
    let from = NaiveDate::from_ymd_opt(first.year(), 1, 1)?;
    let to = NaiveDate::from_ymd_opt(last.year(), 12, 31)?;
    let years = usize::try_from(i64::from(last.year()) - i64::from(first.year()) + 1).ok()?;
    let cols = room.cols.saturating_sub(room.indent);
    let cols = if years <= cols { years * room.year.min(cols / years) } else { cols };
    Some(Scale::new(from, (to - from).num_days() + 1, cols))
}

/// How long it was closed, the longest time of which both ends are known, where the wall is wide enough for that.
fn label(history: &BarrierHistory, scale: Scale, theme: Theme) -> Option<WrittenLength> {
    let steps: Vec<Step> = history.steps().iter().copied().filter(|step| !step.is_passing).collect();
    let runs = steps.chunk_by(|one, next| one.state == next.state).filter_map(|run| run.first());
    let runs: Vec<&Step> = runs.collect();
    let closed = runs.windows(2).filter_map(|pair| match pair {
        [closed, next] if closed.state == BarrierState::Closed => Some((*closed, *next)),
        _ => None,
    });
    let is_older = |step: &Step| step.from == NaiveDate::MIN || history.before() == BarrierState::Closed;
    let known = closed.filter(|(closed, next)| !is_older(closed) && next.to != NaiveDate::MAX);
    let (closed, next) = known.max_by_key(|(closed, next)| next.from - closed.from)?;
    let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().max(0);
    let long = lasted(days(closed.to, next.from), days(closed.from, next.to), &theme.say.lasting);
    let said = (theme.say.wall_page.lasted)(BarrierState::Closed.words(theme.say), &long);
    let text = format!(" {said} ");
    let (from, to) = (scale.col(closed.settled())? + 1, scale.col(next.from)?);
    let free = to.checked_sub(from)?.checked_sub(width(&text))?;
    let start = from + free / 2;
    Some(WrittenLength { cols: start..start + width(&text), text })
}
