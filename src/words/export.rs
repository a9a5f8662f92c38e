//! What an export says of itself, and around what a dataset says.

/// An export's own prose. Texts are plain: whoever writes Markdown escapes them.
#[derive(Debug)]
pub struct ExportWords {
    /// `All 96 milestones`
    pub all: fn(usize) -> String,
    /// `7 of 96 milestones`
    pub some_of: fn(usize, usize) -> String,
    /// Instead of the query, where milestones were picked.
    pub by_hand: &'static str,
    /// What was selected: how many, and, where that is to be said, how and when.
    pub scope: fn(&[String]) -> String,
    /// `Effects: …`
    pub effects: fn(&[String]) -> String,
    /// Relations in a line, the first a capital.
    pub relations: fn(&[String]) -> String,
    /// `Rule, high confidence`: both in words.
    pub kind_and_confidence: fn(&str, &str) -> String,
    /// What stands before a title: who acted, `MIIT → Alibaba: `.
    pub titled: fn(&str, &str) -> String,
    /// `Sources: a; b`
    pub sources: fn(&[String]) -> String,
    /// The same, where there is none.
    pub sources_none: &'static str,
    /// Sources in a cell.
    pub sources_listed: fn(&[String]) -> String,
    /// In a cell, where there is none.
    pub no_source: &'static str,
    /// A source, and what it supports.
    pub supporting: fn(&str, &str) -> String,
    /// The columns of a table: date, parties, kind, title, sources.
    pub columns: [&'static str; 5],
    /// Before the command that makes it again, which names a file or not.
    pub again: AgainWords,
    /// Instead of a command that is too long for a command line.
    pub again_too_long: &'static str,
    /// Before the command that writes the sources that Pandoc reads.
    pub sources_again: &'static str,
    /// A picture shows so many at most, and these are more.
    pub picture_too_large: fn(usize, usize) -> String,
}

/// What stands before the command that makes an export again.
#[derive(Clone, Copy, Debug)]
pub struct AgainWords {
    /// Of the embedded dataset.
    pub embedded: &'static str,
    /// Of a file's.
    pub file: &'static str,
}
