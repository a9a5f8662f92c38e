//! The Ledger: two companies on either side of one vertical axis of time. What one of them did stands on its side;
//! what both did, or somebody else did to both, through the axis.
//!
//! The current milestone stays at about the same height and the rest moves past it, so that what it answered and what
//! answered it are in sight. Only the blocks in sight are ever laid out.

mod block;
mod line;
mod tally;
mod unresolved;
mod viewport;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::ledger::{Rows, answers};
use crate::app::reader::TextPage;
use crate::app::{App, Focus, hits, ledger};
use crate::dataset::MilestoneId;
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use block::LedgerContext;
use line::{LedgerLine, OnAxis, Sides};
use tally::tally_lines;
use viewport::{Block, Viewport, room, sight};

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme) -> Option<(u16, u16)> {
    let between = context(app, surface.cols(), theme).zip(ledger::between(app));
    let Some((context, rows)) = between.filter(|(_, rows)| !rows.ids.is_empty()) else {
        nothing(app, surface, theme);
        return None;
    };
    let head = head(context, rows, surface);
    let mut surface = surface.under(crate::ui::surface::cells(head));
    let sight = sight(context, rows, surface.rows())?;
    let cursor = body(context, &sight, &mut surface);
    answered(context, rows, &sight, &mut surface);
    cursor
}

/// The milestone on a row of the pane.
pub(super) fn milestone_at(app: &App, area: Rect, theme: Theme, row: usize) -> Option<MilestoneId> {
    let (context, rows) = context(app, area.width.into(), theme).zip(ledger::between(app))?;
    let height = usize::from(area.height);
    let head = tally_lines(context, rows, height).len();
    let row = row.checked_sub(head)?;
    let sight = sight(context, rows, height.saturating_sub(head))?;
    let is_there = |(begins, laid): &&(usize, Block)| (*begins..begins + laid.lines.len()).contains(&row);
    rows.ids.get(sight.laid.iter().find(is_there)?.1.place?).copied()
}

/// How many milestones are in sight on a pane of this size, at least one; and, from the last one on, the text of the
/// end: on a low screen it is scrolled.
pub(super) fn pages(app: &App, area: Rect, theme: Theme) -> (usize, TextPage) {
    let (cols, height) = (usize::from(area.width), usize::from(area.height));
    let between = context(app, cols, theme).zip(ledger::between(app));
    let Some((context, rows)) = between else { return (1, TextPage::default()) };
    let height = height.saturating_sub(tally_lines(context, rows, height).len());
    let Some(sight) = sight(context, rows, height) else { return (1, TextPage::default()) };
    let moves = sight.laid.iter().filter(|(_, laid)| laid.place.is_some()).count();
    (moves.max(1), TextPage { rows: room(height).1, lines: sight.end, ..TextPage::default() })
}

fn context(app: &App, cols: usize, theme: Theme) -> Option<LedgerContext<'_>> {
    Some(LedgerContext { app, pair: ledger::pair(app)?, sides: Sides::new(cols), theme })
}

fn head(context: LedgerContext<'_>, rows: &Rows, surface: &mut Surface<'_>) -> usize {
    let lines = tally_lines(context, rows, surface.rows());
    for (row, line) in lines.iter().enumerate() {
        line.draw(surface, row, context.sides, context.theme);
    }
    let (place, all) = ledger::place_of_pair(context.app);
    let said = format!("{place} of {all} pairs");
    if !context.sides.is_one && all > 1 && surface.rows() > 0 {
        let right = context.sides.axis + 3 + width(&context.name(context.pair.right));
        if right + 2 + width(&said) <= surface.cols() {
            surface.right(0, surface.cols(), &said, Style::new());
        }
    }
    lines.len()
}

/// Draws what is in sight; where the hardware cursor stands.
fn body(context: LedgerContext<'_>, sight: &Viewport, surface: &mut Surface<'_>) -> Option<(u16, u16)> {
    let theme = context.theme;
    for row in 0..surface.rows() {
        let is_drawn =
            sight.below > 0 || sight.laid.last().is_some_and(|(at, laid)| row < at + laid.lines.len());
        if is_drawn && (row > 0 || sight.above > 0) {
            LedgerLine::default().draw(surface, row, context.sides, theme);
        }
    }
    let words = hits::words(context.app);
    let current = ledger::cursor(context.app);
    let mut cursor = None;
    for (begins, laid) in &sight.laid {
        let mut title: Option<(usize, usize)> = None;
        let mut rows: Vec<(usize, usize, usize)> = Vec::new();
        let mut texts = Vec::new();
        for (row, line) in (*begins..surface.rows()).zip(&laid.lines) {
            if matches!(line.on_axis, OnAxis::Text(_)) {
                surface.fill(row, context.sides.axis, context.sides.axis + 1, " ", Style::reset());
            }
            if let Some((from, to)) = line.draw(surface, row, context.sides, theme) {
                rows.push((row, from, to));
                texts.push(line.title_text());
                title = Some(title.map_or((from, to), |(least, most)| (least.min(from), most.max(to))));
            }
        }
        let Some((from, to)) = title else { continue };
        if laid.place == current {
            let style = if context.app.focus() == Focus::List { theme.current() } else { theme.strong() };
            for (row, ..) in &rows {
                surface.style(*row, (from.saturating_sub(1), (to + 1).min(surface.cols())), style);
            }
            cursor = rows.first().map(|(row, from, _)| surface.position(*row, *from));
        }
        selected(context, laid, (from, to), &rows, surface);
        for ((row, from, to), text) in rows.into_iter().zip(texts) {
            surface.mark(row, (from, to), &text, &words, theme.hit());
        }
    }
    ends(context, sight, surface);
    cursor
}

/// A selected milestone has its mark between its title and the axis.
fn selected(
    context: LedgerContext<'_>,
    laid: &Block,
    (from, to): (usize, usize),
    rows: &[(usize, usize, usize)],
    surface: &mut Surface<'_>,
) {
    let id = laid.place.and_then(|place| ledger::between(context.app)?.ids.get(place).copied());
    let is_selected = id.is_some_and(|id| context.app.selection().contains(id, context.app.matches()));
    let Some((row, ..)) = rows.first().filter(|_| is_selected) else { return };
    let col = if to < context.sides.axis { to + 1 } else { from.saturating_sub(2) };
    surface.text(*row, col, col + 1, context.theme.glyphs.selected, context.theme.selected());
}

/// The year that the first row stands in, and how much more there is above and below.
fn ends(context: LedgerContext<'_>, sight: &Viewport, surface: &mut Surface<'_>) {
    let (theme, last) = (context.theme, surface.rows().saturating_sub(1));
    if last < 4 {
        return;
    }
    if let Some(year) = &sight.year {
        surface.fill(0, 0, surface.cols(), " ", Style::reset());
        LedgerLine::through(year, theme.strong()).draw(surface, 0, context.sides, theme);
    }
    let more = |count: usize, place: &str| format!("{} {count} more {place}", theme.glyphs.ellipsis);
    if sight.above > 0 {
        surface.right(0, surface.cols(), &more(sight.above, "above"), theme.dim());
    }
    if sight.below > 0 {
        surface.right(last, surface.cols(), &more(sight.below, "below"), theme.dim());
    } else if sight.rest > 0 {
        let lines = if sight.rest == 1 { "line: j" } else { "lines: j" };
        surface.right(last, surface.cols(), &more(sight.rest, lines), theme.dim());
    }
}

/// From the current milestone to what it answered, and from what answers it, the axis stands out.
fn answered(context: LedgerContext<'_>, rows: &Rows, sight: &Viewport, surface: &mut Surface<'_>) {
    let Some(current) = ledger::cursor(context.app) else { return };
    let (dataset, axis) = (context.app.dataset(), context.sides.axis);
    let milestone = |place: usize| rows.ids.get(place).map(|id| dataset.milestone(*id));
    let answers_it = |one: usize, other: usize| {
        let (Some(one), Some(other)) = (milestone(one), milestone(other)) else { return false };
        answers(one, context.pair, dataset).iter().any(|answer| answer.to == other.place())
    };
    let in_sight = || sight.laid.iter().filter_map(|(row, laid)| Some((*row, laid.place?)));
    let Some((here, _)) = in_sight().find(|(_, place)| *place == current) else { return };
    let linked = in_sight().filter(|(_, place)| answers_it(*place, current) || answers_it(current, *place));
    for (there, _) in linked {
        for row in (here.min(there) + 1..here.max(there)).filter(|row| sight.is_axis(*row)) {
            surface.text(row, axis, axis + 1, context.theme.glyphs.axis[1], context.theme.strong());
        }
    }
}

/// Why there is nothing to see, and what to press.
fn nothing(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    if app.listed().is_empty() {
        crate::ui::empty::no_milestones(app, surface, theme);
        return;
    }
    let said = match context(app, surface.cols(), theme) {
        Some(context) => {
            let [left, right] = [context.pair.left, context.pair.right].map(|id| context.name(id));
            format!("Nothing that matches is between {left} and {right}.")
        }
        None => "No two companies are in one milestone here: there is nothing to set against each other."
            .to_owned(),
    };
    let mut keys = Vec::new();
    if ledger::place_of_pair(app).1 > 1 {
        keys.push(("w", "shows the next two companies"));
    }
    if !app.query().is_empty() {
        keys.push(("X", "drops all filters"));
    }
    keys.push(("1", "shows the Timeline"));
    crate::ui::empty::nothing(surface, theme, &said, &keys);
}
