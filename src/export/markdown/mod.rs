//! Markdown that GitHub, Pandoc and Obsidian read the same way: front matter, a sentence on what was
//! selected, milestones under their years or in a table, each source once, the command that makes it again.
//!
//! Every block is one line of its own between blank lines, however long: nothing is wrapped, and nothing
//! that a dataset says can continue or interrupt a block. Only what no reader of Markdown looks into (front
//! matter, fenced code) and tables have more.

mod address;
mod again;
mod chapters;
mod entry;
mod escape;
mod fence;
mod front;
mod markup;
mod picture;
mod references;
mod table;

use super::{Extract, Format, Options};
use crate::words::Words;
use references::References;

/// The whole document; ends with one newline.
pub(super) fn document(extract: &Extract<'_>, options: Options) -> String {
    let mut references = References::new(extract.dataset, options);
    let title = format!("# {}", escape::heading(&extract.title(options.lang)));
    let mut blocks = vec![
        front::matter(extract, options),
        title,
        escape::paragraph(&scope(extract, options.lang.words())),
    ];
    if options.mermaid {
        blocks.extend(picture::timeline(extract, options.lang));
    }
    if options.format == Format::Table {
        blocks.extend(table::rows(extract, options.lang, &mut references));
    } else {
        for chapter in chapters::of(extract, options.lang.words()) {
            blocks.push(chapter.heading);
            for milestone in chapter.milestones {
                blocks.extend(entry::blocks(milestone, extract.dataset, options.lang, &mut references));
            }
        }
    }
    blocks.extend(references.definitions());
    blocks.extend(again::blocks(extract, options));
    blocks.join("\n\n") + "\n"
}

/// What was selected: `7 of 96 milestones, company:tencent year:2021, 12 January to 29 November 2021`.
fn scope(extract: &Extract<'_>, say: &Words) -> String {
    let (events, of) = (extract.len(), extract.dataset.len());
    let count = if events == of && of > 1 { (say.export.all)(of) } else { (say.export.some_of)(events, of) };
    let how = match &extract.query {
        query if query.is_empty() => None,
        // The ids stand in the front matter, and the titles below.
        _ if extract.is_by_hand() => Some(say.export.by_hand.to_owned()),
        query => Some(query.to_string()),
    };
    let period = extract.period().map(|period| (say.dates.bare_range)(&period.words(say)));
    (say.export.scope)(&[Some(count), how, period].into_iter().flatten().collect::<Vec<_>>())
}
