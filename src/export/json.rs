//! Milestones as JSON objects. The names of the keys are stable; their order is that of the structs.

use std::borrow::Cow;

use serde::Serialize;

use super::Extract;
use crate::dataset::{Confidence, Dataset, Milestone, RelationKind, State, Tone};
use crate::date::Date;

/// What `list --json` and `show --json` print of a milestone, and what an export holds an array of.
#[derive(Debug, Serialize)]
pub struct MilestoneEntry<'a> {
    /// What the dataset calls it.
    pub id: &'a str,
    /// EDTF, as written.
    pub date: &'a str,
    /// The first possible day, ISO 8601; null where nothing bounds it.
    pub earliest: Option<String>,
    /// The last possible day.
    pub latest: Option<String>,
    /// What happened, in one line.
    pub title: &'a str,
    /// The same in Chinese.
    pub title_zh: Option<&'a str>,
    /// Id of its kind.
    pub kind: &'a str,
    /// What that kind does to the walls.
    pub tone: Tone,
    /// Ids of channels.
    pub channels: Vec<&'a str>,
    /// Ids of the companies that acted.
    pub actors: Vec<&'a str>,
    /// Ids of the companies touched.
    pub affected: Vec<&'a str>,
    /// Ids of platforms.
    pub platforms: Vec<&'a str>,
    /// How sure the compiler of the dataset is.
    pub confidence: Confidence,
    /// What happened, in prose.
    pub summary: Cow<'a, str>,
    /// The same in Chinese.
    pub summary_zh: Option<Cow<'a, str>>,
    /// What is disputed or open.
    pub note: Option<Cow<'a, str>>,
    /// What it does to barriers.
    pub effects: Vec<EffectEntry<'a>>,
    /// Its relations to earlier milestones.
    pub relations: Vec<RelationEntry<'a>>,
    /// What supports it.
    pub cites: Vec<CiteEntry<'a>>,
}

/// What a milestone does to a barrier.
#[derive(Debug, Serialize)]
pub struct EffectEntry<'a> {
    /// Id of the barrier.
    pub barrier: &'a str,
    /// What it becomes.
    pub state: State,
    /// When: its own date, else the milestone's. EDTF.
    pub date: &'a str,
}

/// A relation to an earlier milestone.
#[derive(Debug, Serialize)]
pub struct RelationEntry<'a> {
    /// How they relate.
    #[serde(rename = "type")]
    pub kind: RelationKind,
    /// Id of the earlier milestone.
    pub to: &'a str,
}

/// A source of a milestone.
#[derive(Debug, Serialize)]
pub struct CiteEntry<'a> {
    /// Id of the source.
    pub source: &'a str,
    /// Who published it.
    pub publisher: &'a str,
    /// Its headline.
    pub title: &'a str,
    /// Where to read it.
    pub url: Option<&'a str>,
    /// When it was published. EDTF, as written.
    pub published: Option<&'a str>,
    /// What of the milestone it supports.
    pub supports: Option<&'a str>,
}

impl<'a> MilestoneEntry<'a> {
    /// The object of `milestone`, which is one of `dataset`.
    pub fn new(milestone: Milestone<'a>, dataset: &'a Dataset) -> Self {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        Self {
            id: milestone.id(),
            date: milestone.date().as_written(),
            earliest: day(milestone.date().earliest()),
            latest: day(milestone.date().latest()),
            title: milestone.title(),
            title_zh: milestone.title_zh(),
            kind: &milestone.kind().id,
            tone: milestone.kind().tone,
            channels: milestone.channels().map(|channel| channel.id.as_str()).collect(),
            actors: milestone.actors().map(|company| company.id.as_str()).collect(),
            affected: milestone.affected().map(|company| company.id.as_str()).collect(),
            platforms: milestone.platforms().map(|platform| platform.id.as_str()).collect(),
            confidence: milestone.confidence(),
            summary: milestone.summary(),
            summary_zh: milestone.summary_zh(),
            note: milestone.note(),
            effects: effects(milestone, dataset),
            relations: relations(milestone, dataset),
            cites: cites(milestone, dataset),
        }
    }

    /// The object on one line, without a newline at its end.
    pub fn line(&self) -> String {
        // Strings for keys and no maps: there is nothing here that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn effects<'a>(milestone: Milestone<'a>, dataset: &'a Dataset) -> Vec<EffectEntry<'a>> {
    let entry = |effect: &'a crate::dataset::Effect| EffectEntry {
        barrier: &dataset.barrier(effect.barrier).id,
        state: effect.state,
        date: effect.date.as_deref().unwrap_or(milestone.date()).as_written(),
    };
    milestone.effects().iter().map(entry).collect()
}

fn relations<'a>(milestone: Milestone<'a>, dataset: &'a Dataset) -> Vec<RelationEntry<'a>> {
    let entry = |relation: &crate::dataset::Relation| RelationEntry {
        kind: relation.kind,
        to: dataset.milestone(relation.to).id(),
    };
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
            supports: cite.supports(),
        }
    };
    milestone.cites().iter().map(entry).collect()
}

/// One array, an object a line: as easy on `diff` and `grep` as JSON can be.
pub(super) fn array(extract: &Extract<'_>) -> Vec<u8> {
    lines(extract.milestones().map(|milestone| MilestoneEntry::new(milestone, extract.dataset).line()))
}

/// An array of what is JSON already.
pub(super) fn lines(objects: impl Iterator<Item = String>) -> Vec<u8> {
    let lines: Vec<String> = objects.collect();
    if lines.is_empty() {
        return b"[]\n".to_vec();
    }
    format!("[\n{}\n]\n", lines.join(",\n")).into_bytes()
}
