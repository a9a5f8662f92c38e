//! A small typed reader over the parsed tree. A [`Table`] is asked for its keys one by one, hands each out as
//! a [`Field`](super::field::Field), reports what is missing, and at the end every key that nobody asked for.
//!
//! What cannot be read comes back as `None` or empty, and reading goes on, so that the rest of the file is
//! checked as well. No such stand-in is ever seen: a file with an error loads nothing.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;

use super::field::Field;
use super::sink::Sink;
use crate::fault::{Fault, code};

/// A string of the file and the bytes where it stands, quotes included.
#[derive(Clone, Debug)]
pub(super) struct Word<'i> {
    pub(super) text: Cow<'i, str>,
    pub(super) span: Range<usize>,
}

/// One table of the file, being read.
pub(super) struct Table<'s, 'i> {
    pub(super) sink: &'s Sink<'i>,
    /// What it is, as faults say it: `milestone`.
    noun: &'static str,
    /// Its id, once it has been read.
    id: Option<Cow<'i, str>>,
    /// Its header, or the whole of an inline table.
    pub(super) span: Range<usize>,
    values: DeTable<'i>,
    /// Every key that was asked for: all that a table of this kind may have.
    known: Vec<&'static str>,
}

impl<'s, 'i> Table<'s, 'i> {
    pub(super) fn new(
        sink: &'s Sink<'i>,
        noun: &'static str,
        span: Range<usize>,
        values: DeTable<'i>,
    ) -> Self {
        /// As many as a milestone has: room for all of them at once, in a file with a hundred thousand.
        const KEYS: usize = 17;
        Self { sink, noun, id: None, span, values, known: Vec::with_capacity(KEYS) }
    }

    /// The field `key`, which may be absent.
    pub(super) fn may(&mut self, key: &'static str) -> Field<'s, 'i> {
        self.known.push(key);
        Field { sink: self.sink, key, required: false, value: self.values.remove(key) }
    }

    /// The field `key`, whose absence is a fault.
    pub(super) fn must(&mut self, key: &'static str) -> Field<'s, 'i> {
        let field = Field { required: true, ..self.may(key) };
        if field.value.is_none() {
            let example = if key == "dataset" { headed(key) } else { key.to_owned() };
            self.report_missing(key, &format!("expected {}", code(&example)));
        }
        field
    }

    /// Reports that there is no `key` here.
    pub(super) fn report_missing(&self, key: &str, expected: &str) {
        let key = code(key);
        let message = match &self.id {
            Some(id) => format!("{} {} has no {key}", self.noun, code(id)),
            None => format!("this {} has no {key}", self.noun),
        };
        self.sink.report(Fault::error(self.span.clone(), &message, expected));
    }

    /// The table's own id: kebab-case. One that is not comes back all the same, so that references to it
    /// are not blamed too.
    pub(super) fn id(&mut self) -> Option<Word<'i>> {
        let word = self.must("id").word()?;
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

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self) {
        for (key, value) in self.values {
            let kind = if is_headed(self.sink, &value.span()) { "table" } else { "key" };
            let name = key.get_ref().as_ref();
            let message = format!("unknown {kind} {} in this {}", code(name), self.noun);
            let fault = Fault::error(key.span(), &message, &format!("expected a {kind} of this format"));
            let nearest = self.sink.nearest(name, self.known.len(), self.known.iter().copied());
            self.sink.report(match nearest {
                Some(nearest) if kind == "table" => fault.meant(Some(&headed(nearest))),
                Some(_) => fault.meant(nearest),
                None => fault.help(format!("known here: {}", self.known.join(", "))),
            });
        }
    }
}

/// Whether a value stands under a header of its own, as opposed to behind a `key =`.
fn is_headed(sink: &Sink<'_>, span: &Range<usize>) -> bool {
    let written = sink.written(span);
    written.starts_with('[') && written.ends_with(']') && !written.contains([',', '"', '\'', '\n', '{'])
}

/// A table of this format as it stands in a header.
fn headed(table: &str) -> String {
    if table == "dataset" { format!("[{table}]") } else { format!("[[{table}]]") }
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
