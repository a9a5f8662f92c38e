//! A cell of the screen → what stands there: the way back from drawing, for the mouse.

use ratatui::layout::{Position, Rect};

use super::layout::{Content, Layout};
use super::panes::column;
use super::{chrome, overlays, views};
use crate::app::mouse::Target;
use crate::app::{App, Overlay, pointing};
use crate::text::with_ambiguous;

/// What stands at a cell of a screen that shows `app`, laid out as it is.
pub fn target(app: &App, layout: &Layout, at: (u16, u16)) -> Target {
    with_ambiguous(layout.theme.glyphs.ambiguous, || target_measured(app, layout, at))
}

fn target_measured(app: &App, layout: &Layout, at: (u16, u16)) -> Target {
    let Some((panes, content)) = &layout.shown else { return Target::Nothing };
    let cell = Position::from(at);
    let row = |area: Rect| usize::from(cell.y - area.y);
    if let Some(layer) = app.overlays().last() {
        return on_layer((layer, content), panes.layer, cell);
    }
    if pointing::is_dragging(app) || panes.strip.contains(cell) {
        let col = usize::from(cell.x.saturating_sub(panes.strip.x));
        return views::strip_target(app, panes.strip, col);
    }
    if panes.title.contains(cell) {
        let col = usize::from(cell.x - panes.title.x);
        return chrome::view_at(app, panes.title.width.into(), col, layout.theme)
            .map_or(Target::Nothing, Target::Tab);
    }
    let over = |area: Rect| area.contains(cell);
    match () {
        () if over(panes.facets) => Target::Facets(row(panes.facets)),
        () if over(panes.list) => {
            let at = (row(panes.list), usize::from(cell.x - panes.list.x));
            match content {
                Content::View(view) => view.target(app, panes.list, at),
                Content::Reading(_) | Content::Wall(_) => Target::Nothing,
            }
        }
        () if over(panes.detail) => Target::Detail(row(panes.detail)),
        () => Target::Nothing,
    }
}

/// What stands at a cell of what lies on top.
fn on_layer((layer, content): (&Overlay, &Content), area: Rect, cell: Position) -> Target {
    let list = match layer {
        Overlay::Palette(_) => Rect {
            y: area.y + overlays::palette::HEAD,
            height: area.height.saturating_sub(overlays::palette::HEAD),
            ..area
        },
        Overlay::Reading(..) => column(area),
        Overlay::Wall(_, scroll) => {
            let Content::Wall(layout) = content else { return Target::Nothing };
            let at = (usize::from(cell.y.saturating_sub(area.y)), usize::from(cell.x.saturating_sub(area.x)));
            let link = layout.link_at(scroll.top, at).filter(|_| area.contains(cell));
            return link.map_or(Target::Nothing, Target::Link);
        }
        Overlay::Export(_)
        | Overlay::Replace(_)
        | Overlay::Search(_)
        | Overlay::Query(_)
        | Overlay::Date(_)
        | Overlay::Narrow(_) => return Target::Nothing,
    };
    if list.contains(cell) { Target::Overlay(usize::from(cell.y - list.y)) } else { Target::Nothing }
}
