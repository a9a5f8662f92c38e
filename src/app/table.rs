//! THE table of what a reader can do: every action with its name, its keys, one line of help, where it works and, where
//! it does not, why; and the function that carries it out. Keymap, footer, help, palette and manual are read from it.

use super::action::{Action, Footer, Group, Mode};
use super::mode::{
    ALL, BROWSE, COLUMNS, EXPORT, FACETS, HELPED, LANES, LEDGER, LINES, LINKS, LONG, NOT_FACETS, OVER,
    PALETTE, PANES, PLACES, PROMPTS, QUERY, REPLACE, ROWS, SETTINGS, STEPS, STORY, TAKING, TERMS, TIMED,
    TOLD, VIEWS, WALK, WALLS,
};
use super::needs::{
    always, needs_address, needs_dataset, needs_export, needs_filter, needs_future, needs_link,
    needs_matches, needs_milestone, needs_pane_left, needs_pane_right, needs_parties, needs_past,
    needs_range, needs_related, needs_row_or_way_out, needs_rows, needs_search, needs_selection,
    needs_source,
};
use super::{App, Effect, Key, View};
use crate::query::{Field, Query};
#[allow(clippy::enum_glob_use, reason = "the table below names every action")]
use Action::*;
use Deed::{Anywhere, Inside, Outside};
use Group::{Filter, Find, Look, Move, Program, Read, Select, Take};

/// What carries an action out.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// Changes nothing but the explorer.
    Inside(fn(&mut App)),
    /// Asks for something outside of it, too.
    Outside(fn(&mut App) -> Vec<Effect>),
    /// Is the program's own affair, whatever is explored, and be it nothing yet.
    Anywhere(fn() -> Effect),
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
    /// What carries it out.
    pub run: Deed,
    /// Whether undo goes back to before it: what changes the query or how it is shown, and jumps, but no moves by
    /// a row or a page. Prompts are a step when they are done.
    pub(super) is_step: bool,
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

const fn row(
    action: Action,
    name: &'static str,
    group: Group,
    modes: &'static [Mode],
    keys: &'static [&'static str],
    help: &'static str,
    run: Deed,
) -> Row {
    Row { action, name, modes, keys, help, group, footer: None, run, is_step: false, off: always }
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

    const fn step(mut self) -> Self {
        self.is_step = true;
        self
    }

    const fn off(mut self, off: fn(&App) -> Option<&'static str>) -> Self {
        self.off = off;
        self
    }
}

/// Every action, in the order of the help.
#[rustfmt::skip] // Two lines a row, what it says and what it does: it is read as a table.
pub static TABLE: &[Row; Action::COUNT] = &[
    row(Open, "open", Read, VIEWS, &["Enter"], "open the milestone on the whole screen",
        Inside(App::open_here)).off(needs_row_or_way_out).footer(7, "open"),
    row(Follow, "follow", Read, LINKS, &["Enter"], "follow the marked link",
        Outside(App::follow)).step().off(needs_link).footer(3, "follow"),
    row(Browse, "browse", Read, WALK, &["b"], "open a source in the browser",
        Outside(App::browse)).off(needs_address).footer(8, "source"),
    row(Related, "related", Read, PLACES, &["r"], "mark the next related milestone; Enter goes there",
        Inside(App::mark_related)).off(needs_related).footer_in(&[Mode::Detail, Mode::Reading], 9, "related"),

    row(Search, "search", Find, PLACES, &["/"], "search: marks what it finds and hides nothing",
        Inside(App::begin_search)).off(needs_dataset).footer_in(PANES, 3, "search"),
    row(NextHit, "next-hit", Find, WALK, &["n"], "the next hit of the search",
        Inside(|app| app.go_to_hit(1))).step().off(needs_search).footer_in(PLACES, 3, "next hit"),
    row(PreviousHit, "previous-hit", Find, WALK, &["N"], "the hit before",
        Inside(|app| app.go_to_hit(-1))).step().off(needs_search),
    row(GoToDate, "go-to-date", Find, WALK, &["g d"], "go to a date: 2021-09, sept 2021, 2021q3",
        Inside(App::begin_date)).off(needs_rows).footer_in(&[], 5, "date"),
    row(NextBetween, "next-between", Find, WALK, &["*"], "the next one between the same parties",
        Inside(|app| app.walk_between(1))).step().off(needs_parties),
    row(PreviousBetween, "previous-between", Find, WALK, &["#"], "the one before between the same parties",
        Inside(|app| app.walk_between(-1))).step().off(needs_parties),
    row(Undo, "undo", Find, WALK, &["u"], "undo: the query, how it is shown, jumps",
        Inside(App::undo)).off(needs_past).footer(8, "undo"),
    row(Redo, "redo", Find, WALK, &["Ctrl-r"], "redo what was undone",
        Inside(App::redo)).off(needs_future),

    row(EditQuery, "edit-query", Filter, WALK, &["&"], "edit the query line",
        Inside(App::begin_query)).footer_in(PANES, 5, "query"),
    row(Facets, "facets", Filter, NOT_FACETS, &["f"], "go to the facets",
        Inside(|app| app.go_to_facets(None))).footer_in(PANES, 4, "filter"),
    row(NextFacet, "next-facet", Filter, FACETS, &["f"], "the next facet",
        Inside(App::next_facet)).footer(6, "next facet"),
    row(FacetCompany, "facet-company", Filter, BROWSE, &["f c"], "go to the companies",
        Inside(|app| app.go_to_facets(Some(Field::Company)))).footer_in(&[], 4, "companies"),
    row(FacetYear, "facet-year", Filter, BROWSE, &["f y"], "go to the years",
        Inside(|app| app.go_to_facets(Some(Field::Year)))).footer_in(&[], 4, "years"),
    row(FacetKind, "facet-kind", Filter, BROWSE, &["f k"], "go to the kinds",
        Inside(|app| app.go_to_facets(Some(Field::Kind)))).footer_in(&[], 4, "kinds"),
    row(Choose, "choose", Filter, FACETS, &["Space"], "choose this value, or no longer",
        Inside(|app| app.choose(Query::toggle))).step().footer(3, "choose"),
    row(Exclude, "exclude", Filter, FACETS, &["x"], "leave out this value, or no longer",
        Inside(|app| app.choose(Query::exclude))).step().footer(4, "exclude"),
    row(Only, "only-this", Filter, FACETS, &["Enter"], "only this value of its facet",
        Inside(|app| app.choose(Query::only))).step().footer(3, "only this"),
    row(Narrow, "narrow", Filter, FACETS, &["/"], "narrow this group to what is typed",
        Inside(App::begin_narrowing)).footer(5, "narrow"),
    row(DropThis, "drop-this", Filter, TERMS, &["Enter", "Delete"], "drop this filter",
        Inside(App::filter_but_chosen)).step().footer(3, "drop this"),
    row(NextTerm, "next-term", Filter, TERMS, &["Right", "l"], "the next filter on the line",
        Inside(|app| app.choose_term(1))).footer(4, "next"),
    row(PreviousTerm, "previous-term", Filter, TERMS, &["Left", "h"], "the filter before on the line",
        Inside(|app| app.choose_term(-1))),
    row(DropTerm, "drop-term", Filter, WALK, &["Backspace"], "drop the last filter",
        Inside(|app| app.filter(Query::pop))).step().off(needs_filter),
    row(DropAll, "drop-all", Filter, WALK, &["X"], "drop all filters",
        Inside(|app| app.filter(Query::clear))).step().off(needs_filter).footer(9, "drop filters"),
    row(Dim, "dim", Filter, WALK, &["."], "hide what does not match, or show it, in brackets",
        Inside(App::toggle_dim)).step(),

    row(Mark, "mark", Select, PLACES, &["Space"], "mark this milestone, or no longer",
        Inside(App::mark)).off(needs_rows),
    row(Range, "range", Select, VIEWS, &["v"], "begin a range here, or keep it as it is",
        Inside(App::range)).off(needs_rows).footer(5, "select"),
    row(RangeDown, "range-down", Select, VIEWS, &["Shift-Down"], "stretch the range by the next",
        Inside(|app| app.stretch(1))).off(needs_rows),
    row(RangeUp, "range-up", Select, VIEWS, &["Shift-Up"], "stretch the range by the one before",
        Inside(|app| app.stretch(-1))).off(needs_rows),
    row(OtherEnd, "other-end", Select, VIEWS, &["o"], "go to the other end of the range",
        Inside(App::other_end)).off(needs_range).footer(4, "other end"),
    row(SelectAll, "select-all", Select, VIEWS, &["Ctrl-a"], "select all that match",
        Inside(App::select_all)).off(needs_matches),
    row(Deselect, "deselect", Select, VIEWS, &["Esc"], "drop the search, then the range, then the marks",
        Inside(App::deselect)).off(needs_selection).footer(9, "drop"),

    row(Export, "export", Take, WALK, &["e"], "export what is selected, else what matches",
        Inside(App::preview)).off(needs_export).footer(6, "export"),
    row(CopyMilestone, "copy-milestone", Take, WALK, &["y y"], "copy the milestone as plain text",
        Outside(|app| app.copy_milestone())).off(needs_milestone).footer_in(&[], 7, "milestone"),
    row(CopyCitation, "copy-citation", Take, WALK, &["y c"], "copy a source as it is cited",
        Outside(|app| app.copy_citation())).off(needs_source).footer_in(&[], 7, "citation"),
    row(CopyLink, "copy-link", Take, WALK, &["y l"], "copy the address of a source",
        Outside(|app| app.copy_address())).off(needs_address).footer_in(&[], 7, "address"),
    row(CopyView, "copy-view", Take, WALK, &["y v"], "copy the command line of this screen",
        Outside(|app| app.copy_view())).footer_in(&[], 7, "view"),
    row(CopyMarkdown, "copy-markdown", Take, TAKING, &["y m"], "copy as Markdown what e takes; in the preview, as shown",
        Outside(|app| app.copy_markdown())).off(needs_export).footer_in(EXPORT, 7, "Markdown"),
    row(View, "view", Take, WALK, &[], "show the command line of this screen",
        Inside(App::show_view)),
    row(Write, "write", Take, SETTINGS, &["Enter"], "write the export to its path",
        Outside(App::write_new)).footer(1, "write"),
    row(NextSetting, "next-setting", Take, SETTINGS, &["Tab"], "the next setting of the export",
        Inside(|app| app.choose_setting(1))).footer(3, "setting"),
    row(PreviousSetting, "previous-setting", Take, SETTINGS, &["Shift-Tab"], "the setting before; from the first one, the path",
        Inside(|app| app.choose_setting(-1))),
    row(NextValue, "next-value", Take, EXPORT, &["Right", "l"], "set the chosen setting to its next value",
        Inside(|app| app.change_chosen(1))).footer(4, "change"),
    row(PreviousValue, "previous-value", Take, EXPORT, &["Left", "h"], "set the chosen setting to the value before",
        Inside(|app| app.change_chosen(-1))),
    row(Print, "print", Take, SETTINGS, &["p"], "leave, and print the export to standard output",
        Outside(|app| app.print())).footer(5, "print"),
    row(Answer, "answer", Take, REPLACE, &["Enter"], "do what is chosen",
        Outside(App::answer)).footer(1, "do this"),
    row(Replace, "replace", Take, REPLACE, &["y"], "replace the file",
        Outside(|app| app.replace(true))).footer(3, "replace"),
    row(Keep, "keep", Take, REPLACE, &["n"], "keep the file, and go back to its name",
        Outside(|app| app.replace(false))).footer(3, "keep"),
    row(Switch, "switch", Take, REPLACE, &["Left", "Right", "Tab", "Shift-Tab", "h", "l"], "choose the other answer",
        Inside(App::switch)).footer(3, "choose"),

    row(Timeline, "timeline", Look, WALK, &["1"], "the Timeline: every milestone, a row each",
        Inside(|app| app.look(View::Timeline))).step(),
    row(Lanes, "lanes", Look, WALK, &["2"], "the Lanes: every barrier through time, a row each",
        Inside(|app| app.look(View::Lanes))).step(),
    row(Walls, "walls", Look, WALK, &["3"], "the Walls: who kept out whom on one day",
        Inside(|app| app.look(View::Walls))).step(),
    row(Ledger, "ledger", Look, WALK, &["4"], "the Ledger: two companies, who moved and who answered",
        Inside(|app| app.look(View::Ledger))).step(),
    row(Story, "story", Look, WALK, &["5"], "the Story: a milestone a page, to read straight through",
        Inside(|app| app.look(View::Story))).step(),
    row(ZoomIn, "zoom-in", Look, LANES, &["+", "="], "zoom in on the current milestone",
        Inside(|app| app.zoom_lanes(1))).step().footer(3, "zoom"),
    row(ZoomOut, "zoom-out", Look, LANES, &["-"], "zoom out",
        Inside(|app| app.zoom_lanes(-1))).step(),
    row(Fit, "fit", Look, LANES, &["0"], "show the whole span",
        Inside(App::fit_span)).step(),
    row(Compare, "compare", Look, WALLS, &["m"], "compare another day with this one, or no longer",
        Inside(App::toggle_compare)).step().footer(5, "compare"),
    row(Play, "play", Look, WALLS, &["P"], "play the years; any key stops",
        Inside(App::play)).footer(6, "play"),
    row(NextPair, "next-pair", Look, LEDGER, &["w"], "the next two companies, by what is between them",
        Inside(|app| app.next_pair(1))).step().footer(3, "next pair"),
    row(PreviousPair, "previous-pair", Look, LEDGER, &["W"], "the two companies before",
        Inside(|app| app.next_pair(-1))).step(),
    row(Language, "language", Look, TOLD, &["t"], "the language: English, Chinese or both",
        Inside(App::change_lang)).footer_in(SETTINGS, 6, "language"),
    row(Glyphs, "glyphs", Look, WALK, &[], "the next glyphs: all, none of two cells, or ASCII alone",
        Anywhere(|| Effect::NextGlyphs)),
    row(Mouse, "mouse", Look, BROWSE, &["M"], "the mouse: on, or off so that the terminal selects text",
        Outside(App::switch_mouse)),

    row(Down, "down", Move, STEPS, &["j", "Down"], "next row",
        Inside(|app| app.rows(1))),
    row(Up, "up", Move, STEPS, &["k", "Up"], "previous row",
        Inside(|app| app.rows(-1))),
    row(HalfDown, "half-page-down", Move, LONG, &["Ctrl-d"], "half a page down",
        Inside(|app| app.half_pages(1))),
    row(HalfUp, "half-page-up", Move, LONG, &["Ctrl-u"], "half a page up",
        Inside(|app| app.half_pages(-1))),
    row(ScrollDown, "scroll-down", Move, STEPS, &["Ctrl-e"], "scroll a row down, and stay where it is still seen",
        Inside(|app| app.nudge(1))),
    row(ScrollUp, "scroll-up", Move, STEPS, &["Ctrl-y"], "scroll a row up, and stay where it is still seen",
        Inside(|app| app.nudge(-1))),
    row(PageDown, "page-down", Move, ROWS, &["PgDn", "Ctrl-f"], "a page down",
        Inside(|app| app.pages_on(1))),
    row(PageUp, "page-up", Move, ROWS, &["PgUp", "Ctrl-b"], "a page up",
        Inside(|app| app.pages_on(-1))),
    row(First, "first", Move, LONG, &["g g", "Home"], "the first row",
        Inside(|app| app.rows(isize::MIN))).step(),
    row(Last, "last", Move, LONG, &["G", "End"], "the last row",
        Inside(|app| app.rows(isize::MAX))).step(),
    row(NextMilestone, "next-milestone", Move, WALK, &["]"], "next milestone in time; in the Walls, next change",
        Inside(|app| app.walk_time(1))).off(needs_rows).footer_in(TIMED, 4, "through time"),
    row(PreviousMilestone, "previous-milestone", Move, WALK, &["["], "previous milestone in time; in the Walls, last change",
        Inside(|app| app.walk_time(-1))).off(needs_rows),
    row(NextYear, "next-year", Move, WALK, &["}"], "first milestone of the next year; in the Walls, year's end",
        Inside(|app| app.walk_years(1))).step().off(needs_rows),
    row(PreviousYear, "previous-year", Move, WALK, &["{"], "first milestone of the year before",
        Inside(|app| app.walk_years(-1))).step().off(needs_rows),
    row(Right, "right", Move, COLUMNS, &["l", "Right"], "the pane to the right",
        Inside(|app| app.focus_beside(1))).off(needs_pane_right),
    row(Left, "left", Move, COLUMNS, &["h", "Left"], "the pane to the left",
        Inside(|app| app.focus_beside(-1))).off(needs_pane_left),
    row(PanLater, "pan-later", Move, LANES, &["l", "Right"], "show what came later",
        Inside(|app| app.pan_lanes(1))),
    row(PanEarlier, "pan-earlier", Move, LANES, &["h", "Left"], "show what came earlier",
        Inside(|app| app.pan_lanes(-1))).footer(3, "pan"),
    row(CellRight, "cell-right", Move, WALLS, &["l", "Right"], "the cell to the right",
        Inside(|app| app.walls_cells(1))),
    row(CellLeft, "cell-left", Move, WALLS, &["h", "Left"], "the cell to the left",
        Inside(|app| app.walls_cells(-1))),
    row(NextPage, "next-page", Move, STORY, &["l", "Right"], "turn to the next page",
        Inside(|app| app.turn(1))).off(needs_rows).footer(3, "turn"),
    row(PreviousPage, "previous-page", Move, STORY, &["h", "Left"], "turn back a page",
        Inside(|app| app.turn(-1))).off(needs_rows),
    row(NextPane, "next-pane", Move, BROWSE, &["Tab"], "next pane",
        Inside(|app| app.focus_around(1))),
    row(PreviousPane, "previous-pane", Move, BROWSE, &["Shift-Tab"], "previous pane",
        Inside(|app| app.focus_around(-1))),

    row(Help, "help", Program, HELPED, &["?", "Ctrl-g", "F1", ":"], "all actions and their keys, searched by typing",
        Inside(App::open_help)).footer(1, "help"),
    row(Run, "run", Program, PALETTE, &["Enter"], "run the action",
        Outside(App::run_chosen)).footer(1, "run"),
    row(Accept, "accept", Program, LINES, &["Enter"], "keep what is typed",
        Inside(App::accept)).footer(1, "done"),
    row(Complete, "complete", Program, QUERY, &["Tab"], "put in what is offered",
        Inside(App::complete)).footer(2, "complete"),
    row(EarlierLine, "earlier-line", Program, PROMPTS, &["Up"], "the line typed before; while one is chosen, the row above",
        Inside(App::earlier_line)),
    row(LaterLine, "later-line", Program, PROMPTS, &["Down"], "the line typed after it; then the row below",
        Inside(App::later_line)),
    row(ClearPrompt, "clear-prompt", Program, PROMPTS, &["Ctrl-u"], "empty the prompt",
        Inside(App::clear_prompt)),
    row(Close, "close", Program, OVER, &["Esc", "q"], "close this",
        Inside(App::close)).footer(2, "close"),
    row(CloseHelp, "close-help", Program, PALETTE, &["Ctrl-g", "F1"], "close this list",
        Inside(App::close)),
    row(Quit, "quit", Program, VIEWS, &["q"], "quit; anywhere else q closes what is open",
        Anywhere(|| Effect::Quit)).footer(2, "quit"),
    row(QuitNow, "quit-now", Program, ALL, &["Ctrl-c"], "quit at once",
        Anywhere(|| Effect::Quit)),
    row(Suspend, "suspend", Program, ALL, &["Ctrl-z"], "put the program in the background",
        Anywhere(|| Effect::Suspend)),
    row(Redraw, "redraw", Program, ALL, &["Ctrl-l"], "draw the screen again",
        Anywhere(|| Effect::Redraw)),
];
