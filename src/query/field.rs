//! The fields that a query can ask about, and the keys that name them.

/// What a term asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Any text at all: titles, summaries, notes, ids, names and aliases.
    Text,
    /// Companies that acted or were touched.
    Company,
    /// Companies that acted.
    Actor,
    /// Companies that were touched.
    Affected,
    /// Two companies that both had to do with it.
    Between,
    /// Spans of time that possible days touch.
    Year,
    /// The same as [`Field::Year`], by the name that suits a day.
    Date,
    /// Kinds of milestone.
    Kind,
    /// What a kind does to the walls.
    Tone,
    /// Platforms.
    Platform,
    /// Channels.
    Channel,
    /// Barriers that are moved.
    Barrier,
    /// How the barriers that are moved stand in the end.
    State,
    /// Sources cited, by id or by who published them.
    Source,
    /// How sure the compiler of the dataset is.
    Confidence,
    /// What it is marked as: a landmark, disputed, with a source.
    Is,
    /// The milestone's own id.
    Id,
    /// Milestones linked to the one with this id, either way.
    Relates,
}

impl Field {
    /// All that have a key, in the order in which they are offered.
    pub const KEYED: [Self; 17] = [
        Self::Company,
        Self::Between,
        Self::Actor,
        Self::Affected,
        Self::Year,
        Self::Date,
        Self::Kind,
        Self::Tone,
        Self::Channel,
        Self::Platform,
        Self::Barrier,
        Self::State,
        Self::Source,
        Self::Confidence,
        Self::Is,
        Self::Id,
        Self::Relates,
    ];

    /// Those that have a facet, in the order in which they are shown.
    pub const FACETS: [Self; 7] =
        [Self::Company, Self::Year, Self::Kind, Self::Channel, Self::Platform, Self::State, Self::Confidence];

    /// The key as it is typed and printed; empty for text, which has none.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Company => "company",
            Self::Actor => "actor",
            Self::Affected => "affected",
            Self::Between => "between",
            Self::Year => "year",
            Self::Date => "date",
            Self::Kind => "kind",
            Self::Tone => "tone",
            Self::Platform => "platform",
            Self::Channel => "channel",
            Self::Barrier => "barrier",
            Self::State => "state",
            Self::Source => "source",
            Self::Confidence => "confidence",
            Self::Is => "is",
            Self::Id => "id",
            Self::Relates => "relates",
        }
    }

    /// What it asks for, in a few words.
    pub const fn help(self) -> &'static str {
        match self {
            Self::Text => "anywhere in its text",
            Self::Company => "acted or was touched",
            Self::Actor => "acted",
            Self::Affected => "was touched",
            Self::Between => "two companies, both in it",
            Self::Year | Self::Date => "2021, 2021-09, 2021..2023, ..2019",
            Self::Kind => "kind of milestone",
            Self::Tone => "what it does to the walls",
            Self::Platform => "app or site",
            Self::Channel => "what a wall lets through",
            Self::Barrier => "a barrier that it moves",
            Self::State => "moves a wall that stands so in the end",
            Self::Source => "a source, or who published it",
            Self::Confidence => "how sure it is",
            Self::Is => "landmark, disputed, sourced",
            Self::Id => "one milestone",
            Self::Relates => "linked to a milestone",
        }
    }

    /// The field of `key`, in any case.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::KEYED.into_iter().find(|field| field.key().eq_ignore_ascii_case(key))
    }

    /// Whether its values are dates.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Year | Self::Date)
    }
}
