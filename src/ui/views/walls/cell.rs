//! The walls between two parties: a glyph as high as the barrier is shut, and the letters of its channel. What is not
//! certain has a mark behind them, and where a wall is wide it is broken.

use std::borrow::Cow;

use ratatui::style::Style;

use super::layout::CellForm;
use crate::app::walls::Differs;
use crate::app::{App, Focus, barriers, walls};
use crate::dataset::{BarrierId, BarrierState};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Where the walls of a cell stand.
#[derive(Clone, Copy)]
pub(super) struct CellPlace {
    pub(super) line: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_current: bool,
}

/// Draws as many as there is room for, and says where there are more.
pub(super) fn walls(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    form: CellForm,
    ids: &[BarrierId],
    place: CellPlace,
) {
    let slot = form.slot(walls::compared_days(app).is_some());
    let mut col = place.from;
    for (at, id) in ids.iter().enumerate() {
        let mark = if at + 1 < ids.len() { 2 } else { 0 };
        if col + slot - 1 + mark > place.to && col + slot * (ids.len() - at) - 1 > place.to {
            surface.text(
                place.line,
                col.min(place.to.saturating_sub(1)),
                place.to,
                theme.glyphs.ellipsis,
                theme.dim(),
            );
            return;
        }
        wall(app, surface, theme, form, *id, (place, col, col + slot - 1));
        col += slot;
    }
}

fn wall(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    form: CellForm,
    id: BarrierId,
    (place, from, to): (CellPlace, usize, usize),
) {
    let history = app.dataset().history(id);
    let days = walls::compared_days(app);
    let shown = history.on(days.map_or(walls::day(app), |(_, later)| later));
    let was = days.map(|(earlier, _)| history.on(earlier)).filter(|was| was.state != shown.state);
    let is_left_out = app.dims() && !barriers::is_moved(app, id);
    let is_certain = shown.possible.is_certain();
    let (glyph, style) = standing(theme, shown.state);
    let style = if is_left_out || !is_certain { style.patch(theme.dim()) } else { style };
    let mut col = from;
    if let Some(was) = was {
        let (glyph, style) = standing(theme, was.state);
        surface.text(place.line, from, from + 1, glyph, style);
        surface.text(place.line, from + 1, from + 2, theme.glyphs.became, Style::new());
        col = from + 2;
    }
    let is_tall = matches!(form, CellForm::Airy | CellForm::Tall);
    let wide = if is_tall && was.is_none() { to } else { col + 1 };
    for col in (col..wide).step_by(if is_certain { 1 } else { 2 }) {
        surface.text(place.line, col, col + 1, glyph, style);
    }
    let is_changed = match days {
        Some(days) => matches!(walls::differs(app, id, days), Differs::Opened | Differs::Closed),
        None => walls::changes(app).on(walls::day(app)).iter().any(|change| change.barrier == id),
    };
    let style = match letters(app, theme, place.is_current, is_changed) {
        plain if plain == Style::new() => theme.left_out(is_left_out),
        style => style,
    };
    let (line, col) = if is_tall { (place.line + 1, from) } else { (place.line, wide) };
    let end = surface.text(line, col, to, &code(app, id, form), style);
    if !is_certain {
        // On the blank before the next wall.
        surface.text(line, end, to + 1, theme.glyphs.doubt, Style::new());
    }
}

/// The letters of a barrier's channel; while all are shown, in capitals where the filter leaves it in.
fn code(app: &App, id: BarrierId, form: CellForm) -> Cow<'_, str> {
    let code = walls::grid(app).code(id, app.dataset(), form == CellForm::Short);
    if app.dims() && !app.query().is_empty() && barriers::is_moved(app, id) {
        code.to_ascii_uppercase().into()
    } else {
        code.into()
    }
}

/// The wall of a standing. What nobody knows is a question here; what is not there yet leaves its letters alone.
pub(super) fn standing(theme: Theme, standing: BarrierState) -> (&'static str, Style) {
    if standing == BarrierState::Unknown {
        (theme.glyphs.question, Style::new())
    } else {
        theme.state(standing)
    }
}

/// Letters are reverse in the current cell, and underlined of what changed.
fn letters(app: &App, theme: Theme, is_current: bool, is_changed: bool) -> Style {
    let style = match (is_current, app.focus()) {
        (true, Focus::List) => theme.current(),
        (true, _) => theme.strong(),
        (false, _) => Style::new(),
    };
    if is_changed { style.patch(theme.changed()) } else { style }
}
