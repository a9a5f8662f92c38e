//! The parts of an export: its milestones, its definitions, and the rest.

use super::text::ExportText;
use super::words::bullet;

/// A milestone as it stands in an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneBlock<'a> {
    /// Its date in words, as written; empty where there is none to be seen.
    pub date: &'a str,
    /// What stands behind the date: who, and the title.
    pub title: &'a str,
    /// Its lines without indentation, the blank ones at its end left out; the cells of a row.
    pub lines: Vec<&'a str>,
    /// What tells it besides its date and its title: what stands below, or in the other cells.
    pub(super) body: Vec<&'a str>,
}

/// All lines of an export, the blank ones outside of milestones left out.
pub(super) struct ExportParts<'a> {
    pub(super) milestones: Vec<MilestoneBlock<'a>>,
    /// Footnotes, and what links refer to: they stand in the order of first use, which says nothing of them.
    pub(super) definitions: Vec<&'a str>,
    /// Everything after the front matter that is none of both.
    pub(super) rest: Vec<&'a str>,
}

impl<'a> ExportParts<'a> {
    pub(super) fn of(export: &ExportText<'a>) -> Self {
        let mut milestones: Vec<MilestoneBlock<'_>> = Vec::new();
        let (mut definitions, mut rest) = (Vec::new(), Vec::new());
        let (mut fence, mut is_item, mut row) = (None, false, 0);
        for line in &export.body {
            let indented = if line.is_empty() { Some("") } else { line.strip_prefix("  ") };
            row = if line.starts_with('|') { row + 1 } else { 0 };
            if fence.is_some() {
                fence = fence.filter(|end| end != line);
                rest.push(*line);
            } else if let (true, Some(indented), Some(block)) = (is_item, indented, milestones.last_mut()) {
                block.lines.push(indented);
            } else if let Some(item) = bullet(line) {
                milestones.push(item_block(item.trim_start()));
                is_item = true;
            } else if row > 2 {
                // The first two are the names of the columns, and the line under them.
                milestones.push(row_block(line));
            } else {
                is_item = false;
                let (ticks, _) = line.split_at(line.len() - line.trim_start_matches('`').len());
                fence = (ticks.len() > 2).then_some(ticks);
                if line.starts_with('[') && label(line) != *line {
                    definitions.push(*line);
                } else {
                    rest.push(line);
                }
            }
        }
        for block in milestones.iter_mut().filter(|block| block.body.is_empty()) {
            let length = block.lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
            block.lines.truncate(length);
            block.body.extend(block.lines.iter().skip(1));
        }
        rest.retain(|line| !line.is_empty());
        Self { milestones, definitions, rest }
    }
}

/// What a definition is called: `[^almanac` of `[^almanac]: An almanac`. All of what is none.
pub(super) fn label(line: &str) -> &str {
    line.split_once("]: ").map_or(line, |(label, _)| label)
}

/// `**9 September 2021** MIIT → Alibaba, Tencent: …`.
fn item_block(item: &str) -> MilestoneBlock<'_> {
    let dated = item.strip_prefix("**").and_then(|text| text.split_once("** "));
    let (date, title) = dated.unwrap_or(("", item));
    MilestoneBlock { date, title, lines: vec![item], body: Vec::new() }
}

/// `| 9 September 2021 | MIIT → Alibaba, Tencent | Regulation | … | … |`; a `|` within a cell has a backslash.
fn row_block(row: &str) -> MilestoneBlock<'_> {
    let inside = row.trim_end().strip_prefix("| ").and_then(|row| row.strip_suffix(" |"));
    // Programs that align the columns fill them with blanks.
    let cells: Vec<&str> = inside.unwrap_or(row).split(" | ").map(str::trim).collect();
    match *cells {
        [date, parties, kind, title, sources] => {
            MilestoneBlock { date, title, lines: cells, body: vec![parties, kind, sources] }
        }
        _ => MilestoneBlock { date: "", title: row, lines: vec![row], body: Vec::new() },
    }
}
