//! Markdown that GitHub, Pandoc and Obsidian read the same way: front matter, a sentence on what was
//! selected, milestones under year and month, one footnote a source.
//!
//! Every block is one line of its own between blank lines, however long: nothing is wrapped, and nothing
//! that a dataset says can continue or interrupt a block.

mod address;
mod chapters;
mod entry;
mod escape;
mod front;
mod notes;

use super::Selection;
use crate::date::Date;
use notes::Notes;

/// The whole document; ends with one newline.
pub(super) fn document(selection: &Selection<'_>) -> String {
    let mut notes = Notes::new(selection.dataset);
    let title = format!("# {}", escape::heading(selection.dataset.title()));
    let mut blocks = vec![front::matter(selection), title, escape::paragraph(&scope(selection))];
    for chapter in chapters::of(selection) {
        blocks.extend(chapter.headings);
        blocks.extend(
            chapter.milestones.into_iter().flat_map(|milestone| entry::blocks(milestone, &mut notes)),
        );
    }
    blocks.extend(notes.definitions());
    blocks.join("\n\n") + "\n"
}

/// What was selected: `7 of 96 milestones, company:tencent year:2021, 12 January to 29 November 2021`.
fn scope(selection: &Selection<'_>) -> String {
    let (events, of) = (selection.len(), selection.dataset.len());
    let count = if events == of && of > 1 {
        format!("All {of} milestones")
    } else {
        format!("{events} of {of} milestones")
    };
    let how = match &selection.query {
        query if query.is_empty() => None,
        // The ids stand in the front matter, and the titles below.
        _ if selection.is_by_hand() => Some("selected by hand".to_owned()),
        query => Some(query.to_string()),
    };
    let period = selection.period().map(|period| Date::parse(&period).map_or(period, |date| date.words()));
    let period = period.map(|words| words.strip_prefix("from ").map(str::to_owned).unwrap_or(words));
    [Some(count), how, period].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
