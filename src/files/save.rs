//! A file, whole or not at all; and what is in one, to be compared with what would replace it.

use std::env;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::existing::Existing;
use super::held_back::Signals;
use super::origin::Origin;
use super::path::{folder_of, follow, meant};
use super::put::put;
use super::words::{in_folder, words};

/// Bytes of an old file that are read: nobody compares more.
const READ_MOST: u64 = 4_000_000;

/// What saving came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file is written.
    Written(PathBuf),
    /// There is a file of that name, and it was kept.
    Exists(PathBuf),
}

/// A file could not be written; nothing was lost.
#[derive(Debug)]
pub struct SaveError {
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
/// `signals` that would end the program do not leave anything half done.
///
/// # Errors
///
/// In words for a person, which name what stands in the way.
pub fn save(
    path: &Path,
    bytes: &[u8],
    existing: Existing,
    origin: &Origin,
    signals: Signals,
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
    match put(&target, folder, bytes, old.as_ref(), existing, signals) {
        Ok(()) => Ok(Saved::Written(path)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Saved::Exists(path)),
        Err(error) => Err(failed(in_folder(&error, folder))),
    }
}

/// What is in the file at `path`, to be compared with what would replace it; `None` where it cannot be read, is none
/// (reading a pipe would wait for a writer), or is more than `READ_MOST` bytes.
pub fn read(path: &Path) -> Option<Vec<u8>> {
    let path = meant(path, env::home_dir().as_deref()).ok()?;
    if !fs::metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    // Not by its size: it may grow meanwhile.
    File::open(path).ok()?.take(READ_MOST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= READ_MOST).then_some(bytes)
}

#[cfg(test)]
mod tests;
