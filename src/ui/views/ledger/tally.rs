//! The head of the Ledger: who stands on which side, how much each moved, and what stands at the end.

use ratatui::style::Style;

use super::block::LedgerContext;
use super::line::{LedgerLine, through_lines};
use crate::app::ledger::Rows;

/// The head takes at most one of so many rows to say what stands at the end.
const HEAD_SHARE: usize = 4;

/// Who stands on which side and how much each moved, on as many lines as there is room for.
pub(super) fn tally_lines(context: LedgerContext<'_>, rows: &Rows, height: usize) -> Vec<LedgerLine> {
    let (tally, theme) = (rows.tally, context.theme);
    let say = &theme.say.ledger;
    let [left, right] = [context.pair.left, context.pair.right].map(|id| context.name(id));
    let strong = |text: String| vec![(text, theme.strong())];
    let roomy = height >= 24;
    let mut lines = Vec::new();
    let [left_moves, right_moves] = [tally.left, tally.right].map(say.moves);
    if context.sides.is_one {
        let [before, behind] = theme.glyphs.sides;
        let [left, right] =
            [format!("{before} {left} {}", tally.left), format!("{} {right} {behind}", tally.right)];
        lines.extend(through_lines(&(say.moves_by_side)(&left, &right), context.sides.cols, theme.strong()));
    } else if roomy {
        lines.push(LedgerLine { left: strong(left), right: strong(right), ..LedgerLine::default() });
        let [left, right] = [left_moves, right_moves].map(|moves| vec![(moves, Style::new())]);
        lines.push(LedgerLine { left, right, ..LedgerLine::default() });
    } else {
        let [left, right] = [format!("{left}: {left_moves}"), format!("{right}: {right_moves}")];
        lines.push(LedgerLine { left: strong(left), right: strong(right), ..LedgerLine::default() });
    }
    if height >= 10 {
        let mut said = Vec::new();
        said.extend((tally.both > 0).then(|| (say.together)(tally.both)));
        said.extend((tally.others > 0).then(|| (say.by_others)(tally.others)));
        said.extend((tally.answers > 0).then(|| (say.answers)(tally.answers)));
        let said = said.join(&format!(" {} ", theme.glyphs.dot));
        lines.extend(through_lines(&said, context.sides.cols, Style::new()));
    }
    let unanswered = unanswered(context, rows);
    // The head leaves most of the rows to what it is the head of.
    if lines.len() + unanswered.len() <= height / HEAD_SHARE {
        lines.extend(unanswered);
    }
    if roomy {
        lines.push(LedgerLine::through("", Style::new()));
    }
    lines
}

/// `6 walls not seen fully open by the end of 2024 · 4 closings: no answer found`, and that it is of what
/// matches where there is a filter.
fn unanswered(context: LedgerContext<'_>, rows: &Rows) -> Vec<LedgerLine> {
    let (barriers, moves) = rows.open.counts();
    let say = context.theme.say;
    let mut said = Vec::new();
    if barriers > 0 {
        said.push((say.ledger.walls_still)(&(say.counts.walls)(barriers), &context.not_fully_open()));
    }
    if moves > 0 {
        said.push((say.ledger.moves_unanswered)(moves));
    }
    if said.is_empty() {
        return Vec::new();
    }
    // A filter leaves out milestones, and with them what they shut.
    let text = said.join(&format!(" {} ", context.theme.glyphs.dot));
    let text = if context.app.query().is_empty() { text } else { (say.ledger.of_matches)(&text) };
    through_lines(&text, context.sides.cols, Style::new())
}
