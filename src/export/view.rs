//! The command line that makes an export again, and the name of the file it goes to.

use super::{Extract, Format, Options};
use crate::dataset::MilestoneId;
use crate::query::{FacetValue, Field, Query, Term, ValueMeaning};

/// `wallchart export -c tencent -y 2021`: without the dataset's file and without `-o`, quoted for a shell.
pub(super) fn command(query: &Query, options: Options) -> String {
    let words = std::iter::once("wallchart export".to_owned()).chain(query.options()).chain(options.given());
    words.collect::<Vec<_>>().join(" ")
}

/// The same with the word FILE for the dataset, for whoever reads the export: the dataset's path is nobody else's. The
/// embedded one needs none.
pub(super) fn command_with_file(extract: &Extract<'_>, options: Options) -> String {
    let command = command(&extract.query, options);
    match command.strip_prefix("wallchart export") {
        Some(rest) if !extract.dataset.is_embedded() => format!("wallchart export FILE{rest}"),
        _ => command,
    }
}

/// A name for the file, made of what is in it: `walls-and-gates-tencent-2021.md`. Letters and digits with hyphens
/// between them, ASCII but for words of another script, and short enough for every file system.
pub fn file_name(extract: &Extract<'_>, format: Format) -> String {
    /// Bytes.
    const LONGEST: usize = 96;
    let mut words = vec![slug(extract.dataset.id())];
    if extract.is_by_hand() && extract.len() > 1 {
        // Many ids would say less.
        words.push("selected".to_owned());
    } else {
        words.extend(extract.query.terms().iter().map(|term| term_slug(term, extract)));
    }
    words.retain(|word| !word.is_empty());
    if words.is_empty() {
        words.push("wallchart".to_owned());
    }
    let mut stem = words.join("-");
    // Half a part would say something else: a year 20.
    while stem.len() > LONGEST {
        match stem.rfind('-') {
            Some(at) => stem.truncate(at),
            None => drop(stem.pop()),
        }
    }
    format!("{}.{}", stem.trim_end_matches('-'), format.extension())
}

/// The ids that the term stands for, so that `-c 腾讯` is `tencent` in a file's name as well; empty where there is
/// nothing but signs to name it by.
fn term_slug(term: &Term, extract: &Extract<'_>) -> String {
    let dataset = extract.dataset;
    let mut words: Vec<String> = Vec::new();
    for value in &term.values {
        match &value.meaning {
            ValueMeaning::Entries(places) => words.extend(places.iter().map(|place| match term.field {
                Field::Id | Field::Relates => slug(dataset.milestone(MilestoneId::new(*place)).id()),
                field => slug(&FacetValue::Entry(field, *place).id(dataset)),
            })),
            ValueMeaning::Year(year) => words.push(slug(&year.to_string())),
            ValueMeaning::Span(_) => words.push(slug(&value.text.replace("..", "-to-"))),
            ValueMeaning::Text(_) => words.push(slug(&value.text)),
        }
    }
    words.retain(|word| !word.is_empty());
    if term.negated && !words.is_empty() {
        words.insert(0, "not".to_owned());
    }
    words.join("-")
}

/// Small letters and digits, single hyphens between them.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}
