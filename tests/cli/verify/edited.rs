//! What somebody edited.

use super::{differs, edited, export};
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
