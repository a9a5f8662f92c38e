//! How long a gate was shut, in words. Never more than is known: no opening found is not "still shut".

use chrono::Datelike;

use super::{History, Shut, Standing};
use crate::dataset::{Closure, Dataset};
use crate::date::{Date, lasted, lasted_short, year_words};

impl History {
    /// How long the gate was shut, for a row's end: `8.2 y`, `about 8.0 y`, `10 to 11 mo`, `at least 4.2 y`,
    /// `no opening found`, `start unknown`. Of one shut more than once, the last time.
    pub fn lasted_short(&self) -> String {
        match self.closures().last() {
            Some(closure) => closure.lasted_short(),
            None => self.never_shut().to_owned(),
        }
    }

    /// The same for a sentence: `8.2 years`, `no opening found by the end of 2024`.
    pub fn lasted(&self, dataset: &Dataset) -> String {
        match self.closures().last() {
            Some(closure) => closure.lasted(dataset),
            None => self.never_shut().to_owned(),
        }
    }

    fn never_shut(&self) -> &'static str {
        let is_known = |standing: Standing| standing != Standing::Unknown;
        let known = self.stretches().iter().any(|stretch| is_known(stretch.standing));
        if known { "no closing found" } else { "nothing known" }
    }
}

const NO_OPENING: &str = "no opening found";

impl Closure {
    /// How long the gate was shut, for a sentence: `8.2 years`, `no opening found by the end of 2024`.
    pub fn lasted(&self, dataset: &Dataset) -> String {
        let by = || match end_words(dataset) {
            Some(end) => format!("{NO_OPENING} by {end}"),
            None => NO_OPENING.to_owned(),
        };
        self.said(lasted).unwrap_or_else(by)
    }

    /// The same in few columns: `8.2 y`, `no opening found`.
    pub fn lasted_short(&self) -> String {
        self.said(lasted_short).unwrap_or_else(|| NO_OPENING.to_owned())
    }

    /// `None` where no opening was found.
    fn said(&self, words: fn(i64, i64) -> String) -> Option<String> {
        self.opened?;
        Some(match self.shut {
            None => "start unknown".to_owned(),
            Some(Shut { min, max: Some(max) }) => words(min, max),
            Some(Shut { min, max: None }) => format!("at least {}", words(min, min)),
        })
    }
}

/// `the end of 2024`, `30 June 2024`: the last day of what the dataset covers.
fn end_words(dataset: &Dataset) -> Option<String> {
    let end = dataset.span()?.to()?;
    if (end.month(), end.day()) == (12, 31) {
        return Some(format!("the end of {}", year_words(end.year())));
    }
    Some(Date::parse(&end.format("%Y-%m-%d").to_string()).ok()?.words())
}
