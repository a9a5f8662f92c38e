//! The command line that makes an export again, and the name of the file it goes to.

use super::{Format, Origin, Selection};
use crate::query::{Field, Meaning, Query, Term};

/// `wallchart export -c tencent -y 2021`: without the dataset's file and without `-o`, quoted for a shell.
pub(super) fn command(query: &Query) -> String {
    let option = |term: &Term| match term.field {
        Field::Company => "-c",
        Field::Year => "-y",
        Field::Kind => "-k",
    };
    let filters = query.terms().iter().map(|term| {
        // A value that begins with `-` is no option there, so nothing more is needed than quoting.
        format!("{} {}", option(term), shell_quoted(&term.values_text()))
    });
    std::iter::once("wallchart export".to_owned()).chain(filters).collect::<Vec<_>>().join(" ")
}

/// An argument as a POSIX shell reads it back.
fn shell_quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_.,:/+@%".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
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
    let mut words: Vec<String> = Vec::new();
    for value in &term.values {
        match &value.meaning {
            Meaning::Companies(ids) => words.extend(ids.iter().map(|id| slug(&dataset.company(*id).id))),
            Meaning::Kinds(ids) => words.extend(ids.iter().map(|id| slug(&dataset.kind(*id).id))),
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
