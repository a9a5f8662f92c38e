use super::*;

use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, symlink};

/// Of nothing that is a file.
fn save(path: &Path, bytes: &[u8], existing: Existing) -> Result<Saved, SaveError> {
    super::save(path, bytes, existing, &Origin::default(), Signals::Default)
}

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
fn where_a_session_is_told_to_end_the_old_file_stays() {
    let folder = folder();
    let path = folder.path().join("walls.md");
    let save =
        |bytes: &[u8], signals| super::save(&path, bytes, Existing::Replace, &Origin::default(), signals);
    save(b"old", Signals::Caught(|| false)).unwrap();
    assert_eq!(save(b"new", Signals::Caught(|| true)).unwrap_err().why, "it was interrupted");
    assert_eq!(text(&path), "old");
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
fn who_may_run_the_old_file_as_somebody_else_may_not_so_run_the_new_one() {
    let folder = folder();
    let path = folder.path().join("walls");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o6755)).unwrap();
    save(&path, b"new", Existing::Replace).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o755);
}

#[test]
fn the_dataset_is_replaced_under_none_of_its_names() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("walls.toml"), "schema = 1").unwrap();
    symlink("walls.toml", at("link")).unwrap();
    fs::hard_link(at("walls.toml"), at("hard")).unwrap();
    let refused = |name: &str, origin: &Origin| {
        for existing in [Existing::Keep, Existing::Replace] {
            let why = super::save(&at(name), b"new", existing, origin, Signals::Default).unwrap_err().why;
            assert_eq!(why, "it is the dataset itself, which an export never replaces", "{name}");
        }
    };
    for read in ["walls.toml", "link", "hard"] {
        let origin = Origin::of(&at(read));
        for name in ["walls.toml", "link", "hard"] {
            refused(name, &origin);
        }
    }
    // As an editor saves: the file that was read has another name now, and the one of that name is another file.
    let origin = Origin::of(&at("walls.toml"));
    fs::rename(at("walls.toml"), at("walls.toml~")).unwrap();
    fs::write(at("walls.toml"), "schema = 1").unwrap();
    refused("walls.toml", &origin);
    refused("walls.toml~", &origin);
    assert_eq!(text(&at("walls.toml")), "schema = 1");
    assert_eq!(text(&at("hard")), "schema = 1");
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
    assert_eq!(why(PathBuf::from("a\0b")), "there is a control character in its name");
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
