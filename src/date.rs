//! Dates as a dataset writes them, and what may truthfully be said of them.
//!
//! A [`Date`] is an [EDTF](https://www.loc.gov/standards/datetime/) expression (ISO 8601-2:2019, levels 0 to
//! 2): a day, a month, "second half of 2022", "about November 2013", from here to there, one of these. This
//! module answers four questions of it, and nothing else in wallchart reads a date itself:
//!
//! * When may it have been? [`Date::earliest`], [`Date::latest`], [`Date::touches`].
//! * What comes first? [`Date::chronological`], [`Date::certainly_after`].
//! * What does a reader see? [`Date::words`], [`Date::short`].
//! * What is wrong with this text? [`DateError`], with what to write instead.
//!
//! Three rules hold throughout:
//!
//! * Nothing is made more precise than it is written, and no mark of doubt is lost in words.
//! * Bounds are those of `edtf-core`. The marks `?`, `~` and `%` never widen them: a soft edge is a matter of
//!   drawing.
//! * Years are counted astronomically, 0 is 1 BC, on the proleptic Gregorian calendar. Days are whole; a
//!   time of day, read with its zone, orders what stands on one day. Of times more is read than EDTF has: minutes, fractions
//!   of a second, ranges within a day.
//!
//! ```
//! use wallchart::date::{Date, Span};
//! use wallchart::words::Lang;
//!
//! let date = Date::parse("2022-41")?;
//! assert_eq!(date.words(Lang::En.words()), "second half of 2022");
//! assert_eq!(date.short(Lang::En.words(), "-"), "2nd half");
//! assert!(date.touches(&Span::parse("2022-12..")?));
//!
//! let error = Date::parse("Sept 2021").unwrap_err();
//! assert_eq!(error.hint.as_deref(), Some("write `2021-09`"));
//! # Ok::<(), wallchart::date::DateError>(())
//! ```

mod brief;
mod calendar;
mod day;
mod error;
mod hint;
mod lasted;
mod moment;
mod part;
mod period;
mod phrase;
mod plain;
mod possible;
mod precision;
mod range;
mod reading;
mod shape;
mod short;
mod span;
mod spoken;
mod value;
mod words;
mod year;

pub use error::DateError;
pub use lasted::{at_least, lasted, within};
pub use precision::Precision;
pub use span::Span;
pub use value::Date;
pub use year::{begin_words, day_words, end_words, year_edtf, year_words};

#[cfg(test)]
mod tests;
