//! What marks mean, on one row: a sample of each with its word beside it.

use ratatui::style::Style;

use crate::text::width;
use crate::ui::surface::Surface;

/// A sample, its style, and what it means.
pub(super) type Sample = (String, Style, String);

/// Columns between two entries, and between two where all of those that are needed would have no room else.
pub(super) const APART: [usize; 2] = [3, 2];

/// Columns of entries that stand `apart`.
pub(super) fn cols(entries: &[Sample], apart: usize) -> usize {
    let each = entries.iter().map(|(sample, _, word)| width(sample) + 1 + width(word) + apart);
    each.sum::<usize>().saturating_sub(apart)
}

/// Draws entries that stand `apart`, but for those that have no room.
pub(super) fn draw(surface: &mut Surface<'_>, row: usize, entries: &[Sample], apart: usize) {
    let mut col = 0;
    for (sample, style, word) in entries {
        if col + width(sample) + 1 + width(word) <= surface.cols() {
            col = surface.text(row, col, surface.cols(), sample, *style);
            col = surface.text(row, col + 1, surface.cols(), word, Style::new()) + apart;
        }
    }
}
