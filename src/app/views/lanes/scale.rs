//! Days laid out on columns.

use chrono::{Days, NaiveDate};

/// So many days from a first one, on so many columns; every column holds at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    first: NaiveDate,
    days: i64,
    cols: i64,
}

impl Scale {
    /// `days` from `first` on over `cols` columns; fewer days than columns would be no picture, so there are as many.
    pub fn new(first: NaiveDate, days: i64, cols: usize) -> Self {
        let cols = i64::try_from(cols).unwrap_or(i64::MAX).max(1);
        Self { first, days: days.max(cols), cols }
    }

    /// How many columns there are.
    pub fn cols(self) -> usize {
        usize::try_from(self.cols).unwrap_or_default()
    }

    /// How many days there are.
    pub fn days(self) -> i64 {
        self.days
    }

    /// The first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub fn last(self) -> NaiveDate {
        after(self.first, self.days - 1)
    }

    /// The column that holds `day`, if one does.
    pub fn col(self, day: NaiveDate) -> Option<usize> {
        let days = (day - self.first).num_days();
        if !(0..self.days).contains(&days) {
            return None;
        }
        // The last column whose first day is not after it.
        usize::try_from((days * self.cols + self.cols - 1) / self.days)
            .ok()
            .map(|col| if self.first_of(col) > day { col - 1 } else { col })
    }

    /// The first day of column `col`.
    pub fn first_of(self, col: usize) -> NaiveDate {
        let col = i64::try_from(col).unwrap_or(i64::MAX).min(self.cols);
        after(self.first, col * self.days / self.cols)
    }

    /// The first and the last day of column `col`.
    pub fn days_of(self, col: usize) -> (NaiveDate, NaiveDate) {
        let first = self.first_of(col);
        // Where the calendar ends, its last day stands in every column that is left.
        (first, self.first_of(col + 1).pred_opt().map_or(first, |last| last.max(first)))
    }

    /// The first day of a scale of so many `days` on as many columns, so that `day` stands in column `col`.
    pub fn first_for(day: NaiveDate, col: usize, days: i64, cols: usize) -> NaiveDate {
        let scale = Self::new(day, days, cols);
        after(day, -(scale.first_of(col) - day).num_days())
    }
}

/// So many days later, or earlier; at the calendar's ends, its ends.
pub(super) fn after(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(by).unwrap_or(NaiveDate::MIN)
    } else {
        day.checked_add_days(by).unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn every_day_has_its_column_and_every_column_its_days() {
        for (days, cols) in [(4383, 72), (4383, 36), (365, 100), (30, 30), (10, 7), (3, 100), (1, 1)] {
            let scale = Scale::new(day("2013-01-01"), days, cols);
            let mut next = scale.first();
            for col in 0..cols {
                let (first, last) = scale.days_of(col);
                assert_eq!(first, next, "{days} on {cols}: no day is left out");
                for day in first.iter_days().take_while(|day| *day <= last) {
                    assert_eq!(scale.col(day), Some(col), "{days} on {cols}: {day}");
                }
                next = last.succ_opt().expect("a day");
            }
            assert_eq!((scale.last().succ_opt(), scale.col(next)), (Some(next), None));
            assert_eq!(scale.col(after(scale.first(), -1)), None);
        }
    }

    #[test]
    fn columns_beyond_the_calendar_hold_its_last_day() {
        let scale = Scale::new(after(NaiveDate::MAX, -1), 10, 10);
        assert_eq!(scale.days_of(0).1, after(NaiveDate::MAX, -1));
        for col in 1..10 {
            assert_eq!(scale.days_of(col), (NaiveDate::MAX, NaiveDate::MAX));
        }
    }

    #[test]
    fn a_day_can_be_put_in_any_column() {
        for (days, cols) in [(4383, 72), (100, 72), (72, 72)] {
            for col in 0..cols {
                let first = Scale::first_for(day("2021-09-17"), col, days, cols);
                assert_eq!(
                    Scale::new(first, days, cols).col(day("2021-09-17")),
                    Some(col),
                    "{days} on {cols}"
                );
            }
        }
    }
}
