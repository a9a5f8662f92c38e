//! What a reader of GitHub Flavored Markdown makes of a document.

use std::fmt::Write;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use saphyr::{LoadableYamlNode, Scalar, Yaml};

/// A block, in plain text: a footnote's reference is `[^id]`, a link that is no bare address `⟨text|url|title⟩`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Heading(u8, String),
    /// The first line of an item: its bold date, and the rest.
    Item(String, String),
    /// A paragraph, within an item or not.
    Text(String),
    /// Its language, and what is in it.
    Code(String, String),
    Table(Vec<Vec<String>>),
    /// A footnote.
    Note(String, String),
}

/// A document as its reader sees it.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// YAML, without the lines around it.
    pub(crate) front: String,
    pub(crate) blocks: Vec<Block>,
    /// Every piece of markup that an export never writes.
    pub(crate) foreign: Vec<String>,
}

/// Reads a document as GitHub does, and with most of what other readers add on top.
pub(crate) fn read(markdown: &str) -> Document {
    let arena = Arena::new();
    let mut options = Options::default();
    let more = &mut options.extension;
    more.front_matter_delimiter = Some("---".to_owned());
    for extension in [
        &mut more.table,
        &mut more.autolink,
        &mut more.strikethrough,
        &mut more.tasklist,
        &mut more.footnotes,
        &mut more.inline_footnotes,
        &mut more.alerts,
        &mut more.math_dollars,
        &mut more.math_code,
        &mut more.superscript,
        &mut more.description_lists,
        &mut more.multiline_block_quotes,
        &mut more.wikilinks_title_after_pipe,
        &mut more.highlight,
    ] {
        *extension = true;
    }
    // In the place where they stand: their order is the export's.
    options.parse.leave_footnote_definitions = true;
    let mut document = Document::default();
    for node in parse_document(&arena, markdown, &options).children() {
        document.block(node, false);
    }
    document
}

/// Front matter, as a reader of YAML has it: what is no string or whole number is left out.
pub(crate) fn front_matter(yaml: &str) -> Vec<(String, String)> {
    let documents = Yaml::load_from_str(yaml).expect("YAML");
    let [Yaml::Mapping(map)] = documents.as_slice() else { panic!("no map: {yaml}") };
    let text = |value: &Yaml<'_>| match value {
        Yaml::Value(Scalar::String(text)) => Some(text.clone().into_owned()),
        Yaml::Value(Scalar::Integer(number)) => Some(number.to_string()),
        _ => None,
    };
    map.iter().filter_map(|(key, value)| Some((text(key)?, text(value)?))).collect()
}

impl Document {
    fn block<'a>(&mut self, node: &'a AstNode<'a>, begins_item: bool) {
        let value = node.data.borrow().value.clone();
        match value {
            NodeValue::FrontMatter(text) => {
                let yaml = text.trim_end().trim_start_matches("---\n").trim_end_matches("\n---");
                self.front.push_str(yaml);
            }
            NodeValue::List(_) => node.children().for_each(|item| self.item(item)),
            NodeValue::Heading(heading) => {
                let text = self.inline(node);
                self.blocks.push(Block::Heading(heading.level, text));
            }
            NodeValue::Paragraph if begins_item => {
                let mut parts = node.children();
                let date = match parts.next() {
                    Some(first) if matches!(first.data.borrow().value, NodeValue::Strong) => {
                        self.inline(first)
                    }
                    _ => String::new(),
                };
                let rest: String = parts.map(|part| self.one(part)).collect();
                self.blocks.push(Block::Item(date, rest.strip_prefix(' ').unwrap_or(&rest).to_owned()));
            }
            NodeValue::Paragraph => {
                let text = self.inline(node);
                self.blocks.push(Block::Text(text));
            }
            NodeValue::CodeBlock(code) => {
                self.blocks.push(Block::Code(code.info.clone(), code.literal.clone()));
            }
            NodeValue::Table(_) => {
                let cells = |row: &'a AstNode<'a>, read: &mut Self| {
                    row.children().map(|cell| read.inline(cell)).collect::<Vec<_>>()
                };
                let rows = node.children().map(|row| cells(row, self)).collect();
                self.blocks.push(Block::Table(rows));
            }
            NodeValue::FootnoteDefinition(note) => {
                let texts: Vec<String> = node.children().map(|paragraph| self.inline(paragraph)).collect();
                self.blocks.push(Block::Note(note.name, texts.join("\n")));
            }
            other => self.foreign.push(format!("{other:?}")),
        }
    }

    fn item<'a>(&mut self, item: &'a AstNode<'a>) {
        if !matches!(item.data.borrow().value, NodeValue::Item(_)) {
            self.foreign.push(format!("{:?}", item.data.borrow().value));
        }
        for (place, block) in item.children().enumerate() {
            self.block(block, place == 0);
        }
    }

    fn inline<'a>(&mut self, node: &'a AstNode<'a>) -> String {
        node.children().map(|part| self.one(part)).collect()
    }

    fn one<'a>(&mut self, node: &'a AstNode<'a>) -> String {
        let value = node.data.borrow().value.clone();
        match value {
            NodeValue::Text(text) => text.into_owned(),
            NodeValue::FootnoteReference(note) => format!("[^{}]", note.name),
            NodeValue::Code(code) => code.literal,
            NodeValue::Link(link) => {
                let text = self.inline(node);
                let mut shown = String::new();
                if link.url == text || link.url == format!("mailto:{text}") {
                    shown.push_str(&text);
                } else {
                    write!(shown, "⟨{text}|{}|{}⟩", link.url, link.title).expect("a string");
                }
                shown
            }
            other => {
                self.foreign.push(format!("{other:?}"));
                self.inline(node)
            }
        }
    }
}
