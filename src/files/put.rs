//! New bytes, whole on the disk, and then under their name.
//!
//! Until they are whole they have no name (`O_TMPFILE`), so that whatever ends the program leaves nothing behind, not
//! even `kill -9`. What is to replace a file has a name of its own from one system call to the next: there is none that
//! gives a file the name of another. Signals that would end the program wait for that; where files without a name are
//! not to be had (macOS, NFS), they wait until the temporary file is written, or given up at the next piece, and gone.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, linkat};
use tempfile::{Builder, NamedTempFile};

use super::existing::Existing;
use super::held_back::{HeldBack, Signals};

/// Bytes that are written before it is asked whether somebody wants the program to end.
const PIECE: usize = 1 << 20;

/// What a replaced file passes on. Not its set-id bits: they were given to other bytes.
const PERMISSIONS: u32 = 0o777;

/// Writes a file at `target`, which is in `folder`; in place of `old`, if there is one.
///
/// # Errors
///
/// `AlreadyExists` where an existing one is to be kept. Nothing was lost, and nothing is left.
pub(super) fn put(
    target: &Path,
    folder: &Path,
    bytes: &[u8],
    old: Option<&Metadata>,
    existing: Existing,
    signals: Signals,
) -> io::Result<()> {
    let held_back = HeldBack::begin(signals);
    // Nobody else's until it has the permissions of the old one; else what any new file is made with, of which the
    // user's mask takes its share.
    let mode = if old.is_some() { 0o600 } else { 0o666 };
    let fill = |new: &mut File| fill(new, bytes, old, &held_back);
    let put = unnamed(folder, mode)
        .and_then(|mut new| {
            fill(&mut new)?;
            name(&new, target, folder, existing)
        })
        .or_else(|error| match error.kind() {
            // The answers that a temporary file with a name would get as well.
            ErrorKind::AlreadyExists | ErrorKind::Interrupted => Err(error),
            _ => {
                let mut new = named(folder, mode)?;
                fill(new.as_file_mut())?;
                rename(new, target, existing)
            }
        });
    if put.is_ok() {
        // The name is on the disk with its folder. Not every file system can do that; the bytes are safe already.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    put
}

fn fill(new: &mut File, bytes: &[u8], old: Option<&Metadata>, held_back: &HeldBack) -> io::Result<()> {
    for piece in bytes.chunks(PIECE) {
        if held_back.is_to_end() {
            return Err(io::Error::new(ErrorKind::Interrupted, "it was interrupted"));
        }
        new.write_all(piece)?;
    }
    if let Some(old) = old {
        // Fails where the file belongs to somebody else: replaced by leave of its folder, it then changes hands.
        let _ = fchown(&*new, Some(old.uid()), Some(old.gid()));
        new.set_permissions(Permissions::from_mode(old.mode() & PERMISSIONS))?;
    }
    new.sync_all()
}

/// A file in `folder` that has no name, and can be given one.
#[cfg(target_os = "linux")]
fn unnamed(folder: &Path, mode: u32) -> io::Result<File> {
    let flags = rustix::fs::OFlags::TMPFILE.bits().cast_signed();
    let new = OpenOptions::new().write(true).mode(mode).custom_flags(flags).open(folder)?;
    // Where nothing is mounted at /proc nothing leads to it.
    fs::symlink_metadata(way_to(&new)).map(|_| new)
}

#[cfg(not(target_os = "linux"))]
fn unnamed(_folder: &Path, _mode: u32) -> io::Result<File> {
    Err(ErrorKind::Unsupported.into())
}

fn way_to(new: &File) -> PathBuf {
    PathBuf::from(format!("/proc/self/fd/{}", new.as_raw_fd()))
}

/// Gives a file without a name the name `target`.
fn name(new: &File, target: &Path, folder: &Path, existing: Existing) -> io::Result<()> {
    let link =
        |to: &Path| -> io::Result<()> { Ok(linkat(CWD, way_to(new), CWD, to, AtFlags::SYMLINK_FOLLOW)?) };
    match (existing, link(target)) {
        // Only over a file that is there a name of its own is needed, which `kill -9` might leave.
        (Existing::Replace, Err(error)) if error.kind() == ErrorKind::AlreadyExists => {
            rename(temporary().make_in(folder, link)?, target, existing)
        }
        (Existing::Keep | Existing::Replace, linked) => linked,
    }
}

fn named(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    temporary().permissions(Permissions::from_mode(mode)).tempfile_in(folder)
}

fn temporary() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".wallchart-");
    builder
}

fn rename<F>(new: NamedTempFile<F>, target: &Path, existing: Existing) -> io::Result<()> {
    let renamed = match existing {
        Existing::Keep => new.persist_noclobber(target),
        Existing::Replace => new.persist(target),
    };
    renamed.map(drop).map_err(|error| error.error)
}
