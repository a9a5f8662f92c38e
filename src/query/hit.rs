//! Where in a milestone a word stands: a hit that is not in sight says where it is.

use super::names::{NAMED, entry};
use super::{Field, prose};
use crate::dataset::{Dataset, Milestone};
use crate::text::fold;

/// Something of a milestone that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitField {
    /// A text of its own, by the key that says it.
    Own(&'static str),
    /// A name or an alias, or a note, of the entry at this place in the field's table: of a party, its kind, a barrier.
    Name(Field, usize),
}

impl HitField {
    /// Goes on with "in": `the summary`, `Tengxun, a name of Tencent`. `word` is what stands there, in its folded form.
    pub fn words(self, word: &str, dataset: &Dataset) -> String {
        match self {
            Self::Own(key) => match key.strip_suffix("_zh") {
                Some(plain) => format!("the Chinese {plain}"),
                None => format!("the {key}"),
            },
            Self::Name(field, place) => {
                let Some(entry) = entry(field, place, dataset) else { return String::new() };
                // The name that has it may be one that is shown nowhere.
                match entry.names().find(|name| fold(name).contains(word)) {
                    Some(other) if other != entry.name() => format!("{other}, a name of {}", entry.name()),
                    Some(_) => format!("the name {}", entry.name()),
                    None => format!("the note on {}", entry.name()),
                }
            }
        }
    }
}

/// Every place of `milestone` where `word`, which is folded, stands; the text that a reader sees first comes first.
pub fn hit_fields(word: &str, milestone: Milestone<'_>, dataset: &Dataset) -> Vec<HitField> {
    let holding = prose::fields(milestone).filter(|(_, text)| fold(text).contains(word));
    let mut found: Vec<HitField> = holding.map(|(key, _)| HitField::Own(key.name)).collect();
    for field in NAMED {
        let mut entries = entries(field, milestone);
        entries.sort_unstable();
        entries.dedup();
        let is_in = |name: &str| fold(name).contains(word);
        let named = |place: &usize| {
            entry(field, *place, dataset).is_some_and(|entry| entry.names().chain(entry.notes()).any(is_in))
        };
        found.extend(entries.into_iter().filter(named).map(|place| HitField::Name(field, place)));
    }
    found
}

fn entries(field: Field, milestone: Milestone<'_>) -> Vec<usize> {
    match field {
        Field::Company => {
            milestone.actor_ids().iter().chain(milestone.affected_ids()).map(|id| id.index()).collect()
        }
        Field::Platform => milestone.platform_ids().iter().map(|id| id.index()).collect(),
        Field::Channel => milestone.channel_ids().iter().map(|id| id.index()).collect(),
        Field::Barrier => milestone.effects().iter().map(|effect| effect.barrier.index()).collect(),
        Field::Kind => vec![milestone.kind_id().index()],
        _ => Vec::new(),
    }
}
