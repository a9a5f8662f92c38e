//! The command that makes an export again, as it stands at the end of one.

use super::fence::fenced;
use crate::export::{Extract, Format, Notes, Options, view};

/// Bytes of a command line that any system takes: Linux takes 128 KiB an argument, macOS little more for all.
const LONGEST_COMMAND: usize = 100_000;
/// Said of a longer one: of thousands that were picked by hand.
const TOO_LONG: &str = "The command that makes it again is too long for a command line. It stands in the front matter, \
                        where `wallchart verify` reads it.";

/// What stands before the command that makes it again: of the embedded dataset, and of a file.
pub(in crate::export) const AGAIN: [&str; 2] =
    ["To make it again:", "To make it again, with the dataset as FILE:"];

/// How it is made again, and with it the file of sources that citations refer to.
pub(super) fn blocks(extract: &Extract<'_>, options: Options) -> Vec<String> {
    let command = view::command_with_file(extract, options);
    if command.len() > LONGEST_COMMAND {
        return vec![TOO_LONG.to_owned()];
    }
    let [embedded, file] = AGAIN;
    let words = if extract.dataset.is_embedded() { embedded } else { file };
    let mut blocks = vec![words.to_owned(), fenced("sh", &command)];
    if options.notes == Notes::Pandoc {
        let sources = view::command_with_file(extract, Options { format: Format::Csl, ..options });
        blocks.push("Its sources, for Pandoc's `--citeproc --bibliography sources.json`:".to_owned());
        blocks.push(fenced("sh", &format!("{sources} -o sources.json")));
    }
    blocks
}
