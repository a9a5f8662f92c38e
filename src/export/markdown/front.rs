//! Front matter: YAML that any reader of YAML takes for the same strings.
//!
//! The map is flat, because Obsidian shows no nested one, and every string is quoted, because a title may
//! hold a colon and a version may look like a number.

use std::fmt::Write;

use crate::export::{Options, Selection, view};

/// The block between the two `---`, both included.
pub(super) fn matter(selection: &Selection<'_>, options: Options) -> String {
    let dataset = selection.dataset;
    let generator = concat!("wallchart ", env!("CARGO_PKG_VERSION"));
    let mut lines = vec![
        "---".to_owned(),
        entry("title", &super::title(selection, options)),
        entry("generator", generator),
    ];
    lines.push(entry("dataset", dataset.id()));
    lines.extend(dataset.version().map(|version| entry("version", version)));
    lines.push(entry("digest", &format!("sha256:{}", dataset.digest())));
    lines.push(entry("view", &view::command(&selection.query, options)));
    lines.push(format!("events: {}", selection.len()));
    lines.push(format!("of: {}", dataset.len()));
    lines.extend(selection.period().map(|period| entry("period", &period)));
    lines.extend(dataset.license().map(|license| entry("license", license)));
    lines.push("---".to_owned());
    lines.join("\n")
}

fn entry(key: &str, value: &str) -> String {
    format!("{key}: {}", quoted(value))
}

/// A YAML double-quoted string, on one line whatever it holds.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // Writing to a string cannot fail.
            c if is_unprintable(c) => drop(write!(out, "\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
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
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
