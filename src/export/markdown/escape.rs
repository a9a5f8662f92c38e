//! Plain text → Markdown that reads as exactly that text, a function for each place where text can stand.
//!
//! Four readers are kept in mind: `CommonMark`, GitHub (strikethrough, bare addresses, footnotes), Pandoc
//! (`$math$`, `^sup^`, `@cite`, `{attributes}`, lettered lists, definition lists) and Obsidian (`==mark==`,
//! `%%comment%%`, `#tag`, `[[link]]`). Only what one of them would act on is escaped, so that ordinary prose
//! comes out as it went in. All text arrives scrubbed: no control characters, no tabs.
//!
//! Every block that is written is one line, which is why tables, setext headings and reference definitions,
//! which all take a second line, need no thought here.

use std::fmt::Write;

use super::address;
use super::markup::{PairedSigns, block_marker, is_entity, is_markup, split_first};

/// The rest of a line: nothing but markup of our own may stand before it.
pub(super) fn inline(text: &str) -> String {
    escaped(text, None, PairedSigns::within(text))
}

/// A part of a line that has other such parts.
pub(super) fn part(text: &str) -> String {
    escaped(text, None, PairedSigns::ANYWHERE)
}

/// A part of a line with a footnote behind it, where `[sic]` would become the text of a link and `!` an image.
pub(super) fn noted(text: &str, label: &str) -> String {
    let text = part(text);
    let joins = text.ends_with(['!', ']']);
    format!("{text}{}[^{label}]", if joins { " " } else { "" })
}

/// The text of a link. An address in it would be a link itself, which no link can hold, so that none is made of
/// it, and a bracket is never left to be counted.
pub(super) fn link_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text;
    while let Some((c, after)) = split_first(rest) {
        if let Some(tail) = rest.strip_prefix("www.") {
            out.push_str("www\\.");
            (before, rest) = (Some('.'), tail);
            continue;
        }
        let disarms = matches!(c, '[' | ']' | '!' | '<' | '@') || (c == ':' && after.starts_with("//"));
        if disarms || is_markup(before, c, after, PairedSigns::ANYWHERE) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
        rest = after;
    }
    out
}

/// The title of a link, in its quotes: nothing is markup there but the quotes, entities and the backslash; and to Pandoc,
/// which sees a table in the line first, the bar.
pub(super) fn link_title(text: &str) -> String {
    let quote = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    let mut out = String::from(quote);
    let mut rest = text;
    while let Some((c, after)) = split_first(rest) {
        rest = after;
        match c {
            // GitHub's reader decodes entities in titles before it looks at backslashes: `\&lt;` would be `<`.
            '&' if is_entity(rest) => out.push_str("&amp;"),
            '\\' | '|' => out.extend(['\\', c]),
            c if c == quote => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// Markdown in a cell of a table, which a `|` would end.
pub(super) fn cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// Text that begins a block, where `2013.` would begin a list and `>` a quotation.
pub(super) fn paragraph(text: &str) -> String {
    let text = text.trim_matches(' ');
    escaped(text, block_marker(text), PairedSigns::within(text))
}

/// Text of a heading, whose last `#` would be taken for its end.
pub(super) fn heading(text: &str) -> String {
    let text = text.trim_matches(' ');
    let closing = text.trim_end_matches('#').len();
    escaped(text, (closing < text.len()).then_some(closing), PairedSigns::within(text))
}

/// Bold text. Refuses what is not ASCII: `**` beside Chinese punctuation neither opens nor closes.
pub(super) fn bold(text: &str) -> Option<String> {
    (text.is_ascii() && !text.trim().is_empty()).then(|| format!("**{}**", part(text.trim())))
}

/// A string of front matter, which Pandoc reads as Markdown: it reads as `text` there, and also to whoever takes the lines
/// of the front matter for Markdown.
///
/// What would be markup is written by its number, `&#42;`, and not behind a backslash: YAML would double that, and a
/// doubled one guards nothing where YAML is not read.
pub(super) fn metadata(text: &str) -> String {
    let written = numbered(text, false);
    // An address takes in whatever is written behind it; where nothing is written by number it may stay one.
    if written == text { written } else { numbered(text, true) }
}

/// `text` with whatever would be markup by its number, and so that no address is one if it `has_none`.
fn numbered(text: &str, has_none: bool) -> String {
    let marker = block_marker(text);
    let behind_blanks = text.trim_start_matches(' ');
    let blanks = text.len() - behind_blanks.len();
    let end = blanks + behind_blanks.trim_end_matches(' ').len();
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text;
    while let Some((c, after)) = split_first(rest) {
        let at = text.len() - rest.len();
        // A blank at an end would be dropped, or make code of what follows.
        let is_outside = at < blanks || at >= end;
        let is_address =
            (has_none && c == ':' && after.starts_with("//")) || (c == '.' && out.ends_with("www"));
        let acts = is_outside || is_address || marker == Some(at) || c.is_control();
        if acts || is_markup(before, c, after, PairedSigns::ANYWHERE) {
            // Writing to a string cannot fail.
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            out.push(c);
        }
        before = Some(c);
        rest = after;
    }
    out
}

/// `text` with a backslash before whatever would be markup, and before the character at byte `marker`.
fn escaped(text: &str, marker: Option<usize>, pairs: PairedSigns) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text;
    // Looked for once: at every letter it would take as long as all the rest.
    let has_address = ["://", "www.", "@"].into_iter().any(|sign| text.contains(sign));
    while let Some((c, after)) = split_first(rest) {
        if has_address && let Some((written, tail)) = address::leading(before, rest) {
            before = written.chars().next_back();
            out.push_str(&written);
            rest = tail;
            continue;
        }
        if marker == Some(text.len() - rest.len()) || is_markup(before, c, after, pairs) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests;
