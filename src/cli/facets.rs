//! `wallchart facets`: every value that can be ticked, with how many milestones only this value would give under all
//! other conditions.
//!
//! Lines as those of [`list`](super::list): whole in a pipe, the free text last; on a terminal cut where it ends. Values
//! without a milestone are listed too, so that two lists can be compared line by line.

use std::io;

use serde::Serialize;

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::list::{nothing, padded};
use super::read;
use crate::dataset::{Dataset, Lang};
use crate::query::{FacetValue, Field, Matches, Searcher};
use crate::text::{ellipsize, width};

/// A value of a facet. The names of the keys are stable.
#[derive(Debug, Serialize)]
struct FacetRow {
    /// The key that asks for it.
    facet: &'static str,
    id: String,
    name: String,
    count: usize,
}

pub(super) fn run(facets: &args::ListArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(facets.source.file.as_deref(), console)?;
    let query = facets.source.filters.query(&dataset)?;
    facets.source.filters.tell(&dataset, console)?;
    let mut searcher = Searcher::new(&dataset);
    let matches = searcher.matches(&query, &dataset);
    if matches.ids.is_empty() {
        nothing(&query, &mut searcher, &dataset, console)?;
    }
    let rows = rows(&searcher, &matches, &dataset);
    if facets.json {
        for row in &rows {
            writeln!(console.out, "{}", serde_json::to_string(row).map_err(io::Error::from)?)?;
        }
    } else {
        for line in lines(&rows) {
            match console.width {
                None => writeln!(console.out, "{line}")?,
                Some(cols) => writeln!(console.out, "{}", ellipsize(&line, cols, "…"))?,
            }
        }
    }
    Ok(Status::Done)
}

fn rows(searcher: &Searcher, matches: &Matches, dataset: &Dataset) -> Vec<FacetRow> {
    let ticks = Field::FACETS.into_iter().flat_map(|facet| searcher.index().values(facet));
    let row = |tick: &FacetValue| FacetRow {
        facet: tick.field().key(),
        id: tick.id(dataset),
        name: tick.name(dataset, Lang::En),
        count: matches.count(*tick),
    };
    ticks.map(row).collect()
}

/// `channel  payment     12  Payment`
fn lines(rows: &[FacetRow]) -> impl Iterator<Item = String> {
    let widest = |cell: fn(&FacetRow) -> usize| rows.iter().map(cell).max().unwrap_or(0);
    let facet = widest(|row| row.facet.len());
    let id = widest(|row| width(&row.id));
    let count = widest(|row| row.count.to_string().len());
    rows.iter().map(move |row| {
        format!("{:facet$}  {}  {:>count$}  {}", row.facet, padded(&row.id, id), row.count, row.name)
    })
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
            width: Some(36),
            colors: false,
            color: false,
        };
        let args = ["wallchart", "facets", "tests/data/small.toml", "-q", "kind:诉讼"];
        assert_eq!(cli::run(&args.map(Into::into), console).unwrap(), Status::Done);
        let out = String::from_utf8(out).unwrap();
        assert!(out.lines().all(|line| width(line) <= 36) && err.is_empty(), "{out}");
        assert_eq!(out.lines().next(), Some("company     tencent          1  Ten…"));
    }
}
