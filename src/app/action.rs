//! THE table of what a reader can do: every action with its name, its keys, one line of help, where it works
//! and, where it does not, why. Keymap, footer, help and palette are read from it.

pub use super::mode::Mode;
use super::mode::{
    ALL, BROWSE, COLUMNS, EXPORT, FACETS, HELPED, LANES, LEDGER, LINES, LINKS, LONG, NOT_FACETS, OVER,
    PALETTE, PANES, PLACES, PROMPTS, QUERY, REPLACE, ROWS, SETTINGS, STEPS, STORY, TAKING, TERMS, TIMED,
    TOLD, VIEWS, WALK, WALLS,
};
use super::search::NO_SEARCH;
use super::{App, Key};
#[allow(clippy::enum_glob_use, reason = "the table below names every action")]
use Action::*;
use Group::{Filter, Find, Look, Move, Program, Read, Select, Take};

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
    CellRight,
    CellLeft,
    NextPage,
    PreviousPage,
    Timeline,
    Lanes,
    Walls,
    Ledger,
    Story,
    ZoomIn,
    ZoomOut,
    Fit,
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
    Browse,
    View,
    CopyMilestone,
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
    /// Whether undo goes back to before it: what changes the query or how it is shown, and jumps, but no moves by
    /// a row or a page. Prompts are a step when they are done.
    pub(super) const fn is_step(self) -> bool {
        matches!(
            self,
            First
                | Last
                | NextYear
                | PreviousYear
                | NextBetween
                | PreviousBetween
                | NextHit
                | PreviousHit
                | Follow
                | Choose
                | Exclude
                | Only
                | DropThis
                | DropTerm
                | DropAll
                | Dim
                | Timeline
                | Lanes
                | Walls
                | Ledger
                | Story
                | ZoomIn
                | ZoomOut
                | Fit
                | Compare
                | NextPair
                | PreviousPair
        )
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
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Read => "Read",
            Self::Find => "Find",
            Self::Filter => "Narrow",
            Self::Select => "Select",
            Self::Take => "Take away",
            Self::Look => "View",
            Self::Program => "Program",
        }
    }
}

/// An action's place in the footer.
#[derive(Clone, Copy, Debug)]
pub struct Footer {
    /// The lowest rank stands first, and is the last to go where room is short.
    pub rank: u8,
    /// The word beside the key.
    pub word: &'static str,
    /// Where it is worth its room; after the first key of a sequence it always is.
    pub modes: &'static [Mode],
}

/// One row of the table.
#[derive(Debug)]
pub struct Row {
    /// What it does.
    pub action: Action,
    /// Stable name, kebab-case.
    pub name: &'static str,
    /// Where its keys mean this.
    pub modes: &'static [Mode],
    /// Its keys, the first one the one to show; a sequence is written with blanks. None for what is only ever looked
    /// for by name.
    pub keys: &'static [&'static str],
    /// One line.
    pub help: &'static str,
    /// The heading it stands under.
    pub group: Group,
    /// Whether it stands in the footer.
    pub footer: Option<Footer>,
    /// Why it is off now, if it is.
    pub off: fn(&App) -> Option<&'static str>,
}

impl Row {
    /// Why the action cannot be run from `mode` now: a place it does not work in, or what it lacks.
    pub fn why_off(&self, mode: Mode, app: &App) -> Option<String> {
        if self.modes.contains(&mode) {
            return (self.off)(app).map(str::to_owned);
        }
        match self.modes {
            [one] => Some(format!("works {}", one.place())),
            [one, other] => Some(format!("works {} and {}", one.place(), other.place())),
            // Nearly everywhere: where not is the shorter thing to say.
            _ => Some(format!("does not work {}", mode.place())),
        }
    }

    /// Whether `typed` is one of its keys, with or without the blanks of a sequence: `q`, `gg`, `Ctrl-d`.
    pub(super) fn has_key(&self, typed: &str) -> bool {
        self.keys.iter().any(|keys| *keys == typed || keys.replace(' ', "") == typed)
    }

    /// Its key sequences.
    pub fn sequences(&self) -> impl Iterator<Item = Vec<Key>> {
        // A key that does not parse is left out here, and found by the test below.
        self.keys.iter().map(|keys| keys.split(' ').filter_map(|key| key.parse().ok()).collect())
    }
}

const fn always(_: &App) -> Option<&'static str> {
    None
}

fn needs_rows(app: &App) -> Option<&'static str> {
    app.listed().is_empty().then_some("nothing matches")
}

fn needs_matches(app: &App) -> Option<&'static str> {
    app.matches().ids.is_empty().then_some("nothing matches")
}

fn needs_row_or_way_out(app: &App) -> Option<&'static str> {
    if app.way_out().is_some() { None } else { needs_rows(app) }
}

fn needs_search(app: &App) -> Option<&'static str> {
    app.search().is_none().then_some(NO_SEARCH)
}

fn needs_parties(app: &App) -> Option<&'static str> {
    let named = |milestone: crate::dataset::Milestone<'_>| {
        !(milestone.actor_ids().is_empty() && milestone.affected_ids().is_empty())
    };
    (!app.read().is_some_and(|(milestone, _)| named(milestone))).then_some("it names no party")
}

fn needs_related(app: &App) -> Option<&'static str> {
    let linked = |milestone: crate::dataset::Milestone<'_>| {
        !(milestone.relations().is_empty() && milestone.incoming().is_empty())
    };
    (!app.read().is_some_and(|(milestone, _)| linked(milestone)))
        .then_some("it is linked to no other milestone")
}

fn needs_past(app: &App) -> Option<&'static str> {
    (!app.history.has_past()).then_some("there is nothing to undo")
}

fn needs_future(app: &App) -> Option<&'static str> {
    (!app.history.has_future()).then_some("there is nothing to redo")
}

fn needs_dataset(app: &App) -> Option<&'static str> {
    app.dataset().is_empty().then_some("the dataset has no milestones yet")
}

fn needs_filter(app: &App) -> Option<&'static str> {
    app.query().is_empty().then_some("no filter is on")
}

fn needs_selection(app: &App) -> Option<&'static str> {
    let nothing = app.selection().is_empty() && app.search().is_none() && !app.is_comparing();
    nothing.then_some("nothing is open or selected; q quits")
}

fn needs_range(app: &App) -> Option<&'static str> {
    (!app.selection().is_ranging()).then_some("no range is begun: v begins one")
}

/// What an export lacks.
pub(super) fn needs_export(app: &App) -> Option<&'static str> {
    (app.matches().ids.is_empty() && app.selection().is_empty())
        .then_some("nothing matches and nothing is selected")
}

fn needs_link(app: &App) -> Option<&'static str> {
    app.link().is_none().then_some("no link is marked: down goes to the next one")
}

fn needs_milestone(app: &App) -> Option<&'static str> {
    app.read().is_none().then_some("nothing matches")
}

fn needs_source(app: &App) -> Option<&'static str> {
    app.source().is_none().then_some("no source here")
}

fn needs_address(app: &App) -> Option<&'static str> {
    app.address().is_none().then_some("no source here has an address")
}

const fn row(
    action: Action,
    name: &'static str,
    group: Group,
    modes: &'static [Mode],
    keys: &'static [&'static str],
    help: &'static str,
) -> Row {
    Row { action, name, modes, keys, help, group, footer: None, off: always }
}

impl Row {
    const fn footer(self, rank: u8, word: &'static str) -> Self {
        let modes = self.modes;
        self.footer_in(modes, rank, word)
    }

    const fn footer_in(mut self, modes: &'static [Mode], rank: u8, word: &'static str) -> Self {
        self.footer = Some(Footer { rank, word, modes });
        self
    }

    const fn off(mut self, off: fn(&App) -> Option<&'static str>) -> Self {
        self.off = off;
        self
    }
}

/// Every action, in the order of the help.
#[rustfmt::skip] // A row a line: it is read as a table.
pub static TABLE: &[Row] = &[
    row(Open, "open", Read, VIEWS, &["Enter"], "open the milestone on the whole screen").off(needs_row_or_way_out).footer(7, "open"),
    row(Follow, "follow", Read, LINKS, &["Enter"], "follow the marked link").off(needs_link).footer(3, "follow"),
    row(Browse, "browse", Read, WALK, &["b"], "open a source in the browser").off(needs_address).footer(8, "source"),
    row(Related, "related", Read, PLACES, &["r"], "mark the next related milestone; Enter goes there").off(needs_related).footer_in(&[Mode::Detail, Mode::Reading], 9, "related"),

    row(Search, "search", Find, PLACES, &["/"], "search: marks what it finds and hides nothing").off(needs_dataset).footer_in(PANES, 3, "search"),
    row(NextHit, "next-hit", Find, WALK, &["n"], "the next hit of the search").off(needs_search).footer_in(PLACES, 3, "next hit"),
    row(PreviousHit, "previous-hit", Find, WALK, &["N"], "the hit before").off(needs_search),
    row(GoToDate, "go-to-date", Find, WALK, &["g d"], "go to a date: 2021-09, sept 2021, 2021q3").off(needs_rows).footer_in(&[], 5, "date"),
    row(NextBetween, "next-between", Find, WALK, &["*"], "the next one between the same parties").off(needs_parties),
    row(PreviousBetween, "previous-between", Find, WALK, &["#"], "the one before between the same parties").off(needs_parties),
    row(Undo, "undo", Find, WALK, &["u"], "undo: the query, how it is shown, jumps").off(needs_past).footer(8, "undo"),
    row(Redo, "redo", Find, WALK, &["Ctrl-r"], "redo what was undone").off(needs_future),

    row(EditQuery, "edit-query", Filter, WALK, &["&"], "edit the query line").footer_in(PANES, 5, "query"),
    row(Facets, "facets", Filter, NOT_FACETS, &["f"], "go to the facets").footer_in(PANES, 4, "filter"),
    row(NextFacet, "next-facet", Filter, FACETS, &["f"], "the next facet").footer(6, "next facet"),
    row(FacetCompany, "facet-company", Filter, BROWSE, &["f c"], "go to the companies").footer_in(&[], 4, "companies"),
    row(FacetYear, "facet-year", Filter, BROWSE, &["f y"], "go to the years").footer_in(&[], 4, "years"),
    row(FacetKind, "facet-kind", Filter, BROWSE, &["f k"], "go to the kinds").footer_in(&[], 4, "kinds"),
    row(Choose, "choose", Filter, FACETS, &["Space"], "choose this value, or no longer").footer(3, "choose"),
    row(Exclude, "exclude", Filter, FACETS, &["x"], "leave out this value, or no longer").footer(4, "exclude"),
    row(Only, "only-this", Filter, FACETS, &["Enter"], "only this value of its facet").footer(3, "only this"),
    row(Narrow, "narrow", Filter, FACETS, &["/"], "narrow this group to what is typed").footer(5, "narrow"),
    row(DropThis, "drop-this", Filter, TERMS, &["Enter", "Delete"], "drop this filter").footer(3, "drop this"),
    row(NextTerm, "next-term", Filter, TERMS, &["Right", "l"], "the next filter on the line").footer(4, "next"),
    row(PreviousTerm, "previous-term", Filter, TERMS, &["Left", "h"], "the filter before on the line"),
    row(DropTerm, "drop-term", Filter, WALK, &["Backspace"], "drop the last filter").off(needs_filter),
    row(DropAll, "drop-all", Filter, WALK, &["X"], "drop all filters").off(needs_filter).footer(9, "drop filters"),
    row(Dim, "dim", Filter, WALK, &["."], "hide what does not match, or show it, in brackets"),

    row(Mark, "mark", Select, PLACES, &["Space"], "mark this milestone, or no longer").off(needs_rows),
    row(Range, "range", Select, VIEWS, &["v"], "begin a range here, or keep it as it is").off(needs_rows).footer(5, "select"),
    row(RangeDown, "range-down", Select, VIEWS, &["Shift-Down"], "stretch the range down").off(needs_rows),
    row(RangeUp, "range-up", Select, VIEWS, &["Shift-Up"], "stretch the range up").off(needs_rows),
    row(OtherEnd, "other-end", Select, VIEWS, &["o"], "go to the other end of the range").off(needs_range).footer(4, "other end"),
    row(SelectAll, "select-all", Select, VIEWS, &["Ctrl-a"], "select all that match").off(needs_matches),
    row(Deselect, "deselect", Select, VIEWS, &["Esc"], "drop the search, then the range, then the marks").off(needs_selection).footer(9, "drop"),

    row(Export, "export", Take, WALK, &["e"], "export what is selected, else what matches").off(needs_export).footer(6, "export"),
    row(CopyMilestone, "copy-milestone", Take, WALK, &["y y"], "copy the milestone as plain text").off(needs_milestone).footer_in(&[], 7, "milestone"),
    row(CopyCitation, "copy-citation", Take, WALK, &["y c"], "copy a source as it is cited").off(needs_source).footer_in(&[], 7, "citation"),
    row(CopyLink, "copy-link", Take, WALK, &["y l"], "copy the address of a source").off(needs_address).footer_in(&[], 7, "address"),
    row(CopyView, "copy-view", Take, WALK, &["y v"], "copy the command line of this screen").footer_in(&[], 7, "view"),
    row(CopyMarkdown, "copy-markdown", Take, TAKING, &["y m"], "copy as Markdown what e takes; in the preview, as shown").off(needs_export).footer_in(EXPORT, 7, "Markdown"),
    row(View, "view", Take, WALK, &[], "show the command line of this screen"),
    row(Write, "write", Take, SETTINGS, &["Enter"], "write the export to its path").footer(1, "write"),
    row(NextSetting, "next-setting", Take, SETTINGS, &["Tab"], "the next setting of the export").footer(3, "setting"),
    row(PreviousSetting, "previous-setting", Take, SETTINGS, &["Shift-Tab"], "the setting before; from the first one, the path"),
    row(NextValue, "next-value", Take, EXPORT, &["Right", "l"], "set the chosen setting to its next value").footer(4, "change"),
    row(PreviousValue, "previous-value", Take, EXPORT, &["Left", "h"], "set the chosen setting to the value before"),
    row(Print, "print", Take, SETTINGS, &["p"], "leave, and print the export to standard output").footer(5, "print"),
    row(Answer, "answer", Take, REPLACE, &["Enter"], "do what is chosen").footer(1, "do this"),
    row(Replace, "replace", Take, REPLACE, &["y"], "replace the file").footer(3, "replace"),
    row(Keep, "keep", Take, REPLACE, &["n"], "keep the file, and go back to its name").footer(3, "keep"),
    row(Switch, "switch", Take, REPLACE, &["Left", "Right", "Tab", "Shift-Tab", "h", "l"], "choose the other answer").footer(3, "choose"),

    row(Timeline, "timeline", Look, WALK, &["1"], "the Timeline: every milestone, a row each"),
    row(Lanes, "lanes", Look, WALK, &["2"], "the Lanes: every barrier through time, a row each"),
    row(Walls, "walls", Look, WALK, &["3"], "the Walls: who kept out whom on one day"),
    row(Ledger, "ledger", Look, WALK, &["4"], "the Ledger: two companies, who moved and who answered"),
    row(Story, "story", Look, WALK, &["5"], "the Story: a milestone a page, to read straight through"),
    row(ZoomIn, "zoom-in", Look, LANES, &["+", "="], "zoom in on the current milestone").footer(3, "zoom"),
    row(ZoomOut, "zoom-out", Look, LANES, &["-"], "zoom out"),
    row(Fit, "fit", Look, LANES, &["0"], "show the whole span"),
    row(Compare, "compare", Look, WALLS, &["m"], "compare another day with this one, or no longer").footer(5, "compare"),
    row(Play, "play", Look, WALLS, &["P"], "play the years; any key stops").footer(6, "play"),
    row(NextPair, "next-pair", Look, LEDGER, &["w"], "the next two companies, by what is between them").footer(3, "next pair"),
    row(PreviousPair, "previous-pair", Look, LEDGER, &["W"], "the two companies before"),
    row(Language, "language", Look, TOLD, &["t"], "the language: English, Chinese or both").footer_in(SETTINGS, 6, "language"),
    row(Glyphs, "glyphs", Look, WALK, &[], "the next glyphs: all, none of two cells, or ASCII alone"),
    row(Mouse, "mouse", Look, BROWSE, &["M"], "the mouse: on, or off so that the terminal selects text"),

    row(Down, "down", Move, STEPS, &["j", "Down"], "next row"),
    row(Up, "up", Move, STEPS, &["k", "Up"], "previous row"),
    row(HalfDown, "half-page-down", Move, LONG, &["Ctrl-d"], "half a page down"),
    row(HalfUp, "half-page-up", Move, LONG, &["Ctrl-u"], "half a page up"),
    row(ScrollDown, "scroll-down", Move, STEPS, &["Ctrl-e"], "scroll a row down, and stay where it is still seen"),
    row(ScrollUp, "scroll-up", Move, STEPS, &["Ctrl-y"], "scroll a row up, and stay where it is still seen"),
    row(PageDown, "page-down", Move, ROWS, &["PgDn", "Ctrl-f"], "a page down"),
    row(PageUp, "page-up", Move, ROWS, &["PgUp", "Ctrl-b"], "a page up"),
    row(First, "first", Move, LONG, &["g g", "Home"], "the first row"),
    row(Last, "last", Move, LONG, &["G", "End"], "the last row"),
    row(NextMilestone, "next-milestone", Move, WALK, &["]"], "next milestone in time; in the Walls, next change").off(needs_rows).footer_in(TIMED, 4, "through time"),
    row(PreviousMilestone, "previous-milestone", Move, WALK, &["["], "previous milestone in time; in the Walls, last change").off(needs_rows),
    row(NextYear, "next-year", Move, WALK, &["}"], "first milestone of the next year; in the Walls, year's end").off(needs_rows),
    row(PreviousYear, "previous-year", Move, WALK, &["{"], "first milestone of the year before").off(needs_rows),
    row(Right, "right", Move, COLUMNS, &["l", "Right"], "the pane to the right"),
    row(Left, "left", Move, COLUMNS, &["h", "Left"], "the pane to the left"),
    row(PanLater, "pan-later", Move, LANES, &["l", "Right"], "show what came later"),
    row(PanEarlier, "pan-earlier", Move, LANES, &["h", "Left"], "show what came earlier").footer(3, "pan"),
    row(CellRight, "cell-right", Move, WALLS, &["l", "Right"], "the cell to the right"),
    row(CellLeft, "cell-left", Move, WALLS, &["h", "Left"], "the cell to the left"),
    row(NextPage, "next-page", Move, STORY, &["l", "Right"], "turn to the next page").off(needs_rows).footer(3, "turn"),
    row(PreviousPage, "previous-page", Move, STORY, &["h", "Left"], "turn back a page").off(needs_rows),
    row(NextPane, "next-pane", Move, BROWSE, &["Tab"], "next pane"),
    row(PreviousPane, "previous-pane", Move, BROWSE, &["Shift-Tab"], "previous pane"),

    row(Help, "help", Program, HELPED, &["?", "Ctrl-g", "F1", ":"], "all actions and their keys, searched by typing").footer(1, "help"),
    row(Run, "run", Program, PALETTE, &["Enter"], "run the action").footer(1, "run"),
    row(Accept, "accept", Program, LINES, &["Enter"], "keep what is typed").footer(1, "done"),
    row(Complete, "complete", Program, QUERY, &["Tab"], "put in what is offered").footer(2, "complete"),
    row(EarlierLine, "earlier-line", Program, PROMPTS, &["Up"], "the line typed before; while one is chosen, the row above"),
    row(LaterLine, "later-line", Program, PROMPTS, &["Down"], "the line typed after it; then the row below"),
    row(ClearPrompt, "clear-prompt", Program, PROMPTS, &["Ctrl-u"], "empty the prompt"),
    row(Close, "close", Program, OVER, &["Esc", "q"], "close this").footer(2, "close"),
    row(CloseHelp, "close-help", Program, PALETTE, &["Ctrl-g", "F1"], "close this list"),
    row(Quit, "quit", Program, VIEWS, &["q"], "quit; anywhere else q closes what is open").footer(2, "quit"),
    row(QuitNow, "quit-now", Program, ALL, &["Ctrl-c"], "quit at once"),
    row(Suspend, "suspend", Program, ALL, &["Ctrl-z"], "put the program in the background"),
    row(Redraw, "redraw", Program, ALL, &["Ctrl-l"], "draw the screen again"),
];
