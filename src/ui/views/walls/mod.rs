//! The Walls: all walls at the end of one day, by who keeps them.
//!
//! ```text
//! 12 September 2024    ▇ 20 closed   ▄ 12 limited   ▂ 1 on trial   ▁ 16 open
//!
//! wall of          against                  state, since
//! WeChat        ▁  Taobao links in chats    open Nov 2021      Taobao        ▇  QR codes to WeChat   closed Aug 2013
//!               ▂  Taobao links in groups   on trial Nov 2021                ▁  visitors from WeChat open Nov 2021
//! QQ            ▇  Douyin links             closed Sep 2021                  ▄  WeChat Pay           trial → limited
//!
//! Changed that day: WeChat Pay on Taobao, trial → limited, after 11.1 years      ] next change 27 September 2024
//! ¥ WeChat Pay starts rolling out on Taobao and Tmall                            [ last change 4 September 2024
//! ```
//!
//! Rows do not depend on the day: while the days go by, glyphs and words change where they stand.

mod foot;
mod head;
mod layout;
mod line;
mod list;

use crate::app::{App, barriers};
use crate::ui::empty::no_walls;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
pub(super) use layout::WallsLayout;
pub(super) use list::wall_at;

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) -> Cursor {
    if barriers::shown(app).ids().is_empty() {
        no_walls(app, surface, theme);
        return None;
    }
    head::draw(app, surface, theme, layout);
    let cursor = list::draw(app, surface, theme, layout);
    foot::draw(app, surface, theme, layout);
    cursor
}
