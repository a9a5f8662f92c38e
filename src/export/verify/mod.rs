//! A Markdown export compared with what its own `view` makes now.
//!
//! Everything is compared but the lines of the generator and the digest; those two tell what a difference comes from.
//! Line ends are no difference, nor are a byte order mark or blank lines at the end: editors and Git change them unasked.
//! Nothing here is trusted: the text may have been edited by anyone.

mod blocks;
mod differences;
mod front;
mod pairs;
mod words;

use super::markdown::AGAIN;
use crate::fault::Fault;
pub use blocks::Block;
pub use differences::{Difference, Differences};
use front::Front;
pub use front::Value;
pub use words::are_alike;

/// The keys whose lines are not compared.
const NOT_COMPARED: [&str; 2] = ["generator", "digest"];

/// The text of a Markdown export, and what it says of itself.
#[derive(Debug)]
pub struct Export<'a> {
    front: Front<'a>,
    /// The lines of the front matter that are compared.
    head: Vec<&'a str>,
    /// The lines after it.
    body: Vec<&'a str>,
}

impl<'a> Export<'a> {
    /// Reads `text`; `None` where it has no front matter, as no other format has.
    ///
    /// # Errors
    ///
    /// Front matter that is no YAML, in its place in `text`.
    pub fn read(text: &'a str) -> Result<Option<Self>, Box<Fault>> {
        let Some(front) = Front::read(text)? else { return Ok(None) };
        let mut head: Vec<&str> = text.lines().take(front.lines).collect();
        let mut body: Vec<&str> = text.lines().skip(front.lines).collect();
        let length = body.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1);
        body.truncate(length);
        let mut left_out: Vec<usize> =
            NOT_COMPARED.iter().filter_map(|key| Some(front.entry(key)?.line)).collect();
        left_out.sort_unstable();
        left_out.dedup();
        for line in left_out.into_iter().rev().filter(|line| *line < front.lines) {
            head.remove(line);
        }
        Ok(Some(Self { front, head, body }))
    }

    /// The command line that makes it again.
    pub fn view(&self) -> Option<Value> {
        self.front.value("view")
    }

    /// The id of the dataset that it was made from.
    pub fn dataset(&self) -> Option<Value> {
        self.front.value("dataset")
    }

    /// The version of that dataset.
    pub fn version(&self) -> Option<&str> {
        self.front.text("version")
    }

    /// The program that made it, with its version.
    pub fn generator(&self) -> Option<&str> {
        self.front.text("generator")
    }

    /// What identifies the text of that dataset.
    pub fn digest(&self) -> Option<&str> {
        self.front.text("digest")
    }

    /// All lines that are compared.
    fn lines(&self) -> Vec<&'a str> {
        [&*self.head, &*self.body].concat()
    }

    /// Whether it says what `other` says, word by word, and differs only in how it is written: quotes and the order of
    /// keys in the front matter; blanks, line breaks and bullets elsewhere.
    fn says_the_same(&self, other: &Self) -> bool {
        let values = |export: &Self| -> Vec<(String, String)> {
            let values = export.front.values().filter(|(key, _)| !NOT_COMPARED.contains(key));
            let mut values: Vec<_> = values.map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
            values.sort_unstable();
            values
        };
        // What is no value, such as a list or a comment, may have been added.
        let written = |export: &Self| -> Vec<String> {
            let words = export.head.iter().flat_map(|line| line.split_whitespace());
            let mut words: Vec<String> = words.map(|word| word.replace(['"', '\'', '\\'], "")).collect();
            words.sort_unstable();
            words
        };
        values(self) == values(other)
            && written(self) == written(other)
            && words::words(&self.body) == words::words(&other.body)
    }
}

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
pub fn compare<'a>(export: &Export<'a>, again: &Export<'a>) -> Verdict<'a> {
    if export.head == again.head && export.body == again.body {
        Verdict::Same
    } else if export.says_the_same(again) {
        Verdict::Rewritten([again, export].map(Export::lines))
    } else if export.digest() == again.digest() {
        Verdict::Edited(differences::differences(again, export))
    } else {
        Verdict::Changed(differences::differences(export, again))
    }
}

/// What makes it again, and the sources of its citations: as the embedded dataset has it, and a file.
const COMMANDS: [&str; 2] = ["\nwallchart export", "\nwallchart export FILE"];

/// An export that was made `again`, naming FILE as `export` does: earlier versions never did, and the dataset may be a file
/// now and have been the embedded one then. The line is made of the `view`, and says nothing besides.
pub fn naming_file_as(export: &str, again: String) -> String {
    let names_file = |text: &str| text.contains(COMMANDS[1]);
    let (is, was) = (usize::from(names_file(&again)), usize::from(names_file(export)));
    if is == was {
        return again;
    }
    again.replace(AGAIN[is], AGAIN[was]).replace(COMMANDS[is], COMMANDS[was])
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = "---\ntitle: \"T\"\ngenerator: \"g 1\"\ndigest: \"d\"\nview: \"v\"\n---\n\n# T\n";

    fn verdict(text: &str) -> &'static str {
        let [export, again] = [text, MADE].map(|text| Export::read(text).unwrap().expect("front matter"));
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
