//! A wall through time, in a lane and on its page: what each cell shows, some days of a barrier's history. What is not
//! certain is broken: every second cell is left free, and the one beside what is certain and as high.
//!
//! ```text
//! ▁ ▁ ▁▇▇▇▇▇▇▇▇▄ ▄ ▄ ▄      open until somebody shut it, eased for certain, and not heard of since
//! ```

use std::ops::Range;

use chrono::NaiveDate;

use crate::app::lanes::Scale;
use crate::dataset::{BarrierHistory, BarrierState, Interval};

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct WallCell {
    /// The wall.
    pub(in crate::ui) state: BarrierState,
    /// Whether it is not certain: a date within is soft, nothing is told yet, or nothing any longer.
    pub(in crate::ui) is_soft: bool,
    /// Whether it is left free, so that the wall is broken.
    pub(in crate::ui) is_gap: bool,
}

/// Of the changes within one cell no more are looked at: a row costs its cells.
const MOST: usize = 16;

/// The cells of all columns.
pub(in crate::ui) fn row(history: &BarrierHistory, scale: Scale) -> Vec<WallCell> {
    let mut cells: Vec<WallCell> = (0..scale.cols()).map(|col| cell(history, scale, col)).collect();
    break_up(&mut cells);
    cells
}

/// Leaves free every second cell of what is not certain.
fn break_up(cells: &mut [WallCell]) {
    let mut from = 0;
    while from < cells.len() {
        let alike = cells[from..].iter().take_while(|cell| **cell == cells[from]).count();
        if cells[from].is_soft && cells[from].state != BarrierState::None {
            break_up_run(cells, from..from + alike);
        }
        from += alike;
    }
}

/// The same for cells that are alike.
fn break_up_run(cells: &mut [WallCell], run: Range<usize>) {
    let state = |cell: Option<&WallCell>| cell.map_or(BarrierState::None, |cell| cell.state);
    let before = |back: usize| run.start.checked_sub(back).and_then(|at| cells.get(at));
    let is_behind_wall = before(1).is_some_and(|cell| cell.state != BarrierState::None && !cell.is_gap);
    let own = cells[run.start].state;
    let neighbours = [state(before(1)), state(cells.get(run.end))];
    if run.len() == 1 && is_behind_wall && !neighbours.contains(&own) {
        // It would not be seen at all. The wall before it gives a cell, where it has another one.
        if neighbours[0] == state(before(2)) {
            cells[run.start - 1].is_gap = true;
        }
        return;
    }
    for cell in cells[run.clone()].iter_mut().skip(usize::from(!is_behind_wall)).step_by(2) {
        cell.is_gap = true;
    }
    // Beside a certain wall of the same height it would be told by dimness alone.
    if neighbours[1] == own {
        cells[run.end - 1].is_gap = true;
    }
}

/// The cell of column `col`: what stands at the end of its days. What began and ended within them would never be seen
/// so; it is shown in their place, and what follows in the next cell.
fn cell(history: &BarrierHistory, scale: Scale, col: usize) -> WallCell {
    let (from, to) = scale.days_of(col);
    let intervals = history.intervals();
    let (first, last) = (history.interval_on(from), history.interval_on(to));
    let end = intervals[last];
    let before = from.pred_opt().map_or(end, |day| history.on(day)).state;
    let within = intervals[first..last].iter().take(MOST).map(|interval| interval.state);
    // Of several the most shut.
    let brief = within
        .chain(passing(history, from, to))
        .filter(|state| *state != before && *state != end.state)
        .min();
    let is_softly_begun = |interval: &Interval| {
        interval.from >= from && interval.since.is_some_and(|since| history.steps()[since].is_soft)
    };
    let mut within = intervals[first..=last].iter().take(MOST);
    let is_soft = within.any(|interval| !interval.possible.is_certain() || is_softly_begun(interval))
        || has_soft_date(history, from, to)
        || is_unrecorded(history, from, to);
    let state = brief.unwrap_or(end.state);
    WallCell { state, is_soft: is_soft || state == BarrierState::Unknown, is_gap: false }
}

/// What opened for a morning: undone on the same day, it stands at the end of no day.
fn passing(history: &BarrierHistory, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = BarrierState> {
    let begun = history.steps().partition_point(|step| step.from < from);
    let within = history.steps().iter().skip(begun).take(MOST).take_while(move |step| step.from <= to);
    within.filter(|step| step.is_passing).map(|step| step.state)
}

/// Whether something happened on a day that is marked as doubtful.
fn has_soft_date(history: &BarrierHistory, from: NaiveDate, to: NaiveDate) -> bool {
    let begun = history.steps().partition_point(|step| step.from < from);
    history.steps().iter().skip(begun).take(MOST).take_while(|step| step.from <= to).any(|step| step.is_soft)
}

/// Whether nothing is told of these days: before the first step, and after the last one of a barrier of which no opening
/// was found. Nobody knows that it is shut still.
fn is_unrecorded(history: &BarrierHistory, from: NaiveDate, to: NaiveDate) -> bool {
    let (Some(first), Some(last)) = (history.steps().first(), history.steps().last()) else { return true };
    let is_open_ended = history.closures().last().is_some_and(|closure| closure.ended.is_none());
    to < first.from || is_open_ended && from > last.settled()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::BarrierId;
    use crate::dataset::load::load;

    const STORY: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/story.toml"));

    /// The lane of a barrier of the story, a letter a cell (`C`losed, `L`imited, `T`rial, `O`pen, `?`), small
    /// where it is not certain.
    fn lane(barrier: &str, first: &str, days: i64, cols: usize) -> String {
        let dataset = load(STORY).dataset.expect("a dataset");
        let at = dataset.barriers().iter().position(|known| known.id == barrier).expect("a barrier");
        let scale = Scale::new(first.parse().expect("a day"), days, cols);
        let history = dataset.history(BarrierId::new(at));
        let letter = |cell: WallCell| {
            let letter = match cell.state {
                BarrierState::None => ' ',
                BarrierState::Unknown => '?',
                BarrierState::Closed
                | BarrierState::Limited
                | BarrierState::Trial
                | BarrierState::Open
                | BarrierState::Gone => {
                    cell.state.as_str().chars().next().expect("a letter").to_ascii_uppercase()
                }
            };
            if cell.is_soft { letter.to_ascii_lowercase() } else { letter }
        };
        (0..scale.cols()).map(|col| letter(cell(history, scale, col))).collect()
    }

    #[test]
    fn a_wall_is_as_high_as_it_is_shut_and_soft_where_its_dates_are() {
        // Two months a cell, from 2013 to 2024.
        for (barrier, expected) in [
            ("wechat-taobao-links", format!("ooooo{}{}{}{}", "c", "C".repeat(46), "L", "O".repeat(19))),
            // Known until the trial of November 2021, and nothing since.
            ("wechat-group-shop-links", format!("ooooo{}{}{}{}", "c", "C".repeat(47), "T", "t".repeat(18))),
            ("wechat-laiwang-links", format!("oooooC{}", "c".repeat(66))),
            ("music-exclusives", format!("{}{}", "?".repeat(51), "O".repeat(21))),
        ] {
            assert_eq!(lane(barrier, "2013-01-01", 4383, 72), expected, "{barrier}");
        }
    }

    /// Cells as they are told in [`lane`], and as they are drawn then.
    #[track_caller]
    fn check_broken(told: &str, drawn: &str) {
        let cell = |c: char| {
            let state = match c.to_ascii_uppercase() {
                'C' => BarrierState::Closed,
                'L' => BarrierState::Limited,
                'O' => BarrierState::Open,
                '?' => BarrierState::Unknown,
                _ => BarrierState::None,
            };
            WallCell { state, is_soft: c.is_ascii_lowercase() || c == '?', is_gap: false }
        };
        let mut cells: Vec<WallCell> = told.chars().map(cell).collect();
        break_up(&mut cells);
        let shown = told.chars().zip(cells).map(|(c, cell)| if cell.is_gap { '.' } else { c });
        assert_eq!(shown.collect::<String>(), drawn, "{told}");
    }

    #[test]
    fn what_is_not_certain_is_broken_and_leaves_the_certain_with_a_gap() {
        for (told, drawn) in [
            ("CCCCOOOO", "CCCCOOOO"),
            ("oooooCCCccccc", "o.o.oCCC.c.c."),
            ("ooooCccccOOO", "o.o.C.c.cOOO"),
            // A soft edge is a gap.
            ("ooooocCCC", "o.o.o.CCC"),
            ("OOOcCCC", "OOO.CCC"),
            ("oooocCCC", "o.o..CCC"),
            ("cCCC", ".CCC"),
            ("oooocccCCC", "o.o.c..CCC"),
            ("OOccCC", "OO..CC"),
            ("CCcccLLLlll", "CC.c.LLL.l."),
            ("ccclll", "c.c.l."),
            ("  cccc", "  c.c."),
            ("????CC", "?.?.CC"),
            // What has one cell keeps it.
            ("OOOcOOO", "OO.cOOO"),
            ("LOcLLL", "LOcLLL"),
            ("ccloo", "c.l.o"),
        ] {
            check_broken(told, drawn);
        }
    }

    #[test]
    fn what_stood_for_days_is_seen_among_years() {
        let closed = |lane: &str| lane.chars().filter(|c| c.eq_ignore_ascii_case(&'c')).count();
        for cols in [72, 36, 24, 12] {
            assert_eq!(
                closed(&lane("wechat-yidao", "2013-01-01", 4383, cols)),
                1,
                "three days, {cols} columns"
            );
            assert_eq!(
                closed(&lane("cainiao-sf-data", "2013-01-01", 4383, cols)),
                1,
                "two days, {cols} columns"
            );
            let morning = lane("qq-taobao-links", "2013-01-01", 4383, cols);
            assert_eq!(morning.matches(['T', 't']).count(), 1, "a morning, {cols} columns: {morning}");
        }
    }

    #[test]
    fn days_are_seen_as_days() {
        assert_eq!(lane("wechat-taobao-links", "2021-09-15", 5, 5), "CCLLL");
        assert_eq!(lane("wechat-taobao-links", "2013-10-30", 4, 4), "oooo");
        assert_eq!(lane("wechat-taobao-links", "2013-11-28", 5, 5), "oocCC");
    }
}
