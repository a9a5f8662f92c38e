//! What a milestone says, in words: shared by every output that is text, so that they never disagree.

use crate::dataset::{Company, Dataset, Effect, Milestone, Relation, RelationKind, Source};
use crate::date::Date;

/// Who acted toward whom: `Tencent → Alibaba, ByteDance`; only one side where the other is not known.
pub fn direction(milestone: Milestone<'_>) -> Option<String> {
    let actors = names(milestone.actors());
    let affected = names(milestone.affected());
    match (actors.is_empty(), affected.is_empty()) {
        (true, true) => None,
        (false, true) => Some(actors),
        (true, false) => Some(format!("→ {affected}")),
        (false, false) => Some(format!("{actors} → {affected}")),
    }
}

fn names<'a>(companies: impl Iterator<Item = &'a Company>) -> String {
    companies.map(|company| company.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What becomes of a barrier: `Taobao links in WeChat: limited`, with its date where it has its own.
pub fn effect(effect: &Effect, dataset: &Dataset) -> String {
    let name = &dataset.barrier(effect.barrier).name;
    let state = effect.state.as_str();
    match &effect.date {
        Some(date) => format!("{name}: {state} ({})", date.words()),
        None => format!("{name}: {state}"),
    }
}

/// How the milestone relates to an earlier one: `responds to "…", 9 September 2021`.
pub fn relation(relation: Relation, dataset: &Dataset) -> String {
    let earlier = dataset.milestone(relation.to);
    let verb = match relation.kind {
        RelationKind::Follows => "follows",
        RelationKind::RespondsTo => "responds to",
        RelationKind::Lifts => "lifts",
        RelationKind::PartOf => "is part of",
    };
    format!("{verb} \"{}\", {}", earlier.title(), earlier.date().words())
}

/// How a later milestone relates to the one that is read: `answered by "…", 17 September 2021`.
pub fn incoming(relation: Relation, dataset: &Dataset) -> String {
    let later = dataset.milestone(relation.to);
    let verb = match relation.kind {
        RelationKind::Follows => "followed by",
        RelationKind::RespondsTo => "answered by",
        RelationKind::Lifts => "lifted by",
        RelationKind::PartOf => "has as a part",
    };
    format!("{verb} \"{}\", {}", later.title(), later.date().words())
}

/// A source without its address: `The Paper, "…", 17 September 2021 (language: zh; mirror)`. English is not
/// worth a word: it is what the rest of the line is written in.
pub fn citation(source: &Source) -> String {
    let published = source.published.as_ref().map_or_else(|| "undated".to_owned(), Date::words);
    let text = format!("{}, \"{}\", {published}", source.publisher, source.title);
    let foreign = |lang: &&String| lang.as_str() != "en" && !lang.starts_with("en-");
    let lang = source.lang.as_ref().filter(foreign).map(|lang| format!("language: {lang}"));
    let remarks: Vec<String> = lang.into_iter().chain(source.note.clone()).collect();
    if remarks.is_empty() { text } else { format!("{text} ({})", remarks.join("; ")) }
}

/// What is disputed or open, under its own word; a note that says "Disputed" itself needs no other.
pub fn note(milestone: Milestone<'_>) -> Option<String> {
    let note = milestone.note()?;
    Some(if note.starts_with("Disputed") { note.to_owned() } else { format!("Note: {note}") })
}

/// The text with its first letter a capital: `about November 2013` at the start of a line.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
