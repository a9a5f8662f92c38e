//! Where keys go, and the lists of such places in which an action works.

/// Where keys go: what lies on top, else the pane in focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The list of milestones.
    List,
    /// The facet pane.
    Facets,
    /// The detail pane.
    Detail,
    /// The filters on their line.
    Terms,
    /// One milestone on the whole screen.
    Reading,
    /// The preview of an export.
    Export,
    /// The path of an export being typed.
    Path,
    /// The question whether to replace a file.
    Replace,
    /// The list of all actions, with its search prompt.
    Palette,
    /// A search being typed.
    Search,
    /// The query being edited.
    Query,
    /// A date being typed.
    Date,
    /// What a group of facets is narrowed to, being typed.
    Narrow,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::List,
        Self::Facets,
        Self::Detail,
        Self::Terms,
        Self::Reading,
        Self::Export,
        Self::Path,
        Self::Replace,
        Self::Palette,
        Self::Search,
        Self::Query,
        Self::Date,
        Self::Narrow,
    ];

    /// Whether characters are text here, not keys.
    pub const fn is_prompt(self) -> bool {
        matches!(self, Self::Path | Self::Palette | Self::Search | Self::Query | Self::Date | Self::Narrow)
    }

    /// What a reader calls it.
    pub const fn place(self) -> &'static str {
        match self {
            Self::List => "in the list",
            Self::Facets => "in the facet pane",
            Self::Detail => "in the detail",
            Self::Terms => "on the line of filters",
            Self::Reading => "on an open milestone",
            Self::Export => "in the export",
            Self::Path => "while its path is typed",
            Self::Replace => "in the question about a file",
            Self::Palette => "in this list",
            Self::Search => "in a search",
            Self::Query => "in the query line",
            Self::Date => "while a date is typed",
            Self::Narrow => "while a group is narrowed",
        }
    }
}

pub(super) const LIST: &[Mode] = &[Mode::List];
pub(super) const FACETS: &[Mode] = &[Mode::Facets];
pub(super) const NOT_FACETS: &[Mode] = &[Mode::List, Mode::Detail, Mode::Terms];
pub(super) const TERMS: &[Mode] = &[Mode::Terms];
pub(super) const COLUMNS: &[Mode] = &[Mode::List, Mode::Facets, Mode::Detail];
pub(super) const BROWSE: &[Mode] = &[Mode::List, Mode::Facets, Mode::Detail, Mode::Terms];
pub(super) const WALK: &[Mode] = &[Mode::List, Mode::Facets, Mode::Detail, Mode::Terms, Mode::Reading];
/// Where there is something to take away: on the way, and in what is previewed.
pub(super) const TAKING: &[Mode] =
    &[Mode::List, Mode::Facets, Mode::Detail, Mode::Terms, Mode::Reading, Mode::Export];
pub(super) const ROWS: &[Mode] = &[
    Mode::List,
    Mode::Facets,
    Mode::Detail,
    Mode::Reading,
    Mode::Export,
    Mode::Path,
    Mode::Replace,
    Mode::Palette,
    Mode::Search,
    Mode::Query,
    Mode::Narrow,
];
pub(super) const LONG: &[Mode] =
    &[Mode::List, Mode::Facets, Mode::Detail, Mode::Terms, Mode::Reading, Mode::Export, Mode::Replace];
pub(super) const OVER: &[Mode] = &[
    Mode::Facets,
    Mode::Detail,
    Mode::Terms,
    Mode::Reading,
    Mode::Export,
    Mode::Path,
    Mode::Replace,
    Mode::Palette,
    Mode::Search,
    Mode::Query,
    Mode::Date,
    Mode::Narrow,
];
pub(super) const EXPORT: &[Mode] = &[Mode::Export];
pub(super) const SETTINGS: &[Mode] = &[Mode::Export, Mode::Path];
pub(super) const REPLACE: &[Mode] = &[Mode::Replace];
pub(super) const PALETTE: &[Mode] = &[Mode::Palette];
pub(super) const PROMPTS: &[Mode] =
    &[Mode::Path, Mode::Palette, Mode::Search, Mode::Query, Mode::Date, Mode::Narrow];
pub(super) const LINES: &[Mode] = &[Mode::Search, Mode::Query, Mode::Date, Mode::Narrow];
pub(super) const QUERY: &[Mode] = &[Mode::Query];
pub(super) const PLACES: &[Mode] = &[Mode::List, Mode::Detail, Mode::Reading];
pub(super) const PANES: &[Mode] = &[Mode::List, Mode::Detail];
pub(super) const HELPED: &[Mode] = &[
    Mode::List,
    Mode::Facets,
    Mode::Detail,
    Mode::Terms,
    Mode::Reading,
    Mode::Export,
    Mode::Path,
    Mode::Replace,
    Mode::Search,
    Mode::Query,
    Mode::Date,
    Mode::Narrow,
];
pub(super) const READING: &[Mode] = &[Mode::Reading];
pub(super) const LINKS: &[Mode] = &[Mode::Detail, Mode::Reading];
pub(super) const ALL: &[Mode] = &Mode::ALL;
