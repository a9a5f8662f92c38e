//! The real program, without a terminal: what it prints, what it says, and its exit status.

#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use proptest::prelude::*;

const SMALL: &str = "tests/data/small.toml";

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

/// The ids that a list prints.
#[track_caller]
fn listed(args: &[&str]) -> Vec<String> {
    let run = run(args);
    assert_eq!(run.status, 0, "{args:?}: {}", run.err);
    run.out.lines().map(|line| line.split_whitespace().nth(2).unwrap().to_owned()).collect()
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
    assert!(alone.out.lines().count() > 50 && !alone.out.contains('\u{1b}'));
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
fn filters_are_and_between_options_and_or_between_commas() {
    let ids = |args: &[&str]| listed(&[&["list", SMALL], args].concat());
    assert_eq!(ids(&["-c", "miit"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["--company", "工信部", "--year=2021"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["-c", "bytedance", "-c", "miit"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["-k", "litigation,诉讼,beta-test"]), ["douyin-sues", "payment-tests"]);
    assert_eq!(ids(&["-y", "2011,2019"]), ["prehistory", "douyin-login-ban"]);
}

#[test]
fn the_whole_language_is_a_filter_like_the_others() {
    let ids = |args: &[&str]| listed(&[&["list", SMALL], args].concat());
    assert_eq!(ids(&["-q", "between:腾讯,miit"]), ["miit-guidance-meeting"]);
    assert_eq!(ids(&["-q", "-kind:statement,report", "-y", "2024"]), ["payment-opens"]);
    assert_eq!(ids(&["-y", "2024", "--query=-kind:statement,report"]), ["payment-opens"]);
    assert_eq!(ids(&["-q", "channel:payment", "-q", "-taobao"]), [""; 0]);
    assert_eq!(ids(&["-q", "\"of two\"", "-c", "tencent"]), ["links-open"]);
    assert_eq!(ids(&["-q", "id:still-talking,prehistory"]), ["prehistory", "still-talking"]);
    assert_eq!(ids(&["-q", ""]), ids(&[]));
    assert_eq!(run(&[SMALL, "-q", "-links"]).out, run(&["list", SMALL, "-q", "-links"]).out);
}

#[test]
fn every_slip_in_a_filter_is_underlined_in_one_go() {
    let slips = "\
error: no company is called `tencnet`
  | -c alibaba,tencnet,腾迅
  |            ^^^^^^^
help: did you mean `tencent`?

error: no company is called `腾迅`
  | -c alibaba,tencnet,腾迅
  |                    ^^^^
help: known are `tencent`, `alibaba`, `bytedance`, `miit`

error: no key is called `kin:`
  | -q 微信 kin:x year:2021,20x1 -
  |         ^^^
help: did you mean `kind:`? or put the whole word in quotes to look for it as text

error: `20x1` is no date: year must have exactly four digits (or X)
  | -q 微信 kin:x year:2021,20x1 -
  |                         ^^^^
help: old EDTF draft syntax: write `20X1`

error: `-` leaves out what follows it
  | -q 微信 kin:x year:2021,20x1 -
  |                              ^
help: write `-word` or `-kind:litigation`

error: `kind:` has an empty value
  | -k litigation,
  |    ^^^^^^^^^^^
help: write a value after `kind:`, and one after each comma
";
    let filters =
        ["-c", "alibaba,tencnet,腾迅", "-q", "微信 kin:x year:2021,20x1 -", "--kind", "litigation,"];
    for command in [&["list", SMALL][..], &["list", "--json", SMALL], &["export", SMALL], &[SMALL]] {
        refused(&[command, &filters].concat(), 2, slips);
    }
}

#[test]
fn a_slip_says_nothing_to_the_terminal() {
    refused(
        &["list", SMALL, "-c", "\u{1b}[2J\nerror:\u{202e}"],
        2,
        "error: no company is called `␛[2J error:\u{fffd}`\n  | -c ␛[2J\n  |    ^^^^\n\
         help: known are `tencent`, `alibaba`, `bytedance`, `miit`\n",
    );
    let long = run(&["list", SMALL, "-q", &format!("{}kind:x{0}", "wall ".repeat(200))]);
    let excerpt: Vec<&str> = long.err.lines().filter(|line| line.starts_with("  | ")).collect();
    assert!(excerpt.len() == 2 && excerpt.iter().all(|line| line.chars().count() < 140), "{}", long.err);
    let usage = run(&["list", "--\u{1b}[2J\u{202e}"]);
    assert!(usage.status == 2 && !usage.err.contains(['\u{1b}', '\u{202e}']), "{usage:?}");
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
        "confidence": "high", "summary": "On one of two days.", "note": null,
        "effects": [
            { "barrier": "wechat-taobao-links", "state": "limited", "date": "[2021-09-17,2021-09-18]" },
            { "barrier": "wechat-douyin-links", "state": "trial", "date": "[2021-09-17,2021-09-18]" },
        ],
        "relations": [
            { "type": "follows", "to": "miit-guidance-meeting" },
            { "type": "lifts", "to": "taobao-blocks-wechat" },
        ],
        "cites": [{
            "source": "paper-2021-09-17", "publisher": "The Paper", "title": "微信开放外链",
            "url": "https://example.org/a?b=c&d=(e)", "published": "2021-09-17", "supports": null,
        }],
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
    let whole = self::run(&["show", "taobao-wechat-pay-rollout"]).out;
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
        "error: there is no milestone `␛[2J`\nhelp: `wallchart list | cat` shows all ids\n",
    );
}

#[test]
fn what_is_not_known_is_said_with_the_nearest_that_is() {
    refused(
        &["show", "links-opne", SMALL],
        1,
        "error: there is no milestone `links-opne`\nhelp: did you mean `links-open`?\n",
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
fn nothing_found_is_no_error_and_says_what_keeps_it_so() {
    let said = "note: no milestone matches year:1999\nhelp: without year:1999 there would be 12\n";
    for args in
        [&["list", SMALL, "-y", "1999"][..], &["list", SMALL, "-y", "1999", "--json"], &[SMALL, "-y", "1999"]]
    {
        let run = run(args);
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", said), "{args:?}");
    }
    let export = run(&["export", SMALL, "-y", "1999", "--format", "json"]);
    assert_eq!((export.status, export.out.as_str(), export.err.as_str()), (0, "[]\n", said));
    let facets = run(&["facets", SMALL, "-y", "1999"]);
    assert_eq!((facets.status, facets.err.as_str()), (0, said));
    assert!(facets.out.contains("tencent"), "{}", facets.out);
    let several = run(&["list", SMALL, "-c", "miit", "-q", "-kind:regulation year:2021"]);
    assert_eq!(
        (several.status, several.err.as_str()),
        (
            0,
            "note: no milestone matches company:miit -kind:regulation year:2021\n\
             help: without company:miit there would be 3\nhelp: without -kind:regulation there would be 1\n"
        )
    );
    // Where each of two conditions alone leaves nothing, there is no single way out.
    let stuck = run(&["list", SMALL, "-y", "1999", "-y", "1998"]);
    assert_eq!(stuck.err, "note: no milestone matches year:1999 year:1998\n");
    let empty = run_on(b"schema = 1\n[dataset]\nid = \"x\"\ntitle = \"X\"\n", &["list", "-", "-y", "1999"]);
    assert_eq!((empty.status, empty.err.as_str()), (0, "note: the dataset has no milestones yet\n"));
}

#[test]
fn facets_list_every_value_with_its_count_in_columns() {
    let whole = run(&["facets", SMALL, "-c", "miit", "-k", "regulation"]);
    assert_eq!((whole.status, whole.err.as_str()), (0, ""));
    insta::assert_snapshot!("facets", whole.out);
    assert_eq!(run(&["facets", SMALL, "-q", "kind:监管 company:miit"]).out, whole.out);
    // Places are the same whatever the filters.
    let places = |args: &[&str]| {
        let lines = run(&[&["facets", SMALL], args].concat()).out;
        let words = |line: &str| line.split_whitespace().take(2).map(str::to_owned).collect::<Vec<_>>();
        lines.lines().map(words).collect::<Vec<_>>()
    };
    assert_eq!(places(&["-y", "1999"]), places(&[]));
}

#[test]
fn facets_as_json_say_what_list_says() {
    let run = run(&["facets", "--json", "-q", "between:tencent,alibaba -tone:rule"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for line in run.out.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["count", "facet", "id", "name"], "{line}");
        let tick = format!("{}:{}", row["facet"].as_str().unwrap(), row["id"].as_str().unwrap());
        // One process a value would be a slow test.
        if ["year:2021", "company:ant-group", "kind:blocking", "confidence:low"].contains(&tick.as_str()) {
            let listed = listed(&["list", "-q", "between:tencent,alibaba -tone:rule", "-q", &tick]);
            assert!(!listed.is_empty(), "{tick}");
            assert_eq!(row["count"], listed.len(), "{tick}");
        }
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
        &["export", "--format", "docx"],
        &["export", "--force"],
        &["facets", "--format", "csv"],
        &["-q", "x", "facets"],
        &["--dim", "list"],
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
        &[SMALL, "--at", "links-opne", "-k", "rule"],
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
fn an_export_is_made_again_by_its_own_view() {
    let first = run(&["export", SMALL, "-y", "2021", "-c", "腾讯,alibaba"]);
    assert_eq!((first.status, first.err.as_str()), (0, ""));
    let view = "view: \"wallchart export -y 2021 -c 腾讯,alibaba\"\n";
    assert!(first.out.contains(view), "{}", first.out);
    assert_eq!(run(&["export", "-y", "2021", "-c", "腾讯,alibaba", SMALL]).out, first.out);
}

/// The command line that an export names as its view, as a POSIX shell runs it.
fn again(markdown: &str, file: &str) -> Run {
    let view = markdown.lines().find_map(|line| line.strip_prefix("view: ")).unwrap();
    // YAML's double-quoted strings are JSON's, as far as these go.
    let view: String = serde_json::from_str(view).unwrap();
    assert!(view.starts_with("wallchart export"), "{view}");
    let folder = PathBuf::from(env!("CARGO_BIN_EXE_wallchart"));
    let path = format!("{}:{}", folder.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{view} \"$0\""), file]).env("PATH", path).stdin(Stdio::null());
    let output = shell.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A company with a name that a shell, the query language and YAML all have something to say about.
fn hostile_names() -> String {
    let folder = folder("view");
    let alias = r#"aliases = ["Ali", "it's; $(me) `x`, \"y\": \\ -k"]"#;
    let text = std::fs::read_to_string(SMALL).unwrap().replace("aliases = [\"Ali\"]", alias);
    let file = folder.join("hostile names.toml");
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_view_makes_its_export_again(filters in prop::collection::vec(filter(), 0..5)) {
        let file = hostile_names();
        let mut args = vec!["export", &file];
        args.extend(filters.iter().flat_map(|(option, value)| [*option, value.as_str()]));
        let first = run(&args);
        prop_assert_eq!(first.status, 0, "{:?}: {}", args, first.err);
        let second = again(&first.out, &file);
        prop_assert_eq!((second.status, second.out), (0, first.out), "{:?}: {}", args, second.err);
    }
}

/// A filter that can be read.
fn filter() -> impl Strategy<Value = (&'static str, String)> {
    let hostile = r#""it's; $(me) `x`, \"y\": \\ -k""#;
    let values = |all: &[&'static str]| {
        let values = prop::sample::select(all.to_vec());
        prop::collection::vec(values, 1..3).prop_map(|values| values.join(","))
    };
    let company = values(&["tencent", "腾讯", "Ministry of Industry", " Ali ", "\"Ali\"", hostile]);
    let year =
        values(&["2021", "2021-09..2022-03", "..2019", "[2021-09-17,2021-09-18]", "２０２１", "2013-11~"]);
    let kind = values(&["regulation", "诉讼", "Beta test", "block"]);
    let term = {
        let keyed = prop::sample::select(vec![
            "company:腾讯,\"Ministry of Industry\"".to_owned(),
            format!("company:{hostile}"),
            format!("between:{hostile},tencent"),
            "date:2021..,[2011,2013]".to_owned(),
            "tone:opening,closing".to_owned(),
            "barrier:\"short video links\"".to_owned(),
            "source:Court,\"an almanac | of [walls]\"".to_owned(),
            "id:links-open,prehistory".to_owned(),
            "relates:links-open".to_owned(),
            "\"two words\",'$(x)'".to_owned(),
            "\"-a\" \"b:c\" d\"\ne\"".to_owned(),
            "微信，淘宝".to_owned(),
            hostile.to_owned(),
        ]);
        let not = prop::sample::select(vec!["", "-"]);
        (not, keyed).prop_map(|(not, term)| format!("{not}{term}"))
    };
    let whole = prop::collection::vec(term, 0..4).prop_map(|terms| terms.join(" "));
    prop_oneof![
        company.prop_map(|values| ("-c", values)),
        year.prop_map(|values| ("--year", values)),
        kind.prop_map(|values| ("-k", values)),
        whole.prop_map(|text| ("-q", text)),
    ]
}

#[test]
fn what_was_picked_by_hand_is_made_again() {
    let picked = run(&["export", SMALL, "-q", "id:still-talking,links-open,prehistory"]);
    assert!(picked.out.contains("view: \"wallchart export -q id:still-talking,links-open,prehistory\"\n"));
    assert!(picked.out.contains("\n3 of 12 milestones, selected by hand, "), "{}", picked.out);
    assert_eq!(again(&picked.out, SMALL).out, picked.out);
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
fn a_closed_pipe_is_no_error() {
    for args in [
        &["list"][..],
        &["export"],
        &["facets"],
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
