//! The values of a term: text → what it means in a dataset, or what is wrong with it.

use std::fmt;

use super::{Field, Meaning, Term, Value};
use crate::dataset::{CompanyId, Dataset, KindId};
use crate::date::{Date, Span, year_edtf};
use crate::text::nearest;

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// A sentence that stands alone: lower case, no full stop, code in backticks.
    pub message: String,
    /// What to do: the nearest right spelling, or what values look like.
    pub help: Option<String>,
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for QueryError {}

/// The term `field:values`. Commas separate, quotes keep a comma inside; the full-width comma and quotes that
/// a Chinese input method types count as their ASCII twins.
pub(super) fn term(field: Field, values: &str, dataset: &Dataset) -> Result<Term, QueryError> {
    let values = split(values)
        .into_iter()
        .map(|text| Ok(Value { meaning: meaning(field, &text, dataset)?, text }))
        .collect::<Result<Vec<_>, QueryError>>()?;
    Ok(Term { field, values })
}

fn split(values: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut quoted = false;
    for c in values.chars() {
        match c {
            '"' | '＂' | '“' | '”' => quoted = !quoted,
            ',' | '，' if !quoted => parts.push(std::mem::take(&mut part)),
            c => part.push(c),
        }
    }
    parts.push(part);
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

fn meaning(field: Field, text: &str, dataset: &Dataset) -> Result<Meaning, QueryError> {
    if text.is_empty() {
        let key = field.key();
        return Err(QueryError {
            message: format!("`{key}:` has an empty value"),
            help: Some(format!("write a value after `{key}:`, and one after each comma")),
        });
    }
    match field {
        Field::Company => {
            let named = dataset.companies().iter().map(|company| Named {
                id: &company.id,
                names: [Some(company.name.as_str()), company.name_zh.as_deref()],
                aliases: &company.aliases,
            });
            named_any(field, text, named)
                .map(|found| Meaning::Companies(found.into_iter().map(CompanyId::new).collect()))
        }
        Field::Kind => {
            let named = dataset.kinds().iter().map(|kind| Named {
                id: &kind.id,
                names: [Some(kind.name.as_str()), kind.name_zh.as_deref()],
                aliases: &kind.aliases,
            });
            named_any(field, text, named)
                .map(|found| Meaning::Kinds(found.into_iter().map(KindId::new).collect()))
        }
        Field::Year => span(text),
    }
}

struct Named<'a> {
    id: &'a str,
    names: [Option<&'a str>; 2],
    aliases: &'a [String],
}

impl<'a> Named<'a> {
    fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.names.into_iter().flatten().chain(self.aliases.iter().map(String::as_str))
    }
}

/// The places in their table of those that `text` names: the one with that id, else all with that name.
fn named_any<'a>(
    field: Field,
    text: &str,
    table: impl Iterator<Item = Named<'a>> + Clone,
) -> Result<Vec<usize>, QueryError> {
    let wanted = text.to_lowercase();
    if let Some(place) = table.clone().position(|named| named.id == wanted) {
        return Ok(vec![place]);
    }
    let is_named = |named: &Named<'_>| named.names().any(|name| name.to_lowercase() == wanted);
    let places: Vec<usize> =
        table.clone().enumerate().filter(|(_, named)| is_named(named)).map(|(place, _)| place).collect();
    if !places.is_empty() {
        return Ok(places);
    }
    let known = table.clone().flat_map(|named| named.names().chain([named.id]).collect::<Vec<_>>());
    let key = field.key();
    Err(QueryError {
        message: format!("no {key} is called `{text}`"),
        help: Some(match nearest(text, known) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("known are {}", few(table.map(|named| named.id))),
        }),
    })
}

/// The first of a list, and how many more there are.
fn few<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    const FEW: usize = 12;
    let ids: Vec<&str> = ids.collect();
    let shown = ids.iter().take(FEW).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    match ids.len().saturating_sub(FEW) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

fn span(text: &str) -> Result<Meaning, QueryError> {
    let ascii: String = text.chars().map(ascii_twin).collect();
    let span = Span::parse(&ascii).map_err(|error| QueryError {
        message: format!("`{text}` is no date: {}", error.message),
        help: error.hint.or_else(|| {
            Some("write a year (`2021`), a month (`2021-09`) or a range (`2019..2021`)".to_owned())
        }),
    })?;
    // `2021~` and `202X` are no one year, though they begin and end with one.
    let year = Date::parse(&ascii).ok().and_then(|date| date.year()).filter(|year| year_edtf(*year) == ascii);
    Ok(year.map_or(Meaning::Span(span), Meaning::Year))
}

/// The ASCII character that a full-width one (U+FF01 to U+FF5E) stands for.
fn ascii_twin(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}
