//! How precise a date is.

/// What a date names: how it is worded, and how coarsely it may be drawn.
///
/// This is what is *known*: `2021-09-XX`, some day in September, is precise to the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    /// One day, with or without a time of day.
    Day,
    /// One month.
    Month,
    /// A season, quarter, third or half of one year.
    PartOfYear,
    /// One year.
    Year,
    /// Ten years, `196X`.
    Decade,
    /// A hundred years, `19XX`.
    Century,
    /// Any other whole years side by side: `1XXX`, `1950S2`.
    Years,
    /// Days that fit what is given of them and may lie apart: `156X-12-25`, `XXXX-12-XX`.
    Pattern,
    /// From one date to another, or open on one side.
    Interval,
    /// Several dates, all of them `{…}` or one of them `[…]`.
    Set,
}
