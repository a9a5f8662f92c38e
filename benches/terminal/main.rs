//! How long a reader waits at a terminal: the real program in a pseudo-terminal, beside the least that `ratatui` can do
//! and, where it is installed, fzf. They are run in turn, so that a ratio within one table can be trusted on a machine
//! that is not quiet. `docs/performance.md` says what came out.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on stops")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a table is what it is run for")]

mod floor;
mod proc;
mod pty;
#[path = "../support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the other benchmarks use the rest")]
mod support;
mod table;

use std::env::{args, current_exe};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use pty::Program;
use table::{Samples, print};

/// What is run, and how the same is asked of each.
struct Peer {
    name: &'static str,
    argv: Vec<String>,
    /// What stands on the screen once there is something to read, and once everything is loaded.
    ready: String,
    loaded: String,
    down: &'static str,
    up: &'static str,
    /// What opens a line to type into; `None` where there is nothing to search.
    search: Option<&'static str>,
    quit: &'static str,
}

/// Rounds, in each of which every program is run once, and keys down in each.
#[derive(Clone, Copy)]
struct Effort {
    rounds: usize,
    keys: usize,
}

/// A word that one in a thousand has, and one that most have. They are typed letter by letter.
const WORDS: [(&str, &str); 2] =
    [("what a letter of a rare word finds", "m777"), ("of a common word", "users")];

/// What is measured of keys that move within the page, and of keys that scroll it.
const MOVES: [[&str; 3]; 2] = [
    ["a key within the page", "bytes of it", "writes of it"],
    ["a key that scrolls", "bytes of it, scrolling", "writes of it, scrolling"],
];

fn main() {
    let args: Vec<String> = args().skip(1).collect();
    if args.iter().any(|arg| arg == floor::ASKED) {
        return floor::run().expect("a terminal");
    }
    let is_test = args.iter().any(|arg| arg == "--test");
    let wanted = args.iter().find(|arg| !arg.starts_with('-'));
    let effort = if is_test { Effort { rounds: 1, keys: 12 } } else { Effort { rounds: 5, keys: 60 } };
    let folder = tempfile::tempdir().expect("a folder");
    let sizes = [None, Some(1_000), Some(100_000), Some(1_000_000)];
    for size in sizes.into_iter().filter(|size| !is_test || size.is_none_or(|size| size <= 1_000)) {
        let name =
            size.map_or("terminal, embedded".to_owned(), |size| format!("terminal, {size} milestones"));
        if wanted.is_none_or(|wanted| name.contains(wanted)) {
            run(&name, &peers(size, folder.path()), effort);
        }
    }
}

fn peers(size: Option<usize>, folder: &Path) -> Vec<Peer> {
    let wallchart = env!("CARGO_BIN_EXE_wallchart").to_owned();
    let this = current_exe().expect("a name").display().to_string();
    let list = Peer {
        name: "ratatui list",
        argv: vec![this, floor::ASKED.to_owned()],
        ready: floor::READY.to_owned(),
        loaded: floor::READY.to_owned(),
        down: "j",
        up: "k",
        search: None,
        quit: "q",
    };
    // Past the front page: there keys choose doors.
    let explorer = |argv: Vec<String>, count: usize| Peer {
        name: "wallchart",
        argv: [argv, ["--view", "timeline"].map(str::to_owned).to_vec()].concat(),
        ready: format!("{count} milestones"),
        loaded: format!("{count} milestones"),
        down: "j",
        up: "k",
        search: Some("&"),
        quit: "q",
    };
    let Some(size) = size else { return vec![explorer(vec![wallchart], 106), list] };
    let text = support::dataset(size);
    let [file, lines] = ["toml", "txt"].map(|end| folder.join(format!("{size}.{end}")).display().to_string());
    fs::write(&file, &text).expect("room");
    let mut peers = vec![explorer(vec![wallchart, file], size), list];
    if Command::new("fzf").arg("--version").output().is_ok_and(|said| said.status.success()) {
        fs::write(&lines, a_line_each(&text)).expect("room");
        peers.push(Peer {
            name: "fzf",
            argv: ["sh", "-c", "exec fzf --layout=reverse < \"$0\"", &lines].map(str::to_owned).to_vec(),
            ready: "m0".to_owned(),
            loaded: format!("{size}/{size}"),
            down: "\x1b[B",
            up: "\x1b[A",
            search: Some(""),
            quit: "\x1b",
        });
    }
    peers
}

/// The id, title and summary of each milestone, as a program takes them that reads lines.
fn a_line_each(text: &str) -> String {
    let milestones = text.split("[[milestone]]\n").skip(1);
    let kept = |line: &&str| !line.contains(" = [") && !line.starts_with("kind") && !line.is_empty();
    milestones
        .flat_map(|one| [one.lines().filter(kept).collect::<Vec<_>>().join(" "), "\n".to_owned()])
        .collect()
}

fn run(name: &str, peers: &[Peer], effort: Effort) {
    let mut samples: Vec<Samples> = peers.iter().map(|_| Samples::default()).collect();
    for round in 0..effort.rounds {
        for nth in 0..peers.len() {
            // A B C, then C B A.
            let nth = if round % 2 == 0 { nth } else { peers.len() - 1 - nth };
            eprintln!("{name}: round {} of {}, {}", round + 1, effort.rounds, peers[nth].name);
            session(&peers[nth], effort.keys, &mut samples[nth]);
        }
    }
    print(name, &peers.iter().map(|peer| peer.name).collect::<Vec<_>>(), &samples);
}

/// One session: start, keys, words, a while without any, and the way out.
fn session(peer: &Peer, keys: usize, samples: &mut Samples) {
    let mut program = Program::start(&peer.argv);
    samples.add("exec to first frame", program.first());
    samples.add("to something to read", program.until(&peer.ready));
    samples.add("to everything loaded", program.until(&peer.loaded));
    let calm = program.calm();
    samples.add("memory, MiB", proc::mebibytes(program.pid(), "VmRSS"));
    samples.add("its peak, MiB", proc::mebibytes(program.pid(), "VmHWM"));
    let before = proc::wakeups(program.pid());
    samples.add("bytes written while idle for 1 s", program.silence(Duration::from_secs(1)));
    samples.add("wake-ups meanwhile", proc::wakeups(program.pid()) - before);
    for (all, [time, bytes, writes]) in [keys / 4, keys].into_iter().zip(MOVES) {
        for _ in 0..all {
            let answer = program.press(peer.down, Duration::from_millis(30));
            if let Some(settled) = answer.settled {
                samples.add(time, settled);
                samples.add(bytes, answer.bytes);
                samples.add(writes, answer.writes);
            }
        }
        program.press(&peer.down.repeat(keys / 2), calm);
    }
    // The list has only its rows.
    if let Some(search) = peer.search {
        // Back to the top, where every program has something to show of it.
        let back = program.press(&peer.up.repeat(300), calm);
        samples.add("300 keys at once", back.settled.unwrap_or(f64::NAN));
        for (name, word) in WORDS {
            if !search.is_empty() {
                program.press(search, calm);
            }
            for letter in word.chars() {
                let answer = program.press(&letter.to_string(), calm);
                samples.add("a letter itself", answer.first.unwrap_or(0.0));
                samples.add(name, answer.settled.unwrap_or(0.0));
            }
            // Ctrl-u empties the line; where it was opened for this, Esc closes it.
            program.press("\x15", calm);
            if !search.is_empty() {
                program.press("\x1b", calm);
            }
        }
    }
    samples.add("quit to gone", program.quit(peer.quit));
}
