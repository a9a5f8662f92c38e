//! `wallchart export`: an extract as the bytes of a file, to standard output or to a path.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::{list, read};
use crate::dataset::Dataset;
use crate::export::{Extract, bytes, why_no_picture};
use crate::files::{self, Existing, Origin, Saved, Signals};
use crate::query::{Query, Searcher};

pub(super) fn run(export: &args::ExportArgs, console: &mut Console<'_>) -> Result<Status, Failure> {
    let origin = read::origin(export.source.file.as_deref());
    let dataset = read::dataset(export.source.file.as_deref(), console)?;
    let options = export.options()?;
    let query = export.source.filters.query(&dataset)?;
    export.source.filters.tell(&dataset, console)?;
    let (bytes, count) = made(export, &query, &dataset)?;
    if count == 0 {
        list::nothing(&query, &mut Searcher::new(&dataset), &dataset, console)?;
    }
    if let Some(why) = why_no_picture(count, options.lang.words()).filter(|_| options.mermaid) {
        return Err(Failure::usage(why).help("narrow them with filters, or leave out `--mermaid`".to_owned()));
    }
    match export.output.as_deref().filter(|path| *path != Path::new("-")) {
        None => console.out.write_all(&bytes)?,
        Some(path) => save(path, &bytes, export.force, &origin)?,
    }
    Ok(Status::Done)
}

/// The bytes that are asked for, wherever they go, and how many milestones are in them.
pub(super) fn made(
    export: &args::ExportArgs,
    query: &Query,
    dataset: &Dataset,
) -> Result<(Vec<u8>, usize), Failure> {
    let options = export.options()?;
    let found = Searcher::new(dataset).matches(query, dataset);
    let extract = Extract::matching(dataset, query, &found);
    Ok((bytes(&extract, options), extract.len()))
}

/// Writes to a file, whole or not at all; straight to what is no file (`/dev/stdout`, `>(sort)`): there is nothing to
/// replace.
fn save(path: &Path, bytes: &[u8], force: bool, origin: &Origin) -> Result<(), Failure> {
    if path.metadata().is_ok_and(|to| to.file_type().is_fifo() || to.file_type().is_char_device()) {
        let written = File::options().write(true).open(path).and_then(|mut to| to.write_all(bytes));
        return written.or_else(|error| match error.kind() {
            // As on standard output: whoever reads has read enough.
            ErrorKind::BrokenPipe => Ok(()),
            _ => Err(Failure::fault(format!(
                "`{}` could not be written: {}",
                path.display(),
                files::words(&error)
            ))),
        });
    }
    let existing = if force { Existing::Replace } else { Existing::Keep };
    match files::save(path, bytes, existing, origin, Signals::Default) {
        Ok(Saved::Written(_)) => Ok(()),
        Ok(Saved::Exists(path)) => Err(Failure::fault(format!("`{}` exists already", path.display()))
            .help("`--force` replaces it".to_owned())),
        Err(error) => Err(Failure::fault(error.to_string())),
    }
}
