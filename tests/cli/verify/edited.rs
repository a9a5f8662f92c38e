//! What somebody edited.

use super::{differs, edited, export, verified};
use crate::SMALL;

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
            "title: Small gates",
            "  - title: \"Small walls\"\n  + title: Small gates\n",
        ),
        ("# Small walls\n", "# My walls\n", "  - # Small walls\n  + # My walls\n"),
    ] {
        let expected = format!("{head}elsewhere (front matter, headings, sources)\n{changes}");
        differs(&edited(&text, from, to), SMALL, &expected);
    }
}

#[test]
fn another_way_to_write_the_same_words_is_told_as_that() {
    let text = export(&["-y", "2021"]);
    let head = "\
only in how it is written, and in no word
blanks, line breaks, bullets, or the quotes and the order of the front matter
- as it was made, + as it is in the file
";
    let scope = text.lines().find(|line| line.contains("of 12 milestones")).unwrap();
    let layout = format!("{head}\n    # Small walls\n  - (blank)\n    {scope}\n");
    differs(&edited(&text, "# Small walls\n\n", "# Small walls\n"), SMALL, &layout);
    let front =
        edited(&text, "title: \"Small walls\"\n", "").replace("of: 12\n", "of: 12\ntitle: Small walls\n");
    for rewritten in [
        text.replace("\n- ", "\n* "),
        edited(&text, "The day is uncertain.", "The day\n  is uncertain."),
        edited(&text, "The day is", "The\u{a0}day  is"),
        front.clone(),
    ] {
        let run = verified(&rewritten, SMALL);
        assert!(
            run.status == 1 && run.out.starts_with(&format!("standard input differs: {head}")),
            "{}",
            run.out
        );
    }
    let run = verified(&edited(&text, "The day is", "The\u{a0}day is"), SMALL);
    let shown = "\n  - ··The·day·is·uncertain.\n  + ··The<U+00A0>day·is·uncertain.\n";
    assert!(run.out.contains(shown), "{}", run.out);

    let rewritten = front.replace("\n- ", "\n* ").replace("The day is", "The\n  day is");
    let run = verified(&edited(&rewritten, "Douyin sues", "Douyin does not sue"), SMALL);
    assert!(run.out.contains("\n1 changed, 1 only written differently (- as it was made"), "{}", run.out);
}

#[test]
fn a_row_is_known_again_by_its_other_cells() {
    let text = export(&["--format", "table", "-y", "2021"]);
    let text = edited(&text, "| 2 February 2021 |", "| 3 May 2022 |");
    let run = verified(&edited(&text, "| Douyin sues |", "| A suit of Douyin |"), SMALL);
    assert!(run.out.contains("\n1 changed (") && run.out.contains("\n  + A suit of Douyin\n"), "{}", run.out);
    let aligned = verified(&edited(&text, "| 3 May 2022 |", "| 2 February 2021                  |"), SMALL);
    assert!(aligned.out.starts_with("standard input differs: only in how it is written"), "{}", aligned.out);
}

#[test]
fn a_date_of_any_length_moves_no_other_title() {
    let text = export(&["-y", "2021"]);
    let text = edited(&text, "**2 February 2021**", &format!("**{}**", "2021 ".repeat(1_000).trim()));
    let run = verified(&edited(&text, "**9 September", "**8 September"), SMALL);
    assert!(run.out.contains("\n2 changed ("), "{}", run.out);
    let line = run.out.lines().find(|line| line.starts_with("changed  8 September")).unwrap();
    assert!(line.chars().count() < 200, "{line}");
}

#[test]
fn of_very_many_differences_the_first_are_shown_and_all_are_counted() {
    let text = export(&["-y", "2021-11"]);
    let items: Vec<String> = (0..500).map(|nth| format!("- **1 May 2021** Mine {nth}\n\n")).collect();
    let prose: Vec<String> = (0..500).map(|nth| format!("Prose {nth}\n\n")).collect();
    let endless = "word ".repeat(10_000);
    let said = verified(&format!("{text}\n{}{}# {endless}\n", items.concat(), prose.concat()), SMALL);
    assert_eq!(said.status, 1);
    assert!(said.out.contains("\n500 added (") && said.out.contains("\nand 400 more\n"), "{}", said.out);
    assert!(said.out.contains("Mine 99\n") && !said.out.contains("Mine 100\n"));
    assert!(said.out.contains("\n  … and 401 lines more\n"), "{}", said.out);
    assert!(said.out.lines().all(|line| line.len() < 1_100));
}
