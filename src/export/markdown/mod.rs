//! Markdown that GitHub, Pandoc and Obsidian read the same way: front matter, a sentence on what was
//! selected, milestones under their years or in a table, each source once, the command that makes it again.
//!
//! Every block is one line of its own between blank lines, however long: nothing is wrapped, and nothing
//! that a dataset says can continue or interrupt a block. Only what no reader of Markdown looks into (front
//! matter, fenced code) and tables have more.

mod address;
mod chapters;
mod entry;
mod escape;
mod front;
mod markup;
mod picture;
mod references;
mod table;

use super::{Format, Notes, Options, Selection, view};
use references::References;

/// The whole document; ends with one newline.
pub(super) fn document(selection: &Selection<'_>, options: Options) -> String {
    let mut references = References::new(selection.dataset, options);
    let title = format!("# {}", escape::heading(&title(selection, options)));
    let mut blocks = vec![front::matter(selection, options), title, escape::paragraph(&scope(selection))];
    if options.mermaid {
        blocks.extend(picture::timeline(selection, options.lang));
    }
    if options.format == Format::Table {
        blocks.extend(table::rows(selection, options.lang, &mut references));
    } else {
        for chapter in chapters::of(selection) {
            blocks.push(chapter.heading);
            for milestone in chapter.milestones {
                blocks.extend(entry::blocks(milestone, selection.dataset, options.lang, &mut references));
            }
        }
    }
    blocks.extend(references.definitions());
    blocks.extend(again(selection, options));
    blocks.join("\n\n") + "\n"
}

/// What the dataset is called.
fn title(selection: &Selection<'_>, options: Options) -> String {
    let dataset = selection.dataset;
    options.lang.of(dataset.title(), dataset.title_zh()).into_owned()
}

/// What was selected: `7 of 96 milestones, company:tencent year:2021, 12 January to 29 November 2021`.
fn scope(selection: &Selection<'_>) -> String {
    let (events, of) = (selection.len(), selection.dataset.len());
    let count = if events == of && of > 1 {
        format!("All {of} milestones")
    } else {
        format!("{events} of {of} milestone{}", if of == 1 { "" } else { "s" })
    };
    let how = match &selection.query {
        query if query.is_empty() => None,
        // The ids stand in the front matter, and the titles below.
        _ if selection.is_by_hand() => Some("selected by hand".to_owned()),
        query => Some(query.to_string()),
    };
    let period = selection.period().map(|period| period.words());
    let period = period.map(|words| words.strip_prefix("from ").map(str::to_owned).unwrap_or(words));
    [Some(count), how, period].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Bytes of a command line that any system takes: Linux takes 128 KiB an argument, macOS little more for all.
const LONGEST_COMMAND: usize = 100_000;
/// Said of a longer one: of thousands that were picked by hand.
const TOO_LONG: &str = "The command that makes it again is too long for a command line. It stands in the front matter, \
                        where `wallchart verify` reads it.";

/// What stands before the command that makes it again: of the embedded dataset, and of a file.
pub(super) const AGAIN: [&str; 2] = ["To make it again:", "To make it again, with the dataset as FILE:"];

/// How it is made again, and with it the file of sources that citations refer to.
fn again(selection: &Selection<'_>, options: Options) -> Vec<String> {
    let command = view::command_with_file(selection, options);
    if command.len() > LONGEST_COMMAND {
        return vec![TOO_LONG.to_owned()];
    }
    let [embedded, file] = AGAIN;
    let words = if selection.dataset.is_embedded() { embedded } else { file };
    let mut blocks = vec![words.to_owned(), fenced("sh", &command)];
    if options.notes == Notes::Pandoc {
        let sources = view::command_with_file(selection, Options { format: Format::Csl, ..options });
        blocks.push("Its sources, for Pandoc's `--citeproc --bibliography sources.json`:".to_owned());
        blocks.push(fenced("sh", &format!("{sources} -o sources.json")));
    }
    blocks
}

/// A block of code, behind a fence that nothing in it can be.
fn fenced(language: &str, code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{code}\n{fence}")
}
