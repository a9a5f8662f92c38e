//! Reading datasets, and exports to verify: a file, standard input, or the dataset embedded in the program.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::args::Command;
use super::console::Console;
use super::failure::{Failure, Status};
use crate::dataset::load::{Loaded, load};
use crate::dataset::{Dataset, EMBEDDED};
use crate::{fault, text};

/// A text, and what the reader calls it.
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
}

/// The dataset in `file`, or the embedded one; every fault is shown where any is an error.
pub(super) fn dataset(file: Option<&Path>, console: &mut Console<'_>) -> Result<Dataset, Failure> {
    let source = source(file, console)?;
    let Loaded { dataset, faults } = load(&source.text);
    dataset.map_or_else(
        || {
            let shown = fault::render(&source.name, &source.text, &faults, console.color);
            write!(console.err, "{shown}")?;
            Err(Failure::Said(Status::Fault))
        },
        Ok,
    )
}

/// The text in `file`, or the embedded one.
pub(super) fn source(file: Option<&Path>, console: &mut Console<'_>) -> Result<Source, Failure> {
    let Some(path) = file else {
        return Ok(Source { name: "embedded dataset".to_owned(), text: EMBEDDED.to_owned() });
    };
    text(path, console, |name, error| {
        let command = text::nearest(name, Command::NAMES).filter(|_| error.kind() == ErrorKind::NotFound);
        let help = command.map(|command| format!("did you mean `wallchart {command}`?"));
        unreadable(name, error, "a dataset")
            .help(help.unwrap_or_else(|| "without FILE, the embedded dataset is opened".to_owned()))
    })
}

/// The text of the export in `path`.
pub(super) fn export(path: &Path, console: &mut Console<'_>) -> Result<Source, Failure> {
    text(path, console, |name, error| unreadable(name, error, "an export"))
}

fn text(
    path: &Path,
    console: &mut Console<'_>,
    unreadable: impl Fn(&str, &io::Error) -> Failure,
) -> Result<Source, Failure> {
    let mut bytes = Vec::new();
    let (name, read) = if path == Path::new("-") {
        ("standard input".to_owned(), console.input.read_to_end(&mut bytes).map(drop))
    } else {
        (path.display().to_string(), std::fs::read(path).map(|read| bytes = read))
    };
    read.map_err(|error| unreadable(&name, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let place = place(error.as_bytes(), error.utf8_error().valid_up_to());
        Failure::fault(format!("`{name}` is not UTF-8: {place}"))
            .help("save it as UTF-8; other encodings are not read".to_owned())
    })?;
    Ok(Source { name, text })
}

fn unreadable(name: &str, error: &io::Error, what: &str) -> Failure {
    let why = match error.kind() {
        ErrorKind::NotFound => format!("there is no file `{name}`"),
        ErrorKind::PermissionDenied => format!("`{name}` may not be read: permission denied"),
        ErrorKind::IsADirectory => format!("`{name}` is a folder, not {what}"),
        _ => format!("`{name}` could not be read: {error}"),
    };
    Failure::fault(why)
}

/// The byte at `at` and where it stands: a line, and a column in characters.
fn place(bytes: &[u8], at: usize) -> String {
    let (before, wrong) = bytes.split_at(at);
    let line = before.split(|byte| *byte == b'\n').count();
    let column = before.rsplit(|byte| *byte == b'\n').next().map_or(0, |line| {
        // Valid up to here, so each character has one byte that is no continuation.
        line.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
    }) + 1;
    let byte = wrong.first().copied().unwrap_or_default();
    format!("byte 0x{byte:02X} at line {line}, column {column}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_byte_is_placed_by_line_and_character() {
        let mut bytes = "一\n墙与".as_bytes().to_vec();
        bytes.push(0xFF);
        assert_eq!(place(&bytes, bytes.len() - 1), "byte 0xFF at line 2, column 3");
        assert_eq!(place(b"\xFE", 0), "byte 0xFE at line 1, column 1");
    }
}
