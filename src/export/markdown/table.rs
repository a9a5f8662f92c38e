//! Milestones as a table of GitHub Flavored Markdown, a row each.

use super::escape;
use super::references::References;
use crate::dataset::{Lang, Milestone};
use crate::export::{Extract, words};

/// Pandoc gives columns the widths of these dashes, where a row is longer than a line.
const WIDTHS: &str = "| ------ | ------ | ---- | ---------- | -------- |";

/// The table, one block; none where nothing is selected.
pub(super) fn rows(extract: &Extract<'_>, lang: Lang, references: &mut References<'_>) -> Option<String> {
    if extract.is_empty() {
        return None;
    }
    let head = format!("| {} |", lang.words().export.columns.join(" | "));
    let mut lines = vec![head, WIDTHS.to_owned()];
    lines.extend(extract.milestones().map(|milestone| row(milestone, lang, references)));
    Some(lines.join("\n"))
}

fn row(milestone: Milestone<'_>, lang: Lang, references: &mut References<'_>) -> String {
    let kind = milestone.kind();
    let cells = [
        escape::inline(&words::capitalized(&milestone.date().words(lang.words()))),
        escape::inline(&words::direction(milestone, lang).unwrap_or_default()),
        escape::inline(&lang.of(&kind.name, kind.name_zh.as_deref())),
        escape::inline(&words::title(milestone, lang)),
        references.names(milestone),
    ];
    format!("| {} |", cells.map(|cell| escape::cell(&cell)).join(" | "))
}
