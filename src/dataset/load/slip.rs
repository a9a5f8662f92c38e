//! What slip the TOML parser found.
//!
//! It says so in a sentence alone: an error of `toml` is a message and a place, and one of `toml_parser` holds beside them
//! only what was expected. Here, and nowhere else, those sentences are read. One that the parser words anew fails a test
//! below; a reader would still see the parser's own words.

/// What somebody wrote who meant TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// A string in double quotes that is never closed, or holds what it may not.
    BasicString,
    /// The same in single quotes.
    LiteralString,
    /// The same in three quotes.
    LongString,
    /// A header that is never closed.
    OpenHeader,
    /// No value, or text without quotes.
    Unquoted,
    /// A value that is none of TOML.
    NoValue,
    /// A backslash with nothing behind it that it could escape.
    Escape,
    /// The number of a character that there is not.
    NoCharacter,
    /// A control character in a comment.
    Comment,
    /// A key or a header that was there before.
    Repeated,
    /// A key alone.
    KeyAlone,
    /// No name where one belongs.
    NoName,
    /// A name that would need quotes.
    BadName,
    /// Something behind the end of a statement.
    LeftOver,
    /// No comma between two values.
    NoComma,
    /// A comma with nothing before it.
    ExtraComma,
    /// No `=` in an inline table.
    NoEquals,
    /// A bracket that closes nothing.
    ClosesNothing,
    /// A carriage return alone.
    CarriageReturn,
    /// A table where a value is.
    NoTable,
    /// Any other.
    Other,
}

/// How the parser's sentences begin, the first that fits.
const SENTENCES: [(&str, Slip); 30] = [
    ("invalid basic string", Slip::BasicString),
    ("invalid literal string", Slip::LiteralString),
    ("invalid multi-line", Slip::LongString),
    ("unclosed table", Slip::OpenHeader),
    ("unclosed array table", Slip::OpenHeader),
    ("string values must be quoted", Slip::Unquoted),
    ("invalid float", Slip::NoValue),
    ("invalid date", Slip::NoValue),
    ("invalid time", Slip::NoValue),
    ("invalid bool", Slip::NoValue),
    ("unexpected leading zero", Slip::NoValue),
    ("missing escaped value", Slip::Escape),
    ("invalid value", Slip::NoCharacter),
    ("invalid comment character", Slip::Comment),
    ("duplicate key", Slip::Repeated),
    ("key with no value", Slip::KeyAlone),
    ("unquoted keys cannot be empty", Slip::NoName),
    ("invalid unquoted key", Slip::BadName),
    ("unexpected key or value", Slip::LeftOver),
    ("missing comma between array elements", Slip::NoComma),
    ("missing comma between key-value pairs", Slip::NoComma),
    ("extra comma in array", Slip::ExtraComma),
    ("extra comma in inline table", Slip::ExtraComma),
    ("missing assignment between key-value pairs", Slip::NoEquals),
    ("missing array opening", Slip::ClosesNothing),
    ("missing inline table opening", Slip::ClosesNothing),
    ("missing table open", Slip::ClosesNothing),
    ("invalid key-value pair", Slip::ClosesNothing),
    ("carriage return must be followed by newline", Slip::CarriageReturn),
    ("cannot extend value", Slip::NoTable),
];

impl Slip {
    /// The one that the parser speaks of when it `said` so.
    pub(super) fn of(said: &str) -> Self {
        let found = SENTENCES.iter().find(|(sentence, _)| said.starts_with(sentence));
        found.map_or(Self::Other, |(_, slip)| *slip)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use toml::de::DeTable;

    use super::*;

    #[test]
    fn the_parser_still_says_each_sentence() {
        let mut seen = BTreeSet::new();
        for (text, slip) in [
            ("a = \"b\n", Slip::BasicString),
            ("a = 'b\n", Slip::LiteralString),
            ("a = \"\"\"\u{1}\"\"\"", Slip::LongString),
            ("[a\n", Slip::OpenHeader),
            ("[[a\n", Slip::OpenHeader),
            ("a = \n", Slip::Unquoted),
            ("a = b\n", Slip::Unquoted),
            ("a = nope\n", Slip::NoValue),
            ("a = 2021-0\n", Slip::NoValue),
            ("a = 25:99:99\n", Slip::NoValue),
            ("a = 12:3\n", Slip::NoValue),
            ("a = tru\n", Slip::NoValue),
            ("a = 01\n", Slip::NoValue),
            ("a = \"\\q\"\n", Slip::Escape),
            ("a = \"\\uD800\"\n", Slip::NoCharacter),
            ("# \u{1}\n", Slip::Comment),
            ("a = 1\na = 2\n", Slip::Repeated),
            ("a\n", Slip::KeyAlone),
            ("= 1\n", Slip::NoName),
            ("ä = 1\n", Slip::BadName),
            ("a = \"b\" c\n", Slip::LeftOver),
            ("a = [\"b\" \"c\"]\n", Slip::NoComma),
            ("a = { b = \"1\" c = 2 }\n", Slip::NoComma),
            ("a = [,]\n", Slip::ExtraComma),
            ("a = {,}\n", Slip::ExtraComma),
            ("a = { b 1 }\n", Slip::NoEquals),
            ("a = ]\n", Slip::ClosesNothing),
            ("a = }\n", Slip::ClosesNothing),
            ("]\n", Slip::ClosesNothing),
            ("}\n", Slip::ClosesNothing),
            ("a = 1\r", Slip::CarriageReturn),
            ("a = 1\na.b = 2\n", Slip::NoTable),
        ] {
            let (_, errors) = DeTable::parse_recoverable(text);
            let said: Vec<&str> = errors.iter().map(toml::de::Error::message).collect();
            let begun = |said: &&str| SENTENCES.iter().find(|(sentence, _)| said.starts_with(sentence));
            seen.extend(said.iter().filter_map(begun).map(|(sentence, _)| *sentence));
            assert!(said.iter().any(|said| Slip::of(said) == slip), "{text:?}: {slip:?} is not in {said:?}");
        }
        let mut unseen = SENTENCES.iter().filter(|(sentence, _)| !seen.contains(sentence));
        assert_eq!(unseen.next(), None, "what it never says need not be read");
    }
}
