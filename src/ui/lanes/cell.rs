//! What one cell of a lane shows: some days of a barrier's history in one glyph.

use chrono::NaiveDate;

use crate::app::lanes::Scale;
use crate::dataset::{History, Standing, Stretch};

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// The wall.
    pub(super) standing: Standing,
    /// Whether it is not certain: a date within is soft, nothing is told yet, or nothing any longer.
    pub(super) is_soft: bool,
}

/// Of the changes within one cell no more are looked at: a row costs its cells.
const MOST: usize = 16;

/// The cell of column `col`: what stands at the end of its days. What began and ended within them would never be seen
/// so; it is shown in their place, and what follows in the next cell.
pub(super) fn cell(history: &History, scale: Scale, col: usize) -> Cell {
    let (from, to) = scale.days_of(col);
    let stretches = history.stretches();
    let (first, last) = (history.stretch_on(from), history.stretch_on(to));
    let end = stretches[last];
    let before = from.pred_opt().map_or(end, |day| history.on(day)).standing;
    let within = stretches[first..last].iter().take(MOST).map(|stretch| stretch.standing);
    // Of several the most shut.
    let brief = within
        .chain(passing(history, from, to))
        .filter(|standing| *standing != before && *standing != end.standing)
        .min();
    let is_softly_begun = |stretch: &Stretch| {
        stretch.from >= from && stretch.since.is_some_and(|since| history.steps()[since].is_soft)
    };
    let mut within = stretches[first..=last].iter().take(MOST);
    let is_soft = within.any(|stretch| !stretch.possible.is_certain() || is_softly_begun(stretch))
        || has_soft_date(history, from, to)
        || is_untold(history, from, to);
    Cell { standing: brief.unwrap_or(end.standing), is_soft }
}

/// What opened for a morning: undone on the same day, it stands at the end of no day.
fn passing(history: &History, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = Standing> {
    let begun = history.steps().partition_point(|step| step.from < from);
    let within = history.steps().iter().skip(begun).take(MOST).take_while(move |step| step.from <= to);
    within.filter(|step| step.is_passing).map(|step| step.state.into())
}

/// Whether something happened on a day that is marked as doubtful.
fn has_soft_date(history: &History, from: NaiveDate, to: NaiveDate) -> bool {
    let begun = history.steps().partition_point(|step| step.from < from);
    history.steps().iter().skip(begun).take(MOST).take_while(|step| step.from <= to).any(|step| step.is_soft)
}

/// Whether nothing is told of these days: before the first step, and after the last one of a gate of which no opening
/// was found. Nobody knows that it is shut still.
fn is_untold(history: &History, from: NaiveDate, to: NaiveDate) -> bool {
    let (Some(first), Some(last)) = (history.steps().first(), history.steps().last()) else { return true };
    let is_open_ended = history.closures().last().is_some_and(|closure| closure.opened.is_none());
    to < first.from || is_open_ended && from > last.settled()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load::load;
    use crate::dataset::{BarrierId, EMBEDDED};

    /// The lane of a barrier of the embedded story, a letter a cell (`C`losed, `L`imited, `T`rial, `O`pen, `?`), small
    /// where it is not certain.
    fn lane(barrier: &str, first: &str, days: i64, cols: usize) -> String {
        let dataset = load(EMBEDDED).dataset.expect("a dataset");
        let at = dataset.barriers().iter().position(|known| known.id == barrier).expect("a barrier");
        let scale = Scale::new(first.parse().expect("a day"), days, cols);
        let history = dataset.history(BarrierId::new(at));
        let letter = |cell: Cell| {
            let letter = match cell.standing {
                Standing::None => ' ',
                Standing::Unknown => '?',
                other => other.as_str().chars().next().expect("a letter").to_ascii_uppercase(),
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
