//! Nothing is lost while a file is written, whatever ends the program or the room for it. The real program, on a real
//! disk.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::fmt::Write as _;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Kills, so that some of them come at every moment of a write.
const KILLS: usize = 100;

const OLD: &[u8] = b"What was there before.\n";

/// A folder of its own, with a dataset in it and a file that is to be replaced by an export of it.
struct Place {
    folder: PathBuf,
    dataset: PathBuf,
    target: PathBuf,
}

impl Place {
    fn new(name: &str) -> Self {
        let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&home);
        let folder = home.join("exports");
        fs::create_dir_all(&folder).unwrap();
        let place = Self { dataset: home.join("large.toml"), target: folder.join("large.json"), folder };
        fs::write(&place.dataset, dataset()).unwrap();
        fs::write(&place.target, OLD).unwrap();
        fs::set_permissions(&place.target, Permissions::from_mode(0o600)).unwrap();
        place
    }

    /// The program, with `args` after the dataset.
    fn export(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wallchart"));
        command.arg("export").arg(&self.dataset).args(["--format", "json"]).args(args);
        command.stdin(Stdio::null());
        command
    }

    /// Replaces the file.
    fn replace(&self) -> Child {
        self.export(&["--force", "-o"]).arg(&self.target).spawn().unwrap()
    }

    /// What stands in the folder besides the file.
    fn leftovers(&self) -> Vec<PathBuf> {
        let paths = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path());
        paths.filter(|path| *path != self.target).collect()
    }
}

/// Few milestones, so that it is read at once, that all cite a source whose title is long, so that it takes a while to
/// write them as JSON: nearly half a megabyte.
fn dataset() -> String {
    let mut text = format!(
        "schema = 1\n[dataset]\nid = \"large\"\ntitle = \"Large\"\n\
         [[kind]]\nid = \"report\"\nname = \"Report\"\ntone = \"neutral\"\nglyph = \"○\"\nascii = \",\"\n\
         [[source]]\nid = \"long\"\npublisher = \"P\"\ntitle = \"{}\"\n",
        "all that is known of it, ".repeat(1_000)
    );
    for n in 0..16 {
        let _ = write!(
            text,
            "[[milestone]]\nid = \"m-{n}\"\ndate = \"2021\"\ntitle = \"Number {n}\"\nkind = \"report\"\n\
             summary = \"S.\"\nconfidence = \"high\"\ncites = [{{ source = \"long\" }}]\n"
        );
    }
    text
}

fn is_temporary(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".wallchart-"))
}

/// When a program is killed, by looks at the folder: there is no clock that knows where it is.
#[derive(Clone, Copy)]
enum When {
    /// After so many.
    Looks(usize),
    /// So many after the first that found it writing.
    Writing(usize),
}

fn kill(mut program: Child, place: &Place, mut when: When) {
    while program.try_wait().unwrap().is_none() {
        when = match when {
            When::Looks(0) => break,
            When::Looks(left) => When::Looks(left - 1),
            When::Writing(more) if place.leftovers().iter().any(|path| is_temporary(path)) => {
                When::Looks(more)
            }
            When::Writing(more) => When::Writing(more),
        };
        place.leftovers();
    }
    program.kill().unwrap();
    program.wait().unwrap();
}

#[test]
fn whenever_it_is_killed_the_file_is_the_old_one_or_the_new_one() {
    let place = Place::new("saving-killed");
    let new = place.export(&[]).output().unwrap().stdout;
    assert!(new.len() > 400_000, "{}", new.len());
    let (mut amid, mut kept, mut replaced) = (0, 0, 0);
    for nth in 0..KILLS {
        fs::write(&place.target, OLD).unwrap();
        // One of four at any time, the others once it writes: at once, or ever later.
        let when = if nth % 4 == 3 { When::Looks(nth * 20) } else { When::Writing(nth / 2) };
        kill(place.replace(), &place, when);
        match fs::read(&place.target).unwrap() {
            found if found == OLD => kept += 1,
            found if found == new => replaced += 1,
            found => panic!("{nth}: {} bytes, neither the old file nor the new one", found.len()),
        }
        // Nobody is left to remove what the killed one had begun; nothing else is there.
        for path in place.leftovers() {
            assert!(is_temporary(&path), "{}", path.display());
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "what is private is never to be read by others");
            amid += 1;
            fs::remove_file(path).unwrap();
        }
    }
    println!("killed amid the write: {amid}; the old file: {kept}, the new one: {replaced}");
    assert_eq!(kept + replaced, KILLS);
    assert!(amid > 0 && amid <= kept, "killed amid the write: {amid}, before the end: {kept}");
}

#[test]
fn where_there_is_no_room_the_old_file_stays() {
    let place = Place::new("saving-full");
    // A limit on the size of a file stands for a full disk, which takes an administrator to make.
    let script = "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\"";
    let export = place.export(&["--force", "-o"]);
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).arg(export.get_program()).args(export.get_args()).arg(&place.target);
    let output = shell.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = format!(
        "error: `{}` could not be written: it would be larger than a file may be there\n",
        place.target.display()
    );
    assert_eq!((output.status.code(), said, output.stdout), (Some(1), expected, Vec::new()));
    assert_eq!(fs::read(&place.target).unwrap(), OLD);
    assert_eq!(place.leftovers(), Vec::<PathBuf>::new());
}
