//! The format, as tables of its keys: which there are, in which order, which a table must have, and what each holds.
//!
//! Both readers, the known keys that a fault lists, JSON and CSV walk them. A text or a list of ids that is added to
//! [`MILESTONE`] is read, checked, kept, searched and exported by its line alone; for a [`Value`] of a new kind the
//! compiler asks in each of these places. What a company or another table holds is named here and has code of its own
//! in `load`; a key of it that has none is checked, and not kept.

/// One table of the format.
#[derive(Debug)]
pub struct TableFormat {
    /// What it is, as faults say it: `milestone`.
    pub noun: &'static str,
    /// What it may say, in the order in which that is read and listed.
    pub keys: &'static [FormatKey],
}

/// One key of a table.
#[derive(Clone, Copy, Debug)]
pub struct FormatKey {
    /// As it is written.
    pub name: &'static str,
    /// Whether its absence is a fault.
    pub is_required: bool,
    /// What it holds.
    pub value: Value,
    /// Of a milestone's texts and of its lists of ids: which one it is, where they are kept.
    slot: usize,
}

/// What a key holds.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// The version of the format.
    Version,
    /// A table in single brackets.
    Table(&'static TableFormat),
    /// A list of tables.
    Tables(&'static TableFormat),
    /// The table's own id, kebab-case.
    Id,
    /// One line.
    Line,
    /// One line that should fit into the narrowest terminal.
    Title,
    /// Several lines.
    Prose,
    /// A list of lines.
    Lines,
    /// An address in the web.
    Address,
    /// One character of one column.
    Glyph,
    /// EDTF in quotes, or a bare TOML date.
    Date,
    /// One of a few words.
    Word,
    /// The id of another table.
    Ref,
    /// Ids of companies and platforms.
    Parties,
    /// Ids of other tables, all of one kind.
    Ids(IdsOf),
    /// The id of a milestone's kind.
    Kind,
    /// How sure the compiler of the dataset is.
    Confidence,
    /// What a milestone does to barriers.
    Effects,
    /// How it relates to earlier ones.
    Relations,
    /// What supports it.
    Cites,
}

/// What a list of ids names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdsOf {
    /// Channels.
    Channels,
    /// Companies.
    Companies,
    /// Platforms.
    Platforms,
}

use Value::{
    Address, Cites, Confidence, Date, Effects, Glyph, Id, Ids, Kind, Line, Lines, Parties, Prose, Ref,
    Relations, Table, Tables, Title, Version, Word,
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
        may("note", Prose),
        may("version", Line),
        may("license", Line),
        may("span", Date),
    ],
};

/// Who acts and who is touched.
pub static COMPANY: TableFormat = TableFormat {
    noun: "company",
    keys: &[
        must("id", Id),
        must("name", Line),
        may("name_zh", Line),
        may("aliases", Lines),
        may("role", Line),
        may("note", Prose),
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
    ],
};

/// Where a claim comes from.
pub static SOURCE: TableFormat = TableFormat {
    noun: "source",
    keys: &[
        must("id", Id),
        must("publisher", Line),
        must("title", Line),
        may("title_zh", Line),
        may("url", Address),
        may("published", Date),
        may("lang", Line),
        may("note", Prose),
    ],
};

/// What some keep shut to others.
pub static BARRIER: TableFormat = TableFormat {
    noun: "barrier",
    keys: &[
        must("id", Id),
        must("name", Line),
        may("name_zh", Line),
        may("aliases", Lines),
        must("holders", Parties),
        must("against", Parties),
        must("channel", Ref),
        may("before", Word),
        may("note", Prose),
    ],
};

/// A dated, sourced claim.
pub static MILESTONE: TableFormat = TableFormat { noun: "milestone", keys: MILESTONE_KEYS };

const MILESTONE_KEYS: &[FormatKey] = &numbered([
    must("id", Id),
    must("date", Date),
    must("title", Title),
    may("title_zh", Title),
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
]);

/// What a milestone does to a barrier.
pub static EFFECT: TableFormat = TableFormat {
    noun: "effect",
    keys: &[must("barrier", Ref), must("state", Word), may("date", Date), may("note", Prose)],
};

/// How a milestone relates to an earlier one.
pub static RELATION: TableFormat =
    TableFormat { noun: "relation", keys: &[must("type", Word), must("to", Ref), may("note", Prose)] };

/// What supports a milestone.
pub static CITE: TableFormat =
    TableFormat { noun: "cite", keys: &[must("source", Ref), may("supports", Line), may("note", Prose)] };

impl TableFormat {
    /// The key that is called `name`.
    pub fn key(&self, name: &str) -> Option<&'static FormatKey> {
        self.keys.iter().find(|key| key.name == name)
    }
}

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

impl FormatKey {
    /// Which of a milestone's texts it is, or which of its lists of ids, where they are kept: those that every milestone
    /// has come first.
    pub(super) const fn slot(&self) -> usize {
        self.slot
    }

    /// Whether it is a text, kept as it stands in the file.
    pub const fn is_text(&self) -> bool {
        matches!(self.value, Id | Line | Title | Prose)
    }
}

/// The keys that every milestone has, a bit each, by their places in the table.
pub(super) const REQUIRED: u64 = {
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
pub(super) const REQUIRED_TEXTS: usize = texts(MILESTONE_KEYS, true);

/// How many more one may have.
pub(super) const OPTIONAL_TEXTS: usize = texts(MILESTONE_KEYS, false);

/// How many texts a milestone has at most.
pub const TEXTS: usize = REQUIRED_TEXTS + OPTIONAL_TEXTS;

/// How many lists of ids a milestone has, each perhaps empty.
pub(super) const LISTS: usize = lists(MILESTONE_KEYS, MILESTONE_KEYS.len());

/// What each of these lists names.
pub(super) const LISTED: [IdsOf; LISTS] = {
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

/// The slot of the milestone's key `name`; one that is none does not compile.
pub(super) const fn slot(name: &str) -> usize {
    let mut at = 0;
    while !is_same(MILESTONE_KEYS[at].name, name) {
        at += 1;
    }
    MILESTONE_KEYS[at].slot
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// How many texts of `keys` are required, or are not.
const fn texts(keys: &[FormatKey], is_required: bool) -> usize {
    texts_before(keys, keys.len(), is_required)
}

const fn texts_before(keys: &[FormatKey], end: usize, is_required: bool) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < end {
        if keys[at].is_text() && keys[at].is_required == is_required {
            count += 1;
        }
        at += 1;
    }
    count
}

const fn lists(keys: &[FormatKey], end: usize) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < end {
        if matches!(keys[at].value, Ids(_)) {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The keys with their slots: texts that every milestone has, behind them the others; lists of ids by themselves.
const fn numbered<const N: usize>(mut keys: [FormatKey; N]) -> [FormatKey; N] {
    let mut at = 0;
    while at < N {
        keys[at].slot = match keys[at].value {
            Ids(_) => lists(&keys, at),
            Id | Line | Title | Prose if keys[at].is_required => texts_before(&keys, at, true),
            Id | Line | Title | Prose => texts(&keys, true) + texts_before(&keys, at, false),
            _ => 0,
        };
        at += 1;
    }
    keys
}
