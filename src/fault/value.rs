//! One fault.

use std::ops::Range;

use crate::text::{self, Breaks};

/// How bad a fault is. A dataset with an error does not load; one with warnings does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The dataset cannot be used.
    Error,
    /// The dataset can be used, but somebody should look.
    Warning,
}

/// One thing wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in a sentence that stands alone: lower case, no full stop, code in backticks.
    pub message: String,
    /// The bytes of the dataset's text that are wrong.
    pub span: Range<usize>,
    /// What was expected there, under the underlined place.
    pub expected: String,
    /// Another place that has to do with it (where an id was used first), and what it is.
    pub also: Option<(Range<usize>, String)>,
    /// What to do, and the nearest right spelling.
    pub help: Vec<String>,
}

impl Fault {
    /// An error at the bytes `span`.
    #[must_use]
    pub fn error(span: Range<usize>, message: &str, expected: &str) -> Self {
        Self::new(Severity::Error, span, message, expected)
    }

    /// A warning at the bytes `span`.
    #[must_use]
    pub fn warning(span: Range<usize>, message: &str, expected: &str) -> Self {
        Self::new(Severity::Warning, span, message, expected)
    }

    fn new(severity: Severity, span: Range<usize>, message: &str, expected: &str) -> Self {
        let (message, expected) = (one_line(message), one_line(expected));
        Self { severity, message, span, expected, also: None, help: Vec::new() }
    }

    /// The same with another place that has to do with it.
    #[must_use]
    pub fn also(mut self, span: Range<usize>, label: &str) -> Self {
        self.also = Some((span, one_line(label)));
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, advice: impl AsRef<str>) -> Self {
        self.help.push(one_line(advice.as_ref()));
        self
    }

    /// The same with the nearest right spelling, if there is one.
    #[must_use]
    pub fn meant(self, spelling: Option<&str>) -> Self {
        match spelling {
            Some(spelling) => self.help(format!("did you mean {}?", code(spelling))),
            None => self,
        }
    }

    /// Whether the dataset cannot be used because of it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

pub(super) fn one_line(text: &str) -> String {
    text::scrub(text, Breaks::Fold).into_owned()
}

/// Text from outside, quoted as code in a message: one harmless line in backticks, cut where it is long.
pub fn code(text: &str) -> String {
    /// What fits beside the words of a message on a line of 80 columns.
    const COLS: usize = 48;
    format!("`{}`", text::ellipsize(&one_line(text), COLS, "…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_fault_quotes_cannot_act_on_a_terminal() {
        let fault = Fault::error(0..0, "no `\u{1b}]0;x\u{7}`", "\u{202e}").help("a\nb");
        assert_eq!((fault.message.as_str(), fault.expected.as_str()), ("no `␛]0;x␇`", "\u{FFFD}"));
        assert_eq!(fault.help, ["a b"]);
        assert_eq!(code(&"x".repeat(99)).chars().count(), 50);
    }
}
