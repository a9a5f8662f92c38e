//! Tables of keys, and what a key holds.

/// One table of the format.
#[derive(Debug)]
pub struct TableFormat {
    /// What it is, as faults say it: `milestone`.
    pub noun: &'static str,
    /// What it may say, in the order in which that is read and listed.
    pub keys: &'static [FormatKey],
}

/// One key of a table.
#[derive(Clone, Copy, Debug)]
pub struct FormatKey {
    /// As it is written.
    pub name: &'static str,
    /// Whether its absence is a fault.
    pub is_required: bool,
    /// What it holds.
    pub value: Value,
    /// Of a milestone's texts and of its lists of ids: which one it is, where they are kept.
    pub(super) slot: usize,
}

/// What a key holds.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// The version of the format.
    Version,
    /// A table in single brackets.
    Table(&'static TableFormat),
    /// A list of tables.
    Tables(&'static TableFormat),
    /// The table's own id, kebab-case.
    Id,
    /// One line.
    Line,
    /// One line that should take at most so many columns.
    Caption(usize),
    /// Several lines.
    Prose,
    /// A list of lines.
    Lines,
    /// An address in the web.
    Address,
    /// One character of one column.
    Glyph,
    /// EDTF in quotes, or a bare TOML date.
    Date,
    /// One of a few words.
    Word,
    /// `true` or `false`.
    Flag,
    /// The id of another table.
    Ref,
    /// Ids of companies and platforms.
    Parties,
    /// Ids of other tables, all of one kind.
    Ids(IdsOf),
    /// Ids of milestones.
    Milestones,
    /// The id of a milestone's kind.
    Kind,
    /// How sure the compiler of the dataset is.
    Confidence,
    /// What a milestone does to barriers.
    Effects,
    /// How it relates to earlier ones.
    Relations,
    /// What supports it.
    Cites,
}

/// What a list of ids names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdsOf {
    /// Channels.
    Channels,
    /// Companies.
    Companies,
    /// Platforms.
    Platforms,
}

impl TableFormat {
    /// The key that is called `name`.
    pub fn key(&self, name: &str) -> Option<&'static FormatKey> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The key of the same text as `key` in Chinese.
    pub fn chinese(&self, key: &FormatKey) -> Option<&'static FormatKey> {
        self.keys.iter().find(|twin| twin.is_chinese() && twin.plain_name() == key.name)
    }
}

impl FormatKey {
    /// Which of a milestone's texts it is, or which of its lists of ids, where they are kept: those that every milestone
    /// has come first.
    pub(in super::super) const fn slot(&self) -> usize {
        self.slot
    }

    /// Whether it is a text, kept as it stands in the file.
    pub const fn is_text(&self) -> bool {
        matches!(self.value, Value::Id | Value::Line | Value::Caption(_) | Value::Prose)
    }

    /// Whether it is another key's text in Chinese.
    pub fn is_chinese(&self) -> bool {
        self.name.ends_with(CHINESE)
    }

    /// What the key of the same text in the file's own language is called.
    pub fn plain_name(&self) -> &'static str {
        self.name.strip_suffix(CHINESE).unwrap_or(self.name)
    }
}

/// How the name of a key ends that holds the Chinese twin of another.
const CHINESE: &str = "_zh";
