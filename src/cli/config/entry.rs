//! Keys and values as they stand in the file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::dataset::load::noun;
use crate::fault::Fault;

/// A key and its value, in the order of the file.
pub(super) type Entry<'i> = (Spanned<String>, Spanned<DeValue<'i>>);

/// Those of a table.
pub(super) fn entries(table: DeTable<'_>) -> Vec<Entry<'_>> {
    let entry = |(key, value): (Spanned<_>, _)| {
        let span = key.span();
        (Spanned::new(span, String::from(key.into_inner())), value)
    };
    let mut entries: Vec<Entry<'_>> = table.into_iter().map(entry).collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// A value of another type than is wanted.
pub(super) fn wrong_type(key: &str, found: &DeValue<'_>, span: Range<usize>, wanted: &str) -> Fault {
    let message = format!("`{key}` is {}, not {wanted}", noun(found));
    Fault::error(span, &message, &format!("expected {wanted}"))
}
