//! The view of an export: the command line in its front matter, run by a real shell, makes it again.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use proptest::prelude::*;

use crate::{Run, SMALL, folder, run};

#[test]
fn an_export_is_made_again_by_its_own_view() {
    let first = run(&["export", SMALL, "-y", "2021", "-c", "腾讯,alibaba"]);
    assert_eq!((first.status, first.err.as_str()), (0, ""));
    let view = "view: \"wallchart export -y 2021 -c 腾讯,alibaba\"\n";
    assert!(first.out.contains(view), "{}", first.out);
    assert_eq!(run(&["export", "-y", "2021", "-c", "腾讯,alibaba", SMALL]).out, first.out);
}

/// What comes of the command line that an export names as its view.
fn again(markdown: &str, file: &str) -> Run {
    let view = markdown.lines().find_map(|line| line.strip_prefix("view: ")).unwrap();
    // YAML's double-quoted strings are JSON's, as far as these go.
    let view: String = serde_json::from_str(view).unwrap();
    in_shell(&format!("{view} \"$0\""), file)
}

/// What comes of the command line at its end, which says where the file stands.
fn again_below(markdown: &str, file: &str) -> Run {
    let (_, block) = markdown.split_once("\n```sh\n").unwrap();
    let (command, _) = block.split_once("\n```\n").unwrap();
    in_shell(&command.replacen("FILE", "\"$0\"", 1), file)
}

/// Runs a command line as a POSIX shell does, `$0` being `file`.
fn in_shell(command: &str, file: &str) -> Run {
    assert!(command.starts_with("wallchart export") && !command.contains(char::is_control), "{command:?}");
    let folder = PathBuf::from(env!("CARGO_BIN_EXE_wallchart"));
    let path = format!("{}:{}", folder.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-c", command, file]).env("PATH", path).stdin(Stdio::null());
    let output = shell.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A dataset of the test's own, with a company with a name that a shell, the query language and YAML all have something to say about.
pub(crate) fn hostile_names(test: &str) -> String {
    let folder = folder(test);
    let alias = r#"aliases = ["Ali", "it's; $(me) `x`, \"y\": \\ -k"]"#;
    let text = std::fs::read_to_string(SMALL).unwrap().replace("aliases = [\"Ali\"]", alias);
    let file = folder.join("hostile names.toml");
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn any_view_makes_its_export_again(
        filters in prop::collection::vec(filter(), 0..5),
        options in prop::sample::subsequence(OPTIONS.to_vec(), 0..=OPTIONS.len()),
    ) {
        let file = hostile_names("view");
        let mut args = vec!["export", &file];
        args.extend(options.iter().flat_map(|option| option.split(' ')));
        args.extend(filters.iter().flat_map(|(option, value)| [*option, value.as_str()]));
        let first = run(&args);
        prop_assert_eq!(first.status, 0, "{:?}: {}", args, first.err);
        for second in [again(&first.out, &file), again_below(&first.out, &file)] {
            prop_assert_eq!((second.status, &second.out), (0, &first.out), "{:?}: {}", args, second.err);
        }
    }
}

/// How an export can be written, and still say how it is made again.
const OPTIONS: [&str; 4] = ["--format table", "--notes links", "--lang both", "--mermaid"];

/// A filter that can be read.
pub(crate) fn filter() -> impl Strategy<Value = (&'static str, String)> {
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
fn the_command_at_the_end_says_file_where_it_needs_one() {
    let case = "tests/data/cases/make-it-again.toml";
    let own = run(&["export", case]).out;
    let end = "\nTo make it again, with the dataset as FILE:\n\n```sh\nwallchart export FILE\n```\n";
    assert!(own.ends_with(end) && own.contains("\nview: \"wallchart export\"\n"), "{own}");
    assert_eq!(again_below(&own, case).out, own);
    let sources = run(&["export", case, "--notes", "pandoc"]).out;
    assert!(sources.ends_with("\nwallchart export FILE --format csl -o sources.json\n```\n"), "{sources}");
    let embedded = run(&["export"]).out;
    assert!(embedded.ends_with("\nTo make it again:\n\n```sh\nwallchart export\n```\n"));
}
