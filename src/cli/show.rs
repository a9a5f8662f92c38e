//! `wallchart show`: one milestone, whole, as text for a terminal.

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::read;
use crate::dataset::{Cite, Dataset, Lang, Milestone, Relation, about};
use crate::export::json::MilestoneEntry;
use crate::export::words;
use crate::text::{nearest, wrap};
use crate::words::en;

/// Longer lines are hard to read, however wide the terminal.
const LONGEST: usize = 80;

pub(super) fn run(show: &args::ShowArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(show.file.as_deref(), console)?;
    let milestone = dataset.find(&show.id).ok_or_else(|| unknown(&show.id, &dataset))?;
    if show.json {
        writeln!(console.out, "{}", MilestoneEntry::new(milestone, &dataset).line())?;
    } else {
        let cols = console.width.unwrap_or(LONGEST).min(LONGEST);
        for line in page(milestone, &dataset, cols) {
            writeln!(console.out, "{line}")?;
        }
    }
    Ok(Status::Done)
}

fn unknown(id: &str, dataset: &Dataset) -> Failure {
    let near = nearest(id, dataset.milestones().map(Milestone::id));
    let help = near.map_or_else(
        || "`wallchart list | cat` shows all ids".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Failure::fault(format!("there is no milestone `{id}`")).help(help)
}

/// The lines of the page, none wider than `cols` but addresses: a broken one could not be copied.
fn page(milestone: Milestone<'_>, dataset: &Dataset, cols: usize) -> Vec<String> {
    let mut page = PlainPage { lines: Vec::new(), cols };
    page.text(milestone.title(), 0);
    page.text(milestone.title_zh().unwrap_or_default(), 0);
    page.gap();
    page.text(&words::capitalized(&milestone.date().words(&en::WORDS)), 0);
    let kind = milestone.kind();
    page.text(&format!("{} {}, {}", kind.glyph, kind.name, words::confidence(milestone, Lang::En)), 0);
    page.text(&words::direction(milestone, Lang::En).unwrap_or_default(), 0);
    page.text(&about(milestone, Lang::En).unwrap_or_default(), 0);
    page.prose(&milestone.summary());
    for text in words::note(milestone, Lang::En).iter().chain(&words::further(milestone, Lang::En)) {
        page.prose(text);
    }
    page.section(
        "Effects",
        milestone.effects().iter().map(|effect| words::effect(effect, dataset, Lang::En)),
    );
    page.section("Earlier", milestone.relations().iter().map(|it| link(*it, words::relation, dataset)));
    page.section("Later", milestone.incoming().iter().map(|it| link(*it, words::incoming, dataset)));
    page.sources(milestone.cites(), dataset);
    page.lines
}

/// A relation with the id to go on with.
fn link(relation: Relation, words: fn(Relation, &Dataset, Lang) -> String, dataset: &Dataset) -> String {
    format!("{} ({})", words(relation, dataset, Lang::En), dataset.milestone(relation.to).id())
}

struct PlainPage {
    lines: Vec<String>,
    cols: usize,
}

impl PlainPage {
    /// Paragraphs, each after a blank line.
    fn prose(&mut self, prose: &str) {
        for paragraph in words::paragraphs(prose) {
            self.gap();
            self.text(&paragraph, 0);
        }
    }

    /// A paragraph, wrapped, `indent` columns in. Nothing for nothing.
    fn text(&mut self, text: &str, indent: usize) {
        if !text.trim().is_empty() {
            let lines = wrap(text.trim(), self.cols.saturating_sub(indent).max(1));
            self.lines.extend(lines.iter().map(|line| format!("{:indent$}{line}", "").trim_end().to_owned()));
        }
    }

    /// A blank line, but never two.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn section(&mut self, heading: &str, items: impl ExactSizeIterator<Item = String>) {
        if items.len() > 0 {
            self.gap();
            self.text(heading, 0);
            items.for_each(|item| self.text(&item, 2));
        }
    }

    fn sources(&mut self, cites: &[Cite], dataset: &Dataset) {
        self.gap();
        self.text(if cites.is_empty() { "No source" } else { "Sources" }, 0);
        for cite in cites {
            let source = dataset.source(cite.source);
            self.text(&words::citation(source, Lang::En), 2);
            self.lines.extend(source.url.iter().map(|url| format!("    {url}")));
            if let Some(supports) = cite.supports() {
                self.text(&format!("supports: {supports}"), 4);
            }
        }
    }
}
