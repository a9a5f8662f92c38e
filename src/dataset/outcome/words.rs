//! The outcome of a barrier in words: as a sentence, and as the end of a row that has so much room.
//!
//! | state | sentence | row | narrower |
//! | --- | --- | --- | --- |
//! | opened | open since 27 September 2024, shut 11.1 years | open since Sep 2024 · shut 11.1 y | open Sep 2024 · shut 11.1 y |
//! | opened, never closed | open since 1 June 2019, limited for 14 months | open since Jun 2019 · limited 14 mo | open Jun 2019 · limited 14 mo |
//! | on trial, limited | limited since October 2024, closed 13.2 years before | limited since Oct 2024 | limited Oct 2024 |
//! | closed | closed 9 August 2013; no opening found by the end of 2024 | closed 2013 · no opening found | closed 2013 · not seen open |
//! | gone, unknown | gone since November 2016 | gone since Nov 2016 | gone Nov 2016 |
//!
//! Of a closed wall nothing is said to be so "since" or "still": that no opening was found is not that there was none.

use chrono::Datelike;

use super::{BarrierOutcome, Restraint, TimeBefore};
use crate::dataset::history::ShutDays;
use crate::dataset::{BarrierHistory, BarrierId, BarrierState, Dataset, last_day};
use crate::date::{Date, Span, at_least, day_words, end_words, lasted, year_words};
use crate::text::width;
use crate::words::{Lasting, Words};

/// Columns in which a list says days: `limited since 28 September 2021`.
const WITH_DAYS: usize = 31;
/// Columns in which it says months: `limited ~Dec 2022`.
const WITH_MONTHS: usize = 17;

/// The outcome of a barrier of a dataset, as it is said.
#[derive(Clone, Copy, Debug)]
pub struct SaidOutcome<'a> {
    outcome: BarrierOutcome,
    /// When it got to stand so.
    since: Option<&'a Date>,
    /// Whether anything is known of it.
    is_known: bool,
    dataset: &'a Dataset,
    say: &'a Words,
}

impl<'a> SaidOutcome<'a> {
    /// Of what is the `outcome` of a barrier with this `history`.
    pub fn new(
        outcome: BarrierOutcome,
        history: &BarrierHistory,
        dataset: &'a Dataset,
        say: &'a Words,
    ) -> Self {
        let since = outcome.since.and_then(|place| history.steps().get(place)).map(|step| step.date(dataset));
        let is_known = history.before() != BarrierState::Unknown || !history.steps().is_empty();
        Self { outcome, since, is_known, dataset, say }
    }

    /// The whole of it, with dates as precise as they are written, to begin or to end a sentence with.
    pub fn sentence(&self) -> String {
        let BarrierOutcome { state, possible, before, .. } = self.outcome;
        let (said, walls) = (&self.say.outcomes, &self.say.walls);
        if !possible.is_certain() {
            let either = self.either();
            return self.end().map_or(either.clone(), |end| (said.by)(&either, &end));
        }
        match (state, self.since) {
            (BarrierState::Unknown, None) if !self.is_known => walls.nothing_known.to_owned(),
            (BarrierState::Closed, since) => {
                let closed = since.map(|date| (said.closed)(&date.since(self.say)));
                let no_opening =
                    self.end().map_or(walls.no_opening.to_owned(), |end| (walls.no_opening_by)(&end));
                (said.unopened)(closed.as_deref().unwrap_or(said.closed_before), &no_opening)
            }
            (BarrierState::Open, None) => (said.unopened)(walls.open, walls.no_closing),
            (_, None) => self.name(state).to_owned(),
            (_, Some(date)) => {
                let stands = (said.since)(self.name(state), &date.since(self.say));
                match before {
                    Some(before) => (said.after)(&stands, &before.sentence(state, self.say)),
                    None => stands,
                }
            }
        }
    }

    /// As much of it as fits into `cols` columns, with months for days and `dot` between its parts. The length goes first
    /// where it must, then "since", then the month.
    pub fn row(&self, cols: usize, dot: &str) -> String {
        fitting(&self.forms(dot, true), cols)
    }

    /// The same without "since", so that rows which end narrowly end alike.
    pub fn short_row(&self, cols: usize, dot: &str) -> String {
        fitting(&self.forms(dot, false), cols)
    }

    /// How it stands and since when, as much as fits into `cols` columns. All rows of a list are as precise as each other:
    /// few have room for more than the width of the list is made for.
    pub fn stands(&self, cols: usize) -> String {
        let BarrierOutcome { state, possible, .. } = self.outcome;
        let (said, name) = (&self.say.outcomes, self.name(state));
        let mut forms = Vec::new();
        match self.since {
            _ if !possible.is_certain() => forms.push(self.either()),
            Some(date) => {
                let whole = date.since(self.say);
                forms.extend((cols >= WITH_DAYS).then(|| match state {
                    BarrierState::Closed => (said.closed)(&whole),
                    _ => (said.since)(name, &whole),
                }));
                forms.extend(
                    (cols >= WITH_MONTHS).then(|| (said.row_dated)(name, &month_said(date, self.say))),
                );
                forms.push((said.row_dated)(name, &year_said(date, self.say)));
            }
            None => {}
        }
        forms.into_iter().find(|form| width(form) <= cols).unwrap_or_else(|| name.to_owned())
    }

    /// What it was before, in few words: `shut 11.1 y`, `closed 13.2 y before`, `no opening found`; nothing where nothing
    /// is to be said.
    pub fn before(&self) -> String {
        let BarrierOutcome { state, possible, before, since } = self.outcome;
        match state {
            _ if !possible.is_certain() => String::new(),
            BarrierState::Closed => self.say.walls.no_opening.to_owned(),
            BarrierState::Open if since.is_none() => self.say.walls.no_closing.to_owned(),
            _ => match before.map(|before| before.brief(self.say)) {
                Some(brief) if state == BarrierState::Open => brief,
                Some(brief) => (self.say.outcomes.until)(&brief),
                None => String::new(),
            },
        }
    }

    /// The same for a sentence: `shut 11.1 years`, `closed 13.2 years before`, `no opening found by the end of 2024`.
    pub fn time_before(&self) -> String {
        let BarrierOutcome { state, possible, before, .. } = self.outcome;
        let walls = &self.say.walls;
        match state {
            _ if !possible.is_certain() => String::new(),
            BarrierState::Closed => {
                self.end().map_or(walls.no_opening.to_owned(), |end| (walls.no_opening_by)(&end))
            }
            _ => before.map(|before| before.sentence(state, self.say)).unwrap_or_default(),
        }
    }

    /// The row in all its lengths, the longest first.
    fn forms(&self, dot: &str, has_since: bool) -> Vec<String> {
        let BarrierOutcome { state, possible, .. } = self.outcome;
        let (said, walls, name) = (&self.say.outcomes, &self.say.walls, self.name(state));
        let more = |stands: &str, more: &str| format!("{stands} {dot} {more}");
        if !possible.is_certain() {
            return vec![self.either(), name.to_owned()];
        }
        let Some(date) = self.since else {
            return match state {
                BarrierState::Closed => vec![more(name, walls.no_opening), name.to_owned()],
                BarrierState::Open => vec![more(name, walls.no_closing), name.to_owned()],
                BarrierState::Unknown if !self.is_known => vec![walls.nothing_known.to_owned()],
                _ => vec![name.to_owned()],
            };
        };
        let (month, year) = (month_said(date, self.say), year_said(date, self.say));
        let of_year = (said.row_dated)(name, &year);
        if state == BarrierState::Closed {
            let unopened =
                [walls.no_opening, said.not_seen_open].map(|no_opening| more(&of_year, no_opening));
            return [unopened.as_slice(), &[of_year, name.to_owned()]].concat();
        }
        let since = has_since.then(|| (said.row_since)(name, &month));
        let of_month: Vec<String> = since.into_iter().chain([(said.row_dated)(name, &month)]).collect();
        let before = if state == BarrierState::Open { self.before() } else { String::new() };
        let with_length = of_month.iter().filter(|_| !before.is_empty()).map(|stands| more(stands, &before));
        with_length.chain(of_month.iter().cloned()).chain([of_year, name.to_owned()]).collect()
    }

    /// What a barrier is called that stands so: `on trial`.
    fn name(&self, state: BarrierState) -> &'a str {
        match state {
            BarrierState::Trial => self.say.outcomes.on_trial,
            other => other.words(self.say),
        }
    }

    fn either(&self) -> String {
        let others = self.outcome.possible.iter().filter(|state| *state != self.outcome.state);
        let all: Vec<&str> =
            std::iter::once(self.outcome.state).chain(others).map(|state| self.name(state)).collect();
        (self.say.walls.any_of)(&all)
    }

    /// The end of what the dataset covers.
    fn end(&self) -> Option<String> {
        span_end(self.dataset, self.say)
    }
}

/// The first form that fits into `cols` columns, else the shortest.
fn fitting(forms: &[String], cols: usize) -> String {
    let fitting = forms.iter().find(|form| width(form) <= cols);
    fitting.or(forms.last()).cloned().unwrap_or_default()
}

/// The end of what `dataset` covers: `the end of 2024`.
pub fn span_end(dataset: &Dataset, say: &Words) -> Option<String> {
    let end = dataset.span().and_then(Span::to)?;
    Some(end_words(end, say).unwrap_or_else(|| day_words(end, say)))
}

/// `27 Sep 2024`, `~Oct 2024`: the day of a date that has one.
pub fn day_said(date: &Date, say: &Words) -> String {
    match date.earliest().zip(date.latest()) {
        Some((day, latest)) if day == latest => {
            let year = year_words(day.year().into(), say);
            doubted(date, (say.dates.day_brief)(day.day(), day.month(), &year), say)
        }
        _ => month_said(date, say),
    }
}

/// `Sep 2024`, `~Oct 2024`, `2014`: the month of a date that has one.
pub fn month_said(date: &Date, say: &Words) -> String {
    let days = date.earliest().zip(date.latest());
    let same = days.filter(|(from, to)| (from.year(), from.month()) == (to.year(), to.month()));
    match same {
        Some((day, _)) => {
            let year_of = year_words(day.year().into(), say);
            doubted(date, (say.dates.month_brief)(day.month(), &year_of), say)
        }
        None => year_said(date, say),
    }
}

/// `2024`, `~2015`: the year of a date that has one, else the date in few words.
pub fn year_said(date: &Date, say: &Words) -> String {
    let span = date.span();
    let same = span.first_year().filter(|year| span.last_year() == Some(*year));
    match same.filter(|_| date.earliest().is_some()) {
        Some(year) => doubted(date, year_words(year, say), say),
        None => date.brief(say),
    }
}

/// With the mark of doubt that the date has: "about" as a reader says it.
fn doubted(date: &Date, text: String, say: &Words) -> String {
    match date.mark() {
        Some('~') => (say.outcomes.about)(&text),
        Some(mark) => format!("{text}{mark}"),
        None => text,
    }
}

impl TimeBefore {
    /// `shut 11.1 years`, `limited for 14 months`; of what `state` came between, `closed 13.2 years before`.
    fn sentence(self, state: BarrierState, say: &Words) -> String {
        let (said, long) = (&say.outcomes, self.lasted(say));
        match (self.was, state) {
            (Restraint::Limited, _) => (said.was_limited)(&long),
            (_, BarrierState::Open) => (said.was_shut)(&long),
            (Restraint::Closed, _) => (said.closed_until)(&long),
            (Restraint::Shut, _) => (said.shut_until)(&long),
        }
    }

    /// For how long: `11.1 years`.
    pub fn lasted(self, say: &Words) -> String {
        length(self.days, &say.lasting)
    }

    /// `shut 11.1 y`, `shut ~8.0 y`, `limited 10-11 mo`, `closed 4.2 y+`.
    fn brief(self, say: &Words) -> String {
        self.was.brief(&length(self.days, &say.lasting_row), say)
    }
}

impl Restraint {
    /// `shut 11.1 y`: with how `long`, in few words.
    pub fn brief(self, long: &str, say: &Words) -> String {
        let said = &say.outcomes;
        match self {
            Self::Closed => (said.closed_brief)(long),
            Self::Shut => (said.shut_brief)(long),
            Self::Limited => (said.limited_brief)(long),
        }
    }
}

fn length(days: ShutDays, say: &Lasting) -> String {
    match days {
        ShutDays { min, max: Some(max) } => lasted(min, max, say),
        ShutDays { min, max: None } => at_least(min, say),
    }
}

/// The outcome of `barrier` by the end of what `dataset` covers.
pub fn said_outcome<'a>(barrier: BarrierId, dataset: &'a Dataset, say: &'a Words) -> SaidOutcome<'a> {
    let history = dataset.history(barrier);
    SaidOutcome::new(BarrierOutcome::on(last_day(dataset), history), history, dataset, say)
}
