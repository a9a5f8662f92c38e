//! What an export is, compared with itself made again.

use super::differences::{Differences, differences};
use super::text::ExportText;

/// What an export is, compared with itself made again.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// The same.
    Same,
    /// The same words, written in another way: all lines, as they would be made now and as they are.
    Rewritten([Vec<&'a str>; 2]),
    /// Another text out of the same dataset: somebody edited it. From what was made to what it says.
    Edited(Differences<'a>),
    /// The dataset is another, or which one it was is not known; somebody may have edited it besides. From what it
    /// says to what the dataset makes of it now.
    Changed(Differences<'a>),
}

/// Compares an export with the one that its view makes now.
pub fn compare<'a>(export: &ExportText<'a>, again: &ExportText<'a>) -> Verdict<'a> {
    if export.head == again.head && export.body == again.body {
        Verdict::Same
    } else if export.says_the_same(again) {
        Verdict::Rewritten([again, export].map(ExportText::lines))
    } else if export.digest() == again.digest() {
        Verdict::Edited(differences(again, export))
    } else {
        Verdict::Changed(differences(export, again))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = "---\ntitle: \"T\"\ngenerator: \"g 1\"\ndigest: \"d\"\nview: \"v\"\n---\n\n# T\n";

    fn verdict(text: &str) -> &'static str {
        let [export, again] = [text, MADE].map(|text| ExportText::read(text).unwrap().expect("front matter"));
        match compare(&export, &again) {
            Verdict::Same => "same",
            Verdict::Rewritten(_) => "rewritten",
            Verdict::Edited(_) => "edited",
            Verdict::Changed(_) => "changed",
        }
    }

    #[test]
    fn all_is_compared_but_who_made_it_and_from_which_bytes() {
        for (from, to, expected) in [
            ("", "", "same"),
            ("g 1", "g 2", "same"),
            ("\"d\"", "e # other", "same"),
            ("generator: \"g 1\"\n", "", "same"),
            ("\n", "\r\n", "same"),
            ("\n---\n", "\n...\n", "edited"),
            ("# T\n", "# T", "same"),
            ("# T\n", "# T\n\n \n", "same"),
            ("\n# T\n", "# T\n", "rewritten"),
            ("# T", "# t", "edited"),
            ("# T", "#  T", "rewritten"),
            ("title", "tags: [a]\ntitle", "edited"),
            ("title: \"T\"", "title: T", "rewritten"),
            ("title: \"T\"", "title: T # mine", "edited"),
            ("title: \"T\"", "title: \"T \"", "edited"),
            ("title: \"T\"", "title: \"T'\"", "edited"),
            ("# T", "# T\ndigest: \"d\"", "edited"),
            ("digest: \"d\"", "digest: \"d\"\ndigest: \"x\"", "edited"),
            ("digest: \"d\"", "digest: >\n  d", "changed"),
            ("digest: \"d\"\n", "", "same"),
            ("digest: \"d\"\nview: \"v\"", "view: \"w\"", "changed"),
        ] {
            assert_eq!(verdict(&MADE.replace(from, to)), expected, "{from:?} → {to:?}");
        }
    }
}
