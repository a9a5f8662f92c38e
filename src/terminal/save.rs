//! Files, whole or not at all. The command line's `-o` writes with it as well.
//!
//! Invariant: until the new bytes are safely on the disk, the old file is what it was; an error leaves it so. A
//! file of that name that appears meanwhile is not lost either: [`Existing::Keep`] is decided by the file
//! system, in one step.

use std::env;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

pub use origin::Origin;
use put::put;

use crate::app::Existing;

mod held_back;
mod origin;
mod put;

/// Links followed before they count as a ring (as Linux counts).
const MAX_LINKS: usize = 40;
/// Bytes of an old file that are read: nobody compares more.
const READ_MOST: u64 = 4_000_000;

/// What saving came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// The file is written.
    Written(PathBuf),
    /// There is a file of that name, and it was kept.
    Exists(PathBuf),
}

/// A file could not be written; nothing was lost.
#[derive(Debug)]
pub(crate) struct SaveError {
    path: PathBuf,
    why: String,
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` could not be written: {}", self.path.display(), self.why)
    }
}

impl std::error::Error for SaveError {}

/// Writes `bytes` to `path`: relative to the current folder, `~/` at the start is the home folder.
///
/// A link is followed and stays a link. A file that is replaced keeps its permissions and, where that is
/// allowed, its owner; its other hard links keep the old bytes. The `origin` of what is written is not replaced.
///
/// # Errors
///
/// In words for a person, which name what stands in the way.
pub(crate) fn save(
    path: &Path,
    bytes: &[u8],
    existing: Existing,
    origin: &Origin,
) -> Result<Saved, SaveError> {
    let path = meant(path, env::home_dir().as_deref())
        .map_err(|why| SaveError { path: path.to_owned(), why: why.to_owned() })?;
    let failed = |why: String| SaveError { path: path.clone(), why };
    let target = follow(&path).map_err(|error| failed(words(&error)))?;
    // Of the path: a link in /proc leads to no name, and to a file all the same.
    let old = match fs::metadata(&path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(words(&error))),
    };
    let folder = folder_of(&target).map_err(&failed)?;
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(failed("it is a folder".to_owned()));
        }
        // Before anybody is asked: renaming would replace a device, and reading a pipe would wait for a writer.
        if !old.is_file() {
            return Err(failed("it is a device or a pipe, not a file".to_owned()));
        }
        if origin.is(old) {
            return Err(failed("it is the dataset itself, which an export never replaces".to_owned()));
        }
        OpenOptions::new().write(true).open(&target).map_err(|error| failed(words(&error)))?;
        if existing == Existing::Keep {
            return Ok(Saved::Exists(path));
        }
    }
    match put(&target, folder, bytes, old.as_ref(), existing) {
        Ok(()) => Ok(Saved::Written(path)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Saved::Exists(path)),
        Err(error) => Err(failed(in_folder(&error, folder))),
    }
}

/// What is in the file at `path`, to be compared with what would replace it; `None` where it cannot be read, is none
/// (reading a pipe would wait for a writer), or is more than [`READ_MOST`].
pub(crate) fn read(path: &Path) -> Option<Vec<u8>> {
    let path = meant(path, env::home_dir().as_deref()).ok()?;
    if !fs::metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    // Not by its size: it may grow meanwhile.
    File::open(path).ok()?.take(READ_MOST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= READ_MOST).then_some(bytes)
}

/// `path` as it is written, with a leading `~/` spelled out; or why nobody can mean it.
fn meant(path: &Path, home: Option<&Path>) -> Result<PathBuf, &'static str> {
    if path.to_string_lossy().contains(char::is_control) {
        return Err("there is a control character in its name");
    }
    let mut parts = path.components();
    let first = match parts.next() {
        Some(Component::Normal(first)) => first.as_encoded_bytes(),
        _ => b"",
    };
    match (first, home) {
        (b"~", Some(home)) => Ok(home.join(parts.as_path())),
        (b"~", None) => Err("nobody says where the home folder is, which `~` stands for"),
        ([b'~', ..], _) if parts.next().is_some() => {
            Err("the home folder of another is to be written out; `./` before the name means a folder here")
        }
        _ => Ok(path.to_owned()),
    }
}

/// Where `path` leads, link by link: its last link may lead to a file that is still to be made.
fn follow(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            // A relative link starts from the folder that it is in.
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("its symbolic links lead in a circle"))
}

/// The folder that `target` is in; or why there is none to write in.
fn folder_of(target: &Path) -> Result<&Path, String> {
    if target.as_os_str().is_empty() {
        return Err("a file needs a name".to_owned());
    }
    let (Some(folder), Some(_)) = (target.parent(), target.file_name()) else {
        return Err("it is a folder".to_owned());
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match fs::metadata(folder) {
        Ok(metadata) if !metadata.is_dir() => Err(format!("`{}` is not a folder", folder.display())),
        // `notes/` is a name of a folder, there or not.
        Ok(_) if target.as_os_str().as_encoded_bytes().ends_with(b"/") => Err("it names a folder".to_owned()),
        Ok(_) => Ok(folder),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(format!("the folder `{}` does not exist", folder.display()))
        }
        Err(error) => Err(in_folder(&error, folder)),
    }
}

fn in_folder(error: &io::Error, folder: &Path) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => format!("there is no permission to write in `{}`", folder.display()),
        _ => words(error),
    }
}

/// What went wrong, for a person.
pub(crate) fn words(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::PermissionDenied => "there is no permission to write it",
        ErrorKind::NotFound => "no file can be made there",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::FileTooLarge => "it would be larger than a file may be there",
        ErrorKind::QuotaExceeded => "it would exceed what you may store there",
        ErrorKind::ReadOnlyFilesystem => "that disk can only be read",
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::InvalidFilename => "its name is too long, or not one that the disk allows",
        ErrorKind::InvalidInput => "its name is not one that a file can have",
        _ => return error.to_string(),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests;
