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

use crate::app::{App, barriers};
use crate::ui::empty::no_walls;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
pub(super) use layout::WallsLayout;
pub(super) use matrix::cell_at;

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) -> Cursor {
    if barriers::shown(app).ids().is_empty() {
        no_walls(app, surface, theme);
        return None;
    }
    day::draw(app, surface, theme, layout);
    let cursor = matrix::draw(app, surface, theme, layout);
    details::draw(app, surface, theme, layout);
    cursor
}
