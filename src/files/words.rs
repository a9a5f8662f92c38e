//! Why a file could not be written, in words.

use std::io::{self, ErrorKind};
use std::path::Path;

/// What went wrong, for a person.
pub fn words(error: &io::Error) -> String {
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

/// The same of a file that was to be made in `folder`.
pub(super) fn in_folder(error: &io::Error, folder: &Path) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => format!("there is no permission to write in `{}`", folder.display()),
        _ => words(error),
    }
}
