//! Whatever a dataset says, its Markdown reads as exactly that: in a list and in a table, with every kind of notes, in
//! either language.

use proptest::prelude::*;
use wallchart::dataset::{Cite, Dataset, Lang, Milestone, Source};
use wallchart::export::{Format, Notes, Options, words};
use wallchart::query::Query;

use crate::reading::{Block, Document, front_matter, read};
use crate::{dataset, hostile, written};
use wallchart::words::en;

/// What the document should say, put together without any Markdown.
fn expected(dataset: &Dataset, options: Options) -> Vec<Block> {
    let lang = options.lang;
    let mut blocks =
        vec![Block::Heading(1, plain(&lang.of(dataset.title(), dataset.head().title_zh.as_deref())))];
    blocks.push(Block::Text("All 2 milestones, second half of 2021".to_owned()));
    let milestones: Vec<Milestone<'_>> = dataset.milestones().collect();
    if options.format == Format::Table {
        let names = ["Date", "Parties", "Kind", "Title", "Sources"].map(str::to_owned).to_vec();
        let rows = milestones.iter().map(|milestone| row(*milestone, dataset, options));
        blocks.push(Block::Table(std::iter::once(names).chain(rows).collect()));
    } else {
        blocks.push(Block::Heading(2, "2021".to_owned()));
        for milestone in &milestones {
            blocks.extend(item(*milestone, dataset, options));
        }
    }
    let mut used = Vec::new();
    for cite in milestones.iter().flat_map(|milestone| milestone.cites()) {
        if !used.contains(&cite.source) {
            used.push(cite.source);
        }
    }
    if options.notes == Notes::Footnotes {
        blocks.extend(used.iter().map(|id| {
            let source = dataset.source(*id);
            let url = source.url.as_deref().map(|url| format!(" {}", address(url))).unwrap_or_default();
            Block::Note(source.id.clone(), plain(&format!("{}{url}", citation(source, lang))))
        }));
    }
    blocks.push(Block::Text("To make it again, with the dataset as FILE:".to_owned()));
    blocks.push(Block::Code("sh".to_owned(), format!("{}\n", with_file(&command(options)))));
    if options.notes == Notes::Pandoc {
        let csl = Options { format: Format::Csl, ..options };
        blocks.push(Block::Text(
            "Its sources, for Pandoc's --citeproc --bibliography sources.json:".to_owned(),
        ));
        blocks.push(Block::Code("sh".to_owned(), format!("{} -o sources.json\n", with_file(&command(csl)))));
    }
    blocks
}

/// The command line that exports everything.
fn command(options: Options) -> String {
    std::iter::once("wallchart export".to_owned()).chain(options.given()).collect::<Vec<_>>().join(" ")
}

/// The same, for a file that is not known.
fn with_file(command: &str) -> String {
    command.replacen("export", "export FILE", 1)
}

fn item(milestone: Milestone<'_>, dataset: &Dataset, options: Options) -> Vec<Block> {
    let lang = options.lang;
    let date = words::capitalized(&milestone.date().words(&en::WORDS));
    let who = words::direction(milestone, lang).expect("a party");
    let line = format!("{who}: {}", words::title(milestone, lang));
    let mut texts = words::summary(milestone, lang);
    for effect in milestone.effects() {
        texts.push(format!("Effects: {}", words::effect(effect, dataset, lang)));
    }
    for relation in milestone.relations() {
        texts.push(words::capitalized(&words::relation(*relation, dataset, lang)));
    }
    texts.extend(words::note(milestone, lang).iter().flat_map(|note| words::paragraphs(note)));
    let kind = milestone.kind();
    let name = lang.of(&kind.name, kind.name_zh.as_deref());
    texts.push(format!("{name}, {} confidence", milestone.confidence().as_str()));
    let cites = milestone.cites().iter().map(|cite| {
        let supports = cite.supports().map(|supports| format!(" ({})", one_line(supports)));
        name_of(cite, dataset, options) + &supports.unwrap_or_default()
    });
    texts.push(format!("Sources: {}", cites.collect::<Vec<_>>().join("; ")));
    let paragraphs = texts.iter().map(|text| Block::Text(plain(text)));
    std::iter::once(Block::Item(date, plain(&line))).chain(paragraphs).collect()
}

fn row(milestone: Milestone<'_>, dataset: &Dataset, options: Options) -> Vec<String> {
    let lang = options.lang;
    let kind = milestone.kind();
    let cites = milestone.cites().iter().map(|cite| name_of(cite, dataset, options));
    [
        words::capitalized(&milestone.date().words(&en::WORDS)),
        words::direction(milestone, lang).expect("a party"),
        lang.of(&kind.name, kind.name_zh.as_deref()).into_owned(),
        words::title(milestone, lang).into_owned(),
        cites.collect::<Vec<_>>().join("; "),
    ]
    .map(|cell| plain(&cell))
    .to_vec()
}

/// How a source is named where it is cited.
fn name_of(cite: &Cite, dataset: &Dataset, options: Options) -> String {
    let source = dataset.source(cite.source);
    let publisher = one_line(&source.publisher);
    match (options.notes, &source.url) {
        (Notes::Footnotes, _) => {
            let gap = if publisher.ends_with(['!', ']']) { " " } else { "" };
            format!("{publisher}{gap}[^{}]", source.id)
        }
        (Notes::Links, Some(url)) if url.to_ascii_lowercase().starts_with("http") => {
            format!("⟨{publisher}|{}|{}⟩", address(url), citation(source, options.lang))
        }
        (Notes::Links, _) => citation(source, options.lang),
        (Notes::Pandoc, _) => format!("[@{}]", source.id),
        (Notes::None, _) => publisher,
    }
}

fn citation(source: &Source, lang: Lang) -> String {
    one_line(&words::citation(source, lang))
}

/// An address with what Markdown cannot hold percent-encoded.
fn address(url: &str) -> String {
    [(" ", "%20"), ("|", "%7C"), ("<", "%3C"), (">", "%3E"), ("&lt;", "&lt%3B")]
        .iter()
        .fold(url.to_owned(), |url, (from, to)| url.replace(from, to))
}

fn one_line(text: &str) -> String {
    words::paragraphs(text).join(" ")
}

fn plain(text: &str) -> String {
    text.trim_matches(' ').to_owned()
}

fn options() -> impl Strategy<Value = Options> {
    let format = prop::sample::select(vec![Format::Markdown, Format::Table]);
    let (notes, lang) = (prop::sample::select(Notes::ALL.to_vec()), prop::sample::select(Lang::ALL.to_vec()));
    (format, notes, lang).prop_map(|(format, notes, lang)| Options {
        format,
        notes,
        lang,
        ..Options::default()
    })
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn no_text_breaks_the_markdown_it_is_exported_to(text in hostile::dataset(), options in options()) {
        let dataset = dataset(&text);
        let markdown = written(&dataset, &Query::default(), options);
        prop_assert!(markdown.ends_with('\n') && !markdown.ends_with("\n\n"));
        let Document { front, blocks, foreign } = read(&markdown);
        prop_assert!(foreign.is_empty(), "{:?} in\n{}", foreign, markdown);
        let expected = expected(&dataset, options);
        for (found, expected) in blocks.iter().zip(&expected) {
            prop_assert_eq!(found, expected, "in\n{}", markdown);
        }
        prop_assert_eq!(blocks.len(), expected.len(), "in\n{}", markdown);
        let view = command(options);
        let front = front_matter(&front);
        let of = |key: &str| front.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
        let title = options.lang.of(dataset.title(), dataset.head().title_zh.as_deref());
        for (key, text) in
            [("title", Some(title.as_ref())), ("version", dataset.head().version.as_deref()), ("license", dataset.head().license.as_deref())]
        {
            // Pandoc reads it so.
            let Document { blocks, foreign, .. } = read(of(key).unwrap_or_default());
            prop_assert!(foreign.is_empty(), "{:?} in\n{}", foreign, markdown);
            prop_assert_eq!(blocks, [Block::Text(text.unwrap_or_default().to_owned())], "{}\n{}", key, markdown);
        }
        // A program that knows of no front matter has it as a heading.
        let raw = read(&format!("\n{}", markdown.split("\n\n").next().unwrap_or_default()));
        let lines = |name: &String| ["ThematicBreak", "SoftBreak"].contains(&name.as_str());
        prop_assert!(raw.front.is_empty() && raw.foreign.iter().all(lines), "{:?} in\n{}", raw, markdown);
        prop_assert_eq!(of("view"), Some(view.as_str()));
        prop_assert_eq!((of("events"), of("of")), (Some("2"), Some("2")));
        prop_assert_eq!(front.len(), 10);
    }
}
