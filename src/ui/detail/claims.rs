//! The text of a milestone: what happened, what it goes back to and led to, what it did to walls, where that is said.

use ratatui::style::Style;
use ratatui::text::Span;

use super::DetailForm;
use super::head::in_order;
use crate::app::App;
use crate::dataset::{
    BarrierId, Cite, Dataset, Lang, Milestone, Relation, RelationKind, Source, further_texts, said_outcome,
};
use crate::date::Date;
use crate::text::{ellipsize, width};
use crate::ui::prose::Typesetter;
use crate::words::Words;

impl Typesetter<'_> {
    /// A milestone as the detail shows it.
    pub(super) fn milestone(&mut self, milestone: Milestone<'_>, app: &App, form: DetailForm) {
        let (dataset, lang) = (app.dataset(), app.lang());
        self.head(milestone, form, lang);
        let (summary, zh) = (milestone.summary(), milestone.summary_zh());
        let (summary, other) = in_order(&summary, zh.as_deref(), lang);
        self.prose(summary, Style::new());
        if let Some(other) = other.filter(|_| lang == Lang::Both) {
            self.blank();
            self.prose(other, Style::new());
        }
        if milestone.relations().len() + milestone.incoming().len() > 0 {
            self.blank();
        }
        let glyphs = self.theme().glyphs;
        let (earlier, later) = (milestone.relations(), milestone.incoming());
        self.relations(milestone, earlier, (glyphs.earlier, RelationKind::to_earlier), (dataset, lang));
        self.relations(milestone, later, (glyphs.later, RelationKind::to_later), (dataset, lang));
        self.remarks(milestone, lang);
        self.effects(milestone, (dataset, lang));
        if !milestone.cites().is_empty() {
            self.heading(self.theme().say.timeline.sources);
        }
        for (number, cite) in milestone.cites().iter().enumerate() {
            self.cite(number + 1, cite, dataset.source(cite.source), (form, lang));
        }
        if form == DetailForm::Whole {
            self.blank();
            self.words(&(self.theme().say.timeline.id)(milestone.id()), Style::new());
        }
    }

    /// What is open, or what sources do not agree on, and whatever else is said of it.
    fn remarks(&mut self, milestone: Milestone<'_>, lang: Lang) {
        let say = &self.theme().say.timeline;
        let notes = milestone.notes(lang);
        if !notes.is_empty() {
            if milestone.is_disputed() {
                self.heading(&format!("{} {}", say.dispute, self.theme().glyphs.disputed));
            } else {
                self.heading(say.note);
            }
            for (place, note) in notes.iter().enumerate() {
                if place > 0 {
                    self.blank();
                }
                self.prose(note, Style::new());
            }
        }
        for (key, further) in further_texts(milestone, lang) {
            if key.plain_name() == "landmark" {
                continue;
            }
            let mut name = key.name.to_owned();
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            self.heading(&name);
            self.prose(&further, Style::new());
        }
    }

    /// What becomes of walls: each is named once, however often it is moved.
    fn effects(&mut self, milestone: Milestone<'_>, (dataset, lang): (&Dataset, Lang)) {
        let effects = milestone.effects();
        if !effects.is_empty() {
            self.heading(self.theme().say.timeline.effects);
        }
        let mut walls: Vec<BarrierId> = Vec::new();
        for effect in effects {
            if !walls.contains(&effect.barrier) {
                walls.push(effect.barrier);
                self.link();
                self.moves(milestone, effect.barrier, (dataset, lang));
            }
        }
    }

    /// `▲ Taobao links in WeChat: open, after 8.0 years shut`; of a wall that is moved more than once a line a move, each
    /// with its day.
    fn moves(&mut self, milestone: Milestone<'_>, wall: BarrierId, (dataset, lang): (&Dataset, Lang)) {
        let say = self.theme().say;
        let barrier = dataset.barrier(wall);
        let name = lang.of(&barrier.name, barrier.name_zh.as_deref());
        let history = dataset.history(wall);
        let of_wall = || milestone.effects().iter().enumerate().filter(|(_, effect)| effect.barrier == wall);
        let is_one = of_wall().nth(1).is_none();
        if !is_one {
            self.words(&name, Style::new());
        }
        let is_dated = of_wall().any(|(_, effect)| effect.date.is_some());
        for (place, effect) in of_wall() {
            let step = history.step_of(milestone, place);
            let told = step.and_then(|step| history.describe_step(step, barrier.before, say));
            let told = told.unwrap_or_else(|| effect.state.words(say).to_owned());
            let date = effect.date.as_deref().or((!is_one && is_dated).then_some(milestone.date()));
            let date = date.map(|date| date.words(say));
            let wall = is_one.then_some(&*name);
            let told = (say.timeline.effect)(wall, date.as_deref(), &told);
            let (height, style) = self.theme().state(effect.state);
            self.hanging(&Span::styled(height, style), &told, Style::new());
            if let Some(note) = effect.note_in(lang) {
                self.hanging(&Span::raw(" "), &note, Style::new());
            }
        }
        let is_last = history.steps().last().is_none_or(|step| step.milestone == milestone.place());
        if !is_last {
            let outcome = said_outcome(wall, dataset, say).sentence();
            self.hanging(&Span::raw(" "), &(say.timeline.outcome)(&outcome), Style::new());
        }
    }

    fn relations(
        &mut self,
        milestone: Milestone<'_>,
        relations: &[Relation],
        (mark, verb): (&'static str, fn(RelationKind, &Words) -> &'static str),
        (dataset, lang): (&Dataset, Lang),
    ) {
        let say = self.theme().say;
        for relation in relations {
            let other = dataset.milestone(relation.to);
            let date = self.beside(other.date(), milestone.date());
            let title = lang.of(other.title(), other.title_zh());
            self.link();
            let said = (say.timeline.related)(verb(relation.kind, say), &date, &title);
            self.hanging(&Span::raw(mark), &said, Style::new());
        }
    }

    /// A date beside another one: without its year where that is the same.
    fn beside(&self, date: &Date, other: &Date) -> String {
        let say = self.theme().say;
        if date.year().is_some() && date.year() == other.year() {
            date.short(say, self.theme().glyphs.dash)
        } else {
            (say.dates.brief)(&date.words(say))
        }
    }

    fn cite(&mut self, number: usize, cite: &Cite, source: &Source, (form, lang): (DetailForm, Lang)) {
        self.link();
        let say = self.theme().say;
        let published =
            source.published.as_ref().map(|date| format!(", {}", date.words(say))).unwrap_or_default();
        let number = Span::raw(number.to_string());
        let indent = width(&number.content);
        let below = Span::raw(" ".repeat(indent));
        let publisher = lang.of(&source.publisher, source.publisher_zh.as_deref());
        self.hanging(&number, &format!("{publisher}{published}"), Style::new());
        if form == DetailForm::Whole {
            let title = lang.of(&source.title, source.title_zh.as_deref());
            self.hanging(&below, &title, Style::new());
            let paraphrased = source.is_paraphrased.then(|| say.views.title_paraphrased.to_owned());
            let supports = cite.supports().map(|supports| lang.of(supports, cite.supports_zh()));
            let supports = supports.map(|supports| (say.views.supports)(&supports));
            let via = source.via.words(say).map(str::to_owned);
            for extra in [paraphrased, via, supports, cite.note_in(lang), source.note_in(lang)]
                .iter()
                .flatten()
                .chain(&source.url)
            {
                self.hanging(&below, extra, Style::new());
            }
        } else if let Some(url) = &source.url {
            let room = self.cols().saturating_sub(indent + 1);
            self.hanging(&below, &ellipsize(url, room, self.theme().glyphs.ellipsis), Style::new());
        }
    }
}
