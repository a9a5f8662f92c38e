//! How long something lasted, in words, where its ends may be soft.

/// Days of a year and of a month, on the average of the Gregorian calendar.
const YEAR: f64 = 365.2425;
const MONTH: f64 = YEAR / 12.0;
/// Below two of a unit, the next smaller one says more.
const MONTHS_FROM: f64 = 2.0 * MONTH;
const YEARS_FROM: f64 = 2.0 * YEAR;

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
/// | 73,000,000,000 | 199.9 million years |
///
/// Days up to two months, months up to two years, then years with a decimal. What is not known to the day is never
/// said as if it were: two ends that differ get both, or "about" where they differ by no more than the last digit.
pub fn lasted(min: i64, max: i64) -> String {
    said(min, max, [" day", " month", " year"], "s")
}

/// The same in few columns: `3 d`, `10 to 11 mo`, `8.2 y`, `about 8.0 y`.
pub fn lasted_short(min: i64, max: i64) -> String {
    said(min, max, [" d", " mo", " y"], "")
}

#[allow(clippy::cast_precision_loss, reason = "days of a calendar")]
fn said(min: i64, max: i64, [day, month, year]: [&str; 3], plural: &str) -> String {
    let (min, max) = (min.max(0) as f64, max.max(min).max(0) as f64);
    let (unit, size, digits) = match max {
        ..MONTHS_FROM => (day, 1.0, 0),
        ..YEARS_FROM => (month, MONTH, 0),
        _ => (year, YEAR, 1),
    };
    if max >= AGES_FROM {
        let [from, to] = [min, max].map(ages);
        return if from == to {
            format!("{to}{year}{plural}")
        } else {
            format!("{from} to {to}{year}{plural}")
        };
    }
    let step = if digits == 0 { 1.0 } else { 0.1 };
    let [from, to] = [min, max].map(|days| format!("{:.digits$}", days / size));
    // Of months, halves are rounded away on both ends: a range as exact as that is said to be about it.
    let apart = (max - min) / size;
    let ending = if to == "1" { "" } else { plural };
    if max == 0.0 {
        return format!("less than 1{day}");
    }
    match () {
        () if apart == 0.0 => format!("{to}{unit}{ending}"),
        () if from == to || digits == 1 && apart <= step => {
            let middle = format!("{:.digits$}", f64::midpoint(min, max) / size);
            let ending = if middle == "1" { "" } else { plural };
            format!("about {middle}{unit}{ending}")
        }
        () => format!("{from} to {to}{unit}{ending}"),
    }
}

/// `200 million`, `1.4 billion`; of less than a decimal of a million nothing is said.
fn ages(days: f64) -> String {
    let millions = days / AGES_FROM;
    // What would be 1000.0 when it is rounded has the greater unit.
    let (count, unit) =
        if millions < 999.95 { (millions, "million") } else { (millions / 1000.0, "billion") };
    let count = format!("{count:.1}");
    format!("{} {unit}", count.strip_suffix(".0").unwrap_or(&count))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            (0, 3653, "0.0 to 10.0 years", "0.0 to 10.0 y"),
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
            assert_eq!((lasted(min, max).as_str(), lasted_short(min, max).as_str()), (words, short));
        }
    }
}
