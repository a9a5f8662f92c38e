//! What changed in the dataset.

use std::fs;

use super::{DATE, dataset, differs, edited, export, verified};
use crate::{SMALL, folder, program, run};

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
  - **9 September 2021** Ministry of Industry …
  + **10 September 2021** Ministry of Industry …
changed  Perhaps 29 November 2021  Tencent → Alibaba: Links open in groups
  - The day is uncertain.
  + The day is known.
  - … \"The ministry asks platforms to open\", 9 September 2021; follows \"Links open …
  + … \"The ministry asks platforms to open\", 10 September 2021; follows \"Links open …

elsewhere (front matter, headings, sources)
  - version: \"1\"
  + version: \"2\"
  - period: \"2021-09-09/2021-11-29?\"
  + period: \"2021-09-10/2021-11-29?\"
  - … kind:regulation,link-unblocking, 9 September 2021 to perhaps 29 November …
  + … kind:regulation,link-unblocking, 10 September 2021 to perhaps 29 November …
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
fn with_other_milestones(name: &str) -> String {
    let new = "[[milestone]]\nid = \"new\"\ndate = \"2021-05\"\ntitle = \"Brand new\"\nkind = \"report\"\n\
               summary = \"New.\"\nconfidence = \"low\"\ncites = [{ source = \"almanac\" }]\n\n";
    let text = fs::read_to_string(SMALL).unwrap();
    let gone = "[[milestone]]\nid = \"prehistory\"";
    let (_, rest) = text.split_once(gone).unwrap();
    let (rest, _) = rest.split_once("[[milestone]]").unwrap();
    dataset(name, &[(&format!("{gone}{rest}"), new)])
}

#[test]
fn what_is_new_and_what_is_gone_is_told() {
    let others = with_other_milestones("others-of-a-year");
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
  - period: \"2011/2021-02-02\"
  + period: \"2013-11~/2021-05\"
  - 4 of 12 milestones, year:2011..2021-08, 2011 to 2 February 2021
  + 4 of 12 milestones, year:2011..2021-08, about November 2013 to May 2021
  - ## 2011
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
fn a_picked_milestone_that_is_gone_is_told() {
    let others = with_other_milestones("others-picked");
    differs(
        &export(&["-q", "id:prehistory,links-open"]),
        &others,
        "\
the dataset changed since
an edit by hand cannot be told from that: it would be among what follows
1 gone (- as in the file, + as in the dataset now)

gone     2011  Alibaba: Before the span: a first quarrel

elsewhere (front matter, headings, sources)
  - events: 2
  + events: 1
  - period: \"2011/2021-09-18\"
  + period: \"2021-09-17/2021-09-18\"
  - 2 of 12 milestones, selected by hand, 2011 to 18 September 2021
  + 1 of 12 milestones, selected by hand, 17 to 18 September 2021
  - ## 2011
  - [^almanac]: An almanac | of [walls], \"On paper \\*only\\* \\<b>\", 2014 (No address: it is printed.)
",
    );
    let text = export(&["--notes", "pandoc", "-q", "id:prehistory"]);
    let all = verified(&text, &others);
    assert_eq!((all.status, all.err.as_str()), (1, ""));
    assert!(all.out.contains("\n1 gone (") && !all.out.contains("wallchart export"), "{}", all.out);
}

#[test]
fn what_else_a_view_asks_for_and_the_dataset_never_had_is_refused() {
    let others = with_other_milestones("others-refused");
    let text = export(&["-q", "id:links-open"]);
    for (query, why) in [
        ("id:links-open,", "`id:` has an empty value"),
        ("relates:prehistory", "no milestone is called `prehistory`"),
        ("company:mit", "no company is called `mit`"),
    ] {
        let text = edited(&text, "-q id:links-open\"", &format!("-q {query}\""));
        let run = verified(&text, &others);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{query}");
        assert!(run.err.contains(why), "{}", run.err);
        assert!(
            run.err.ends_with("note: that is what the `view` of `standard input` asks of this dataset\n")
        );
    }
    let slip = verified(&edited(&text, "-q id:links-open\"", "-q id:links-opne\""), SMALL);
    assert!(slip.err.contains("did you mean `links-open`?"), "{}", slip.err);
}

#[test]
fn sources_that_only_moved_are_no_difference_of_their_own() {
    let text = export(&["-y", "2021"]);
    let notes: Vec<&str> = text.lines().filter(|line| line.starts_with("[^")).collect();
    let [first, second, ..] = notes.as_slice() else { panic!("{text}") };
    let moved = edited(&text, &format!("{first}\n\n{second}"), &format!("{second}\n\n{first}"));
    let run = verified(&moved, SMALL);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("\nonly the order of lines"), "{}", run.out);

    let run = verified(&edited(&moved, "The day is uncertain.", "The day is certain."), SMALL);
    assert!(run.out.contains("\n1 changed (") && !run.out.contains("[^"), "{}", run.out);
    let changed = moved.replace(first, &format!("{first} Mine."));
    let run = verified(&changed, SMALL);
    assert_eq!(run.out.matches("[^").count(), 2, "{}", run.out);
}

#[test]
fn a_milestone_that_another_one_replaced_is_gone() {
    let reports = |date: &str, summary: &str| {
        let report = format!(
            "[[milestone]]\nid = \"r\"\ndate = \"{date}\"\ntitle = \"Report\"\nkind = \"report\"\n\
             summary = \"{summary}\"\nconfidence = \"low\"\ncites = [{{ source = \"almanac\" }}]\n\n"
        );
        let first = "[[milestone]]\nid = \"prehistory\"";
        dataset(&format!("report-{date}"), &[(first, &format!("{report}{first}"))])
    };
    let old = reports("2014-05", "A journalist counted in three cities how many shops take which wallet.");
    let text = run(&["export", &old, "-k", "report"]).out;
    let new =
        reports("2019-07", "Nobody could open a short video from a chat any more, said the association.");
    let told = verified(&text, &new).out;
    assert!(told.contains("\n1 new, 1 gone ("), "{told}");
    let moved = reports("2018-01", "A journalist counted in three cities how many shops took which wallet.");
    let told = verified(&text, &moved).out;
    assert!(told.contains("\n1 changed ("), "{told}");
}

#[test]
fn the_verdict_stands_where_nobody_reads_all_of_it() {
    let folder = folder("verify-closed");
    let path = folder.join("a.md");
    let text = export(&[]);
    for (text, status) in [(text.replace("Links", "Chains"), 1), (text, 0)] {
        fs::write(&path, text).unwrap();
        let mut child = program(&["verify", path.to_str().unwrap(), SMALL]).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(status), &b""[..]));
    }
}
