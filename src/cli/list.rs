//! `wallchart list`: one line a milestone.
//!
//! In a pipe every line is whole: date, kind, id and title in columns, the free text last, so that `grep`
//! finds ids and `awk '{ print $3 }'` takes them. On a terminal the kind is its glyph, the id makes room for the
//! title, and a line is cut where the screen ends.

use super::args;
use super::console::Console;
use super::failure::{Failure, Status, say};
use super::read;
use crate::dataset::{Dataset, Milestone};
use crate::export::json::MilestoneEntry;
use crate::query::{Query, Searcher};
use crate::text::{ellipsize, width};

pub(super) fn run(list: &args::ListArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(list.source.file.as_deref(), console)?;
    let query = list.source.filters.query(&dataset)?;
    list.source.filters.tell(&dataset, console)?;
    if list.json {
        for milestone in found(&dataset, &query, console)? {
            writeln!(console.out, "{}", MilestoneEntry::new(milestone, &dataset).line())?;
        }
        return Ok(Status::Done);
    }
    lines(&dataset, &query, console)
}

/// Prints what matches as lines: also what `wallchart` alone does without a terminal.
pub(super) fn lines(dataset: &Dataset, query: &Query, console: &mut Console<'_>) -> Result<Status, Failure> {
    let milestones = found(dataset, query, console)?;
    let columns = ListColumns::of(&milestones);
    for milestone in milestones {
        match console.width {
            None => writeln!(console.out, "{}", columns.whole(milestone))?,
            Some(cols) => writeln!(console.out, "{}", ellipsize(&columns.brief(milestone), cols, "…"))?,
        }
    }
    Ok(Status::Done)
}

fn found<'a>(
    dataset: &'a Dataset,
    query: &Query,
    console: &mut Console<'_>,
) -> Result<Vec<Milestone<'a>>, Failure> {
    let mut searcher = Searcher::new(dataset);
    let ids = searcher.ids(query, dataset);
    if ids.is_empty() {
        nothing(query, &mut searcher, dataset, console)?;
    }
    Ok(ids.into_iter().map(|id| dataset.milestone(id)).collect())
}

/// Says that nothing matches, which is an answer and no error, and which condition alone keeps it so.
pub(super) fn nothing(
    query: &Query,
    searcher: &mut Searcher,
    dataset: &Dataset,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if dataset.is_empty() {
        say(console, "note", "the dataset has no milestones yet")?;
        return Ok(());
    }
    say(console, "note", format!("no milestone matches {query}"))?;
    for way in searcher.relaxations(query, dataset) {
        let without = query.written(&way.terms);
        say(console, "help", format!("without {without} there would be {}", way.count))?;
    }
    Ok(())
}

/// How wide the columns before the title are.
#[derive(Default)]
struct ListColumns {
    date: usize,
    kind: usize,
    id: usize,
}

impl ListColumns {
    fn of(milestones: &[Milestone<'_>]) -> Self {
        milestones.iter().fold(Self::default(), |widest, milestone| Self {
            date: widest.date.max(width(milestone.date().as_written())),
            kind: widest.kind.max(width(&milestone.kind().id)),
            id: widest.id.max(width(milestone.id())),
        })
    }

    fn whole(&self, milestone: Milestone<'_>) -> String {
        let date = padded(milestone.date().as_written(), self.date);
        let kind = padded(&milestone.kind().id, self.kind);
        format!("{date}  {kind}  {}  {}", padded(milestone.id(), self.id), milestone.title())
    }

    fn brief(&self, milestone: Milestone<'_>) -> String {
        let date = padded(milestone.date().as_written(), self.date);
        format!("{date}  {} {}", milestone.kind().glyph, milestone.title())
    }
}

/// `text` with blanks up to `cols` columns.
pub(super) fn padded(text: &str, cols: usize) -> String {
    format!("{text}{}", " ".repeat(cols.saturating_sub(width(text))))
}
