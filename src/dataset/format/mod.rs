//! The format, as tables of its keys: which there are, in which order, which a table must have, and what each holds.
//!
//! Both readers, the known keys that a fault lists, JSON and CSV walk them. A text, a list of ids or a flag that is added
//! to [`MILESTONE`], and a text that is added to [`EFFECT`] or [`CITE`], is read, checked, kept, searched and exported by
//! its line alone; for a [`Value`] of a new kind the compiler asks in each of these places. What a company or another
//! table holds is named here and has code of its own in `load`; a key of it that has none is checked, and not kept.

mod key;
mod slots;
mod tables;

pub use key::{FormatKey, IdsOf, TableFormat, Value};
pub(super) use slots::slot_of;
pub use tables::{
    BARRIER, CHANNEL, CITE, COMPANY, DATASET, EFFECT, FILE, KIND, MILESTONE, PLATFORM, RELATION, SOURCE,
    TEXTS,
};
pub(super) use tables::{
    CITE_KEYS, CITE_TEXTS, EFFECT_KEYS, EFFECT_TEXTS, LISTED, LISTS, OPTIONAL_TEXTS, REQUIRED,
    REQUIRED_TEXTS, slot,
};
