//! One value of a table → the type that is wanted there, or a fault.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeValue};

use super::sink::Sink;
use crate::dataset::format::{self, TableFormat};
use crate::date::{Date, DateError};
use crate::fault::{Fault, code};
use crate::text::{self, Breaks};

/// A string of the file and the bytes where it stands, quotes included.
#[derive(Clone, Debug)]
pub(super) struct Word<'i> {
    pub(super) text: Cow<'i, str>,
    pub(super) span: Range<usize>,
}

/// The value of a key, if it was there.
pub(super) struct KeyedValue<'s, 'i> {
    pub(super) sink: &'s Sink<'i>,
    pub(super) key: &'static str,
    /// Whether an empty list or blank prose is as good as nothing, and a fault.
    pub(super) required: bool,
    /// What the tables are that it holds, where it holds some.
    pub(super) of: Option<&'static TableFormat>,
    /// How many columns it should take at most.
    pub(super) cols: usize,
    pub(super) value: Option<Spanned<DeValue<'i>>>,
}

impl<'i> KeyedValue<'_, 'i> {
    /// A string of one line that is not blank, as it is written.
    pub(super) fn word(self) -> Option<Word<'i>> {
        let (sink, key) = (self.sink, self.key);
        let word = string(sink, key, self.value?)?;
        one_line(sink, key, &word).then_some(word)
    }

    /// The same, scrubbed. One that is too wide for where it is shown is worth a warning.
    pub(super) fn line(self) -> Option<String> {
        let (sink, key, most) = (self.sink, self.key, self.cols);
        let word = self.word()?;
        let span = word.span.clone();
        let line = scrubbed(word);
        let cols = text::width(&line);
        if cols > most {
            let message = format!("`{key}` takes {cols} columns");
            sink.report(Fault::warning(span, &message, &format!("expected at most {most}")));
        }
        Some(line)
    }

    /// Whether something is so.
    pub(super) fn flag(self) -> Option<bool> {
        let (sink, key) = (self.sink, self.key);
        let value = self.value?;
        let span = value.span();
        match value.into_inner() {
            DeValue::Boolean(flag) => Some(flag),
            other => {
                let hint =
                    matches!(&other, DeValue::String(text) if matches!(text.as_ref(), "true" | "false"))
                        .then_some("write it without quotes");
                report_type(sink, key, &other, span, "`true` or `false`", hint);
                None
            }
        }
    }

    /// Prose: several lines, scrubbed, without blank space around it.
    pub(super) fn prose(self) -> Option<String> {
        let (sink, key, required) = (self.sink, self.key, self.required);
        let word = string(sink, key, self.value?)?;
        let prose = text::scrub(word.text.trim(), Breaks::Keep);
        if prose.is_empty() {
            if required {
                report_blank(sink, key, word.span);
            }
            return None;
        }
        Some(prose.into_owned())
    }

    /// A list of one-liners, as they are written.
    pub(super) fn words(self) -> Vec<Word<'i>> {
        let (sink, key) = (self.sink, self.key);
        let items = self.array("strings").into_iter().flatten();
        items.filter_map(|item| string(sink, key, item)).filter(|word| one_line(sink, key, word)).collect()
    }

    /// A list of one-liners, scrubbed.
    pub(super) fn lines(self) -> Vec<String> {
        self.words().into_iter().map(scrubbed).collect()
    }

    /// One of the words that `name` gives to `all`.
    pub(super) fn one_of<T: Copy>(self, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
        let (sink, key) = (self.sink, self.key);
        let word = string(sink, key, self.value?)?;
        let found = all.iter().copied().find(|item| name(*item) == word.text);
        if found.is_none() {
            let list: Vec<_> = all.iter().map(|item| format!("`{}`", name(*item))).collect();
            let message = format!("`{key}` cannot be {}", code(&word.text));
            let expected = format!("expected one of {}", list.join(", "));
            let nearest = sink.nearest(&word.text, all.len(), all.iter().map(|item| name(*item)));
            sink.report(Fault::error(word.span, &message, &expected).meant(nearest));
        }
        found
    }

    /// A date, as a string of EDTF or a bare TOML date, and where it stands.
    pub(super) fn date(self) -> Option<(Date, Range<usize>)> {
        let (sink, key) = (self.sink, self.key);
        let value = self.value?;
        let span = value.span();
        let text = match value.into_inner() {
            DeValue::String(text) => text,
            // TOML also takes a blank or a small `t` before the time; EDTF only `T`.
            DeValue::Datetime(bare) => DeString::Owned(bare.to_string()),
            other => {
                let quoted = format!("\"{}\"", sink.written(&span));
                let hint = matches!(other, DeValue::Integer(_)).then(|| format!("write {}", code(&quoted)));
                report_type(sink, key, &other, span, "a date in quotes", hint.as_deref());
                return None;
            }
        };
        match Date::parse(&text) {
            Ok(date) => Some((date, span)),
            Err(error) => {
                report_date(sink, &text, span, &error);
                None
            }
        }
    }

    pub(super) fn array(self, of: &str) -> Option<DeArray<'i>> {
        let (sink, key) = (self.sink, self.key);
        let value = self.value?;
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(items) => {
                if items.is_empty() && self.required {
                    let message = format!("`{key}` is empty");
                    sink.report(Fault::error(span, &message, "expected at least one"));
                }
                Some(items)
            }
            other => {
                let written = sink.written(&span);
                let (list, hint) = match other {
                    DeValue::Table(_) if !written.starts_with('{') => (format!("`[[{key}]]`"), None),
                    DeValue::Table(_) | DeValue::String(_) => {
                        (format!("a list of {of}"), Some(format!("write {}", code(&format!("[{written}]")))))
                    }
                    _ => (format!("a list of {of}"), None),
                };
                report_type(sink, key, &other, span, &list, hint.as_deref());
                None
            }
        }
    }

    /// Checks a value that nobody keeps, as far as its kind alone says what is right.
    pub(super) fn check(self, value: format::Value) {
        match value {
            format::Value::Prose => drop(self.prose()),
            format::Value::Lines
            | format::Value::Parties
            | format::Value::Ids(_)
            | format::Value::Milestones => drop(self.words()),
            format::Value::Line | format::Value::Caption(_) => drop(self.line()),
            format::Value::Flag => drop(self.flag()),
            format::Value::Date => drop(self.date()),
            _ => drop(self.word()),
        }
    }

    /// The version of the format: nothing but 1.
    pub(super) fn schema(self) {
        let Some(value) = self.value else { return };
        let is_one = matches!(value.get_ref(), DeValue::Integer(n) if n.radix() == 10 && n.as_str() == "1");
        if !is_one {
            let written = code(self.sink.written(&value.span()));
            let message = format!("this file is of schema {written}, which is not known here");
            self.sink.report(Fault::error(value.span(), &message, "expected `1`"));
        }
    }
}

fn string<'i>(sink: &Sink<'i>, key: &str, value: Spanned<DeValue<'i>>) -> Option<Word<'i>> {
    let span = value.span();
    match value.into_inner() {
        DeValue::String(text) => Some(Word { text, span }),
        other => {
            report_type(sink, key, &other, span, "a string", None);
            None
        }
    }
}

/// Whether `word` is one line that shows something; reports it where it is not.
fn one_line(sink: &Sink<'_>, key: &str, word: &Word<'_>) -> bool {
    let line = text::scrub(&word.text, Breaks::Fold);
    if !text::is_seen(&line) {
        report_blank(sink, key, word.span.clone());
        return false;
    }
    if word.text.contains(['\n', '\r']) {
        let message = format!("`{key}` has more than one line");
        sink.report(Fault::error(word.span.clone(), &message, "expected one line"));
        return false;
    }
    true
}

/// Text that needs no scrubbing goes on as it is, without another copy.
pub(super) fn scrubbed(word: Word<'_>) -> String {
    match text::scrub(&word.text, Breaks::Fold) {
        Cow::Owned(clean) => clean,
        Cow::Borrowed(_) => word.text.into_owned(),
    }
}

fn report_blank(sink: &Sink<'_>, key: &str, span: Range<usize>) {
    sink.report(Fault::error(span, &format!("`{key}` is blank"), "expected some text"));
}

pub(super) fn report_type(
    sink: &Sink<'_>,
    key: &str,
    found: &DeValue<'_>,
    span: Range<usize>,
    wanted: &str,
    hint: Option<&str>,
) {
    let message = format!("`{key}` is {}, not {wanted}", noun(found));
    let fault = Fault::error(span, &message, &format!("expected {wanted}"));
    sink.report(match hint {
        Some(hint) => fault.help(hint),
        None => fault,
    });
}

/// What a value is, as faults say it.
pub fn noun(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a bare date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "one table",
    }
}

/// What EDTF trips over is underlined where the string stands in the file as it is; behind an escape the
/// places differ, and the whole string is.
fn report_date(sink: &Sink<'_>, text: &str, span: Range<usize>, error: &DateError) {
    let written = sink.written(&span);
    let quoted = written.strip_prefix(['"', '\'']).and_then(|rest| rest.strip_suffix(['"', '\'']));
    let quote = usize::from(quoted.is_some());
    let is_verbatim = quoted.unwrap_or(written) == text;
    sink.report(date_fault(text, is_verbatim.then_some(span.start + quote), span, error));
}

/// Why `text`, which begins at byte `start` of the file where it stands there as it is, and in any case within `span`, is
/// no date.
pub(super) fn date_fault(text: &str, start: Option<usize>, span: Range<usize>, error: &DateError) -> Fault {
    let place = match start.filter(|_| !error.at.is_empty()) {
        Some(start) => start + error.at.start..start + error.at.end,
        None => span,
    };
    let fault = Fault::error(place, &format!("{} is not a date", code(text)), &error.message);
    match &error.hint {
        Some(hint) => fault.help(hint),
        None => fault,
    }
}
