//! Warnings of what only TOML 1.1 allows: the parser takes it, and many other readers refuse the whole file for it.
//!
//! All that 1.1 added to the grammar: line breaks and a last comma in inline tables, the escapes `\e` and `\xHH`, times
//! without seconds.

use std::ops::Range;

use crate::fault::{Fault, code};

fn warning(at: Range<usize>, what: &str, expected: &str) -> Fault {
    Fault::warning(at, &format!("only TOML 1.1 allows {what}"), &format!("expected {expected}"))
        .help("readers of TOML 1.0, such as Python's `tomllib` and taplo, refuse a file that has it")
}

/// An inline table that opens at `at` and goes on in another line.
pub(super) fn lines(at: Range<usize>) -> Fault {
    warning(at, "an inline table of several lines", "all of it on one line")
}

/// A comma at `at`, with nothing between it and the end of an inline table.
pub(super) fn comma(at: Range<usize>) -> Fault {
    warning(at, "a comma at the end of an inline table", "none")
}

/// The first escape of 1.1 in `string`, which stands at `base`.
pub(super) fn escape(string: &str, base: usize) -> Option<Fault> {
    let mut from = 0;
    loop {
        let at = from + memchr::memchr(b'\\', string.as_bytes().get(from..)?)?;
        let (length, number) = match string.as_bytes().get(at + 1)? {
            b'e' => (2, "1b"),
            b'x' => (4, string.get(at + 2..at + 4)?),
            _ => {
                from = at + 2;
                continue;
            }
        };
        let written = code(string.get(at..at + length)?);
        let expected = format!("`\\u00{number}`");
        return Some(warning(base + at..base + at + length, &format!("the escape {written}"), &expected));
    }
}

/// The time in `atom`, a date or a time that stands at `base`, if it has no seconds.
pub(super) fn time(atom: &str, base: usize) -> Option<Fault> {
    let colon = memchr::memchr(b':', atom.as_bytes())?;
    let (from, to) = (colon.checked_sub(2)?, colon + 3);
    let time = atom.get(from..to)?;
    let is_over = !matches!(atom.as_bytes().get(to), Some(b':' | b'0'..=b'9'));
    let is_time = time.bytes().all(|byte| byte == b':' || byte.is_ascii_digit());
    // Behind a fraction of a second the zone stands in an atom of its own: `5+08:00`.
    let is_zone = matches!(atom.as_bytes().get(..from), Some([.., b'+' | b'-']));
    (is_over && is_time && !is_zone)
        .then(|| warning(base + from..base + to, "a time without seconds", &code(&format!("{time}:00"))))
}

#[cfg(test)]
mod tests {
    use super::super::parser::parse;
    use super::super::sink::Sink;

    /// What is warned of in `text`, each as it is written.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let sink = Sink::new(text);
        assert!(parse(text).sound(&sink).is_ok(), "{text}");
        let faults = sink.into_faults().into_first();
        let found: Vec<&str> = faults.iter().map(|fault| text.get(fault.span.clone()).unwrap()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_only_1_1_allows_is_warned_of_where_it_stands() {
        check("a = {\n b = 1, c = { d = 1 } }", &["{"]);
        check("a = { b = 1, # x\n}", &["{"]);
        check("a = { b = 1, }\nc = [{ d = 1 , }, { d = 1 }]", &[",", ","]);
        check("a = \"x\\\\e \\e[2J\"", &["\\e"]);
        check("a = \"\"\"\n\\x1B\n\"\"\"", &["\\x1B"]);
        check(
            "a = 10:30\nb = 2021-09-09T10:30Z\nc = 2021-09-09 10:30\nd = [2021-09-09T10:30+08:00]",
            &["10:30"; 4],
        );
    }

    #[test]
    fn what_1_0_allows_is_not() {
        check("a = [\n 1, # x\n]\nb = { c = [\n { d = 1 },\n] }\nd = {}", &[]);
        check("a = \"\\\\x1B \\\\\\\\e\"\nb = '\\e'\nc = '''\\x1B'''", &[]);
        check("a = 10:30:00\nb = 2021-09-09T10:30:00.5+08:00\nc = 2021-09-09 10:30:00Z", &[]);
    }
}
