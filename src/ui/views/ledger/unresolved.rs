//! The end of the Ledger: what nobody is known to have opened or answered, each on the side of who shut it.

use ratatui::style::Style;

use super::block::LedgerContext;
use super::line::{LedgerLine, begun, through_lines, wrapped};
use crate::app::ledger::{Open, Side};
use crate::dataset::{BarrierId, BarrierOutcome, MilestoneId, SaidOutcome, last_day};
use crate::date::{Span, day_words, end_words};
use crate::text::width;
use crate::ui::surface::StyledText;

/// More of one side are counted, not listed.
const MOST: usize = 12;

impl LedgerContext<'_> {
    /// Every line below the last milestone.
    pub(super) fn unresolved(self, open: &Open) -> Vec<LedgerLine> {
        let (barriers, moves) = open.counts();
        let mut lines = Vec::new();
        if barriers > 0 {
            lines.push(LedgerLine::default());
            lines.extend(self.heading(&self.not_fully_open()));
            lines.extend(self.two_sides(&open.barriers, |id| self.barrier(id)));
        }
        if moves > 0 {
            lines.push(LedgerLine::default());
            lines.extend(self.heading(self.theme.say.ledger.no_answer));
            lines.extend(self.two_sides(&open.moves, |id| self.unanswered(id)));
        }
        lines
    }

    fn heading(self, text: &str) -> Vec<LedgerLine> {
        through_lines(text, self.sides.cols, self.theme.strong())
    }

    /// `not seen fully open by the end of 2024`: of what is closed as of what is half open.
    pub(super) fn not_fully_open(self) -> String {
        let say = self.theme.say;
        let end = self.app.dataset().span().and_then(Span::to);
        let end = end.map(|day| end_words(day, say).unwrap_or_else(|| day_words(day, say)));
        end.map_or(say.ledger.not_fully_open.to_owned(), |end| (say.ledger.not_fully_open_by)(&end))
    }

    /// A wall as high as it was when it was last heard of, its name, and its outcome.
    fn barrier(self, id: BarrierId) -> (String, Style, String, String) {
        let (dataset, say) = (self.app.dataset(), self.theme.say);
        let (barrier, history) = (dataset.barrier(id), dataset.history(id));
        let outcome = BarrierOutcome::on(last_day(dataset), history);
        let (wall, hue) = self.theme.state(outcome.state);
        let said = SaidOutcome::new(outcome, history, dataset, say).sentence();
        let name = self.app.lang().of(&barrier.name, barrier.name_zh.as_deref()).into_owned();
        (wall.to_owned(), hue, name, (say.ledger.outcome_is)(&said))
    }

    fn unanswered(self, id: MilestoneId) -> (String, Style, String, String) {
        let milestone = self.app.dataset().milestone(id);
        let (glyph, hue) = self.theme.kind(milestone.kind());
        let title = self.title(milestone).into_owned();
        (glyph.to_owned(), hue, title, (self.theme.say.ledger.dated)(&milestone.date().words(self.theme.say)))
    }

    /// What is on the left beside what is on the right; where there is one side, the one below the other.
    fn two_sides<T: Copy>(
        self,
        [left, right]: &[Vec<T>; 2],
        said: impl Fn(T) -> (String, Style, String, String),
    ) -> Vec<LedgerLine> {
        let entries = |side: Side, of: &[T]| -> Vec<LedgerLine> {
            let shown = of.iter().take(MOST).flat_map(|one| self.entry(side, said(*one)));
            let more = of.len().saturating_sub(MOST);
            let more = (more > 0).then(|| {
                let text = format!("{} {}", self.theme.glyphs.ellipsis, (self.theme.say.counts.more)(more));
                self.on(side, vec![(text, self.theme.dim())])
            });
            shown.chain(more).collect()
        };
        let (left, right) = (entries(Side::Left, left), entries(Side::Right, right));
        if self.sides.is_one {
            return left.into_iter().chain(right).collect();
        }
        let rows = left.len().max(right.len());
        let pad = |lines: Vec<LedgerLine>| lines.into_iter().map(Some).chain(std::iter::repeat(None));
        let pairs = pad(left).zip(pad(right)).take(rows);
        let beside = pairs.map(|(left, right)| LedgerLine {
            left: left.unwrap_or_default().left,
            right: right.unwrap_or_default().right,
            ..LedgerLine::default()
        });
        beside.collect()
    }

    fn entry(self, side: Side, (glyph, hue, name, said): (String, Style, String, String)) -> Vec<LedgerLine> {
        let is_left = side == Side::Left && !self.sides.is_one;
        let mark = self.mark(side);
        let before = if mark.is_empty() { String::new() } else { format!("{mark} ") };
        let indent = width(&before) + 2;
        let room = if is_left { self.sides.left() } else { self.sides.right() };
        let texts =
            wrapped(&format!("{name}{said}"), room.saturating_sub(indent).max(1), usize::MAX, self.theme);
        let line = |(place, text): (usize, StyledText)| {
            let glyph = if place == 0 { glyph.clone() } else { " ".to_owned() };
            let blank = (" ".to_owned(), Style::new());
            let pieces: StyledText = if is_left {
                text.into_iter().chain([blank, (glyph, hue)]).collect()
            } else {
                let mark = if place == 0 { before.clone() } else { " ".repeat(indent - 2) };
                [(mark, Style::new()), (glyph, hue), blank].into_iter().chain(text).collect()
            };
            self.on(side, pieces)
        };
        begun(texts, &name, [self.theme.strong(), Style::new()]).into_iter().enumerate().map(line).collect()
    }

    fn on(self, side: Side, pieces: StyledText) -> LedgerLine {
        if side == Side::Left && !self.sides.is_one {
            return LedgerLine { left: pieces, ..LedgerLine::default() };
        }
        LedgerLine { right: pieces, ..LedgerLine::default() }
    }
}
