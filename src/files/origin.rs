//! Where a dataset came from, which no export replaces.

use std::fs::{self, File, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The file that a dataset was read from, under whatever name: a link leads to it, a hard link is it.
///
/// Known by device and inode, as it was when it was read; and as it is found now where it was, for editors save by
/// putting another file in its place.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    path: Option<PathBuf>,
    read: Option<Identity>,
}

type Identity = (u64, u64);

impl Origin {
    /// The file at `path`, which is about to be read.
    pub fn of(path: &Path) -> Self {
        Self { path: Some(path.to_owned()), read: fs::metadata(path).ok().as_ref().and_then(identity) }
    }

    /// The file that standard input is, if it is one.
    pub fn input() -> Self {
        let input = rustix::stdio::stdin().try_clone_to_owned().map(File::from);
        let found = input.and_then(|input| input.metadata()).ok();
        Self { path: None, read: found.as_ref().and_then(identity) }
    }

    /// Whether `found` is that file.
    pub(super) fn is(&self, found: &Metadata) -> bool {
        let now = || self.path.as_ref().and_then(|path| fs::metadata(path).ok());
        let found = identity(found);
        found.is_some() && (found == self.read || found == now().as_ref().and_then(identity))
    }
}

/// What a file is known by; `None` for a terminal or a pipe, which may be read and written at once.
fn identity(found: &Metadata) -> Option<Identity> {
    found.is_file().then(|| (found.dev(), found.ino()))
}
