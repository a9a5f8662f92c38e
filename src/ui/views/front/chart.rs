//! The curve: what is shut stands on the row of years, what is open hangs below it.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use super::series::{Counted, Series, UNHEARD, WALLS};
use super::stack::{CellBlock, HeightUnit, row_of};
use super::years::TimeScale;
use crate::dataset::{BarrierState, Tone};
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;
use crate::words::Words;

/// A curve laid out on rows and columns.
pub(super) struct Chart {
    series: Series,
    /// What stands below the columns, each from its first one on.
    pub(super) years: Vec<(usize, String)>,
    pub(super) scale: TimeScale,
    pub(super) unit: HeightUnit,
    /// Its first column.
    pub(super) left: usize,
    /// The row of years, the rows above it and those below.
    pub(super) axis: usize,
    pub(super) up: usize,
    pub(super) down: usize,
}

/// How one layer is drawn: as a colour of part of a cell, and as a glyph of a whole one.
#[derive(Clone, Copy)]
struct LayerLook {
    style: Style,
    glyph: &'static str,
}

impl Chart {
    /// From column `left` on, on so many columns at most; in which unit, its first row, and the rows above and below the
    /// years.
    pub(super) fn new(
        series: Series,
        (left, room): (usize, usize),
        unit: HeightUnit,
        (top, up, down): (usize, usize, usize),
        say: &Words,
    ) -> Self {
        let scale = TimeScale::new((series.first, series.months), series.stretches.len(), room);
        Self { series, years: scale.years(say), scale, unit, left, axis: top + up, up, down }
    }

    /// The columns that it takes.
    pub(super) fn cols(&self) -> Range<usize> {
        self.left..self.left + self.scale.cols
    }

    /// How high the first columns stand, in eighths of a row.
    pub(super) fn highest(&self, cols: usize) -> usize {
        let height = |col| self.unit.height(self.series.stretches[self.scale.stretch(col)].height());
        (0..cols.min(self.scale.cols)).map(height).max().unwrap_or(0)
    }

    /// How high what is closed stands in a column as far as something was heard of it later, in eighths of a row: above
    /// that the wall has gaps.
    pub(super) fn solid(&self, col: usize) -> usize {
        let counts = &self.series.stretches[self.scale.stretch(col)];
        self.unit.height(counts.stacked.iter().take(UNHEARD).sum())
    }

    /// How deep what is open hangs in a column, in eighths of a row.
    pub(super) fn open(&self, col: usize) -> usize {
        self.unit.height(self.series.stretches[self.scale.stretch(col)].hanging)
    }

    pub(super) fn draw(&self, surface: &mut Surface<'_>, theme: Theme) {
        let looks = looks(self.series.counted, theme);
        let open = look_of(BarrierState::Open, theme);
        let in_eighths = theme.colors && theme.glyphs.has_eighths();
        for col in 0..self.scale.cols {
            let counts = &self.series.stretches[self.scale.stretch(col)];
            let layers = self.unit.layers(&counts.stacked);
            let is_gap = |layer: usize| {
                self.series.counted == Counted::Walls && layer == UNHEARD && !col.is_multiple_of(2)
            };
            for row in 0..self.up {
                let eighths = row_of(&layers, row).map(|layer| layer.filter(|layer| !is_gap(*layer)));
                let at = (self.axis - 1 - row, self.left + col);
                if in_eighths {
                    if let Some(block) = CellBlock::of(eighths) {
                        block_at(surface, at, block, &looks, theme);
                    }
                } else if let Some(look) = CellBlock::whole(eighths).map(|layer| looks[layer]) {
                    surface.text(at.0, at.1, at.1 + 1, look.glyph, look.style);
                }
            }
            let depth = self.unit.height(counts.hanging);
            for row in 0..self.down.min(depth.div_ceil(8)) {
                let at = (self.axis + 1 + row, self.left + col);
                match (depth - row * 8).min(8) {
                    8 if in_eighths => {
                        surface.text(at.0, at.1, at.1 + 1, theme.glyphs.heights[8], open.style);
                    }
                    filled if in_eighths => {
                        // The glyph is what is free below; reversed, the rest is filled.
                        let style = open.style.add_modifier(Modifier::REVERSED);
                        surface.text(at.0, at.1, at.1 + 1, theme.glyphs.heights[8 - filled], style);
                    }
                    filled if filled * 2 >= 8 => {
                        surface.text(at.0, at.1, at.1 + 1, open.glyph, open.style);
                    }
                    _ => {}
                }
            }
        }
        self.draw_years(surface);
    }

    fn draw_years(&self, surface: &mut Surface<'_>) {
        let is_tight = self.years.get(1).is_some_and(|(_, second)| second.len() == 2);
        for (place, (col, label)) in self.years.iter().enumerate() {
            let col = self.left + col;
            // Between two figures each, four begin before their column.
            let col = if place == 0 && is_tight { col.saturating_sub(2) } else { col };
            surface.text(self.axis, col, surface.cols(), label, Style::new());
        }
    }
}

fn block_at(
    surface: &mut Surface<'_>,
    (row, col): (usize, usize),
    block: CellBlock,
    looks: &[LayerLook],
    theme: Theme,
) {
    let glyph = theme.glyphs.heights[block.height];
    let style = match (block.lower, block.upper) {
        (Some(lower), None) => looks[lower].style,
        (Some(lower), Some(upper)) if lower == upper => looks[lower].style,
        (Some(lower), Some(upper)) => theme.over(looks[lower].style, looks[upper].style),
        (None, Some(upper)) => looks[upper].style.add_modifier(Modifier::REVERSED),
        (None, None) => return,
    };
    surface.text(row, col, col + 1, glyph, style);
}

fn look_of(state: BarrierState, theme: Theme) -> LayerLook {
    let (glyph, style) = theme.state(state);
    LayerLook { style, glyph }
}

fn looks(counted: Counted, theme: Theme) -> Vec<LayerLook> {
    match counted {
        Counted::Walls => {
            let look = |(place, state): (usize, &BarrierState)| {
                let look = look_of(*state, theme);
                let dim = if place == UNHEARD { theme.dim() } else { Style::new() };
                LayerLook { style: look.style.patch(dim), ..look }
            };
            WALLS.iter().enumerate().map(look).collect()
        }
        Counted::Milestones => {
            let look = |tone: &Tone| LayerLook { style: theme.tone(*tone), glyph: theme.tone_glyph(*tone) };
            Tone::ALL.iter().rev().map(look).collect()
        }
    }
}
