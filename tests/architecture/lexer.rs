//! Rust, cut into words and signs. What is no code is left out: comments, strings, characters, lifetimes.
//!
//! A parser would read more than is asked for here, and make every procedural macro below the program be built twice.

use std::iter::Peekable;
use std::str::Chars;

/// Names and keywords, `::`, and every other sign by itself.
pub(super) fn tokens(code: &str) -> Vec<String> {
    let mut rest = code.chars().peekable();
    let mut tokens = Vec::new();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'/') => drop(rest.by_ref().find(|c| *c == '\n')),
            '/' if rest.peek() == Some(&'*') => skip_comment(&mut rest),
            '"' => skip_string(&mut rest),
            '\'' => skip_character(&mut rest),
            'r' if is_raw_string(&rest) => skip_raw_string(&mut rest),
            c if is_word(c) => tokens.push(word(c, &mut rest)),
            ':' if rest.next_if_eq(&':').is_some() => tokens.push("::".to_owned()),
            c if c.is_whitespace() => {}
            c => tokens.push(c.to_string()),
        }
    }
    tokens
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A name, a keyword or a number; nothing of `b` and `br` before a string.
fn word(first: char, rest: &mut Peekable<Chars<'_>>) -> String {
    let mut word = String::from(first);
    while let Some(c) = rest.next_if(|c| is_word(*c)) {
        if c == 'r' && word == "b" && is_raw_string(rest) {
            skip_raw_string(rest);
            break;
        }
        word.push(c);
    }
    word
}

/// Comments nest. The slash of this one was taken.
fn skip_comment(rest: &mut Peekable<Chars<'_>>) {
    let (mut depth, mut before) = (0, '/');
    for c in rest.by_ref() {
        let sign = [before, c];
        depth += i32::from(sign == ['/', '*']) - i32::from(sign == ['*', '/']);
        if depth == 0 {
            return;
        }
        // No sign is part of two.
        before = if [['/', '*'], ['*', '/']].contains(&sign) { ' ' } else { c };
    }
}

fn skip_string(rest: &mut Peekable<Chars<'_>>) {
    while let Some(c) = rest.next() {
        match c {
            '\\' => drop(rest.next()),
            '"' => return,
            _ => {}
        }
    }
}

fn is_raw_string(rest: &Peekable<Chars<'_>>) -> bool {
    rest.clone().find(|c| *c != '#') == Some('"')
}

fn skip_raw_string(rest: &mut Peekable<Chars<'_>>) {
    let hashes = rest.by_ref().take_while(|c| *c == '#').count();
    // The quote that opens it was taken with the hashes.
    while rest.by_ref().any(|c| c == '"') {
        let mut ahead = rest.clone();
        if (0..hashes).all(|_| ahead.next() == Some('#')) {
            *rest = ahead;
            return;
        }
    }
}

/// A character, or a lifetime, which has no second quote.
fn skip_character(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    match (ahead.next(), ahead.next()) {
        (Some('\\'), _) => drop(ahead.find(|c| *c == '\'')),
        (Some(_), Some('\'')) => {}
        _ => {
            while rest.next_if(|c| is_word(*c)).is_some() {}
            return;
        }
    }
    *rest = ahead;
}

/// What stands in the strings of a file, as it is written there. Attributes and comments have none.
pub(super) fn strings(code: &str) -> Vec<String> {
    let mut rest = code.chars().peekable();
    let mut strings = Vec::new();
    while let Some(c) = rest.next() {
        let before = rest.clone();
        match c {
            '/' if rest.peek() == Some(&'/') => drop(rest.by_ref().find(|c| *c == '\n')),
            '/' if rest.peek() == Some(&'*') => skip_comment(&mut rest),
            '#' if matches!(rest.peek(), Some('[' | '!')) => skip_attribute(&mut rest),
            '"' => {
                skip_string(&mut rest);
                strings.push(between(before, &rest));
            }
            'r' if is_raw_string(&rest) => {
                skip_raw_string(&mut rest);
                strings.push(between(before, &rest));
            }
            '\'' => skip_character(&mut rest),
            c if is_word(c) => drop(word(c, &mut rest)),
            _ => {}
        }
    }
    strings
}

fn between(before: Peekable<Chars<'_>>, after: &Peekable<Chars<'_>>) -> String {
    let length = before.clone().count() - after.clone().count();
    before.take(length.saturating_sub(1)).collect()
}

/// Up to the bracket that closes it. The hash of it was taken.
fn skip_attribute(rest: &mut Peekable<Chars<'_>>) {
    let mut depth = 0;
    while let Some(c) = rest.next() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            '"' => skip_string(rest),
            _ => {}
        }
        if c == ']' && depth == 0 {
            return;
        }
    }
}
