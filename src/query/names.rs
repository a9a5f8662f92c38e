//! What the values of a field are called: ids, names and aliases, whatever table they stand in.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

use super::Field;
use crate::dataset::{Confidence, Dataset, Lang, Source, Tone};
use crate::text::fold;

/// Fields whose names count as text of the milestones that have them.
pub(super) const NAMED: [Field; 5] =
    [Field::Company, Field::Platform, Field::Kind, Field::Channel, Field::Barrier];

/// One entry of a field's table.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    pub(super) id: &'a str,
    /// English and Chinese.
    names: [Option<&'a str>; 2],
    aliases: &'a [String],
}

impl<'a> Named<'a> {
    /// Its names and aliases.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.names.into_iter().flatten().chain(self.aliases.iter().map(String::as_str))
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
        Self { id: &source.id, names: [Some(&source.publisher), None], aliases: &[] }
    }

    fn word(id: &'a str) -> Self {
        Self { id, names: [None; 2], aliases: &[] }
    }
}

macro_rules! named {
    ($entries:expr, $place:expr) => {{
        let entry = $entries.get($place)?;
        let names = [Some(entry.name.as_str()), entry.name_zh.as_deref()];
        Named { id: &entry.id, names, aliases: &entry.aliases }
    }};
}

/// The entry at `place` in the table that values of `field` name; none for text, dates and milestones, whose ids are
/// looked up one by one.
pub(super) fn entry(field: Field, place: usize, dataset: &Dataset) -> Option<Named<'_>> {
    Some(match field {
        Field::Company | Field::Actor | Field::Affected | Field::Between => {
            named!(dataset.companies(), place)
        }
        Field::Kind => named!(dataset.kinds(), place),
        Field::Platform => named!(dataset.platforms(), place),
        Field::Channel => named!(dataset.channels(), place),
        Field::Barrier => named!(dataset.barriers(), place),
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
