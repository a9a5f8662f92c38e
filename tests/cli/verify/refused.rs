//! What cannot be verified, and what is no way to do harm.

use std::fs;
use std::path::{Path, PathBuf};

use super::{edited, export, is_refused, verified};
use crate::{SMALL, folder, refused, run, run_on};

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
