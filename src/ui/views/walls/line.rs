//! A wall on a row: a glyph as high as it is shut, what it is against, and how it stands since when.

use ratatui::style::Style;

use super::layout::RowColumns;
use crate::app::walls::{Change, Differs};
use crate::app::{App, Focus, barriers, walls};
use crate::dataset::{BarrierId, BarrierOutcome, BarrierState, SaidOutcome};
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::{Theme, in_brackets};

/// Columns for a state and its year, which go before those of the name: `on trial ~2022`.
const LEAST: usize = 14;

/// Draws it from column `from` to `to`; where what it is against begins.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    id: BarrierId,
    columns: RowColumns,
    (row, from, to): (usize, usize, usize),
) -> usize {
    let is_left_out = app.dims() && !barriers::is_moved(app, id);
    let before = usize::from(walls::compared_days(app).is_some() && columns.keeper > 0);
    glyphs(app, surface, theme, id, (row, from + columns.wall - before));
    let plain = theme.left_out(is_left_out);
    let (state, is_moved) = state(app, theme, id, to.saturating_sub(from + columns.state).max(LEAST));
    // A date is never cut: what it needs goes from the name.
    let state_at = (from + columns.state).min(to.saturating_sub(width(&state)));
    let against_at = from + columns.against;
    let against = walls::against(app, id, state_at.saturating_sub(against_at + 1));
    let against = in_brackets(against.into(), is_left_out);
    surface.text(row, against_at, state_at.saturating_sub(1), &against, plain);
    let style = if is_moved { plain.patch(theme.strong()) } else { plain };
    surface.text(row, state_at, to, &state, style);
    if walls::current(app) == Some(id) {
        let style = if app.focus() == Focus::List { theme.current() } else { theme.strong() };
        // The glyph keeps its colour: reversed a high wall were a low one.
        surface.style(row, (against_at, to), if is_moved { style.patch(theme.strong()) } else { style });
    }
    against_at
}

/// How it stands, behind it that this is not certain; of two days that are compared how it stood on each.
fn glyphs(app: &App, surface: &mut Surface<'_>, theme: Theme, id: BarrierId, (row, col): (usize, usize)) {
    let history = app.dataset().history(id);
    let dim = theme.left_out(app.dims() && !barriers::is_moved(app, id));
    let days = walls::compared_days(app);
    let mut put = |at: usize, (glyph, style): (&str, Style)| {
        surface.text(row, col + at, col + at + 1, glyph, style.patch(dim));
    };
    if let Some((earlier, later)) = days {
        put(0, standing(theme, history.on(earlier).state));
        put(1, standing(theme, history.on(later).state));
        return;
    }
    let interval = history.on(walls::day(app));
    put(0, standing(theme, interval.state));
    if !interval.possible.is_certain() {
        put(1, (theme.glyphs.doubt, Style::new()));
    }
}

/// How a wall stands, in so many columns where that can be, and whether it moved.
fn state(app: &App, theme: Theme, id: BarrierId, cols: usize) -> (String, bool) {
    if let Some(days) = walls::compared_days(app) {
        let [was, is] = <[_; 2]>::from(days).map(|day| app.dataset().history(id).on(day).state);
        let is_moved = matches!(walls::differs(app, id, days), Differs::Opened | Differs::Closed);
        if was == is {
            return (name(theme, is).to_owned(), false);
        }
        return (became(theme, before(theme, was), after(theme, is), cols), is_moved);
    }
    let day = walls::day(app);
    let changes = walls::changes(app).on(day).iter().filter(|change| change.barrier == id);
    let changes: Vec<&Change> = changes.collect();
    if !changes.is_empty() {
        return (changed(theme, &changes, cols), true);
    }
    let history = app.dataset().history(id);
    let outcome = BarrierOutcome::on(day, history);
    (SaidOutcome::new(outcome, history, app.dataset(), theme.say).stands(cols), false)
}

/// `trial → limited`, with "that day" where there is room; all of it where it moved more than once.
fn changed(theme: Theme, changes: &[&Change], cols: usize) -> String {
    let arrow = theme.glyphs.arrow;
    let first = changes.first().map(|change| before(theme, change.from).to_owned());
    let moves = changes.iter().map(|change| {
        let after = after(theme, change.to);
        if change.is_open_ended { (theme.say.wall_list.perhaps)(after) } else { after.to_owned() }
    });
    let states: Vec<String> = first.into_iter().chain(moves).collect();
    let moved = states.join(&format!(" {arrow} "));
    let that_day = (theme.say.wall_list.that_day)(&moved);
    if width(&that_day) <= cols { that_day } else { fitting(theme, &states, cols) }
}

/// `trial → limited`; where that is too long `→ limited`.
fn became(theme: Theme, was: &str, is: &str, cols: usize) -> String {
    fitting(theme, &[was.to_owned(), is.to_owned()], cols)
}

/// As many of some states as there is room for, the last among them.
fn fitting(theme: Theme, states: &[String], cols: usize) -> String {
    let arrow = format!(" {} ", theme.glyphs.arrow);
    let forms = (0..states.len()).map(|from| {
        let moved = states[from..].join(&arrow);
        if from == 0 { moved } else { format!("{}{moved}", arrow.trim_start()) }
    });
    let forms: Vec<String> = forms.collect();
    let fitting = forms.iter().find(|form| width(form) <= cols);
    fitting.or(forms.last()).cloned().unwrap_or_default()
}

fn before(theme: Theme, state: BarrierState) -> &'static str {
    if state == BarrierState::None { theme.say.wall_list.new } else { after(theme, state) }
}

fn after(theme: Theme, state: BarrierState) -> &'static str {
    if state == BarrierState::Unknown { theme.glyphs.question } else { state.words(theme.say) }
}

/// What is said of a wall that stands so: `on trial`.
pub(super) fn name(theme: Theme, state: BarrierState) -> &'static str {
    if state == BarrierState::Trial { theme.say.outcomes.on_trial } else { state.words(theme.say) }
}

/// The glyph of how a wall stands. What nobody knows is a question here, where it stands alone.
pub(super) fn standing(theme: Theme, state: BarrierState) -> (&'static str, Style) {
    if state == BarrierState::Unknown { (theme.glyphs.question, Style::new()) } else { theme.state(state) }
}
