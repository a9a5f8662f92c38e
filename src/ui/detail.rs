//! A milestone to read, in the pane beside the list and on the whole screen: its text as lines, and on which
//! of them its links stand.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::panes::Panes;
use super::prose::{MarkedWords, Prose, Typesetter};
use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::reader::links;
use crate::app::{App, Focus};
use crate::dataset::{
    BarrierEffect, Cite, Dataset, Lang, Milestone, Relation, RelationKind, Source, about, direction,
    further_texts,
};
use crate::text::{ellipsize, width};
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
use crate::words::Words;

/// How much room a milestone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DetailForm {
    /// A few wide rows below the list: the head takes two lines.
    Below,
    /// A column beside the list.
    Beside,
    /// The whole screen: sources show all that is known of them.
    Whole,
}

/// How much room the detail has beside or below the list.
pub(super) const fn form(panes: Panes) -> DetailForm {
    if panes.is_narrow { DetailForm::Below } else { DetailForm::Beside }
}

/// Lays out what is read; nothing where there is no room for it.
pub(super) fn lay_out(app: &App, area: Rect, theme: Theme, form: DetailForm) -> Option<Prose> {
    let (milestone, _) = app.read().filter(|_| !area.is_empty())?;
    let words = MarkedWords::of(app);
    let mut set = Typesetter::new(area.width.into(), theme, &words);
    set.milestone(milestone, app, form);
    let prose = set.finish();
    debug_assert_eq!(prose.links.len(), links(milestone).count(), "every link stands on a line");
    Some(prose)
}

/// Draws what is read; where the hardware cursor stands.
pub(super) fn draw(
    app: &App,
    surface: &mut Surface<'_>,
    theme: Theme,
    prose: &Prose,
    form: DetailForm,
) -> Cursor {
    let whole = form == DetailForm::Whole;
    let (_, reader) = app.read()?;
    let top = reader.top.min(prose.lines.len().saturating_sub(surface.rows()));
    let in_use = whole || app.focus() == Focus::Detail;
    let marked = reader.link.filter(|_| in_use).and_then(|link| prose.links.get(link).copied());
    let rest = prose.lines.len().saturating_sub(top + surface.rows());
    for (row, line) in prose.lines.iter().skip(top).take(surface.rows()).enumerate() {
        surface.line(row, 0, line);
    }
    let marked = marked.and_then(|line| line.checked_sub(top)).filter(|row| *row < surface.rows());
    // Beside the list, the first row shows that keys go here, until a link is marked.
    let marked = marked.or((in_use && !whole).then_some(0));
    if let Some(row) = marked {
        surface.restyle(row, theme.current());
    }
    if rest > 0 {
        more(app, surface, theme, rest, whole);
    }
    in_use.then(|| surface.position(marked.unwrap_or(0), 0))
}

/// The last row says that the text goes on, and, where there is room, how to read on: nothing is cut without a
/// mark.
fn more(app: &App, surface: &mut Surface<'_>, theme: Theme, rest: usize, whole: bool) {
    let row = surface.rows() - 1;
    let more = format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more_lines)(rest + 1));
    let key = |mode, action| app.keys().shown(mode, action);
    let how = if whole {
        format!(": {}", key(Mode::Reading, Action::Down))
    } else {
        format!(": {}, or {}", key(Mode::List, Action::NextPane), key(Mode::List, Action::Open))
    };
    let room = surface.cols().saturating_sub(width(&more));
    surface.fill(row, 0, surface.cols(), " ", Style::reset());
    surface.right(
        row,
        surface.cols(),
        &format!("{more}{}", if width(&how) <= room { how.as_str() } else { "" }),
        theme.dim(),
    );
}

/// A text and its counterpart in the other language, the one that is read first.
fn in_order<'a>(plain: &'a str, zh: Option<&'a str>, lang: Lang) -> (&'a str, Option<&'a str>) {
    match zh {
        Some(zh) if lang == Lang::Zh => (zh, Some(plain)),
        _ => (plain, zh),
    }
}

impl Typesetter<'_> {
    /// A milestone as the detail shows it.
    fn milestone(&mut self, milestone: Milestone<'_>, app: &App, form: DetailForm) {
        let (dataset, lang) = (app.dataset(), app.lang());
        match form {
            DetailForm::Below => self.short_head(milestone, lang),
            DetailForm::Beside | DetailForm::Whole => self.head(milestone, form, lang),
        }
        let (summary, zh) = (milestone.summary(), milestone.summary_zh());
        let (summary, other) = in_order(&summary, zh.as_deref(), lang);
        self.prose(summary, Style::new());
        if let Some(other) = other.filter(|_| lang == Lang::Both) {
            self.blank();
            self.prose(other, Style::new());
        }
        if let Some(note) = milestone.note() {
            self.heading("Note");
            for (place, note) in lang.texts(note, milestone.note_zh()).iter().enumerate() {
                if place > 0 {
                    self.blank();
                }
                self.prose(note, Style::new());
            }
        }
        for (key, further) in further_texts(milestone, lang) {
            self.heading(key.name);
            self.prose(&further, Style::new());
        }
        if !milestone.effects().is_empty() {
            self.heading("Effects");
            for (place, effect) in milestone.effects().iter().enumerate() {
                let history = dataset.history(effect.barrier);
                self.effect(effect, history.step_of(milestone, place), (dataset, lang));
            }
        }
        self.relations(milestone.relations(), RelationKind::to_earlier, (dataset, lang));
        self.relations(milestone.incoming(), RelationKind::to_later, (dataset, lang));
        self.heading("Sources");
        for (number, cite) in milestone.cites().iter().enumerate() {
            self.cite(number + 1, cite, dataset.source(cite.source), (form, lang));
        }
    }

    fn head(&mut self, milestone: Milestone<'_>, form: DetailForm, lang: Lang) {
        let (title, other) = in_order(milestone.title(), milestone.title_zh(), lang);
        self.prose(title, self.theme().strong());
        if let Some(other) = other {
            self.prose(other, Style::new());
        }
        self.blank();
        self.facts(milestone, lang);
        if let (DetailForm::Whole, Some(about)) = (form, about(milestone, lang)) {
            self.words(&about, Style::new());
        }
        self.blank();
    }

    /// When, of what kind, who and whom: a line each.
    fn facts(&mut self, milestone: Milestone<'_>, lang: Lang) {
        self.words(&milestone.date().words(self.theme().say), Style::new());
        self.hanging(&self.kind(milestone), &self.standing(milestone, lang), Style::new());
        self.words(&self.direction(milestone, lang), self.theme().strong());
    }

    /// The title, and the facts on as few lines as they need.
    fn short_head(&mut self, milestone: Milestone<'_>, lang: Lang) {
        let (title, other) = in_order(milestone.title(), milestone.title_zh(), lang);
        self.prose(title, self.theme().strong());
        if let Some(other) = other.filter(|_| lang == Lang::Both) {
            self.prose(other, Style::new());
        }
        let mut line = Line::from(vec![
            Span::raw(milestone.date().words(self.theme().say)),
            Span::raw("  "),
            self.kind(milestone),
            Span::raw(" "),
            Span::raw(self.standing(milestone, lang)),
        ]);
        let direction = self.direction(milestone, lang);
        let taken: usize = line.spans.iter().map(|span| width(&span.content)).sum();
        if taken > self.cols() {
            self.facts(milestone, lang);
        } else if taken + 2 + width(&direction) > self.cols() {
            self.line(line);
            self.words(&direction, self.theme().strong());
        } else {
            line.extend([Span::raw("  "), Span::styled(direction, self.theme().strong())]);
            self.line(line);
        }
    }

    /// The kind's glyph.
    fn kind(&self, milestone: Milestone<'_>) -> Span<'static> {
        let (glyph, style) = self.theme().kind(milestone.kind());
        Span::styled(glyph.to_owned(), style)
    }

    /// What kind it is, and how sure: `Regulation · high confidence`.
    fn standing(&self, milestone: Milestone<'_>, lang: Lang) -> String {
        let (kind, dot) = (milestone.kind(), self.theme().glyphs.dot);
        let kind = lang.of(&kind.name, kind.name_zh.as_deref());
        let disputed = if milestone.is_disputed() { format!(" {dot} disputed") } else { String::new() };
        format!("{kind} {dot} {}{disputed}", milestone.confidence().words(self.theme().say))
    }

    /// Who acted, and whom it touched: `MIIT → Alibaba, Tencent`.
    fn direction(&self, milestone: Milestone<'_>, lang: Lang) -> String {
        direction(milestone, self.theme().glyphs.arrow, lang).unwrap_or_default()
    }

    /// What becomes of a barrier, and how long it had been shut: `Taobao links in WeChat: limited, after about 7.8 years
    /// closed`.
    fn effect(&mut self, effect: &BarrierEffect, step: Option<usize>, (dataset, lang): (&Dataset, Lang)) {
        let (wall, style) = self.theme().state(effect.state);
        let barrier = dataset.barrier(effect.barrier);
        let date = effect
            .date
            .as_deref()
            .map(|date| format!(", {}", date.words(self.theme().say)))
            .unwrap_or_default();
        let told = step.and_then(|step| {
            dataset.history(effect.barrier).describe_step(step, barrier.before, self.theme().say)
        });
        let told = told.unwrap_or_else(|| effect.state.words(self.theme().say).to_owned());
        let name = lang.of(&barrier.name, barrier.name_zh.as_deref());
        let words = format!("{name}{date}: {told}");
        self.hanging(&Span::styled(wall, style), &words, Style::new());
        if let Some(note) = effect.note_in(lang) {
            self.hanging(&Span::raw(" "), &note, Style::new());
        }
    }

    fn relations(
        &mut self,
        relations: &[Relation],
        word: fn(RelationKind, &Words) -> &'static str,
        (dataset, lang): (&Dataset, Lang),
    ) {
        let mut under = None;
        for relation in relations {
            let word = word(relation.kind, self.theme().say);
            if under != Some(word) {
                under = Some(word);
                self.heading(word);
            }
            self.related(dataset.milestone(relation.to), lang);
        }
    }

    /// One line: date, kind, title; where a date leaves the title no room, it has lines of its own.
    fn related(&mut self, other: Milestone<'_>, lang: Lang) {
        const ROOM: usize = 12;
        self.link();
        let date = other.date().brief(self.theme().say);
        let (glyph, style) = self.theme().kind(other.kind());
        let is_apart = width(&date) + width(glyph) + 2 + ROOM > self.cols();
        let before = if is_apart { "  ".to_owned() } else { format!("{date} ") };
        if is_apart {
            self.words(&date, Style::new());
        }
        let room = self.cols().saturating_sub(width(&before) + width(glyph) + 1);
        let title = lang.of(other.title(), other.title_zh());
        let title = ellipsize(&title, room, self.theme().glyphs.ellipsis);
        self.line(Line::from(vec![
            Span::raw(before),
            Span::styled(glyph.to_owned(), style),
            Span::raw(" "),
            Span::raw(title.into_owned()),
        ]));
    }

    fn cite(&mut self, number: usize, cite: &Cite, source: &Source, (form, lang): (DetailForm, Lang)) {
        self.link();
        let published = source
            .published
            .as_ref()
            .map(|date| format!(", {}", date.words(self.theme().say)))
            .unwrap_or_default();
        let number = Span::raw(number.to_string());
        let indent = width(&number.content);
        let below = Span::raw(" ".repeat(indent));
        let publisher = lang.of(&source.publisher, source.publisher_zh.as_deref());
        self.hanging(&number, &format!("{publisher}{published}"), Style::new());
        if form == DetailForm::Whole {
            let title = lang.of(&source.title, source.title_zh.as_deref());
            self.hanging(&below, &title, Style::new());
            let paraphrased =
                source.is_paraphrased.then(|| self.theme().say.views.title_paraphrased.to_owned());
            let supports = cite.supports().map(|supports| lang.of(supports, cite.supports_zh()));
            let supports = supports.map(|supports| (self.theme().say.views.supports)(&supports));
            let remarks = [
                paraphrased,
                source.via.words(self.theme().say).map(str::to_owned),
                supports,
                cite.note_in(lang),
                source.note_in(lang),
            ];
            for extra in remarks.iter().flatten().chain(&source.url) {
                self.hanging(&below, extra, Style::new());
            }
        } else if let Some(url) = &source.url {
            let room = self.cols().saturating_sub(indent + 1);
            self.hanging(&below, &ellipsize(url, room, self.theme().glyphs.ellipsis), Style::new());
        }
    }
}
