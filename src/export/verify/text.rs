//! An export as it is compared.

use super::front::{Front, FrontValue};
use super::words::words;
use crate::fault::Fault;

/// The keys whose lines are not compared.
const NOT_COMPARED: [&str; 2] = ["generator", "digest"];

/// The text of a Markdown export, and what it says of itself.
#[derive(Debug)]
pub struct ExportText<'a> {
    front: Front<'a>,
    /// The lines of the front matter that are compared.
    pub(super) head: Vec<&'a str>,
    /// The lines after it.
    pub(super) body: Vec<&'a str>,
}

impl<'a> ExportText<'a> {
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
    pub fn view(&self) -> Option<FrontValue> {
        self.front.value("view")
    }

    /// The id of the dataset that it was made from.
    pub fn dataset(&self) -> Option<FrontValue> {
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
    pub(super) fn lines(&self) -> Vec<&'a str> {
        [&*self.head, &*self.body].concat()
    }

    /// Whether it says what `other` says, word by word, and differs only in how it is written: quotes and the order of
    /// keys in the front matter; blanks, line breaks and bullets elsewhere.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
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
            && words(&self.body) == words(&other.body)
    }
}
