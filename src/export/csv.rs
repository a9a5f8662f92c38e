//! Milestones as a table: RFC 4180, a header row, several values in one cell parted by `; `.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it. Such a cell gets a `'`
//! before it, which spreadsheets take for "this is text". Every other program reads the `'` as a part of the cell, so that
//! what cannot be a formula has none: a date, a number, and `-5 degrees`.

use std::borrow::Cow;

use super::Extract;
use super::json::MilestoneEntry;
use crate::date::Date;

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

/// What tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The whole table, behind a byte order mark where one is wanted.
pub(super) fn table(extract: &Extract<'_>, bom: bool) -> Vec<u8> {
    let mark = if bom { BYTE_ORDER_MARK } else { "" };
    // Rows of one length, written to memory: nothing can fail.
    [mark.as_bytes(), &rows(extract).unwrap_or_default()].concat()
}

fn rows(extract: &Extract<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for milestone in extract.milestones() {
        let cells = cells(&MilestoneEntry::new(milestone, extract.dataset));
        writer.write_record(cells.iter().map(|cell| safe(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn cells(entry: &MilestoneEntry<'_>) -> [String; HEADER.len()] {
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
    let begins = cell.starts_with(['\t', '\r']) || past_blanks(cell).starts_with(FORMULA);
    if begins && !is_value(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// What a formula begins with. A spreadsheet in Chinese or Japanese takes the full-width form for the same sign.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What is left of a cell behind the blanks at its start, which a spreadsheet skips.
fn past_blanks(cell: &str) -> &str {
    cell.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
    })
}

/// Whether a cell that begins with a sign is a date, a number or words behind a number: `-0484`, `+1.5`, `-5 degrees`.
/// Nothing that computes or calls is one, such as `-1+1` or `-2 A(1)`.
fn is_value(cell: &str) -> bool {
    let is_words = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '%' | '°');
    let number = cell.strip_prefix(['+', '-']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    number.is_some_and(|rest| rest.chars().all(is_words)) || Date::parse(cell).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_what_is_none_stays() {
        for text in [
            "=1+1",
            "@SUM(A1)",
            "+A1",
            "-A1",
            "-",
            "-1+1",
            "-1-1",
            "-2+3+cmd|' /C calc'!A0",
            "-5 SUM(1)",
            "－1",
            "＝1+1",
            "＋1",
            "＠SUM(A1)",
            " =1+1",
            "\u{3000}＝1",
            "\u{a0}@x",
            "\u{feff}=1",
            "\u{200b}-x",
            "\t=1",
            "\rx",
        ] {
            assert_eq!(safe(text), format!("'{text}"));
        }
        for text in [
            "",
            "1-1",
            "-0484",
            "-0484-01",
            "-0484/-0400",
            "-0484~",
            "-1.5",
            "+1",
            "-5 degrees",
            "-5 °C",
            "+20%",
            "a=b",
            " a",
        ] {
            assert_eq!(safe(text), text);
        }
    }
}
