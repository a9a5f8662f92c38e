//! The Ledger: two companies on either side of one vertical axis of time. What one of them did stands on its side;
//! what both did, or somebody else did to both, through the axis.
//!
//! The current milestone stays at about the same height and the rest moves past it, so that what it answered and what
//! answered it are in sight. Only the blocks in sight are ever laid out.

mod block;
mod head;
mod line;
mod sight;
mod tail;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::ledger::{Rows, answers};
use crate::app::reader::TextPage;
use crate::app::{App, Focus};
use crate::dataset::MilestoneId;
use crate::text::width;
use block::Look;
use head::head_lines;
use line::{Line, Mid, Sides};
use sight::{Laid, Sight, room, sight};

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    let between = look(app, pen.cols(), theme).zip(app.between());
    let Some((look, rows)) = between.filter(|(_, rows)| !rows.ids.is_empty()) else {
        nothing(app, pen, theme);
        return None;
    };
    let head = head(look, rows, pen);
    let mut pen = pen.under(super::pen::cells(head));
    let sight = sight(look, rows, pen.rows())?;
    let cursor = body(look, &sight, &mut pen);
    thread(look, rows, &sight, &mut pen);
    cursor
}

/// The milestone on a row of the pane.
pub(super) fn milestone_at(app: &App, area: Rect, theme: Theme, row: usize) -> Option<MilestoneId> {
    let (look, rows) = look(app, area.width.into(), theme).zip(app.between())?;
    let height = usize::from(area.height);
    let head = head_lines(look, rows, height).len();
    let row = row.checked_sub(head)?;
    let sight = sight(look, rows, height.saturating_sub(head))?;
    let is_there = |(begins, laid): &&(usize, Laid)| (*begins..begins + laid.lines.len()).contains(&row);
    rows.ids.get(sight.laid.iter().find(is_there)?.1.place?).copied()
}

/// How many milestones are in sight on a pane of this size, at least one; and, from the last one on, the text of the
/// end: on a low screen it is scrolled.
pub(super) fn pages(app: &App, area: Rect, theme: Theme) -> (usize, TextPage) {
    let (cols, height) = (usize::from(area.width), usize::from(area.height));
    let between = look(app, cols, theme).zip(app.between());
    let Some((look, rows)) = between else { return (1, TextPage::default()) };
    let height = height.saturating_sub(head_lines(look, rows, height).len());
    let Some(sight) = sight(look, rows, height) else { return (1, TextPage::default()) };
    let moves = sight.laid.iter().filter(|(_, laid)| laid.place.is_some()).count();
    (moves.max(1), TextPage { rows: room(height).1, lines: sight.end, ..TextPage::default() })
}

fn look(app: &App, cols: usize, theme: Theme) -> Option<Look<'_>> {
    Some(Look { app, pair: app.pair()?, sides: Sides::new(cols), theme })
}

fn head(look: Look<'_>, rows: &Rows, pen: &mut Pen<'_>) -> usize {
    let lines = head_lines(look, rows, pen.rows());
    for (row, line) in lines.iter().enumerate() {
        line.draw(pen, row, look.sides, look.theme);
    }
    let (place, all) = look.app.pair_of_pairs();
    let said = format!("{place} of {all} pairs");
    if !look.sides.is_one && all > 1 && pen.rows() > 0 {
        let right = look.sides.axis + 3 + width(&look.name(look.pair.right));
        if right + 2 + width(&said) <= pen.cols() {
            pen.right(0, pen.cols(), &said, Style::new());
        }
    }
    lines.len()
}

/// Draws what is in sight; where the hardware cursor stands.
fn body(look: Look<'_>, sight: &Sight, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    let theme = look.theme;
    for row in 0..pen.rows() {
        let is_drawn =
            sight.below > 0 || sight.laid.last().is_some_and(|(at, laid)| row < at + laid.lines.len());
        if is_drawn && (row > 0 || sight.above > 0) {
            Line::default().draw(pen, row, look.sides, theme);
        }
    }
    let words = look.app.words();
    let current = look.app.between_cursor();
    let mut cursor = None;
    for (begins, laid) in &sight.laid {
        let mut title: Option<(usize, usize)> = None;
        let mut rows: Vec<(usize, usize, usize)> = Vec::new();
        let mut texts = Vec::new();
        for (row, line) in (*begins..pen.rows()).zip(&laid.lines) {
            if matches!(line.mid, Mid::Text(_)) {
                pen.fill(row, look.sides.axis, look.sides.axis + 1, " ", Style::reset());
            }
            if let Some((from, to)) = line.draw(pen, row, look.sides, theme) {
                rows.push((row, from, to));
                texts.push(line.title_text());
                title = Some(title.map_or((from, to), |(least, most)| (least.min(from), most.max(to))));
            }
        }
        let Some((from, to)) = title else { continue };
        if laid.place == current {
            let style = if look.app.focus() == Focus::List { theme.current() } else { theme.strong() };
            for (row, ..) in &rows {
                pen.style(*row, (from.saturating_sub(1), (to + 1).min(pen.cols())), style);
            }
            cursor = rows.first().map(|(row, from, _)| pen.position(*row, *from));
        }
        selected(look, laid, (from, to), &rows, pen);
        for ((row, from, to), text) in rows.into_iter().zip(texts) {
            pen.mark(row, (from, to), &text, &words, theme.hit());
        }
    }
    ends(look, sight, pen);
    cursor
}

/// A selected milestone has its mark between its title and the axis.
fn selected(
    look: Look<'_>,
    laid: &Laid,
    (from, to): (usize, usize),
    rows: &[(usize, usize, usize)],
    pen: &mut Pen<'_>,
) {
    let id = laid.place.and_then(|place| look.app.between()?.ids.get(place).copied());
    let is_selected = id.is_some_and(|id| look.app.selection().contains(id, look.app.matches()));
    let Some((row, ..)) = rows.first().filter(|_| is_selected) else { return };
    let col = if to < look.sides.axis { to + 1 } else { from.saturating_sub(2) };
    pen.text(*row, col, col + 1, look.theme.glyphs.selected, look.theme.selected());
}

/// The year that the first row stands in, and how much more there is above and below.
fn ends(look: Look<'_>, sight: &Sight, pen: &mut Pen<'_>) {
    let (theme, last) = (look.theme, pen.rows().saturating_sub(1));
    if last < 4 {
        return;
    }
    if let Some(year) = &sight.year {
        pen.fill(0, 0, pen.cols(), " ", Style::reset());
        Line::through(year, theme.strong()).draw(pen, 0, look.sides, theme);
    }
    let more = |count: usize, place: &str| format!("{} {count} more {place}", theme.glyphs.ellipsis);
    if sight.above > 0 {
        pen.right(0, pen.cols(), &more(sight.above, "above"), theme.dim());
    }
    if sight.below > 0 {
        pen.right(last, pen.cols(), &more(sight.below, "below"), theme.dim());
    } else if sight.rest > 0 {
        let lines = if sight.rest == 1 { "line: j" } else { "lines: j" };
        pen.right(last, pen.cols(), &more(sight.rest, lines), theme.dim());
    }
}

/// From the current milestone to what it answered, and from what answers it, the axis stands out.
fn thread(look: Look<'_>, rows: &Rows, sight: &Sight, pen: &mut Pen<'_>) {
    let Some(current) = look.app.between_cursor() else { return };
    let (dataset, axis) = (look.app.dataset(), look.sides.axis);
    let milestone = |place: usize| rows.ids.get(place).map(|id| dataset.milestone(*id));
    let answers_it = |one: usize, other: usize| {
        let (Some(one), Some(other)) = (milestone(one), milestone(other)) else { return false };
        answers(one, look.pair, dataset).iter().any(|answer| answer.to == other.place())
    };
    let in_sight = || sight.laid.iter().filter_map(|(row, laid)| Some((*row, laid.place?)));
    let Some((here, _)) = in_sight().find(|(_, place)| *place == current) else { return };
    let linked = in_sight().filter(|(_, place)| answers_it(*place, current) || answers_it(current, *place));
    for (there, _) in linked {
        for row in (here.min(there) + 1..here.max(there)).filter(|row| sight.is_axis(*row)) {
            pen.text(row, axis, axis + 1, look.theme.glyphs.axis[1], look.theme.strong());
        }
    }
}

/// Why there is nothing to see, and what to press.
fn nothing(app: &App, pen: &mut Pen<'_>, theme: Theme) {
    if app.listed().is_empty() {
        super::nothing::no_milestones(app, pen, theme);
        return;
    }
    let said = match look(app, pen.cols(), theme) {
        Some(look) => {
            let [left, right] = [look.pair.left, look.pair.right].map(|id| look.name(id));
            format!("Nothing that matches is between {left} and {right}.")
        }
        None => "No two companies are in one milestone here: there is nothing to set against each other."
            .to_owned(),
    };
    let mut keys = Vec::new();
    if app.pair_of_pairs().1 > 1 {
        keys.push(("w", "shows the next two companies"));
    }
    if !app.query().is_empty() {
        keys.push(("X", "drops all filters"));
    }
    keys.push(("1", "shows the Timeline"));
    super::nothing::nothing(pen, theme, &said, &keys);
}
