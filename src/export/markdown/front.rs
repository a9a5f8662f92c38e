//! Front matter: YAML that any reader of YAML takes for the same strings.
//!
//! The map is flat, because Obsidian shows no nested one, and every string is quoted, because a title may
//! hold a colon and a version may look like a number.
//!
//! Pandoc reads the strings as Markdown, and a program that knows no front matter reads all of it so: nothing of a
//! dataset is markup to either.

use std::fmt::Write;

use super::escape;
use crate::export::{Extract, Options, view};

/// The block between the two `---`, both included.
pub(super) fn matter(extract: &Extract<'_>, options: Options) -> String {
    let dataset = extract.dataset;
    let generator = concat!("wallchart ", env!("CARGO_PKG_VERSION"));
    let mut lines =
        vec!["---".to_owned(), text("title", &extract.title(options.lang)), entry("generator", generator)];
    lines.push(text("dataset", dataset.id()));
    lines.extend(dataset.head().version.as_deref().map(|version| text("version", version)));
    lines.push(entry("digest", &format!("sha256:{}", dataset.digest())));
    lines.push(entry("view", &inert(&view::command(&extract.query, options))));
    lines.push(format!("events: {}", extract.len()));
    lines.push(format!("of: {}", dataset.len()));
    lines.extend(extract.period().map(|period| dates("period", period.as_written())));
    lines.extend(dataset.head().license.as_deref().map(|license| text("license", license)));
    lines.push("---".to_owned());
    lines.join("\n")
}

/// A key with EDTF, for programs to read. One tilde is no markup; what stands between two would be lowered by Pandoc.
fn dates(key: &str, edtf: &str) -> String {
    if edtf.matches('~').count() < 2 { entry(key, edtf) } else { text(key, edtf) }
}

/// A key with text of the dataset.
fn text(key: &str, value: &str) -> String {
    entry(key, &escape::metadata(value))
}

fn entry(key: &str, value: &str) -> String {
    format!("{key}: {}", quoted(value))
}

/// A command line that is no markup either: where it would be, its quotes give way to backslashes, which a shell and
/// Markdown take for the same.
fn inert(command: &str) -> String {
    // The quote in a quoted word: `'it'\''s'`.
    let plain = command.replace(r"'\''", "'");
    if escape::inline(&plain) == plain {
        return command.to_owned();
    }
    let words = shlex::split(command).unwrap_or_default();
    words.iter().map(|word| backslashed(word)).collect::<Vec<_>>().join(" ")
}

/// A word for a shell, without quotes but for blanks.
fn backslashed(word: &str) -> String {
    let mut out = String::with_capacity(word.len() * 2);
    for c in word.chars() {
        match c {
            // Writing to a string cannot fail.
            c if c.is_whitespace() => drop(write!(out, "'{c}'")),
            '-' | '.' | ',' | '/' => out.push(c),
            c if c.is_ascii_punctuation() => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A YAML double-quoted string, on one line whatever it holds.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    let mut before = None;
    for c in text.chars() {
        // The backslash before it is doubled here, and would no longer guard it where YAML is not read.
        let is_bare = before == Some('\\') && c.is_ascii_punctuation() && !matches!(c, '"' | '\'' | '\\');
        match c {
            // Writing to a string cannot fail.
            c if is_bare => drop(write!(out, "\\u{:04X}", u32::from(c))),
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if is_unprintable(c) => drop(write!(out, "\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
        before = Some(c);
    }
    out.push('"');
    out
}

/// What YAML 1.2 does not allow, or YAML 1.1 takes for a line break, in the stream itself.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_survive_yaml() {
        for (text, expected) in [
            ("Walls: and gates", r#""Walls: and gates""#),
            (r#"a "b" \c"#, r#""a \"b\" \\c""#),
            ("a\nb", r#""a\nb""#),
            ("墙与门", "\"墙与门\""),
            ("a\u{7f}b\u{feff}", r#""a\U0000007Fb\U0000FEFF""#),
            ("---", "\"---\""),
            (r"\<b\>", r#""\\\u003Cb\\\u003E""#),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }

    #[test]
    fn a_command_line_that_would_be_markup_has_backslashes_for_quotes() {
        for (command, expected) in [
            ("wallchart export -q '\"it'\\''s\" -b'", None),
            ("wallchart export -q '<b> *x*'", Some(r"wallchart export -q \<b\>' '\*x\*")),
            (
                "wallchart export -q 'a\"[[墙]] https://a.b'",
                Some(r#"wallchart export -q a\"\[\[墙\]\]' 'https\://a.b"#),
            ),
        ] {
            let written = inert(command);
            assert_eq!(written, expected.unwrap_or(command));
            assert_eq!(shlex::split(&written), shlex::split(command), "to a shell it is the same");
        }
    }
}
