//! The labels of the curve: at its ends each at its layer, the peak inside the wall, the fewest open ones below them.

use std::ops::Range;

use chrono::Datelike;

use super::chart::Chart;
use super::words;
use crate::dataset::{BarrierCurve, BarrierState, BarrierTally};
use crate::date::{day_words, end_words, year_words};
use crate::text::width;
use crate::words::Words;

/// A word at a place of the page, in the colour of a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) row: usize,
    pub(super) col: usize,
    pub(super) text: String,
    pub(super) state: BarrierState,
    /// Whether it stands on the wall itself.
    pub(super) is_inside: bool,
}

/// What is stacked above the years, the lowest first.
const SHUT: [BarrierState; 3] = [BarrierState::Closed, BarrierState::Limited, BarrierState::Trial];

/// The words beside one end of the curve, each state that there is: what is shut from below, last what is open.
fn words_of(tally: &BarrierTally, say: &Words) -> Vec<(String, BarrierState)> {
    let all = SHUT.into_iter().chain([BarrierState::Open]);
    let said = all.filter(|state| tally.of(*state) > 0);
    said.map(|state| (words::counted(tally.of(state), state, false, &say.front), state)).collect()
}

/// The columns that the words beside both ends take.
pub(super) fn widths(curve: &BarrierCurve, say: &Words) -> (usize, usize) {
    let widest = |tally| words_of(tally, say).iter().map(|(word, _)| width(word)).max().unwrap_or(0);
    (widest(&curve.before), widest(&curve.end()))
}

/// The rows above the years for labels at the middle of their layers, counted from below: each above the one before, and
/// none above the topmost of `rows`.
fn rows_of(heights: &[Range<usize>], rows: usize) -> Vec<usize> {
    let mut at: Vec<usize> = Vec::new();
    for height in heights {
        let middle = usize::midpoint(height.start, height.end) / 8;
        at.push(at.last().map_or(middle, |below| middle.max(below + 1)));
    }
    let mut most = rows;
    for row in at.iter_mut().rev() {
        *row = (*row).min(most.saturating_sub(1));
        most = *row;
    }
    at
}

/// What stands at one end: the labels, right-aligned where they stand before it.
fn beside(chart: &Chart, tally: &BarrierTally, is_before: bool, say: &Words) -> Vec<Label> {
    let words = words_of(tally, say);
    let counts: Vec<usize> = SHUT.iter().map(|state| tally.of(*state)).collect();
    let heights = chart.unit.layers(&counts);
    let heights: Vec<_> =
        heights.into_iter().zip(counts).filter(|(_, count)| *count > 0).map(|(height, _)| height).collect();
    let rows = rows_of(&heights, chart.up);
    let col = |word: &str| {
        if is_before { chart.left.saturating_sub(1 + width(word)) } else { chart.cols().end + 1 }
    };
    let mut rows = rows.into_iter();
    let mut labels = Vec::new();
    for (text, state) in words {
        let row = if state == BarrierState::Open {
            Some(chart.axis + 1)
        } else {
            rows.next().map(|row| chart.axis - 1 - row)
        };
        let col = col(&text);
        labels.extend(row.map(|row| Label { row, col, text, state, is_inside: false }));
    }
    labels
}

/// The words at both ends.
pub(super) fn ends(chart: &Chart, curve: &BarrierCurve, say: &Words) -> Vec<Label> {
    let mut labels = beside(chart, &curve.before, true, say);
    labels.extend(beside(chart, &curve.end(), false, say));
    labels
}

/// The place of the stretch at which most is closed: of several the last that ends a year, else the last; what is at the
/// very end is said there.
fn peak(curve: &BarrierCurve) -> Option<usize> {
    let closed = |place: usize| curve.points[place].1.of(BarrierState::Closed);
    let most = (0..curve.points.len()).map(closed).max().filter(|most| *most > 0)?;
    let of_most = || (0..curve.points.len()).filter(|place| closed(*place) == most);
    let ends_year = |place: &usize| curve.points[*place].0.month() == 12;
    let place = of_most().rfind(ends_year).or_else(|| of_most().next_back())?;
    (place + 1 < curve.points.len()).then_some(place)
}

/// The end of a stretch in words.
fn end_of(curve: &BarrierCurve, place: usize, say: &Words) -> String {
    let day = curve.points[place].0;
    end_words(day, say).unwrap_or_else(|| day_words(day, say))
}

/// `30 closed at the end of 2020`, on the wall where it is high and wide enough, else in fewer words, else not at all.
pub(super) fn inside(chart: &Chart, curve: &BarrierCurve, say: &Words) -> Option<Label> {
    let place = peak(curve)?;
    let count = curve.points[place].1.of(BarrierState::Closed);
    let state = BarrierState::Closed;
    let long = (say.front.peak)(count, &end_of(curve, place, say));
    let texts = [long, words::counted(count, state, false, &say.front)];
    let behind = chart.scale.behind(place);
    let at = |(row, text): (usize, &String)| {
        let text = format!(" {text} ");
        let wall = wall_at(chart, row, behind.checked_sub(1)?);
        let col = behind.saturating_sub(width(&text)).max(wall.start);
        (col + width(&text) <= wall.end).then(|| Label {
            row: chart.axis - 1 - row,
            col: chart.left + col,
            text,
            state,
            is_inside: true,
        })
    };
    // Not on the lowest row, where the years are near, but where there is no other.
    let rows = [1, 2, 0].into_iter().filter(|row| *row < chart.up);
    texts.iter().flat_map(|text| rows.clone().map(move |row| (row, text))).find_map(at)
}

/// The columns around `col` on which the wall fills a row without a gap.
fn wall_at(chart: &Chart, row: usize, col: usize) -> Range<usize> {
    let is_filled = |col: &usize| chart.solid(*col) >= (row + 1) * 8;
    let before = (0..=col).rev().take_while(is_filled).count();
    let behind = (col..chart.scale.cols).take_while(is_filled).count();
    if before == 0 { col..col } else { col + 1 - before..col + behind }
}

/// `7 open`, below the stretch at which fewest are open: the one of the peak, if it is one of them, else the last. At
/// either end it is said there.
pub(super) fn lowest(chart: &Chart, curve: &BarrierCurve, say: &Words) -> Option<Label> {
    let open = |place: usize| curve.points[place].1.of(BarrierState::Open);
    let fewest = (0..curve.points.len()).map(open).min()?;
    let most = (0..curve.points.len()).map(open).max()?;
    let place = peak(curve)
        .filter(|place| open(*place) == fewest)
        .or_else(|| (0..curve.points.len()).rev().find(|place| open(*place) == fewest))?;
    let at_an_end = [curve.before, curve.end()].iter().any(|tally| tally.of(BarrierState::Open) == fewest);
    if at_an_end || fewest == most {
        return None;
    }
    let text = words::counted(fewest, BarrierState::Open, false, &say.front);
    let behind = chart.scale.behind(place);
    let col = behind.checked_sub(width(&text))?;
    let deepest = (col..behind).map(|col| chart.open(col).div_ceil(8)).max()?;
    // With a blank row between, where there is one.
    let row = [deepest + 1, deepest].into_iter().find(|row| *row < chart.down)?;
    Some(Label {
        row: chart.axis + 1 + row,
        col: chart.left + col,
        text,
        state: BarrierState::Open,
        is_inside: false,
    })
}

/// Of a curve of what is closed alone: between its first year and its last when that was most, `closed: 30 in 2020`.
pub(super) fn in_short(mut chart: Chart, curve: &BarrierCurve, say: &Words) -> Chart {
    let Some(place) = peak(curve) else { return chart };
    let (day, tally) = curve.points[place];
    let said = (say.front.peak_short)(tally.of(BarrierState::Closed), &year_words(day.year().into(), say));
    let last = curve.points.last().map(|(day, _)| year_words(day.year().into(), say)).unwrap_or_default();
    let (Some((_, first)), cols) = (chart.years.first().cloned(), chart.scale.cols) else { return chart };
    let Some(last_at) = cols.checked_sub(width(&last)) else { return chart };
    let least = width(&first) + 2;
    let Some(most) = last_at.checked_sub(width(&said) + 2).filter(|most| *most >= least) else {
        return chart;
    };
    let at = chart.scale.behind(place).saturating_sub(width(&said)).clamp(least, most);
    chart.years = vec![(0, first), (at, said), (last_at, last)];
    chart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_at_the_middle_of_their_layers_and_never_on_one_row() {
        assert_eq!(rows_of(&[0..32, 32..56, 56..58], 9), [2, 5, 7]);
        assert_eq!(rows_of(&[0..1, 1..2, 2..3], 5), [0, 1, 2]);
        assert_eq!(rows_of(&[0..36, 36..38, 38..40], 5), [2, 3, 4], "pushed down from the top");
        assert_eq!(rows_of(&[0..8, 8..10, 10..12], 2), [0, 0, 1], "three on two rows have no other way");
        assert_eq!(rows_of(&[], 5), [0; 0]);
    }
}
