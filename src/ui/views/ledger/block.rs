//! A milestone of the Ledger: its title on the side of who moved, its date across the axis, and below it what it
//! answered. Of what both did, or somebody else did to both, it is said on the other side, below the date, who did it.

use std::borrow::Cow;

use ratatui::style::Style;

use super::line::{LedgerLine, OnAxis, Placement, Sides, begun, wrapped};
use crate::app::App;
use crate::app::ledger::{Answer, Pair, Side, after, answers};
use crate::dataset::{CompanyId, Lang, Milestone, RelationKind};
use crate::text::{ellipsize, width, wrap};
use crate::ui::legend;
use crate::ui::surface::StyledText;
use crate::ui::theme::Theme;
use crate::ui::theme::in_brackets;

/// Lines of what a move answered where there is one side: the rest of a long title is cut, with a mark.
const ANSWER_MOST: usize = 2;

/// What every block is drawn by.
#[derive(Clone, Copy)]
pub(super) struct LedgerContext<'a> {
    pub(super) app: &'a App,
    pub(super) pair: Pair,
    pub(super) sides: Sides,
    pub(super) theme: Theme,
}

impl<'a> LedgerContext<'a> {
    /// A milestone in lines: at least one, the first with its date and the glyph of its kind.
    pub(super) fn block(self, milestone: Milestone<'a>) -> Vec<LedgerLine> {
        let side = self.pair.side(milestone).unwrap_or(Side::Others);
        let is_selected = self.app.selection().contains(milestone.place(), self.app.matches());
        let is_left_out = self.app.is_dimmed(milestone.place());
        let style = if is_selected { self.theme.selected() } else { self.theme.left_out(is_left_out) };
        let mut lines = match side {
            Side::Left | Side::Right => self.one_moved(milestone, side, style),
            Side::Both | Side::Others => self.on_the_right(milestone, "", style),
        };
        let told = answers(milestone, self.pair, self.app.dataset());
        let part = lines.last().and_then(|line| line.title).unwrap_or(Placement::Right);
        lines.extend(told.iter().flat_map(|answer| self.answer(milestone, answer, part)));
        if matches!(side, Side::Both | Side::Others) {
            self.say_who(milestone, side, &mut lines);
        }
        let (glyph, hue) = self.theme.kind(milestone.kind());
        if let Some(first) = lines.first_mut() {
            first.on_axis = OnAxis::Kind(glyph.to_owned(), hue);
        }
        lines
    }

    /// The title in lines; in both languages the one below the other.
    fn titles(self, milestone: Milestone<'a>, cols: usize) -> Vec<String> {
        let zh = milestone.title_zh().filter(|zh| self.app.lang() == Lang::Both && *zh != milestone.title());
        let first = if zh.is_some() { milestone.title().into() } else { self.title(milestone) };
        let is_left_out = self.app.is_dimmed(milestone.place());
        [Some(first), zh.map(Cow::Borrowed)]
            .into_iter()
            .flatten()
            .map(|text| in_brackets(text, is_left_out))
            .flat_map(|text| wrap(&text, cols).into_iter().map(String::from).collect::<Vec<_>>())
            .collect()
    }

    pub(super) fn title(self, milestone: Milestone<'a>) -> Cow<'a, str> {
        self.app.lang().of(milestone.title(), milestone.title_zh())
    }

    fn one_moved(self, milestone: Milestone<'a>, side: Side, style: Style) -> Vec<LedgerLine> {
        let is_right = self.sides.is_one || side == Side::Right;
        let date = self.dated(milestone, if is_right { Placement::Left } else { Placement::Right });
        if is_right {
            let mark = self.mark(side);
            let mut lines = self.on_the_right(milestone, &mark, style);
            lines.iter_mut().take(1).for_each(|line| line.left.clone_from(&date));
            return lines;
        }
        let titles = self.titles(milestone, self.sides.left());
        let mut lines: Vec<LedgerLine> =
            titles.iter().map(|line| Self::title_line(Placement::Left, line, style)).collect();
        lines.iter_mut().take(1).for_each(|line| line.right.clone_from(&date));
        lines
    }

    /// The title behind a mark, or where there is none alone.
    fn on_the_right(self, milestone: Milestone<'a>, mark: &str, style: Style) -> Vec<LedgerLine> {
        let indent = if mark.is_empty() { 0 } else { width(mark) + 1 };
        let titles = self.titles(milestone, self.sides.right().saturating_sub(indent).max(1));
        let mut lines: Vec<LedgerLine> =
            titles.iter().map(|line| Self::title_line(Placement::Right, line, style)).collect();
        for (place, line) in lines.iter_mut().enumerate().filter(|_| indent > 0) {
            let before = if place == 0 { format!("{mark} ") } else { " ".repeat(indent) };
            line.right.insert(0, (before, Style::new()));
        }
        lines
    }

    fn title_line(part: Placement, text: &str, style: Style) -> LedgerLine {
        let pieces = vec![(text.to_owned(), style)];
        LedgerLine { title: Some(part), ..LedgerLine::of(part, pieces) }
    }

    /// Of what is of neither side alone, who moved: below the date, or where there is one side above the title.
    fn say_who(self, milestone: Milestone<'a>, side: Side, lines: &mut Vec<LedgerLine>) {
        let who = self.who(milestone, side);
        let date = self.dated(milestone, Placement::Left);
        let part = if self.sides.is_one { Placement::Right } else { Placement::Left };
        let who = wrap(&who, self.sides.cols_of(part));
        let who = who.into_iter().map(|line| vec![(line.to_string(), Style::new())]);
        if self.sides.is_one {
            lines.splice(0..0, who.map(|line| LedgerLine::of(part, line)));
        } else {
            let missing = (who.len() + 1).saturating_sub(lines.len());
            lines.extend(std::iter::repeat_n(LedgerLine::default(), missing));
            lines.iter_mut().skip(1).zip(who).for_each(|(line, who)| line.left = who);
        }
        lines.iter_mut().take(1).for_each(|line| line.left.clone_from(&date));
    }

    /// `both`, `both → Pinduoduo`, `MIIT → both, ByteDance`.
    fn who(self, milestone: Milestone<'a>, side: Side) -> String {
        let say = &self.theme.say.ledger;
        let names = |ids: &[CompanyId], both: bool| {
            let mut names = if both { vec![say.both.to_owned()] } else { Vec::new() };
            let others = ids.iter().filter(|id| ![self.pair.left, self.pair.right].contains(*id));
            names.extend(others.map(|id| self.name(*id)));
            names.join(", ")
        };
        let actors = names(milestone.actor_ids(), side == Side::Both);
        let affected = names(milestone.affected_ids(), side == Side::Others);
        match (actors.is_empty(), affected.is_empty()) {
            (true, _) => (say.of)(&affected),
            (false, true) => actors,
            (false, false) => format!("{actors} {} {affected}", self.theme.glyphs.arrow),
        }
    }

    pub(super) fn name(self, id: CompanyId) -> String {
        company_name(self.app, id)
    }

    /// Where there is one side: an arrow and a letter for who moved. Else nothing.
    pub(super) fn mark(self, side: Side) -> String {
        let [left, right] = self.theme.glyphs.sides;
        let initial = |id: CompanyId| self.name(id).chars().next().map(String::from).unwrap_or_default();
        match side {
            Side::Left if self.sides.is_one => format!("{left}{}", initial(self.pair.left)),
            Side::Right if self.sides.is_one => format!("{}{right}", initial(self.pair.right)),
            Side::Left | Side::Right | Side::Both | Side::Others => String::new(),
        }
    }

    /// The date on the side of `part`, and where there is room for them, away from the axis, the marks of a landmark and
    /// of what sources disagree on.
    fn dated(self, milestone: Milestone<'_>, part: Placement) -> StyledText {
        let date = self.date(milestone);
        let marks = legend::marks_of(milestone, self.app.lang(), self.theme).map(|(mark, _)| mark);
        let marks = marks.collect::<Vec<_>>().join(" ");
        let said = match part {
            _ if marks.is_empty() || width(&date) + 1 + width(&marks) > self.sides.cols_of(part) => date,
            Placement::Left => format!("{marks} {date}"),
            Placement::Right => format!("{date} {marks}"),
        };
        vec![(said, Style::new())]
    }

    /// Of a date too long for its room the beginning is shown, and that it goes on.
    fn date(self, milestone: Milestone<'_>) -> String {
        let short = milestone.date().short(self.theme.say, self.theme.glyphs.dash);
        ellipsize(&short, self.sides.left(), self.theme.glyphs.ellipsis).into_owned()
    }

    /// `answers after 21 days: WeChat blocks Laiwang`, whole where there are two sides.
    fn answer(self, milestone: Milestone<'a>, answer: &Answer, part: Placement) -> Vec<LedgerLine> {
        let say = &self.theme.say.ledger;
        let does = match answer.kind {
            RelationKind::RespondsTo => say.does_answer,
            RelationKind::Lifts => say.does_lift,
            RelationKind::Follows | RelationKind::PartOf => say.does_follow,
        };
        let answered = self.app.dataset().milestone(answer.to);
        let after = after(answered.date(), milestone.date(), self.theme.say);
        let said = does(after.as_deref());
        let text = format!("{said} {}", self.title(answered));
        let line = |pieces: StyledText| LedgerLine::of(part, pieces);
        let most = if self.sides.is_one { ANSWER_MOST } else { usize::MAX };
        let lines = wrapped(&text, self.sides.cols_of(part), most, self.theme);
        // The title stands on a row of its own as well.
        begun(lines, &said, [Style::new(), self.theme.dim()]).into_iter().map(line).collect()
    }
}

/// What a company is called, in the language that is read.
pub(super) fn company_name(app: &App, id: CompanyId) -> String {
    let company = app.dataset().company(id);
    app.lang().of(&company.name, company.name_zh.as_deref()).into_owned()
}
