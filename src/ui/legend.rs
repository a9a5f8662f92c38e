//! What marks mean, on one row: a sample of each with its word beside it.

use ratatui::style::Style;

use crate::dataset::{Lang, Milestone};
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

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

/// The marks of a milestone that has any, each with what it means.
pub(super) fn marks_of(
    milestone: Milestone<'_>,
    lang: Lang,
    theme: Theme,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let (glyphs, say) = (theme.glyphs, &theme.say.timeline);
    let marks = [
        (milestone.landmark(lang).is_some(), (glyphs.landmark, say.landmark)),
        (milestone.is_disputed(), (glyphs.disputed, say.disputed)),
    ];
    marks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, mark)| mark)
}

/// What the marks of these milestones mean, in an order of their own.
pub(super) fn marks<'a>(
    milestones: impl Iterator<Item = Milestone<'a>>,
    lang: Lang,
    theme: Theme,
) -> Vec<Sample> {
    let there: Vec<_> = milestones.flat_map(|milestone| marks_of(milestone, lang, theme)).collect();
    let (glyphs, say) = (theme.glyphs, &theme.say.timeline);
    let all = [(glyphs.landmark, say.landmark), (glyphs.disputed, say.disputed)];
    let of = |(mark, means): (&str, &str)| (mark.to_owned(), Style::new(), means.to_owned());
    all.into_iter().filter(|mark| there.contains(mark)).map(of).collect()
}
