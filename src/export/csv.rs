//! Milestones as a table: RFC 4180, a header row, several values in one cell parted by `; `.
//!
//! A spreadsheet takes a cell that begins with `=` for a formula and runs it. Such a cell gets a `'` before
//! it, which spreadsheets take for "this is text".

use std::borrow::Cow;

use super::Selection;
use super::json::Entry;

const HEADER: [&str; 19] = [
    "id",
    "date",
    "earliest",
    "latest",
    "title",
    "title_zh",
    "kind",
    "tone",
    "channels",
    "actors",
    "affected",
    "platforms",
    "confidence",
    "summary",
    "summary_zh",
    "note",
    "effects",
    "relations",
    "sources",
];

/// The whole table.
pub(super) fn table(selection: &Selection<'_>) -> Vec<u8> {
    // Rows of one length, written to memory: nothing can fail.
    rows(selection).unwrap_or_default()
}

fn rows(selection: &Selection<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for milestone in selection.milestones() {
        let cells = cells(&Entry::new(milestone, selection.dataset));
        writer.write_record(cells.iter().map(|cell| safe(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn cells(entry: &Entry<'_>) -> [String; HEADER.len()] {
    let optional = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let effects = entry.effects.iter().map(|it| format!("{} {} {}", it.barrier, it.state.as_str(), it.date));
    let relations = entry.relations.iter().map(|it| format!("{} {}", it.kind.as_str(), it.to));
    let sources = entry.cites.iter().map(|it| it.url.unwrap_or(it.source).to_owned());
    [
        entry.id.to_owned(),
        entry.date.to_owned(),
        optional(entry.earliest.as_deref()),
        optional(entry.latest.as_deref()),
        entry.title.to_owned(),
        optional(entry.title_zh),
        entry.kind.to_owned(),
        entry.tone.as_str().to_owned(),
        entry.channels.join("; "),
        entry.actors.join("; "),
        entry.affected.join("; "),
        entry.platforms.join("; "),
        entry.confidence.as_str().to_owned(),
        entry.summary.to_string(),
        optional(entry.summary_zh.as_deref()),
        optional(entry.note.as_deref()),
        effects.collect::<Vec<_>>().join("; "),
        relations.collect::<Vec<_>>().join("; "),
        sources.collect::<Vec<_>>().join("; "),
    ]
}

/// The cell, so that no spreadsheet runs it.
fn safe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-0044", "'-0044"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("1-1", "1-1"),
            ("", ""),
        ] {
            assert_eq!(safe(cell), expected);
        }
    }
}
