//! The one door to the TOML parser.
//!
//! Nobody behind it counts levels: the parser, who walks its tree, and who lets go of it go down by themselves, a level
//! a call, and a text of a few thousand brackets ends in a stack that overflows, which nothing can catch. So a text
//! that is nested too deep does not go through.
//!
//! The parser reads TOML 1.1 and does not say so where only 1.1 allows what it read. That is found on the same way.

use std::ops::Range;

use toml::de::{DeTable, Error};
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::recent;
use super::sink::Sink;
use crate::fault::Gathered;

/// Levels of lists, inline tables and dotted names within each other. A milestone's `cites` in a list of milestones are
/// four; this leaves room for whatever else a file may hold, and for the smallest stack that a thread has.
pub(super) const LEVELS: usize = 32;

/// Bytes that the parser takes for a token, the tree that it makes counted in: measured, on files of many short lines and
/// of usual milestones.
const TOKEN: usize = 128;

/// Whether so many bytes of memory are to be had. Where memory runs out later on, the program ends there and then, and
/// leaves a terminal as it is; so whoever will need much of it asks before.
pub(super) fn has_room(bytes: usize) -> bool {
    let mut room: Vec<u8> = Vec::new();
    let is_there = room.try_reserve_exact(bytes).is_ok();
    // What nobody looks at need never be taken.
    std::hint::black_box(&room);
    is_there
}

/// What the parser makes of a text.
pub(super) struct Parsed<'i> {
    tree: DeTable<'i>,
    /// What is wrong with it; where it is nested too deep, that alone.
    pub(super) broken: Vec<Broken>,
    /// Warnings of what only TOML 1.1 allows.
    recent: Gathered,
}

/// Why a text is no TOML.
pub(super) enum Broken {
    /// As the parser says.
    Syntax(Error),
    /// It is nested too deep at this place.
    TooDeep(Range<usize>),
    /// There is not enough memory to tell.
    NoRoom,
}

impl Broken {
    /// Where it is, as far as that is known.
    pub(super) fn span(&self) -> Option<Range<usize>> {
        match self {
            Self::Syntax(error) => error.span(),
            Self::TooDeep(at) => Some(at.clone()),
            Self::NoRoom => Some(0..0),
        }
    }
}

/// Parses `text`.
pub(super) fn parse(text: &str) -> Parsed<'_> {
    let mut recent = Gathered::default();
    let mut tokens = 0;
    let too_deep = too_deep(text, &mut tokens, &mut recent).map(Broken::TooDeep);
    let no_room = || (!has_room(tokens * TOKEN)).then_some(Broken::NoRoom);
    if let Some(broken) = too_deep.or_else(no_room) {
        return Parsed { tree: DeTable::new(), broken: vec![broken], recent: Gathered::default() };
    }
    let (tree, errors) = DeTable::parse_recoverable(text);
    let broken = errors.into_iter().map(Broken::Syntax).collect();
    Parsed { tree: tree.into_inner(), broken, recent }
}

impl<'i> Parsed<'i> {
    /// The tree, where nothing is wrong with it, else the first that is. Warnings go to `sink`.
    pub(super) fn sound(self, sink: &Sink<'_>) -> Result<DeTable<'i>, Broken> {
        let Self { tree, broken, recent } = self;
        if let Some(first) = broken.into_iter().next() {
            return Err(first);
        }
        sink.gather(recent, 0);
        Ok(tree)
    }
}

/// Where `text` is nested too deep, if it is. On the way, what only TOML 1.1 allows goes to `recent`, and `tokens`
/// are counted.
fn too_deep(text: &str, tokens: &mut usize, recent: &mut Gathered) -> Option<Range<usize>> {
    let mut scan = DepthScan { text, open: vec![OpenBracket::default()], level: 0, comma: None };
    Source::new(text).lex().inspect(|_| *tokens += 1).find_map(|token| scan.take(&token, recent))
}

struct DepthScan<'t> {
    text: &'t str,
    /// The statement, and the brackets in it that wait to be closed.
    open: Vec<OpenBracket>,
    /// How deep it is here.
    level: usize,
    /// The last comma, as long as nothing came behind it.
    comma: Option<Range<usize>>,
}

/// What is within a bracket.
#[derive(Default)]
struct OpenBracket {
    /// Where it opens, of an inline table that was not warned of yet.
    table: Option<Range<usize>>,
    /// Levels that the dots of its last name opened.
    dots: usize,
}

impl DepthScan<'_> {
    /// Takes one token; gives its place where it is one level too deep.
    fn take(&mut self, token: &Token, recent: &mut Gathered) -> Option<Range<usize>> {
        let span = token.span().start()..token.span().end();
        let written = self.text.get(span.clone()).unwrap_or_default();
        let comma = match token.kind() {
            TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comment => None,
            _ => self.comma.take(),
        };
        match token.kind() {
            TokenKind::Dot => self.deeper(1),
            TokenKind::LeftSquareBracket => self.open(None),
            TokenKind::LeftCurlyBracket => self.open(Some(span.clone())),
            TokenKind::RightSquareBracket => drop(self.close()),
            TokenKind::RightCurlyBracket => {
                let is_fine = self.close().is_none();
                recent.extend(comma.filter(|_| !is_fine).map(recent::comma));
            }
            TokenKind::Comma => {
                self.comma = Some(span.clone());
                self.end_of_name();
            }
            TokenKind::Newline => self.newline(recent),
            TokenKind::BasicString | TokenKind::MlBasicString => {
                recent.extend(recent::escape(written, span.start));
            }
            TokenKind::Atom => recent.extend(recent::time(written, span.start)),
            _ => {}
        }
        (self.level > LEVELS).then_some(span)
    }

    fn open(&mut self, table: Option<Range<usize>>) {
        self.level += 1;
        self.open.push(OpenBracket { table, dots: 0 });
    }

    fn deeper(&mut self, levels: usize) {
        self.level += levels;
        if let Some(open) = self.open.last_mut() {
            open.dots += levels;
        }
    }

    /// Leaves the innermost bracket; where it opened, of an inline table that was not warned of.
    fn close(&mut self) -> Option<Range<usize>> {
        self.end_of_name();
        // The statement stays: what closes nothing is the parser's to blame.
        let closed = if self.open.len() > 1 { self.open.pop() } else { None };
        self.level -= usize::from(closed.is_some());
        closed?.table
    }

    /// A name and its value are over, and the levels with them that it opened.
    fn end_of_name(&mut self) {
        if let Some(open) = self.open.last_mut() {
            self.level -= std::mem::take(&mut open.dots);
        }
    }

    fn newline(&mut self, recent: &mut Gathered) {
        if self.open.len() == 1 {
            self.end_of_name();
        } else if let Some(table) = self.open.last_mut().and_then(|open| open.table.take()) {
            recent.add(recent::lines(table));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::dataset::load::load;

    /// Texts that are nested `depth` levels, in every way there is.
    fn nested(depth: usize) -> Vec<String> {
        let dotted = vec!["a"; depth + 1].join(".");
        let one = |open: &str, close: &str| format!("a = {}1{}\n", open.repeat(depth), close.repeat(depth));
        let both = format!("a = {}1{}\n", "[{a=".repeat(depth / 2), "}]".repeat(depth / 2));
        let dots = format!("a = {}1{}\n", "{a.a=".repeat(depth / 2), "}".repeat(depth / 2));
        let header = vec!["a"; depth].join(".");
        let headers = format!("[{header}]\n");
        vec![one("[", "]"), one("{a=", "}"), both, dots, format!("{dotted} = 1\n"), headers]
    }

    #[test]
    fn a_text_may_be_nested_so_deep_and_no_deeper() {
        for text in nested(LEVELS) {
            assert_eq!(too_deep(&text, &mut 0, &mut Gathered::default()), None, "{text}");
        }
        for text in nested(LEVELS + 2) {
            assert!(matches!(&*parse(&text).broken, [Broken::TooDeep(_)]), "{text}");
        }
    }

    #[test]
    fn what_is_closed_counts_no_more() {
        let flat =
            "a.b = { c = [1.5, 2.5], d.e = {} }\n[a.b.c]\n[[d.e]]\nf = [[1], [2]] # .[{\n".repeat(LEVELS);
        assert_eq!(too_deep(&flat, &mut 0, &mut Gathered::default()), None);
        assert_eq!(too_deep(&"]})".repeat(LEVELS), &mut 0, &mut Gathered::default()), None);
    }

    /// A quarter of the stack of the threads that load, in builds whose calls take the most room.
    #[test]
    fn the_deepest_text_and_the_most_brackets_fit_on_a_small_stack() {
        let unclosed =
            ["[", "{a=", "[{a=", "a.", "[[", "{a.a="].map(|open| format!("a = {}", open.repeat(100_000)));
        let bare = ["[", "{", "a."].map(|open| open.repeat(100_000));
        let texts = [nested(LEVELS), nested(100_000), unclosed.to_vec(), bare.to_vec()].concat();
        let load_all = move || {
            for text in texts {
                for text in [format!("[[milestone]]\n{text}"), text] {
                    let loaded = load(&text);
                    assert!(loaded.dataset.is_none() && !loaded.faults.is_empty());
                }
            }
        };
        let thread = thread::Builder::new().stack_size(512 * 1024).spawn(load_all).unwrap();
        thread.join().unwrap();
    }
}
