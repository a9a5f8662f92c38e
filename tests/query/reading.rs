//! What DESIGN.md says that a query means, read word by word: row by row, term by term, with no index.

use chrono::NaiveDate;
use wallchart::date::{Date, Span};
use wallchart::query::{FacetValue, Field};

use super::asked::{Asked, What};
use super::world::{
    BARRIERS, BEFORE, CHANNELS, COMPANIES, CONFIDENCES, Entry, KINDS, PLATFORMS, Row, SOURCES, TONES, World,
};

/// Text in which case, accents and width do not matter: those of the letters that are used here.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            'é' | 'É' => plain.push('e'),
            'ï' | 'Ï' => plain.push('i'),
            'ó' | 'Ó' | 'ō' | 'Ō' => plain.push('o'),
            'ß' => plain.push_str("ss"),
            '…' => plain.push_str("..."),
            '\u{FF01}'..='\u{FF5E}' => {
                let twin = char::from_u32(u32::from(c) - 0xFEE0).expect("ASCII");
                plain.push(twin.to_ascii_lowercase());
            }
            c if c.is_whitespace() && plain.ends_with(' ') => {}
            c if c.is_whitespace() => plain.push(' '),
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain
}

/// The table that a field's values are looked up in.
pub(crate) fn table(field: Field) -> &'static [Entry] {
    match field {
        Field::Company | Field::Actor | Field::Affected | Field::Between => &COMPANIES,
        Field::Platform => &PLATFORMS,
        Field::Kind => &KINDS,
        Field::Channel => &CHANNELS,
        Field::Barrier => &BARRIERS,
        Field::Source => &SOURCES,
        _ => &[],
    }
}

/// What a barrier may be in the end, and what a milestone may be marked as.
pub(crate) const ALL_STATES: [&str; 7] = ["none", "unknown", "closed", "limited", "trial", "open", "gone"];
pub(crate) const MARKS: [&str; 3] = ["landmark", "disputed", "sourced"];

/// "An id, a name or an alias, in either language (a name that several carry means any of them)": an id is only
/// ever the one whose id it is.
pub(crate) fn meant(field: Field, value: &str) -> Vec<usize> {
    let value = plain(value);
    let words: &[&str] = match field {
        Field::Tone => &["closing", "opening", "trial", "rule", "neutral"],
        Field::Confidence => &CONFIDENCES,
        Field::State if value == "not there yet" => return vec![0],
        Field::State => &ALL_STATES,
        Field::Is => &MARKS,
        _ => &[],
    };
    let table = table(field);
    let ids = words.iter().copied().chain(table.iter().map(|entry| entry.id));
    let id = ids.into_iter().position(|id| id == value);
    let called = |entry: &Entry| names(entry).any(|name| plain(name) == value);
    match id {
        Some(place) => vec![place],
        None => (0..table.len()).filter(|place| called(&table[*place])).collect(),
    }
}

pub(crate) fn names(entry: &Entry) -> impl Iterator<Item = &'static str> {
    [Some(entry.name), entry.name_zh].into_iter().flatten().chain(entry.aliases.iter().copied())
}

/// Whether a row matches all of `terms`.
pub(crate) fn matches(world: &World, row: &Row, terms: &[&Asked]) -> bool {
    terms.iter().all(|term| holds(world, row, &term.what) != term.negated)
}

fn holds(world: &World, row: &Row, what: &What) -> bool {
    match what {
        What::Words(words) => words.iter().any(|word| says(row, &plain(word))),
        // Both of two different companies, whatever of several a name means.
        What::Between(one, other) => {
            let (one, other) = (meant(Field::Between, one), meant(Field::Between, other));
            let is_in = |company: &usize| has(world, row, Field::Company, *company);
            let pairs = one.iter().flat_map(|one| other.iter().map(move |other| (one, other)));
            pairs.into_iter().any(|(one, other)| one != other && is_in(one) && is_in(other))
        }
        What::Entries(field, values) => {
            values.iter().flat_map(|value| meant(*field, value)).any(|place| has(world, row, *field, place))
        }
        What::Bare(values) | What::Time(_, values) => values.iter().any(|value| {
            let span = Span::parse(value).expect("a span");
            Date::parse(row.date).expect("EDTF").touches(&span)
        }),
        What::Ids(places) => places.iter().any(|place| world.rows[*place].id == row.id),
        What::Relates(places) => places.iter().any(|place| {
            let linked = |from: &Row, to: &Row| from.relations.iter().any(|at| world.rows[*at].id == to.id);
            linked(row, &world.rows[*place]) || linked(&world.rows[*place], row)
        }),
    }
}

fn has(world: &World, row: &Row, field: Field, place: usize) -> bool {
    match field {
        Field::Company => row.actors.contains(&place) || row.affected.contains(&place),
        Field::Actor => row.actors.contains(&place),
        Field::Affected => row.affected.contains(&place),
        Field::Platform => row.platforms.contains(&place),
        Field::Kind => row.kind == place,
        // By the place of the word among the tones.
        Field::Tone => meant(Field::Tone, TONES[row.kind]) == [place],
        Field::Channel => row.channels.contains(&place),
        Field::Barrier => row.barriers.contains(&place),
        Field::Source => row.sources.contains(&place),
        Field::Confidence => row.confidence == place,
        Field::State => row.barriers.iter().any(|barrier| stands(world, *barrier) == ALL_STATES[place]),
        Field::Is => [row.landmark.is_some(), row.is_disputed, !row.sources.is_empty()][place],
        other => panic!("{other:?} has no table"),
    }
}

/// How a barrier stands at the end of the span: what the last of its effects brought about that had certainly happened by
/// then, in date order, and in file order among those of the same days.
fn stands(world: &World, barrier: usize) -> &'static str {
    let date = |row: &Row| Date::parse(row.date).expect("EDTF");
    let mut movers: Vec<&Row> = world.rows.iter().filter(|row| row.barriers.contains(&barrier)).collect();
    movers.sort_by(|one, other| date(one).chronological(&date(other)));
    let end = end(world);
    let is_over = |row: &&&Row| {
        let last = date(row).span().clamped().1;
        last <= end && last != NaiveDate::MAX
    };
    movers.iter().rfind(is_over).map_or(BEFORE[barrier].0, |row| row.state)
}

/// The last day of the span, stated or covered; where it is open, that by which the last effect on any barrier had happened.
fn end(world: &World) -> NaiveDate {
    let span = match world.span {
        Some(span) => Some(Span::parse(span).expect("a span")),
        None => Span::covering(world.rows.iter().map(|row| Date::parse(row.date).expect("EDTF").span())),
    };
    let settled = |row: &Row| match Date::parse(row.date).expect("EDTF").span().clamped() {
        (from, NaiveDate::MAX) => from,
        (_, to) => to,
    };
    let movers = world.rows.iter().filter(|row| !row.barriers.is_empty());
    span.and_then(|span| span.to()).or_else(|| movers.map(settled).max()).unwrap_or_default()
}

/// "Anywhere inside titles, summaries, notes and ids, and the names and aliases of its parties, platforms, kind,
/// channels and barriers, both languages."
fn says(row: &Row, word: &str) -> bool {
    let own = [
        Some(row.title),
        row.title_zh,
        Some(row.summary),
        row.summary_zh,
        row.note,
        row.landmark,
        Some(&row.id),
    ];
    let notes = row.barriers.iter().filter_map(|barrier| BEFORE[*barrier].1);
    let entries = [
        (Field::Company, &row.actors),
        (Field::Company, &row.affected),
        (Field::Platform, &row.platforms),
        (Field::Kind, &vec![row.kind]),
        (Field::Channel, &row.channels),
        (Field::Barrier, &row.barriers),
    ];
    let names = entries
        .into_iter()
        .flat_map(|(field, places)| places.iter().flat_map(move |place| names(&table(field)[*place])));
    own.into_iter().flatten().any(|text| plain(text).contains(word))
        || names.into_iter().chain(notes).any(|name| plain(name).contains(word))
}

/// Whether a row has a facet's value.
pub(crate) fn ticked(world: &World, row: &Row, tick: FacetValue, id: &str) -> bool {
    match tick {
        FacetValue::Year(year) => Date::parse(row.date).expect("EDTF").touches(&Span::year(year)),
        FacetValue::Entry(field, _) => {
            meant(field, id).into_iter().any(|place| has(world, row, field, place))
        }
    }
}

/// Whether `term` is one that the facet can show: of its field, and of nothing but values that it could list. Ranges
/// and parts of years it cannot.
pub(crate) fn is_own(term: &Asked, facet: Field) -> bool {
    let is_year =
        |value: &&'static str| value.parse::<i32>().is_ok_and(|_| value.trim_start_matches('-').len() == 4);
    match &term.what {
        What::Entries(field, _) => *field == facet,
        What::Time(field, values) => *field == facet && values.iter().all(is_year),
        What::Bare(values) => facet == Field::Year && values.iter().all(is_year),
        _ => false,
    }
}
