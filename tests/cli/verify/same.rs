//! What is the same, and what is not, whatever it comes from.

use std::fs;

use proptest::prelude::*;

use super::{dataset, edited, export, is_same, verified};
use crate::view::{filter, hostile_names};
use crate::{SMALL, folder, run, run_on};

#[test]
fn an_export_that_nothing_changed_is_the_same() {
    for args in [
        &[][..],
        &["-c", "miit", "-y", "2021"],
        &["--format", "table"],
        &["--format", "table", "--notes", "links", "--lang", "both"],
        &["--notes", "pandoc", "--lang", "zh"],
        &["--notes", "none", "--mermaid"],
        &["-q", "id:still-talking,links-open,prehistory"],
        &["-q", "\"it's\" -\"; $(me)\" -kind:诉讼"],
    ] {
        let text = run(&[&["export", SMALL], args].concat()).out;
        let run = verified(&text, SMALL);
        assert_eq!(
            (run.status, run.out.as_str()),
            (0, "standard input: the same\n"),
            "{args:?}: {}",
            run.err
        );
    }
}

#[test]
fn whether_the_command_at_the_end_says_file_is_no_difference() {
    for notes in ["footnotes", "pandoc"] {
        let text = export(&["-y", "2021", "--notes", notes]);
        // As version 0.1.0 had it, and whoever had these milestones embedded.
        let earlier = edited(&text, ", with the dataset as FILE:", ":").replace("export FILE", "export");
        is_same(&earlier, SMALL);
        let more = edited(&earlier, "To make it again:", "To make it anew:");
        assert_eq!(verified(&more, SMALL).status, 1);
    }
    let embedded = run(&["export"]).out;
    let file = edited(
        &edited(&embedded, "To make it again:", "To make it again, with the dataset as FILE:"),
        "wallchart export\n```",
        "wallchart export FILE\n```",
    );
    is_same(&file, "data/milestones.toml");
}

#[test]
fn a_title_as_earlier_versions_wrote_it_is_read() {
    let case = "tests/data/cases/front-matter-is-markdown-to-pandoc.toml";
    let text = run(&["export", case]).out;
    is_same(&text, case);
    let title = text.lines().nth(1).unwrap();
    let earlier = r#"title: "Acme <script>alert(1)</script> *bold* a\\\\b""#;
    let run = verified(&edited(&text, title, earlier), case);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    assert!(run.out.contains("no milestone differs") && run.out.contains("elsewhere"), "{}", run.out);
}

#[test]
fn files_are_named_and_the_embedded_dataset_needs_none() {
    let path = folder("verify-file").join("all.md");
    let name = path.to_str().unwrap();
    assert_eq!(run(&["export", "-o", name]).status, 0);
    let same = run(&["verify", name]);
    assert_eq!((same.status, same.out), (0, format!("{name}: the same\n")));
    let export = fs::read_to_string(&path).unwrap();
    // The date of the first milestone.
    fs::write(&path, export.replacen("\n- **", "\n- **Not ", 1)).unwrap();
    let differs = run(&["verify", name]);
    assert_eq!(differs.status, 1);
    assert!(
        differs.out.starts_with(&format!("{name} differs: edited by hand\n1 changed")),
        "{}",
        differs.out
    );
    let text = fs::read(SMALL).unwrap();
    fs::write(&path, self::export(&[])).unwrap();
    assert_eq!(run_on(&text, &["verify", name, "-"]).status, 0);
}

#[test]
fn line_ends_a_byte_order_mark_and_blank_lines_at_the_end_are_no_difference() {
    let text = export(&["-y", "2021"]);
    is_same(&text.replace('\n', "\r\n"), SMALL);
    is_same(&format!("\u{FEFF}{text}"), SMALL);
    is_same(text.trim_end(), SMALL);
    is_same(&format!("{text}\n \r\n\n"), SMALL);
}

#[test]
fn a_dataset_that_changed_elsewhere_is_said_to_have() {
    let changed = dataset("elsewhere", &[("In full from the end", "In part from the end")]);
    let run = verified(&export(&["-y", "2021"]), &changed);
    let said = "standard input: the same; the dataset changed since, but nothing that is in here\n";
    assert_eq!((run.status, run.out.as_str()), (0, said));
}

#[test]
fn another_version_of_the_program_may_have_other_words() {
    let text = edited(&export(&["-y", "2021-11"]), env!("CARGO_PKG_VERSION"), "0.0.1");
    is_same(&text, SMALL);
    let run = verified(&edited(&text, "certain", "sure"), SMALL);
    let head = "standard input differs: edited by hand, or worded by another version of the program\n";
    assert!(run.out.starts_with(head), "{}", run.out);
    let note = concat!("\nmade by wallchart 0.0.1, and this is wallchart ", env!("CARGO_PKG_VERSION"), ": ");
    assert!(run.out.contains(note), "{}", run.out);
}

#[test]
fn without_a_digest_nothing_tells_an_edit_from_a_change() {
    let text = export(&["-y", "2021-11"]);
    let digest = text.lines().find(|line| line.starts_with("digest: ")).unwrap();
    let text = text.replace(&format!("{digest}\n"), "");
    is_same(&text, SMALL);
    let run = verified(&edited(&text, "certain", "sure"), SMALL);
    assert_eq!(run.status, 1);
    let head = "standard input differs: edited by hand, or the dataset changed since; it has no `digest` to tell by\n1 changed";
    assert!(run.out.starts_with(head), "{}", run.out);
}

/// `text` with its line number `at` edited.
fn with_line_edited(text: &str, at: usize, how: usize) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = at % lines.len();
    match how {
        0 => drop(lines.remove(at)),
        1 => lines[at].push_str(" edited"),
        2 => lines[at].insert(0, 'x'),
        3 => lines.insert(at, "A line of my own.".to_owned()),
        _ => lines.insert(at, String::new()),
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(crate::tried::seldom(48))]

    #[test]
    fn any_export_verifies_and_no_edit_of_a_line_does(
        filters in prop::collection::vec(filter(), 0..4),
        format in prop::sample::select(vec!["markdown", "table"]),
        notes in prop::sample::select(vec!["footnotes", "links", "pandoc", "none"]),
        (at, how) in (0_usize..400, 0_usize..5),
    ) {
        let file = hostile_names("verify-any");
        let mut args = vec!["export", &file, "--format", format, "--notes", notes];
        args.extend(filters.iter().flat_map(|(option, value)| [*option, value.as_str()]));
        let export = run(&args).out;
        let same = verified(&export, &file);
        prop_assert_eq!((same.status, same.out.as_str()), (0, "standard input: the same\n"), "{}", same.err);

        let edited = with_line_edited(&export, at, how);
        let line = export.lines().nth(at % export.lines().count()).unwrap();
        let is_compared = !line.starts_with("generator: ") && !line.starts_with("digest: ");
        if how > 2 || is_compared {
            let differs = verified(&edited, &file);
            prop_assert_eq!(differs.status, 1, "{}", edited);
        }
    }
}
