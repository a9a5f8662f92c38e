//! What milestones refer to: companies, platforms, kinds, channels, sources, barriers.

use serde::Serialize;

use super::{BarrierState, ChannelId, CompanyId, PlatformId};
use crate::date::Date;

/// Who acts and who is touched: companies, but regulators and courts too.
#[derive(Debug)]
pub struct Company {
    /// Kebab-case; companies and platforms share one set of ids.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// What it does, in a few words.
    pub role: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// A product of a company.
#[derive(Debug)]
pub struct Platform {
    /// Kebab-case; companies and platforms share one set of ids.
    pub id: String,
    /// Whose it is.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// A remark.
    pub note: Option<String>,
}

/// What a milestone does to the walls: what themes colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Something is shut.
    Closing,
    /// Something is opened.
    Opening,
    /// Something is tried out.
    Trial,
    /// Somebody rules.
    Rule,
    /// Neither.
    Neutral,
}

impl Tone {
    /// All tones, in the order of their declaration.
    pub const ALL: [Self; 5] = [Self::Closing, Self::Opening, Self::Trial, Self::Rule, Self::Neutral];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Closing => "closing",
            Self::Opening => "opening",
            Self::Trial => "trial",
            Self::Rule => "rule",
            Self::Neutral => "neutral",
        }
    }
}

/// A kind of milestone, from the dataset's own vocabulary.
#[derive(Debug)]
pub struct Kind {
    /// Kebab-case.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// What it does to the walls.
    pub tone: Tone,
    /// One column.
    pub glyph: String,
    /// One column, drawn where Unicode cannot be.
    pub ascii: String,
    /// A remark.
    pub note: Option<String>,
}

/// What passes a barrier or does not: links, payment, ads.
#[derive(Debug)]
pub struct Channel {
    /// Kebab-case.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// A remark.
    pub note: Option<String>,
}

/// Where a claim comes from.
#[derive(Debug)]
pub struct Source {
    /// Kebab-case.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its headline.
    pub title: String,
    /// Its Chinese headline.
    pub title_zh: Option<String>,
    /// Where to read it; some sources are on paper.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// The language it was read in, as an IETF tag.
    pub lang: Option<String>,
    /// A remark: translation, mirror.
    pub note: Option<String>,
}

/// Who keeps a barrier, or is kept out by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Everyone outside (`any`).
    Any,
    /// A company as a whole.
    Company(CompanyId),
    /// One platform.
    Platform(PlatformId),
}

/// One barrier that some keep shut to others.
#[derive(Debug)]
pub struct Barrier {
    /// Kebab-case.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// Who keeps the barrier.
    pub holders: Vec<Party>,
    /// Who is kept out.
    pub against: Vec<Party>,
    /// What does not pass.
    pub channel: ChannelId,
    /// What stood before the first effect.
    pub before: BarrierState,
    /// A remark.
    pub note: Option<String>,
}
