//! The strip: how many milestones stand in each month of the span, coloured by tone, bright inside the filter;
//! below it the stretch of time that the list shows, and the current milestone.
//!
//! ```text
//! 2013     2014     2015
//!      ▁▂ ▃    ▂▁  ▁
//!      ━━━◆━━━━
//! ```

use std::ops::Range;

use super::pen::Pen;
use super::theme::Theme;
use crate::app::App;
use crate::app::density::{Bin, ByTone, middle};
use crate::app::timeline::Row;
use crate::dataset::{MilestoneId, Tone};
use crate::text::width;

/// Bins laid out on columns.
#[derive(Clone, Copy)]
struct Scale {
    bins: usize,
    cols: usize,
}

impl Scale {
    /// A bin takes whole columns, or a column whole bins, so that equal months look equal.
    fn new(bins: usize, cols: usize) -> Self {
        let cols = if bins == 0 {
            0
        } else if cols >= bins {
            cols / bins * bins
        } else {
            cols
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

/// As many years as stand apart: every one, every second, every fifth, every tenth …
fn labels(app: &App, pen: &mut Pen<'_>, theme: Theme, scale: Scale) {
    let years: Vec<(i32, usize)> = app.density().years().map(|(year, bin)| (year, scale.col(bin))).collect();
    let room = years.windows(2).map(|pair| pair[1].1 - pair[0].1).min().unwrap_or(scale.cols);
    let wanted = years.iter().map(|(year, _)| width(&year.to_string()) + 1).max().unwrap_or(1);
    let apart = |step: &i32| room * usize::try_from(*step).unwrap_or(1) >= wanted;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].into_iter().find(apart).unwrap_or(5000);
    for (year, col) in years.into_iter().filter(|(year, _)| year % step == 0) {
        let label = year.to_string();
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
        let (shown, matching) = (total(&bin.all), total(&bin.matching));
        if shown == 0 {
            continue;
        }
        let height = (shown * (heights.len() - 1)).div_ceil(most);
        let style = match matching {
            0 => theme.tone(leading(&bin.all)).patch(theme.dim()),
            _ => theme.tone(leading(&bin.matching)),
        };
        pen.text(1, col, col + 1, heights[height], style);
    }
}

/// The dates of the first and last milestone in sight, and the current one between them.
fn window(app: &App, pen: &mut Pen<'_>, theme: Theme, scale: Scale, rows: usize) {
    let col = |id: MilestoneId| {
        let day = middle(app.dataset().milestone(id).date())?;
        Some(scale.col(app.density().bin(day)?))
    };
    let in_sight = (app.top()..app.top() + rows).filter_map(|row| match app.timeline().row(row) {
        Some(Row::Milestone(place)) => app.matches().ids.get(place).copied().and_then(col),
        _ => None,
    });
    let ends = in_sight.fold(None, |ends: Option<(usize, usize)>, col| {
        Some(ends.map_or((col, col), |(first, last)| (first.min(col), last.max(col))))
    });
    if let Some((first, last)) = ends {
        pen.fill(2, first, last + 1, theme.glyphs.window, theme.dim());
    }
    if let Some(here) = app.current().and_then(|milestone| col(milestone.place())) {
        pen.text(2, here, here + 1, theme.glyphs.here, theme.strong());
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
