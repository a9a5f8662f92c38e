//! Verifying: an export against what its own front matter makes of the dataset now.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use crate::view::{filter, hostile_names};
use crate::{Run, SMALL, folder, refused, run, run_on};

fn export(args: &[&str]) -> String {
    let run = run(&[&["export", SMALL], args].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

/// What is said of `export` with the dataset `file`.
fn verified(export: &str, file: &str) -> Run {
    run_on(export.as_bytes(), &["verify", "-", file])
}

#[track_caller]
fn is_same(export: &str, file: &str) {
    let run = verified(export, file);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "standard input: the same\n", ""));
}

/// Checks that they differ, and what is said of it.
#[track_caller]
fn differs(export: &str, file: &str, expected: &str) {
    let run = verified(export, file);
    assert_eq!((run.status, run.err.as_str()), (1, ""), "{}", run.out);
    assert_eq!(run.out, format!("standard input differs: {expected}"));
}

/// Checks that it cannot be verified, which is said as a fault of `export` with these words in it.
#[track_caller]
fn is_refused(export: &str, words: &[&str]) {
    let run = verified(export, SMALL);
    assert_eq!((run.status, run.out.as_str()), (1, ""), "{}", run.err);
    for word in ["error: ", "help: "].iter().chain(words) {
        assert!(run.err.contains(word), "{word} in {}", run.err);
    }
    assert!(!run.err.contains('\u{1b}'));
}

/// The small dataset with every `from` as `to`, in a file of its own.
#[track_caller]
fn dataset(name: &str, edits: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(SMALL).unwrap();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let path = folder(&format!("verify-{name}")).join("small.toml");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[track_caller]
fn edited(export: &str, from: &str, to: &str) -> String {
    assert!(export.contains(from), "{from} in {export}");
    export.replace(from, to)
}

const DATE: (&str, &str) = ("date = 2021-09-09", "date = 2021-09-10");

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
fn files_are_named_and_the_embedded_dataset_needs_none() {
    let path = folder("verify-file").join("tencent-2021.md");
    let name = path.to_str().unwrap();
    assert_eq!(run(&["export", "-c", "tencent", "-y", "2021", "-o", name]).status, 0);
    let same = run(&["verify", name]);
    assert_eq!((same.status, same.out), (0, format!("{name}: the same\n")));
    let export = fs::read_to_string(&path).unwrap();
    fs::write(&path, export.replacen("9 September", "8 September", 1)).unwrap();
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
fn line_ends_and_a_byte_order_mark_are_no_difference() {
    let text = export(&["-y", "2021"]);
    is_same(&text.replace('\n', "\r\n"), SMALL);
    is_same(&format!("\u{FEFF}{text}"), SMALL);
    is_same(text.trim_end(), SMALL);
}

#[test]
fn a_dataset_that_changed_elsewhere_is_said_to_have() {
    let changed = dataset("elsewhere", &[("In full from the end", "In part from the end")]);
    let run = verified(&export(&["-y", "2021"]), &changed);
    let said = "standard input: the same; the dataset changed since, but nothing that is in here\n";
    assert_eq!((run.status, run.out.as_str()), (0, said));
}

#[test]
fn what_changed_in_the_dataset_is_told_by_milestone() {
    let changed = dataset(
        "changed",
        &[DATE, ("version = \"1\"", "version = \"2\""), ("The day is uncertain.", "The day is known.")],
    );
    differs(
        &export(&["-y", "2021", "-k", "regulation,link-unblocking"]),
        &changed,
        "\
the dataset changed since (version 1 → 2)
an edit by hand cannot be told from that: it would be among what follows
2 changed (- as in the file, + as in the dataset now)

changed  10 September 2021         Ministry of Industry → Alibaba, Tencent, ByteDance: The ministry asks platforms to open
  - **9 September 2021** Ministry of Industry → Alibaba, Tencent, ByteDance: The ministry asks platforms to open
  + **10 September 2021** Ministry of Industry → Alibaba, Tencent, ByteDance: The ministry asks platforms to open
changed  Perhaps 29 November 2021  Tencent → Alibaba: Links open in groups
  - The day is uncertain.
  + The day is known.
  - Is part of \"The ministry asks platforms to open\", 9 September 2021; follows \"Links open one to one\", 17 or 18 September 2021
  + Is part of \"The ministry asks platforms to open\", 10 September 2021; follows \"Links open one to one\", 17 or 18 September 2021

elsewhere (front matter, headings, sources)
  - version: \"1\"
  + version: \"2\"
  - period: \"2021-09-09/2021-11-29\"
  + period: \"2021-09-10/2021-11-29\"
  - 2 of 12 milestones, year:2021 kind:regulation,link-unblocking, 9 September to 29 November 2021
  + 2 of 12 milestones, year:2021 kind:regulation,link-unblocking, 10 September to 29 November 2021
"
    );
}

#[test]
fn a_source_that_was_removed_is_told() {
    let cites = "cites = [{ source = \"court-file\", supports = \"both ends\" }, { source = \"almanac\" }]";
    let without = dataset("source", &[(cites, "cites = [{ source = \"almanac\" }]")]);
    let run = verified(&export(&["-y", "2019"]), &without);
    assert_eq!(run.status, 1);
    for line in [
        "1 changed (- as in the file, + as in the dataset now)",
        "changed  From 22 January to March 2019  Tencent → ByteDance: WeChat ends logins from Douyin",
        "  - Sources: Court[^court-file] (both ends); An almanac | of [walls] [^almanac]",
        "  + Sources: An almanac | of [walls] [^almanac]",
        "  - [^court-file]: Court, \"File 7\", undated",
    ] {
        assert!(run.out.lines().any(|it| it == line), "{line} in {}", run.out);
    }
    assert_eq!(run.out.lines().count(), 10, "{}", run.out);
}

/// The small dataset with one milestone more, and one less.
fn with_other_milestones() -> String {
    let new = "[[milestone]]\nid = \"new\"\ndate = \"2021-05\"\ntitle = \"Brand new\"\nkind = \"report\"\n\
               summary = \"New.\"\nconfidence = \"low\"\ncites = [{ source = \"almanac\" }]\n\n";
    let text = fs::read_to_string(SMALL).unwrap();
    let gone = "[[milestone]]\nid = \"prehistory\"";
    let (_, rest) = text.split_once(gone).unwrap();
    let (rest, _) = rest.split_once("[[milestone]]").unwrap();
    dataset("others", &[(&format!("{gone}{rest}"), new)])
}

#[test]
fn what_is_new_and_what_is_gone_is_told() {
    let others = with_other_milestones();
    differs(
        &export(&["-y", "2011..2021-08"]),
        &others,
        "\
the dataset changed since
an edit by hand cannot be told from that: it would be among what follows
1 new, 1 gone (- as in the file, + as in the dataset now)

new      May 2021  Brand new
gone     2011      Alibaba: Before the span: a first quarrel

elsewhere (front matter, headings, sources)
  - period: \"2011-01-01/2021-02-02\"
  + period: \"2013-11-01/2021-05-31\"
  - 4 of 12 milestones, year:2011..2021-08, 1 January 2011 to 2 February 2021
  - ## 2011
  + 4 of 12 milestones, year:2011..2021-08, 1 November 2013 to 31 May 2021
  + ### May 2021
",
    );
    let rows = verified(&export(&["--format", "table"]), &others).out;
    assert!(
        rows.contains(
            "\nnew      May 2021  Brand new\ngone     2011      Before the span: a first quarrel\n"
        )
    );
}

#[test]
fn an_export_that_outgrew_its_picture_is_told_too() {
    let first = "[[milestone]]\nid = \"prehistory\"";
    let mut more = String::new();
    for n in 0..30 {
        more.push_str("[[milestone]]\nid = \"more-");
        more.push_str(&n.to_string());
        more.push_str(
            "\"\ndate = \"2021-05\"\ntitle = \"More\"\nkind = \"report\"\nsummary = \"More.\"\n\
             confidence = \"low\"\ncites = [{ source = \"almanac\" }]\n\n",
        );
    }
    let grown = dataset("picture", &[(first, &format!("{more}{first}"))]);
    let run = verified(&export(&["--mermaid"]), &grown);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    assert!(run.out.contains("\n30 new (- as in the file, + as in the dataset now)\n"), "{}", run.out);
    assert!(run.out.contains("\n  - timeline\n"), "{}", run.out);
}

#[test]
fn a_picked_milestone_that_is_gone_is_missed_by_its_id() {
    let text = export(&["-q", "id:prehistory,links-open"]);
    let run = verified(&text, &with_other_milestones());
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("`prehistory`"), "{}", run.err);
    assert!(run.err.ends_with("note: that is what the `view` of `standard input` asks of this dataset\n"));
}

#[test]
fn an_edited_sentence_is_told() {
    let text = export(&["-y", "2021-11"]);
    differs(
        &edited(&text, "The day is uncertain.", "The day is certain."),
        SMALL,
        "\
edited by hand
1 changed (- as it was made, + as it is in the file)

changed  Perhaps 29 November 2021  Tencent → Alibaba: Links open in groups
  - The day is uncertain.
  + The day is certain.
",
    );
    let rows = export(&["--format", "table", "-y", "2021-11"]);
    differs(
        &edited(&rows, "Perhaps 29 November 2021 |", "30 November 2021 |"),
        SMALL,
        "\
edited by hand
1 changed (- as it was made, + as it is in the file)

changed  30 November 2021  Links open in groups
  - Perhaps 29 November 2021
  + 30 November 2021
",
    );
}

#[test]
fn milestones_added_and_removed_by_hand_are_told() {
    let text = export(&["-y", "2021-11"]);
    let (before, item) = text.split_once("- **Perhaps").unwrap();
    let (_, after) = item.split_once("\n[^almanac]").unwrap();
    let mine = format!("{before}- **30 November 2021** Mine\n\n  My own words.\n\n[^almanac]{after}");
    differs(
        &mine,
        SMALL,
        "\
edited by hand
1 added, 1 removed (- as it was made, + as it is in the file)

added    30 November 2021          Mine
removed  Perhaps 29 November 2021  Tencent → Alibaba: Links open in groups
",
    );
}

#[test]
fn edits_outside_of_milestones_are_told_too() {
    let text = export(&["-y", "2021-11"]);
    let head = "edited by hand\nno milestone differs (- as it was made, + as it is in the file)\n\n";
    for (from, to, changes) in [
        ("of: 12\n", "of: 12\ntags: [walls]\n", "  + tags: [walls]\n"),
        (
            "title: \"Small walls\"",
            "title: Small walls",
            "  - title: \"Small walls\"\n  + title: Small walls\n",
        ),
        ("# Small walls\n", "# My walls\n", "  - # Small walls\n  + # My walls\n"),
    ] {
        let expected = format!("{head}elsewhere (front matter, headings, sources)\n{changes}");
        differs(&edited(&text, from, to), SMALL, &expected);
    }
    let layout = format!(
        "{head}only the order of lines, or the blank ones between them\n    # Small walls\n  - \n    {}\n",
        text.lines().find(|line| line.contains("of 12 milestones")).unwrap()
    );
    differs(&edited(&text, "# Small walls\n\n", "# Small walls\n"), SMALL, &layout);
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

#[test]
fn a_view_is_read_as_an_export_and_nothing_else() {
    let text = export(&["-y", "2021-11"]);
    let victim = folder("verify-view").join("victim");
    fs::write(&victim, "kept").unwrap();
    let victim = victim.to_str().unwrap();
    for (view, why) in [
        (format!("rm -rf {victim}"), "it does not begin with `wallchart export`"),
        (format!("wallchart export -o {victim} --force"), "it writes to a file"),
        (format!("wallchart export --output={victim}"), "it writes to a file"),
        (format!("wallchart export {SMALL}"), "it names a FILE"),
        ("wallchart export -".to_owned(), "it names a FILE"),
        (format!("wallchart export; rm {victim}"), "it does not begin with"),
        (format!("wallchart export > {victim}"), "unexpected argument"),
        (format!("wallchart export -c tencent && rm {victim}"), "unexpected argument"),
        ("wallchart list".to_owned(), "it does not begin with"),
        ("wallchart -y 2021 export".to_owned(), "it does not begin with"),
        ("wallchart export --help".to_owned(), "it asks for help"),
        ("wallchart export --format json".to_owned(), "`--format json` has no front matter"),
        ("wallchart export --format csl --notes links".to_owned(), "`--notes` has no meaning"),
        ("wallchart export -c 'tencent".to_owned(), "a quote is not closed"),
        ("wallchart export --nots links".to_owned(), "unexpected argument '--nots'"),
        ("wallchart export -c \\e[2J \\e]0;x\\a".to_owned(), "it names a FILE"),
        (String::new(), "it does not begin with"),
    ] {
        let text = edited(&text, "view: \"wallchart export -y 2021-11\"", &format!("view: \"{view}\""));
        is_refused(&text, &["its `view` is no command line", " --> standard input:7:7\n", why]);
    }
    assert_eq!(fs::read_to_string(victim).unwrap(), "kept");
    let shell = edited(&text, "export -y 2021-11\"", "export -c $(touch${IFS}x)\"");
    let run = verified(&shell, SMALL);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("-c $(touch${IFS}x)"), "{}", run.err);
}

#[test]
fn a_view_that_the_dataset_refuses_is_said_to_be_the_exports() {
    let nobody = edited(&export(&["-c", "miit"]), "export -c miit\"", "export -c mit\"");
    let run = verified(&nobody, SMALL);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert_eq!(
        run.err,
        "\
error: no company is called `mit`
  | -c mit
  |    ^^^
help: did you mean `miit`?
note: that is what the `view` of `standard input` asks of this dataset
"
    );
}

#[test]
fn what_is_no_export_of_this_dataset_is_refused() {
    let text = export(&["-y", "2021"]);
    is_refused(
        &export(&["--format", "json"]),
        &["`standard input` has no front matter", "--format markdown"],
    );
    is_refused(&export(&["--format", "csv"]), &["has no front matter"]);
    is_refused("", &["has no front matter"]);
    is_refused(
        &edited(&text, "dataset: \"small-walls\"", "dataset: walls-and-gates"),
        &["it was made from `walls-and-gates`, and this is `small-walls`", ":4:10\n", "name the file of"],
    );
    is_refused(&edited(&text, "\nview: ", "\nviw: "), &["its front matter has no `view`"]);
    is_refused(
        &edited(&text, "of: 12", "of: 12: \u{1b}[2J"),
        &["error: the front matter is no YAML: ", " --> standard input:9:7\n", "in double quotes"],
    );
    let endless = verified("---\nview: \"wallchart export\"\n", SMALL);
    assert_eq!(endless.status, 1);
    assert!(endless.err.contains("the front matter does not end"), "{}", endless.err);
    refused(&["verify", "lst", SMALL], 1, "error: there is no file `lst`\n");
    refused(&["verify", "tests"], 1, "error: `tests` is a folder, not an export\n");
    let bytes = run_on(b"---\n\xFF\n---\n", &["verify", "-"]);
    assert!(bytes.err.contains("is not UTF-8: byte 0xFF at line 2, column 1"), "{}", bytes.err);
}

#[test]
fn nothing_an_export_says_reaches_the_terminal_as_a_command() {
    let text = export(&["-y", "2021"]);
    let hostile = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\r\u{0}";
    for (from, to) in [
        ("The day is uncertain.", format!("The {hostile} day.")),
        ("- **2 February 2021** ", format!("- **{hostile}** {hostile}")),
        ("# Small walls", format!("# Small {hostile}")),
        ("title: \"Small walls\"", format!("title: 'Small {hostile}'")),
        ("wallchart 0", "wall\\e[2J 0".to_owned()),
        ("version: \"1\"", "version: \"\\e[2J\"".to_owned()),
        ("digest: \"sha256:", "digest: \"\\e[2J".to_owned()),
        ("dataset: \"small", "dataset: \"\\e[2J".to_owned()),
        ("view: \"wallchart export -y", "view: \"wallchart export -c \\e[2J -y".to_owned()),
        ("view: \"wallchart", "view: \"\\e[2J".to_owned()),
    ] {
        let run = verified(&edited(&text, from, &to), SMALL);
        let said = run.out + &run.err;
        assert!(!said.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\r', '\0']), "{from}: {said:?}");
    }
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
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

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

#[test]
fn nothing_is_written_by_verifying() {
    let folder = folder("verify-nothing");
    let path = folder.join("a.md");
    fs::write(&path, export(&[])).unwrap();
    assert_eq!(run(&["verify", path.to_str().unwrap(), SMALL]).status, 0);
    let found: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(found, [path.as_path()]);
    assert!(!Path::new("x").exists());
}
