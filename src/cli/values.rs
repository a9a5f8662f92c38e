//! What an option takes where there are only so many: the words that are typed, and what they stand for.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::app;
use crate::dataset::Lang;
use crate::export::{Format, Notes};

/// A view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ViewName {
    /// What this is, and how it went; where more is asked for, the Timeline
    #[default]
    Front,
    /// A milestone a row
    Timeline,
    /// A barrier a row, time to the right
    Lanes,
    /// Who kept out whom on one day
    Walls,
    /// Two companies on either side of one axis
    Ledger,
    /// A milestone a page
    Story,
}

impl From<ViewName> for app::View {
    fn from(name: ViewName) -> Self {
        match name {
            ViewName::Front => Self::Front,
            ViewName::Timeline => Self::Timeline,
            ViewName::Lanes => Self::Lanes,
            ViewName::Walls => Self::Walls,
            ViewName::Ledger => Self::Ledger,
            ViewName::Story => Self::Story,
        }
    }
}

/// An order of the Lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum SortName {
    /// What does not pass, and when that began
    #[default]
    Channel,
    /// How they stand in the end
    Outcome,
    /// How long they were shut
    Length,
}

impl From<SortName> for app::lanes::LaneSort {
    fn from(name: SortName) -> Self {
        match name {
            SortName::Channel => Self::Channel,
            SortName::Outcome => Self::Outcome,
            SortName::Length => Self::Length,
        }
    }
}

/// What the explorer opens with: a view, or a page of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScreenName {
    /// A view.
    View(ViewName),
    /// The page of one wall.
    Wall,
}

impl ValueEnum for ScreenName {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::View(ViewName::Front),
            Self::View(ViewName::Timeline),
            Self::View(ViewName::Lanes),
            Self::View(ViewName::Walls),
            Self::Wall,
            Self::View(ViewName::Ledger),
            Self::View(ViewName::Story),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::View(view) => view.to_possible_value(),
            Self::Wall => Some(PossibleValue::new("wall").help("The page of the wall that --at names")),
        }
    }
}

/// A set of glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GlyphSet {
    /// All of them, each one cell wide
    Unicode,
    /// Those that no terminal draws two cells wide
    Narrow,
    /// ASCII alone
    Ascii,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FormatName {
    /// For readers and writers: a list under years and months
    Markdown,
    /// A Markdown table, a row a milestone
    Table,
    /// An array of objects
    Json,
    /// A table for spreadsheets
    Csv,
    /// The sources, for reference managers (CSL-JSON)
    Csl,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Markdown => Self::Markdown,
            FormatName::Table => Self::Table,
            FormatName::Json => Self::Json,
            FormatName::Csv => Self::Csv,
            FormatName::Csl => Self::Csl,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum NotesName {
    /// A footnote a source
    Footnotes,
    /// A reference link a source
    Links,
    /// Pandoc's citations, for citeproc (with the file of `--format csl`)
    Pandoc,
    /// The publisher's name and no more
    None,
}

impl From<NotesName> for Notes {
    fn from(name: NotesName) -> Self {
        match name {
            NotesName::Footnotes => Self::Footnotes,
            NotesName::Links => Self::Links,
            NotesName::Pandoc => Self::Pandoc,
            NotesName::None => Self::None,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum LangName {
    /// English, or whatever the dataset's plain keys are in
    #[default]
    En,
    /// Chinese, where the dataset has it
    Zh,
    /// The one, then the other
    Both,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::En => Self::En,
            LangName::Zh => Self::Zh,
            LangName::Both => Self::Both,
        }
    }
}

/// A shell that the program can be completed in.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ShellName {
    /// In ~/.bashrc: source <(wallchart completions bash)
    Bash,
    /// In ~/.elvish/rc.elv: eval (wallchart completions elvish | slurp)
    Elvish,
    /// In ~/.config/fish/completions/wallchart.fish: wallchart completions fish | source
    Fish,
    /// In $PROFILE: wallchart completions powershell | Out-String | Invoke-Expression
    Powershell,
    /// In ~/.zshrc: source <(wallchart completions zsh)
    Zsh,
}

impl ShellName {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Elvish => "elvish",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Zsh => "zsh",
        }
    }
}
