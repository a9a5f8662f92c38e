//! The strip: how many milestones stand in each month of the span, coloured by tone; under a filter those that match,
//! and a dot where there are only others; below it the stretch of time that the list shows, and the current milestone.
//!
//! ```text
//! 2013     2014     2015
//!      ▁▂ ▃    ▂▁  ▁
//!      ━━━◆━━━━
//! ```

use std::ops::Range;

use chrono::Datelike;
use ratatui::style::Style;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::App;
use crate::app::density::{Bin, ByTone, middle};
use crate::app::timeline::Row;
use crate::dataset::{MilestoneId, Tone};
use crate::date::{Span, year_words};
use crate::text::width;

/// No month is drawn wider: a month of a short span is no block.
const WIDEST: usize = 4;

/// Bins laid out on columns.
#[derive(Clone, Copy)]
struct Scale {
    bins: usize,
    cols: usize,
}

impl Scale {
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

/// Draws the strip over a list of `rows` rows.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>, theme: Theme, rows: usize) {
    let density = app.density();
    let scale = Scale::new(density.bins().len(), pen.cols());
    if scale.cols == 0 || pen.rows() < 3 {
        return;
    }
    labels(app, pen, theme, scale);
    bars(density.bins(), pen, theme, scale);
    window(app, pen, theme, scale, rows);
}

/// The bin at column `col` of a strip of `cols` columns.
pub(super) fn bin_at(app: &App, cols: usize, col: usize) -> Option<usize> {
    let scale = Scale::new(app.density().bins().len(), cols);
    let last = scale.cols.checked_sub(1)?;
    Some(scale.bins_of(col.min(last)).start)
}

/// As many years as stand apart: every one, every second, every fifth, every tenth … Where none begins in the
/// span, the first day's.
fn labels(app: &App, pen: &mut Pen<'_>, theme: Theme, scale: Scale) {
    let mut years: Vec<(i32, usize)> =
        app.density().years().map(|(year, bin)| (year, scale.col(bin))).collect();
    let first = app.dataset().span().and_then(Span::from);
    if let (true, Some(first)) = (years.is_empty(), first) {
        years.push((first.year(), 0));
    }
    let all = i32::try_from(years.len()).unwrap_or(i32::MAX);
    let wanted = years.iter().map(|(year, _)| width(&year_words(*year)) + 1).max().unwrap_or(1);
    let fits = |step: &i32| {
        let labelled = usize::try_from(all / step + 1).unwrap_or(1);
        labelled * wanted <= scale.cols + wanted
    };
    let steps = (0..8).flat_map(|power| [1, 2, 5].map(|step| step * 10_i32.pow(power)));
    let step = if all == 1 { 1 } else { steps.into_iter().find(fits).unwrap_or(all) };
    for (year, col) in years.into_iter().filter(|(year, _)| year % step == 0) {
        let label = year_words(year);
        if col + width(&label) <= pen.cols() {
            pen.text(0, col, pen.cols(), &label, theme.dim());
        }
    }
}

fn bars(bins: &[Bin], pen: &mut Pen<'_>, theme: Theme, scale: Scale) {
    let columns: Vec<Bin> = (0..scale.cols).map(|col| sum(&bins[scale.bins_of(col)])).collect();
    let heights = theme.glyphs.heights;
    let most = columns.iter().map(|bin| total(&bin.all)).max().unwrap_or(0).max(heights.len() - 1);
    for (col, bin) in columns.iter().enumerate() {
        let (glyph, style) = match (total(&bin.all), total(&bin.matching)) {
            (0, _) => continue,
            (_, 0) => (theme.glyphs.others, theme.dim()),
            (_, matching) => {
                let height = (matching * (heights.len() - 1)).div_ceil(most);
                (heights[height], theme.tone(leading(&bin.matching)))
            }
        };
        pen.text(1, col, col + 1, glyph, style);
    }
}

/// The dates of the first and last milestone in sight, and the current one between them.
fn window(app: &App, pen: &mut Pen<'_>, theme: Theme, scale: Scale, rows: usize) {
    let col = |id: MilestoneId| {
        let day = middle(app.dataset().milestone(id).date())?;
        Some(scale.col(app.density().bin(day)?))
    };
    let in_sight = (app.top()..app.top() + rows).filter_map(|row| match app.timeline().row(row) {
        Some(Row::Milestone(place)) => app.listed().get(place).and_then(col),
        _ => None,
    });
    let ends = in_sight.fold(None, |ends: Option<(usize, usize)>, col| {
        Some(ends.map_or((col, col), |(first, last)| (first.min(col), last.max(col))))
    });
    if let Some((first, last)) = ends {
        pen.fill(2, first, last + 1, theme.glyphs.window, theme.dim());
    }
    if let Some(here) = app.current().and_then(|milestone| col(milestone.place())) {
        pen.text(2, here, here + 1, theme.glyphs.here, Style::reset().patch(theme.strong()));
    }
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
