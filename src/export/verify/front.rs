//! Front matter read back. It may have been through an editor or a note-taking program: quotes lost, keys in another
//! order, keys of their own among them.

use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, Span};

use crate::fault::Fault;

/// What an export says of itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Front<'a> {
    yaml: &'a str,
    /// The values of the map, each a string as it is written.
    entries: Vec<FrontEntry>,
    /// How many lines it takes, both `---` included.
    pub(super) lines: usize,
}

/// A key with a string, a number or the like; a list or a map is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FrontEntry {
    pub(super) key: String,
    /// The line that it begins on, counted from 0.
    pub(super) line: usize,
    text: String,
    place: Span,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontValue {
    /// As it is meant: without quotes and escapes.
    pub text: String,
    /// The bytes of the export that it is written in.
    pub span: Range<usize>,
}

impl<'a> Front<'a> {
    /// The front matter at the start of `text`; `None` where there is none.
    pub(super) fn read(text: &'a str) -> Result<Option<Self>, Box<Fault>> {
        let mut lines = text.lines();
        if lines.next().map(str::trim_end) != Some("---") {
            return Ok(None);
        }
        // Pandoc ends it with dots as well.
        let Some(inside) = lines.position(|line| matches!(line.trim_end(), "---" | "...")) else {
            let expected = "`---` on a line of its own at its end";
            return Err(Box::new(Fault::error(0..3, "the front matter does not end", expected)));
        };
        // With its first line, so that the parser counts the lines of the file.
        let length = text.split_inclusive('\n').take(inside + 1).map(str::len).sum();
        let (yaml, _) = text.split_at_checked(length).unwrap_or_default();
        Ok(Some(Self { yaml, entries: entries(yaml)?, lines: inside + 2 }))
    }

    /// The first `key`.
    pub(super) fn entry(&self, key: &str) -> Option<&FrontEntry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// All keys with what they say.
    pub(super) fn values(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|entry| (entry.key.as_str(), entry.text.as_str()))
    }

    /// What it says.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.entry(key).map(|entry| entry.text.as_str())
    }

    /// The same, and where: looked for when it is asked for, as the parser has only lines and columns.
    pub(super) fn value(&self, key: &str) -> Option<FrontValue> {
        let entry = self.entry(key)?;
        Some(FrontValue { text: entry.text.clone(), span: bytes(self.yaml, entry.place) })
    }
}

/// What stands at the top of a map. Anything else has no entries.
fn entries(yaml: &str) -> Result<Vec<FrontEntry>, Box<Fault>> {
    let mut entries = Vec::new();
    let (mut depth, mut is_map) = (0_usize, false);
    let mut key: Option<(String, usize)> = None;
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.map_err(|error| {
            let at = offset(yaml, error.marker());
            let message = format!("the front matter is no YAML: {}", error.info());
            Box::new(Fault::error(at..at, &message, "").help("put a value that is text in double quotes"))
        })?;
        let at = span.start.line().saturating_sub(1);
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if depth == 0 {
                    is_map = matches!(event, Event::MappingStart(..));
                } else if depth == 1 {
                    // A value that says nothing here; or a key that is none of ours.
                    key = if key.is_some() { None } else { Some((String::new(), at)) };
                }
                depth += 1;
            }
            Event::MappingEnd | Event::SequenceEnd => depth = depth.saturating_sub(1),
            Event::Scalar(text, ..) if depth == 1 && is_map => match key.take() {
                None => key = Some((text.into_owned(), at)),
                Some((key, line)) => {
                    entries.push(FrontEntry { key, line, text: text.into_owned(), place: span });
                }
            },
            Event::Alias(_) if depth == 1 => {
                key = if key.is_some() { None } else { Some((String::new(), at)) };
            }
            _ => {}
        }
    }
    Ok(entries)
}

fn bytes(yaml: &str, span: Span) -> Range<usize> {
    let start = offset(yaml, &span.start);
    start..offset(yaml, &span.end).max(start)
}

/// The parser counts characters, and `\r\n` as it likes: a line and a column are what can be relied on.
fn offset(yaml: &str, at: &Marker) -> usize {
    let before = at.line().saturating_sub(1);
    let mut lines = yaml.split_inclusive('\n');
    let start: usize = lines.by_ref().take(before).map(str::len).sum();
    let within = lines.next().map_or(0, |line| line.chars().take(at.col()).map(char::len_utf8).sum());
    start + within
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let front = Front::read(text).expect("no fault").expect("front matter");
        let entries = front.entries.into_iter();
        entries
            .map(|entry| {
                assert!(text.lines().nth(entry.line).expect("a line").contains(&entry.key));
                (entry.key, entry.text)
            })
            .collect()
    }

    #[test]
    fn values_are_read_as_they_are_written() {
        let text = "---\ntitle: \"墙: \\\"与\\\"门\"\nversion: 2026.10\nview: wallchart export -q 'it''s'\n\
                    tags: [a, b]\nextra:\n  view: no\n  - x\n";
        assert!(Front::read(&format!("{text}---\n")).is_err());
        let text = "---\ntitle: \"墙: \\\"与\\\"门\"\nversion: 2026.10\ntags: [a, b]\nextra:\n  view: no\n? [x]\n: y\n\
                    view: wallchart export -q 'it'\n...\nview: not this\n";
        let expected = [
            ("title", "墙: \"与\"门"),
            ("version", "2026.10"),
            ("", "y"),
            ("view", "wallchart export -q 'it'"),
        ];
        assert_eq!(read(text), expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
    }

    #[test]
    fn values_have_their_place_also_with_the_line_ends_of_windows() {
        let text = "---\r\ntitle: 墙\r\nview: \"a 墙\"\r\n---\r\n";
        let front = Front::read(text).expect("no fault").expect("front matter");
        let view = front.value("view").expect("a view");
        assert_eq!((view.text.as_str(), text.get(view.span.clone())), ("a 墙", Some("\"a 墙\"")));
        assert_eq!(front.lines, 4);
    }

    #[test]
    fn what_is_no_front_matter_is_told_from_what_is_broken() {
        for text in ["", "[]", "# Walls\n---\n", "-----\n", " ---\na: b\n---\n"] {
            assert_eq!(Front::read(text), Ok(None), "{text}");
        }
        for (text, at) in [
            ("---\ntitle: x\n", 0),
            ("---\ntitle: \"x\nview: y\n---\n", 0),
            ("---\na: b: c\n---\n", 8),
            ("---\na: [\n---\n", 0),
        ] {
            let fault = Front::read(text).expect_err(text);
            assert!(fault.span.start >= at && fault.span.end <= text.len(), "{fault:?}");
        }
        for text in ["---\n---\n", "---\n- view\n- x\n---\n", "---\nview\n---\n", "---\n# view: x\n---\n"] {
            assert_eq!(read(text), []);
        }
    }

    #[test]
    fn depth_is_no_danger() {
        for open in ["[", "{", "- ", "? "] {
            // A fault or not: it comes back.
            let _ = Front::read(&format!("---\na: {}\n---\n", open.repeat(100_000)));
            let _ = Front::read(&format!("---\n{}\n---\n", open.repeat(100_000)));
        }
    }
}
