//! Reading datasets, and exports to verify: a file, standard input, or the dataset embedded in the program.

use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use super::console::Console;
use super::failure::Failure;
use super::names::COMMANDS;
use crate::dataset::load::{Progress, Stage, load_reporting};
use crate::dataset::{Dataset, DatasetText, EMBEDDED};
use crate::files::Origin;
use crate::text;

/// A text, and what the reader calls it.
pub(super) struct NamedText {
    pub(super) name: String,
    pub(super) text: DatasetText,
}

/// Bytes that are loaded within the time of a frame: while more are, a reader sees that it goes on.
const AT_ONCE: u64 = 1 << 20;

/// Bytes of a file: places in it are counted with 32 bits.
const MOST: u64 = u32::MAX as u64;

/// Bytes of what has no size: a pipe may never end, and the memory of the machine would before it. A million milestones
/// are half of that.
const MOST_PIPED: u64 = 1 << 30;

/// Bytes read at a time: so many that it costs nothing, and so few that progress is seen.
const BLOCK: u64 = 1 << 20;

/// Whether a reader would wait for `file` to be loaded, or may have to: nobody knows what comes through a pipe, and when.
pub(super) fn takes_long(file: Option<&Path>) -> bool {
    match file {
        None => false,
        // What is typed at a terminal is typed before that terminal shows anything else.
        Some(path) if is_input(path) => !io::stdin().is_terminal(),
        Some(path) => {
            fs::metadata(path).is_ok_and(|found| found.len() > AT_ONCE || found.file_type().is_fifo())
        }
    }
}

/// The dataset in `file`, or the embedded one; every fault is shown where any is an error.
pub(super) fn dataset(file: Option<&Path>, console: &mut Console<'_>) -> Result<Dataset, Failure> {
    dataset_reporting(file, console.input, console.color, &Progress::default())
}

/// The same, `input` being standard input; `color` says whether faults are coloured. `progress` is told how far it has
/// come.
pub(super) fn dataset_reporting(
    file: Option<&Path>,
    input: &mut dyn Read,
    color: bool,
    progress: &Progress,
) -> Result<Dataset, Failure> {
    let source = source(file, input, progress)?;
    let loaded = load_reporting(&source.text, progress);
    let shown = loaded.dataset.is_none().then(|| loaded.shown(&source.name, &source.text, color));
    loaded.dataset.ok_or_else(|| Failure::Faults(shown.unwrap_or_default()))
}

/// The text in `file`, or the embedded one.
pub(super) fn source(
    file: Option<&Path>,
    input: &mut dyn Read,
    progress: &Progress,
) -> Result<NamedText, Failure> {
    let Some(path) = file else {
        return Ok(NamedText { name: "embedded dataset".to_owned(), text: EMBEDDED.into() });
    };
    text(path, input, progress, |name, error| {
        let command = text::nearest(name, COMMANDS).filter(|_| error.kind() == ErrorKind::NotFound);
        let help = command.map(|command| format!("did you mean `wallchart {command}`?"));
        unreadable(name, error, "a dataset")
            .help(help.unwrap_or_else(|| "without FILE, the embedded dataset is opened".to_owned()))
    })
}

/// The text of the export in `path`.
pub(super) fn export(path: &Path, console: &mut Console<'_>) -> Result<NamedText, Failure> {
    text(path, console.input, &Progress::default(), |name, error| unreadable(name, error, "an export"))
}

/// The text of the configuration in `path`; `None` where there is no such file.
pub(super) fn config(path: &Path) -> Result<Option<NamedText>, Failure> {
    // Who names it wants none, and it is no file.
    let is_none = path == Path::new("/dev/null");
    if is_none || fs::metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Ok(None);
    }
    let unreadable = |name: &str, error: &io::Error| unreadable(name, error, "a configuration");
    // Standard input is the dataset's.
    text(path, &mut io::empty(), &Progress::default(), unreadable).map(Some)
}

fn text(
    path: &Path,
    input: &mut dyn Read,
    progress: &Progress,
    unreadable: impl Fn(&str, &io::Error) -> Failure,
) -> Result<NamedText, Failure> {
    let name = name(path);
    let bytes = bytes(path, input, progress).map_err(|error| unreadable(&name, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let place = place(error.as_bytes(), error.utf8_error().valid_up_to());
        Failure::fault(format!("`{name}` is not UTF-8: {place}"))
            .help("save it as UTF-8; other encodings are not read".to_owned())
    })?;
    Ok(NamedText { name, text: text.into() })
}

/// Where `file` comes from, which no export of it replaces.
pub(super) fn origin(file: Option<&Path>) -> Origin {
    match file {
        None => Origin::default(),
        Some(path) if is_input(path) => Origin::input(),
        Some(path) => Origin::of(path),
    }
}

/// What the reader calls it.
pub(super) fn name(path: &Path) -> String {
    if is_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Whether it stands for standard input.
pub(super) fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn bytes(path: &Path, input: &mut dyn Read, progress: &Progress) -> io::Result<Vec<u8>> {
    if is_input(path) {
        return in_blocks(input, (None, MOST_PIPED), progress);
    }
    // Before it is opened: that alone may act on a device.
    let found = fs::metadata(path)?;
    let kind = found.file_type();
    if kind.is_char_device() || kind.is_block_device() {
        return Err(ErrorKind::Unsupported.into());
    }
    let size = found.is_file().then_some(found.len());
    in_blocks(File::open(path)?, (size, size.map_or(MOST_PIPED, |_| MOST)), progress)
}

/// All that comes, of which `size` is known, and which may be so many bytes as `most`: more is an error as soon as it is
/// there.
fn in_blocks(
    mut from: impl Read,
    (size, most): (Option<u64>, u64),
    progress: &Progress,
) -> io::Result<Vec<u8>> {
    let is_too_large = |size: u64| (size > most).then(|| io::Error::from(ErrorKind::FileTooLarge));
    size.and_then(is_too_large).map_or(Ok(()), Err)?;
    progress.begin(Stage::Reading, size);
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size.map_or(0, |size| usize::try_from(size).unwrap_or(usize::MAX)))?;
    loop {
        match from.by_ref().take(BLOCK).read_to_end(&mut bytes)? {
            0 => return Ok(bytes),
            read => progress.add(Stage::Reading, read),
        }
        if let Some(error) = is_too_large(bytes.len() as u64) {
            return Err(error);
        }
    }
}

fn unreadable(name: &str, error: &io::Error, what: &str) -> Failure {
    let why = match error.kind() {
        ErrorKind::FileTooLarge => {
            format!("`{name}` is too large: of a file at most 4 GiB are read, of a pipe 1 GiB")
        }
        ErrorKind::OutOfMemory => format!("there is not enough memory to read `{name}`"),
        ErrorKind::Unsupported => format!("`{name}` is a device, not {what}"),
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
    fn what_is_read_in_blocks_is_whole_and_counted() {
        let text = "墙与门\n".repeat(300_000);
        for size in [None, Some(text.len() as u64), Some(1)] {
            let progress = Progress::default();
            let read = in_blocks(text.as_bytes(), (size, text.len() as u64), &progress).unwrap();
            assert_eq!(read, text.as_bytes());
            assert_eq!((progress.seen().done, progress.seen().of), (text.len() as u64, size));
        }
    }

    #[test]
    fn what_never_ends_is_refused_while_it_is_read() {
        let progress = Progress::default();
        let error = in_blocks(io::repeat(b'a'), (None, 3 * BLOCK), &progress).unwrap_err();
        assert_eq!((error.kind(), progress.seen().done), (ErrorKind::FileTooLarge, 4 * BLOCK));
        let unread = Progress::default();
        let error = in_blocks(io::repeat(b'a'), (Some(MOST + 1), MOST), &unread).unwrap_err();
        assert_eq!((error.kind(), unread.seen().done), (ErrorKind::FileTooLarge, 0));
    }

    #[test]
    fn a_wrong_byte_is_placed_by_line_and_character() {
        let mut bytes = "一\n墙与".as_bytes().to_vec();
        bytes.push(0xFF);
        assert_eq!(place(&bytes, bytes.len() - 1), "byte 0xFF at line 2, column 3");
        assert_eq!(place(b"\xFE", 0), "byte 0xFE at line 1, column 1");
    }
}
