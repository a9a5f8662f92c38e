//! The Lanes.

use super::pen::Pen;
use super::theme::Theme;
use crate::app::App;

/// Draws it; where the hardware cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme) -> Option<(u16, u16)> {
    let milestone = app.current()?;
    pen.text(0, 0, pen.cols(), milestone.title(), theme.strong());
    Some(pen.position(0, 0))
}
