//! `wallchart export`: a selection as the bytes of a file, to standard output or to a path.

use std::path::Path;

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::{list, read};
use crate::app::Existing;
use crate::dataset::Dataset;
use crate::export::{PICTURE_MOST, Selection, bytes};
use crate::query::{Query, Searcher};
use crate::terminal::save::{self, Saved};

pub(super) fn run(export: &args::Export, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(export.view.file.as_deref(), console)?;
    let query = export.view.filters.query(&dataset)?;
    let (bytes, count) = made(export, &query, &dataset)?;
    if count == 0 {
        list::nothing(&query, &mut Searcher::new(&dataset), &dataset, console)?;
    }
    if export.options()?.mermaid && count > PICTURE_MOST {
        return Err(Failure::usage(format!(
            "a picture shows {PICTURE_MOST} milestones at most, and these are {count}"
        ))
        .help("narrow them with filters, or leave out `--mermaid`".to_owned()));
    }
    match export.output.as_deref().filter(|path| *path != Path::new("-")) {
        None => console.out.write_all(&bytes)?,
        Some(path) => save(path, &bytes, export.force)?,
    }
    Ok(Status::Done)
}

/// The bytes that are asked for, wherever they go, and how many milestones are in them.
pub(super) fn made(
    export: &args::Export,
    query: &Query,
    dataset: &Dataset,
) -> Result<(Vec<u8>, usize), Failure> {
    let options = export.options()?;
    let found = Searcher::new(dataset).matches(query, dataset);
    let selection = Selection::matching(dataset, query, &found);
    Ok((bytes(&selection, options), selection.len()))
}

fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let existing = if force { Existing::Replace } else { Existing::Keep };
    match save::save(path, bytes, existing) {
        Ok(Saved::Written(_)) => Ok(()),
        Ok(Saved::Exists(path)) => Err(Failure::fault(format!("`{}` exists already", path.display()))
            .help("`--force` replaces it".to_owned())),
        Err(error) => Err(Failure::fault(error.to_string())),
    }
}
