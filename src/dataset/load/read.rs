//! A small typed reader over the parsed tree. A [`Table`] is asked for its keys one by one, hands each out as
//! a [`KeyedValue`](super::field::KeyedValue), reports what is missing, and at the end every key that is none of the
//! [format](crate::dataset::format).
//!
//! What cannot be read comes back as `None` or empty, and reading goes on, so that the rest of the file is
//! checked as well. No such stand-in is ever seen: a file with an error loads nothing.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::field::{KeyedValue, Word, report_type};
use super::sink::Sink;
use crate::dataset::format::{FILE, FormatKey, TableFormat, Value};
use crate::fault::{Fault, code};

/// One table of the file, being read.
pub(super) struct Table<'s, 'i> {
    pub(super) sink: &'s Sink<'i>,
    /// What it may say.
    format: &'static TableFormat,
    /// Its id, once it has been read.
    id: Option<Cow<'i, str>>,
    /// Its header, or the whole of an inline table.
    pub(super) span: Range<usize>,
    values: DeTable<'i>,
}

impl<'s, 'i> Table<'s, 'i> {
    pub(super) fn new(
        sink: &'s Sink<'i>,
        format: &'static TableFormat,
        span: Range<usize>,
        values: DeTable<'i>,
    ) -> Self {
        Self { sink, format, id: None, span, values }
    }

    /// Every key that it may have, in the order in which they are read.
    pub(super) fn keys(&self) -> &'static [FormatKey] {
        self.format.keys
    }

    /// The field that is called `name`, which is one of this table's keys.
    pub(super) fn named(&mut self, name: &'static str) -> KeyedValue<'s, 'i> {
        let key = self.format.key(name);
        debug_assert!(key.is_some(), "`{name}` is no key of a {}", self.format.noun);
        match key {
            Some(key) => self.field(key),
            None => KeyedValue {
                sink: self.sink,
                key: name,
                required: false,
                of: None,
                cols: usize::MAX,
                value: None,
            },
        }
    }

    /// The field `key`. Where it has to be there and is not, that is a fault.
    pub(super) fn field(&mut self, key: &FormatKey) -> KeyedValue<'s, 'i> {
        let value = self.values.remove(key.name);
        if value.is_none() && key.is_required {
            let is_table = matches!(key.value, Value::Table(_));
            let example = if is_table { headed(key.name) } else { key.name.to_owned() };
            self.report_missing(key.name, &format!("expected {}", code(&example)));
        }
        let of = key.value.table();
        let cols = if let Value::Caption(cols) = key.value { cols } else { usize::MAX };
        KeyedValue { sink: self.sink, key: key.name, required: key.is_required, of, cols, value }
    }

    /// Reports that there is no `key` here.
    pub(super) fn report_missing(&self, key: &str, expected: &str) {
        let key = code(key);
        let message = match &self.id {
            Some(id) => format!("{} {} has no {key}", self.format.noun, code(id)),
            None => format!("this {} has no {key}", self.format.noun),
        };
        self.sink.report(Fault::error(self.span.clone(), &message, expected));
    }

    /// The table's own id: kebab-case. One that is not comes back all the same, so that references to it
    /// are not blamed too.
    pub(super) fn id(&mut self) -> Option<Word<'i>> {
        let word = self.named("id").word()?;
        if !is_kebab(&word.text) {
            let message = format!("{} is not kebab-case", code(&word.text));
            let kebab = to_kebab(&word.text);
            let expected = "expected lower-case letters, digits and single hyphens";
            let fault = Fault::error(word.span.clone(), &message, expected);
            self.sink.report(fault.meant(is_kebab(&kebab).then_some(kebab.as_str())));
        }
        self.id = Some(word.text.clone());
        Some(word)
    }

    /// Reports every key that is none of this format; one that is, and that nobody asked for, is checked.
    pub(super) fn finish(mut self) {
        for key in self.keys() {
            if self.values.contains_key(key.name) {
                self.field(key).check(key.value);
            }
        }
        let known: Vec<&str> = self.keys().iter().map(|key| key.name).collect();
        for (key, value) in self.values {
            let kind = if is_headed(self.sink, &value.span()) { "table" } else { "key" };
            let name = key.get_ref().as_ref();
            let message = format!("unknown {kind} {} in this {}", code(name), self.format.noun);
            let fault = Fault::error(key.span(), &message, &format!("expected a {kind} of this format"));
            let nearest = self.sink.nearest(name, known.len(), known.iter().copied());
            self.sink.report(match nearest {
                Some(nearest) if kind == "table" => fault.meant(Some(&headed(nearest))),
                Some(_) => fault.meant(nearest),
                None => fault.help(format!("known here: {}", known.join(", "))),
            });
        }
    }
}

impl<'s, 'i> KeyedValue<'s, 'i> {
    /// A table behind a header of single brackets.
    pub(super) fn table(self) -> Option<Table<'s, 'i>> {
        let (sink, key) = (self.sink, self.key);
        let (value, format) = (self.value?, self.of?);
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(values) => Some(Table::new(sink, format, span, values)),
            other => {
                report_type(sink, key, &other, span, &format!("`[{key}]`"), None);
                None
            }
        }
    }

    /// A list of tables: `[[key]]`, or inline.
    pub(super) fn tables(self) -> Vec<Table<'s, 'i>> {
        let (sink, key) = (self.sink, self.key);
        let mut tables = Vec::new();
        let Some(format) = self.of else { return tables };
        for item in self.array("tables").into_iter().flatten() {
            let span = item.span();
            match item.into_inner() {
                DeValue::Table(values) => tables.push(Table::new(sink, format, span, values)),
                other => report_type(sink, key, &other, span, "a table", None),
            }
        }
        tables
    }
}

/// Whether a value stands under a header of its own, as opposed to behind a `key =`.
fn is_headed(sink: &Sink<'_>, span: &Range<usize>) -> bool {
    let written = sink.written(span);
    written.starts_with('[') && written.ends_with(']') && !written.contains([',', '"', '\'', '\n', '{'])
}

/// A table of this format as it stands in a header.
fn headed(table: &str) -> String {
    match FILE.key(table).map(|key| key.value) {
        Some(Value::Table(_)) => format!("[{table}]"),
        _ => format!("[[{table}]]"),
    }
}

/// Whether `id` is kebab-case: lower-case letters and digits, and single hyphens between them.
pub(super) fn is_kebab(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.bytes().all(|byte| is_plain(byte) || byte == b'-')
        && !(id.is_empty() || id.starts_with('-') || id.ends_with('-') || id.contains("--"))
}

/// `Some_Name` → `some-name`: what somebody who wrote that probably meant.
fn to_kebab(id: &str) -> String {
    let lower = id.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kebab_case_is_lower_case_parts_between_single_hyphens() {
        for (id, kebab) in [("a-b2", true), ("36kr", true), ("a--b", false), ("-a", false), ("", false)] {
            assert_eq!(is_kebab(id), kebab, "{id}");
        }
        assert_eq!(to_kebab("We_Chat  Pay!"), "we-chat-pay");
        assert!(!is_kebab(&to_kebab("微信")));
    }
}
