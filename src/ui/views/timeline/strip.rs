//! The strip: how many milestones stand in each month of what the list reaches, coloured by tone; under a filter those that
//! match, and a dot where there are only others; below it the years, and the current month.
//!
//! ```text
//!      ▁▂ ▃    ▂▁  ▁
//! 2013     2014▲    2015
//! ```

use std::ops::{Range, RangeInclusive};

use ratatui::style::Style;

use crate::app::App;
use crate::app::density::{Bin, ByTone};
use crate::dataset::Tone;
use crate::date::{Span, year_words};
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::words::Words;

/// No month is drawn wider: a month of a short span is no block.
const WIDEST: usize = 4;

/// Bins laid out on columns.
#[derive(Clone, Copy)]
struct StripScale {
    bins: usize,
    cols: usize,
}

impl StripScale {
    /// A bin takes whole columns, or a column whole bins, so that equal months look equal.
    fn new(bins: usize, cols: usize) -> Self {
        let cols = match cols.checked_div(bins) {
            None => 0,
            Some(0) => cols,
            Some(each) => each.min(WIDEST) * bins,
        };
        Self { bins, cols }
    }

    fn col(self, bin: usize) -> usize {
        bin * self.cols / self.bins.max(1)
    }

    /// The bins of a column: at least one.
    fn bins_of(self, col: usize) -> Range<usize> {
        let first = col * self.bins / self.cols.max(1);
        first..((col + 1) * self.bins / self.cols.max(1)).max(first + 1)
    }
}

/// Draws the strip.
pub(in crate::ui) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme) {
    let density = app.density();
    let scale = StripScale::new(density.bins().len(), surface.cols());
    if scale.cols == 0 || surface.rows() < ROWS {
        return;
    }
    bars(density.bins(), surface, theme, scale);
    let labels = labels(app, surface, theme, scale);
    here(app, surface, theme, scale, &labels);
}

/// Bars, and years under them.
const ROWS: usize = 2;

/// The bin at column `col` of a strip of `cols` columns.
pub(in crate::ui) fn bin_at(app: &App, cols: usize, col: usize) -> Option<usize> {
    let scale = StripScale::new(app.density().bins().len(), cols);
    let last = scale.cols.checked_sub(1)?;
    Some(scale.bins_of(col.min(last)).start)
}

/// As many years as stand apart: every one, every second, every fifth, every tenth … Where none begins in the
/// span, the first day's. Which columns each of them takes.
fn labels(app: &App, surface: &mut Surface<'_>, theme: Theme, scale: StripScale) -> Vec<Range<usize>> {
    let density = app.density();
    let mut labels = Vec::new();
    let mut draw = |col: usize, label: &str| {
        if col + width(label) <= surface.cols() {
            let end = surface.text(1, col, surface.cols(), label, Style::new());
            labels.push(col..end);
        }
    };
    let years = density.years();
    if years.is_empty() {
        if let Some(year) = app.dataset().span().and_then(Span::first_year) {
            draw(0, &year_words(year, theme.say));
        }
        return labels;
    }
    for (year, label) in apart(years, scale.cols, theme.say) {
        if let Some(bin) = density.bin_of_year(year) {
            draw(scale.col(bin), &label);
        }
    }
    labels
}

/// The month of the current milestone: a mark under it, or, where that would hit a year, that year in reverse.
fn here(app: &App, surface: &mut Surface<'_>, theme: Theme, scale: StripScale, labels: &[Range<usize>]) {
    let bin = app.current().and_then(|milestone| app.density().bin_of(milestone));
    let Some(col) = bin.map(|bin| scale.col(bin)) else { return };
    match labels.iter().find(|label| label.contains(&col)) {
        Some(label) => surface.style(1, (label.start, label.end), theme.current()),
        None => {
            surface.text(1, col, col + 1, theme.glyphs.here, theme.strong());
        }
    }
}

/// The years to name below `cols` columns that hold so many. They may be billions, of which none is looked at that is
/// not named.
fn apart(years: RangeInclusive<i64>, cols: usize, say: &Words) -> Vec<(i64, String)> {
    let (first, last) = years.into_inner();
    let all = last.saturating_sub(first).saturating_add(1);
    let named = |step: i64| {
        // More than every second column is no room for a name.
        let most =
            usize::try_from((all / step).saturating_add(1)).ok().filter(|most| *most <= cols / 2 + 1)?;
        let from = first.div_euclid(step) + i64::from(first.rem_euclid(step) > 0);
        let years = (from..).map_while(|nth| nth.checked_mul(step)).take_while(|year| *year <= last);
        let labels: Vec<_> = years.map(|year| (year, year_words(year, say))).collect();
        let widest = labels.iter().map(|(_, label)| width(label) + 1).max().unwrap_or(1);
        (most * widest <= cols + widest).then_some(labels)
    };
    let steps = (0..18).flat_map(|power| [1, 2, 5].map(|step| step * 10_i64.pow(power)));
    steps.filter(|step| all > 1 || *step == 1).find_map(named).unwrap_or_default()
}

fn bars(bins: &[Bin], surface: &mut Surface<'_>, theme: Theme, scale: StripScale) {
    let columns: Vec<Bin> = (0..scale.cols).map(|col| sum(&bins[scale.bins_of(col)])).collect();
    let heights = theme.glyphs.heights;
    let most = columns.iter().map(|bin| total(&bin.all)).max().unwrap_or(0).max(heights.len() - 1);
    for (col, bin) in columns.iter().enumerate() {
        let (glyph, style) = match (total(&bin.all), total(&bin.matching)) {
            (0, _) => continue,
            (_, 0) => (theme.glyphs.others, theme.dim()),
            (_, matching) => {
                let height = (matching * (heights.len() - 1)).div_ceil(most);
                (heights[height], tone(theme, leading(&bin.matching)))
            }
        };
        surface.text(0, col, col + 1, glyph, style);
    }
}

/// Context can be left out.
fn tone(theme: Theme, tone: Tone) -> Style {
    if tone == Tone::Neutral { theme.dim() } else { theme.tone(tone) }
}

fn sum(bins: &[Bin]) -> Bin {
    bins.iter().fold(Bin::default(), |mut sum, bin| {
        for tone in 0..Tone::ALL.len() {
            sum.all[tone] += bin.all[tone];
            sum.matching[tone] += bin.matching[tone];
        }
        sum
    })
}

fn total(counts: &ByTone) -> usize {
    counts.iter().sum()
}

/// The tone of most; the first of equals.
fn leading(counts: &ByTone) -> Tone {
    let most = counts.iter().max().copied().unwrap_or(0);
    let place = counts.iter().position(|count| *count == most).unwrap_or(0);
    Tone::ALL[place]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(years: RangeInclusive<i64>, cols: usize) -> Vec<String> {
        apart(years, cols, &crate::words::en::WORDS).into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn as_many_years_are_named_as_stand_apart_however_many_there_are() {
        assert_eq!(named(2013..=2016, 40), ["2013", "2014", "2015", "2016"]);
        assert_eq!(named(2013..=2024, 40), ["2014", "2016", "2018", "2020", "2022", "2024"]);
        assert_eq!(named(2021..=2021, 40), ["2021"]);
        let ages = named(-13_800_000_000..=5_000_000_000, 120);
        assert_eq!(ages, ["10 billion years BC", "5 billion years BC", "1 BC", "AD 5 billion"]);
        assert!(named(-i64::MAX..=i64::MAX, 120).len() < 8);
        assert_eq!(named(-5..=i64::MAX, 3), [""; 0]);
    }
}
