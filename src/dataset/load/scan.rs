//! A quick reader of the TOML that nearly every dataset is written in: bare keys, strings without escapes, lists of
//! them, inline tables of them, and comments.
//!
//! What it reads means what the TOML parser says it means; of everything else it says [`None`], and the parser is
//! asked instead, which knows the rest of the grammar and what is wrong where something is. So it takes no decision
//! about what is legal: it only must never take what the parser refuses or reads otherwise, which a test compares.
//!
//! It is here because a parser that has to be ready for all of TOML takes ten times as long (see
//! `docs/performance.md`), and a million milestones are half a gigabyte.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use crate::dataset::store::unescaped;

/// A string of fewer bytes is looked through one by one.
const SHORT: usize = 24;

/// A place in a text, moving forward.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'i> {
    text: &'i str,
    at: usize,
    /// Where what is between the quotes of the last string begins.
    string: usize,
}

/// What stands at the beginning of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ScannedStatement<'i> {
    /// `[name]`.
    Table(&'i str),
    /// `[[name]]`.
    Item(&'i str),
    /// `key =`: its value comes next.
    Key(&'i str),
    /// Nothing more.
    End,
}

impl<'i> Scanner<'i> {
    pub(super) fn new(text: &'i str) -> Self {
        Self { text, at: 0, string: 0 }
    }

    /// Where it is, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Where what is between the quotes of the last string begins.
    pub(super) fn string_at(&self) -> usize {
        self.string
    }

    /// The text from `from` to here.
    pub(super) fn since(&self, from: usize) -> &'i str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// The text from here up to the first `byte` and with it.
    pub(super) fn up_to(&self, byte: u8) -> Option<&'i str> {
        let end = memchr::memchr(byte, self.bytes().get(self.at..)?)?;
        self.text.get(self.at..=self.at + end)
    }

    /// Goes on by `len` bytes.
    pub(super) fn skip(&mut self, len: usize) {
        self.at += len;
    }

    fn bytes(&self) -> &'i [u8] {
        self.text.as_bytes()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    /// Goes past `byte`, if that is what comes.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn eat_str(&mut self, text: &str) -> bool {
        let is_next = self.bytes().get(self.at..).is_some_and(|rest| rest.starts_with(text.as_bytes()));
        self.at += if is_next { text.len() } else { 0 };
        is_next
    }

    pub(super) fn blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Goes past blanks, ends of lines and comments: to the next statement, or the next item of a list.
    pub(super) fn gap(&mut self) -> Option<()> {
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\n') => self.at += 1,
                Some(b'\r') => {
                    self.at += 1;
                    self.eat(b'\n').then_some(())?;
                }
                Some(b'#') => self.comment()?,
                _ => return Some(()),
            }
        }
    }

    /// To the end of a comment's line.
    fn comment(&mut self) -> Option<()> {
        let rest = self.bytes().get(self.at..)?;
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        is_plain(rest.get(..end)?, |byte| byte == b'\\' || byte == b'\t').then_some(())?;
        self.at += end;
        Some(())
    }

    /// The end of a statement: blanks and a comment, and the end of the line.
    pub(super) fn end_of_line(&mut self) -> Option<()> {
        if self.eat(b'\n') {
            return Some(());
        }
        self.blanks();
        if self.peek() == Some(b'#') {
            self.comment()?;
        }
        match self.peek() {
            None => Some(()),
            Some(b'\n') => {
                self.at += 1;
                Some(())
            }
            Some(b'\r') => {
                self.at += 1;
                self.eat(b'\n').then_some(())
            }
            Some(_) => None,
        }
    }

    /// The next statement: a whole header, or a key up to its value.
    pub(super) fn statement(&mut self) -> Option<ScannedStatement<'i>> {
        self.gap()?;
        match self.peek() {
            None => Some(ScannedStatement::End),
            Some(b'[') => self.header(),
            Some(_) => self.key().map(ScannedStatement::Key),
        }
    }

    fn header(&mut self) -> Option<ScannedStatement<'i>> {
        let is_item = self.eat_str("[[");
        if !is_item {
            self.eat(b'[');
        }
        let name = self.bare()?;
        self.eat_str(if is_item { "]]" } else { "]" }).then_some(())?;
        self.end_of_line()?;
        Some(if is_item { ScannedStatement::Item(name) } else { ScannedStatement::Table(name) })
    }

    /// A bare key and the `=` behind it, up to the value.
    pub(super) fn key(&mut self) -> Option<&'i str> {
        let key = self.bare()?;
        self.blanks();
        self.eat(b'=').then_some(())?;
        self.blanks();
        Some(key)
    }

    /// What stands up to the next blank, comma, bracket, comment or end of the line: a number, say.
    pub(super) fn word(&mut self) -> Option<&'i str> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-_.:".contains(&byte)) {
            self.at += 1;
        }
        (self.at > from).then(|| self.since(from))
    }

    fn bare(&mut self) -> Option<&'i str> {
        let from = self.at;
        let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'-';
        let rest = self.bytes().get(from..)?;
        self.at += rest.iter().position(|byte| !is_bare(byte)).unwrap_or(rest.len());
        (self.at > from).then(|| self.since(from))
    }

    /// A string: borrowed where it says what stands between its quotes.
    pub(super) fn string(&mut self) -> Option<Cow<'i, str>> {
        let (written, is_escaped) = self.written()?;
        Some(if is_escaped { Cow::Owned(unescaped(written)) } else { Cow::Borrowed(written) })
    }

    /// A string without escapes.
    pub(super) fn verbatim(&mut self) -> Option<&'i str> {
        self.written().filter(|(_, is_escaped)| !is_escaped).map(|(written, _)| written)
    }

    /// What stands between the quotes of a string, on one line or in three double quotes, and whether there are escapes
    /// in it, of quotes and backslashes.
    ///
    /// A string of several lines that ends them otherwise than with `\n` or has an escape, one with another escape and
    /// one with a control character is for the parser.
    pub(super) fn written(&mut self) -> Option<(&'i str, bool)> {
        if self.eat(b'\'') {
            return Some((self.literal()?, false));
        }
        self.eat(b'"').then_some(())?;
        if self.eat_str("\"\"") {
            return Some((self.lines()?, false));
        }
        let from = self.at;
        self.string = from;
        let mut is_escaped = false;
        // Most strings are ids: over before a search for their end has begun.
        let rest = self.bytes().get(from..)?;
        let is_plain_ascii = |byte: &u8| (b' '..0x7F).contains(byte) && *byte != b'"' && *byte != b'\\';
        let short = rest.iter().take(SHORT).position(|byte| !is_plain_ascii(byte));
        if let Some(len) = short.filter(|len| rest[*len] == b'"') {
            self.at += len + 1;
            return Some((self.text.get(from..from + len)?, false));
        }
        loop {
            let rest = self.bytes().get(self.at..)?;
            let len = memchr::memchr2(b'"', b'\\', rest)?;
            is_plain(rest.get(..len)?, |_| false).then_some(())?;
            self.at += len + 1;
            if rest[len] == b'"' {
                return Some((self.text.get(from..self.at - 1)?, is_escaped));
            }
            is_escaped = true;
            (self.eat(b'"') || self.eat(b'\\')).then_some(())?;
        }
    }

    /// The rest of a string behind a single quote, in which a backslash is one.
    fn literal(&mut self) -> Option<&'i str> {
        let from = self.at;
        self.string = from;
        let rest = self.bytes().get(from..)?;
        let len = memchr::memchr(b'\'', rest)?;
        is_plain(rest.get(..len)?, |byte| byte == b'\\').then_some(())?;
        self.at += len + 1;
        // Two quotes are nothing, or the beginning of three.
        (len > 0).then_some(())?;
        self.text.get(from..from + len)
    }

    /// The rest of a string behind three quotes. A newline right behind them is none of it (TOML 1.0, "String").
    fn lines(&mut self) -> Option<&'i str> {
        const QUOTES: &str = "\"\"\"";
        self.eat(b'\n');
        let from = self.at;
        self.string = from;
        let rest = self.bytes().get(from..)?;
        let len = memmem::find(rest, QUOTES.as_bytes())?;
        is_plain(rest.get(..len)?, |byte| byte == b'\n').then_some(())?;
        self.at += len + QUOTES.len();
        // Up to two quotes more would belong to the text.
        (self.peek() != Some(b'"')).then_some(())?;
        self.text.get(from..from + len)
    }

    /// Each item of a list, which `item` reads: `[`, items with commas between them, perhaps one behind the last, `]`.
    pub(super) fn list(&mut self, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.eat(b'[').then_some(())?;
        loop {
            self.gap()?;
            if self.eat(b']') {
                return Some(());
            }
            item(self)?;
            self.gap()?;
            if !self.eat(b',') {
                return self.eat(b']').then_some(());
            }
        }
    }

    /// Each key of an inline table on one line, whose value `value` reads.
    pub(super) fn table(
        &mut self,
        mut value: impl FnMut(&mut Self, &'i str, Range<usize>) -> Option<()>,
    ) -> Option<()> {
        self.eat(b'{').then_some(())?;
        self.blanks();
        if self.eat(b'}') {
            return Some(());
        }
        loop {
            let from = self.at;
            let key = self.key()?;
            value(self, key, from..from + key.len())?;
            self.blanks();
            if !self.eat(b',') {
                return self.eat(b'}').then_some(());
            }
            self.blanks();
        }
    }
}

/// Whether no byte is a control character, a backslash or one that stands for something else than itself, but for those
/// that are `legal` here. Looks at all of them, which lets the compiler take many at once.
fn is_plain(bytes: &[u8], legal: impl Fn(u8) -> bool) -> bool {
    let odd = |byte: u8| (byte < b' ' || byte == 0x7F || byte == b'\\') && !legal(byte);
    !bytes.iter().fold(false, |any, byte| any | odd(*byte))
}
