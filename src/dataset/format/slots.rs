//! Where a milestone's texts and lists are kept, reckoned from the table of its keys while the program is compiled.

use super::key::{FormatKey, Value};

/// The slot of the key `name` of `keys`; one that is none does not compile.
pub(in super::super) const fn slot_of(keys: &[FormatKey], name: &str) -> usize {
    let mut at = 0;
    while !is_same(keys[at].name, name) {
        at += 1;
    }
    keys[at].slot
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
pub(super) const fn texts(keys: &[FormatKey], is_required: bool) -> usize {
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

pub(super) const fn lists(keys: &[FormatKey], end: usize) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < end {
        if matches!(keys[at].value, Value::Ids(_)) {
            count += 1;
        }
        at += 1;
    }
    count
}

const fn flags(keys: &[FormatKey], end: usize) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < end {
        if matches!(keys[at].value, Value::Flag) {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The keys with their slots: texts that every milestone has, behind them the others; lists of ids and flags by themselves.
pub(super) const fn numbered<const N: usize>(mut keys: [FormatKey; N]) -> [FormatKey; N] {
    let mut at = 0;
    while at < N {
        keys[at].slot = match keys[at].value {
            Value::Ids(_) => lists(&keys, at),
            Value::Flag => flags(&keys, at),
            Value::Id | Value::Line | Value::Caption(_) | Value::Prose if keys[at].is_required => {
                texts_before(&keys, at, true)
            }
            Value::Id | Value::Line | Value::Caption(_) | Value::Prose => {
                texts(&keys, true) + texts_before(&keys, at, false)
            }
            _ => 0,
        };
        at += 1;
    }
    keys
}
