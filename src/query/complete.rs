//! What a half-typed query may go on with: keys, and values with the number of milestones that would then match.

use std::cmp::Reverse;
use std::ops::Range;

use roaring::RoaringBitmap;

use super::lexer::{self, Lexeme, Token};
use super::names::{Called, Named, table};
use super::sets::size;
use super::{FacetValue, Field, Query, Searcher, Term, TermValue, ValueMeaning, parse};
use crate::dataset::{Dataset, Milestone, MilestoneId};
use crate::date::Span;
use crate::text::{fold, halfwidth};

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces. Bytes of the line.
    pub at: Range<usize>,
    /// What stands there then.
    pub text: String,
    /// What it means: a key's help, a value's name.
    pub about: String,
    /// How many milestones match then; `None` for a key. The first of two companies is counted by itself.
    pub count: Option<usize>,
}

/// More would not be looked through.
const MOST: usize = 50;

/// Ways to go on at byte `cursor` of `line`, the likeliest first.
pub fn completions(line: &str, cursor: usize, searcher: &mut Searcher, dataset: &Dataset) -> Vec<Completion> {
    let tokens = lexer::tokens(line);
    let Some(token) = tokens.iter().find(|token| token.at.start <= cursor && cursor <= token.at.end) else {
        return keys("", &(cursor..cursor));
    };
    let Some(part) = token.values.iter().find(|part| part.at.start <= cursor && cursor <= part.at.end) else {
        // In the key of a term, which ends where its values begin; or before the `-`.
        let key = token.key.as_ref().filter(|key| key.at.start <= cursor).zip(token.values.first());
        return key.map_or_else(Vec::new, |(key, value)| keys(&key.text, &(key.at.start..value.at.start)));
    };
    let mut found = match &token.key {
        Some(key) => match Field::of_key(&key.text) {
            Some(field) => Typing::new(line, token, part, field, searcher, dataset).values(field),
            None => Vec::new(),
        },
        // A key has no place among several words.
        None if token.values.len() > 1 => Vec::new(),
        None => {
            let mut found = keys(&part.text, &part.at);
            if !part.text.is_empty() {
                found.extend(Typing::new(line, token, part, Field::Text, searcher, dataset).anything());
            }
            found
        }
    };
    found.truncate(MOST);
    found
}

fn keys(begun: &str, at: &Range<usize>) -> Vec<Completion> {
    let begun: String = begun.chars().map(|c| halfwidth(c).to_ascii_lowercase()).collect();
    let fits = Field::KEYED.into_iter().filter(|field| field.key().starts_with(&begun));
    let key = |field: Field| Completion {
        at: at.clone(),
        text: format!("{}:", field.key()),
        about: field.help().to_owned(),
        count: None,
    };
    fits.map(key).collect()
}

/// A value that is being typed, and what stands around it.
struct Typing<'a> {
    part: &'a Lexeme,
    /// Its term, with the other values alone.
    term: Term,
    /// What matches all other terms.
    under: RoaringBitmap,
    searcher: &'a mut Searcher,
    dataset: &'a Dataset,
}

impl<'a> Typing<'a> {
    fn new(
        line: &str,
        token: &Token,
        part: &'a Lexeme,
        field: Field,
        searcher: &'a mut Searcher,
        dataset: &'a Dataset,
    ) -> Self {
        let mut rest = Query::default();
        for others in [line.get(..token.at.start), line.get(token.at.end..)] {
            rest.extend(Query::parse(others.unwrap_or_default(), dataset).query);
        }
        let called = Called::new(field, dataset);
        let others = token.values.iter().filter(|other| other.at != part.at);
        let values = others.filter_map(|other| parse::value(field, other, &called, dataset).ok()).collect();
        let term = Term { negated: token.negated, field, values };
        Self { part, term, under: searcher.all_of(&rest, dataset), searcher, dataset }
    }

    /// Values of `field` that begin like what is typed.
    fn values(&mut self, field: Field) -> Vec<Completion> {
        match field {
            // There is no third one.
            Field::Between if self.term.values.len() > 1 => Vec::new(),
            Field::Id | Field::Relates => self.ids(field),
            Field::Year | Field::Date => {
                let begun: String = self.part.text.chars().map(halfwidth).collect();
                let years = self.searcher.index().values(Field::Year).to_vec();
                let fits = years.into_iter().filter(|year| year.id(self.dataset).starts_with(&begun));
                let fits: Vec<FacetValue> = fits.take(MOST).collect();
                fits.into_iter()
                    .map(|year| self.way(field, year.value(self.dataset), String::new()))
                    .collect()
            }
            _ => self.entries(field),
        }
    }

    /// Values of every field that begin like a word that has no key yet.
    fn anything(&mut self) -> Vec<Completion> {
        const OFFERED: [Field; 5] =
            [Field::Company, Field::Platform, Field::Kind, Field::Channel, Field::Barrier];
        let mut found = Vec::new();
        for field in OFFERED {
            let keyed = |way: Completion| Completion { text: format!("{}:{}", field.key(), way.text), ..way };
            found.extend(self.entries(field).into_iter().map(keyed));
        }
        found.extend(self.time());
        found
    }

    /// A year or a range, of which nobody said that it is one.
    fn time(&mut self) -> Option<Completion> {
        let ascii: String = self.part.text.chars().map(halfwidth).collect();
        let span = Span::parse(&ascii).ok()?;
        let way = self.way(
            Field::Year,
            TermValue { text: ascii, meaning: ValueMeaning::Span(span) },
            String::new(),
        );
        Some(Completion { text: format!("{}:{}", Field::Year.key(), way.text), ..way })
    }

    fn entries(&mut self, field: Field) -> Vec<Completion> {
        let wanted = fold(&self.part.text);
        let table = table(field, self.dataset);
        let is_typed =
            |place: &usize| self.term.values.iter().any(|other| other.meaning.entries().contains(place));
        let mut found: Vec<(bool, Completion)> = Vec::new();
        let untyped: Vec<usize> = (0..table.len()).filter(|place| !is_typed(place)).collect();
        for place in untyped {
            let entry = &table[place];
            let Some(name) = called(entry, &wanted) else { continue };
            let is_known = name == entry.id || name == entry.name();
            // A name that is shown nowhere else says why this is offered.
            let about = if is_known { entry.name().to_owned() } else { format!("{} ({name})", entry.name()) };
            let begins = entry.id.starts_with(&wanted) || fold(entry.name()).starts_with(&wanted);
            let value = FacetValue::Entry(field, place).value(self.dataset);
            found.push((begins, self.way(field, value, about)));
        }
        // What begins so comes first, then what is in most milestones: left out, it leaves the fewest.
        let negated = self.term.negated;
        found.sort_by_key(|(begins, way)| (!begins, Reverse(way.count.filter(|_| !negated)), way.count));
        found.into_iter().map(|(_, way)| way).collect()
    }

    /// Milestones by their ids.
    fn ids(&mut self, field: Field) -> Vec<Completion> {
        let dataset = self.dataset;
        let wanted = fold(&self.part.text);
        // An id is part of the text that is searched.
        let candidates = self.searcher.holding(&wanted, self.dataset);
        let milestones = candidates.iter().map(|id| dataset.milestone(MilestoneId::new(id as usize)));
        let begins = |milestone: &Milestone<'_>| milestone.id().starts_with(&wanted);
        let holds = |milestone: &Milestone<'_>| milestone.id().contains(&wanted) && !begins(milestone);
        let fits = milestones.clone().filter(begins).chain(milestones.filter(holds)).take(MOST);
        let way = |milestone: Milestone<'_>| {
            let meaning = ValueMeaning::Entries(vec![milestone.place().index()]);
            let value = TermValue { text: milestone.id().to_owned(), meaning };
            self.way(field, value, milestone.title().to_owned())
        };
        fits.map(way).collect()
    }

    /// The way to go on with `value`.
    fn way(&mut self, field: Field, value: TermValue, about: String) -> Completion {
        let text = lexer::quoted(&value.text, false);
        let mut term = Term { field, ..self.term.clone() };
        term.values.push(value);
        let set = self.searcher.set(&term, self.dataset);
        let both = self.under.intersection_len(&set);
        let count = if term.negated { self.under.len() - both } else { both };
        Completion { at: self.part.at.clone(), text, about, count: Some(size(count)) }
    }
}

/// The id or name of which a word begins with `wanted`, if there is one. Chinese has no blanks: there any place will
/// do.
fn called<'a>(entry: &Named<'a>, wanted: &str) -> Option<&'a str> {
    let begins = |name: &str| {
        let name = fold(name);
        let at_word = |(at, _): (usize, &str)| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_ascii_alphanumeric())
        };
        wanted.is_empty() || name.match_indices(wanted).any(at_word)
    };
    std::iter::once(entry.id).chain(entry.names()).find(|name| begins(name))
}
