//! THE table of what a reader can do: every action with its name, its keys, one line of help, where it works
//! and, where it does not, why. Keymap, footer, help and palette are read from it.

use super::{App, Key};
#[allow(clippy::enum_glob_use, reason = "the table below names every action")]
use Action::*;
use Group::{Filter, Move, Program, Read, Select, Take};

/// Where keys go: what lies on top, else the pane in focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The list of milestones.
    List,
    /// The facet pane.
    Facets,
    /// The detail pane.
    Detail,
    /// One milestone on the whole screen.
    Reading,
    /// The preview of an export, with its path prompt.
    Export,
    /// The question whether to replace a file.
    Replace,
    /// The list of all actions, with its search prompt.
    Palette,
}

impl Mode {
    /// Whether characters are text here, not keys.
    pub const fn is_prompt(self) -> bool {
        matches!(self, Self::Export | Self::Palette)
    }

    /// What a reader calls it.
    pub const fn place(self) -> &'static str {
        match self {
            Self::List => "in the list",
            Self::Facets => "in the facet pane",
            Self::Detail => "in the detail",
            Self::Reading => "on an open milestone",
            Self::Export => "in the export",
            Self::Replace => "in the question about a file",
            Self::Palette => "in this list",
        }
    }
}

/// Something a reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is described by its row in the table below")]
pub enum Action {
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    First,
    Last,
    NextMilestone,
    PreviousMilestone,
    NextYear,
    PreviousYear,
    Right,
    Left,
    NextPane,
    PreviousPane,
    Open,
    Follow,
    Browse,
    CopyLink,
    Facets,
    FacetCompany,
    FacetYear,
    FacetKind,
    Choose,
    Only,
    DropTerm,
    DropAll,
    Mark,
    Range,
    RangeDown,
    RangeUp,
    OtherEnd,
    SelectAll,
    Deselect,
    Export,
    Write,
    Answer,
    Replace,
    Keep,
    Switch,
    Help,
    Run,
    ClearPrompt,
    Close,
    CloseHelp,
    Quit,
    QuitNow,
    Suspend,
    Redraw,
}

/// What an action is about: the headings of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Going somewhere.
    Move,
    /// Reading one milestone.
    Read,
    /// Narrowing what is shown.
    Filter,
    /// Choosing what to take away.
    Select,
    /// Taking it away.
    Take,
    /// The program itself.
    Program,
}

impl Group {
    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Read => "Read",
            Self::Filter => "Narrow",
            Self::Select => "Select",
            Self::Take => "Take away",
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
    /// Its keys, the first one the one to show; a sequence is written with blanks.
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

    /// Its key sequences.
    pub fn sequences(&self) -> impl Iterator<Item = Vec<Key>> {
        // A key that does not parse is left out here, and found by the test below.
        self.keys.iter().map(|keys| keys.split(' ').filter_map(|key| key.parse().ok()).collect())
    }
}

const LIST: &[Mode] = &[Mode::List];
const FACETS: &[Mode] = &[Mode::Facets];
const BROWSE: &[Mode] = &[Mode::List, Mode::Facets, Mode::Detail];
const WALK: &[Mode] = &[Mode::List, Mode::Facets, Mode::Detail, Mode::Reading];
const ROWS: &[Mode] = &[Mode::List, Mode::Facets, Mode::Detail, Mode::Reading, Mode::Export, Mode::Palette];
const OVER: &[Mode] =
    &[Mode::Facets, Mode::Detail, Mode::Reading, Mode::Export, Mode::Replace, Mode::Palette];
const EXPORT: &[Mode] = &[Mode::Export];
const REPLACE: &[Mode] = &[Mode::Replace];
const PALETTE: &[Mode] = &[Mode::Palette];
const PROMPTS: &[Mode] = &[Mode::Export, Mode::Palette];
const PLACES: &[Mode] = &[Mode::List, Mode::Detail, Mode::Reading];
const PANES: &[Mode] = &[Mode::List, Mode::Detail];
const HELPED: &[Mode] = &[Mode::List, Mode::Facets, Mode::Detail, Mode::Reading, Mode::Export, Mode::Replace];
const READING: &[Mode] = &[Mode::Reading];
const LINKS: &[Mode] = &[Mode::Detail, Mode::Reading];
const ALL: &[Mode] =
    &[Mode::List, Mode::Facets, Mode::Detail, Mode::Reading, Mode::Export, Mode::Replace, Mode::Palette];

const fn always(_: &App) -> Option<&'static str> {
    None
}

fn needs_matches(app: &App) -> Option<&'static str> {
    app.matches().ids.is_empty().then_some("nothing matches")
}

fn needs_filter(app: &App) -> Option<&'static str> {
    app.query().is_empty().then_some("no filter is on")
}

fn needs_selection(app: &App) -> Option<&'static str> {
    app.selection().is_empty().then_some("nothing is open or selected; q quits")
}

fn needs_range(app: &App) -> Option<&'static str> {
    (!app.selection().is_ranging()).then_some("no range is begun: v begins one")
}

fn needs_export(app: &App) -> Option<&'static str> {
    (app.matches().ids.is_empty() && app.selection().is_empty())
        .then_some("nothing matches and nothing is selected")
}

fn needs_link(app: &App) -> Option<&'static str> {
    app.link().is_none().then_some("no link is marked: down goes to the next one")
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
    row(Open, "open", Read, LIST, &["Enter"], "open the milestone on the whole screen").off(needs_matches).footer(7, "open"),
    row(Follow, "follow", Read, LINKS, &["Enter"], "follow the marked link").off(needs_link).footer(3, "follow"),
    row(Browse, "browse", Read, WALK, &["b"], "open a source in the browser").off(needs_address).footer(8, "source"),
    row(CopyLink, "copy-link", Read, WALK, &["y l"], "copy the address of a source").off(needs_address),

    row(Facets, "facets", Filter, BROWSE, &["f"], "go to the facets").footer_in(PANES, 4, "filter"),
    row(FacetCompany, "facet-company", Filter, BROWSE, &["f c"], "go to the companies").footer_in(&[], 4, "companies"),
    row(FacetYear, "facet-year", Filter, BROWSE, &["f y"], "go to the years").footer_in(&[], 4, "years"),
    row(FacetKind, "facet-kind", Filter, BROWSE, &["f k"], "go to the kinds").footer_in(&[], 4, "kinds"),
    row(Choose, "choose", Filter, FACETS, &["Space"], "choose this value, or no longer").footer(3, "choose"),
    row(Only, "only-this", Filter, FACETS, &["Enter"], "only this value of its facet").footer(3, "only this"),
    row(DropTerm, "drop-term", Filter, BROWSE, &["Backspace"], "drop the last filter").off(needs_filter),
    row(DropAll, "drop-all", Filter, WALK, &["X"], "drop all filters").off(needs_filter).footer(9, "drop filters"),

    row(Mark, "mark", Select, PLACES, &["Space"], "mark this milestone, or no longer").off(needs_matches),
    row(Range, "range", Select, LIST, &["v"], "begin a range here, or keep it as it is").off(needs_matches).footer(5, "select"),
    row(RangeDown, "range-down", Select, LIST, &["Shift-Down"], "stretch the range down").off(needs_matches),
    row(RangeUp, "range-up", Select, LIST, &["Shift-Up"], "stretch the range up").off(needs_matches),
    row(OtherEnd, "other-end", Select, LIST, &["o"], "go to the other end of the range").off(needs_range).footer(4, "other end"),
    row(SelectAll, "select-all", Select, LIST, &["Ctrl-a"], "select all that match").off(needs_matches),
    row(Deselect, "deselect", Select, LIST, &["Esc"], "drop the range, then the marks").off(needs_selection).footer(9, "drop"),

    row(Export, "export", Take, WALK, &["e"], "export what is selected, else what matches").off(needs_export).footer(6, "export"),
    row(Write, "write", Take, EXPORT, &["Enter"], "write the file").footer(1, "write"),
    row(Answer, "answer", Take, REPLACE, &["Enter"], "do what is chosen").footer(1, "do this"),
    row(Replace, "replace", Take, REPLACE, &["y"], "replace the file"),
    row(Keep, "keep", Take, REPLACE, &["n"], "keep the file, and go back to its name"),
    row(Switch, "switch", Take, REPLACE, &["Left", "Right", "Tab", "h", "l", "Up", "Down"], "choose the other answer").footer(2, "choose"),

    row(Down, "down", Move, ROWS, &["j", "Down"], "next row"),
    row(Up, "up", Move, ROWS, &["k", "Up"], "previous row"),
    row(HalfDown, "half-page-down", Move, WALK, &["Ctrl-d"], "half a page down"),
    row(HalfUp, "half-page-up", Move, WALK, &["Ctrl-u"], "half a page up"),
    row(PageDown, "page-down", Move, ROWS, &["PgDn", "Ctrl-f"], "a page down"),
    row(PageUp, "page-up", Move, ROWS, &["PgUp", "Ctrl-b"], "a page up"),
    row(First, "first", Move, WALK, &["g g", "Home"], "the first row"),
    row(Last, "last", Move, WALK, &["G", "End"], "the last row"),
    row(NextMilestone, "next-milestone", Move, WALK, &["]"], "next milestone in time").off(needs_matches).footer_in(READING, 10, "next"),
    row(PreviousMilestone, "previous-milestone", Move, WALK, &["["], "previous milestone in time").off(needs_matches),
    row(NextYear, "next-year", Move, WALK, &["}"], "first milestone of the next year").off(needs_matches),
    row(PreviousYear, "previous-year", Move, WALK, &["{"], "first milestone of the year before").off(needs_matches),
    row(Right, "right", Move, BROWSE, &["l", "Right"], "the pane to the right"),
    row(Left, "left", Move, BROWSE, &["h", "Left"], "the pane to the left"),
    row(NextPane, "next-pane", Move, BROWSE, &["Tab"], "next pane"),
    row(PreviousPane, "previous-pane", Move, BROWSE, &["Shift-Tab"], "previous pane"),

    row(Help, "help", Program, HELPED, &["?", "F1", ":"], "all actions and their keys, searched by typing").footer(1, "help"),
    row(Run, "run", Program, PALETTE, &["Enter"], "run the action").footer(1, "run"),
    row(ClearPrompt, "clear-prompt", Program, PROMPTS, &["Ctrl-u"], "empty the prompt"),
    row(Close, "close", Program, OVER, &["Esc", "q"], "close this").footer(2, "close"),
    row(CloseHelp, "close-help", Program, PALETTE, &["F1"], "close this list"),
    row(Quit, "quit", Program, LIST, &["q"], "quit; anywhere else q closes what is open").footer(2, "quit"),
    row(QuitNow, "quit-now", Program, ALL, &["Ctrl-c"], "quit at once"),
    row(Suspend, "suspend", Program, ALL, &["Ctrl-z"], "put the program in the background"),
    row(Redraw, "redraw", Program, ALL, &["Ctrl-l"], "draw the screen again"),
];
