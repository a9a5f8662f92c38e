//! What a reader can do, by name, and the headings of the help.

use crate::app::core::mode::{Mode, View};
use crate::words::{FooterWords, Words};

/// Something a reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is described by its row in the table below")]
pub enum Action {
    Down,
    Up,
    HalfDown,
    HalfUp,
    ScrollDown,
    ScrollUp,
    PageDown,
    PageUp,
    First,
    Last,
    NextMilestone,
    PreviousMilestone,
    NextYear,
    PreviousYear,
    NextBetween,
    PreviousBetween,
    Related,
    GoToDate,
    Search,
    NextHit,
    PreviousHit,
    Right,
    Left,
    PanLater,
    PanEarlier,
    ColumnRight,
    ColumnLeft,
    NextPage,
    PreviousPage,
    Timeline,
    Lanes,
    Walls,
    Ledger,
    Story,
    About,
    NextDoor,
    PreviousDoor,
    OpenDoor,
    ReadAll,
    ZoomIn,
    ZoomOut,
    Fit,
    Sort,
    Compare,
    Play,
    NextPair,
    PreviousPair,
    Glyphs,
    Mouse,
    NextPane,
    PreviousPane,
    Open,
    Follow,
    FollowWall,
    NextWall,
    PreviousWall,
    Browse,
    View,
    CopyMilestone,
    CopyWall,
    CopyCitation,
    CopyLink,
    CopyView,
    CopyMarkdown,
    EditQuery,
    Facets,
    NextFacet,
    FacetCompany,
    FacetYear,
    FacetKind,
    Choose,
    Exclude,
    Only,
    Narrow,
    NextTerm,
    PreviousTerm,
    DropThis,
    DropTerm,
    DropAll,
    Dim,
    Undo,
    Redo,
    Mark,
    Range,
    RangeDown,
    RangeUp,
    OtherEnd,
    SelectAll,
    Deselect,
    Export,
    Write,
    NextSetting,
    PreviousSetting,
    NextValue,
    PreviousValue,
    Language,
    Print,
    Answer,
    Replace,
    Keep,
    Switch,
    Help,
    Run,
    Accept,
    Complete,
    EarlierLine,
    LaterLine,
    ClearPrompt,
    Close,
    CloseHelp,
    Quit,
    QuitNow,
    Suspend,
    Redraw,
}

impl Action {
    /// How many there are, the last one included. The table is so long, and a test finds no two rows alike: none is left out.
    pub(in crate::app) const COUNT: usize = Self::Redraw as usize + 1;
}

impl Action {
    /// The one that shows a view.
    pub const fn showing(view: View) -> Self {
        match view {
            View::Front => Self::About,
            View::Timeline => Self::Timeline,
            View::Lanes => Self::Lanes,
            View::Walls => Self::Walls,
            View::Ledger => Self::Ledger,
            View::Story => Self::Story,
        }
    }
}

/// What an action is about: the headings of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Going somewhere.
    Move,
    /// Reading one milestone.
    Read,
    /// Finding something again, and the way back.
    Find,
    /// Narrowing what is shown.
    Filter,
    /// Choosing what to take away.
    Select,
    /// Taking it away.
    Take,
    /// How it is looked at.
    Look,
    /// The program itself.
    Program,
}

impl Group {
    /// The heading.
    pub const fn title(self, say: &Words) -> &'static str {
        let say = &say.groups;
        match self {
            Self::Move => say.moving,
            Self::Read => say.read,
            Self::Find => say.find,
            Self::Filter => say.filter,
            Self::Select => say.select,
            Self::Take => say.take,
            Self::Look => say.look,
            Self::Program => say.program,
        }
    }
}

/// An action's place in the footer.
#[derive(Clone, Copy, Debug)]
pub struct Footer {
    /// The lowest rank stands first, and is the last to go where room is short.
    pub rank: u8,
    /// The word beside the key, among all of them.
    pub word: fn(&FooterWords) -> &'static str,
    /// Where it is worth its room; after the first key of a sequence it always is.
    pub modes: &'static [Mode],
}
