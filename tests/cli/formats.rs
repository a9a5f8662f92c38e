//! The formats of an export on the command line, and what is wrong usage of them.

use crate::{SMALL, STORY, folder, run};

#[test]
fn every_format_has_its_own_shape() {
    for (format, begins, ends) in [
        ("markdown", "---\ntitle: \"Small walls\"\n", "```\n"),
        ("table", "---\ntitle: \"Small walls\"\n", "```\n"),
        ("json", "[\n{\"id\":", "}\n]\n"),
        ("csv", "id,date,", "\r\n"),
        ("csl", "[\n{\"id\":", "}\n]\n"),
    ] {
        let run = run(&["export", SMALL, "-y", "2021", "--format", format]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{format}");
        assert!(run.out.starts_with(begins) && run.out.ends_with(ends), "{format}: {}", run.out);
    }
}

#[test]
fn the_ending_of_the_path_chooses_the_format_and_a_format_given_wins() {
    let folder = folder("formats-ending");
    for (name, option, format) in [
        ("a.md", None, "markdown"),
        ("a.CSV", None, "csv"),
        ("a.json", None, "json"),
        ("a.csl.json", None, "csl"),
        ("a.txt", None, "markdown"),
        ("a", None, "markdown"),
        ("b.json", Some("csl"), "csl"),
        ("b.md", Some("table"), "table"),
        ("b.csv", Some("markdown"), "markdown"),
    ] {
        let path = folder.join(name);
        let mut args = vec!["export", SMALL, "-o", path.to_str().unwrap()];
        args.extend(option.iter().flat_map(|option| ["--format", option]));
        assert_eq!(run(&args).status, 0, "{name}");
        let expected = run(&["export", SMALL, "--format", format]).out;
        assert!(std::fs::read_to_string(&path).unwrap() == expected, "{name} is {format}");
    }
    let path = folder.join("c.csv");
    let refused = run(&["export", SMALL, "-o", path.to_str().unwrap(), "--notes", "none"]);
    assert_eq!(refused.status, 2);
    let message = "error: `--notes` has no meaning with `--format csv`, which the ending of PATH asks for\n";
    assert!(refused.err.starts_with(message), "{}", refused.err);
    assert!(!path.exists());
}

#[test]
fn csv_has_a_byte_order_mark_where_one_is_asked_for() {
    let plain = run(&["export", SMALL, "--format", "csv"]).out;
    let marked = run(&["export", SMALL, "--format", "csv", "--bom"]);
    assert_eq!((marked.status, marked.out), (0, format!("\u{FEFF}{plain}")));
}

#[test]
fn json_is_the_array_of_what_list_prints() {
    let list = run(&["list", SMALL, "-y", "2021", "--json"]).out;
    let array = run(&["export", SMALL, "-y", "2021", "--format", "json"]).out;
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(array, format!("[\n{}\n]\n", lines.join(",\n")));
}

#[test]
fn what_a_format_has_no_use_for_is_wrong_usage() {
    for (args, option) in [
        (&["--format", "json", "--notes", "none"][..], "--notes"),
        (&["--format", "csv", "--lang", "zh"], "--lang"),
        (&["--format", "csl", "--mermaid"], "--mermaid"),
        (&["--format", "json", "--bom"], "--bom"),
        (&["--format", "markdown", "--bom"], "--bom"),
    ] {
        let args: Vec<&str> = ["export", SMALL].into_iter().chain(args.iter().copied()).collect();
        let run = run(&args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        let message = format!("error: `{option}` has no meaning with `--format {}`\n", args[3]);
        assert!(run.err.starts_with(&message), "{}", run.err);
        assert!(run.err.contains(&format!("help: leave out `{option}`: ")), "{}", run.err);
    }
}

#[test]
fn a_picture_of_too_many_is_wrong_usage() {
    let run = run(&["export", STORY, "--mermaid"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert_eq!(
        run.err,
        "error: a picture shows 30 milestones at most, and these are 96\n\
         help: narrow them with filters, or leave out `--mermaid`\n"
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_written_to_as_it_is() {
    let printed = run(&["export", SMALL, "-y", "2021"]).out;
    let to = run(&["export", SMALL, "-y", "2021", "-o", "/dev/stdout"]);
    assert_eq!((to.status, to.err.as_str(), to.out), (0, "", printed));
    assert_eq!(run(&["export", SMALL, "-o", "/dev/null"]).status, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_full_says_so() {
    let full = run(&["export", SMALL, "-o", "/dev/full"]);
    assert_eq!((full.status, full.out.as_str()), (1, ""));
    assert_eq!(full.err, "error: `/dev/full` could not be written: the disk is full\n");
}

#[test]
fn times_of_day_order_every_format_as_they_order_the_list() {
    const DAY: &str = "tests/data/cases/times-of-day.toml";
    for args in [
        &["list", DAY][..],
        &["list", "--json", DAY],
        &["export", DAY],
        &["export", "--format", "table", DAY],
        &["export", "--format", "csv", DAY],
        &["export", "--format", "json", DAY],
        &["export", "--mermaid", DAY],
    ] {
        let out = run(args).out;
        let (leaves, shot) = (out.find("Leaves"), out.find("Shot"));
        assert!(leaves.is_some() && leaves < shot, "{args:?}: {out}");
    }
    let shown = run(&["show", "shot", DAY]).out;
    assert!(shown.contains("22 November 1963, 12:30 UTC-06:00"), "{shown}");
}
