//! The real program, without a terminal: what it prints, what it says, and its exit status.

#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

#[path = "cli/config.rs"]
mod config;
#[path = "cli/filters.rs"]
mod filters;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/shells.rs"]
mod shells;
#[path = "support/tried.rs"]
mod tried;
#[path = "cli/verify/mod.rs"]
mod verify;
#[path = "cli/view.rs"]
mod view;
#[path = "cli/walls.rs"]
mod walls;

const SMALL: &str = "tests/data/small.toml";
/// A long one.
const STORY: &str = "tests/data/story.toml";

/// What a run came to: its status, standard output and standard error.
#[derive(Debug)]
struct Run {
    status: i32,
    out: String,
    err: String,
}

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wallchart"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    // Nobody's own.
    command.env("WALLCHART_CONFIG", "");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(args: &[&str]) -> Run {
    run_on(b"", args)
}

fn run_on(input: &[u8], args: &[&str]) -> Run {
    let mut child = program(args).stdin(Stdio::piped()).spawn().unwrap();
    // The program may end without having read all of it.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs with `args` and checks status and messages; nothing may have been printed as a result.
#[track_caller]
fn refused(args: &[&str], status: i32, err: &str) {
    let run = run(args);
    assert_eq!((run.status, run.err.as_str(), run.out.as_str()), (status, err, ""), "{args:?}");
}

/// An empty folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn without_a_terminal_it_prints_what_list_prints() {
    let (alone, list) = (run(&[]), run(&["list"]));
    assert_eq!((alone.status, alone.err.as_str()), (0, ""));
    assert_eq!(alone.out, list.out);
    assert!(alone.out.lines().count() > 10 && !alone.out.contains('\u{1b}'));
    assert_eq!(run(&[SMALL, "-c", "miit"]).out, run(&["list", SMALL, "-c", "miit"]).out);
}

#[test]
fn a_listed_line_holds_date_kind_id_and_the_whole_title() {
    let run = run(&["list", SMALL, "-y", "2021..2022"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(
        run.out,
        "\
2021-02-02               litigation       douyin-sues            Douyin sues
2021-09-09               regulation       miit-guidance-meeting  The ministry asks platforms to open
[2021-09-17,2021-09-18]  partial-opening  links-open             Links open one to one
2021-11-29?              link-unblocking  links-in-groups        Links open in groups
2022-41                  beta-test        payment-tests          Taobao tries other wallets
"
    );
}

#[test]
fn json_is_an_object_a_line_with_stable_keys() {
    let run = run(&["list", SMALL, "-k", "partial-opening", "--json"]);
    let object: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.status, run.out.lines().count()), (0, 1));
    let expected = serde_json::json!({
        "id": "links-open", "date": "[2021-09-17,2021-09-18]", "earliest": "2021-09-17", "latest": "2021-09-18",
        "title": "Links open one to one", "title_zh": "一对一聊天可打开外链", "kind": "partial-opening", "tone": "trial",
        "channels": ["links"], "actors": ["tencent"], "affected": ["alibaba", "bytedance"], "platforms": ["wechat"],
        "confidence": "high", "summary": "On one of two days.", "summary_zh": null, "note": null,
        "effects": [
            { "barrier": "wechat-taobao-links", "state": "limited", "date": "[2021-09-17,2021-09-18]",
              "note": null, "note_zh": null },
            { "barrier": "wechat-douyin-links", "state": "trial", "date": "[2021-09-17,2021-09-18]",
              "note": null, "note_zh": null },
        ],
        "relations": [
            { "type": "follows", "to": "miit-guidance-meeting" },
            { "type": "lifts", "to": "taobao-blocks-wechat" },
        ],
        "cites": [{
            "source": "paper-2021-09-17", "publisher": "The Paper", "title": "微信开放外链",
            "url": "https://example.org/a?b=c&d=(e)", "published": "2021-09-17", "paraphrased": false,
            "via": "original", "supports": null, "supports_zh": null, "note": null, "note_zh": null,
        }],
        "note_zh": null, "landmark": null, "landmark_zh": null, "disputed": false,
    });
    assert_eq!(object, expected);
    let open_ended: serde_json::Value =
        serde_json::from_str(&self::run(&["show", "still-talking", SMALL, "--json"]).out).unwrap();
    assert_eq!(open_ended["latest"], serde_json::Value::Null);
}

#[test]
fn show_prints_a_page_of_at_most_80_columns() {
    let run = run(&["show", "links-open", SMALL]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    insta::assert_snapshot!("show", run.out);
    let whole = self::run(&["show", "taobao-wechat-pay-rollout", STORY]).out;
    let long =
        whole.lines().filter(|line| !line.trim().starts_with("http")).find(|line| line.chars().count() > 80);
    assert_eq!(long, None);
}

#[test]
fn nothing_a_dataset_says_reaches_the_terminal_as_a_command() {
    let embedded = run(&["show", "hostile-text", SMALL]);
    for out in [
        embedded.out,
        run(&["list", SMALL]).out,
        run(&["export", SMALL]).out,
        run(&["list", "--json", SMALL]).out,
    ] {
        assert!(!out.is_empty() && !out.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\0']));
    }
    refused(
        &["show", "\u{1b}[2J"],
        1,
        "error: there is no milestone and no wall `␛[2J`\nhelp: `wallchart list | cat` and `wallchart walls | cat` show all ids\n",
    );
}

#[test]
fn what_is_not_known_is_said_with_the_nearest_that_is() {
    refused(
        &["show", "links-opne", SMALL],
        1,
        "error: there is no milestone and no wall `links-opne`\nhelp: did you mean `links-open`?\n",
    );
    for (args, near) in [
        (["list", "-c", "tencnet"], "did you mean `tencent`?"),
        (["list", "-k", "regulatoin"], "did you mean `regulation`?"),
        (["list", "-y", "20x1"], ""),
        (["export", "-c", "-x"], ""),
    ] {
        let run = run(&args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(
            run.err.starts_with("error: ") && run.err.contains(args[2].trim_start_matches('-')),
            "{}",
            run.err
        );
        assert!(run.err.contains(near), "{}", run.err);
    }
}

#[test]
fn wrong_usage_is_never_ignored() {
    for args in [
        &["-c", "tencent", "list"][..],
        &[SMALL, "list"],
        &["list", "--jsn"],
        &["list", "a.toml", "b.toml"],
        &["show"],
        &["check"],
        &["verify"],
        &["verify", "-", "-"],
        &["verify", "a.md", "-c", "tencent"],
        &["verify", "a.md", "b.toml", "c.toml"],
        &["export", "--format", "docx"],
        &["export", "--force"],
        &["facets", "--format", "csv"],
        &["-q", "x", "facets"],
        &["--dim", "list"],
        &["--open", "list"],
        &["--at", "2021", "export"],
        &["list", "--search", "x"],
        &["--at", "2021", "--at", "2022"],
        &["list", "-c"],
    ] {
        let run = run(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.starts_with("error: "), "{}", run.err);
    }
    refused(
        &["-y", "2021", "export"],
        2,
        "error: FILE and options stand after `export`, not before it\n\
         help: write `wallchart export …`, with FILE and the options at its end\n",
    );
}

#[test]
fn how_the_explorer_opens_changes_nothing_that_is_printed_but_must_be_right() {
    for args in [
        &["--at", "links-open"][..],
        &["--at", "-0044", "--dim"],
        &["--at", "sept 2021", "--search", "-x"],
        &["--at=2021年9月"],
        &["--glyphs", "ascii", "--search="],
    ] {
        let alone = run(&[&[SMALL, "-c", "miit"], args].concat());
        assert_eq!((alone.status, alone.err.as_str()), (0, ""), "{args:?}");
        assert_eq!(alone.out, run(&["list", SMALL, "-c", "miit"]).out, "{args:?}");
    }
    refused(
        &[SMALL, "--at", "links-opne", "-k", "rule", "--search", "pay kin:x"],
        2,
        "\
error: no kind is called `rule`
  | -k rule
  |    ^^^^
help: `rule` is a tone: write `tone:rule`

error: `links-opne` is neither a milestone nor a date
  | --at links-opne
  |      ^^^^^^^^^^
help: did you mean `links-open`?

error: no key is called `kin:`
  | --search pay kin:x
  |              ^^^
help: did you mean `kind:`? or put the whole word in quotes to look for it as text
",
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    refused(&["lst"], 1, "error: there is no file `lst`\nhelp: did you mean `wallchart list`?\n");
    let help = "help: without FILE, the embedded dataset is opened\n";
    refused(&["list", "no/such.toml"], 1, &format!("error: there is no file `no/such.toml`\n{help}"));
    refused(&["list", "tests"], 1, &format!("error: `tests` is a folder, not a dataset\n{help}"));
}

#[test]
fn standard_input_is_a_dataset_too() {
    let text = std::fs::read(SMALL).unwrap();
    assert_eq!(run_on(&text, &["list", "-"]).out, run(&["list", SMALL]).out);
    assert_eq!(run_on(&text, &["-", "-c", "miit"]).out, run(&["list", SMALL, "-c", "miit"]).out);
    let broken = run_on("一\n墙\u{95e8}".as_bytes().split_last().unwrap().1, &["list", "-"]);
    assert_eq!(broken.status, 1);
    assert!(
        broken.err.starts_with("error: `standard input` is not UTF-8: byte 0xE9 at line 2, column 2\n"),
        "{}",
        broken.err
    );
}

#[test]
fn a_faulty_dataset_never_half_loads() {
    let run = run_on(b"schema = 2\n[dataset]\nid = \"x\"\n", &["list", "-"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("schema") && run.err.contains("title"), "{}", run.err);
    assert!(!run.err.contains('\u{1b}'));
}

#[test]
fn an_export_to_a_path_replaces_nothing_unasked() {
    let path = folder("export").join("walls.md");
    let name = path.to_str().unwrap();
    let written = || std::fs::read_to_string(&path).unwrap();
    let first = run(&["export", SMALL, "-o", name]);
    assert_eq!((first.status, first.out.as_str(), first.err.as_str()), (0, "", ""));
    assert_eq!(written(), run(&["export", SMALL]).out);

    refused(
        &["export", SMALL, "-c", "miit", "-o", name],
        1,
        &format!("error: `{name}` exists already\nhelp: `--force` replaces it\n"),
    );
    assert_eq!(written(), run(&["export", SMALL]).out);
    assert_eq!(run(&["export", SMALL, "-c", "miit", "-o", name, "--force"]).status, 0);
    assert_eq!(written(), run(&["export", SMALL, "-c", "miit"]).out);
    assert_eq!(run(&["export", SMALL, "-o", &format!("{name}/x")]).status, 1);
}

#[test]
fn an_export_never_replaces_what_it_is_made_of() {
    let folder = folder("export-itself");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let [dataset, link, hard] = ["walls.toml", "link.toml", "hard.toml"].map(at);
    std::fs::copy(SMALL, &dataset).unwrap();
    std::os::unix::fs::symlink(&dataset, &link).unwrap();
    std::fs::hard_link(&dataset, &hard).unwrap();
    for (from, to) in [(&dataset, &dataset), (&dataset, &link), (&link, &dataset), (&dataset, &hard)] {
        for force in [&[][..], &["--force"]] {
            refused(
                &[&["export", from, "-o", to][..], force].concat(),
                1,
                &format!(
                    "error: `{to}` could not be written: it is the dataset itself, which an export never replaces\n"
                ),
            );
        }
    }
    assert_eq!(std::fs::read(&dataset).unwrap(), std::fs::read(SMALL).unwrap());
}

#[test]
fn a_path_that_nobody_can_mean_is_refused() {
    let control = run(&["export", SMALL, "-o", "a\n\u{1b}[2J.md"]);
    assert_eq!(control.status, 1);
    assert!(control.err.contains("there is a control character in its name"), "{}", control.err);
    assert!(!control.err.contains('\u{1b}'), "{}", control.err);
    assert_eq!(run(&["export", SMALL, "-o", "-"]).out, run(&["export", SMALL]).out);
}

#[test]
fn check_shows_every_fault_of_every_file() {
    let sound = run(&["check", SMALL]);
    assert_eq!((sound.status, sound.err.as_str()), (0, ""));
    assert_eq!(
        sound.out,
        "tests/data/small.toml: no faults (12 milestones, 4 companies, 3 platforms, 3 sources, 3 barriers)\n"
    );

    let folder = folder("check");
    let text = std::fs::read_to_string(SMALL).unwrap();
    let file = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text).unwrap();
        folder.join(name).to_str().unwrap().to_owned()
    };
    let faulty = file(
        "faulty.toml",
        &text.replace("date = \"2011\"", "date = \"soon\"").replace("[\"miit\"]", "[\"mit\"]"),
    );
    let warned =
        file("warned.toml", &format!("{text}\n[[source]]\nid = \"x\"\npublisher = \"X\"\ntitle = \"X\"\n"));
    let both = run(&["check", &faulty, "no-such.toml", SMALL]);
    assert_eq!(both.status, 1);
    assert!(
        both.out.contains("faulty.toml: 2 errors\n") && both.out.contains("small.toml: no faults"),
        "{}",
        both.out
    );
    assert!(
        both.err.contains("soon") && both.err.contains("mit") && both.err.contains("no file `no-such.toml`"),
        "{}",
        both.err
    );

    let warned = run(&["check", &warned]);
    assert_eq!(warned.status, 0);
    assert!(warned.out.contains(": 1 warning (12 milestones"), "{}", warned.out);
    assert!(warned.err.contains("warning"), "{}", warned.err);
}

#[test]
fn many_files_are_told_of_in_the_order_given() {
    let folder = folder("check-many");
    let text = std::fs::read_to_string(SMALL).unwrap();
    // The first takes longest, and every other one has a fault.
    let names: Vec<String> = (0..8)
        .map(|number| {
            let path = folder.join(format!("{number}.toml"));
            let long = format!("{}{text}", "# prose\n".repeat(if number == 0 { 200_000 } else { 0 }));
            let text = if number % 2 == 0 { long } else { long.replace("[\"miit\"]", "[\"mit\"]") };
            std::fs::write(&path, text).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .collect();
    let mut files: Vec<&str> = names.iter().map(String::as_str).collect();
    files.insert(3, "-");
    files.insert(5, "no-such.toml");
    let check = |files: &[&str]| run_on(text.as_bytes(), &[&["check"], files].concat());
    let (all, alone): (Run, Vec<Run>) =
        (check(&files), files.iter().map(|file| check(std::slice::from_ref(file))).collect());
    assert_eq!(all.status, 1);
    assert_eq!(all.out, alone.iter().map(|run| run.out.as_str()).collect::<String>());
    assert_eq!(all.err, alone.iter().map(|run| run.err.as_str()).collect::<String>());
    assert!(all.out.contains("standard input: no faults"), "{}", all.out);
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [
        &["list"][..],
        &["export"],
        &["facets"],
        &["walls"],
        &["list", "--json"],
        &["show", "miit-guidance-meeting"],
        &["--help"],
    ] {
        let mut child = program(args).spawn().unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn help_and_version_are_results() {
    let version = run(&["--version"]);
    assert_eq!(
        (version.status, version.out.as_str()),
        (0, concat!("wallchart ", env!("CARGO_PKG_VERSION"), "\n"))
    );
    let help = run(&["--help"]);
    assert_eq!((help.status, help.err.as_str()), (0, ""));
    insta::assert_snapshot!("help", help.out);
}

#[test]
fn devices_are_refused_and_pipes_by_any_name_are_read() {
    for device in ["/dev/zero", "/dev/urandom", "/dev/null", "/dev/full"] {
        let run = run(&["list", device]);
        let said = format!("error: `{device}` is a device, not a dataset\n");
        assert_eq!((run.status, run.err.starts_with(&said)), (1, true), "{run:?}");
        let verified = self::run(&["verify", device]);
        assert_eq!(verified.err, format!("error: `{device}` is a device, not an export\n"));
    }
    let small = std::fs::read(SMALL).unwrap();
    for pipe in ["-", "/dev/stdin", "/dev/fd/0"] {
        assert_eq!(run_on(&small, &["list", pipe]).out, run(&["list", SMALL]).out, "{pipe}");
    }
}

#[test]
fn the_name_of_a_file_cannot_act_on_the_terminal() {
    let folder = folder("hostile-name");
    let file = folder.join("a\u{1b}]0;x\u{7}\nb\u{202e}.toml");
    let name = file.to_str().unwrap();
    for text in [std::fs::read_to_string(SMALL).unwrap(), "a =".to_owned(), "\u{1}".to_owned()] {
        std::fs::write(&file, text).unwrap();
        for args in
            [&["check", name][..], &["list", name], &["verify", name], &["walls", "--at", "2021", name]]
        {
            let run = run(args);
            let said = format!("{}{}", run.out, run.err);
            assert!(
                !said.contains(['\u{1b}', '\u{7}', '\u{202e}']) && !said.contains("\nb"),
                "{args:?} {said}"
            );
        }
    }
}

#[test]
fn output_that_cannot_be_written_is_an_error() {
    let full = |args: &[&str], out: Stdio| {
        let done = program(args).stdout(out).output().unwrap();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    let all = [
        &["list", SMALL][..],
        &["check", SMALL],
        &["export", SMALL],
        &["facets", SMALL],
        &["show", "links-open", SMALL],
        &["--help"],
        &[SMALL],
    ];
    for args in all {
        let no_room = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let (status, said) = full(args, no_room.into());
        assert_eq!(status, Some(1), "{args:?}: {said}");
        assert!(said.starts_with("error: the output could not be written: No space left"), "{said}");
        // Open, but not for writing.
        let (status, said) = full(args, std::fs::File::open("/dev/null").unwrap().into());
        assert_eq!(status, Some(1), "{args:?}: {said}");
        assert!(said.starts_with("error: the output could not be written: Bad file descriptor"), "{said}");
    }
}

#[test]
fn of_very_many_names_that_are_none_the_first_hundred_are_shown() {
    let names: Vec<String> = (0..2_000).map(|nth| format!("nobody{nth}")).collect();
    let run = run(&["list", "-c", &names.join(","), SMALL]);
    assert_eq!((run.status, run.err.matches("error: ").count()), (2, 100));
    assert!(run.err.ends_with("\n\nand 1900 more\n"), "{}", run.err);
}
