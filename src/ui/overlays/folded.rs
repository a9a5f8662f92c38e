//! A text that lies on top, line by line: what does not fit on a row goes on below, behind a mark.

use std::ops::Range;

use ratatui::style::Style;

use crate::app::scroll::{FirstRow, Lines};
use crate::text::{line_pieces, width};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Rows above the text: what it is of, how it is or the answers, a path, a rule.
pub(in crate::ui) const HEAD: u16 = 4;
/// Columns before the text, for the mark of a line that goes on.
const MARGIN: usize = 2;

/// Columns of a text on a screen that has so many between its margins.
pub(in crate::ui) fn text_cols(cols: usize) -> usize {
    cols.saturating_sub(MARGIN).max(1)
}

/// How a line is drawn.
#[derive(Default)]
pub(super) struct LineStyle {
    /// What stands before it.
    pub(super) mark: &'static str,
    pub(super) style: Style,
    /// What of it changed. Bytes.
    pub(super) changed: Range<usize>,
}

/// The rows of `text` from `top` on, each line as `styled` says. What does not fit
/// goes on below, behind a mark: no break here is one of the text's.
pub(super) fn folded(
    text: &impl Lines,
    top: FirstRow,
    surface: &mut Surface<'_>,
    theme: Theme,
    styled: impl Fn(usize) -> LineStyle,
) {
    let cols = text_cols(surface.cols());
    let mut row = 0;
    for number in top.line..text.len() {
        let line = text.line(number);
        let from = if number == top.line { top.at } else { 0 };
        let LineStyle { mark, style, changed } = styled(number);
        let mut at = from;
        for (nth, part) in line_pieces(line.get(from..).unwrap_or_default(), cols).enumerate() {
            if row == surface.rows() {
                return;
            }
            let goes_on = nth > 0 || from > 0;
            let (mark, marked) = if goes_on { (theme.glyphs.goes_on, theme.dim()) } else { (mark, style) };
            let col = surface.text(row, 0, surface.cols(), mark, marked).max(MARGIN - 1) + 1;
            surface.text(row, col, surface.cols(), part, style);
            let cols = |end: usize| part.get(..end.saturating_sub(at).min(part.len())).map_or(0, width);
            surface.style(row, (col + cols(changed.start), col + cols(changed.end)), theme.changed());
            at += part.len();
            row += 1;
        }
    }
}
