//! What a path that somebody typed means, where it leads, and which folder a file there is in.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::words::in_folder;

/// Links followed before they count as a ring (as Linux counts).
const MAX_LINKS: usize = 40;

/// `path` as it is written, with a leading `~/` spelled out; or why nobody can mean it.
pub(super) fn meant(path: &Path, home: Option<&Path>) -> Result<PathBuf, &'static str> {
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
pub(super) fn follow(path: &Path) -> io::Result<PathBuf> {
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
pub(super) fn folder_of(target: &Path) -> Result<&Path, String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_at_the_start_is_home() {
        let home =
            |path: &str| meant(Path::new(path), Some(Path::new("/home/mei"))).map(PathBuf::into_os_string);
        for (written, expected) in [
            ("~/walls.md", "/home/mei/walls.md"),
            ("~", "/home/mei/"),
            ("a/~/walls.md", "a/~/walls.md"),
            ("./~mei/walls.md", "./~mei/walls.md"),
            ("~walls.md", "~walls.md"),
            (" walls .md ", " walls .md "),
            ("notes/", "notes/"),
        ] {
            assert_eq!(home(written).unwrap(), expected, "{written}");
        }
        for refused in ["~mei/walls.md", "walls\n.md", "\u{1b}[2J", "\u{9b}2J/walls.md"] {
            assert!(home(refused).is_err(), "{refused:?}");
        }
        assert!(meant(Path::new("~/a"), None).is_err());
    }
}
