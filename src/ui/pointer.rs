//! A cell of the screen → what stands there: the way back from drawing, for the mouse.

use ratatui::layout::{Position, Rect, Size};

use super::layout::panes;
use super::theme::Theme;
use super::{chrome, column, lanes, ledger, palette, strip, timeline, used, walls};
use crate::app::mouse::Target;
use crate::app::{App, Layer, View};
use crate::text::with_ambiguous;

/// What stands at a cell of a screen of `size` that shows `app`.
pub fn target(app: &App, size: Size, theme: Theme, at: (u16, u16)) -> Target {
    with_ambiguous(theme.glyphs.ambiguous, || target_measured(app, size, theme, at))
}

fn target_measured(app: &App, size: Size, theme: Theme, at: (u16, u16)) -> Target {
    let Some(panes) = panes(size, used(app)) else { return Target::Nothing };
    let cell = Position::from(at);
    let row = |area: Rect| usize::from(cell.y - area.y);
    match app.layers().last() {
        None => {}
        Some(Layer::Palette(_)) => {
            let list = Rect {
                y: panes.layer.y + palette::HEAD,
                height: panes.layer.height.saturating_sub(palette::HEAD),
                ..panes.layer
            };
            return if list.contains(cell) { Target::Layer(row(list)) } else { Target::Nothing };
        }
        Some(Layer::Reading(..)) if column(panes.layer).contains(cell) => {
            return Target::Layer(row(panes.layer));
        }
        Some(_) => return Target::Nothing,
    }
    if app.is_dragging() || panes.strip.contains(cell) {
        let col = usize::from(cell.x.saturating_sub(panes.strip.x));
        return strip::bin_at(app, panes.strip.width.into(), col).map_or(Target::Nothing, Target::Strip);
    }
    if panes.title.contains(cell) {
        let col = usize::from(cell.x - panes.title.x);
        return chrome::view_at(app, panes.title.width.into(), col).map_or(Target::Nothing, Target::Tab);
    }
    let over = |area: Rect| area.contains(cell);
    match () {
        () if over(panes.facets) => Target::Facets(row(panes.facets)),
        () if over(panes.list) => {
            main(app, panes.list, theme, (row(panes.list), usize::from(cell.x - panes.list.x)))
        }
        () if over(panes.detail) => Target::Detail(row(panes.detail)),
        () => Target::Nothing,
    }
}

/// What stands at a row and a column of the main pane.
fn main(app: &App, area: Rect, theme: Theme, (row, col): (usize, usize)) -> Target {
    let found = match app.view() {
        View::Timeline => timeline::milestone_at(app, row, area.height.into()).map(Target::Milestone),
        View::Lanes => lanes::lane_at(app, area, (row, col)).map(|(id, day)| Target::Lane(id, day)),
        View::Walls => walls::cell_at(app, area, (row, col)).map(|(row, col)| Target::Cell(row, col)),
        View::Ledger => ledger::milestone_at(app, area, theme, row).map(Target::Milestone),
        View::Story => Some(Target::Page(if col * 2 < usize::from(area.width) { -1 } else { 1 })),
    };
    found.unwrap_or(Target::Main)
}
