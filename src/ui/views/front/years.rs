//! Columns of time, and the years that are named below them.

use crate::date::year_words;
use crate::text::width;
use crate::words::Words;

/// Stretches of months, one beside the other on columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeScale {
    /// The month in which the first stretch begins, counted from January of the year 0.
    pub(super) first: i64,
    /// Months of a stretch.
    pub(super) months: i64,
    /// How many stretches there are.
    pub(super) stretches: usize,
    /// On how many columns.
    pub(super) cols: usize,
}

/// No stretch is drawn wider: a quarter of a short span is no block.
const WIDEST: usize = 4;

impl TimeScale {
    /// On `room` columns: a stretch takes whole ones, or a column several stretches.
    pub(super) fn new((first, months): (i64, i64), stretches: usize, room: usize) -> Self {
        let cols = match room.checked_div(stretches) {
            None => 0,
            Some(0) => room,
            Some(each) => each.min(WIDEST) * stretches,
        };
        Self { first, months: months.max(1), stretches, cols }
    }

    /// The stretch of a column: of several the last.
    pub(super) fn stretch(self, col: usize) -> usize {
        let behind = ((col + 1) * self.stretches).div_ceil(self.cols.max(1));
        behind.clamp(1, self.stretches.max(1)) - 1
    }

    /// The column behind a stretch.
    pub(super) fn behind(self, stretch: usize) -> usize {
        ((stretch + 1) * self.cols).div_ceil(self.stretches.max(1)).min(self.cols)
    }

    /// The column of a month and so many hundredths of it, if it is in sight.
    pub(super) fn col(self, month: i64, hundredths: i64) -> Option<usize> {
        let past = i128::from(month.checked_sub(self.first)?) * 100 + i128::from(hundredths);
        let all = i128::from(self.months) * i128::try_from(self.stretches).ok()? * 100;
        let col = past.checked_mul(i128::try_from(self.cols).ok()?)?.checked_div_euclid(all)?;
        usize::try_from(col).ok().filter(|col| *col < self.cols)
    }

    /// The years to name, each with its column: every one, in two figures where four have no room; else every second,
    /// fifth, tenth … Two columns of the first may stand before the scale.
    pub(super) fn years(self, say: &Words) -> Vec<(usize, String)> {
        let months = self.months.saturating_mul(i64::try_from(self.stretches).unwrap_or(i64::MAX));
        let last = self.first.saturating_add(months.saturating_sub(1)).div_euclid(12);
        let first = self.first.div_euclid(12) + i64::from(self.first.rem_euclid(12) > 0);
        if self.cols == 0 || first > last {
            return vec![(0, year_words(self.first.div_euclid(12), say))];
        }
        let named = |step: i64| {
            let all = (last - first) / step + 1;
            // More than every second column is no room for a name.
            let most = usize::try_from(all).ok().filter(|all| *all <= self.cols / 2 + 1)?;
            let from = first.div_euclid(step) + i64::from(first.rem_euclid(step) > 0);
            let years = (0..=most).map_while(|nth| (from + i64::try_from(nth).ok()?).checked_mul(step));
            let years = years.take_while(|year| *year <= last);
            let labels =
                years.filter_map(|year| Some((self.col(year.checked_mul(12)?, 0)?, year_words(year, say))));
            Some(labels.collect::<Vec<_>>())
        };
        let steps = (0..18).flat_map(|power| [1, 2, 5].map(|step| step * 10_i64.pow(power)));
        for step in steps {
            let Some(labels) = named(step) else { continue };
            let short = if step == 1 { in_two_figures(&labels) } else { None };
            if let Some(fitting) =
                [Some(labels), short].into_iter().flatten().find(|labels| are_apart(labels))
            {
                return fitting;
            }
        }
        Vec::new()
    }
}

/// `2013 14 15 …`; `None` where that is not plain.
fn in_two_figures(labels: &[(usize, String)]) -> Option<Vec<(usize, String)>> {
    let is_plain =
        |(_, label): &(usize, String)| label.len() == 4 && label.bytes().all(|byte| byte.is_ascii_digit());
    let cut = |(place, (col, label)): (usize, &(usize, String))| {
        let figures = if place == 0 { label.as_str() } else { label.get(2..).unwrap_or(label) };
        (*col, figures.to_owned())
    };
    labels.iter().all(is_plain).then(|| labels.iter().enumerate().map(cut).collect())
}

/// Whether a blank column stands between each two of them.
fn are_apart(labels: &[(usize, String)]) -> bool {
    // What has not its four columns there begins two before.
    let ends = labels.iter().enumerate().map(|(place, (col, label))| {
        col + width(label)
            - if place == 0 && labels.len() > 1 && width(label) > width(&labels[1].1) { 2 } else { 0 }
    });
    ends.zip(labels.iter().skip(1)).all(|(end, (col, _))| end < *col)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::en::WORDS;

    fn told(scale: TimeScale) -> String {
        scale.years(&WORDS).iter().map(|(col, label)| format!("{col}:{label}")).collect::<Vec<_>>().join(" ")
    }

    const FIRST: i64 = 2013 * 12;

    #[test]
    fn a_stretch_takes_whole_columns_or_a_column_whole_stretches() {
        let scale = |stretches, room| TimeScale::new((FIRST, 3), stretches, room);
        assert_eq!(
            (scale(48, 97).cols, scale(48, 60).cols, scale(48, 36).cols, scale(2, 90).cols),
            (96, 48, 36, 8)
        );
        let two = scale(48, 97);
        assert_eq!((two.stretch(0), two.stretch(1), two.stretch(2), two.stretch(95)), (0, 0, 1, 47));
        let dense = scale(48, 36);
        assert_eq!(
            (dense.stretch(0), dense.stretch(1), dense.stretch(35)),
            (1, 2, 47),
            "of several the last"
        );
        assert_eq!((two.behind(31), dense.behind(47)), (64, 36));
        assert_eq!(
            (two.col(FIRST, 0), two.col(FIRST + 143, 99), two.col(FIRST + 144, 0)),
            (Some(0), Some(95), None)
        );
        assert_eq!((two.col(FIRST - 1, 0), TimeScale::new((0, 3), 0, 80).col(0, 0)), (None, None));
    }

    #[test]
    fn years_are_named_whole_or_in_two_figures_or_every_second() {
        let scale = |stretches, room| told(TimeScale::new((FIRST, 3), stretches, room));
        assert!(scale(48, 96).starts_with("0:2013 8:2014 16:2015"), "{}", scale(48, 96));
        assert!(scale(48, 48).starts_with("0:2013 4:14 8:15"), "{}", scale(48, 48));
        assert!(scale(48, 36).starts_with("0:2013 3:14") || scale(48, 36).starts_with("3:2014 9:2016"));
        assert_eq!(scale(2, 80), "0:2013");
        assert_eq!(told(TimeScale::new((FIRST + 3, 1), 5, 80)), "0:2013");
    }

    #[test]
    fn a_scale_of_any_age_is_named() {
        let ages = TimeScale::new((-13_800_000_000 * 12, 12 * 100_000_000), 138, 100);
        assert!(ages.years(&WORDS).len() > 1, "{}", told(ages));
        let all = TimeScale { first: i64::MIN, months: i64::MAX, stretches: 2, cols: 80 };
        let _ = all.years(&WORDS);
    }
}
