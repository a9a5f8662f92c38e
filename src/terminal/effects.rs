//! Effects → done outside the program, and what came of them. Copying has `clipboard`, browsing `browser`.

use std::path::Path;

use super::{ending, session};
use crate::app::Outcome;
use crate::files::{Existing, Origin, Saved, Signals, read, save};

/// Writes a file, whole or not at all. One that is not as it was `seen` is not replaced.
pub(super) fn write(
    path: &Path,
    bytes: &[u8],
    existing: Existing,
    seen: Option<&[u8]>,
    origin: &Origin,
) -> Outcome {
    if let (Some(seen), Some(old)) = (seen, read(path))
        && seen != old
    {
        return Outcome::Exists { path: path.to_owned(), old: Some(old), changed: true };
    }
    // No longer where a thread has panicked.
    let signals = if session::is_held() { Signals::Caught(ending::is_requested) } else { Signals::Default };
    match save(path, bytes, existing, origin, signals) {
        Ok(Saved::Written(path)) => Outcome::Written(path),
        Ok(Saved::Exists(path)) => Outcome::Exists { old: read(&path), path, changed: false },
        Err(error) => Outcome::Failed(error.to_string()),
    }
}
