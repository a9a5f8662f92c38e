//! The Lanes: a barrier a row, time to the right. A wall is as high as it is shut.

mod details;
mod layout;
mod marks;
mod told;

use std::borrow::Cow;

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::app::lanes::{LaneGroup, Scale, rows, shown_day};
use crate::app::{App, Focus, barriers, lanes};
use crate::dataset::{BarrierId, BarrierState, SaidOutcome, span_end};
use crate::text::width;
use crate::ui::axis;
use crate::ui::empty::no_walls;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
use crate::ui::theme::in_brackets;
use crate::ui::wall_cells;
pub(super) use layout::LanesLayout;

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout) -> Cursor {
    let sorted = lanes::shown(app);
    if sorted.ids().is_empty() {
        no_walls(app, surface, theme);
        return None;
    }
    if layout.legend {
        details::legend(app, surface, theme);
    }
    let (scale, top) = (lanes::scale(app), lanes::state(app).top());
    axis(app, surface, theme, layout, scale);
    let mut cursor = None;
    for (row, at) in layout.lanes.clone().zip(top..) {
        // The lane that a list begins with shows its heading still.
        let headed = (at == top && layout.lanes.len() > 2).then(|| rows::heading_over(sorted, at)).flatten();
        match headed.or_else(|| rows::row(sorted, at)) {
            Some(rows::LaneRow::Heading(group, count)) => {
                let col = heading(app, surface, theme, row, (group, count));
                if at == top {
                    more_above(app, surface, theme, (row, col));
                }
            }
            Some(rows::LaneRow::Lane(id)) => {
                lane(app, surface, theme, (layout, scale), (row, id));
                if lanes::state(app).lane() == Some(id) {
                    let style = if app.focus() == Focus::List { theme.current() } else { theme.strong() };
                    surface.style(row, (0, layout.names), style);
                    cursor = Some(surface.position(row, 0));
                }
            }
            None => {}
        }
    }
    more(app, surface, theme, layout);
    details::draw(app, surface, theme, layout);
    cursor
}

/// The lane on a row in sight, and the first day of the column.
pub(super) fn lane_at(
    app: &App,
    layout: &LanesLayout,
    (row, col): (usize, usize),
) -> Option<(BarrierId, Option<NaiveDate>)> {
    let at = lanes::state(app).top() + row.checked_sub(layout.lanes.start)?;
    let is_headed = row == layout.lanes.start && layout.lanes.len() > 2;
    let lane = match rows::row(lanes::shown(app), at) {
        Some(rows::LaneRow::Lane(id)) if row < layout.lanes.end && !is_headed => id,
        _ => return None,
    };
    let col = layout.time.contains(&col).then(|| col - layout.time.start);
    Some((lane, col.map(|col| lanes::scale(app).first_of(col))))
}

/// What the lanes below have in common, and how many they are; the column behind that.
fn heading(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    row: usize,
    (group, count): (LaneGroup, usize),
) -> usize {
    let name = match group {
        LaneGroup::Channel(channel) => {
            let channel = app.dataset().channel(channel);
            app.lang().of(&channel.name, channel.name_zh.as_deref())
        }
        LaneGroup::Outcome(group) => Cow::Borrowed(group.heading(theme.say)),
        LaneGroup::Length(group) => Cow::Borrowed(group.heading(theme.say)),
    };
    let col = surface.text(row, 0, surface.cols(), &name, theme.strong());
    surface.text(row, col + 1, surface.cols(), &count.to_string(), Style::new())
}

fn axis(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout, scale: Scale) {
    let Some(row) = layout.axis else { return };
    let ticks = axis::ticks(scale, theme.say);
    for (col, label) in &ticks {
        surface.text(row, layout.time.start + col, layout.time.end, label, Style::new());
    }
    if let Some(end) = span_end(app.dataset(), theme.say) {
        let by = (theme.say.lanes.by)(&end);
        if layout.end + width(&by) <= surface.cols() {
            surface.text(row, layout.end, surface.cols(), &by, Style::new());
        }
    }
    // On its lane it is marked there.
    let day = app.current().filter(|_| lanes::step_here(app).is_none()).and_then(shown_day);
    if let Some(col) = day.and_then(|day| scale.col(day)) {
        // A mark on a year would make it another one.
        let hit = ticks.iter().find(|(from, label)| (*from..from + width(label)).contains(&col));
        if let Some((from, label)) = hit {
            let from = layout.time.start + from;
            surface.style(row, (from, from + width(label)), theme.current());
        } else {
            let col = layout.time.start + col;
            surface.text(row, col, layout.time.end, theme.glyphs.here, theme.strong());
        }
    }
}

fn lane(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    (layout, scale): (&LanesLayout, Scale),
    (row, id): (usize, BarrierId),
) {
    let barrier = app.dataset().barrier(id);
    let history = app.dataset().history(id);
    let is_left_out = app.dims() && !barriers::is_moved(app, id);
    let name = in_brackets(app.lang().of(&barrier.name, barrier.name_zh.as_deref()), is_left_out);
    surface.text(row, 0, layout.names, &name, theme.left_out(is_left_out));
    for (col, cell) in layout.time.clone().zip(wall_cells::row(history, scale)) {
        let (glyph, style) = theme.state(cell.state);
        let glyph = if cell.is_gap { " " } else { glyph };
        let is_pale = cell.is_soft && cell.state != BarrierState::Unknown;
        let style = if is_pale || is_left_out { style.patch(theme.dim()) } else { style };
        surface.text(row, col, col + 1, glyph, style);
    }
    outcome(app, surface, theme, layout, (row, id));
    if layout.time.is_empty() {
        return;
    }
    // What lies beyond the edges is not forgotten.
    let beyond =
        |surface: &mut Surface<'_>, col: usize, glyph| surface.text(row, col, col + 1, glyph, Style::new());
    if history.steps().first().is_some_and(|step| step.settled() < scale.first()) {
        beyond(surface, layout.time.start - 1, theme.glyphs.earlier);
    }
    if history.steps().last().is_some_and(|step| step.from > scale.last()) {
        beyond(surface, layout.time.end, theme.glyphs.later);
    }
    if lanes::state(app).lane() == Some(id) {
        marks::draw(app, surface, theme, (layout, scale), (row, history));
    }
}

/// What became of it, at the end of its row.
fn outcome(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    layout: &LanesLayout,
    (row, id): (usize, BarrierId),
) {
    let (outcome, history) = (barriers::outcome(app, id), app.dataset().history(id));
    let outcome = SaidOutcome::new(outcome, history, app.dataset(), theme.say);
    let (room, dot) = (surface.cols() - layout.end, theme.glyphs.dot);
    let outcome = if layout.is_whole() { outcome.row(room, dot) } else { outcome.short_row(room, dot) };
    // What has no shorter word takes the room of the wall, of which nothing is known there.
    let end = layout.end.min(surface.cols().saturating_sub(width(&outcome)));
    surface.text(row, end, surface.cols(), &outcome, Style::new());
}

/// The last row says how many more lanes there are below.
fn more(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout) {
    let (sorted, top, height) = (lanes::shown(app), lanes::state(app).top(), layout.lanes.len());
    if height <= 2 {
        return;
    }
    let row = layout.lanes.end - 1;
    if rows::count(sorted) > top + height {
        let hidden = sorted.ids().len() - rows::lanes_above(sorted, top + height - 1);
        surface.fill(row, 0, surface.cols(), " ", Style::reset());
        let more = format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more_below)(hidden));
        surface.text(row, 0, surface.cols(), &more, theme.dim());
    }
}

/// How many more there are above those in sight, behind the heading over them.
fn more_above(app: &App, surface: &mut Surface<'_>, theme: Theme, (row, col): (usize, usize)) {
    let above = rows::lanes_above(lanes::shown(app), lanes::state(app).top() + 1);
    if above == 0 {
        return;
    }
    let mark = theme.glyphs.ellipsis;
    let whole = format!("{mark} {}", (theme.say.counts.more_above)(above));
    let fits = col + 2 + width(&whole) <= surface.cols();
    let more = if fits { whole } else { format!("{mark} {above}") };
    surface.text(row, col + 2, surface.cols(), &more, theme.dim());
}
