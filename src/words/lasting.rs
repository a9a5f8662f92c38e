//! What is said of how long something lasted.

/// A duration in words. Counts come as text, for they are rounded as far as they are known: `8.2`, `3`.
#[derive(Debug)]
pub struct Lasting {
    /// Of what was over on the day that it began.
    pub less_than_a_day: &'static str,
    /// `3 days`.
    pub exactly: fn(&str, TimeUnit) -> String,
    /// `about 8.0 years`.
    pub about: fn(&str, TimeUnit) -> String,
    /// `10 to 11 months`.
    pub between: fn(&str, &str, TimeUnit) -> String,
    /// `at least 4.2 years`.
    pub at_least: fn(&str) -> String,
    /// A duration between dates of which one is soft, said already: `about 21 days`, and no second "about".
    pub about_all: fn(&str) -> String,
    /// So many million years, without the years: `1.4 billion`.
    pub millions: fn(f64) -> String,
}

/// What durations are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}
