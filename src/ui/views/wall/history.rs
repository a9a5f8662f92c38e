//! The history of a wall: a step a line, and a second one with what it rests on.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::room::Room;
use crate::app::App;
use crate::dataset::{BarrierId, BarrierState, Step, StepTold, step_told};
use crate::text::{ellipsize, width, wrap};
use crate::ui::theme::Theme;

/// The columns of the steps of one wall.
#[derive(Clone, Copy, Debug)]
pub(super) struct StepColumns {
    /// Where the glyph of the state stands.
    glyph: usize,
    state: usize,
    kind: usize,
    title: usize,
    /// Whether dates have short months.
    is_brief: bool,
}

/// Of more steps than this each has one line, and the columns of its dates are not measured.
pub(super) const MANY: usize = 60;

impl StepColumns {
    pub(super) fn new(app: &App, wall: BarrierId, room: Room, theme: Theme) -> Self {
        let steps = app.dataset().history(wall).steps();
        let is_brief = room.cols < 96;
        let dates = steps.iter().take(MANY).map(|step| width(&date(app, *step, is_brief, theme)));
        let widest = dates.max().unwrap_or_default().min(room.cols / 2);
        let glyph = room.indent + widest + 2;
        let states = BarrierState::AFTER.map(|state| width(state.words(theme.say)));
        let state = glyph + if is_brief { 2 } else { 3 };
        let kind = state + states.into_iter().max().unwrap_or_default() + if is_brief { 1 } else { 2 };
        Self { glyph, state, kind, title: kind + 2, is_brief }
    }
}

impl StepColumns {
    /// Those of the glyph of the state.
    pub(super) fn glyphs(self) -> std::ops::Range<usize> {
        self.glyph..self.glyph + if self.is_brief { 1 } else { 2 }
    }
}

fn date(app: &App, step: Step, is_brief: bool, theme: Theme) -> String {
    let words = step.date(app.dataset()).words(theme.say);
    if is_brief { (theme.say.dates.brief)(&words) } else { words }
}

/// The line of a step, on which its title is cut where it must, and how much of the title it holds.
pub(super) fn first_line(
    app: &App,
    (wall, place): (BarrierId, usize),
    columns: StepColumns,
    (room, title): (Room, &str),
    theme: Theme,
) -> Line<'static> {
    let dataset = app.dataset();
    let Some(step) = dataset.history(wall).steps().get(place).copied() else { return Line::default() };
    let told = step_told(wall, place, dataset, app.lang());
    let is_change = told.is_none_or(|told| told.is_change);
    let (glyph, hue) = theme.state(step.state);
    let (kind, tone) = theme.kind(dataset.milestone(step.milestone).kind());
    let style = if is_change { theme.strong() } else { Style::new() };
    let mut line = Line::raw(" ".repeat(room.indent));
    let mut taken = room.indent;
    let date = date(app, step, columns.is_brief, theme);
    let date = ellipsize(&date, columns.glyph.saturating_sub(room.indent + 1), theme.glyphs.ellipsis);
    let wide = if columns.is_brief { 1 } else { 2 };
    for (col, text, style) in [
        (room.indent, date.into_owned(), Style::new()),
        (columns.glyph, glyph.repeat(wide), hue),
        (columns.state, step.state.words(theme.say).to_owned(), style),
        (columns.kind, kind.to_owned(), tone),
        (columns.title, title.to_owned(), Style::new()),
    ] {
        line.push_span(Span::raw(" ".repeat(col.saturating_sub(taken))));
        taken = taken.max(col) + width(&text);
        line.push_span(Span::styled(text, style));
    }
    line
}

/// All lines of a step.
pub(super) fn lines(
    app: &App,
    (wall, place): (BarrierId, usize),
    columns: StepColumns,
    room: Room,
    theme: Theme,
) -> Vec<Line<'static>> {
    let dataset = app.dataset();
    let Some(step) = dataset.history(wall).steps().get(place) else { return Vec::new() };
    let milestone = dataset.milestone(step.milestone);
    let title = app.lang().of(milestone.title(), milestone.title_zh());
    // Where nothing else is left, the title goes below.
    let hung = if columns.title + LEAST > room.cols { room.indent + 2 } else { columns.title };
    let cols = room.cols.saturating_sub(hung);
    let blank = " ".repeat(hung);
    let mut titles = wrap(&title, cols).into_iter();
    let beside = if hung == columns.title { titles.next().unwrap_or_default() } else { "".into() };
    let mut lines = vec![first_line(app, (wall, place), columns, (room, &beside), theme)];
    let remarks =
        step_told(wall, place, dataset, app.lang()).filter(|told| told.is_change && room.is_remarked);
    let mut below: Vec<String> = titles.map(std::borrow::Cow::into_owned).collect();
    if let Some(StepTold { remarks, .. }) = remarks {
        let mut remarks = wrap(&remarks, cols);
        let joins = |last: &String| remarks.len() == 1 && width(last) + 2 + width(&remarks[0]) <= cols;
        if below.last().is_some_and(joins) {
            let joined = remarks.pop().unwrap_or_default();
            below.last_mut().into_iter().for_each(|last| *last = format!("{last}  {joined}"));
        }
        below.extend(remarks.into_iter().map(std::borrow::Cow::into_owned));
    }
    lines.extend(below.into_iter().map(|text| Line::raw(format!("{blank}{text}"))));
    lines
}

/// Fewer columns are too narrow for a title.
const LEAST: usize = 16;
