//! The command that makes an export again, as it stands at the end of one.

use super::fence::fenced;
use crate::export::{Extract, Format, Notes, Options, view};

/// Bytes of a command line that any system takes: Linux takes 128 KiB an argument, macOS little more for all.
const LONGEST_COMMAND: usize = 100_000;

/// How it is made again, and with it the file of sources that citations refer to.
pub(super) fn blocks(extract: &Extract<'_>, options: Options) -> Vec<String> {
    let command = view::command_with_file(extract, options);
    let say = &options.lang.words().export;
    if command.len() > LONGEST_COMMAND {
        // Thousands that were picked by hand.
        return vec![say.again_too_long.to_owned()];
    }
    let words = if extract.dataset.is_embedded() { say.again.embedded } else { say.again.file };
    let mut blocks = vec![words.to_owned(), fenced("sh", &command)];
    if options.notes == Notes::Pandoc {
        let sources = view::command_with_file(extract, Options { format: Format::Csl, ..options });
        blocks.push(say.sources_again.to_owned());
        blocks.push(fenced("sh", &format!("{sources} -o sources.json")));
    }
    blocks
}
