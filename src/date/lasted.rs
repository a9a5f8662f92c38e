//! How long something lasted, in words, where its ends may be soft.

use crate::words::{Lasting, TimeUnit};

/// Days of a year and of a month, on the average of the Gregorian calendar.
const YEAR: f64 = 365.2425;
const MONTH: f64 = YEAR / 12.0;
/// Below two of a unit, the next smaller one says more.
const MONTHS_FROM: f64 = 2.0 * MONTH;
const YEARS_FROM: f64 = 2.0 * YEAR;
/// A range that begins below that stays one of months up to here: "22 to 35 months" says more than "1 to 3 years".
const RANGE_YEARS_FROM: f64 = 3.0 * YEAR;
/// Days of a month at most.
const LONGEST_MONTH: f64 = 31.0;
/// An anniversary is a day more or less than so many years or months of the average.
const SLACK: f64 = 1.5;
/// From here on a tenth of a year is nothing.
const WHOLE_YEARS_FROM: f64 = 100.0 * YEAR;
/// From here on a decimal of a million years says more than a decimal of one.
const AGES_FROM: f64 = 1e6 * YEAR;

/// A time of `min` to `max` days, as a reader says it.
///
/// | days | words |
/// | --- | --- |
/// | 0, 1, 3 | less than a day, 1 day, 3 days |
/// | 300 to 330 | 10 to 11 months |
/// | 3000 | 8.2 years |
/// | 2920 to 2949, which is 8.0 to 8.1 years | about 8.0 years |
/// | 1097 to 1825, between one year and another | 3 to 5 years |
/// | 455,823 to 456,553 | about 1249 years |
/// | 73,000,000,000 | 199.9 million years |
///
/// Days up to two months, months up to two years, then years, below a hundred with a decimal. What is not known to the
/// day is never said as if it were: two ends that differ get both, or "about" where they differ by no more than the last
/// digit; and ends that are months apart get years without a decimal, which then hold all that is possible.
#[allow(clippy::cast_precision_loss, reason = "days of a calendar")]
pub fn lasted(min: i64, max: i64, say: &Lasting) -> String {
    let (min, max) = (min.max(0) as f64, max.max(min).max(0) as f64);
    let (unit, size) = match max {
        0.0 => return say.less_than_a_day.to_owned(),
        ..MONTHS_FROM => (TimeUnit::Day, 1.0),
        _ if max < YEARS_FROM || min < YEARS_FROM && max < RANGE_YEARS_FROM => (TimeUnit::Month, MONTH),
        ..AGES_FROM => return years(min, max, say),
        _ => return ages(min, max, say),
    };
    // Halves are rounded away on both ends: a range as exact as that is said to be about it.
    let [from, to] = [min, max].map(|days| format!("{:.0}", days / size));
    match (from == to, min < max) {
        (true, false) => (say.exactly)(&to, unit),
        (true, true) => (say.about)(&format!("{:.0}", f64::midpoint(min, max) / size), unit),
        (false, _) => (say.between)(&from, &to, unit),
    }
}

/// The longest that something can have lasted, `21 days`, `2 months`, `3 years`, in whole numbers that are never less than
/// it was. Only what is not known to the day has such a bound, and a decimal would pretend that it is.
#[allow(clippy::cast_precision_loss, reason = "days of a calendar")]
pub fn within(days: i64, say: &Lasting) -> String {
    let days = days.max(0) as f64;
    let (unit, size) = match days {
        ..=LONGEST_MONTH => (TimeUnit::Day, 1.0),
        ..YEARS_FROM => (TimeUnit::Month, MONTH),
        _ => (TimeUnit::Year, YEAR),
    };
    let slack = if days > LONGEST_MONTH { SLACK } else { 0.0 };
    (say.exactly)(&format!("{:.0}", ((days - slack) / size).ceil()), unit)
}

/// The least that something lasted: `at least 4.2 years` of 4.29, which are not 4.3.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "days of a calendar")]
pub fn at_least(days: i64, say: &Lasting) -> String {
    let least = days.max(0) as f64;
    let step = match least {
        ..MONTHS_FROM => 1.0,
        ..YEARS_FROM => MONTH,
        ..WHOLE_YEARS_FROM => YEAR / 10.0,
        _ => YEAR,
    };
    let slack = if step > 1.0 { SLACK } else { 0.0 };
    let least = (((least + slack) / step).floor() * step).ceil() as i64;
    (say.at_least)(&lasted(least, least, say))
}

/// Years, which are two at least.
fn years(min: f64, max: f64, say: &Lasting) -> String {
    let apart = max - min;
    let digits = usize::from(max < WHOLE_YEARS_FROM && apart < YEAR / 3.0);
    let step = if digits == 0 { YEAR } else { YEAR / 10.0 };
    let between = |from: f64, to: f64, digits: usize| {
        (say.between)(&format!("{from:.digits$}"), &format!("{to:.digits$}"), TimeUnit::Year)
    };
    let middle = || format!("{:.digits$}", f64::midpoint(min, max) / YEAR);
    let is_about = apart <= step || max >= WHOLE_YEARS_FROM && apart <= max / 50.0;
    match () {
        () if apart == 0.0 => (say.exactly)(&middle(), TimeUnit::Year),
        () if is_about && (digits > 0 || max >= WHOLE_YEARS_FROM) => (say.about)(&middle(), TimeUnit::Year),
        () if digits > 0 => between(min / YEAR, max / YEAR, 1),
        () => {
            let (from, to) = ((min + SLACK) / YEAR, (max - SLACK) / YEAR);
            between(from.floor(), to.ceil(), 0)
        }
    }
}

/// `200 million years`, `1.4 billion years`; of less than a decimal of a million nothing is said.
fn ages(min: f64, max: f64, say: &Lasting) -> String {
    let [from, to] = [min, max].map(|days| (say.millions)(days / AGES_FROM));
    if from == to { (say.exactly)(&to, TimeUnit::Year) } else { (say.between)(&from, &to, TimeUnit::Year) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::en;

    #[test]
    fn a_bound_is_said_in_whole_numbers_that_hold_it() {
        for (days, longest, least) in [
            (1, "1 day", "at least 1 day"),
            (31, "31 days", "at least 31 days"),
            (60, "2 months", "at least 60 days"),
            (75, "3 months", "at least 2 months"),
            (364, "12 months", "at least 12 months"),
            (731, "2 years", "at least 2.0 years"),
            (1095, "3 years", "at least 3.0 years"),
            (1500, "5 years", "at least 4.1 years"),
            (1569, "5 years", "at least 4.2 years"),
            (73_049, "200 years", "at least 200 years"),
        ] {
            assert_eq!(
                (within(days, &en::WORDS.lasting), at_least(days, &en::WORDS.lasting)),
                (longest.to_owned(), least.to_owned())
            );
        }
    }

    proptest! {
        #![proptest_config(crate::tried::often())]

        #[test]
        #[allow(clippy::cast_precision_loss, reason = "days of a calendar")]
        fn a_bound_holds_what_it_bounds_to_a_day_or_two(days in 0..200_000_i64) {
            let said = |words: &str| {
                let words: Vec<&str> = words.trim_start_matches("at least ").split(' ').collect();
                let unit = match words[1] {
                    "day" | "days" => 1.0,
                    "month" | "months" => MONTH,
                    _ => YEAR,
                };
                words[0].parse::<f64>().unwrap_or(0.0) * unit
            };
            prop_assert!(said(&within(days, &en::WORDS.lasting)) + SLACK >= days as f64);
            let least = at_least(days, &en::WORDS.lasting);
            prop_assert!(said(&least) <= days as f64 + 2.0, "{}", least);
        }
    }

    #[test]
    fn lasting_is_said_as_exactly_as_it_is_known() {
        for (min, max, words, short) in [
            (0, 0, "less than 1 day", "less than 1 d"),
            (1, 1, "1 day", "1 d"),
            (3, 3, "3 days", "3 d"),
            (0, 3, "0 to 3 days", "0 to 3 d"),
            (60, 60, "60 days", "60 d"),
            (61, 61, "2 months", "2 mo"),
            (300, 330, "10 to 11 months", "10 to 11 mo"),
            (0, 364, "0 to 12 months", "0 to 12 mo"),
            (304, 306, "about 10 months", "about 10 mo"),
            (730, 730, "24 months", "24 mo"),
            (731, 731, "2.0 years", "2.0 y"),
            (2920, 2949, "about 8.0 years", "about 8.0 y"),
            (3000, 3000, "8.2 years", "8.2 y"),
            (0, 3653, "0 to 10 years", "0 to 10 y"),
            (669, 1064, "22 to 35 months", "22 to 35 mo"),
            (2810, 3175, "7 to 9 years", "7 to 9 y"),
            (2810, 2900, "7.7 to 7.9 years", "7.7 to 7.9 y"),
            // Between 1957 and 1961, between 1066 and 2315.
            (1097, 1825, "3 to 5 years", "3 to 5 y"),
            (455_823, 456_553, "about 1249 years", "about 1249 y"),
            (456_188, 456_188, "1249 years", "1249 y"),
            (36_525, 73_050, "100 to 200 years", "100 to 200 y"),
            (1_656_200_000_000, 1_656_300_000_000, "4.5 billion years", "4.5 billion y"),
            (73_000_000_000, 73_000_000_000, "199.9 million years", "199.9 million y"),
            (73_048_499_000, 73_048_500_000, "200 million years", "200 million y"),
            (
                365_242_400_000,
                5_040_000_000_000,
                "1 billion to 13.8 billion years",
                "1 billion to 13.8 billion y",
            ),
            (3585, 3615, "about 9.9 years", "about 9.9 y"),
        ] {
            assert_eq!(
                (
                    lasted(min, max, &en::WORDS.lasting).as_str(),
                    lasted(min, max, &en::WORDS.lasting_short).as_str()
                ),
                (words, short)
            );
        }
    }
}
