//! The tables of the format.

use super::key::{FormatKey, IdsOf, TableFormat, Value};
use super::slots::{lists, numbered, slot_of, texts};
use Value::{
    Address, Caption, Cites, Confidence, Date, Effects, Flag, Glyph, Id, Ids, Kind, Line, Lines, Milestones,
    Parties, Prose, Ref, Relations, Table, Tables, Version, Word,
};

const fn must(name: &'static str, value: Value) -> FormatKey {
    FormatKey { name, is_required: true, value, slot: 0 }
}

const fn may(name: &'static str, value: Value) -> FormatKey {
    FormatKey { name, is_required: false, value, slot: 0 }
}

/// A file.
pub static FILE: TableFormat = TableFormat {
    noun: "file",
    keys: &[
        must("schema", Version),
        must("dataset", Table(&DATASET)),
        may("company", Tables(&COMPANY)),
        may("platform", Tables(&PLATFORM)),
        may("kind", Tables(&KIND)),
        may("channel", Tables(&CHANNEL)),
        may("source", Tables(&SOURCE)),
        may("barrier", Tables(&BARRIER)),
        may("milestone", Tables(&MILESTONE)),
    ],
};

/// What a dataset says about itself.
pub static DATASET: TableFormat = TableFormat {
    noun: "dataset",
    keys: &[
        must("id", Id),
        must("title", Line),
        may("title_zh", Line),
        may("about", Prose),
        may("about_zh", Prose),
        may("note", Prose),
        may("note_zh", Prose),
        may("version", Line),
        may("license", Line),
        may("span", Date),
        may("turning_points", Milestones),
    ],
};

/// Who acts and who is touched.
pub static COMPANY: TableFormat = TableFormat {
    noun: "company",
    keys: &[
        must("id", Id),
        must("name", Line),
        may("name_zh", Line),
        may("short", Caption(SHORT)),
        may("short_zh", Caption(SHORT)),
        may("aliases", Lines),
        may("role", Line),
        may("role_zh", Line),
        may("note", Prose),
        may("note_zh", Prose),
    ],
};

/// A product of a company.
pub static PLATFORM: TableFormat = TableFormat {
    noun: "platform",
    keys: &[
        must("id", Id),
        must("company", Ref),
        must("name", Line),
        may("name_zh", Line),
        may("aliases", Lines),
        may("note", Prose),
        may("note_zh", Prose),
    ],
};

/// A kind of milestone.
pub static KIND: TableFormat = TableFormat {
    noun: "kind",
    keys: &[
        must("id", Id),
        must("name", Line),
        may("name_zh", Line),
        may("aliases", Lines),
        must("tone", Word),
        must("glyph", Glyph),
        must("ascii", Glyph),
        may("note", Prose),
        may("note_zh", Prose),
    ],
};

/// What passes a barrier or does not.
pub static CHANNEL: TableFormat = TableFormat {
    noun: "channel",
    keys: &[
        must("id", Id),
        must("name", Line),
        may("name_zh", Line),
        may("aliases", Lines),
        may("note", Prose),
        may("note_zh", Prose),
    ],
};

/// Where a claim comes from.
pub static SOURCE: TableFormat = TableFormat {
    noun: "source",
    keys: &[
        must("id", Id),
        must("publisher", Line),
        may("publisher_zh", Line),
        must("title", Line),
        may("title_zh", Line),
        may("url", Address),
        may("published", Date),
        may("lang", Line),
        may("via", Word),
        may("paraphrased", Flag),
        may("note", Prose),
        may("note_zh", Prose),
    ],
};

/// What some keep shut to others.
pub static BARRIER: TableFormat = TableFormat {
    noun: "barrier",
    keys: &[
        must("id", Id),
        must("name", Line),
        may("name_zh", Line),
        may("short", Caption(SHORT)),
        may("short_zh", Caption(SHORT)),
        may("aliases", Lines),
        must("holders", Parties),
        must("against", Parties),
        must("channel", Ref),
        may("before", Word),
        may("note", Prose),
        may("note_zh", Prose),
    ],
};

/// A dated, sourced claim.
pub static MILESTONE: TableFormat = TableFormat { noun: "milestone", keys: MILESTONE_KEYS };

const MILESTONE_KEYS: &[FormatKey] = &numbered([
    must("id", Id),
    must("date", Date),
    must("title", Caption(TITLE)),
    may("title_zh", Caption(TITLE)),
    must("kind", Kind),
    may("channels", Ids(IdsOf::Channels)),
    may("actors", Ids(IdsOf::Companies)),
    may("affected", Ids(IdsOf::Companies)),
    may("platforms", Ids(IdsOf::Platforms)),
    must("summary", Prose),
    may("summary_zh", Prose),
    must("confidence", Confidence),
    may("note", Prose),
    may("effects", Effects),
    may("relations", Relations),
    must("cites", Cites),
    // Columns of a table are counted by many who read one: what is newer comes last.
    may("note_zh", Prose),
    may("landmark", Caption(LANDMARK)),
    may("landmark_zh", Caption(LANDMARK)),
    may("disputed", Flag),
]);

/// What a milestone does to a barrier.
pub static EFFECT: TableFormat = TableFormat { noun: "effect", keys: EFFECT_KEYS };

pub(in super::super) const EFFECT_KEYS: &[FormatKey] = &numbered([
    must("barrier", Ref),
    must("state", Word),
    may("date", Date),
    may("note", Prose),
    may("note_zh", Prose),
]);

/// How a milestone relates to an earlier one.
pub static RELATION: TableFormat = TableFormat {
    noun: "relation",
    keys: &[must("type", Word), must("to", Ref), may("note", Prose), may("note_zh", Prose)],
};

/// What supports a milestone.
pub static CITE: TableFormat = TableFormat { noun: "cite", keys: CITE_KEYS };

pub(in super::super) const CITE_KEYS: &[FormatKey] = &numbered([
    must("source", Ref),
    may("supports", Line),
    may("supports_zh", Line),
    may("note", Prose),
    may("note_zh", Prose),
]);

/// A title as wide as the narrowest terminal that everything is drawn for.
const TITLE: usize = 80;

/// What stands beside other things.
const SHORT: usize = 24;

/// What is read on the front page and in pictures.
const LANDMARK: usize = 40;

impl Value {
    /// The table that it is, or that each item of its list is.
    pub const fn table(self) -> Option<&'static TableFormat> {
        match self {
            Table(format) | Tables(format) => Some(format),
            Effects => Some(&EFFECT),
            Relations => Some(&RELATION),
            Cites => Some(&CITE),
            _ => None,
        }
    }
}

/// The keys that every milestone has, a bit each, by their places in the table.
pub(in super::super) const REQUIRED: u64 = {
    let (mut at, mut keys) = (0, 0);
    while at < MILESTONE_KEYS.len() {
        if MILESTONE_KEYS[at].is_required {
            keys |= 1 << at;
        }
        at += 1;
    }
    keys
};

/// How many texts every milestone has.
pub(in super::super) const REQUIRED_TEXTS: usize = texts(MILESTONE_KEYS, true);

/// How many more one may have.
pub(in super::super) const OPTIONAL_TEXTS: usize = texts(MILESTONE_KEYS, false);

/// How many texts a milestone has at most.
pub const TEXTS: usize = REQUIRED_TEXTS + OPTIONAL_TEXTS;

/// How many lists of ids a milestone has, each perhaps empty.
pub(in super::super) const LISTS: usize = lists(MILESTONE_KEYS, MILESTONE_KEYS.len());

/// What each of these lists names.
pub(in super::super) const LISTED: [IdsOf; LISTS] = {
    let mut listed = [IdsOf::Channels; LISTS];
    let mut at = 0;
    while at < MILESTONE_KEYS.len() {
        if let Ids(of) = MILESTONE_KEYS[at].value {
            listed[MILESTONE_KEYS[at].slot] = of;
        }
        at += 1;
    }
    listed
};

/// How many texts an effect has at most.
pub(in super::super) const EFFECT_TEXTS: usize = texts(EFFECT_KEYS, true) + texts(EFFECT_KEYS, false);

/// How many texts a cite has at most.
pub(in super::super) const CITE_TEXTS: usize = texts(CITE_KEYS, true) + texts(CITE_KEYS, false);

/// The slot of the milestone's key `name`; one that is none does not compile.
pub(in super::super) const fn slot(name: &str) -> usize {
    slot_of(MILESTONE_KEYS, name)
}
