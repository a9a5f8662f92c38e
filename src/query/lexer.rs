//! A line of the query language → its parts, each with its place; and a value as it must be written to be read
//! back.

use std::ops::Range;

use super::{Field, bare};
use crate::text::halfwidth;

/// What stands between two blanks: `-key:value,value`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Token {
    /// All of it. Bytes of the line.
    pub(super) at: Range<usize>,
    pub(super) negated: bool,
    /// What stands before the first colon, if there is one.
    pub(super) key: Option<Lexeme>,
    /// At least one, perhaps empty.
    pub(super) values: Vec<Lexeme>,
}

/// A key or a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lexeme {
    /// Without quotes and escapes.
    pub(super) text: String,
    /// Where it stands, quotes and all. Bytes of the line.
    pub(super) at: Range<usize>,
}

impl Lexeme {
    /// Whether a part of it at least stands in quotes.
    pub(super) fn is_quoted(&self) -> bool {
        self.at.len() > self.text.len()
    }
}

/// The tokens of `line`, each as long as it can be: a quote that is not closed reaches to the end.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..) {
        let Some(begin) = rest.find(|c: char| !c.is_whitespace()) else { break };
        let token = Lexer { line, at: at + begin, ends_at_blank: true }.token();
        at = token.at.end;
        tokens.push(token);
    }
    tokens
}

/// The values of one field, all of `text`: blanks stand within them. `has_sets` as in [`Lexer::values`].
pub(super) fn values(text: &str, has_sets: bool) -> Vec<Lexeme> {
    let mut lexer = Lexer { line: text, at: 0, ends_at_blank: false };
    let mut values = lexer.values(has_sets);
    for value in &mut values {
        value.text = value.text.trim().to_owned();
    }
    values
}

struct Lexer<'a> {
    line: &'a str,
    at: usize,
    ends_at_blank: bool,
}

impl Lexer<'_> {
    fn token(&mut self) -> Token {
        let begin = self.at;
        let negated = matches!(self.peek(), Some('-' | '－'));
        if negated {
            self.next();
        }
        let key = self.key();
        let has_sets = key.as_ref().and_then(|key| Field::of_key(&key.text)).is_some_and(Field::is_time);
        let values = self.values(has_sets);
        Token { at: begin..self.at, negated, key, values }
    }

    /// What stands before a colon, if a colon comes before anything that is quoted; a key that is one may have `=` for it.
    /// What stands before that of a time of day or an address is none: they are text as they stand.
    fn key(&mut self) -> Option<Lexeme> {
        let rest = self.line.get(self.at..)?;
        let ends = |c: char| c.is_whitespace() || is_quote(c) || is_comma(c) || ":=".contains(halfwidth(c));
        let length = rest.find(ends)?;
        let (key, after) = rest.split_at_checked(length)?;
        let text: String = key.chars().map(halfwidth).collect();
        let mark = after.chars().next()?;
        let is_key = match halfwidth(mark) {
            ':' => !(bare::is_number(&text) || after.starts_with("://")),
            '=' => Field::of_key(&text).is_some(),
            _ => false,
        };
        let at = self.at..self.at + length;
        is_key.then(|| {
            self.at = at.end + mark.len_utf8();
            Lexeme { text, at }
        })
    }

    /// The values up to a blank, or to the end. Commas separate them; quotes keep commas and blanks inside, and so,
    /// where `has_sets`, do the brackets of a date (`[2021-09-17,2021-09-18]`).
    fn values(&mut self, has_sets: bool) -> Vec<Lexeme> {
        let mut values = Vec::new();
        let mut part = Lexeme { text: String::new(), at: self.at..self.at };
        let (mut quoted, mut depth) = (false, 0_usize);
        while let Some(c) = self.peek() {
            if c.is_whitespace() && !quoted && self.ends_at_blank {
                break;
            }
            self.next();
            match c {
                '\\' if quoted && self.peek().is_some_and(|next| is_quote(next) || next == '\\') => {
                    part.text.extend(self.next());
                }
                c if is_quote(c) => quoted = !quoted,
                c if is_comma(c) && !quoted => {
                    self.skip_blanks();
                    if depth == 0 {
                        let next = Lexeme { text: String::new(), at: self.at..self.at };
                        values.push(std::mem::replace(&mut part, next));
                        continue;
                    }
                    part.text.push(c);
                }
                c => {
                    if has_sets && !quoted {
                        depth = match halfwidth(c) {
                            '[' | '{' => depth + 1,
                            ']' | '}' => depth.saturating_sub(1),
                            _ => depth,
                        };
                    }
                    part.text.push(c);
                }
            }
            part.at.end = self.at;
        }
        values.push(part);
        values
    }

    /// Blanks between a comma and another value are no end: people type them. A key there begins another term.
    fn skip_blanks(&mut self) {
        let rest = self.line.get(self.at..).unwrap_or_default();
        let next = rest.trim_start();
        let mut ahead = Lexer { line: next, at: 0, ..*self };
        if !next.is_empty() && ahead.key().is_none() && !next.starts_with(['-', '－']) {
            self.at += rest.len() - next.len();
        }
    }

    fn peek(&self) -> Option<char> {
        self.line.get(self.at..)?.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }
}

/// ASCII, full-width, and the curly ones that a Chinese input method types.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '“' | '”')
}

/// ASCII, full-width, and the one that Chinese writes between words.
fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '、')
}

/// `text` as a value that reads back the same: in quotes where it would be read as something else. A word, which
/// has no key before it, must not look as if it had one, or as if it were negated, nor be a date.
pub(super) fn quoted(text: &str, is_word: bool) -> String {
    let splits = |c: char| c.is_whitespace() || is_quote(c) || is_comma(c);
    let is_plain = !text.is_empty() && !text.contains(splits);
    let is_word_of_its_own = !text.starts_with(['-', '－'])
        && !text.contains([':', '：', '=', '＝'])
        && !bare::is_about_time(text);
    if is_plain && (!is_word || is_word_of_its_own) {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        if is_quote(c) || c == '\\' {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line as `[-][key=]value|value`, token by token.
    fn read(line: &str) -> String {
        let token = |token: &Token| {
            let key = token.key.as_ref().map(|key| format!("{}=", key.text)).unwrap_or_default();
            let values: Vec<&str> = token.values.iter().map(|value| value.text.as_str()).collect();
            format!("{}{key}{}", if token.negated { "-" } else { "" }, values.join("|"))
        };
        tokens(line).iter().map(token).collect::<Vec<_>>().join(" · ")
    }

    #[test]
    fn blanks_separate_commas_too_and_quotes_keep_both() {
        for (line, expected) in [
            ("", ""),
            ("  a  b ", "a · b"),
            ("company:a,b -kind:c", "company=a|b · -kind=c"),
            ("\"two words\" -\"x y\"", "two words · -x y"),
            ("company:\"ant group\",tencent", "company=ant group|tencent"),
            ("company：腾讯，阿里　－“两 个”", "company=腾讯|阿里 · -两 个"),
            ("ｃｏｍｐａｎｙ：a", "company=a"),
            ("date:[2021-09-17,2021-09-18],2022", "date=[2021-09-17,2021-09-18]|2022"),
            ("[a,b]", "[a|b]"),
            ("a\"b c\"d", "ab cd"),
            (r#""say \"no\" \\ \x""#, r#"say "no" \ \x"#),
            ("\"not closed a", "not closed a"),
            ("company:", "company="),
            ("company:a,", "company=a|"),
            ("company:a, b ,c", "company=a|b · |c"),
            ("company:a, kind:b", "company=a| · kind=b"),
            ("company:a, -b", "company=a| · -b"),
            ("date:[2021-09-17, 2021-09-18]", "date=[2021-09-17,2021-09-18]"),
            ("company:腾讯、阿里", "company=腾讯|阿里"),
            (":a", "=a"),
            ("-", "-"),
            ("\"a:b\" x,y:z", "a:b · x|y:z"),
            ("date:2021-09-09T10:00:00Z", "date=2021-09-09T10:00:00Z"),
            ("year=2021 a=b ＹＥＡＲ＝１ year==1", "year=2021 · a=b · YEAR=１ · year==1"),
            ("12:30 １２：３０ https://a.cn/b a://c", "12:30 · １２：３０ · https://a.cn/b · a://c"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn every_part_knows_where_it_stands() {
        let line = " -kind：“甲 乙”,x";
        let tokens = tokens(line);
        let [token] = tokens.as_slice() else { panic!("{tokens:?}") };
        let at = |at: &Range<usize>| line.get(at.clone());
        let key = token.key.as_ref().and_then(|key| at(&key.at));
        let values: Vec<_> = token.values.iter().filter_map(|value| at(&value.at)).collect();
        assert_eq!((at(&token.at), key, values), (Some(line.trim()), Some("kind"), vec!["“甲 乙”", "x"]));
    }

    #[test]
    fn a_quoted_value_reads_back() {
        for text in [
            "",
            "a",
            "a b",
            "a,b",
            "year=1",
            "a=",
            "2021",
            "..２０２１",
            "date>1",
            "12:30",
            "，",
            "-a",
            "－",
            "a:b",
            "：",
            "\"",
            "“x”",
            "\\",
            "\\\"",
            "\u{3000}",
            "a\\b",
        ] {
            for is_word in [true, false] {
                let line = format!("{}{}", if is_word { "" } else { "k:" }, quoted(text, is_word));
                let tokens = tokens(&line);
                assert!(tokens.len() == 1 && tokens[0].values.len() == 1, "{line}: {tokens:?}");
                assert_eq!(tokens[0].values[0].text, text, "{line}");
                assert_eq!((tokens[0].negated, tokens[0].key.is_none()), (false, is_word), "{line}");
            }
        }
    }
}
