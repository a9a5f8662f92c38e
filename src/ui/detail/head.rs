//! What stands above the text of a milestone: its title, when it was, of what kind, who and whom.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::DetailForm;
use crate::dataset::{Company, Lang, Milestone, about};
use crate::text::width;
use crate::ui::prose::Typesetter;
use crate::ui::theme::Theme;

/// A text and its counterpart in the other language, the one that is read first.
pub(super) fn in_order<'a>(plain: &'a str, zh: Option<&'a str>, lang: Lang) -> (&'a str, Option<&'a str>) {
    match zh {
        Some(zh) if lang == Lang::Zh => (zh, Some(plain)),
        _ => (plain, zh),
    }
}

impl Typesetter<'_> {
    pub(super) fn head(&mut self, milestone: Milestone<'_>, form: DetailForm, lang: Lang) {
        let (title, other) = in_order(milestone.title(), milestone.title_zh(), lang);
        self.prose(title, self.theme().strong());
        if let Some(other) = other.filter(|_| form != DetailForm::Below || lang == Lang::Both) {
            self.prose(other, Style::new());
        }
        match form {
            DetailForm::Below => self.short_facts(milestone, lang),
            DetailForm::Beside | DetailForm::Whole => {
                self.blank();
                self.facts(milestone, lang);
                if let Some(about) = about(milestone, lang) {
                    self.words(&about, Style::new());
                }
            }
        }
        self.blank();
    }

    /// When, of what kind, what the few call it that carry the story, who and whom: a line each.
    fn facts(&mut self, milestone: Milestone<'_>, lang: Lang) {
        self.words(&milestone.date().words(self.theme().say), Style::new());
        self.hanging(&self.kind(milestone), &self.standing(milestone, lang), Style::new());
        self.landmark(milestone, lang);
        self.words(&direction(milestone, self.theme(), lang), Style::new());
    }

    /// The same on as few lines as they need.
    fn short_facts(&mut self, milestone: Milestone<'_>, lang: Lang) {
        let line = Line::from(vec![
            Span::raw(milestone.date().words(self.theme().say)),
            Span::raw("  "),
            self.kind(milestone),
            Span::raw(" "),
            Span::raw(self.standing(milestone, lang)),
        ]);
        let taken: usize = line.spans.iter().map(|span| width(&span.content)).sum();
        if taken > self.cols() {
            return self.facts(milestone, lang);
        }
        self.line(line);
        self.landmark(milestone, lang);
        self.words(&direction(milestone, self.theme(), lang), Style::new());
    }

    fn landmark(&mut self, milestone: Milestone<'_>, lang: Lang) {
        if let Some(caption) = milestone.landmark(lang) {
            self.hanging(&Span::raw(self.theme().glyphs.landmark), &caption, Style::new());
        }
    }

    /// The kind's glyph.
    fn kind(&self, milestone: Milestone<'_>) -> Span<'static> {
        let (glyph, style) = self.theme().kind(milestone.kind());
        Span::styled(glyph.to_owned(), style)
    }

    /// What kind it is, how sure, and whether sources disagree: `Regulation · high confidence · disputed ≠`.
    fn standing(&self, milestone: Milestone<'_>, lang: Lang) -> String {
        let (kind, glyphs, say) = (milestone.kind(), self.theme().glyphs, self.theme().say);
        let kind = lang.of(&kind.name, kind.name_zh.as_deref());
        let sure = milestone.confidence().words(say);
        let standing = format!("{kind} {} {sure}", glyphs.dot);
        if milestone.is_disputed() {
            format!("{standing} {} {} {}", glyphs.dot, say.timeline.is_disputed, glyphs.disputed)
        } else {
            standing
        }
    }
}

/// Who acted, and whom it touched: `MIIT (Ministry of Industry and Information Technology) → Alibaba, Tencent`.
fn direction(milestone: Milestone<'_>, theme: Theme, lang: Lang) -> String {
    let [actors, affected] =
        [names(milestone.actors(), theme, lang), names(milestone.affected(), theme, lang)];
    let arrow = theme.glyphs.arrow;
    match (actors.is_empty(), affected.is_empty()) {
        (_, true) => actors,
        (true, false) => format!("{arrow} {affected}"),
        (false, false) => format!("{actors} {arrow} {affected}"),
    }
}

/// Each once, however often it is named; an acronym spelled.
fn names<'a>(companies: impl Iterator<Item = &'a Company>, theme: Theme, lang: Lang) -> String {
    let mut names: Vec<Cow<'_, str>> = Vec::new();
    for company in companies {
        let name = lang.of(&company.name, company.name_zh.as_deref());
        let name = match company.spelled().filter(|_| name == company.name) {
            Some(spelled) => Cow::Owned((theme.say.timeline.spelled)(&name, spelled)),
            None => name,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
