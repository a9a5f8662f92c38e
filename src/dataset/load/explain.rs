//! What the TOML parser says, in words that help to mend it.

use std::ops::Range;

use super::field::date_fault;
use super::parser::{self, LEVELS};
use super::slip::Slip;
use super::statements::Statement;
use crate::date::{Date, DateError};
use crate::fault::{Fault, code};

/// How a message ends where something is given a second time.
pub(super) const REPEATED: &str = " is given twice";

/// Where the parser's `error` is, and all that is known about it.
struct Complaint<'t> {
    text: &'t str,
    statement: &'t Statement,
    /// Where the parser stopped, in the whole text.
    at: Range<usize>,
    /// What was wrong.
    slip: Slip,
    /// What it said was wrong.
    said: &'t str,
    /// What it said was expected.
    wanted: &'t str,
}

/// The parser's `error` in `statement`, its span counted from `base` on, as a fault of `text`.
///
/// The parser names the rule of the grammar that it was in (`invalid float, expected nan`) where a reader wants
/// to know what to write. What has no better words here keeps the parser's.
pub(super) fn explain(text: &str, statement: &Statement, error: &parser::Broken, base: usize) -> Fault {
    let at = error.span().map_or(statement.span.clone(), |span| span.start + base..span.end + base);
    let error = match error {
        parser::Broken::TooDeep(_) => return too_deep(at),
        parser::Broken::NoRoom => return no_room(),
        parser::Broken::Syntax(error) => error,
    };
    let (said, wanted) = error.message().split_once(", expected ").unwrap_or((error.message(), ""));
    let broken = Complaint { text, statement, at, slip: Slip::of(said), said, wanted };
    broken
        .unclosed()
        .or_else(|| broken.value())
        .or_else(|| broken.structure())
        .unwrap_or_else(|| broken.as_said())
}

impl Complaint<'_> {
    /// Quotes, brackets and headers that are opened and not closed.
    fn unclosed(&self) -> Option<Fault> {
        let is_open = self.statement.open.is_some() && self.at.is_empty();
        match self.slip {
            Slip::BasicString | Slip::LiteralString if self.at.is_empty() => {
                let start = self.quote()?;
                let quote = self.get(&(start..start + 1));
                let span = start..self.line_end(start);
                let expected = format!("expected {} before the end of the line", code(quote));
                Some(Fault::error(span, "this string is never closed", &expected))
            }
            Slip::OpenHeader => {
                let span = self.first_line();
                let brackets = if self.get(&span).starts_with("[[") { "]]" } else { "]" };
                let expected = format!("expected {} at its end", code(brackets));
                Some(Fault::error(span, "this header is never closed", &expected))
            }
            _ if is_open => {
                let open = self.statement.open.clone()?;
                let (noun, close) = match self.get(&open) {
                    "[" => ("list", "]"),
                    "{" => ("inline table", "}"),
                    quotes => ("string", quotes),
                };
                let message = format!("this {noun} is never closed");
                let fault = Fault::error(open, &message, &format!("expected {} at its end", code(close)));
                Some(if noun == "inline table" {
                    fault.help("an inline table stands on one line")
                } else {
                    fault
                })
            }
            _ => None,
        }
    }

    /// Values that are none, or none of TOML.
    fn value(&self) -> Option<Fault> {
        const EXPECTED: &str = "expected a string in quotes, a number, a date, or a list";
        let found = self.get(&self.at);
        match self.slip {
            Slip::Unquoted if self.at.is_empty() => Some(self.fault("there is no value here", EXPECTED)),
            _ if found.starts_with(['"', '\'']) => None,
            Slip::Unquoted | Slip::NoValue => {
                let atom = self.atom();
                let value = self.get(&atom);
                if let Some(error) = no_such_date(value) {
                    return Some(date_fault(value, Some(atom.start), atom, &error));
                }
                let fault =
                    Fault::error(atom.clone(), &format!("{} is no value of TOML", code(value)), EXPECTED);
                Some(fault.help(advice(value)))
            }
            Slip::Escape => {
                let fault = self.fault(
                    "a backslash begins no escape here",
                    "expected `\\\\`, `\\\"`, `\\n`, `\\t` or `\\u0000`",
                );
                Some(fault.help("between single quotes a backslash is just a backslash: 'C:\\data'"))
            }
            Slip::BasicString | Slip::LiteralString | Slip::LongString => {
                let message = "a string holds a control character";
                Some(self.fault(message, "expected an escape such as `\\u001b`"))
            }
            Slip::NoCharacter => {
                Some(self.fault("there is no such character", "expected the number of one in hexadecimal"))
            }
            Slip::Comment => Some(self.fault("a comment holds a control character", "expected text")),
            _ => None,
        }
    }

    /// Keys, separators and headers.
    fn structure(&self) -> Option<Fault> {
        Some(match self.slip {
            Slip::Repeated => {
                let message = format!("{}{REPEATED}", code(self.get(&self.at)));
                self.fault(&message, "expected another name, or nothing")
            }
            Slip::KeyAlone => {
                let key = self.first_line();
                let key = key.start..self.at.end.min(key.end).max(key.start);
                let message =
                    format!("{} is neither a key with a value nor a header", code(self.get(&key).trim()));
                Fault::error(key, &message, "expected `key = value`")
            }
            Slip::NoName => self.fault("there is no name here", "expected a name"),
            Slip::BadName => {
                let message = format!("{} cannot be a name without quotes", code(self.get(&self.at)));
                self.fault(&message, "expected letters, digits, `-` and `_` of ASCII")
            }
            Slip::LeftOver => {
                let rest = self.at.start..self.line_end(self.at.start);
                let message = format!("{} is left over", code(self.get(&rest)));
                Fault::error(rest, &message, "expected the end of the line")
            }
            Slip::NoComma => self.fault("there is no comma here", "expected `,`"),
            Slip::ExtraComma => self.fault("there is a comma too many", "expected a value before it"),
            Slip::NoEquals => self.fault("there is no `=` here", "expected `=` and a value"),
            Slip::ClosesNothing => {
                let span = self.at.start..self.line_end(self.at.start);
                let closer = self.get(&span).chars().next().map_or(0, char::len_utf8);
                let span = span.start..span.start + closer;
                let message = format!("{} closes nothing", code(self.get(&span)));
                Fault::error(span, &message, "expected a statement")
            }
            Slip::CarriageReturn => {
                self.fault("a carriage return alone ends no line", "expected a line feed")
            }
            Slip::NoTable => {
                let message = format!("{} is no table that could be extended", code(self.get(&self.at)));
                self.fault(&message, "expected a name that is not taken")
            }
            _ => return None,
        })
    }

    fn as_said(&self) -> Fault {
        let expected =
            if self.wanted.is_empty() { String::new() } else { format!("expected {}", self.wanted) };
        self.fault(self.said, &expected)
    }

    fn fault(&self, message: &str, expected: &str) -> Fault {
        Fault::error(self.at.clone(), message, expected)
    }

    fn get(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// The first line of the statement, without blank space around it.
    fn first_line(&self) -> Range<usize> {
        let written = self.get(&self.statement.span);
        let blank = written.len() - written.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']).len();
        let start = self.statement.span.start + blank;
        start..self.line_end(start)
    }

    /// Where the line ends that `at` is in, trailing blank space left out.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.lines().next().unwrap_or_default().trim_end().len()
    }

    /// The quote that opens the string which ends, unclosed, where the parser stopped.
    fn quote(&self) -> Option<usize> {
        let before = self.get(&(self.statement.span.start..self.at.start));
        let quote = if self.slip == Slip::BasicString { '"' } else { '\'' };
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let at = before.get(line..)?.rfind(quote)? + line;
        Some(self.statement.span.start + at)
    }

    /// The bare value that the parser stopped in.
    fn atom(&self) -> Range<usize> {
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}' | '=' | '#' | '"');
        let before = self.get(&(self.statement.span.start..self.at.start));
        let start = before.rfind(ends).map_or(0, |at| at + before.get(at..).map_or(0, first_len));
        let rest = self.text.get(self.at.end..self.line_end(self.at.end)).unwrap_or_default();
        let end = rest.find(ends).unwrap_or(rest.len());
        self.statement.span.start + start..self.at.end + end
    }
}

/// What there is to say where memory would run out.
pub(super) fn no_room() -> Fault {
    Fault::error(0..0, "there is not enough memory to read this file", "expected a smaller one")
}

fn too_deep(at: Range<usize>) -> Fault {
    let expected = format!("expected at most {LEVELS} levels of lists, inline tables and dotted names");
    Fault::error(at, "this is nested too deep", &expected)
        .help("put what is within into a string, or leave it out")
}

fn first_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// What is wrong with a bare date that quotes would not make one either: `2021-02-29`.
fn no_such_date(value: &str) -> Option<DateError> {
    let (year, _) = value.split_once('-')?;
    let is_meant = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    Date::parse(value).err().filter(|_| is_meant)
}

/// How to mend a bare `value` that is none.
fn advice(value: &str) -> String {
    if value.contains(['“', '”', '‘', '’', '＂']) {
        "quotes are straight: `\"`".to_owned()
    } else if value.chars().all(|c| c.is_ascii_digit()) {
        "a number has no zero in front".to_owned()
    } else {
        format!("text and soft dates stand in quotes: {}", code(&format!("\"{value}\"")))
    }
}
