//! The day, how many walls stood how on it; of two days that are compared both.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::layout::WallsLayout;
use super::line::{name, standing};
use crate::app::walls::Totals;
use crate::app::{App, walls};
use crate::dataset::BarrierState;
use crate::text::width;
use crate::ui::surface::{StyledText, Surface};
use crate::ui::theme::Theme;

pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) {
    let day = walls::day(app);
    if let Some((earlier, later)) = walls::compared_days(app) {
        let said = [earlier, later].map(|day| walls::heading(app, day));
        let beside = said.iter().map(|said| width(said)).max().unwrap_or_default()
            + if layout.is_stacked { 2 } else { 4 };
        for (row, (day, said)) in [earlier, later].into_iter().zip(said).enumerate() {
            let col = surface.text(row, 0, surface.cols(), &said, theme.strong());
            totals(app, surface, theme, day, (row, beside.max(col)));
        }
        return;
    }
    let col = surface.text(0, 0, surface.cols(), &walls::day_said(app), theme.strong());
    let is_marked = walls::is_comparing(app);
    if is_marked && layout.is_stacked {
        surface.text(0, col + 3, surface.cols(), theme.say.wall_list.go_to_another_day, Style::new());
    }
    let place = if layout.is_stacked { (1, 0) } else { (0, col + 4) };
    let col = totals(app, surface, theme, day, place);
    if is_marked && !layout.is_stacked {
        surface.text(0, col + 4, surface.cols(), theme.say.wall_list.go_to_another_day, Style::new());
    }
}

/// Draws how many walls stood how on `day`, with words where there is room for them.
fn totals(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    day: NaiveDate,
    (row, from): (usize, usize),
) -> usize {
    let totals = walls::totals(app, day);
    let room = surface.cols().saturating_sub(from);
    let forms =
        [(true, 3), (false, 3), (false, 1)].map(|(words, apart)| (counted(totals, theme, words), apart));
    let fits = |(counts, apart): &&(Vec<StyledText>, usize)| {
        let each =
            counts.iter().map(|count| count.iter().map(|(text, _)| width(text)).sum::<usize>() + apart);
        each.sum::<usize>().saturating_sub(*apart) <= room
    };
    let whole = forms.iter().find(fits);
    let is_whole = whole.is_some();
    let Some((counts, apart)) = whole.or(forms.last()) else { return from };
    let (mut col, mark) = (from, theme.glyphs.ellipsis);
    for (place, count) in counts.iter().enumerate() {
        col += if place == 0 { 0 } else { *apart };
        let cols = count.iter().map(|(text, _)| width(text)).sum::<usize>();
        // Half a number is another number.
        let behind = if place + 1 < counts.len() { apart + width(mark) } else { 0 };
        if !is_whole && col + cols + behind > surface.cols() {
            surface.text(row, col, surface.cols(), mark, theme.dim());
            break;
        }
        for (text, style) in count {
            col = surface.text(row, col, surface.cols(), text, *style);
        }
    }
    col
}

/// `▇ 20 closed`: of each state that there is; what has no glyph is named in any case.
fn counted(totals: Totals, theme: Theme, with_words: bool) -> Vec<StyledText> {
    let count = |state: BarrierState| {
        let count = totals.of(state);
        let (glyph, style) = standing(theme, state);
        let is_named = with_words || glyph.trim().is_empty();
        let said = if is_named { format!("{count} {}", name(theme, state)) } else { count.to_string() };
        let glyph = (!glyph.trim().is_empty()).then(|| (format!("{glyph} "), style));
        (count > 0).then(|| glyph.into_iter().chain([(said, theme.strong())]).collect())
    };
    BarrierState::COUNTED.into_iter().filter_map(count).collect()
}
