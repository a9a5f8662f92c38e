//! What is exported of a milestone, as JSON and as CSV: each key of the format, and what follows from a date and a kind.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::{Serialize, Serializer};

use crate::dataset::format::{CITE, EFFECT, FormatKey, MILESTONE, TableFormat, Value};
use crate::dataset::{
    BarrierEffect, BarrierState, Confidence, Dataset, Milestone, Relation, RelationKind, Tone, Via,
};
use crate::date::Date;

/// One key of an object, one column of a table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Column {
    /// What the dataset says.
    Key(&'static FormatKey),
    /// The first possible day, ISO 8601.
    Earliest,
    /// The last possible day.
    Latest,
    /// What the milestone's kind does to the walls.
    Tone,
}

/// All of them: in the order of the format, what follows from a key right behind it. How sure the compiler is stands
/// before the prose, where it has always been: who reads a table by the numbers of its columns finds them unmoved.
pub(super) static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let is_sure = |key: &&FormatKey| matches!(key.value, Value::Confidence);
    let mut columns = Vec::new();
    for key in MILESTONE.keys.iter().filter(|key| !is_sure(key)) {
        if matches!(key.value, Value::Prose) && key.is_required {
            columns.extend(MILESTONE.keys.iter().filter(is_sure).map(Column::Key));
        }
        columns.push(Column::Key(key));
        match key.value {
            Value::Date => columns.extend([Column::Earliest, Column::Latest]),
            Value::Kind => columns.push(Column::Tone),
            _ => {}
        }
    }
    columns
});

/// What stands in a column.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum ColumnValue<'a> {
    Text(Option<Cow<'a, str>>),
    Tone(Tone),
    Confidence(Confidence),
    Flag(bool),
    Ids(Vec<&'a str>),
    Effects(Vec<EffectEntry<'a>>),
    Relations(Vec<RelationEntry<'a>>),
    Cites(Vec<CiteEntry<'a>>),
}

/// What a milestone does to a barrier.
#[derive(Debug, Serialize)]
pub(super) struct EffectEntry<'a> {
    /// Id of the barrier.
    pub(super) barrier: &'a str,
    /// What it becomes.
    pub(super) state: BarrierState,
    /// When: its own date, else the milestone's. EDTF.
    pub(super) date: &'a str,
    #[serde(flatten)]
    texts: TextEntries<'a>,
}

/// The texts of an inline table, each by its key.
#[derive(Debug)]
struct TextEntries<'a>(Vec<(&'static str, Option<&'a str>)>);

impl Serialize for TextEntries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl<'a> TextEntries<'a> {
    fn of(table: &'static TableFormat, said: impl Fn(&FormatKey) -> Option<&'a str>) -> Self {
        let texts = table.keys.iter().filter(|key| key.is_text());
        Self(texts.map(|key| (key.name, said(key))).collect())
    }
}

/// A relation to an earlier milestone.
#[derive(Debug, Serialize)]
pub(super) struct RelationEntry<'a> {
    /// How they relate.
    #[serde(rename = "type")]
    pub(super) kind: RelationKind,
    /// Id of the earlier milestone.
    pub(super) to: &'a str,
}

/// A source of a milestone.
#[derive(Debug, Serialize)]
pub(super) struct CiteEntry<'a> {
    /// Id of the source.
    pub(super) source: &'a str,
    /// Who published it.
    publisher: &'a str,
    /// Its headline, or what it says.
    title: &'a str,
    /// Where to read it.
    pub(super) url: Option<&'a str>,
    /// When it was published. EDTF, as written.
    published: Option<&'a str>,
    /// Whether the title is no headline.
    paraphrased: bool,
    /// What was read of it.
    via: Via,
    /// What of the milestone it supports, and what else is said of it.
    #[serde(flatten)]
    texts: TextEntries<'a>,
}

impl Column {
    /// The key in an object.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Key(key) => key.name,
            Self::Earliest => "earliest",
            Self::Latest => "latest",
            Self::Tone => "tone",
        }
    }

    /// What stands there of `milestone`, which is one of `dataset`.
    pub(super) fn of<'a>(self, milestone: Milestone<'a>, dataset: &'a Dataset) -> ColumnValue<'a> {
        let day =
            |day: Option<chrono::NaiveDate>| ColumnValue::Text(day.map(|day| Cow::Owned(day.to_string())));
        match self {
            Self::Key(key) => said(key, milestone, dataset),
            Self::Earliest => day(milestone.date().earliest()),
            Self::Latest => day(milestone.date().latest()),
            Self::Tone => ColumnValue::Tone(milestone.kind().tone),
        }
    }
}

fn said<'a>(key: &FormatKey, milestone: Milestone<'a>, dataset: &'a Dataset) -> ColumnValue<'a> {
    match key.value {
        Value::Id | Value::Line | Value::Caption(_) | Value::Prose => ColumnValue::Text(milestone.said(key)),
        Value::Date => ColumnValue::Text(Some(Cow::Borrowed(milestone.date().as_written()))),
        Value::Kind => ColumnValue::Text(Some(Cow::Borrowed(&milestone.kind().id))),
        Value::Flag => ColumnValue::Flag(milestone.flagged(key)),
        Value::Confidence => ColumnValue::Confidence(milestone.confidence()),
        Value::Ids(_) => ColumnValue::Ids(milestone.listed(key)),
        Value::Effects => ColumnValue::Effects(effects(milestone, dataset)),
        Value::Relations => ColumnValue::Relations(relations(milestone, dataset)),
        Value::Cites => ColumnValue::Cites(cites(milestone, dataset)),
        // No milestone holds one.
        Value::Version
        | Value::Table(_)
        | Value::Tables(_)
        | Value::Lines
        | Value::Address
        | Value::Glyph
        | Value::Word
        | Value::Ref
        | Value::Milestones
        | Value::Parties => ColumnValue::Text(None),
    }
}

fn effects<'a>(milestone: Milestone<'a>, dataset: &'a Dataset) -> Vec<EffectEntry<'a>> {
    let entry = |effect: &'a BarrierEffect| EffectEntry {
        barrier: &dataset.barrier(effect.barrier).id,
        state: effect.state,
        date: effect.date.as_deref().unwrap_or(milestone.date()).as_written(),
        texts: TextEntries::of(&EFFECT, |key| effect.said(key)),
    };
    milestone.effects().iter().map(entry).collect()
}

fn relations<'a>(milestone: Milestone<'a>, dataset: &'a Dataset) -> Vec<RelationEntry<'a>> {
    let entry =
        |relation: &Relation| RelationEntry { kind: relation.kind, to: dataset.milestone(relation.to).id() };
    milestone.relations().iter().map(entry).collect()
}

fn cites<'a>(milestone: Milestone<'a>, dataset: &'a Dataset) -> Vec<CiteEntry<'a>> {
    let entry = |cite: &'a crate::dataset::Cite| {
        let source = dataset.source(cite.source);
        CiteEntry {
            source: &source.id,
            publisher: &source.publisher,
            title: &source.title,
            url: source.url.as_deref(),
            published: source.published.as_ref().map(Date::as_written),
            paraphrased: source.is_paraphrased,
            via: source.via,
            texts: TextEntries::of(&CITE, |key| cite.said(key)),
        }
    };
    milestone.cites().iter().map(entry).collect()
}
