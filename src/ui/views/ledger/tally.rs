//! The head of the Ledger: who stands on which side, how much each moved, and what stands at the end.

use ratatui::style::Style;

use super::block::LedgerContext;
use super::line::LedgerLine;
use crate::app::ledger::Rows;
use crate::text::width;

/// Who stands on which side and how much each moved, on as many lines as there is room for.
pub(super) fn tally_lines(context: LedgerContext<'_>, rows: &Rows, height: usize) -> Vec<LedgerLine> {
    let (tally, theme) = (rows.tally, context.theme);
    let say = &theme.say.ledger;
    let [left, right] = [context.pair.left, context.pair.right].map(|id| context.name(id));
    let strong = |text: String| vec![(text, theme.strong())];
    let dim = |text: String| vec![(text, Style::new())];
    let roomy = height >= 24;
    let mut lines = Vec::new();
    if context.sides.is_one {
        let [before, behind] = theme.glyphs.sides;
        let text = format!("{before} {left} {}   {} {right} {behind}", tally.left, tally.right);
        lines.push(LedgerLine::through(&text, theme.strong()));
    } else if roomy {
        lines.push(LedgerLine { left: strong(left), right: strong(right), ..LedgerLine::default() });
        let [left, right] = [tally.left, tally.right].map(|count| dim((say.moves)(count)));
        lines.push(LedgerLine { left, right, ..LedgerLine::default() });
    } else {
        let [left, right] = [format!("{left} {}", tally.left), format!("{} {right}", tally.right)];
        lines.push(LedgerLine { left: strong(left), right: strong(right), ..LedgerLine::default() });
    }
    if height >= 10 {
        let dot = theme.glyphs.dot;
        let mut said = vec![(say.answers)(tally.answers)];
        said.extend((tally.both > 0).then(|| (say.together)(tally.both)));
        said.extend((tally.others > 0).then(|| (say.by_others)(tally.others)));
        lines.push(LedgerLine::through(&said.join(&format!(" {dot} ")), Style::new()));
    }
    if height >= 16 {
        lines.extend(unanswered(context, rows).map(|text| LedgerLine::through(&text, Style::new())));
    }
    if roomy {
        lines.push(LedgerLine::through("", Style::new()));
    }
    lines
}

/// `8 walls: no opening found by the end of 2024 · 4 moves: no answer recorded`, and that it is of what matches where
/// there is a filter.
fn unanswered(context: LedgerContext<'_>, rows: &Rows) -> Option<String> {
    let (barriers, moves) = rows.open.counts();
    let say = context.theme.say;
    let mut said = Vec::new();
    if barriers > 0 {
        said.push((say.ledger.walls_still)(&(say.counts.walls)(barriers), &context.no_opening(&rows.open)));
    }
    if moves > 0 {
        said.push((say.ledger.moves_unanswered)(&(say.ledger.moves)(moves)));
    }
    // A filter leaves out milestones, and with them what they shut.
    let text = said.join(&format!(" {} ", context.theme.glyphs.dot));
    let text = if context.app.query().is_empty() { text } else { (say.ledger.of_matches)(&text) };
    (!said.is_empty() && width(&text) <= context.sides.cols).then_some(text)
}
