//! Files, whole or not at all. The command line's `-o` writes with it as well.
//!
//! Invariant: until the new bytes are safely on the disk, the old file is what it was; an error leaves it so. A
//! file of that name that appears meanwhile is not lost either: [`Existing::Keep`] is decided by the file
//! system, in one step.

use std::env;
use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::app::Existing;

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
/// allowed, its owner; its other hard links keep the old bytes.
///
/// # Errors
///
/// In words for a person, which name what stands in the way.
pub(crate) fn save(path: &Path, bytes: &[u8], existing: Existing) -> Result<Saved, SaveError> {
    let path = at_home(path, env::home_dir().as_deref());
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
    let path = at_home(path, env::home_dir().as_deref());
    if !fs::metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    // Not by its size: it may grow meanwhile.
    File::open(path).ok()?.take(READ_MOST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= READ_MOST).then_some(bytes)
}

/// `path` with a leading `~/` spelled out.
fn at_home(path: &Path, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
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

/// A temporary file beside the target, complete and on the disk, then renamed.
fn put(
    target: &Path,
    folder: &Path,
    bytes: &[u8],
    old: Option<&Metadata>,
    existing: Existing,
) -> io::Result<()> {
    // Nobody else's until it has the permissions of the old one; else what any new file is made with, of which the
    // user's mask takes its share.
    let mode = if old.is_some() { 0o600 } else { 0o666 };
    let mut new = tempfile::Builder::new()
        .prefix(".wallchart-")
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(folder)?;
    new.write_all(bytes)?;
    if let Some(old) = old {
        // Fails where the file belongs to somebody else: replaced by leave of its folder, it then changes hands.
        let _ = fchown(new.as_file(), Some(old.uid()), Some(old.gid()));
        new.as_file().set_permissions(old.permissions())?;
    }
    new.as_file().sync_all()?;
    rename(new, target, existing)?;
    // The name is on the disk with its folder. Not every file system can do that; the bytes are safe already.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn rename(new: NamedTempFile, target: &Path, existing: Existing) -> io::Result<()> {
    let renamed = match existing {
        Existing::Keep => new.persist_noclobber(target),
        Existing::Replace => new.persist(target),
    };
    renamed.map(drop).map_err(|error| error.error)
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
mod tests {
    use super::*;

    use std::os::unix::fs::symlink;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary folder")
    }

    fn text(path: &Path) -> String {
        fs::read_to_string(path).expect("a readable file")
    }

    /// Everything but the files named must be gone: no temporary file stays.
    #[track_caller]
    fn assert_holds(folder: &Path, names: &[&str]) {
        let mut found = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
            .collect::<Vec<_>>();
        found.sort();
        assert_eq!(found, names);
    }

    #[test]
    fn a_file_is_kept_unless_replacing_it_was_asked_for() {
        let folder = folder();
        let path = folder.path().join("walls.md");
        assert_eq!(save(&path, b"one", Existing::Keep).unwrap(), Saved::Written(path.clone()));
        assert_eq!(save(&path, b"two", Existing::Keep).unwrap(), Saved::Exists(path.clone()));
        assert_eq!(text(&path), "one");
        assert_eq!(save(&path, b"two", Existing::Replace).unwrap(), Saved::Written(path.clone()));
        assert_eq!(text(&path), "two");
        assert_holds(folder.path(), &["walls.md"]);
    }

    #[test]
    fn of_two_that_keep_one_writes() {
        let folder = folder();
        let path = folder.path().join("walls.md");
        let race = |text: &'static str| {
            let path = path.clone();
            std::thread::spawn(move || save(&path, text.as_bytes(), Existing::Keep).unwrap())
        };
        let racers = ["a", "b", "c", "d"].map(race);
        let written = racers.map(|racer| racer.join().expect("no panic"));
        assert_eq!(written.iter().filter(|saved| matches!(saved, Saved::Written(_))).count(), 1);
        assert_holds(folder.path(), &["walls.md"]);
    }

    #[test]
    fn a_replaced_file_keeps_its_permissions_and_a_new_one_is_like_any_other() {
        let folder = folder();
        let [old, new, plain] = ["old.md", "new.md", "plain"].map(|name| folder.path().join(name));
        fs::write(&old, "old").unwrap();
        fs::set_permissions(&old, Permissions::from_mode(0o640)).unwrap();
        fs::write(&plain, "").unwrap();
        save(&old, b"new", Existing::Replace).unwrap();
        save(&new, b"new", Existing::Replace).unwrap();
        let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode(&old), 0o640);
        assert_eq!(mode(&new), mode(&plain));
    }

    #[test]
    fn links_are_followed_and_stay() {
        let folder = folder();
        fs::create_dir(folder.path().join("notes")).unwrap();
        let [real, link, second, fresh, dangling, ring] =
            ["notes/real", "link", "second", "notes/fresh", "dangling", "ring"]
                .map(|name| folder.path().join(name));
        fs::write(&real, "old").unwrap();
        symlink("notes/real", &link).unwrap();
        symlink(&link, &second).unwrap();
        symlink("notes/fresh", &dangling).unwrap();
        symlink("ring", &ring).unwrap();
        assert_eq!(save(&second, b"new", Existing::Keep).unwrap(), Saved::Exists(second.clone()));
        save(&second, b"new", Existing::Replace).unwrap();
        save(&dangling, b"made", Existing::Keep).unwrap();
        assert_eq!((text(&real), text(&fresh)), ("new".to_owned(), "made".to_owned()));
        assert!(link.is_symlink() && second.is_symlink() && dangling.is_symlink());
        let why = save(&ring, b"", Existing::Replace).unwrap_err().why;
        assert_eq!(why, "its symbolic links lead in a circle");
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("notes")).unwrap();
        fs::write(at("file"), "kept").unwrap();
        let why = |path: PathBuf| save(&path, b"new", Existing::Replace).unwrap_err().why;
        assert_eq!(why(at("notes")), "it is a folder");
        assert_eq!(why(at("new/")), "it names a folder");
        assert_eq!(why(PathBuf::new()), "a file needs a name");
        assert_eq!(why(PathBuf::from("/")), "it is a folder");
        assert_eq!(
            why(at("no/such/walls.md")),
            format!("the folder `{}` does not exist", at("no/such").display())
        );
        assert_eq!(why(at("file/walls.md")), "a part of its path is a file, not a folder");
        assert_eq!(why(at(&"x".repeat(300))), "its name is too long, or not one that the disk allows");
        assert_eq!(why(PathBuf::from("/dev/null")), "it is a device or a pipe, not a file");
        assert_eq!(why(PathBuf::from("a\0b")), "its name is not one that a file can have");
        assert_eq!(text(&at("file")), "kept");
        assert_holds(folder.path(), &["file", "notes"]);
    }

    #[test]
    fn a_file_is_read_to_be_compared_and_nothing_else_is() {
        let folder = folder();
        let [small, large, link] = ["small", "large", "link"].map(|name| folder.path().join(name));
        fs::write(&small, "墙\x1b").unwrap();
        symlink(&small, &link).unwrap();
        assert_eq!(super::read(&small), Some("墙\x1b".into()));
        assert_eq!(super::read(&link), Some("墙\x1b".into()));
        File::create(&large).and_then(|file| file.set_len(READ_MOST)).unwrap();
        assert_eq!(super::read(&large).map(|bytes| bytes.len() as u64), Some(READ_MOST));
        File::create(&large).and_then(|file| file.set_len(READ_MOST + 1)).unwrap();
        for path in
            [&large, folder.path(), Path::new("/dev/null"), Path::new("/dev/tty"), &folder.path().join("no")]
        {
            assert_eq!(super::read(path), None, "{}", path.display());
        }
    }

    #[test]
    fn without_permission_nothing_is_lost() {
        // Root may write everywhere.
        if rustix::process::geteuid().is_root() {
            return;
        }
        let folder = folder();
        let path = folder.path().join("walls.md");
        fs::write(&path, "kept").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
        let why = |path: &Path| save(path, b"new", Existing::Replace).unwrap_err().why;
        assert_eq!(why(&path), "there is no permission to write it");
        fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
        let new = why(&folder.path().join("new.md"));
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        assert_eq!(new, format!("there is no permission to write in `{}`", folder.path().display()));
        assert_eq!(text(&path), "kept");
    }

    #[test]
    fn a_full_disk_is_called_full() {
        assert_eq!(words(&ErrorKind::StorageFull.into()), "the disk is full");
        let error = SaveError { path: "walls.md".into(), why: words(&ErrorKind::StorageFull.into()) };
        assert_eq!(error.to_string(), "`walls.md` could not be written: the disk is full");
    }

    #[test]
    fn a_tilde_at_the_start_is_home() {
        let home = |path: &str| at_home(Path::new(path), Some(Path::new("/home/mei")));
        assert_eq!(home("~/walls.md"), Path::new("/home/mei/walls.md"));
        assert_eq!(home("a/~/walls.md"), Path::new("a/~/walls.md"));
        assert_eq!(home("~mei/walls.md"), Path::new("~mei/walls.md"));
        assert_eq!(at_home(Path::new("~/a"), None), Path::new("~/a"));
    }
}
