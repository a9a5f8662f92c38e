//! Nothing is lost while a file is written, whatever ends the program or the room for it. The real program, on a real
//! disk.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::fmt::Write as _;
use std::fs::{self, DirEntry, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

/// Kills, so that some of them come at every moment of a write.
const KILLS: usize = 60;

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
        command.env("WALLCHART_CONFIG", "").stdin(Stdio::null());
        command
    }

    /// Replaces the file.
    fn replace(&self) -> Child {
        self.export(&["--force", "-o"]).arg(&self.target).spawn().unwrap()
    }

    /// What it writes.
    fn exported(&self) -> Vec<u8> {
        let new = self.export(&[]).output().unwrap().stdout;
        assert!(new.len() > 400_000, "{}", new.len());
        new
    }

    /// Whether a program has a file in the folder open, with a name or without. Where nobody knows, one is taken for
    /// written when it has a name.
    fn is_written_by(&self, pid: Pid) -> bool {
        match fs::read_dir(format!("/proc/{}/fd", pid.as_raw_nonzero())) {
            Ok(open) => {
                let leads_to = |file: DirEntry| fs::read_link(file.path());
                open.flatten().any(|file| leads_to(file).is_ok_and(|to| to.starts_with(&self.folder)))
            }
            Err(_) => self.leftovers().iter().any(|path| is_temporary(path)),
        }
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

/// When a program is ended, by looks at what it does: there is no clock that knows where it is.
#[derive(Clone, Copy)]
enum When {
    /// After so many.
    Looks(usize),
    /// So many after the first that found it writing.
    Writing(usize),
}

impl When {
    /// One of four at any time, the others once it writes: at once, or ever later.
    fn of(nth: usize) -> Self {
        if nth % 4 == 3 { Self::Looks(nth * 20) } else { Self::Writing(nth / 2) }
    }
}

/// Sends `signal`, and waits for the end; says whether it came amid the write.
fn end(mut program: Child, place: &Place, mut when: When, signal: Signal) -> bool {
    let pid = Pid::from_child(&program);
    let mut is_amid = false;
    while program.try_wait().unwrap().is_none() {
        is_amid = place.is_written_by(pid);
        when = match when {
            When::Looks(0) => break,
            When::Looks(left) => When::Looks(left - 1),
            When::Writing(more) if is_amid => When::Looks(more),
            When::Writing(more) => When::Writing(more),
        };
    }
    // It may have ended by itself, but is still waited for.
    let _ = kill_process(pid, signal);
    program.wait().unwrap();
    is_amid
}

#[test]
fn whenever_it_is_killed_the_file_is_the_old_one_or_the_new_one() {
    let place = Place::new("saving-killed");
    let new = place.exported();
    let mut amid = 0;
    for nth in 0..KILLS {
        fs::write(&place.target, OLD).unwrap();
        amid += usize::from(end(place.replace(), &place, When::of(nth), Signal::KILL));
        let found = fs::read(&place.target).unwrap();
        assert!(found == OLD || found == new, "{nth}: {} bytes, neither of both", found.len());
        // Between the two system calls that nothing can join: it is whole, and nobody else's. Nothing else is there.
        for path in place.leftovers() {
            assert!(is_temporary(&path), "{}", path.display());
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!((fs::read(&path).unwrap() == new, mode), (true, 0o600));
            fs::remove_file(path).unwrap();
        }
    }
    assert!(amid > 0, "never killed amid the write");
}

#[test]
fn whenever_it_is_killed_a_new_file_is_whole_or_not_there() {
    let place = Place::new("saving-new-killed");
    let new = place.exported();
    let mut amid = 0;
    for nth in 0..KILLS {
        let _ = fs::remove_file(&place.target);
        amid += usize::from(end(place.replace(), &place, When::of(nth), Signal::KILL));
        if let Ok(found) = fs::read(&place.target) {
            assert!(found == new, "{nth}: {} bytes, not all of it", found.len());
        }
        assert_eq!(place.leftovers(), Vec::<PathBuf>::new());
    }
    assert!(amid > 0, "never killed amid the write");
}

#[test]
fn whatever_signal_ends_it_nothing_is_left_behind() {
    let place = Place::new("saving-interrupted");
    let new = place.exported();
    let mut amid = 0;
    for nth in 0..KILLS {
        fs::write(&place.target, OLD).unwrap();
        let signal = [Signal::INT, Signal::TERM, Signal::HUP][nth / 4 % 3];
        amid += usize::from(end(place.replace(), &place, When::of(nth), signal));
        let found = fs::read(&place.target).unwrap();
        assert!(found == OLD || found == new, "{nth}: {} bytes, neither of both", found.len());
        assert_eq!(place.leftovers(), Vec::<PathBuf>::new(), "{signal:?}");
    }
    assert!(amid > 0, "never ended amid the write");
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
