//! Tables → milestones, in chronological order, their relations resolved.

use std::ops::Range;

use super::check;
use super::field::{Field, scrubbed};
use super::names::{Names, Scope};
use super::parts::{all, stored};
use super::read::{Table, Word};
use super::sink::Sink;
use crate::dataset::milestone::Record;
use crate::dataset::{Cite, Confidence, Effect, MilestoneId, Relation, RelationKind, SourceId, State};
use crate::fault::{Fault, code};
use crate::text;

/// A milestone read but not yet placed: its relations still name others by their ids in the file.
pub(super) struct Draft<'i> {
    id: Option<Word<'i>>,
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

/// All milestones, in chronological order; those of one day in file order.
pub(super) fn milestones<'i>(sink: &Sink<'i>, mut drafts: Vec<Draft<'i>>, scope: &Scope<'i>) -> Vec<Record> {
    let mut names = Names::new("milestone");
    for (index, draft) in drafts.iter().enumerate() {
        names.claim(sink, draft.id.as_ref(), MilestoneId::new(index));
    }
    check::uncited(sink, &scope.sources, drafts.iter().flat_map(|draft| &draft.cited));
    let relations: Vec<_> = (0..drafts.len()).map(|from| resolve(sink, &names, &drafts, from)).collect();
    for (draft, relations) in drafts.iter_mut().zip(relations) {
        if let Some(record) = &mut draft.record {
            record.relations = relations;
        }
    }
    in_order(drafts)
}

fn draft<'i>(table: &mut Table<'_, 'i>, scope: &Scope<'i>) -> Draft<'i> {
    let sink = table.sink;
    let id = table.id();
    let (date, place) = table.must("date").date().unzip();
    let title = headline(table.must("title"));
    let title_zh = headline(table.may("title_zh"));
    let kind = table.must("kind").word().and_then(|word| scope.kinds.find(sink, &word));
    let channels = scope.channels.find_all(sink, &table.may("channels").words());
    let actors = scope.companies(sink, &table.may("actors").words());
    let affected = scope.companies(sink, &table.may("affected").words());
    let platforms = scope.platforms(sink, &table.may("platforms").words());
    let summary = table.must("summary").prose();
    let summary_zh = table.may("summary_zh").prose();
    let confidence = table.must("confidence").one_of(&Confidence::ALL, Confidence::as_str);
    let note = table.may("note").prose();
    let effects = all(table.may("effects").tables("effect"), |_, table| effect(table, scope));
    let relations = all(table.may("relations").tables("relation"), |_, table| relation(table));
    let cites = all(table.must("cites").tables("cite"), |_, table| cite(table, scope));
    let sources = cites.iter().map(|cite| cite.source).collect();
    let record = || {
        Some(Record {
            id: stored(id.clone())?,
            date: date?,
            title: title?,
            title_zh,
            kind: kind?,
            channels,
            actors,
            affected,
            platforms,
            summary: summary?,
            summary_zh,
            confidence: confidence?,
            note,
            effects,
            relations: Vec::new(),
            incoming: Vec::new(),
            cites,
        })
    };
    let record = record();
    Draft { id, record, date: place.unwrap_or_default(), relations, cited: sources }
}

/// A title; one that is too wide for the list it is shown in is worth a warning.
fn headline(field: Field<'_, '_>) -> Option<String> {
    /// As wide as the narrowest terminal that everything is drawn for.
    const COLS: usize = 80;
    let (sink, key) = (field.sink, field.key);
    let word = field.word()?;
    let span = word.span.clone();
    let title = scrubbed(word);
    let cols = text::width(&title);
    if cols > COLS {
        let message = format!("`{key}` takes {cols} columns");
        sink.report(Fault::warning(span, &message, &format!("expected at most {COLS}")));
    }
    Some(title)
}

fn effect<'i>(table: &mut Table<'_, 'i>, scope: &Scope<'i>) -> Option<Effect> {
    let barrier = table.must("barrier").word().and_then(|word| scope.barriers.find(table.sink, &word));
    let state = table.must("state").one_of(&State::ALL, State::as_str);
    let date = table.may("date").date().map(|(date, _)| date);
    let note = table.may("note").prose();
    Some(Effect { barrier: barrier?, state: state?, date, note })
}

/// A relation's note is checked and let go: nothing shows one, and the summary can say it.
fn relation<'i>(table: &mut Table<'_, 'i>) -> Option<(RelationKind, Word<'i>)> {
    let kind = table.must("type").one_of(&RelationKind::ALL, RelationKind::as_str);
    let to = table.must("to").word();
    table.may("note").prose();
    Some((kind.unwrap_or(RelationKind::Follows), to?))
}

fn cite<'i>(table: &mut Table<'_, 'i>, scope: &Scope<'i>) -> Option<Cite> {
    let source = table.must("source").word().and_then(|word| scope.sources.find_meant(table.sink, &word));
    let supports = table.may("supports").line();
    let note = table.may("note").prose();
    Some(Cite { source: source?, supports, note })
}

/// The relations of the draft at `from`, toward places in the file; reports what leads nowhere, to itself,
/// or to what certainly came later. Where soft dates leave the order open there is nothing to report.
fn resolve<'i>(
    sink: &Sink<'i>,
    names: &Names<'i, MilestoneId>,
    drafts: &[Draft<'i>],
    from: usize,
) -> Vec<Relation> {
    let mut relations = Vec::new();
    let Some(this) = drafts.get(from) else { return relations };
    for (kind, word) in &this.relations {
        let Some(to) = names.find(sink, word) else { continue };
        relations.push(Relation { kind: *kind, to });
        if to.index() == from {
            let message = format!("{} is related to itself", code(&word.text));
            sink.report(Fault::error(word.span.clone(), &message, "expected an earlier milestone"));
        } else if let Some(that) = drafts.get(to.index()) {
            report_later(sink, word, *kind, this, that);
        }
    }
    relations
}

fn report_later(sink: &Sink<'_>, word: &Word<'_>, kind: RelationKind, this: &Draft<'_>, that: &Draft<'_>) {
    let (Some(record), Some(later)) = (&this.record, &that.record) else { return };
    if !later.date.certainly_after(&record.date) {
        return;
    }
    let (id, kind, to) = (code(&record.id), kind.as_str(), code(&word.text));
    let message = format!("{id} `{kind}` {to}, which certainly came later");
    let fault = Fault::error(word.span.clone(), &message, "expected an earlier milestone");
    sink.report(fault.also(that.date.clone(), "later than this one"));
}

/// Sorts by date, and turns places in the file into places in time. Comes to nothing where a draft fell
/// out: then there are errors, and places no longer fit.
fn in_order(mut drafts: Vec<Draft<'_>>) -> Vec<Record> {
    let Some(dates) =
        drafts.iter().map(|draft| Some(&draft.record.as_ref()?.date)).collect::<Option<Vec<_>>>()
    else {
        return Vec::new();
    };
    // Records are large, so places are sorted and each record moved once.
    let mut order: Vec<usize> = (0..dates.len()).collect();
    order.sort_by(|a, b| dates[*a].chronological(dates[*b]));
    let mut places = vec![MilestoneId::new(0); order.len()];
    for (place, index) in order.iter().enumerate() {
        places[*index] = MilestoneId::new(place);
    }
    let mut records: Vec<Record> =
        order.into_iter().filter_map(|index| drafts[index].record.take()).collect();
    for from in 0..records.len() {
        for nth in 0..records[from].relations.len() {
            let Relation { kind, to } = records[from].relations[nth];
            let to = places[to.index()];
            records[from].relations[nth].to = to;
            records[to.index()].incoming.push(Relation { kind, to: MilestoneId::new(from) });
        }
    }
    records
}
