//! The views: each in a room of its own. Which one is shown is asked here and nowhere else.

mod lanes;
mod ledger;
mod story;
mod timeline;
mod walls;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::mouse::Target;
use crate::app::{App, Pages, View};
use crate::ui::detail;
use crate::ui::panes::Panes;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;

/// Draws the view that is shown, and what belongs to it. Where the hardware cursor stands in its main pane and in the
/// detail.
pub(super) fn draw(app: &App, frame: &mut Frame<'_>, panes: Panes, theme: Theme) -> (Cursor, Cursor) {
    if app.view() == View::Timeline {
        timeline::strip::draw(
            app,
            &mut Surface::on(frame, panes.strip, theme),
            theme,
            panes.list.height.into(),
        );
    }
    let mut surface = Surface::on(frame, panes.list, theme);
    let in_list = match app.view() {
        View::Timeline => timeline::draw(app, &mut surface, theme),
        View::Lanes => lanes::draw(app, &mut surface, theme),
        View::Walls => walls::draw(app, &mut surface, theme),
        View::Ledger => ledger::draw(app, &mut surface, theme),
        View::Story => story::draw(app, &mut surface, theme),
    };
    if app.view() != View::Timeline {
        return (in_list, None);
    }
    if app.current().is_some() {
        let mut rule = Surface::on(frame, panes.rule, theme);
        rule.fill(0, 0, rule.cols(), theme.glyphs.rule, theme.dim());
    }
    (in_list, detail::draw(app, frame, panes.detail, theme, detail::form(panes)))
}

/// What the app must know of the view that is shown: its own part of the pages.
pub(super) fn page(app: &App, area: Rect, theme: Theme) -> Pages {
    let lanes = lanes::page(app, area.width.into(), area.height.into());
    let shown = Pages { moves: 1, lanes, ..Pages::default() };
    match app.view() {
        View::Timeline | View::Lanes => shown,
        View::Walls => Pages { walls: walls::page(app, area.width, area.height), ..shown },
        View::Ledger => {
            let (moves, text) = ledger::pages(app, area, theme);
            Pages { text, moves, ..shown }
        }
        View::Story => Pages { text: story::text_page(app, area, theme), ..shown },
    }
}

/// What stands at a row and a column of the main pane.
pub(super) fn target(app: &App, area: Rect, theme: Theme, (row, col): (usize, usize)) -> Target {
    let found = match app.view() {
        View::Timeline => timeline::milestone_at(app, row, area.height.into()).map(Target::Milestone),
        View::Lanes => lanes::lane_at(app, area, (row, col)).map(|(id, day)| Target::Lane(id, day)),
        View::Walls => walls::cell_at(app, area, (row, col)).map(|(row, col)| Target::Cell(row, col)),
        View::Ledger => ledger::milestone_at(app, area, theme, row).map(Target::Milestone),
        View::Story => Some(Target::Page(if col * 2 < usize::from(area.width) { -1 } else { 1 })),
    };
    found.unwrap_or(Target::Main)
}

/// What stands at a column of the strip.
pub(super) fn strip_target(app: &App, area: Rect, col: usize) -> Target {
    timeline::strip::bin_at(app, area.width.into(), col).map_or(Target::Nothing, Target::Strip)
}
