//! `wallchart walls`: what is known of every barrier at the end of one day.
//!
//! Lines as those of [`list`](super::list), grouped by channel and sorted by when each was closed: the state, since when
//! it stands, for how long the barrier was shut, its channel, id and name. On a terminal channel and id make room for the
//! name, and a line is cut where the screen ends.

mod json;
mod lines;
mod since;

use std::io;

use chrono::NaiveDate;

use super::args;
use super::console::Console;
use super::failure::{Failure, OptionFault, Status, both, say};
use super::list::nothing;
use super::read;
use crate::dataset::{BarrierId, Dataset, Milestone, ShownBarriers, last_day, moved_by};
use crate::date::Date;
use crate::query::{Query, QueryFault, Searcher};
use crate::text::ellipsize;
use json::BarrierEntry;
use lines::{BarrierColumns, BarrierRow};

pub(super) fn run(walls: &args::WallsArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(walls.source.file.as_deref(), console)?;
    let day = walls.at.as_deref().map(|text| day(text, &dataset)).transpose();
    let (query, day) = both(walls.source.filters.query(&dataset), day)?;
    walls.source.filters.tell(&dataset, console)?;
    let day = day.unwrap_or_else(|| last_day(&dataset));
    let ids = shown(&query, &dataset, console)?;
    if walls.json {
        for id in ids {
            writeln!(console.out, "{}", barrier_line(id, day, &dataset)?)?;
        }
        return Ok(Status::Done);
    }
    let rows: Vec<BarrierRow> = ids.into_iter().map(|id| BarrierRow::new(id, day, &dataset)).collect();
    let columns = BarrierColumns::of(&rows);
    for row in &rows {
        match console.width {
            None => writeln!(console.out, "{}", columns.whole(row))?,
            Some(cols) => writeln!(console.out, "{}", ellipsize(&columns.brief(row), cols, "…"))?,
        }
    }
    Ok(Status::Done)
}

/// A barrier as a JSON object on a line.
pub(super) fn barrier_line(id: BarrierId, day: NaiveDate, dataset: &Dataset) -> io::Result<String> {
    serde_json::to_string(&BarrierEntry::new(id, day, dataset)).map_err(io::Error::from)
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
    Err(Failure::Options(vec![OptionFault::new(
        "--at",
        text,
        QueryFault { message, help: Some(help), at: 0..text.len() },
    )]))
}

/// The barriers that a matching milestone moves; all of them without a filter. Says so where there are none.
fn shown(query: &Query, dataset: &Dataset, console: &mut Console<'_>) -> Result<Vec<BarrierId>, Failure> {
    let barriers = ShownBarriers::new(dataset);
    let mut ids = barriers.ids().to_vec();
    if ids.is_empty() {
        say(console, "note", "the dataset has no barriers")?;
    } else if !query.is_empty() {
        let mut searcher = Searcher::new(dataset);
        let matching = searcher.ids(query, dataset);
        let is_moved = moved_by(matching.iter().map(|id| dataset.milestone(*id)), dataset);
        ids.retain(|id| is_moved[id.index()]);
        if matching.is_empty() {
            nothing(query, &mut searcher, dataset, console)?;
        } else if ids.is_empty() {
            say(console, "note", format!("no milestone that matches {query} moves a barrier"))?;
        }
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli;
    use crate::text::width;

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
        let story = "tests/data/story.toml";
        let args = ["wallchart", "walls", story, "-q", "id:wechat-links-phase-two", "--at", "2021-11-15"];
        assert_eq!(cli::run(&args.map(Into::into), console).unwrap(), Status::Done);
        let out = String::from_utf8(out).unwrap();
        assert!(out.lines().all(|line| width(line) <= 52) && err.is_empty(), "{out}");
        assert_eq!(
            out,
            "limited  2021-09-17  shut ~8.0 y by then  Taobao li…\n\
             closed   2013-11~    no opening found     Shop link…\n\
             limited  2021-09-17  shut 8.0 y by then   From WeCh…\n"
        );
    }
}
