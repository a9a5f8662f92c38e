//! How long something lasted, in English.

use crate::words::{Lasting, TimeUnit};

pub(super) const LASTING: Lasting = Lasting {
    less_than_a_day: "less than 1 day",
    exactly: |count, unit| format!("{count} {}", long(unit, count)),
    about: |count, unit| format!("about {count} {}", long(unit, count)),
    between: |from, to, unit| format!("{from} to {to} {}", long(unit, to)),
    at_least,
    about_all,
    millions,
};

pub(super) const LASTING_SHORT: Lasting = Lasting {
    less_than_a_day: "less than 1 d",
    exactly: |count, unit| format!("{count} {}", short(unit)),
    about: |count, unit| format!("about {count} {}", short(unit)),
    between: |from, to, unit| format!("{from} to {to} {}", short(unit)),
    at_least,
    about_all,
    millions,
};

/// In the fewest columns, where a row ends: `~8.0 y`, `10-11 mo`, `4.2 y+`.
pub(super) const LASTING_ROW: Lasting = Lasting {
    less_than_a_day: "less than 1 d",
    exactly: |count, unit| format!("{count} {}", short(unit)),
    about: |count, unit| format!("~{count} {}", short(unit)),
    between: |from, to, unit| format!("{from}-{to} {}", short(unit)),
    at_least: |long| format!("{long}+"),
    about_all: |long| if long.starts_with('~') { long.to_owned() } else { format!("~{long}") },
    millions,
};

fn at_least(long: &str) -> String {
    format!("at least {long}")
}

fn about_all(long: &str) -> String {
    if long.starts_with("about") { long.to_owned() } else { format!("about {long}") }
}

fn long(unit: TimeUnit, count: &str) -> &'static str {
    match (unit, count) {
        (TimeUnit::Day, "1") => "day",
        (TimeUnit::Day, _) => "days",
        (TimeUnit::Month, "1") => "month",
        (TimeUnit::Month, _) => "months",
        (TimeUnit::Year, "1") => "year",
        (TimeUnit::Year, _) => "years",
    }
}

fn short(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Day => "d",
        TimeUnit::Month => "mo",
        TimeUnit::Year => "y",
    }
}

fn millions(millions: f64) -> String {
    // What would be 1000.0 when it is rounded has the greater unit.
    let (count, unit) =
        if millions < 999.95 { (millions, "million") } else { (millions / 1000.0, "billion") };
    let count = format!("{count:.1}");
    format!("{} {unit}", count.strip_suffix(".0").unwrap_or(&count))
}
