//! Faults of text that is no TOML: the first of each statement, and nothing that a parser only guesses.
//!
//! Each statement is parsed alone, so that a fault in one blames no other. What only shows between statements,
//! a key or a table given twice, is found by parsing the sound ones together, the broken ones blanked out.

use std::collections::HashMap;
use std::ops::Range;

use super::explain::{REPEATED, explain};
use super::parser::{self, Broken};
use super::sink::Sink;
use super::statements::{Statement, header, statements};
use super::tree::tree;
use crate::dataset::format::{FILE, Value};
use crate::fault::{Fault, Gathered, MOST, code};

/// Every syntax fault of `text`; at least `first`, which the parser says of the whole.
pub(super) fn faults(text: &str, first: &Broken) -> Gathered {
    sound(text, first).1
}

/// The same, behind what is left of `text` without what is at fault.
pub(super) fn sound(text: &str, first: &Broken) -> (String, Gathered) {
    let sink = Sink::new(text);
    let statements = statements(text);
    let is_broken: Vec<bool> = statements.iter().map(|statement| parse(&sink, text, statement)).collect();
    let sound = blank_out(text, &statements, &is_broken);
    between(&sink, &sound, &statements);
    if !sink.has_errors() {
        sink.report(explain(text, &whole(text), first, 0));
        return (String::new(), sink.into_faults());
    }
    (sound, sink.into_faults())
}

fn whole(text: &str) -> Statement {
    Statement { span: 0..text.len(), open: None }
}

/// Reports the first fault of `statement`, read alone; whether there is one.
fn parse(sink: &Sink<'_>, text: &str, statement: &Statement) -> bool {
    let alone = text.get(statement.span.clone()).unwrap_or_default();
    // Most of a broken file is sound, and written in the usual way.
    let errors = if tree(alone).is_some() { Vec::new() } else { parser::parse(alone).broken };
    let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
    let fault = || {
        first
            .map(|error| explain(text, statement, error, statement.span.start))
            .or_else(|| brackets(text, statement))
    };
    match first {
        // Statements are read in order: this one is behind all that are shown.
        Some(_) if sink.counts().errors >= MOST => sink.count(1),
        _ => match fault() {
            Some(fault) => sink.report(fault),
            None => return false,
        },
    }
    true
}

/// A header in the wrong brackets is sound by itself, but as a table that is also a list it would have every
/// other header of its name blamed.
fn brackets(text: &str, statement: &Statement) -> Option<Fault> {
    let written = text.get(statement.span.clone()).unwrap_or_default();
    let (name, double) = header(written)?;
    let expected = match FILE.key(name)?.value {
        Value::Table(_) if double => format!("expected `[{name}]`"),
        Value::Tables(_) if !double => format!("expected `[[{name}]]`"),
        _ => return None,
    };
    let line = written.trim_start_matches('\u{FEFF}').trim();
    let line = line.lines().next().unwrap_or_default();
    let start = statement.span.start + written.find(line).unwrap_or_default();
    let message = format!("{} has the wrong brackets", code(line));
    Some(Fault::error(start..start + line.len(), &message, &expected))
}

/// The text with what is broken blanked out, byte for byte. Under a broken header everything is: without it
/// the keys would fall to the table before, and seem to be there twice.
fn blank_out(text: &str, statements: &[Statement], is_broken: &[bool]) -> String {
    let mut sound = String::with_capacity(text.len());
    let mut under_broken = false;
    for (statement, is_broken) in statements.iter().zip(is_broken) {
        let written = text.get(statement.span.clone()).unwrap_or_default();
        if header(written).is_some() {
            under_broken = *is_broken;
        }
        if under_broken || *is_broken {
            sound.extend(std::iter::repeat_n(' ', written.len()));
        } else {
            sound.push_str(written);
        }
    }
    sound
}

/// Reports what only shows between the statements of `text`: at most one fault each, and none of the keys
/// under a header that is at fault itself.
fn between(sink: &Sink<'_>, text: &str, statements: &[Statement]) {
    let mut errors = parser::parse(text).broken;
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let outline = Outline::new(text, statements);
    let (mut blamed, mut reported) = (None, 0);
    for error in &errors {
        let span = error.span().unwrap_or_default();
        let index = statements.partition_point(|statement| statement.span.end <= span.start);
        let block = outline.block(index);
        let Some(statement) = statements.get(index) else { continue };
        if blamed == Some(index) || (blamed.is_some() && blamed == block) {
            continue;
        }
        blamed = Some(index);
        reported += 1;
        if reported > MOST {
            sink.count(1);
            continue;
        }
        let fault = explain(text, statement, error, 0);
        let earlier = outline.earlier(index).filter(|_| fault.message.ends_with(REPEATED));
        sink.report(match earlier {
            Some(place) => fault.also(place, "first given here"),
            None => fault,
        });
    }
}

/// The keys and headers of a file, in order.
struct Outline<'t> {
    text: &'t str,
    statements: &'t [Statement],
    /// Of each statement: the header that it stands under.
    blocks: Vec<Option<usize>>,
    /// The first header of each name.
    headers: HashMap<&'t str, usize>,
}

impl<'t> Outline<'t> {
    fn new(text: &'t str, statements: &'t [Statement]) -> Self {
        let mut outline = Self { text, statements, blocks: Vec::new(), headers: HashMap::new() };
        let mut block = None;
        for index in 0..statements.len() {
            outline.blocks.push(block);
            if let Some((name, _)) = header(outline.written(index)) {
                block = Some(index);
                outline.headers.entry(name).or_insert(index);
            }
        }
        outline
    }

    fn written(&self, index: usize) -> &'t str {
        self.statements.get(index).and_then(|it| self.text.get(it.span.clone())).unwrap_or_default()
    }

    /// The header that the statement at `index` stands under.
    fn block(&self, index: usize) -> Option<usize> {
        self.blocks.get(index).copied().flatten()
    }

    /// Where the key or the header of the statement at `index` was given first.
    fn earlier(&self, index: usize) -> Option<Range<usize>> {
        let first = if let Some((name, _)) = header(self.written(index)) {
            *self.headers.get(name).filter(|first| **first < index)?
        } else {
            let block = self.block(index).map_or(0, |header| header + 1);
            let key = self.key(index)?;
            (block..index).find(|earlier| self.key(*earlier) == Some(key))?
        };
        let written = self.written(first);
        let head = header(written).map_or_else(|| self.key(first), |_| written.lines().next())?.trim();
        let start = self.statements.get(first)?.span.start + written.find(head)?;
        Some(start..start + head.len())
    }

    fn key(&self, index: usize) -> Option<&'t str> {
        self.written(index).split_once('=').map(|(key, _)| key.trim_start_matches('\u{FEFF}').trim())
    }
}
