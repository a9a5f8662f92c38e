//! The preview of an export: where it would go, and the very bytes, line by line.

use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::preview::Preview;
use crate::app::{App, Layer};
use crate::text::{ellipsize, fold};

/// Rows above the text: what is exported, the path, a rule.
pub(super) const HEAD: u16 = 3;

/// Draws the preview; where the hardware cursor stands.
pub(super) fn draw(app: &App, preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    let milestones = if preview.count == 1 { "milestone" } else { "milestones" };
    let col = pen.text(0, 0, pen.cols(), "Export ", theme.strong());
    let col = pen.text(0, col, pen.cols(), &format!("{} {milestones}", preview.count), theme.selected());
    pen.text(0, col, pen.cols(), &format!(", {} lines", preview.len()), theme.dim());
    let cursor = match app.layers().last() {
        Some(Layer::Replace(yes)) => question(*yes, preview, pen, theme),
        _ => path(preview, pen, theme),
    };
    pen.fill(2, 0, pen.cols(), theme.glyphs.rule, theme.dim());
    let mut row = usize::from(HEAD);
    'page: for line in preview.lines_from(preview.top) {
        for piece in fold(&line, pen.cols()) {
            if row >= pen.rows() {
                break 'page;
            }
            pen.text(row, 0, pen.cols(), piece, Style::new());
            row += 1;
        }
    }
    cursor
}

fn path(preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    let col = pen.text(1, 0, pen.cols(), "to ", theme.dim());
    pen.text(1, col, pen.cols(), preview.path.text(), theme.strong());
    pen.position(1, col + preview.path.cursor())
}

fn question(yes: bool, preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    let answers = [(" keep it ", !yes), (" replace it ", yes)];
    let room = pen.cols().saturating_sub(26);
    let name = ellipsize(preview.path.text(), room, theme.glyphs.ellipsis);
    let mut col = pen.text(1, 0, pen.cols(), &format!("{name} exists "), theme.bad());
    let mut cursor = (0, 0);
    for (answer, chosen) in answers {
        if chosen {
            cursor = pen.position(1, col);
        }
        col = pen.text(1, col, pen.cols(), answer, if chosen { theme.current() } else { theme.dim() }) + 1;
    }
    cursor
}
