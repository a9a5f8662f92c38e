//! Over the lanes what the walls mean; below them what the current barrier is, what became of it, and the current
//! milestone.

use std::borrow::Cow;

use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::layout::LanesLayout;
use super::told::told;
use crate::app::{App, barriers, lanes};
use crate::dataset::{BarrierState, SaidOutcome, day_said};
use crate::text::{width, wrap};
use crate::ui::legend::{self, Sample};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Draws what stands below the lanes.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout) {
    definition(app, surface, theme, layout);
    if let Some(row) = layout.foot.history {
        history(app, surface, theme, row);
    }
    if let Some(row) = layout.foot.milestone {
        milestone(app, surface, theme, row);
    }
}

/// What each wall means, and in which order the lanes stand. Where room is short the walls are drawn smaller, and the
/// order, which the headings show, goes first.
pub(super) fn legend(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    let [apart, close] = legend::APART;
    let forms = [(2, apart), (2, close), (1, close)];
    let fits =
        |(cells, apart): &(usize, usize)| legend::cols(&samples(theme, *cells), *apart) <= surface.cols();
    let (cells, apart) = forms.into_iter().find(fits).unwrap_or((1, close));
    let samples = samples(theme, cells);
    let sorted = lanes::state(app).sort().words(theme.say);
    if legend::cols(&samples, apart) + apart + width(sorted) <= surface.cols() {
        surface.right(0, surface.cols(), sorted, Style::new());
    }
    legend::draw(surface, 0, &samples, apart);
}

/// The walls from closed to open, one that is not certain, and one of which nobody knows.
fn samples(theme: Theme, cells: usize) -> Vec<Sample> {
    let broken = |state, cells: usize| {
        let (glyph, style) = theme.state(state);
        (vec![glyph; cells].join(" "), style)
    };
    let (uncertain, style) = broken(BarrierState::Closed, cells + 1);
    let (dots, dotted) = broken(BarrierState::Unknown, cells);
    let walls = BarrierState::HEIGHTS.into_iter().map(|state| {
        let (glyph, style) = theme.state(state);
        (glyph.repeat(cells), style, state.words(theme.say).to_owned())
    });
    let rest = [
        (uncertain, style.patch(theme.dim()), theme.say.views.not_certain.to_owned()),
        (dots, dotted, theme.say.lanes.not_known.to_owned()),
    ];
    walls.chain(rest).collect()
}

/// The current barrier: its name where there is room for it, and what it is, in a sentence.
fn definition(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: &LanesLayout) {
    let (rows, Some(id)) = (layout.foot.definition.clone(), lanes::state(app).lane()) else { return };
    if rows.is_empty() {
        return;
    }
    let barrier = app.dataset().barrier(id);
    let zh = barrier.note_zh.as_deref().map(Cow::Borrowed);
    let note = barrier.note.as_deref().map(|note| app.lang().texts(Cow::Borrowed(note), zh));
    let note = note.and_then(|texts| texts.into_iter().next()).unwrap_or_default();
    // The rest of it is on the wall's own page.
    let sentence = note.split_sentence_bounds().next().unwrap_or_default().trim_end();
    let name = app.lang().of(&barrier.name, barrier.name_zh.as_deref());
    let is_named = sentence.is_empty() || width(&name) + 2 + width(sentence) <= surface.cols();
    let col =
        if is_named { surface.text(rows.start, 0, surface.cols(), &name, theme.strong()) + 2 } else { 0 };
    let lines = wrap(sentence, surface.cols().saturating_sub(col));
    let last = rows.len().min(lines.len());
    for (place, (row, line)) in rows.zip(&lines).enumerate() {
        let goes_on = place + 1 == last && lines.len() > last;
        let mark = if goes_on { theme.glyphs.ellipsis } else { "" };
        let end = surface.cols().saturating_sub(width(mark));
        let col = surface.text(row, col, end, line, Style::new());
        surface.text(row, col, surface.cols(), mark, Style::new());
    }
}

/// What became of it.
fn history(app: &App, surface: &mut Surface<'_>, theme: Theme, row: usize) {
    let Some(id) = lanes::state(app).lane() else { return };
    let (dataset, history) = (app.dataset(), app.dataset().history(id));
    let outcome = SaidOutcome::new(barriers::outcome(app, id), history, dataset, theme.say);
    let room = (surface.cols(), theme.glyphs.ellipsis);
    let line = told((history, &outcome), dataset, theme.say, room);
    surface.text(row, 0, surface.cols(), &line, Style::new());
}

/// The current milestone: its kind, what happened and when, and which it is of those on the lane.
fn milestone(app: &App, surface: &mut Surface<'_>, theme: Theme, row: usize) {
    let Some(milestone) = app.current() else { return };
    let (glyph, style) = theme.kind(milestone.kind());
    let col = surface.text(row, 0, surface.cols(), glyph, style) + 1;
    let title = app.lang().of(milestone.title(), milestone.title_zh());
    let (dot, say) = (theme.glyphs.dot, theme.say);
    let on_lane = lanes::step_here(app)
        .map_or_else(|| say.views.not_on_lane.to_owned(), |(at, all)| (say.views.on_lane)(at, all));
    let confidence = milestone.confidence().words(say);
    let (date, brief) = (milestone.date().words(theme.say), day_said(milestone.date(), theme.say));
    let forms = [
        format!("{date} {dot} {on_lane} {dot} {confidence}"),
        format!("{date} {dot} {on_lane}"),
        format!("{brief} {dot} {on_lane}"),
        brief,
    ];
    let free = surface.cols().saturating_sub(col + width(&title) + 3);
    let [.., shortest] = &forms;
    let words = forms.iter().find(|words| width(words) <= free).unwrap_or(shortest);
    // On a narrow screen the title gives way to when it was.
    let end = surface.cols().saturating_sub(width(words) + 3);
    let col = surface.text(row, col, end, &title, Style::new());
    surface.text(row, col + 3, surface.cols(), words, Style::new());
}
