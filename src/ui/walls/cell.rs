//! The walls between two parties: a glyph as high as the gate is shut, and the letters of its channel.

use ratatui::style::{Modifier, Style};

use super::super::pen::Pen;
use super::super::theme::Theme;
use super::Form;
use crate::app::walls::Differs;
use crate::app::{App, Focus};
use crate::dataset::{BarrierId, Standing};

/// Where the walls of a cell stand.
#[derive(Clone, Copy)]
pub(super) struct Walls {
    pub(super) line: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_current: bool,
}

/// Draws as many as there is room for, and says where there are more.
pub(super) fn walls(app: &App, pen: &mut Pen<'_>, theme: Theme, form: Form, ids: &[BarrierId], place: Walls) {
    let slot = form.slot(app.compared_days().is_some());
    let mut col = place.from;
    for (at, id) in ids.iter().enumerate() {
        let mark = if at + 1 < ids.len() { 2 } else { 0 };
        if col + slot - 1 + mark > place.to && col + slot * (ids.len() - at) - 1 > place.to {
            pen.text(
                place.line,
                col.min(place.to.saturating_sub(1)),
                place.to,
                theme.glyphs.ellipsis,
                theme.dim(),
            );
            return;
        }
        wall(app, pen, theme, form, *id, (place, col, col + slot - 1));
        col += slot;
    }
}

fn wall(
    app: &App,
    pen: &mut Pen<'_>,
    theme: Theme,
    form: Form,
    id: BarrierId,
    (place, from, to): (Walls, usize, usize),
) {
    let history = app.dataset().history(id);
    let days = app.compared_days();
    let shown = history.on(days.map_or(app.day(), |(_, later)| later));
    let was = days.map(|(earlier, _)| history.on(earlier)).filter(|was| was.standing != shown.standing);
    let is_left_out = app.dims() && !app.is_moved(id);
    let faint = is_left_out || !shown.possible.is_certain();
    let (glyph, style) = standing(theme, shown.standing);
    let style = if faint { style.patch(theme.dim()) } else { style };
    let mut col = from;
    if let Some(was) = was {
        let (glyph, style) = standing(theme, was.standing);
        pen.text(place.line, from, from + 1, glyph, style.patch(theme.dim()));
        pen.text(place.line, from + 1, from + 2, theme.glyphs.became, theme.dim());
        col = from + 2;
    }
    let is_tall = matches!(form, Form::Airy | Form::Tall);
    let wide = if is_tall && was.is_none() { to } else { col + 1 };
    pen.fill(place.line, col, wide, glyph, style);
    let is_changed = match days {
        Some(days) => matches!(app.differs(id, days), Differs::Opened | Differs::Closed),
        None => app.changes().on(app.day()).iter().any(|change| change.barrier == id),
    };
    let style = letters(app, theme, place.is_current, is_changed, is_left_out);
    let (line, col) = if is_tall { (place.line + 1, from) } else { (place.line, wide) };
    pen.text(line, col, to, app.grid().code(id, app.dataset(), form == Form::Short), style);
}

/// The wall of a standing. What nobody knows is a question here; what is not there yet leaves its letters alone.
pub(super) fn standing(theme: Theme, standing: Standing) -> (&'static str, Style) {
    match standing {
        Standing::Unknown => (theme.glyphs.question, theme.dim()),
        known => theme.standing(known),
    }
}

/// Letters are dim; of the current cell reverse, of what changed underlined.
fn letters(app: &App, theme: Theme, is_current: bool, is_changed: bool, is_left_out: bool) -> Style {
    let style = match (is_current, app.focus()) {
        (true, Focus::List) => theme.current(),
        (true, _) => theme.strong(),
        _ if is_changed => Style::new(),
        _ => theme.dim(),
    };
    let style = if is_changed { style.patch(theme.changed()) } else { style };
    if is_left_out && !is_current { style.remove_modifier(Modifier::BOLD).patch(theme.dim()) } else { style }
}
