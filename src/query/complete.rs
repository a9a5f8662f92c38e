//! What a half-typed query may go on with: keys, and values with the number of milestones that each would give.

use std::ops::Range;

use super::lexer::{self, Part, Token};
use super::names::{Named, table};
use super::{Field, Query, Searcher, Tick};
use crate::dataset::{Dataset, Milestone};
use crate::text::loosen;

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces. Bytes of the line.
    pub at: Range<usize>,
    /// What stands there then.
    pub text: String,
    /// What it means: a key's help, a value's name.
    pub about: String,
    /// How many milestones it would give beside all that is typed elsewhere; `None` for a key.
    pub count: Option<usize>,
}

/// More would not be looked through.
const MOST: usize = 50;

/// Ways to go on at byte `cursor` of `line`, the likeliest first.
pub fn completions(line: &str, cursor: usize, searcher: &mut Searcher, dataset: &Dataset) -> Vec<Completion> {
    let tokens = lexer::tokens(line);
    let Some(token) = tokens.iter().find(|token| token.at.start <= cursor && cursor <= token.at.end) else {
        return keys("", cursor..cursor).collect();
    };
    let Some(part) = token.values.iter().find(|part| part.at.start <= cursor && cursor <= part.at.end) else {
        // In the key of a term.
        let Some(key) = &token.key else { return Vec::new() };
        return keys(&key.text, key.at.start..key.at.end + ":".len()).collect();
    };
    let rest = rest(line, token, dataset);
    let mut found = match &token.key {
        Some(key) => match Field::of_key(&key.text) {
            Some(field) => values(field, part, token, rest, searcher, dataset),
            None => Vec::new(),
        },
        None => {
            let mut found: Vec<Completion> = keys(&part.text, part.at.clone()).collect();
            if !part.text.is_empty() {
                found.extend(anything(part, &rest, searcher, dataset));
            }
            found
        }
    };
    found.truncate(MOST);
    found
}

/// The query without the term that is being typed.
fn rest(line: &str, token: &Token, dataset: &Dataset) -> Query {
    let (before, after) = (line.get(..token.at.start), line.get(token.at.end..));
    let mut query = Query::parse(before.unwrap_or_default(), dataset).query;
    query.extend(Query::parse(after.unwrap_or_default(), dataset).query);
    query
}

fn keys(begun: &str, at: Range<usize>) -> impl Iterator<Item = Completion> {
    let begun = begun.to_ascii_lowercase();
    let fits = Field::KEYED.into_iter().filter(move |field| field.key().starts_with(&begun));
    fits.map(move |field| Completion {
        at: at.clone(),
        text: format!("{}:", field.key()),
        about: field.help().to_owned(),
        count: None,
    })
}

/// Values of `field` that begin like `part`.
fn values(
    field: Field,
    part: &Part,
    token: &Token,
    mut rest: Query,
    searcher: &mut Searcher,
    dataset: &Dataset,
) -> Vec<Completion> {
    if field == Field::Between {
        // Of two companies the second is counted beside the first.
        for other in token.values.iter().filter(|other| other.at != part.at && !other.text.is_empty()) {
            let _ = rest.and(Field::Company, &lexer::quoted(&other.text, false), dataset);
        }
    }
    match field {
        Field::Id | Field::Relates => return ids(part, dataset),
        Field::Year | Field::Date => {
            let years = searcher.index().values(Field::Year).to_vec();
            let begun = |tick: &Tick| tick.id(dataset).starts_with(&part.text);
            let years: Vec<Tick> = years.into_iter().filter(begun).collect();
            let counts = searcher.counts(&rest, years.iter().copied(), dataset);
            let year =
                |(tick, count): (&Tick, usize)| completion(part, "", tick.id(dataset), String::new(), count);
            return years.iter().zip(counts).map(year).collect();
        }
        _ => {}
    }
    entries(field, part, "", &rest, searcher, dataset)
}

/// Values of every field that begin like a word that has no key yet.
fn anything(part: &Part, rest: &Query, searcher: &mut Searcher, dataset: &Dataset) -> Vec<Completion> {
    const OFFERED: [Field; 5] =
        [Field::Company, Field::Platform, Field::Kind, Field::Channel, Field::Barrier];
    let of = |field: Field| entries(field, part, &format!("{}:", field.key()), rest, searcher, dataset);
    OFFERED.into_iter().flat_map(of).collect()
}

fn entries(
    field: Field,
    part: &Part,
    key: &str,
    rest: &Query,
    searcher: &mut Searcher,
    dataset: &Dataset,
) -> Vec<Completion> {
    let wanted = loosen(&part.text);
    let table = table(field, dataset);
    let fit: Vec<usize> = (0..table.len()).filter(|place| begins(&table[*place], &wanted)).collect();
    let ticks = fit.iter().map(|place| Tick::Entry(field, *place));
    let counts = searcher.counts(rest, ticks, dataset);
    let mut found: Vec<(usize, usize)> = fit.into_iter().zip(counts).collect();
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let entry = |(place, count): (usize, usize)| {
        let entry = &table[place];
        completion(part, key, entry.id.to_owned(), entry.name().to_owned(), count)
    };
    found.into_iter().map(entry).collect()
}

fn completion(part: &Part, key: &str, id: String, about: String, count: usize) -> Completion {
    let text = format!("{key}{}", lexer::quoted(&id, false));
    Completion { at: part.at.clone(), text, about, count: Some(count) }
}

/// Whether the id, or a word of a name, begins with `wanted`. Chinese has no blanks: there any place will do.
fn begins(entry: &Named<'_>, wanted: &str) -> bool {
    let begins = |name: &str| {
        let name = loosen(name);
        let at_word = |(at, _): (usize, &str)| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_ascii_alphanumeric())
        };
        wanted.is_empty() || name.match_indices(wanted).any(at_word)
    };
    begins(entry.id) || entry.names().any(begins)
}

/// Milestones by their ids.
fn ids(part: &Part, dataset: &Dataset) -> Vec<Completion> {
    let fits = |milestone: &Milestone<'_>| milestone.id().contains(&part.text);
    let one = |milestone: Milestone<'_>| {
        completion(part, "", milestone.id().to_owned(), milestone.title().to_owned(), 1)
    };
    dataset.milestones().filter(fits).take(MOST).map(one).collect()
}
