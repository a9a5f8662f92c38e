//! The axis of time: years, quarters, months or days, as many as stand apart; below them where the current milestone is.

use chrono::{Datelike, Months, NaiveDate};

use crate::app::lanes::Scale;
use crate::date::year_words;
use crate::text::width;
use crate::words::Words;

/// What one tick stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// So many years.
    Years(i32),
    /// So many months of a year.
    Months(u32),
    /// So many days of a month.
    Days(u32),
}

/// Labels and the columns where they begin, apart from each other and within the scale.
pub(in crate::ui) fn ticks(scale: Scale, say: &Words) -> Vec<(usize, String)> {
    let unit = unit(scale, say);
    let mut labels: Vec<(usize, String)> = Vec::new();
    let mut free = 0;
    let mut century = None;
    // The first label says where one is, whatever the others leave to it.
    let mut day = Some(scale.first());
    while let Some(this) = day.filter(|day| *day <= scale.last()) {
        let label = match unit {
            Unit::Years(step) => year(this, step, century, (scale, say)),
            Unit::Months(_) | Unit::Days(_) if this == scale.first() => place(this, unit, say),
            Unit::Months(_) | Unit::Days(_) => name(this, unit, say),
        };
        // A year is read a column behind its place as well.
        let is_late = |col: usize| matches!(unit, Unit::Years(_)) && col + 1 == free;
        let col = scale.col(this).map(|col| if is_late(col) { free } else { col });
        if let Some(col) = col.filter(|col| *col >= free && col + width(&label) <= scale.cols())
            && !label.is_empty()
        {
            free = col + width(&label) + 1;
            century = Some(this.year().div_euclid(100));
            labels.push((col, label));
        }
        day = next(this, unit, scale.first());
    }
    labels
}

/// A year: whole where it is the first of its century that is named, else `14` for 2014.
fn year(day: NaiveDate, step: i32, century: Option<i32>, (scale, say): (Scale, &Words)) -> String {
    let year = day.year();
    if day.ordinal() > 1 || step > 2 && year % step != 0 {
        return String::new();
    }
    let cols = i64::try_from(scale.cols()).unwrap_or(i64::MAX);
    let is_short = (1000..=9999).contains(&year)
        && (century == Some(year.div_euclid(100)) || i64::from(step) * 365 * cols < 4 * scale.days());
    if is_short { format!("{:02}", year.rem_euclid(100)) } else { year_words(year.into(), say) }
}

/// The finest that leaves room for its labels.
fn unit(scale: Scale, say: &Words) -> Unit {
    // Rounded: a year that is a day short of its columns has room all the same.
    let room = |days: i64| {
        let cols = i64::try_from(scale.cols()).unwrap_or(i64::MAX);
        usize::try_from((days * cols + scale.days() / 2) / scale.days()).unwrap_or_default()
    };
    let years = || {
        let whole = |day: &NaiveDate| width(&year_words(day.year().into(), say));
        let is_short = |day: &NaiveDate| (1000..=9999).contains(&day.year());
        let ends = [scale.first(), scale.last()];
        let label = if ends.iter().all(is_short) { 2 } else { ends.iter().map(whole).max().unwrap_or(4) };
        let steps = (0..6).flat_map(|power| [1, 2, 5].map(|step| step * 10_i32.pow(power)));
        steps.into_iter().find(|step| room(i64::from(*step) * 365) > label).unwrap_or(1_000_000)
    };
    match () {
        () if room(5) >= 4 => Unit::Days(5),
        () if room(10) >= 4 => Unit::Days(10),
        () if room(28) >= 5 => Unit::Months(1),
        () if room(90) >= 5 => Unit::Months(3),
        () => Unit::Years(years()),
    }
}

/// What a tick is called under the one that says the year or the month.
fn name(day: NaiveDate, unit: Unit, say: &Words) -> String {
    match unit {
        Unit::Days(_) if day.day() > 1 => day.day().to_string(),
        Unit::Days(_) | Unit::Months(1) if day.month() > 1 => (say.dates.month_short)(day.month()).to_owned(),
        Unit::Months(_) if day.month() > 1 => (say.dates.quarter)(quarter(day)),
        Unit::Years(_) | Unit::Months(_) | Unit::Days(_) => year_words(day.year().into(), say),
    }
}

/// What the first day is called: with its year, and with as much else as the unit has.
fn place(day: NaiveDate, unit: Unit, say: &Words) -> String {
    let year = year_words(day.year().into(), say);
    match unit {
        Unit::Days(_) => (say.dates.day_brief)(day.day(), day.month(), &year),
        Unit::Months(1) => (say.dates.month_brief)(day.month(), &year),
        Unit::Months(_) if day.month() > 1 => (say.dates.quarter_of)(quarter(day), &year),
        Unit::Months(_) | Unit::Years(_) => year,
    }
}

fn quarter(day: NaiveDate) -> u32 {
    day.month0() / 3 + 1
}

/// The first day of the next unit; of every second year counted from the `first`.
fn next(day: NaiveDate, unit: Unit, first: NaiveDate) -> Option<NaiveDate> {
    let month = |day: NaiveDate| day.with_day(1)?.checked_add_months(Months::new(1));
    match unit {
        Unit::Days(step) => {
            let ahead = day.day() - day.day() % step + step;
            // The last of a month's steps would stand too close to the next month.
            if ahead > 30 - step / 2 { month(day) } else { day.with_day(ahead) }
        }
        Unit::Months(step) => {
            let first = day.with_day(1)?;
            first.checked_add_months(Months::new(step - first.month0() % step))
        }
        Unit::Years(2) => {
            NaiveDate::from_ymd_opt(day.year() + 2 - (day.year() - first.year()).rem_euclid(2), 1, 1)
        }
        Unit::Years(step) => NaiveDate::from_ymd_opt(day.year() - day.year().rem_euclid(step) + step, 1, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(first: &str, days: i64, cols: usize, expected: &str) {
        let scale = Scale::new(first.parse().expect("a day"), days, cols);
        let mut line = String::new();
        for (col, label) in ticks(scale, &crate::words::en::WORDS) {
            line.push_str(&" ".repeat(col.saturating_sub(line.len())));
            assert_eq!(line.len(), col, "labels stand apart: {line}");
            line.push_str(&label);
        }
        assert_eq!(line, expected);
    }

    #[test]
    fn ticks_are_years_quarters_months_or_days() {
        check("2013-01-01", 4383, 60, "2013 14   15   16   17   18   19   20   21   22   23   24");
        check("2013-01-01", 4383, 24, "13  15  17  19  21  23");
        check("2021-01-01", 730, 48, "2021 Q2    Q3     Q4    2022 Q2    Q3     Q4");
        check("2021-08-10", 150, 40, "Aug 2021      Oct     Nov     Dec");
        check("2021-08-25", 36, 36, "25 Aug 2021     10   15   20   25");
        check("0001-01-01", 730_000, 30, "       AD 500 1000    1500");
    }
}
