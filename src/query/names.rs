//! What the values of a field are called: ids, names and aliases, whatever table they stand in.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

use super::Field;
use super::mark::MilestoneMark;
use crate::dataset::{Barrier, BarrierId, BarrierState, Company, Confidence, Dataset, Lang, Source, Tone};
use crate::text::fold;
use crate::words::en;

/// Fields whose names count as text of the milestones that have them.
pub(super) const NAMED: [Field; 5] =
    [Field::Company, Field::Platform, Field::Kind, Field::Channel, Field::Barrier];

/// One entry of a field's table.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    pub(super) id: &'a str,
    /// The name, its Chinese one, and what is written of either where there is little room.
    names: [Option<&'a str>; 4],
    aliases: &'a [String],
    /// What is said of it, in either language: a word in it finds what a word in its name does.
    notes: [Option<&'a str>; 2],
}

impl<'a> Named<'a> {
    /// Its names and aliases.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.names.into_iter().flatten().chain(self.aliases.iter().map(String::as_str))
    }

    /// What is said of it.
    pub(super) fn notes(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.notes.into_iter().flatten()
    }

    /// The name that a reader sees first.
    pub(super) fn name(&self) -> &'a str {
        self.names[0].unwrap_or(self.id)
    }

    /// What a reader of `lang` sees.
    pub(super) fn name_in(&self, lang: Lang) -> Cow<'a, str> {
        lang.of(self.name(), self.names[1])
    }

    fn source(source: &'a Source) -> Self {
        let names = [Some(source.publisher.as_str()), source.publisher_zh.as_deref(), None, None];
        Self { id: &source.id, names, aliases: &[], notes: [None; 2] }
    }

    fn word(id: &'a str) -> Self {
        Self { id, names: [None; 4], aliases: &[], notes: [None; 2] }
    }

    fn state(state: BarrierState) -> Self {
        Self { names: [Some(state.words(&en::WORDS)), None, None, None], ..Self::word(state.as_str()) }
    }

    /// The same, with what it is called where there is little room.
    fn short(self, [short, short_zh]: [Option<&'a str>; 2]) -> Self {
        let [name, name_zh, ..] = self.names;
        Self { names: [name, name_zh, short, short_zh], ..self }
    }

    fn company(company: &'a Company) -> Self {
        named(&company.id, &company.name, company.name_zh.as_deref(), &company.aliases)
            .short([company.short.as_deref(), company.short_zh.as_deref()])
    }

    fn barrier(barrier: &'a Barrier) -> Self {
        let named = named(&barrier.id, &barrier.name, barrier.name_zh.as_deref(), &barrier.aliases)
            .short([barrier.short.as_deref(), barrier.short_zh.as_deref()]);
        Self { notes: [barrier.note.as_deref(), barrier.note_zh.as_deref()], ..named }
    }
}

fn named<'a>(id: &'a str, name: &'a str, name_zh: Option<&'a str>, aliases: &'a [String]) -> Named<'a> {
    Named { id, names: [Some(name), name_zh, None, None], aliases, notes: [None; 2] }
}

macro_rules! named {
    ($entries:expr, $place:expr) => {{
        let entry = $entries.get($place)?;
        named(&entry.id, &entry.name, entry.name_zh.as_deref(), &entry.aliases)
    }};
}

/// The entry at `place` in the table that values of `field` name; none for text, dates and milestones, whose ids are
/// looked up one by one.
pub(super) fn entry(field: Field, place: usize, dataset: &Dataset) -> Option<Named<'_>> {
    Some(match field {
        Field::Company | Field::Actor | Field::Affected | Field::Between => {
            Named::company(dataset.companies().get(place)?)
        }
        Field::Kind => named!(dataset.kinds(), place),
        Field::Platform => named!(dataset.platforms(), place),
        Field::Channel => named!(dataset.channels(), place),
        Field::Barrier => Named::barrier(dataset.barriers().get(place)?),
        Field::State => Named::state(*BarrierState::ALL.get(place)?),
        Field::Is => Named::word(MilestoneMark::ALL.get(place)?.as_str()),
        Field::Source => Named::source(dataset.sources().get(place)?),
        Field::Tone => Named::word(Tone::ALL.get(place)?.as_str()),
        Field::Confidence => Named::word(Confidence::ALL.get(place)?.as_str()),
        Field::Text | Field::Year | Field::Date | Field::Id | Field::Relates => return None,
    })
}

/// All of a field's table, in its order. Of one entry, ask for that [`entry`]: a frame names many.
pub(super) fn table(field: Field, dataset: &Dataset) -> Vec<Named<'_>> {
    (0..).map_while(|place| entry(field, place, dataset)).collect()
}

/// A field's table by what its entries are called. It is read once, however many values are looked up in it.
pub(super) struct Called<'a> {
    entries: Vec<Named<'a>>,
    ids: HashMap<&'a str, usize>,
    /// Names and aliases, folded. Whoever types ids needs none.
    names: OnceCell<HashMap<String, Vec<usize>>>,
}

impl<'a> Called<'a> {
    pub(super) fn new(field: Field, dataset: &'a Dataset) -> Self {
        let entries = table(field, dataset);
        let mut ids = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            ids.entry(entry.id).or_insert(place);
        }
        Self { entries, ids, names: OnceCell::new() }
    }

    pub(super) fn entries(&self) -> &[Named<'a>] {
        &self.entries
    }

    /// The places of those that `text` names: the one with that id, else all with that name or alias, compared folded.
    pub(super) fn named(&self, text: &str) -> Vec<usize> {
        let wanted = fold(text);
        match self.ids.get(wanted.as_str()) {
            Some(place) => vec![*place],
            None => self.names.get_or_init(|| self.by_name()).get(&wanted).cloned().unwrap_or_default(),
        }
    }

    fn by_name(&self) -> HashMap<String, Vec<usize>> {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, entry) in self.entries.iter().enumerate() {
            for name in entry.names() {
                let named = places.entry(fold(name)).or_default();
                if named.last() != Some(&place) {
                    named.push(place);
                }
            }
        }
        places
    }
}

/// The barrier with the id `text`, else the first with that name or alias, in either language.
pub fn named_barrier(text: &str, dataset: &Dataset) -> Option<BarrierId> {
    Called::new(Field::Barrier, dataset).named(text.trim()).first().copied().map(BarrierId::new)
}
