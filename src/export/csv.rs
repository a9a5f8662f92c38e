//! Milestones as a table: RFC 4180, a header row, several values in one cell parted by `; `.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it. Such a cell gets a `'`
//! before it, which spreadsheets take for "this is text". Every other program reads the `'` as a part of the cell, so that
//! what cannot be a formula has none: a date, a number, and `-5 degrees`.

use std::borrow::Cow;

use super::Extract;
use super::columns::{COLUMNS, Column, ColumnValue};
use crate::dataset::format::{FormatKey, Value};
use crate::date::Date;

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
    writer.write_record(COLUMNS.iter().map(|column| header(*column)))?;
    for milestone in extract.milestones() {
        let cells = COLUMNS.iter().map(|column| written(column.of(milestone, extract.dataset)));
        writer.write_record(cells.map(|cell| safe(&cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// What a cite holds is more than a cell does: the address of its source stands for it.
fn header(column: Column) -> &'static str {
    match column {
        Column::Key(FormatKey { value: Value::Cites, .. }) => "sources",
        other => other.name(),
    }
}

fn written(cell: ColumnValue<'_>) -> Cow<'_, str> {
    match cell {
        ColumnValue::Text(text) => text.unwrap_or_default(),
        ColumnValue::Tone(tone) => tone.as_str().into(),
        ColumnValue::Confidence(confidence) => confidence.as_str().into(),
        // As in the file: nothing is said of what is not so.
        ColumnValue::Flag(flag) => if flag { "true" } else { "" }.into(),
        ColumnValue::Ids(ids) => ids.join("; ").into(),
        ColumnValue::Effects(effects) => {
            joined(effects.iter().map(|it| format!("{} {} {}", it.barrier, it.state.as_str(), it.date)))
        }
        ColumnValue::Relations(relations) => {
            joined(relations.iter().map(|it| format!("{} {}", it.kind.as_str(), it.to)))
        }
        ColumnValue::Cites(cites) => joined(cites.iter().map(|it| it.url.unwrap_or(it.source).to_owned())),
    }
}

fn joined(values: impl Iterator<Item = String>) -> Cow<'static, str> {
    values.collect::<Vec<_>>().join("; ").into()
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
