//! The preview of an export: where it would go, and the very bytes, line by line.

use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::preview::Preview;
use crate::app::{App, Layer};
use crate::text::{ellipsize, fold};

/// Rows above the text: what is exported, the path, a rule.
pub(super) const HEAD: u16 = 3;
/// Columns before the text, for the mark of a line that goes on.
const MARGIN: usize = 2;

/// Draws the preview; where the hardware cursor stands.
pub(super) fn draw(app: &App, preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    let milestones = if preview.count == 1 { "milestone" } else { "milestones" };
    let col = pen.text(0, 0, pen.cols(), "Export ", theme.strong());
    let col = pen.text(0, col, pen.cols(), &format!("{} {milestones}", preview.count), theme.selected());
    pen.text(0, col, pen.cols(), &format!(", {} lines", preview.len()), theme.dim());
    let cursor = if let Some(Layer::Replace(yes)) = app.layers().last() {
        question(*yes, preview, pen, theme)
    } else {
        pen.fill(2, 0, pen.cols(), theme.glyphs.rule, theme.dim());
        let col = pen.text(1, 0, pen.cols(), "to ", theme.dim());
        pen.prompt(1, col, &preview.path, theme)
    };
    text(preview, &mut pen.under(HEAD), theme);
    cursor
}

/// The lines from the first one in sight. What does not fit goes on below, behind a mark: no break here is one of
/// the file's.
fn text(preview: &Preview, pen: &mut Pen<'_>, theme: Theme) {
    let cols = pen.cols().saturating_sub(MARGIN).max(1);
    let lines = preview.lines_from(preview.top).take(pen.rows());
    let mut row = 0;
    for line in lines {
        for (piece, part) in fold(&line, cols).enumerate() {
            if piece > 0 {
                pen.text(row, 0, MARGIN, theme.glyphs.dot, theme.dim());
            }
            pen.text(row, MARGIN, pen.cols(), part, Style::new());
            row += 1;
        }
    }
}

fn question(yes: bool, preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    let exists = " exists";
    let room = pen.cols().saturating_sub(exists.len());
    let name = ellipsize(preview.path.text(), room, theme.glyphs.ellipsis);
    let col = pen.text(1, 0, pen.cols(), &name, theme.strong());
    pen.text(1, col, pen.cols(), exists, theme.bad());
    let mut cursor = (0, 0);
    let mut col = 0;
    for (answer, chosen) in [(" keep it ", !yes), (" replace it ", yes)] {
        if chosen {
            cursor = pen.position(2, col);
        }
        col = pen.text(2, col, pen.cols(), answer, if chosen { theme.current() } else { theme.dim() }) + 1;
    }
    cursor
}
