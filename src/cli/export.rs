//! `wallchart export`: a selection as the bytes of a file, to standard output or to a path.

use std::io::Write;
use std::path::Path;

use super::args;
use super::console::Console;
use super::failure::{Failure, Status};
use super::{list, read};
use crate::export::{Selection, bytes};
use crate::query::{Facets, matches};

pub(super) fn run(export: &args::Export, console: &mut Console<'_>) -> Result<Status, Failure> {
    let dataset = read::dataset(export.view.file.as_deref(), console)?;
    let query = export.view.filters.query(&dataset)?;
    let found = matches(&query, &dataset, &Facets::new(&dataset));
    let selection = Selection::matching(&dataset, &query, &found);
    if selection.is_empty() {
        list::nothing(&query, console)?;
    }
    let bytes = bytes(&selection, export.format());
    match export.output.as_deref().filter(|path| *path != Path::new("-")) {
        None => console.out.write_all(&bytes)?,
        Some(path) => save(path, &bytes, export.force)?,
    }
    Ok(Status::Done)
}

/// Stand-in for `terminal::save`: not yet whole or not at all.
fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let name = path.display();
    let file = if force { std::fs::File::create(path) } else { std::fs::File::create_new(path) };
    file.and_then(|mut file| file.write_all(bytes)).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::fault(format!("`{name}` exists already")).help("`--force` replaces it".to_owned())
        }
        _ => Failure::fault(format!("`{name}` could not be written: {error}")),
    })
}
