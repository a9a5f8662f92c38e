//! A barrier as a JSON object.

use chrono::NaiveDate;
use serde::Serialize;

use super::since::since;
use crate::dataset::{
    Barrier, BarrierId, BarrierOutcome, BarrierState, Dataset, Milestone, Party, SaidOutcome, ShutDays, Step,
    last_day,
};
use crate::words::en;

/// What `walls --json` prints of a barrier. The names of the keys are stable.
#[derive(Debug, Serialize)]
pub(super) struct BarrierEntry<'a> {
    id: &'a str,
    name: &'a str,
    name_zh: Option<&'a str>,
    /// What it is called where there is little room.
    short: Option<&'a str>,
    short_zh: Option<&'a str>,
    /// What it is, and what is in doubt.
    note: Option<&'a str>,
    note_zh: Option<&'a str>,
    /// Ids of platforms and companies.
    holders: Vec<&'a str>,
    against: Vec<&'a str>,
    channel: &'a str,
    /// What stands at the end of the day.
    state: BarrierState,
    /// What may stand, that among it.
    possible: Vec<BarrierState>,
    /// Since when: EDTF, as written; null where it always did. So are `closed`, `eased` and `opened`, of the first time that
    /// it was shut.
    since: Option<&'a str>,
    /// How it stands at the end of what the dataset covers, whatever the day.
    outcome: OutcomeEntry<'a>,
    closed: Option<&'a str>,
    eased: Option<&'a str>,
    opened: Option<&'a str>,
    /// For how many days it was shut; null where the beginning is not known.
    shut_days: Option<ShutEntry>,
    history: Vec<StepEntry<'a>>,
}

/// What became of it, and what it was before.
#[derive(Debug, Serialize)]
struct OutcomeEntry<'a> {
    state: BarrierState,
    possible: Vec<BarrierState>,
    since: Option<&'a str>,
    /// What it was until then: `shut`, `closed` or `limited`; null where that is not known.
    before: Option<&'static str>,
    /// For how many days.
    days: Option<ShutEntry>,
    /// The same as a sentence.
    words: String,
}

/// Days; no most where no opening was found, or the beginning is older.
#[derive(Debug, Serialize)]
struct ShutEntry {
    min: i64,
    max: Option<i64>,
}

/// An effect of a milestone on a barrier.
#[derive(Debug, Serialize)]
struct StepEntry<'a> {
    date: &'a str,
    /// The first possible day, ISO 8601; null where nothing bounds it.
    earliest: Option<String>,
    latest: Option<String>,
    state: BarrierState,
    milestone: &'a str,
    /// Ids of the companies that acted.
    actors: Vec<&'a str>,
    /// Ids of the milestones that it answered or took back.
    answers: Vec<&'a str>,
}

impl<'a> BarrierEntry<'a> {
    pub(super) fn new(id: BarrierId, day: NaiveDate, dataset: &'a Dataset) -> Self {
        let (barrier, history): (&Barrier, _) = (dataset.barrier(id), dataset.history(id));
        let stretch = history.on(day);
        let closure = history.closures().first();
        let date = |place: Option<usize>| Some(history.steps().get(place?)?.date(dataset).as_written());
        Self {
            id: &barrier.id,
            name: &barrier.name,
            name_zh: barrier.name_zh.as_deref(),
            short: barrier.short.as_deref(),
            short_zh: barrier.short_zh.as_deref(),
            note: barrier.note.as_deref(),
            note_zh: barrier.note_zh.as_deref(),
            holders: parties(&barrier.holders, dataset),
            against: parties(&barrier.against, dataset),
            channel: &dataset.channel(barrier.channel).id,
            state: stretch.state,
            possible: stretch.possible.iter().collect(),
            since: since(stretch, history, dataset),
            outcome: OutcomeEntry::new(id, dataset),
            closed: closure.and_then(|closure| date(closure.closed)),
            eased: closure.and_then(|closure| date(closure.eased)),
            opened: closure.and_then(|closure| date(closure.opened)),
            shut_days: closure.and_then(|closure| closure.shut).map(ShutEntry::new),
            history: history.steps().iter().map(|step| StepEntry::new(*step, dataset)).collect(),
        }
    }
}

impl<'a> OutcomeEntry<'a> {
    fn new(id: BarrierId, dataset: &'a Dataset) -> Self {
        let history = dataset.history(id);
        let outcome = BarrierOutcome::on(last_day(dataset), history);
        let since = outcome.since.and_then(|place| history.steps().get(place));
        Self {
            state: outcome.state,
            possible: outcome.possible.iter().collect(),
            since: since.map(|step| step.date(dataset).as_written()),
            before: outcome.before.map(|before| before.was.as_str()),
            days: outcome.before.map(|before| ShutEntry::new(before.days)),
            words: SaidOutcome::new(outcome, history, dataset, &en::WORDS).sentence(),
        }
    }
}

impl ShutEntry {
    fn new(ShutDays { min, max }: ShutDays) -> Self {
        Self { min, max }
    }
}

impl<'a> StepEntry<'a> {
    fn new(step: Step, dataset: &'a Dataset) -> Self {
        let (date, milestone) = (step.date(dataset), dataset.milestone(step.milestone));
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        Self {
            date: date.as_written(),
            earliest: day(date.earliest()),
            latest: day(date.latest()),
            state: step.state,
            milestone: milestone.id(),
            actors: milestone.actors().map(|company| company.id.as_str()).collect(),
            answers: step.answers(dataset).map(Milestone::id).collect(),
        }
    }
}

fn parties<'a>(parties: &[Party], dataset: &'a Dataset) -> Vec<&'a str> {
    let id = |party: &Party| match *party {
        Party::Any => "any",
        Party::Company(id) => dataset.company(id).id.as_str(),
        Party::Platform(id) => dataset.platform(id).id.as_str(),
    };
    parties.iter().map(id).collect()
}
