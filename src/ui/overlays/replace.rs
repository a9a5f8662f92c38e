//! The question whether to replace a file: its name, how much would change, the answers, and what would change, line
//! by line.

use ratatui::style::Style;

use super::folded::{HEAD, LineStyle, folded};
use crate::app::preview::Preview;
use crate::app::question::{DiffSide, Question};
use crate::text::{ellipsize, width};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Draws the question; where the hardware cursor stands.
pub(super) fn draw(
    question: &Question,
    preview: &Preview,
    surface: &mut Surface<'_>,
    theme: Theme,
) -> (u16, u16) {
    let say = &theme.say.question;
    let exists = format!(" {}", say.exists);
    let room = surface.cols().saturating_sub(width(&exists));
    let name = ellipsize(preview.path.text(), room, theme.glyphs.ellipsis);
    let col = surface.text(0, 0, surface.cols(), &name, theme.strong());
    surface.text(0, col, surface.cols(), &exists, theme.bad());
    surface.text(1, 0, surface.cols(), question.summary(), Style::new());
    let mut cursor = (0, 0);
    let mut col = 0;
    for (answer, chosen) in [(say.keep, !question.yes), (say.replace, question.yes)] {
        if chosen {
            cursor = surface.position(2, col);
        }
        col = surface.text(
            2,
            col,
            surface.cols(),
            &format!(" {answer} "),
            if chosen { theme.current() } else { Style::new() },
        ) + 1;
    }
    surface.fill(3, 0, surface.cols(), theme.glyphs.rule, theme.dim());
    let styled = |line| {
        let (mark, style) = match question.side(line) {
            DiffSide::Both => ("", theme.dim()),
            DiffSide::Old => ("-", theme.removed()),
            DiffSide::New => ("+", Style::new()),
            DiffSide::Skipped => (theme.glyphs.ellipsis, theme.dim()),
        };
        LineStyle { mark, style, changed: question.changed(line) }
    };
    folded(question, question.top, &mut surface.under(HEAD), theme, styled);
    cursor
}
