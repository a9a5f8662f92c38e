//! The page of an export: its settings, and the question about a file.

/// What can be chosen about an export.
#[derive(Debug)]
pub struct SettingWords {
    /// Before what is exported.
    pub title: &'static str,
    /// The format.
    pub format: &'static str,
    /// How sources are named.
    pub notes: &'static str,
    /// Which of two languages.
    pub language: &'static str,
    /// A picture as well; said alone, that there is one.
    pub picture: &'static str,
    /// Before the path.
    pub path: &'static str,
    /// There is.
    pub yes: &'static str,
    /// There is none.
    pub no: &'static str,
    /// Said alone: there are none.
    pub no_notes: &'static str,
    /// Said alone: there is none.
    pub no_picture: &'static str,
    /// Where the language is nothing to choose.
    pub both_languages: &'static str,
    /// Why it is none.
    pub holds_both: fn(&str) -> String,
    /// A format has no use for a setting.
    pub has_no: fn(&str, &str) -> String,
    /// A key goes to the path.
    pub edits_path: fn(&str) -> String,
    /// There is none.
    pub empty_path: &'static str,
    /// It was written: what, and where to.
    pub wrote: fn(&str, &str) -> String,
}

/// The question whether to replace a file.
#[derive(Debug)]
pub struct QuestionWords {
    /// Behind its name.
    pub exists: &'static str,
    /// The answer no.
    pub keep: &'static str,
    /// The answer yes.
    pub replace: &'static str,
    /// What would change cannot be told.
    pub unreadable: &'static str,
    /// Nor of this.
    pub no_text: &'static str,
    /// What changes is seen nowhere.
    pub only_line_ends: &'static str,
    /// How many lines are new, and how many gone.
    pub new_and_gone: fn(usize, usize) -> String,
    /// Lines that are not shown.
    pub same_lines: fn(usize) -> String,
    /// Behind what a line begins with.
    pub goes_on: fn(&str) -> String,
    /// There is nothing to replace.
    pub same_already: fn(&str) -> String,
    /// It was asked about before.
    pub changed_meanwhile: &'static str,
}
