//! How many methods each type has, over all its `impl` blocks; what it does as a trait asks for is not counted.

use std::collections::BTreeMap;

use super::lexer::{is_word, tokens};

/// Adds what the code of one file has.
pub(super) fn count(code: &str, methods: &mut BTreeMap<String, usize>) {
    let tokens = tokens(code);
    for (at, token) in tokens.iter().enumerate() {
        // Behind anything else it is `impl Trait`, a type.
        let is_item = at == 0 || ["}", ";", "]", "{"].contains(&tokens[at - 1].as_str());
        if token == "impl" && is_item {
            let header = tokens[at + 1..].iter().take_while(|token| *token != "{").count();
            let (header, body) = tokens[at + 1..].split_at(header);
            if let Some(name) = name(header) {
                *methods.entry(name.to_owned()).or_default() += functions(body);
            }
        }
    }
}

/// The type that a block is of; none where it is of a trait.
fn name(header: &[String]) -> Option<&str> {
    let mut depth = 0;
    let mut name = None;
    for token in header {
        match token.as_str() {
            "<" => depth += 1,
            ">" => depth -= 1,
            "for" if depth == 0 => return None,
            "where" => break,
            word if depth == 0 && word.starts_with(is_word) => name = Some(word),
            _ => {}
        }
    }
    name
}

/// The functions of a block, but those within others; `fn(u8)` is a type.
fn functions(body: &[String]) -> usize {
    let mut depth = 0;
    let mut functions = 0;
    for pair in body.windows(2) {
        match pair[0].as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "fn" if depth == 1 && pair[1] != "(" => functions += 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    functions
}
