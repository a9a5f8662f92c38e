//! One day of any year, as a number that sorts.

use chrono::{Datelike, NaiveDate};
use edtf_core::BoundDate;

/// Room for the days of a year: `month × 32 + day` is at most 12 × 32 + 31 = 415.
const YEAR: i64 = 512;
/// Room for the days of a month.
const MONTH: i64 = 32;

/// Days of 400 years, after which the Gregorian calendar repeats itself.
const DAYS_OF_AN_ERA: i64 = 146_097;
/// The year of all that lie too far back to be counted.
pub(super) const FAR_PAST_YEAR: i64 = -i64::MAX;
/// The year of all that lie too far ahead.
pub(super) const FAR_FUTURE_YEAR: i64 = i64::MAX;

/// A day of the proleptic Gregorian calendar, or the lack of one at either end of time.
///
/// Held as `year × 512 + month × 32 + day`, years counted astronomically (0 is 1 BC), so that comparing two
/// numbers compares two days. `chrono` ends at the year 262142 and EDTF does not: a timeline of the Earth
/// begins at `Y-4540000000` and must sort as well as any other. A year too big even for this, beyond ±2⁵⁴,
/// becomes [`FAR_PAST`](Day::FAR_PAST) or [`FAR_FUTURE`](Day::FAR_FUTURE), which compare equal to themselves:
/// two such days are never told apart, and so neither is ever called the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Day(i64);

impl Day {
    /// Stands before every day, for what has no first one.
    pub(super) const NO_START: Day = Day(i64::MIN);
    /// Stands after every day, for what has no last one.
    pub(super) const NO_END: Day = Day(i64::MAX);
    /// Some day before all that can be counted.
    pub(super) const FAR_PAST: Day = Day(i64::MIN + 1);
    /// Some day after all that can be counted.
    pub(super) const FAR_FUTURE: Day = Day(i64::MAX - 1);

    fn new(year: i64, month: impl Into<i64>, day: impl Into<i64>) -> Day {
        match year.checked_mul(YEAR) {
            // The greatest multiple leaves exactly `YEAR - 1` to `i64::MAX`, so this cannot overflow.
            Some(days) => Day(days + month.into() * MONTH + day.into()),
            None if year < 0 => Day::FAR_PAST,
            None => Day::FAR_FUTURE,
        }
    }

    /// 1 January of a year.
    pub(super) fn first_of(year: i64) -> Day {
        Day::new(year, 1, 1)
    }

    /// 31 December of a year.
    pub(super) fn last_of(year: i64) -> Day {
        Day::new(year, 12, 31)
    }

    /// The year, or `None` where there is no day. All that are too big to be counted share one on either side.
    pub(super) fn year(self) -> Option<i64> {
        match self {
            Day::NO_START | Day::NO_END => None,
            Day::FAR_PAST => Some(FAR_PAST_YEAR),
            Day::FAR_FUTURE => Some(FAR_FUTURE_YEAR),
            Day(day) => Some(day.div_euclid(YEAR)),
        }
    }

    /// Month and day of its year.
    fn in_year(self) -> (u32, u32) {
        let in_year = u32::try_from(self.0.rem_euclid(YEAR)).unwrap_or_default();
        (in_year / 32, in_year % 32)
    }

    /// The same day for calendar arithmetic, or `None` where there is no day or `chrono` cannot hold it.
    pub(super) fn date(self) -> Option<NaiveDate> {
        let (month, day) = self.in_year();
        NaiveDate::from_ymd_opt(self.year()?.try_into().ok()?, month, day)
    }

    /// Months since January of the year 0, or `None` where there is no day. Far years end where a number does.
    pub(super) fn month(self) -> Option<i64> {
        let (month, _) = self.in_year();
        Some(self.year()?.saturating_mul(12).saturating_add(i64::from(month) - 1))
    }

    /// Days since 1 March of the year 0, exact in any year, or `None` where there is no day. Far years end where a
    /// number does.
    pub(super) fn number(self) -> Option<i64> {
        let year = self.year()?;
        if matches!(self, Day::FAR_PAST | Day::FAR_FUTURE) {
            return Some(year);
        }
        let (month, day) = self.in_year();
        // Years that begin with March end with their leap day.
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = i64::from((153 * month + 2) / 5 + day) - 1;
        Some(era * DAYS_OF_AN_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year)
    }

    /// The same day; where `chrono` cannot hold it, the first or the last that it can.
    pub(super) fn clamped(self) -> NaiveDate {
        let far = if self.0 < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        self.date().unwrap_or(far)
    }
}

impl From<BoundDate> for Day {
    fn from(date: BoundDate) -> Day {
        Day::new(date.year, date.month, date.day)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day::new(date.year().into(), date.month(), date.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_that_chrono_holds_comes_back() {
        let edges = [NaiveDate::MIN, NaiveDate::MAX];
        let days = NaiveDate::from_ymd_opt(-1, 1, 1).unwrap().iter_days().take(3 * 366);
        for date in days.chain(edges) {
            assert_eq!(Day::from(date).date(), Some(date));
        }
    }

    #[test]
    fn days_and_months_are_counted_as_the_calendar_does() {
        let epoch = NaiveDate::from_ymd_opt(0, 3, 1).unwrap();
        let days = NaiveDate::from_ymd_opt(-401, 1, 1).unwrap().iter_days().take(810 * 366);
        for date in days.chain([NaiveDate::MIN, NaiveDate::MAX]) {
            let day = Day::from(date);
            assert_eq!(day.number(), Some((date - epoch).num_days()), "{date}");
            assert_eq!(day.month(), Some(i64::from(date.year()) * 12 + i64::from(date.month0())), "{date}");
        }
        let year = |year| Day::first_of(year).number().unwrap();
        assert_eq!(year(4_000_000_000) - year(-9_800_000_000), 13_800_000_000 / 400 * DAYS_OF_AN_ERA);
    }

    #[test]
    fn days_sort_as_the_calendar_does() {
        let first = NaiveDate::from_ymd_opt(-2, 11, 1).unwrap();
        assert!(first.iter_days().take(1000).map(Day::from).is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn days_beyond_chrono_sort_and_have_no_date() {
        let in_year = |year| Day::new(year, 12, 31);
        let sorted = [
            Day::NO_START,
            Day::FAR_PAST,
            in_year(-4_540_000_000),
            in_year(-262_144),
            in_year(0),
            in_year(262_143),
            in_year(17_000_000_000),
            Day::FAR_FUTURE,
            Day::NO_END,
        ];
        assert!(sorted.is_sorted_by(|a, b| a < b));
        assert_eq!(sorted.map(|day| day.date().is_some()), sorted.map(|day| day == in_year(0)));
    }

    #[test]
    fn a_year_too_big_to_count_stays_on_its_side() {
        assert_eq!(Day::new(i64::MAX, 1, 1), Day::FAR_FUTURE);
        assert_eq!(Day::new(i64::MIN, 12, 31), Day::FAR_PAST);
        assert!(Day::new(i64::MIN / YEAR, 1, 1) > Day::FAR_PAST);
        assert!(Day::new(i64::MAX / YEAR, 12, 31) < Day::FAR_FUTURE);
    }

    #[test]
    fn the_lack_of_a_day_has_no_year() {
        for day in [Day::NO_START, Day::NO_END] {
            assert_eq!((day.year(), day.date(), day.month(), day.number()), (None, None, None, None));
        }
        for (day, year) in [(Day::FAR_PAST, FAR_PAST_YEAR), (Day::FAR_FUTURE, FAR_FUTURE_YEAR)] {
            assert_eq!((day.year(), day.date()), (Some(year), None));
            assert_eq!((Day::first_of(year), Day::last_of(year)), (day, day));
        }
    }
}
