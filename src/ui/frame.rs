//! One whole frame: what is shown, and what lies on top of it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::detail::{self, DetailForm};
use super::panes::{Panes, SMALLEST, column, column_of_all, panes, used};
use super::surface::{Cursor, Surface};
use super::theme::Theme;
use super::{chrome, facets, overlays, views};
use crate::app::reader::TextPage;
use crate::app::{App, Focus, Layer, Pages, View};
use crate::text::{with_ambiguous, wrap};

/// Draws one whole frame. The app must have been told of the same size by [`pages`] and [`App::fit`].
pub fn draw(app: &App, frame: &mut Frame<'_>, theme: Theme) {
    with_ambiguous(theme.glyphs.ambiguous, || draw_measured(app, frame, theme));
}

fn draw_measured(app: &App, frame: &mut Frame<'_>, theme: Theme) {
    let area = frame.area();
    let Some(panes) = panes(area.as_size(), used(app)) else {
        let Size { width, height } = SMALLEST;
        let sentence = format!("wallchart needs a screen of {width} by {height}");
        let mut surface = Surface::on(frame, area, theme);
        for (row, line) in wrap(&sentence, area.width.into()).into_iter().enumerate() {
            surface.text(row, 0, surface.cols(), &line, Style::new());
        }
        return;
    };
    let lies_over = |layer: &&Layer| !layer.is_line() && !matches!(layer, Layer::Replace(_));
    let layer = app.layers().iter().rev().find(lies_over);
    let cursor = match layer {
        None => browse(app, frame, panes, theme),
        Some(layer) => {
            chrome::title(app, &mut Surface::on(frame, panes.title, theme), theme);
            match layer {
                Layer::Palette(palette) => Some(overlays::palette::draw(
                    app,
                    palette,
                    &mut Surface::on(frame, panes.layer, theme),
                    theme,
                )),
                Layer::Export(preview) => Some(overlays::export::draw(
                    app,
                    preview,
                    &mut Surface::on(frame, panes.layer, theme),
                    theme,
                )),
                _ => detail::draw(app, frame, column(panes.layer), theme, DetailForm::Whole),
            }
        }
    };
    let mut filter = Surface::on(frame, panes.filter, theme);
    let in_filter = match app.layers().last() {
        Some(Layer::Palette(palette)) if overlays::palette::chosen(app, palette, &mut filter, theme) => None,
        _ => chrome::filters::draw(app, &mut filter, theme),
    };
    chrome::footer(app, &mut Surface::on(frame, panes.footer, theme), theme);
    let line = app.layers().last().filter(|layer| layer.is_line());
    let cursor =
        line.map(|layer| overlays::prompt::draw(app, layer, frame, panes, theme)).or(in_filter).or(cursor);
    let cursor = overlays::copies::draw(app, frame, panes, theme, cursor);
    // Never over what is being typed.
    let free = if line.is_some() { Rect { height: panes.filter.y, ..area } } else { area };
    chrome::notice(app, &mut Surface::on(frame, column_of_all(free), theme), theme);
    if let Some(position) = cursor {
        frame.set_cursor_position(Position::from(position));
    }
}

/// What the app must know of a screen of this size.
pub fn pages(app: &App, size: Size, theme: Theme) -> Pages {
    with_ambiguous(theme.glyphs.ambiguous, || pages_measured(app, size, theme))
}

fn pages_measured(app: &App, size: Size, theme: Theme) -> Pages {
    let Some(panes) = panes(size, used(app)) else { return Pages::default() };
    // Under a palette, too, it is the open milestone that is read.
    let is_reading = app.layers().iter().any(|layer| matches!(layer, Layer::Reading(..)));
    let (area, form) = if is_reading {
        (column(panes.layer), DetailForm::Whole)
    } else {
        (panes.detail, detail::form(panes))
    };
    let sought: Vec<&str> = app.search().into_iter().flat_map(|search| search.query.words()).collect();
    let text = match app.read().filter(|_| !area.is_empty()) {
        None => TextPage::default(),
        Some((milestone, _)) => {
            let text = detail::text(milestone, app, area.width.into(), form, theme, &sought);
            let (height, lines) = (usize::from(area.height), text.lines.len());
            TextPage { rows: height - usize::from(lines > height), lines, links: text.links, hit: text.hit }
        }
    };
    let shown = views::page(app, panes.list, theme);
    let text = if is_reading || app.view() == View::Timeline { text } else { shown.text };
    let layer = match app.layers().last() {
        Some(Layer::Export(_) | Layer::Replace(_)) => panes.layer.height.saturating_sub(overlays::HEAD),
        Some(Layer::Query(_)) => panes.offered.height.saturating_sub(1),
        _ => panes.layer.height.saturating_sub(overlays::palette::HEAD),
    };
    Pages {
        list: panes.list.height.into(),
        facets: panes.facets.height.into(),
        detail: panes.detail.height.into(),
        text,
        moves: if is_reading { 1 } else { shown.moves },
        layer: layer.into(),
        layer_cols: overlays::text_cols(panes.layer.width.into()),
        ambiguous: theme.glyphs.ambiguous,
        lanes: shown.lanes,
        walls: shown.walls,
    }
}

fn browse(app: &App, frame: &mut Frame<'_>, panes: Panes, theme: Theme) -> Cursor {
    chrome::title(app, &mut Surface::on(frame, panes.title, theme), theme);
    let (in_list, in_detail) = views::draw(app, frame, panes, theme);
    let in_facets = facets::draw(app, &mut Surface::on(frame, panes.facets, theme), theme);
    match app.focus() {
        Focus::Facets => in_facets,
        Focus::List | Focus::Terms => in_list,
        Focus::Detail => in_detail.or(in_list),
    }
}
