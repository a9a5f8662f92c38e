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
    /// Nothing moves after this day.
    pub last_change: &'static str,
    /// Nothing moves before this day.
    pub first_change: &'static str,
    /// There is no year after this one.
    pub last_year: &'static str,
    /// There is no year before this one.
    pub first_year: &'static str,
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
    /// `open, after 14 months limited`, of what was closed at no point of it.
    pub after_limited: fn(&str, &str) -> String,
    /// `limited, by then shut for 3.4 years`; what comes first may say `closed again`.
    pub by_then_shut: fn(&str, &str) -> String,
    /// `trial, by then limited for 20 days`.
    pub by_then_limited: fn(&str, &str) -> String,
}

/// The outcome of a wall: how it stands in the end, since when, and what is true of the time before. Durations and dates
/// come in words.
#[derive(Debug)]
pub struct OutcomeWords {
    /// What is tried out, of a wall: `on trial`.
    pub on_trial: &'static str,
    /// `open since 27 September 2024`: how it stands, and a date [behind what began then](super::DateWords::began).
    pub since: fn(&str, &str) -> String,
    /// `closed 9 August 2013`, never "since": nobody knows how it stands now.
    pub closed: fn(&str) -> String,
    /// The same where no date is known.
    pub closed_before: &'static str,
    /// `closed 9 August 2013; no opening found by the end of 2024`.
    pub unopened: fn(&str, &str) -> String,
    /// `closed or open by the end of 2024`.
    pub by: fn(&str, &str) -> String,
    /// `open since 27 September 2024, shut 11.1 years`.
    pub after: fn(&str, &str) -> String,
    /// `shut 11.1 years`, before it opened.
    pub was_shut: fn(&str) -> String,
    /// `limited for 14 months`, of what was closed at no point of it.
    pub was_limited: fn(&str) -> String,
    /// `closed 13.2 years before`, of what is half open.
    pub closed_until: fn(&str) -> String,
    /// `shut 13.2 years before`.
    pub shut_until: fn(&str) -> String,
    /// At the end of a row, `closed 13.2 y`.
    pub closed_brief: fn(&str) -> String,
    /// `shut 11.1 y`
    pub shut_brief: fn(&str) -> String,
    /// `limited 14 mo`
    pub limited_brief: fn(&str) -> String,
    /// What it was until then, of what is half open: `closed 13.2 y before`.
    pub until: fn(&str) -> String,
    /// How long it had been so on a day: `shut 8.0 y by then`.
    pub by_then: fn(&str) -> String,
    /// `open since Sep 2024`.
    pub row_since: fn(&str, &str) -> String,
    /// `open Sep 2024`, `closed 2013`.
    pub row_dated: fn(&str, &str) -> String,
    /// No opening was found, in the fewest words.
    pub not_seen_open: &'static str,
    /// About a month or a year, in few columns: `~Oct 2024`.
    pub about: fn(&str) -> String,
}
