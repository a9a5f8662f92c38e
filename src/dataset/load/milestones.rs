//! Tables → milestones as the parser reads them: with every check, and a fault where one fails.

use std::ops::Range;

use super::build::{Builder, ListedIds, Record};
use super::check;
use super::field::{KeyedValue, Word};
use super::names::{Names, Scope};
use super::parts::{all, stored};
use super::read::Table;
use super::sink::{Sink, shifted};
use crate::dataset::claims::InlineTexts;
use crate::dataset::format::{
    CITE_TEXTS, EFFECT_TEXTS, FormatKey, IdsOf, LISTS, REQUIRED_TEXTS, TEXTS, Value, slot,
};
use crate::dataset::store::MilestoneFlags;
use crate::dataset::{BarrierEffect, BarrierState, Cite, Confidence, RelationKind, SourceId};
use crate::fault::{Fault, code};

/// A milestone read but not yet placed: its relations still name others by their ids in the file.
pub(super) struct Draft<'i> {
    id: Option<Word<'i>>,
    /// Where it begins.
    base: usize,
    /// `None` where something that it needs could not be read. Its place in the file is kept all the same.
    record: Option<Record>,
    /// Where its date stands.
    date: Range<usize>,
    relations: Vec<(RelationKind, Word<'i>)>,
    cited: Vec<SourceId>,
}

/// Every milestone of `tables`, in file order.
pub(super) fn drafts<'i>(tables: Vec<Table<'_, 'i>>, scope: &Scope<'i>) -> Vec<Draft<'i>> {
    all(tables, |_, table| Some(draft(table, scope)))
}

/// Checks what only shows between milestones: ids used twice, sources that nothing cites, relations that lead nowhere or
/// to what came later.
pub(super) fn check<'i>(sink: &Sink<'i>, drafts: &[Draft<'i>], scope: &Scope<'i>) -> Names<'i, usize> {
    let mut names = Names::new("milestone");
    for (index, draft) in drafts.iter().enumerate() {
        names.claim(sink, draft.id.as_ref(), index);
    }
    check::uncited(sink, &scope.sources, drafts.iter().flat_map(|draft| &draft.cited).copied());
    for from in 0..drafts.len() {
        resolve(sink, &names, drafts, from);
    }
    names
}

/// Hands `drafts` over. `None` where one of them could not be read.
pub(super) fn hand_over<'i>(drafts: Vec<Draft<'i>>, builder: &mut Builder<'i>) -> Option<()> {
    for draft in drafts {
        let relations = draft.relations.into_iter().map(|(kind, word)| (kind, word.text)).collect();
        builder.push_record(u32::try_from(draft.base).ok()?, draft.record?, relations);
    }
    Some(())
}

impl Draft<'_> {
    /// Where it stands, if it could be read and is no landmark.
    pub(super) fn no_landmark(&self) -> Option<Range<usize>> {
        let record = self.record.as_ref()?;
        let at = self.id.as_ref().map_or(self.date.clone(), |id| id.span.clone());
        record.texts[const { slot("landmark") }].is_none().then_some(at)
    }

    /// The same in a text that holds the one it was read from, beginning at `base`.
    pub(super) fn shifted(mut self, base: usize) -> Self {
        self.base += base;
        self.date = shifted(&self.date, base);
        let words = self.id.iter_mut().chain(self.relations.iter_mut().map(|(_, word)| word));
        for word in words {
            word.span = shifted(&word.span, base);
        }
        self
    }
}

fn draft<'i>(table: &mut Table<'_, 'i>, scope: &Scope<'i>) -> Draft<'i> {
    let sink = table.sink;
    let mut texts: [Option<String>; TEXTS] = Default::default();
    let mut lists: [ListedIds; LISTS] = Default::default();
    let mut flags = MilestoneFlags::default();
    let (mut id, mut date, mut place, mut kind, mut confidence) = (None, None, None, None, None);
    let (mut effects, mut relations, mut cites) = (Vec::new(), Vec::new(), Vec::new());
    for key in table.keys() {
        if matches!(key.value, Value::Id) {
            id = table.id();
            texts[key.slot()] = stored(id.clone());
            continue;
        }
        let field = table.field(key);
        match key.value {
            Value::Line | Value::Caption(_) => texts[key.slot()] = field.line(),
            Value::Prose => texts[key.slot()] = field.prose(),
            Value::Flag => {
                if field.flag().unwrap_or_default() {
                    flags.add(MilestoneFlags::flag(key.slot()));
                }
            }
            Value::Date => (date, place) = field.date().unzip(),
            Value::Kind => kind = field.word().and_then(|word| scope.kinds.find(sink, &word)),
            Value::Confidence => confidence = field.one_of(&Confidence::ALL, Confidence::as_str),
            Value::Ids(of) => lists[key.slot()] = listed(of, &field.words(), scope, sink),
            Value::Effects => effects = all(field.tables(), |_, table| effect(table, scope)),
            Value::Relations => relations = all(field.tables(), |_, table| relation(table)),
            Value::Cites => cites = all(field.tables(), |_, table| cite(table, scope)),
            // No milestone holds one.
            Value::Version
            | Value::Table(_)
            | Value::Tables(_)
            | Value::Id
            | Value::Lines
            | Value::Address
            | Value::Glyph
            | Value::Word
            | Value::Ref
            | Value::Milestones
            | Value::Parties => field.check(key.value),
        }
    }
    let cited = cites.iter().map(|cite| cite.source).collect();
    let base = table.span.start;
    let is_told = texts.iter().take(REQUIRED_TEXTS).all(Option::is_some);
    let record = || {
        is_told.then_some(())?;
        let (date, kind, confidence) = (date?, kind?, confidence?);
        Some(Record { texts, lists, flags, date, kind, confidence, effects, cites })
    };
    let record = record();
    Draft { id, base, record, date: place.unwrap_or_default(), relations, cited }
}

fn listed<'i>(of: IdsOf, words: &[Word<'i>], scope: &Scope<'i>, sink: &Sink<'i>) -> ListedIds {
    match of {
        IdsOf::Channels => ListedIds::Channels(scope.channels.find_all(sink, words)),
        IdsOf::Companies => ListedIds::Companies(scope.companies(sink, words)),
        IdsOf::Platforms => ListedIds::Platforms(scope.platforms(sink, words)),
    }
}

fn effect<'i>(table: &mut Table<'_, 'i>, scope: &Scope<'i>) -> Option<BarrierEffect> {
    let (mut barrier, mut state, mut date) = (None, None, None);
    let mut texts: InlineTexts<EFFECT_TEXTS> = Default::default();
    let sink = table.sink;
    for key in table.keys() {
        let field = table.field(key);
        match key.value {
            Value::Ref => barrier = field.word().and_then(|word| scope.barriers.find(sink, &word)),
            Value::Word => state = field.one_of(&BarrierState::AFTER, BarrierState::as_str),
            Value::Date => date = field.date().map(|(date, _)| Box::new(date)),
            _ => inline_text(key, field, &mut texts),
        }
    }
    Some(BarrierEffect::new(barrier?, state?, date, texts))
}

/// Reads the text `key` of an inline table.
fn inline_text(key: &FormatKey, field: KeyedValue<'_, '_>, texts: &mut [Option<Box<str>>]) {
    let text = match key.value {
        Value::Prose => field.prose(),
        Value::Line | Value::Caption(_) => field.line(),
        // It has none.
        other => return field.check(other),
    };
    if let Some(slot) = texts.get_mut(key.slot()) {
        *slot = text.map(String::into_boxed_str);
    }
}

/// A relation's note is checked and let go: nothing shows one, and the summary can say it.
fn relation<'i>(table: &mut Table<'_, 'i>) -> Option<(RelationKind, Word<'i>)> {
    let kind = table.named("type").one_of(&RelationKind::ALL, RelationKind::as_str);
    let to = table.named("to").word();
    table.named("note").prose();
    table.named("note_zh").prose();
    Some((kind.unwrap_or(RelationKind::Follows), to?))
}

fn cite<'i>(table: &mut Table<'_, 'i>, scope: &Scope<'i>) -> Option<Cite> {
    let (mut source, sink) = (None, table.sink);
    let mut texts: InlineTexts<CITE_TEXTS> = Default::default();
    for key in table.keys() {
        let field = table.field(key);
        match key.value {
            Value::Ref => source = field.word().and_then(|word| scope.sources.find_meant(sink, &word)),
            _ => inline_text(key, field, &mut texts),
        }
    }
    Some(Cite::new(source?, texts))
}

/// Reports relations of the draft at `from` that lead to nothing, to itself, or to what certainly came later. Where soft
/// dates leave the order open there is nothing to report.
fn resolve<'i>(sink: &Sink<'i>, names: &Names<'i, usize>, drafts: &[Draft<'i>], from: usize) {
    let Some(this) = drafts.get(from) else { return };
    for (kind, word) in &this.relations {
        let Some(to) = names.find(sink, word) else { continue };
        if to == from {
            let message = format!("{} is related to itself", code(&word.text));
            sink.report(Fault::error(word.span.clone(), &message, "expected an earlier milestone"));
        } else if let Some(that) = drafts.get(to) {
            report_later(sink, word, *kind, this, that);
        }
    }
}

fn report_later(sink: &Sink<'_>, word: &Word<'_>, kind: RelationKind, this: &Draft<'_>, that: &Draft<'_>) {
    let (Some(record), Some(later)) = (&this.record, &that.record) else { return };
    if !later.date.certainly_after(&record.date) {
        return;
    }
    let id = this.id.as_ref().map_or("", |id| &id.text);
    let (id, kind, to) = (code(id), kind.as_str(), code(&word.text));
    let message = format!("{id} `{kind}` {to}, which certainly came later");
    let fault = Fault::error(word.span.clone(), &message, "expected an earlier milestone");
    sink.report(fault.also(that.date.clone(), "later than this one"));
}
