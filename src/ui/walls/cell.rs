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
pub(super) fn walls(
    app: &App,
    pen: &mut Pen<'_>,
    theme: Theme,
    form: Form,
    ids: &[BarrierId],
    place: Walls,
) {
    let slot = form.slot(app.compared_days().is_some());
    let mut col = place.from;
    for (at, id) in ids.iter().enumerate() {
        let mark = if at + 1 < ids.len() { 2 } else { 0 };
        if col + slot - 1 + mark > place.to && col + slot * (ids.len() - at) - 1 > place.to {
            pen.text(place.line, col.min(place.to.saturating_sub(1)), place.to, theme.glyphs.ellipsis, theme.dim());
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
    let is_tall = matches!(form, Form::Airy | Form::Tall);
    let code = app.grid().code(id, app.dataset(), form == Form::Short);
    let days = app.compared_days().filter(|days| !matches!(app.differs(id, *days), Differs::Not));
    let history = app.dataset().history(id);
    let shown = history.on(days.map_or(app.day(), |(_, later)| later));
    let is_left_out = app.dims() && !app.is_moved(id);
    let faint = |style: Style, is_faint: bool| if is_faint { style.patch(theme.dim()) } else { style };
    let (glyph, style) = standing(theme, shown.standing);
    let style = faint(style, is_left_out || !shown.possible.is_certain());
    let is_changed = days.is_some_and(|days| is_known_change(app, id, days)) || changes(app, id);
    let letters = letters(app, theme, place.is_current, is_changed, is_left_out);
    if let Some((earlier, _)) = days {
        let (old, old_style) = standing(theme, history.on(earlier).standing);
        pen.text(place.line, from, from + 1, old, old_style.patch(theme.dim()));
        pen.text(place.line, from + 1, from + 2, theme.glyphs.became, theme.dim());
        pen.text(place.line, from + 2, from + 3, glyph, style);
    } else if is_tall {
        pen.fill(place.line, from, to, glyph, style);
    } else {
        // While days are compared, where the wall of the later day stands.
        let col = if app.compared_days().is_some() { from + 2 } else { from };
        pen.text(place.line, col, col + 1, glyph, style);
    }
    let (line, col) = match (is_tall, app.compared_days()) {
        (true, _) => (place.line + 1, from),
        (false, None) => (place.line, from + 1),
        (false, Some(_)) => (place.line, from + 3),
    };
    pen.text(line, col, to, code, letters);
}

/// A change that is counted as one, not a day on which nobody knows.
fn is_known_change(app: &App, id: BarrierId, days: (chrono::NaiveDate, chrono::NaiveDate)) -> bool {
    matches!(app.differs(id, days), Differs::Opened | Differs::Closed)
}

/// Whether it changed on the day that is shown, where that is what is looked at.
fn changes(app: &App, id: BarrierId) -> bool {
    app.compared_days().is_none() && app.changes().on(app.day()).iter().any(|change| change.barrier == id)
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
