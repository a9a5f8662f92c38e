//! The command line that makes an export again, and the name of the file it goes to.

use super::{Format, Origin, Selection};
use crate::query::{Meaning, Query, Term};

/// `wallchart export -c tencent -y 2021`: without the dataset's file and without `-o`, quoted for a shell.
pub(super) fn command(query: &Query) -> String {
    std::iter::once("wallchart export".to_owned()).chain(query.options()).collect::<Vec<_>>().join(" ")
}

/// A name for the file, made of what is in it: `walls-and-gates-tencent-2021.md`. ASCII, and short enough
/// for every file system.
pub fn file_name(selection: &Selection<'_>, format: Format) -> String {
    const LONGEST: usize = 96;
    let mut words = vec![slug(selection.dataset.id())];
    match selection.origin {
        Origin::Query(query) => words.extend(query.terms().iter().map(|term| term_slug(term, selection))),
        Origin::Hand => words.push("selected".to_owned()),
    }
    words.retain(|word| !word.is_empty());
    if words.is_empty() {
        words.push("wallchart".to_owned());
    }
    let mut stem = words.join("-");
    stem.truncate(LONGEST);
    format!("{}.{}", stem.trim_end_matches('-'), format.extension())
}

/// The ids that the term stands for, so that `-c 腾讯` is `tencent` in a file's name as well.
fn term_slug(term: &Term, selection: &Selection<'_>) -> String {
    let dataset = selection.dataset;
    let mut words: Vec<String> = if term.negated { vec!["not".to_owned()] } else { Vec::new() };
    words.extend(term.companies().map(|id| slug(&dataset.company(id).id)));
    words.extend(term.kinds().map(|id| slug(&dataset.kind(id).id)));
    for value in &term.values {
        match &value.meaning {
            Meaning::Entries(_) if term.companies().next().is_some() || term.kinds().next().is_some() => {}
            Meaning::Entries(_) | Meaning::Text(_) => words.push(slug(&value.text)),
            Meaning::Year(year) => words.push(slug(&year.to_string())),
            Meaning::Span(_) => words.push(slug(&value.text.replace("..", "-to-"))),
        }
    }
    words.retain(|word| !word.is_empty());
    words.join("-")
}

/// Small ASCII letters and digits, single hyphens between them.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}
