//! Where each statement of a file begins and ends, also in a file whose syntax is broken.
//!
//! TOML ends a statement at the end of a line, except within brackets and strings of several lines. One that
//! is never closed swallows the rest of the file, and a parser then blames what is right. People begin each
//! statement on a line of its own, so a line that looks like the beginning of one (`key =`, `[[table]]`)
//! ends whatever is still open.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// One header or one `key = value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// Its bytes, with the end of its last line.
    pub(super) span: Range<usize>,
    /// The innermost bracket or quotes that are never closed.
    pub(super) open: Option<Range<usize>>,
}

/// Cuts `text` into statements; blank lines and comments belong to the statement before them.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut scan = StatementScan {
        text,
        start: 0,
        open: Vec::new(),
        is_header: false,
        is_fresh: true,
        done: Vec::new(),
    };
    let mut base = 0;
    while let Some(rest) = text.get(base..).filter(|rest| !rest.is_empty()) {
        let resume = Source::new(rest).lex().find_map(|token| scan.take(&token, base));
        match resume {
            Some(next) => base = next,
            None => break,
        }
    }
    scan.end(text.len());
    scan.done
}

struct StatementScan<'t> {
    text: &'t str,
    /// Where the statement being read begins.
    start: usize,
    /// Brackets that wait to be closed.
    open: Vec<Range<usize>>,
    /// Whether it is a table header, whose brackets are no list.
    is_header: bool,
    /// Whether nothing of it has been read but blank space.
    is_fresh: bool,
    done: Vec<Statement>,
}

impl StatementScan<'_> {
    /// Takes one token that was read from `base` on; says where to read on when that is not behind it.
    fn take(&mut self, token: &Token, base: usize) -> Option<usize> {
        let span = token.span().start() + base..token.span().end() + base;
        let was_fresh = std::mem::replace(&mut self.is_fresh, false);
        match token.kind() {
            TokenKind::Newline => self.newline(span.end),
            TokenKind::Whitespace | TokenKind::Comment | TokenKind::Eof => self.is_fresh = was_fresh,
            TokenKind::LeftSquareBracket if was_fresh => self.is_header = true,
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket if !self.is_header => {
                self.open.push(span);
            }
            TokenKind::RightSquareBracket => self.close("["),
            TokenKind::RightCurlyBracket => self.close("{"),
            TokenKind::MlBasicString | TokenKind::MlLiteralString => return self.string(&span),
            _ => {}
        }
        None
    }

    /// Closes the innermost bracket, if it is one that `opener` opens: in `[{ a = 1 ]` the `{` stays open.
    fn close(&mut self, opener: &str) {
        self.open.pop_if(|open| self.text.get(open.clone()) == Some(opener));
    }

    /// A line ends, and the statement with it, unless it is within brackets; and even there where the next
    /// line begins a new one.
    fn newline(&mut self, next: usize) {
        if self.open.is_empty() || begins(self.text.get(next..).unwrap_or_default()) {
            self.end(next);
        }
    }

    /// A string of several lines that is never closed runs up to where the next one opens (`key = """`), or
    /// to the end of the file. It is ended at the first line that begins a statement.
    fn string(&mut self, span: &Range<usize>) -> Option<usize> {
        let string = self.text.get(span.clone()).unwrap_or_default();
        let quotes = string.get(..3).unwrap_or_default();
        let body = string.strip_prefix(quotes).unwrap_or_default();
        let last = body.strip_suffix(quotes).map(|body| body.rsplit_once('\n').map_or("", |(_, last)| last));
        if last.is_some_and(|last| !(begins(last) && last.trim_end().ends_with('='))) {
            return None;
        }
        let mut at = span.start;
        let next = string.split_inclusive('\n').find_map(|line| {
            let start = at;
            at += line.len();
            (start > span.start && begins(line)).then_some(start)
        });
        self.open.push(span.start..span.start + quotes.len());
        if let Some(next) = next {
            self.end(next);
        }
        next
    }

    fn end(&mut self, end: usize) {
        if end > self.start {
            let open = std::mem::take(&mut self.open).pop();
            self.done.push(Statement { span: self.start..end, open });
        }
        (self.start, self.is_header, self.is_fresh) = (end, false, true);
    }
}

/// Whether `line` looks like the beginning of a statement: `key =` or a header that is alone on its line.
/// Keys in quotes do not count, since a line of a list may be a string that holds `=`.
fn begins(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default().trim_start();
    let inner = line.trim_start_matches('[');
    let name = inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let rest = name.trim_start();
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    if inner.len() == line.len() {
        return rest.starts_with('=');
    }
    let closed = rest.trim_start_matches(']');
    let is_value = ["true", "false", "inf", "nan"].iter().any(|word| inner.strip_suffix(name) == Some(word));
    rest.len() > closed.len() && !is_value && matches!(closed.trim_start().chars().next(), None | Some('#'))
}

/// Whether a statement is a header, and whether it has double brackets.
pub(super) fn header(statement: &str) -> Option<(&str, bool)> {
    let line = statement.trim_start_matches('\u{FEFF}').trim_start().lines().next()?;
    let name = line.strip_prefix('[')?;
    let (name, double) = name.strip_prefix('[').map_or((name, false), |name| (name, true));
    let name = name.split(']').next().unwrap_or_default();
    Some((name.trim(), double))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let written = |span: &Range<usize>| text.get(span.clone()).unwrap();
        let found: Vec<_> =
            statements(text).iter().map(|it| (written(&it.span), it.open.as_ref().map(written))).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_statement_ends_with_its_line() {
        check(
            "\u{FEFF}a = 1\r\n[[b]] # x\nc = \"[\"",
            &[("\u{FEFF}a = 1\r\n", None), ("[[b]] # x\n", None), ("c = \"[\"", None)],
        );
    }

    #[test]
    fn lists_and_prose_may_take_several_lines() {
        check(
            "a = [\n  [1],\n  \"b = c\",\n]\nd = 1",
            &[("a = [\n  [1],\n  \"b = c\",\n]\n", None), ("d = 1", None)],
        );
        check(
            "a = \"\"\"x\nb = 1\n[[c]]\n\"\"\"\nd = 1",
            &[("a = \"\"\"x\nb = 1\n[[c]]\n\"\"\"\n", None), ("d = 1", None)],
        );
    }

    #[test]
    fn what_is_never_closed_ends_where_the_next_statement_begins() {
        check("a = [1,\nb = 2\n", &[("a = [1,\n", Some("[")), ("b = 2\n", None)]);
        check("a = [{ b = 1\n[[c]]\n", &[("a = [{ b = 1\n", Some("{")), ("[[c]]\n", None)]);
        check(
            "a = \"\"\"x\ny\n[[c]]\nd = \"\"\"e\"\"\"\n",
            &[("a = \"\"\"x\ny\n", Some("\"\"\"")), ("[[c]]\n", None), ("d = \"\"\"e\"\"\"\n", None)],
        );
        check("a = '''x\n", &[("a = '''x\n", Some("'''"))]);
        check("[[a]\nb = 1", &[("[[a]\n", None), ("b = 1", None)]);
    }

    #[test]
    fn only_keys_and_headers_begin_a_statement() {
        for line in ["a = 1", "  a-b.c=", "[a]", "[[a.b]] # x", "[[a]", "[a]]"] {
            assert!(begins(line), "{line}");
        }
        for line in ["", "1", "[1]", "[true]", "\"a = b\",", "a, b = c", "[[a], [b]]", "[", "= 1"] {
            assert!(!begins(line), "{line}");
        }
    }
}
