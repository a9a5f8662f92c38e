//! One whole frame: what is shown, and what lies on top of it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::detail::{self, DetailForm};
use super::layout::{Content, Layout};
use super::panes::{Panes, SMALLEST, column, column_of_all};
use super::surface::{Cursor, Surface};
use super::theme::Theme;
use super::views::{self, ViewLayout};
use super::{chrome, facets, overlays};
use crate::app::{App, Focus, Overlay};
use crate::text::{with_ambiguous, wrap};

/// Draws one whole frame as it was laid out. The app must have been told of it by [`App::fit`].
pub fn draw(app: &App, layout: &Layout, frame: &mut Frame<'_>) {
    with_ambiguous(layout.theme.glyphs.ambiguous, || draw_measured(app, layout, frame));
}

fn draw_measured(app: &App, layout: &Layout, frame: &mut Frame<'_>) {
    let (area, theme) = (frame.area(), layout.theme);
    let Some((panes, content)) = &layout.shown else {
        let Size { width, height } = SMALLEST;
        let sentence = (theme.say.views.too_small)(width, height);
        let mut surface = Surface::on(frame, area, theme);
        for (row, line) in wrap(&sentence, area.width.into()).into_iter().enumerate() {
            surface.text(row, 0, surface.cols(), &line, Style::new());
        }
        return;
    };
    let panes = *panes;
    let lies_over = |layer: &&Overlay| !layer.is_line() && !matches!(layer, Overlay::Replace(_));
    let layer = app.overlays().iter().rev().find(lies_over);
    chrome::title(app, &mut Surface::on(frame, panes.title, theme), theme);
    let mut surface = Surface::on(frame, panes.layer, theme);
    let cursor = match (layer, content) {
        (Some(Overlay::Palette(palette)), _) => {
            Some(overlays::palette::draw(app, palette, &mut surface, theme))
        }
        (Some(Overlay::Export(preview)), _) => {
            Some(overlays::export::draw(app, preview, &mut surface, theme))
        }
        (_, Content::Reading(prose)) => {
            let mut surface = Surface::on(frame, column(panes.layer), theme);
            detail::draw(app, &mut surface, theme, prose, DetailForm::Whole)
        }
        (_, Content::Wall(layout)) => views::draw_wall(app, &mut surface, theme, layout),
        (_, Content::View(view)) => browse(app, view, frame, panes, theme),
    };
    let mut filter = Surface::on(frame, panes.filter, theme);
    let in_filter = match app.overlays().last() {
        Some(Overlay::Palette(palette)) if overlays::palette::chosen(app, palette, &mut filter, theme) => {
            None
        }
        _ => chrome::filters::draw(app, &mut filter, theme),
    };
    chrome::footer(app, &mut Surface::on(frame, panes.footer, theme), theme);
    let line = app.overlays().last().filter(|layer| layer.is_line());
    let typed = line.map(|layer| overlays::prompt::draw(app, layer, frame, panes, theme));
    let cursor = typed.or(in_filter).or(cursor);
    let cursor = overlays::copies::draw(app, frame, panes, theme, cursor);
    // Never over what is being typed.
    let free = typed.map_or(area, |(_, row)| Rect { height: row, ..area });
    if !line.is_some_and(|layer| overlays::prompt::tells(app, layer)) {
        chrome::notice(app, &mut Surface::on(frame, column_of_all(free), theme), theme);
    }
    if let Some(position) = cursor {
        frame.set_cursor_position(Position::from(position));
    }
}

fn browse(app: &App, view: &ViewLayout, frame: &mut Frame<'_>, panes: Panes, theme: Theme) -> Cursor {
    let (in_list, in_detail) = view.draw(app, frame, panes, theme);
    let in_facets = facets::draw(app, &mut Surface::on(frame, panes.facets, theme), theme);
    match app.focus() {
        Focus::Facets => in_facets,
        Focus::List | Focus::Terms => in_list,
        Focus::Detail => in_detail.or(in_list),
    }
}
