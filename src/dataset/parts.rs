//! What milestones refer to: companies, platforms, kinds, channels, sources, barriers.

use serde::Serialize;

use super::{BarrierState, ChannelId, CompanyId, Lang, PlatformId};
use crate::date::Date;
use crate::words::Words;

/// Who acts and who is touched: companies, but regulators and courts too.
#[derive(Debug)]
pub struct Company {
    /// Kebab-case; companies and platforms share one set of ids.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// What it is called where there is little room.
    pub short: Option<String>,
    /// The same in Chinese.
    pub short_zh: Option<String>,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// What it does, in a few words.
    pub role: Option<String>,
    /// The same in Chinese.
    pub role_zh: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The same in Chinese.
    pub note_zh: Option<String>,
}

impl Company {
    /// What its name stands for, where that is an acronym and one of the other names tells: the one that begins with its
    /// letters (`Ministry of Industry and Information Technology` of `MIIT`), else one that is no name but says what it is
    /// (`planning commission` of `NDRC`).
    pub fn spelled(&self) -> Option<&str> {
        let is_acronym = self.name.len() > 1 && self.name.chars().all(|letter| letter.is_ascii_uppercase());
        let initials = |alias: &str| -> String {
            let begins = alias.split_whitespace().filter_map(|word| word.chars().next());
            begins.filter(char::is_ascii_uppercase).collect()
        };
        let says_what =
            |alias: &str| alias.contains(' ') && alias.chars().all(|c| c == ' ' || c.is_ascii_lowercase());
        let aliases = || self.aliases.iter().filter(|_| is_acronym);
        let spelled = aliases().find(|alias| initials(alias) == self.name);
        spelled.or_else(|| aliases().find(|alias| says_what(alias))).map(String::as_str)
    }
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
    /// The same in Chinese.
    pub note_zh: Option<String>,
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
    /// The same in Chinese.
    pub note_zh: Option<String>,
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
    /// The same in Chinese.
    pub note_zh: Option<String>,
}

/// Where a claim comes from.
#[derive(Debug)]
pub struct Source {
    /// Kebab-case.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// The same in Chinese.
    pub publisher_zh: Option<String>,
    /// Its headline, or what it says.
    pub title: String,
    /// Its Chinese headline.
    pub title_zh: Option<String>,
    /// Where to read it; some sources are on paper.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// The language it was read in, as an IETF tag.
    pub lang: Option<String>,
    /// What was read of it.
    pub via: Via,
    /// Whether the title is the compiler's own words, and not the headline.
    pub is_paraphrased: bool,
    /// A remark.
    pub note: Option<String>,
    /// The same in Chinese.
    pub note_zh: Option<String>,
}

impl Source {
    /// The remark on it.
    pub fn note_in(&self, lang: Lang) -> Option<String> {
        let note = self.note.as_deref()?;
        Some(lang.texts(note.into(), self.note_zh.as_deref().map(Into::into)).join(" "))
    }
}

/// What was read of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Via {
    /// The page or the paper itself.
    #[default]
    Original,
    /// A copy or a repost.
    Republished,
    /// A translation, by a machine or not, be it of a copy.
    Translation,
    /// What an archive keeps of it.
    Archive,
}

impl Via {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 4] = [Self::Original, Self::Republished, Self::Translation, Self::Archive];

    /// The word that a dataset writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Republished => "republished",
            Self::Translation => "translation",
            Self::Archive => "archive",
        }
    }

    /// What a reader sees; of what needs no word, none.
    pub const fn words(self, say: &Words) -> Option<&'static str> {
        match self {
            Self::Original => None,
            Self::Republished => Some(say.claims.republished),
            Self::Translation => Some(say.claims.translation),
            Self::Archive => Some(say.claims.archive),
        }
    }
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
    /// What it is called where there is little room.
    pub short: Option<String>,
    /// The same in Chinese.
    pub short_zh: Option<String>,
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
    /// The same in Chinese.
    pub note_zh: Option<String>,
}
