//! `wallchart walls`: what is known of every barrier at the end of one day.
//!
//! Lines as those of [`list`](super::list), grouped by channel and sorted by when each was closed: the state, since when
//! it stands, for how long the gate was shut, its channel, id and name. On a terminal channel and id make room for the
//! name, and a line is cut where the screen ends.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use super::args;
use super::console::Console;
use super::failure::{Failure, Slip, Status, both, say};
use super::list::{nothing, padded};
use super::read;
use crate::app::Gates;
use crate::dataset::{
    Barrier, BarrierId, Closure, Dataset, History, Milestone, Party, Shut, Standing, State, Step, Stretch,
};
use crate::date::{Date, Span, lasted_short};
use crate::query::{Query, QueryFault, Searcher};
use crate::text::{ellipsize, width};

pub(super) fn run(walls: &args::Walls, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(walls.view.file.as_deref(), console)?;
    let day = walls.at.as_deref().map(|text| day(text, &dataset)).transpose();
    let (query, day) = both(walls.view.filters.query(&dataset), day)?;
    let day = day.unwrap_or_else(|| last_day(&dataset));
    let ids = shown(&query, &dataset, console)?;
    if walls.json {
        for id in ids {
            let entry = Entry::new(id, day, &dataset);
            writeln!(console.out, "{}", serde_json::to_string(&entry).map_err(io::Error::from)?)?;
        }
        return Ok(Status::Done);
    }
    let rows: Vec<Row> = ids.into_iter().map(|id| Row::new(id, day, &dataset)).collect();
    let columns = Columns::of(&rows);
    for row in &rows {
        match console.width {
            None => writeln!(console.out, "{}", columns.whole(row))?,
            Some(cols) => writeln!(console.out, "{}", ellipsize(&columns.brief(row), cols, "…"))?,
        }
    }
    Ok(Status::Done)
}

/// The day that `--at` means: the last one of a date that is coarser.
fn day(text: &str, dataset: &Dataset) -> Result<NaiveDate, Failure> {
    let usual = || "write a date: 2021-09-17, 2021-09, 2021, \"sept 2021\"".to_owned();
    let (message, help) = match Date::parse_plainly(text) {
        Ok(date) => match date.latest() {
            Some(day) => return Ok(day),
            None if date.span().last_year().is_some() => {
                (format!("`{}` is beyond the calendar, on whose days walls stand", text.trim()), usual())
            }
            None => (format!("`{}` has no last day", text.trim()), usual()),
        },
        Err(error) => {
            let milestone = dataset.find(text.trim()).map(Milestone::date);
            let dated =
                milestone.map(|date| format!("it is a milestone: write its date, {}", date.as_written()));
            let message = match text.trim() {
                "" => "a date is missing".to_owned(),
                text => format!("`{text}` is no date"),
            };
            (message, dated.or(error.hint).unwrap_or_else(usual))
        }
    };
    Err(Failure::Slips(vec![Slip::new(
        "--at",
        text,
        QueryFault { message, help: Some(help), at: 0..text.len() },
    )]))
}

/// The last day that the dataset covers; where that is open, the one by which the last thing told of a barrier had
/// happened.
fn last_day(dataset: &Dataset) -> NaiveDate {
    let settled = |id: BarrierId| dataset.history(id).steps().iter().map(|step| step.settled()).max();
    let last_step = || (0..dataset.barriers().len()).map(BarrierId::new).filter_map(settled).max();
    // Where nothing is told of any, each stands as it did before, whatever the day.
    dataset.span().and_then(Span::to).or_else(last_step).unwrap_or_default()
}

/// The barriers that a matching milestone moves; all of them without a filter. Says so where there are none.
fn shown(query: &Query, dataset: &Dataset, console: &mut Console<'_>) -> Result<Vec<BarrierId>, Failure> {
    let gates = Gates::new(dataset);
    let mut ids = gates.ids().to_vec();
    if ids.is_empty() {
        say(console, "note", "the dataset has no barriers")?;
    } else if !query.is_empty() {
        let mut searcher = Searcher::new(dataset);
        let matching = searcher.ids(query, dataset);
        let mut is_moved = vec![false; ids.len()];
        for effect in matching.iter().flat_map(|id| dataset.milestone(*id).effects()) {
            is_moved[effect.barrier.index()] = true;
        }
        ids.retain(|id| is_moved[id.index()]);
        if matching.is_empty() {
            nothing(query, &mut searcher, dataset, console)?;
        } else if ids.is_empty() {
            say(console, "note", format!("no milestone that matches {query} moves a barrier"))?;
        }
    }
    Ok(ids)
}

/// A barrier as a line.
struct Row<'a> {
    state: String,
    since: &'a str,
    shut: String,
    channel: &'a str,
    id: &'a str,
    name: &'a str,
}

impl<'a> Row<'a> {
    fn new(id: BarrierId, day: NaiveDate, dataset: &'a Dataset) -> Self {
        let (barrier, history) = (dataset.barrier(id), dataset.history(id));
        let stretch = history.on(day);
        Self {
            state: stretch.words(),
            since: since(stretch, history, dataset).unwrap_or_default(),
            shut: shut_words(history, day),
            channel: &dataset.channel(barrier.channel).id,
            id: &barrier.id,
            name: &barrier.name,
        }
    }
}

/// For how long the gate was shut, the last time that had begun by `day`: nothing of what was still to come. A number
/// says of what it is one.
fn shut_words(history: &History, day: NaiveDate) -> String {
    let has_begun = |closure: &&Closure| match closure.closed {
        Some(step) => history.steps().get(step).is_some_and(|step| step.from <= day),
        None => true,
    };
    let step = |place: Option<usize>| place.and_then(|place| history.steps().get(place));
    match history.closures().iter().rfind(has_begun) {
        // It stood on that day, and was opened later: how long by then.
        Some(closure) if step(closure.opened).is_some_and(|opened| opened.settled() > day) => {
            let Some(closed) = step(closure.closed).filter(|_| !closure.is_older) else {
                return "start unknown".to_owned();
            };
            if closed.from == NaiveDate::MIN {
                return "start unknown".to_owned();
            }
            let days = |from: NaiveDate| (day - from).num_days().max(0);
            format!("shut {} by then", lasted_short(days(closed.to), days(closed.from)))
        }
        Some(closure) if closure.opened.is_some() && closure.shut.is_some() => {
            format!("shut {}", closure.lasted_short())
        }
        Some(closure) => closure.lasted_short(),
        None if history.closures().is_empty() => history.lasted_short(),
        None => String::new(),
    }
}

fn since<'a>(stretch: Stretch, history: &History, dataset: &'a Dataset) -> Option<&'a str> {
    let step = history.steps().get(stretch.since?)?;
    Some(step.date(dataset).as_written())
}

/// How wide the columns before the name are.
#[derive(Default)]
struct Columns {
    state: usize,
    since: usize,
    shut: usize,
    channel: usize,
    id: usize,
}

impl Columns {
    fn of(rows: &[Row<'_>]) -> Self {
        rows.iter().fold(Self::default(), |widest, row| Self {
            state: widest.state.max(width(&row.state)),
            since: widest.since.max(width(row.since)),
            shut: widest.shut.max(width(&row.shut)),
            channel: widest.channel.max(width(row.channel)),
            id: widest.id.max(width(row.id)),
        })
    }

    fn whole(&self, row: &Row<'_>) -> String {
        let (channel, id) = (padded(row.channel, self.channel), padded(row.id, self.id));
        format!("{}  {channel}  {id}  {}", self.told(row), row.name)
    }

    fn brief(&self, row: &Row<'_>) -> String {
        format!("{}  {}", self.told(row), row.name)
    }

    fn told(&self, row: &Row<'_>) -> String {
        let (state, since) = (padded(&row.state, self.state), padded(row.since, self.since));
        format!("{state}  {since}  {}", padded(&row.shut, self.shut))
    }
}

/// What `walls --json` prints of a barrier. The names of the keys are stable.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    id: &'a str,
    name: &'a str,
    /// Ids of platforms and companies.
    holders: Vec<&'a str>,
    against: Vec<&'a str>,
    channel: &'a str,
    /// What stands at the end of the day.
    state: Standing,
    /// What may stand, that among it.
    possible: Vec<Standing>,
    /// Since when: EDTF, as written; null where it always did. So are the next three, of the first time that it was shut.
    since: Option<&'a str>,
    closed: Option<&'a str>,
    eased: Option<&'a str>,
    opened: Option<&'a str>,
    /// For how many days it was shut; null where the beginning is not known.
    shut_days: Option<ShutEntry>,
    history: Vec<StepEntry<'a>>,
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
    state: State,
    milestone: &'a str,
    /// Ids of the companies that acted.
    actors: Vec<&'a str>,
    /// Ids of the milestones that it answered or took back.
    answers: Vec<&'a str>,
}

impl<'a> Entry<'a> {
    fn new(id: BarrierId, day: NaiveDate, dataset: &'a Dataset) -> Self {
        let (barrier, history): (&Barrier, _) = (dataset.barrier(id), dataset.history(id));
        let stretch = history.on(day);
        let closure = history.closures().first();
        let date = |place: Option<usize>| Some(history.steps().get(place?)?.date(dataset).as_written());
        let shut = |Shut { min, max }| ShutEntry { min, max };
        Self {
            id: &barrier.id,
            name: &barrier.name,
            holders: parties(&barrier.holders, dataset),
            against: parties(&barrier.against, dataset),
            channel: &dataset.channel(barrier.channel).id,
            state: stretch.standing,
            possible: stretch.possible.iter().collect(),
            since: since(stretch, history, dataset),
            closed: closure.and_then(|closure| date(closure.closed)),
            eased: closure.and_then(|closure| date(closure.eased)),
            opened: closure.and_then(|closure| date(closure.opened)),
            shut_days: closure.and_then(|closure| closure.shut).map(shut),
            history: history.steps().iter().map(|step| StepEntry::new(*step, dataset)).collect(),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli;

    #[test]
    fn on_a_terminal_lines_end_where_it_does_with_a_mark() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let console = &mut Console {
            out: &mut out,
            err: &mut err,
            input: &mut io::empty(),
            width: Some(52),
            colors: false,
            color: false,
        };
        let args = ["wallchart", "walls", "-q", "id:wechat-links-phase-two", "--at", "2021-11-15"];
        assert_eq!(cli::run(&args.map(Into::into), console).unwrap(), Status::Done);
        let out = String::from_utf8(out).unwrap();
        assert!(out.lines().all(|line| width(line) <= 52) && err.is_empty(), "{out}");
        assert_eq!(
            out,
            "limited  2021-09-17  shut about 8.0 y by then  Taob…\n\
             closed   2013-11~    no opening found          Shop…\n\
             limited  2021-09-17  shut 8.0 y by then        From…\n"
        );
    }
}
