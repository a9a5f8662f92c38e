//! What is said of walls: how they stand, and how long they were shut.

/// How walls stand, and what became of them. A state comes in words, a duration and a date as well.
#[derive(Debug)]
pub struct WallWords {
    /// Shut.
    pub closed: &'static str,
    /// Shut to some, or open for little.
    pub limited: &'static str,
    /// Open on trial.
    pub trial: &'static str,
    /// Open.
    pub open: &'static str,
    /// Nobody has told how it stands.
    pub unknown: &'static str,
    /// There was nothing to pass yet.
    pub none: &'static str,
    /// There is nothing to pass any more.
    pub gone: &'static str,
    /// `closed or limited`: what stands, and what else may.
    pub any_of: fn(&[&str]) -> String,
    /// It was shut, and nobody has told that it opened.
    pub no_opening: &'static str,
    /// The same, looked for up to then: `no opening found by the end of 2024`.
    pub no_opening_by: fn(&str) -> String,
    /// How it stood is known, and nobody has told that it was shut.
    pub no_closing: &'static str,
    /// Not even that.
    pub nothing_known: &'static str,
    /// It was shut nobody knows since when.
    pub start_unknown: &'static str,
    /// It moved from open: `closed, was open`.
    pub was_open: fn(&str) -> String,
    /// It was closed, and was before: `closed, as before`.
    pub as_before: fn(&str) -> String,
    /// It moved back: `closed again`.
    pub again: fn(&str) -> String,
    /// `open, how long it had been shut is not known`.
    pub after_unknown: fn(&str) -> String,
    /// The first that opened at all: `limited, after about 7.8 years closed`.
    pub after_closed: fn(&str, &str) -> String,
    /// `open, after 3 days shut`.
    pub after_shut: fn(&str, &str) -> String,
    /// `limited, by then shut for 3.4 years`.
    pub by_then_shut: fn(&str, &str) -> String,
    /// `closed again, by then shut for 3.4 years`.
    pub again_by_then_shut: fn(&str, &str) -> String,
}
