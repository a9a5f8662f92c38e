//! The picture, read as Mermaid 11 reads it: the rules of its lexer for timelines, in their order.

use proptest::prelude::*;
use wallchart::dataset::Lang;
use wallchart::export::{Options, PICTURE_MOST, words};
use wallchart::query::Query;

use crate::reading::{Block, read};
use crate::{SMALL, dataset, hostile, written};
use wallchart::words::en;

/// What Mermaid finds in a timeline.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Title(String),
    Section(String),
    Period(String),
    Event(String),
    /// What it throws away, or stumbles over.
    Lost(String),
}

fn picture(markdown: &str) -> Option<String> {
    let blocks = read(markdown).blocks;
    blocks.into_iter().find_map(|block| match block {
        Block::Code(language, code) if language == "mermaid" => Some(code),
        _ => None,
    })
}

/// Where a character that was written by its number is kept while the lexer looks: in private use.
const APART: u32 = 0xF_0000;

/// `#58;` → a character apart, as Mermaid does before it reads anything.
fn numbers_apart(code: &str) -> String {
    let mut pieces = code.split('#');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let number =
            piece.split_once(';').and_then(|(number, rest)| Some((number.parse::<u32>().ok()?, rest)));
        match number.and_then(|(number, rest)| Some((char::from_u32(APART + number)?, rest))) {
            Some((c, rest)) => out.extend([c.to_string().as_str(), rest]),
            None => out.extend(["#", piece]),
        }
    }
    out
}

fn together(text: &str) -> String {
    let back = |c: char| u32::from(c).checked_sub(APART).and_then(char::from_u32).unwrap_or(c);
    // Where a long word is broken, and what a number stands for.
    text.trim_end().chars().filter(|c| *c != '\u{200A}').map(back).collect()
}

/// Reads `code` as the lexer does.
fn draw(code: &str) -> Vec<Found> {
    let code = numbers_apart(code);
    let mut rest = code.as_str();
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let second = rest.strip_prefix(first).unwrap_or_default();
        let (line, after_line) = rest.split_at(rest.find('\n').unwrap_or(rest.len()));
        let is_word = |word: &str| {
            let behind = line.get(word.len()..).unwrap_or_default();
            line.to_ascii_lowercase().starts_with(word) && behind.starts_with(char::is_whitespace)
        };
        let is_comment =
            (first == '%' && !second.starts_with('{')) || (first != '}' && second.starts_with("%%"));
        if !is_comment && first.is_whitespace() {
            rest = second;
        } else if is_comment || first == '#' || line.to_ascii_lowercase().starts_with("acc") {
            found.push(Found::Lost(together(line)));
            rest = after_line;
        } else if line == "timeline" {
            rest = after_line;
        } else if is_word("title") {
            found.push(Found::Title(together(line.split_at("title ".len()).1)));
            rest = after_line;
        } else if is_word("section") {
            let (name, tail) = rest.split_at(rest.find([':', '\n']).unwrap_or(rest.len()));
            found.push(Found::Section(together(name.split_at("section ".len()).1)));
            rest = tail;
        } else if first == ':' {
            let text = second.strip_prefix(char::is_whitespace);
            let ends = |(at, c): (usize, char), text: &str| {
                c == '\n' || (c == ':' && text.split_at(at + 1).1.starts_with(char::is_whitespace))
            };
            let Some(text) = text else {
                found.push(Found::Lost(together(line)));
                rest = after_line;
                continue;
            };
            let end = text.char_indices().find(|place| ends(*place, text)).map_or(text.len(), |(at, _)| at);
            let (event, tail) = text.split_at(end);
            found.push(Found::Event(together(event)));
            rest = tail;
        } else {
            let (period, tail) = rest.split_at(rest.find(['#', ':', '\n']).unwrap_or(rest.len()));
            found.push(Found::Period(together(period)));
            rest = tail;
        }
    }
    found
}

#[test]
fn the_reader_of_pictures_falls_into_every_trap() {
    let code = "timeline\n title T\n section S: x\n 2021 : one: two\n # lost\n %% lost\n 2022 : a#58; b%%c\n title x\n";
    let text = |text: &str| text.to_owned();
    assert_eq!(
        draw(code),
        [
            Found::Title(text("T")),
            Found::Section(text("S")),
            Found::Event(text("x")),
            Found::Period(text("2021")),
            Found::Event(text("one")),
            Found::Event(text("two")),
            Found::Lost(text("# lost")),
            Found::Lost(text(" %% lost")),
            Found::Period(text("2022")),
            Found::Event(text("a: b%%c")),
            Found::Title(text("x")),
        ]
    );
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn a_picture_shows_what_the_dataset_says(text in hostile::dataset(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let dataset = dataset(&text);
        let options = Options { mermaid: true, lang, ..Options::default() };
        let markdown = written(&dataset, &Query::default(), options);
        let trimmed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = lang.of(dataset.title(), dataset.head().title_zh.as_deref());
        let mut expected = vec![Found::Title(title.trim().to_owned())];
        expected.push(Found::Section("2021".to_owned()));
        for milestone in dataset.milestones() {
            expected.push(Found::Period(words::capitalized(&milestone.date().words(&en::WORDS))));
            expected.push(Found::Event(trimmed(&words::title(milestone, lang))));
        }
        prop_assert_eq!(picture(&markdown).map(|code| draw(&code)), Some(expected), "{}", markdown);
        prop_assert!(markdown.contains("--mermaid\n```\n"));
        // What HTML could be made of; and what ends a text to Mermaid 10.
        let code = picture(&markdown).unwrap_or_default();
        prop_assert!(!code.contains(['<', '>', '&']) && !numbers_apart(&code).contains(';'), "{}", code);
    }
}

#[test]
fn what_happened_on_one_date_stands_under_it_once() {
    let dataset = dataset(SMALL);
    let markdown = written(&dataset, &Query::default(), Options { mermaid: true, ..Options::default() });
    insta::assert_snapshot!(picture(&markdown).expect("a picture"));
}

#[test]
fn a_picture_of_too_many_is_none() {
    let milestone = SMALL.split("[[milestone]]").nth(1).expect("a milestone");
    let id = milestone.lines().find_map(|line| line.strip_prefix("id = ")).expect("an id");
    let more = |count: usize| {
        let more = (0..count)
            .map(|n| format!("\n[[milestone]]{}", milestone.replacen(id, &format!("\"m-{n}\""), 1)));
        dataset(&std::iter::once(SMALL.to_owned()).chain(more).collect::<String>())
    };
    let has_picture = |count: usize| {
        let dataset = more(count - 12);
        assert_eq!(dataset.len(), count);
        let options = Options { mermaid: true, ..Options::default() };
        picture(&written(&dataset, &Query::default(), options)).is_some()
    };
    assert!(has_picture(PICTURE_MOST));
    assert!(!has_picture(PICTURE_MOST + 1));
}
