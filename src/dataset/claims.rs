//! What a milestone says beside its texts: how sure that is, what it does to barriers, how it relates to earlier ones, and
//! what supports it.

use serde::Serialize;

use super::format::{CITE_KEYS, CITE_TEXTS, EFFECT_KEYS, EFFECT_TEXTS, FormatKey, slot_of};
use super::{BarrierId, BarrierState, MilestoneId, SourceId};
use crate::date::Date;
use crate::words::Lang;
use crate::words::{RelationWords, Words};

/// How sure the compiler of the dataset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Well supported.
    High,
    /// One good source, or a derived date.
    Medium,
    /// Thin support.
    Low,
}

impl Confidence {
    /// All of them, surest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// What a reader sees: `high confidence`.
    pub fn words(self, say: &Words) -> String {
        (say.claims.confidence)(match self {
            Self::High => say.claims.high,
            Self::Medium => say.claims.medium,
            Self::Low => say.claims.low,
        })
    }
}

/// What a milestone does to a barrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarrierEffect {
    /// Which barrier.
    pub barrier: BarrierId,
    /// What it becomes.
    pub state: BarrierState,
    /// When, where that is not the milestone's own date.
    pub date: Option<Box<Date>>,
    said: Said<EFFECT_TEXTS>,
}

/// The texts of an inline table by their slots. Of a million most have none.
type Said<const TEXTS: usize> = Option<Box<InlineTexts<TEXTS>>>;

/// The texts of an inline table by their slots.
pub(super) type InlineTexts<const TEXTS: usize> = [Option<Box<str>>; TEXTS];

fn note_in(plain: Option<&str>, zh: Option<&str>, lang: Lang) -> Option<String> {
    Some(lang.texts(plain?.into(), zh.map(Into::into)).join(" "))
}

fn kept<const TEXTS: usize>(texts: InlineTexts<TEXTS>) -> Said<TEXTS> {
    texts.iter().any(Option::is_some).then(|| Box::new(texts))
}

impl BarrierEffect {
    pub(super) fn new(
        barrier: BarrierId,
        state: BarrierState,
        date: Option<Box<Date>>,
        texts: InlineTexts<EFFECT_TEXTS>,
    ) -> Self {
        Self { barrier, state, date, said: kept(texts) }
    }

    /// What `key`, a text of [`EFFECT`](super::format::EFFECT), says of it.
    pub fn said(&self, key: &FormatKey) -> Option<&str> {
        self.at(key.slot()).filter(|_| key.is_text())
    }

    fn at(&self, slot: usize) -> Option<&str> {
        self.said.as_deref()?.get(slot)?.as_deref()
    }

    /// The remark on it.
    pub fn note_in(&self, lang: Lang) -> Option<String> {
        let zh = self.at(const { slot_of(EFFECT_KEYS, "note_zh") });
        note_in(self.at(const { slot_of(EFFECT_KEYS, "note") }), zh, lang)
    }
}

/// How a milestone relates to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// Comes after it in one story.
    Follows,
    /// Answers it.
    RespondsTo,
    /// Takes it back.
    Lifts,
    /// Is one step of it.
    PartOf,
}

impl RelationKind {
    /// All kinds of relation.
    pub const ALL: [Self; 4] = [Self::Follows, Self::RespondsTo, Self::Lifts, Self::PartOf];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Follows => "follows",
            Self::RespondsTo => "responds-to",
            Self::Lifts => "lifts",
            Self::PartOf => "part-of",
        }
    }

    /// Whether it answers what was done, and does not merely come after it.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::RespondsTo | Self::Lifts)
    }

    /// What the later milestone does, in words that go on with the earlier one.
    pub const fn to_earlier(self, say: &Words) -> &'static str {
        self.words(&say.claims.to_earlier)
    }

    /// What the earlier milestone does, in words that go on with the later one.
    pub const fn to_later(self, say: &Words) -> &'static str {
        self.words(&say.claims.to_later)
    }

    const fn words(self, said: &RelationWords) -> &'static str {
        match self {
            Self::Follows => said.follows,
            Self::RespondsTo => said.responds_to,
            Self::Lifts => said.lifts,
            Self::PartOf => said.part_of,
        }
    }
}

/// A relation between two milestones, seen from one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How they relate, always read from the later to the earlier one.
    pub kind: RelationKind,
    /// The other milestone.
    pub to: MilestoneId,
}

/// A source that supports a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cite {
    /// Which source.
    pub source: SourceId,
    said: Said<CITE_TEXTS>,
}

impl Cite {
    pub(super) fn new(source: SourceId, texts: InlineTexts<CITE_TEXTS>) -> Self {
        Self { source, said: kept(texts) }
    }

    /// Whether it says nothing but its source.
    pub(super) fn is_bare(&self) -> bool {
        self.said.is_none()
    }

    /// What `key`, a text of [`CITE`](super::format::CITE), says of it.
    pub fn said(&self, key: &FormatKey) -> Option<&str> {
        self.at(key.slot()).filter(|_| key.is_text())
    }

    fn at(&self, slot: usize) -> Option<&str> {
        self.said.as_deref()?.get(slot)?.as_deref()
    }

    /// What of the milestone it supports.
    pub fn supports(&self) -> Option<&str> {
        self.at(const { slot_of(CITE_KEYS, "supports") })
    }

    /// The remark on it.
    pub fn note_in(&self, lang: Lang) -> Option<String> {
        let zh = self.at(const { slot_of(CITE_KEYS, "note_zh") });
        note_in(self.at(const { slot_of(CITE_KEYS, "note") }), zh, lang)
    }

    /// What of the milestone it supports, in Chinese.
    pub fn supports_zh(&self) -> Option<&str> {
        self.at(const { slot_of(CITE_KEYS, "supports_zh") })
    }
}
