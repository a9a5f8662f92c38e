//! The Walls: the world at the end of one day. Who keeps the barrier stands on the left, who is kept out above; where
//! they meet, a wall for each barrier between them with the letters of its channel.
//!
//! ```text
//! 17 September 2021   the walls that stood at the end of that day
//! ] next change 28 September 2021    [ last change 9 September 2021    } end of 2021    P play
//!
//! keeps the barrier   kept out                                 16 more →
//!                  Taobao                WeChat
//! WeChat           ▄lin ▇lin ▇pay
//! Taobao                                 ▇api ▇lin ▄lin
//! … 9 more below
//!
//! ▇ closed   ▄ limited   ▂ trial   ▁ open   ? unknown   lin changed that day
//!
//! ▲ WeChat phase one: outside links open   closed → limited: Taobao links in WeChat
//! ```

mod cell;
mod day;
mod details;
mod layout;
mod matrix;

use ratatui::layout::Rect;

use crate::app::walls::Page;
use crate::app::{App, barriers};
use crate::ui::empty::no_walls;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use layout::WallsLayout;

/// What the app must know of an area of this size.
pub(super) fn page(app: &App, cols: u16, rows: u16) -> Page {
    WallsLayout::new(app, cols.into(), rows.into()).page
}

/// The row and the column of the grid at a place of the pane.
pub(super) fn cell_at(app: &App, area: Rect, at: (usize, usize)) -> Option<(usize, usize)> {
    let layout = WallsLayout::new(app, area.width.into(), area.height.into());
    matrix::cell_at(app, layout, area.width.into(), at)
}

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme) -> Option<(u16, u16)> {
    if barriers::shown(app).ids().is_empty() {
        no_walls(app, surface, theme);
        return None;
    }
    let layout = WallsLayout::new(app, surface.cols(), surface.rows());
    day::draw(app, surface, theme, layout);
    let cursor = matrix::draw(app, surface, theme, layout);
    details::draw(app, surface, theme, layout);
    cursor
}
