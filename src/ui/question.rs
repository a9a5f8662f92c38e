//! The question whether to replace a file: its name, how much would change, the answers, and what would change, line
//! by line.

use ratatui::style::Style;

use super::pen::Pen;
use super::preview::{HEAD, Look, folded};
use super::theme::Theme;
use crate::app::preview::Preview;
use crate::app::question::{Question, Side};
use crate::text::ellipsize;

/// Draws the question; where the hardware cursor stands.
pub(super) fn draw(question: &Question, preview: &Preview, pen: &mut Pen<'_>, theme: Theme) -> (u16, u16) {
    let exists = " exists";
    let room = pen.cols().saturating_sub(exists.len());
    let name = ellipsize(preview.path.text(), room, theme.glyphs.ellipsis);
    let col = pen.text(0, 0, pen.cols(), &name, theme.strong());
    pen.text(0, col, pen.cols(), exists, theme.bad());
    pen.text(1, 0, pen.cols(), question.summary(), Style::new());
    let mut cursor = (0, 0);
    let mut col = 0;
    for (answer, chosen) in [(" keep it ", !question.yes), (" replace it ", question.yes)] {
        if chosen {
            cursor = pen.position(2, col);
        }
        col = pen.text(2, col, pen.cols(), answer, if chosen { theme.current() } else { Style::new() }) + 1;
    }
    pen.fill(3, 0, pen.cols(), theme.glyphs.rule, theme.dim());
    let look = |line| {
        let (mark, style) = match question.side(line) {
            Side::Both => ("", theme.dim()),
            Side::Old => ("-", theme.removed()),
            Side::New => ("+", Style::new()),
            Side::Skipped => (theme.glyphs.ellipsis, theme.dim()),
        };
        Look { mark, style, changed: question.changed(line) }
    };
    folded(question, question.top, &mut pen.under(HEAD), theme, look);
    cursor
}
