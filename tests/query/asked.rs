//! Random queries: what is asked, and one of the many ways to type it.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use wallchart::query::Field;

use super::reading::{ALL_STATES, MARKS, meant, names, table};
use super::world::{CONFIDENCES, World};

/// One term.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) negated: bool,
    pub(crate) what: What,
    manner: Manner,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    Words(Vec<&'static str>),
    Between(&'static str, &'static str),
    /// `company:`, `kind:` and all others with a table: values by any of their names.
    Entries(Field, Vec<&'static str>),
    /// `year:` or `date:`.
    Time(Field, Vec<&'static str>),
    /// A date without a key; a year is as good as with `year:`.
    Bare(Vec<&'static str>),
    /// `id:` and `relates:`, by the places of rows.
    Ids(Vec<usize>),
    Relates(Vec<usize>),
}

/// How it is typed. Nothing of it changes what it means.
#[derive(Clone, Copy, Debug)]
struct Manner {
    wide_punctuation: bool,
    wide_letters: bool,
    upper_case: bool,
    quotes: Option<(char, char)>,
}

const WORDS: [&str; 27] = [
    "no cafe",
    "tokyo",
    "Tōkyō",
    "gate",
    "shuts the",
    "the gates of tokyo",
    "微信",
    "屏蔽链",
    "，",
    "支付,",
    "cafe",
    "wechat",
    "strasse",
    "STRASSE",
    "-b",
    ": ",
    "\"quoted\"",
    "\\",
    "abcabd",
    "the twins",
    "顶点",
    "...",
    "no such word",
    // Text, in quotes or because it is no date.
    "2013",
    "201",
    "12:30",
    "year=2013",
];
const TIMES: [&str; 20] = [
    "2013",
    "2014",
    "2016",
    "1999",
    "2020",
    "2013..2014",
    "2014-06..2015",
    "..2013",
    "2016..",
    "2013-11",
    "2015-33",
    "2016-02-29",
    "2014~",
    "[2013-05-01,2016-03-04]",
    "2014/2015",
    "2016/..",
    "../2012",
    "201X",
    "-0043",
    "Y17E7",
];
/// Those of them that need no key.
const BARE: [&str; 9] =
    ["2013", "2014", "1999", "2013..2014", "2014-06..2015", "..2013", "2016..", "2013-11", "2016-02-29"];
const TABLED: [Field; 12] = [
    Field::Company,
    Field::Actor,
    Field::Affected,
    Field::Kind,
    Field::Tone,
    Field::Platform,
    Field::Channel,
    Field::Barrier,
    Field::Source,
    Field::Confidence,
    Field::State,
    Field::Is,
];

/// Some terms about `world`.
pub(crate) fn asked(world: &World, most: usize) -> impl Strategy<Value = Vec<Asked>> + use<> {
    let rows = world.rows.len();
    let places = prop::collection::vec(any::<Index>(), 1..3);
    let ids = (any::<bool>(), places).prop_map(move |(either_way, places)| {
        if rows == 0 {
            // No milestones, no ids.
            return What::Words(vec!["gate"]);
        }
        let places = places.iter().map(|place| place.index(rows)).collect();
        if either_way { What::Relates(places) } else { What::Ids(places) }
    });
    let words = prop::collection::vec(select(&WORDS[..]), 1..3).prop_map(What::Words);
    let times = (select(vec![Field::Year, Field::Date]), prop::collection::vec(select(&TIMES[..]), 1..3));
    let times = times.prop_map(|(field, values)| What::Time(field, values));
    // Years alone come often: they are what the facet ticks.
    let years =
        prop::collection::vec(select(&TIMES[..5]), 1..3).prop_map(|values| What::Time(Field::Year, values));
    let bare = prop::collection::vec(select(&BARE[..]), 1..3).prop_map(What::Bare);
    let what =
        prop_oneof![3 => words, 2 => times, 2 => years, 2 => bare, 2 => between(), 6 => entries(), 2 => ids];
    let term = (prop::bool::weighted(0.25), what, manner());
    prop::collection::vec(term.prop_map(|(negated, what, manner)| Asked { negated, what, manner }), 0..most)
}

fn entries() -> impl Strategy<Value = What> {
    select(&TABLED[..]).prop_flat_map(|field| {
        prop::collection::vec(select(spellings(field)), 1..4)
            .prop_map(move |values| What::Entries(field, values))
    })
}

fn between() -> impl Strategy<Value = What> {
    let company = || select(spellings(Field::Company));
    let differ = |(one, other): &(&str, &str)| meant(Field::Between, one) != meant(Field::Between, other);
    let pair = (company(), company()).prop_filter("two companies", differ);
    pair.prop_map(|(one, other)| What::Between(one, other))
}

/// Everything that a value of `field` may be called.
fn spellings(field: Field) -> Vec<&'static str> {
    match field {
        Field::Tone => vec!["closing", "opening", "trial", "rule", "neutral"],
        Field::Confidence => CONFIDENCES.to_vec(),
        Field::State => ALL_STATES.iter().copied().chain(["not there yet"]).collect(),
        Field::Is => MARKS.to_vec(),
        field => table(field).iter().flat_map(|entry| names(entry).chain([entry.id])).collect(),
    }
}

fn manner() -> impl Strategy<Value = Manner> {
    let quotes = prop::option::weighted(0.3, select(vec![('"', '"'), ('“', '”'), ('＂', '＂')]));
    let flag = || prop::bool::weighted(0.2);
    (flag(), flag(), flag(), quotes).prop_map(|(wide_punctuation, wide_letters, upper_case, quotes)| Manner {
        wide_punctuation,
        wide_letters,
        upper_case,
        quotes,
    })
}

/// `terms` as a line.
pub(crate) fn typed(terms: &[Asked], world: &World) -> String {
    let blank = |term: &Asked| if term.manner.wide_punctuation { "　" } else { " " };
    terms.iter().fold(String::new(), |line, term| line + &term.typed(world) + blank(term))
}

impl Asked {
    pub(crate) fn typed(&self, world: &World) -> String {
        let Manner { wide_punctuation, .. } = self.manner;
        let ids = |places: &[usize]| places.iter().map(|place| world.rows[*place].id.clone()).collect();
        let strings = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
        let (field, values): (Field, Vec<String>) = match &self.what {
            What::Words(words) => (Field::Text, strings(words)),
            What::Bare(dates) => return format!("{}{}", self.not(), self.manner.bare(dates)),
            What::Between(one, other) => (Field::Between, strings(&[*one, *other])),
            What::Entries(field, values) | What::Time(field, values) => (*field, strings(values)),
            What::Ids(places) => (Field::Id, ids(places)),
            What::Relates(places) => (Field::Relates, ids(places)),
        };
        let not = self.not();
        let colon = if field == Field::Text { "" } else { ["：", ":"][usize::from(!wide_punctuation)] };
        let values: Vec<String> = values.iter().map(|value| self.manner.value(value, field)).collect();
        let key = self.manner.spelled(field.key());
        format!("{not}{key}{colon}{}", values.join(if wide_punctuation { "，" } else { "," }))
    }
}

impl Asked {
    fn not(&self) -> &'static str {
        match (self.negated, self.manner.wide_punctuation) {
            (false, _) => "",
            (true, false) => "-",
            (true, true) => "－",
        }
    }
}

impl Manner {
    /// In quotes it would be text.
    fn bare(self, dates: &[&str]) -> String {
        let spelled = |date: &&str| Self { quotes: None, ..self }.value(date, Field::Date);
        let dates: Vec<String> = dates.iter().map(spelled).collect();
        dates.join(if self.wide_punctuation { "，" } else { "," })
    }

    fn spelled(self, text: &str) -> String {
        let widened = |c: char| match c {
            '!'..='~' if c.is_ascii_alphanumeric() && self.wide_letters => {
                char::from_u32(u32::from(c) + 0xFEE0).expect("a wide twin")
            }
            c => c,
        };
        // `Straße` in capitals has two letters more; that is tested by itself.
        let text = if self.upper_case { text.to_ascii_uppercase() } else { text.to_owned() };
        text.chars().map(widened).collect()
    }

    fn value(self, text: &str, field: Field) -> String {
        // The letters of a date are its own.
        let spelled = match field {
            Field::Year | Field::Date => Self { upper_case: false, ..self }.spelled(text),
            _ => self.spelled(text),
        };
        let splits = |c: char| c.is_whitespace() || "\"“”＂,，".contains(c);
        let is_set = matches!(field, Field::Year | Field::Date) && spelled.starts_with('[');
        let is_number = spelled.chars().all(char::is_numeric);
        let looks_like_more = field == Field::Text && (spelled.contains([':', '：', '-', '=']) || is_number);
        let must = spelled.contains(splits) && !is_set || looks_like_more;
        match self.quotes.or(must.then_some(('"', '"'))) {
            None => spelled,
            Some((open, close)) => {
                let escaped = spelled.chars().fold(String::new(), |text, c| match c {
                    '"' | '“' | '”' | '＂' | '\\' => format!("{text}\\{c}"),
                    c => format!("{text}{c}"),
                });
                format!("{open}{escaped}{close}")
            }
        }
    }
}
