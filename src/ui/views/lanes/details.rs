//! Below the lanes: what the walls mean, what became of the current barrier, and the current milestone.

use ratatui::style::Style;

use super::layout::LanesLayout;
use crate::app::lanes::Scale;
use crate::app::{App, lanes};
use crate::dataset::{BarrierHistory, BarrierState};
use crate::date::lasted;
use crate::text::width;
use crate::ui::legend::{self, Sample};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Draws as much of it as there are rows.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout, scale: Scale) {
    let (first, rows) = (layout.foot.start, layout.foot.len());
    match rows {
        0 => {}
        1 => barrier(app, surface, theme, (first, first)),
        2 => {
            barrier(app, surface, theme, (first, first));
            milestone(app, surface, theme, (first + 1, first + 1));
        }
        3 | 4 => {
            legend(surface, theme, first, scale);
            barrier(app, surface, theme, (first + 1, first + 1));
            milestone(app, surface, theme, (first + 2, first + 2));
        }
        _ => {
            legend(surface, theme, first, scale);
            barrier(app, surface, theme, (first + 1, first + 2));
            milestone(app, surface, theme, (first + 3, first + 4));
        }
    }
}

/// What each wall means, and how much time a column is. Where room is short the walls are drawn smaller, and what
/// explains itself goes first.
fn legend(surface: &mut Surface<'_>, theme: Theme, row: usize, scale: Scale) {
    let [apart, close] = legend::APART;
    let (walls, apart, cells) = match samples(theme, 2) {
        walls if legend::cols(&walls, apart) <= surface.cols() => (walls, apart, 2),
        _ => (samples(theme, 1), close, 1),
    };
    let days = scale.days() / i64::try_from(scale.cols()).unwrap_or(1).max(1);
    let column =
        ("1".to_owned(), Style::new(), (theme.say.views.column_is)(&lasted(days, days, &theme.say.lasting)));
    let rest = [sample(theme, BarrierState::Unknown, cells), column];
    legend::draw(surface, row, &[&walls[..], &rest].concat(), apart);
}

/// The walls from closed to open, and one that is not certain.
fn samples(theme: Theme, cells: usize) -> Vec<Sample> {
    let (glyph, style) = theme.state(BarrierState::Closed);
    let broken = vec![glyph; cells + 1].join(" ");
    let walls = BarrierState::HEIGHTS.into_iter().map(|state| sample(theme, state, cells));
    walls.chain([(broken, style.patch(theme.dim()), theme.say.views.not_certain.to_owned())]).collect()
}

fn sample(theme: Theme, standing: BarrierState, cells: usize) -> Sample {
    let (glyph, style) = theme.state(standing);
    (glyph.repeat(cells), style, standing.words(theme.say).to_owned())
}

/// The current barrier: how long it was shut, and what became of it, on one row or on two.
fn barrier(app: &App, surface: &mut Surface<'_>, theme: Theme, (row, below): (usize, usize)) {
    let Some(id) = lanes::state(app).lane() else { return };
    let (barrier, history) = (app.dataset().barrier(id), app.dataset().history(id));
    let name = app.lang().of(&barrier.name, barrier.name_zh.as_deref());
    // On a lane it may be cut. Where nothing else has room on one row, it stands there alone.
    let is_named = below > row || surface.cols() >= 2 * width(&name);
    let col = if is_named { surface.text(row, 0, surface.cols(), &name, theme.strong()) + 2 } else { 0 };
    let is_time = history.closures().last().is_some_and(|closure| closure.opened.and(closure.shut).is_some());
    // Beside the lanes a heading says so.
    let shut = if is_time && below > row { "shut " } else { "" };
    let lasted = format!("{shut}{}", history.lasted(app.dataset(), theme.say));
    let col = surface.text(row, col, surface.cols(), &lasted, Style::new());
    let col = if below > row { 0 } else { col + 3 };
    surface.text(below, col, surface.cols(), &told(app, history, theme), Style::new());
}

/// `closed about November 2013, limited 17 September 2021`: each change of its state.
fn told(app: &App, history: &BarrierHistory, theme: Theme) -> String {
    // More have no room on a line.
    const MOST: usize = 8;
    let changes = history.steps().chunk_by(|one, next| one.state == next.state);
    let mut words: Vec<String> = Vec::new();
    for step in changes.take(MOST + 1).filter_map(|alike| alike.first()) {
        words.push(format!("{} {}", step.state.words(theme.say), step.date(app.dataset()).words(theme.say)));
    }
    if words.len() > MOST {
        words.truncate(MOST);
        words.push(theme.glyphs.ellipsis.to_owned());
    }
    words.join(", ")
}

/// The current milestone: its kind, what happened and when, and which it is of those on the lane.
fn milestone(app: &App, surface: &mut Surface<'_>, theme: Theme, (row, below): (usize, usize)) {
    let Some(milestone) = app.current() else { return };
    let (glyph, style) = theme.kind(milestone.kind());
    let col = surface.text(row, 0, surface.cols(), glyph, style) + 1;
    let title = app.lang().of(milestone.title(), milestone.title_zh());
    let (dot, say) = (theme.glyphs.dot, theme.say);
    let on_lane = lanes::step_here(app)
        .map_or_else(|| say.views.not_on_lane.to_owned(), |(at, all)| (say.views.on_lane)(at, all));
    let confidence = milestone.confidence().words(say);
    let words = format!("{} {dot} {on_lane} {dot} {confidence}", milestone.date().words(say));
    if below > row {
        surface.text(row, col, surface.cols(), &title, Style::new());
        surface.text(below, 0, surface.cols(), &words, Style::new());
        return;
    }
    // The title gives way to when it was.
    let most = surface.cols().saturating_sub(width(&words) + 3).max(surface.cols() / 2);
    let col = surface.text(row, col, most, &title, Style::new());
    surface.text(row, col + 3, surface.cols(), &words, Style::new());
}
