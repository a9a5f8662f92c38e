//! The views, five ways to look at the same milestones, and a page before them; where keys go; and the lists of such places in which an action works.

use crate::words::Words;

/// A way to look at the milestones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What this is, how it went, and the doors to all else.
    Front,
    /// A milestone a row.
    #[default]
    Timeline,
    /// A barrier a row, time to the right.
    Lanes,
    /// Who kept out whom on one day.
    Walls,
    /// Two companies on either side of one axis.
    Ledger,
    /// A milestone a page.
    Story,
}

impl View {
    /// Those that show milestones, in the order of their keys: `1` is the first.
    pub const ALL: [Self; 5] = [Self::Timeline, Self::Lanes, Self::Walls, Self::Ledger, Self::Story];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Timeline => "timeline",
            Self::Lanes => "lanes",
            Self::Walls => "walls",
            Self::Ledger => "ledger",
            Self::Story => "story",
        }
    }

    /// Its name on the screen.
    pub const fn title(self, say: &Words) -> &'static str {
        let say = &say.view_names;
        match self {
            Self::Front => say.front,
            Self::Timeline => say.timeline,
            Self::Lanes => say.lanes,
            Self::Walls => say.walls,
            Self::Ledger => say.ledger,
            Self::Story => say.story,
        }
    }

    /// Where keys go in its main pane.
    pub(in crate::app) const fn mode(self) -> Mode {
        match self {
            Self::Front => Mode::Front,
            Self::Timeline => Mode::List,
            Self::Lanes => Mode::Lanes,
            Self::Walls => Mode::Walls,
            Self::Ledger => Mode::Ledger,
            Self::Story => Mode::Story,
        }
    }
}

/// Where keys go: what lies on top, else the pane in focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The front page, with its doors.
    Front,
    /// The list of milestones of the Timeline.
    List,
    /// The barriers of the Lanes.
    Lanes,
    /// The day of the Walls.
    Walls,
    /// The two sides of the Ledger.
    Ledger,
    /// The page of the Story.
    Story,
    /// The facet pane.
    Facets,
    /// The detail pane.
    Detail,
    /// The filters on their line.
    Terms,
    /// One milestone on the whole screen.
    Reading,
    /// The page of one wall.
    Wall,
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
    pub const ALL: [Self; 19] = [
        Self::List,
        Self::Lanes,
        Self::Walls,
        Self::Ledger,
        Self::Story,
        Self::Front,
        Self::Facets,
        Self::Detail,
        Self::Terms,
        Self::Reading,
        Self::Wall,
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
    pub const fn place(self, say: &Words) -> &'static str {
        let say = &say.places;
        match self {
            Self::Front => say.front,
            Self::List => say.timeline,
            Self::Lanes => say.lanes,
            Self::Walls => say.walls,
            Self::Ledger => say.ledger,
            Self::Story => say.story,
            Self::Facets => say.facets,
            Self::Detail => say.detail,
            Self::Terms => say.terms,
            Self::Reading => say.reading,
            Self::Wall => say.wall,
            Self::Export => say.export,
            Self::Path => say.path,
            Self::Replace => say.replace,
            Self::Palette => say.palette,
            Self::Search => say.search,
            Self::Query => say.query,
            Self::Date => say.date,
            Self::Narrow => say.narrow,
        }
    }
}

/// Lists of places, each with what it adds to shorter ones.
macro_rules! places {
    ($($(#[$doc:meta])* $name:ident = [$($mode:ident)*];)*) => {$(
        $(#[$doc])*
        pub(in crate::app) const $name: &[Mode] = &[$(Mode::$mode),*];
    )*};
}

places! {
    FRONT = [Front];
    LANES = [Lanes];
    WALLS = [Walls];
    LEDGER = [Ledger];
    STORY = [Story];
    /// The main pane of any view.
    VIEWS = [List Lanes Walls Ledger Story];
    /// The same, and the front page: what is one key away from it, too.
    OPENED = [Front List Lanes Walls Ledger Story];
    FACETS = [Facets];
    NOT_FACETS = [Front List Lanes Walls Ledger Story Detail Terms];
    TERMS = [Terms];
    /// Where sideways is the pane beside.
    COLUMNS = [List Ledger Facets Detail];
    BROWSE = [List Lanes Walls Ledger Story Facets Detail Terms];
    WALK = [List Lanes Walls Ledger Story Facets Detail Terms Reading];
    /// All of them, the front page, and the page of a wall.
    SHOWN = [Front List Lanes Walls Ledger Story Facets Detail Terms Reading Wall];
    /// The same without it.
    READ = [List Lanes Walls Ledger Story Facets Detail Terms Reading Wall];
    WALL = [Wall];
    /// Where a digit is no text: among facets it narrows.
    UNTYPED = [Front List Lanes Walls Ledger Story Detail Terms Reading Wall];
    /// Where there is something to take away: on the way, and in what is previewed.
    TAKING = [List Lanes Walls Ledger Story Facets Detail Terms Reading Wall Export];
    /// Where there is something to read in one language or another.
    TOLD = [Front List Lanes Walls Ledger Story Facets Detail Terms Reading Wall Export Path];
    /// Where rows are gone through one by one. In a prompt the same arrows bring lines back.
    STEPS = [List Lanes Walls Ledger Story Facets Detail Reading Wall Export Replace];
    ROWS = [List Lanes Walls Ledger Story Facets Detail Reading Wall Export Path Replace Palette Search Query Narrow];
    LONG = [List Lanes Walls Ledger Story Facets Detail Terms Reading Wall Export Replace];
    OVER = [Facets Detail Terms Reading Wall Export Path Replace Palette Search Query Date Narrow];
    EXPORT = [Export];
    SETTINGS = [Export Path];
    REPLACE = [Replace];
    PALETTE = [Palette];
    PROMPTS = [Path Palette Search Query Date Narrow];
    LINES = [Search Query Date Narrow];
    QUERY = [Query];
    SEARCHED = [Front List Lanes Walls Ledger Story Detail Reading];
    PLACES = [List Lanes Walls Ledger Story Detail Reading];
    ASKED = [Front List Lanes Walls Ledger Story Detail];
    /// Where the language is worth its room in the footer.
    SPOKEN = [Front Export Path];
    HELPED = [Front List Lanes Walls Ledger Story Facets Detail Terms Reading Wall Export Path Replace Search Query Date Narrow];
    /// Where it is worth saying how to go through time.
    TIMED = [Lanes Walls Ledger Reading Wall];
    LINKS = [Detail Reading];
}

pub(in crate::app) const ALL: &[Mode] = &Mode::ALL;
