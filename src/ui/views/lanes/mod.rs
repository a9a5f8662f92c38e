//! The Lanes: a barrier a row, time to the right. A wall is as high as it is shut.

mod details;
mod layout;
mod marks;

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::app::lanes::{Scale, rows, shown_day};
use crate::app::{App, Focus, barriers, lanes};
use crate::dataset::BarrierId;
use crate::ui::axis;
use crate::ui::empty::no_walls;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
use crate::ui::theme::in_brackets;
use crate::ui::wall_cells;
pub(super) use layout::LanesLayout;

/// Draws the rows in sight; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout) -> Cursor {
    let barriers = barriers::shown(app);
    if barriers.ids().is_empty() {
        no_walls(app, surface, theme);
        return None;
    }
    let scale = lanes::scale(app);
    axis(app, surface, theme, layout, scale);
    let mut cursor = None;
    for (row, at) in layout.lanes.clone().zip(lanes::state(app).top()..) {
        // The lane that a list begins with shows its channel still.
        let headed =
            (at == lanes::state(app).top() && layout.lanes.len() > 2).then(|| heading_of(app, at)).flatten();
        match headed.or_else(|| rows::row(barriers, at)) {
            Some(rows::LaneRow::Heading(channel)) => {
                let channel = app.dataset().channel(channel);
                let name = app.lang().of(&channel.name, channel.name_zh.as_deref()).to_uppercase();
                let col = surface.text(row, 0, surface.cols(), &name, theme.strong());
                let above = rows::lanes_above(barriers, at + 1);
                if at == lanes::state(app).top() && above > 0 {
                    let more = format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more_above)(above));
                    surface.text(row, col + 2, surface.cols(), &more, theme.dim());
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
    details::draw(app, surface, theme, layout, scale);
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
    let lane = match rows::row(barriers::shown(app), at) {
        Some(rows::LaneRow::Lane(id)) if row < layout.lanes.end && !is_headed => id,
        _ => return None,
    };
    let col = layout.time.contains(&col).then(|| col - layout.time.start);
    Some((lane, col.map(|col| lanes::scale(app).first_of(col))))
}

/// The heading that the lane on a row stands under, where that is not the row above.
fn heading_of(app: &App, row: usize) -> Option<rows::LaneRow> {
    let barriers = barriers::shown(app);
    let rows::LaneRow::Lane(id) = rows::row(barriers, row)? else { return None };
    Some(rows::LaneRow::Heading(app.dataset().barrier(id).channel))
}

fn axis(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout, scale: Scale) {
    for (col, label) in axis::ticks(scale, theme.say) {
        surface.text(0, layout.time.start + col, layout.time.end, &label, theme.dim());
    }
    if let Some(end) = layout.end {
        surface.text(0, end, surface.cols(), theme.say.views.shut_for, theme.dim());
    }
    let Some(day) = app.current().and_then(shown_day).filter(|_| layout.axis > 1 && !layout.time.is_empty())
    else {
        return;
    };
    let (col, glyph) = match scale.col(day) {
        Some(col) => (layout.time.start + col, theme.glyphs.here),
        None if day < scale.first() => (layout.time.start, theme.glyphs.earlier),
        None => (layout.time.end - 1, theme.glyphs.later),
    };
    surface.text(1, col, col + 1, glyph, theme.strong());
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
        let style = if cell.is_soft || is_left_out { style.patch(theme.dim()) } else { style };
        surface.text(row, col, col + 1, glyph, style);
    }
    // What lies beyond the edges is not forgotten.
    let beyond =
        |surface: &mut Surface<'_>, col: usize, glyph| surface.text(row, col, col + 1, glyph, Style::new());
    if history.steps().first().is_some_and(|step| step.settled() < scale.first()) && layout.time.start > 0 {
        beyond(surface, layout.time.start - 1, theme.glyphs.earlier);
    }
    if history.steps().last().is_some_and(|step| step.from > scale.last()) {
        beyond(surface, layout.time.end, theme.glyphs.later);
    }
    if let Some(end) = layout.end {
        surface.text(row, end, surface.cols(), &history.lasted_short(theme.say), Style::new());
    }
    if lanes::state(app).lane() == Some(id) {
        marks::draw(app, surface, theme, (layout, scale), (row, history));
    }
}

/// The first row and the last say how many more lanes there are.
fn more(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout) {
    let (all, top, height) = (rows::count(barriers::shown(app)), lanes::state(app).top(), layout.lanes.len());
    let below = all.saturating_sub(top + height);
    if below > 0 && height > 2 {
        let row = layout.lanes.end - 1;
        surface.fill(row, 0, surface.cols(), " ", Style::reset());
        let hidden =
            barriers::shown(app).ids().len() - rows::lanes_above(barriers::shown(app), top + height - 1);
        surface.text(
            row,
            0,
            surface.cols(),
            &format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more_below)(hidden)),
            theme.dim(),
        );
    }
}
