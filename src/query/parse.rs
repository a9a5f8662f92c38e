//! Text → query, and what is wrong with the rest of it.

use std::fmt;
use std::ops::Range;

use super::bare;
use super::lexer::{self, Lexeme, Token};
use super::names::Called;
use super::{Field, Query, Term, TermValue, ValueMeaning};
use crate::dataset::{Dataset, Milestone};
use crate::date::{Date, Span, year_edtf};
use crate::text::{fold, halfwidth, nearest};

/// Of so many faults the first get advice: to look for the nearest of all names takes a while, and nobody reads more.
const ADVISED: usize = 100;

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryFault {
    /// A sentence that stands alone: lower case, no full stop, code in backticks.
    pub message: String,
    /// What to do: the nearest right spelling, or what values look like.
    pub help: Option<String>,
    /// The part that is wrong. Bytes of the text that was read.
    pub at: Range<usize>,
}

impl fmt::Display for QueryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for QueryFault {}

impl QueryFault {
    /// What is wrong and what to do, in one sentence.
    pub fn whole(&self) -> String {
        self.help.as_ref().map_or_else(|| self.message.clone(), |help| format!("{}; {help}", self.message))
    }

    fn new(at: &Range<usize>, message: String, help: impl Into<Option<String>>) -> Self {
        Self { message, help: help.into(), at: at.clone() }
    }
}

/// What was read: the terms that could be, and the faults of the others, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedQuery {
    /// Every term without a fault.
    pub query: Query,
    /// What is wrong with the other terms.
    pub faults: Vec<QueryFault>,
    /// Those of the terms that were written as nothing but a date, for whoever says how they were read.
    pub dates: Vec<Term>,
}

impl ParsedQuery {
    /// The query.
    ///
    /// # Errors
    ///
    /// Where anything is wrong with it: all that is.
    pub fn whole(self) -> Result<Query, Vec<QueryFault>> {
        if self.faults.is_empty() { Ok(self.query) } else { Err(self.faults) }
    }
}

impl Query {
    /// Reads a line of the query language. Never fails: what cannot be read is left out, and named among the
    /// faults.
    ///
    /// ```
    /// use wallchart::dataset::{EMBEDDED, load::load};
    /// use wallchart::query::{Query, Searcher};
    ///
    /// let dataset = load(EMBEDDED).dataset.ok_or("the shipped dataset is sound")?;
    /// let parsed = Query::parse("company:tencent -kind:litigation state:clsed", &dataset);
    ///
    /// // What could be read is there, and what could not is named with the nearest right word.
    /// assert_eq!(parsed.query.to_string(), "company:tencent -kind:litigation");
    /// assert_eq!(parsed.faults[0].whole(), "no state is called `clsed`; did you mean `closed`?");
    ///
    /// let matches = Searcher::new(&dataset).ids(&parsed.query, &dataset);
    /// assert!(matches.iter().all(|id| dataset.milestone(*id).kind().id != "litigation"));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn parse(text: &str, dataset: &Dataset) -> ParsedQuery {
        terms(text, |token, told| term(token, told, dataset))
    }

    /// Adds the term `field:values`, with commas between the values, and blanks within them where the shell left
    /// some.
    ///
    /// # Errors
    ///
    /// Where `values` are none of the field's: all that is wrong, with spans that count bytes of `values`. Nothing is added
    /// then.
    pub fn and(&mut self, field: Field, values: &str, dataset: &Dataset) -> Result<(), Vec<QueryFault>> {
        self.terms.push(values_of(field, values, dataset)?);
        Ok(())
    }
}

/// The query that the tokens of `text` are, each of them read by `term`, which is told how many faults there are so far.
pub(super) fn terms(
    text: &str,
    term: impl Fn(&Token, usize) -> Result<Term, Vec<QueryFault>>,
) -> ParsedQuery {
    let mut parsed = ParsedQuery::default();
    for token in lexer::tokens(text) {
        match term(&token, parsed.faults.len()) {
            Ok(term) => {
                parsed.dates.extend((token.key.is_none() && term.field.is_time()).then(|| term.clone()));
                parsed.query.terms.push(term);
            }
            Err(faults) => parsed.faults.extend(faults),
        }
    }
    parsed
}

/// The term `field:text`, where nothing but commas and quotes separates values.
fn values_of(field: Field, text: &str, dataset: &Dataset) -> Result<Term, Vec<QueryFault>> {
    let whole = Lexeme { text: text.trim().to_owned(), at: 0..text.len() };
    // `9 September 2021, 13:42` is one date, commas and all.
    let is_one = field.is_time() && span(&whole).is_ok();
    let values = if is_one { vec![whole] } else { lexer::values(text, field.is_time()) };
    term_of(false, field, &values, (0..text.len(), 0), dataset)
}

/// The term that `token` is, in a query in which `told` faults were found before it.
pub(super) fn term(token: &Token, told: usize, dataset: &Dataset) -> Result<Term, Vec<QueryFault>> {
    let field = match &token.key {
        None => field_of_bare(&token.values),
        Some(key) => Field::of_key(&key.text).ok_or_else(|| vec![unknown_key(key, token)])?,
    };
    let is_bare = |part: &Lexeme| part.at.is_empty();
    if token.key.is_none() && token.negated && token.values.iter().all(is_bare) {
        let help = "write `-word` or `-kind:litigation`".to_owned();
        return Err(vec![QueryFault::new(&token.at, "`-` leaves out what follows it".to_owned(), help)]);
    }
    if let (None, Some(help)) = (&token.key, compares(token)) {
        let help = format!("{help}, or put it in quotes to look for it as text");
        return Err(vec![QueryFault::new(&token.at, "a date is not compared".to_owned(), help)]);
    }
    term_of(token.negated, field, &token.values, (token.at.clone(), told), dataset)
}

/// What a term without a key asks about: time, where each of its values is written as a date and none in quotes.
fn field_of_bare(values: &[Lexeme]) -> Field {
    let is_date = |value: &Lexeme| !value.is_quoted() && bare::is_date(&value.text);
    let is_year = |value: &Lexeme| !value.text.contains(['-', '－']);
    if !values.iter().all(is_date) {
        Field::Text
    } else if values.iter().all(is_year) {
        Field::Year
    } else {
        Field::Date
    }
}

/// What to write instead of a comparison, if `token` is one.
fn compares(token: &Token) -> Option<String> {
    token.values.iter().filter(|value| !value.is_quoted()).find_map(|value| bare::compared(&value.text))
}

fn term_of(
    negated: bool,
    field: Field,
    parts: &[Lexeme],
    (at, told): (Range<usize>, usize),
    dataset: &Dataset,
) -> Result<Term, Vec<QueryFault>> {
    let mut values = Vec::new();
    let mut faults = Vec::new();
    let called = Called::new(field, dataset);
    for part in parts {
        match value(field, part, &called, dataset) {
            Ok(value) => values.push(value),
            // Of a term without a value there is nothing to underline but itself; of several, the gap.
            Err(fault) if fault.at.is_empty() && parts.len() == 1 => {
                faults.push(QueryFault { at: at.clone(), ..fault });
            }
            Err(fault) if fault.help.is_none() && told + faults.len() < ADVISED => {
                faults.push(QueryFault { help: Some(advice(field, &part.text, &called, dataset)), ..fault });
            }
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let term = Term { negated, field, values };
    if field == Field::Between { two_of(term, &at) } else { Ok(term) }
}

fn two_of(term: Term, at: &Range<usize>) -> Result<Term, Vec<QueryFault>> {
    let message = match term.values.as_slice() {
        [one, other] if one.meaning != other.meaning => return Ok(term),
        [_, _] => "`between:` names the same company twice".to_owned(),
        values => format!("`between:` takes two companies, not {}", values.len()),
    };
    let help = "write `between:a,b`, or `company:a,b` for milestones of either".to_owned();
    Err(vec![QueryFault::new(at, message, help)])
}

fn unknown_key(key: &Lexeme, token: &Token) -> QueryFault {
    let quoted = "or put the whole word in quotes to look for it as text";
    let keys = Field::KEYED.map(Field::key);
    let help = match nearest(&key.text, keys) {
        Some(near) => format!("did you mean `{near}:`? {quoted}"),
        None => format!("keys are {}; {quoted}", keys.map(|key| format!("`{key}:`")).join(", ")),
    };
    let message = match key.text.as_str() {
        "" => "a key is missing before `:`".to_owned(),
        key => format!("no key is called `{key}:`"),
    };
    // Of a key that is missing there is nothing to underline but its term.
    let at = if key.at.is_empty() { token.at.clone() } else { key.at.clone() };
    QueryFault::new(&at, message, help)
}

/// The value that `part` is; `called` is what those of `field` are. A fault of what has no such name is without [`advice`].
pub(super) fn value(
    field: Field,
    part: &Lexeme,
    called: &Called<'_>,
    dataset: &Dataset,
) -> Result<TermValue, QueryFault> {
    let text = &part.text;
    let meaning = match field {
        _ if text.is_empty() => return Err(empty(field, part)),
        Field::Text => match fold(text) {
            // An accent by itself.
            word if word.is_empty() => return Err(empty(field, part)),
            word => ValueMeaning::Text(word),
        },
        Field::Year | Field::Date => span(part)?,
        Field::Id | Field::Relates => match dataset.find(&fold(text)) {
            Some(milestone) => ValueMeaning::Entries(vec![milestone.place().index()]),
            None => return Err(unknown("milestone", part)),
        },
        _ => match called.named(text) {
            places if places.is_empty() => return Err(unknown(noun(field), part)),
            places => ValueMeaning::Entries(places),
        },
    };
    Ok(TermValue { text: text.clone(), meaning })
}

fn empty(field: Field, part: &Lexeme) -> QueryFault {
    let (message, help) = match field {
        Field::Text => ("a word is empty".to_owned(), "write a word, and one after each comma".to_owned()),
        field => {
            let key = field.key();
            let help = format!("write a value after `{key}:`, and one after each comma");
            (format!("`{key}:` has an empty value"), help)
        }
    };
    QueryFault::new(&part.at, message, help)
}

fn unknown(noun: &str, part: &Lexeme) -> QueryFault {
    QueryFault::new(&part.at, format!("no {noun} is called `{}`", part.text), None)
}

/// What a value of `field` is.
fn noun(field: Field) -> &'static str {
    match field {
        Field::Actor | Field::Affected | Field::Between => Field::Company.key(),
        Field::Is => "mark",
        field => field.key(),
    }
}

/// What to write instead of a name that nothing has.
fn advice(field: Field, text: &str, called: &Called<'_>, dataset: &Dataset) -> String {
    // What is no company may be a platform: that is no slip of spelling.
    const OTHERS: [Field; 6] =
        [Field::Company, Field::Platform, Field::Kind, Field::Tone, Field::Channel, Field::Barrier];
    if matches!(field, Field::Id | Field::Relates) {
        return advice_of_id(text, dataset);
    }
    let place_of = |other: &Field| !Called::new(*other, dataset).named(text).is_empty();
    let known = || called.entries().iter().flat_map(|entry| entry.names().chain([entry.id]));
    let left_out = text.strip_prefix(['-', '－']).filter(|rest| !called.named(rest).is_empty());
    if let Some(rest) = left_out {
        let key = if field == Field::Between { Field::Company } else { field }.key();
        format!("to leave it out, write `-{key}:{}` in the query", lexer::quoted(rest, false))
    } else if let Some(other) = OTHERS.into_iter().find(place_of) {
        format!("`{text}` is a {0}: write `{0}:{1}`", other.key(), lexer::quoted(text, false))
    } else if let Some(near) = nearest(text, known()) {
        format!("did you mean `{}`?", lexer::quoted(near, false))
    } else {
        match few(called.entries().iter().map(|entry| entry.id)) {
            known if known.is_empty() => "the dataset names none".to_owned(),
            known => format!("known are {known}"),
        }
    }
}

fn advice_of_id(text: &str, dataset: &Dataset) -> String {
    // Nothing is near to one letter or two, and there may be a million ids to ask.
    let is_long = text.chars().nth(2).is_some();
    let near = is_long.then(|| nearest(text, dataset.milestones().map(Milestone::id))).flatten();
    let help = near.map(|id| format!("did you mean `{id}`?"));
    help.unwrap_or_else(|| "`wallchart list | cat` prints the ids".to_owned())
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

fn span(part: &Lexeme) -> Result<ValueMeaning, QueryFault> {
    let ascii: String = part.text.chars().map(halfwidth).collect();
    let span = Span::parse(&ascii).map_err(|error| {
        let usual = "write a year (`2021`), a month (`2021-09`) or a range (`2019..2021`)";
        let help = error.hint.unwrap_or_else(|| usual.to_owned());
        QueryFault::new(&part.at, format!("`{}` is no date: {}", part.text, error.message), help)
    })?;
    // `2021~` and `202X` are no one year, though they begin and end with one.
    let date = Date::parse_plainly(&ascii).ok();
    let year = date.and_then(|date| date.year().filter(|year| year_edtf(*year) == date.as_written()));
    Ok(year.map_or(ValueMeaning::Span(span), ValueMeaning::Year))
}
