//! The state of the explorer and every way it changes: [`Event`] → [`App::update`] → state and [`Effect`]s.
//!
//! Knows no terminal, no file and no clock, so a whole session can be replayed from a string of keys.
//! [`table`] is THE table of what a reader can do, and of what carries it out; [`keymap`] reads keys by it. Each pane's state has a file of its own.

mod act;
pub mod action;
mod ask;
mod barriers;
mod between;
pub mod copy;
pub mod density;
mod due;
mod effect;
pub mod facets;
mod filter;
mod history;
mod jump;
mod key;
pub mod keymap;
pub mod lanes;
mod lang;
mod layers;
pub mod ledger;
mod listed;
pub mod loading;
mod mode;
pub mod mouse;
mod needs;
mod nudge;
pub mod palette;
pub mod preview;
mod previews;
mod prompt;
mod prompts;
pub mod question;
pub mod reader;
mod recall;
pub mod scroll;
mod search;
mod selection;
mod sentence;
pub mod setting;
mod state;
mod story;
pub mod table;
pub mod timeline;
mod view;
mod views;
pub mod walls;

pub use ask::Ask;
pub use effect::{Clipboard, Copying, Effect, Event, Multiplexer, Outcome, Update};
pub use key::{Code, Key, NoSuchKey};
pub use listed::Listed;
pub use loading::Loading;
pub use prompt::{MOST, Prompt};
pub use search::Search;
pub use selection::Selection;
pub use state::{Focus, LanesPage, Layer, Notice, Pages};
pub use view::View;

use crate::dataset::{Dataset, Lang, Milestone, MilestoneId, Source};
use crate::date::Date;
use crate::query::{Index, Matches, Query, Searcher};
use action::Mode;
use density::Density;
use due::Due;
use facets::FacetPane;
use history::History;
use reader::{Link, Reader};
use recall::Recall;
use state::{Found, State, Whole};
use timeline::Timeline;

/// The explorer: a dataset, and where a reader is in it.
#[derive(Debug)]
pub struct App {
    dataset: Dataset,
    /// What the dataset was read from, as it would be typed.
    file: Option<String>,
    searcher: Searcher,
    whole: Whole,
    state: State,
    history: History,
    due: Due,
    recall: Recall,
}

/// How an explorer opens, beside its query.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// What the dataset was read from, as it would be typed; `None` for the embedded one.
    pub file: Option<String>,
    /// The milestone to open at; where it does not match, the nearest in time. Else the first that matches.
    pub at: Option<MilestoneId>,
    /// The date that was asked for, where it was one: the Walls show its last day.
    pub date: Option<Date>,
    /// Whether that milestone, or the first one, is opened on the whole screen.
    pub open: bool,
    /// Whether what does not match is dimmed, not hidden.
    pub dim: bool,
    /// What is searched for, in the query language; what of it cannot be read is left out.
    pub search: String,
    /// Which view is shown.
    pub view: View,
    /// In which language the texts are shown that the dataset holds in two.
    pub lang: Lang,
}

impl App {
    /// An explorer of `dataset`, narrowed by `query`, at the earliest milestone that matches.
    pub fn new(dataset: Dataset, query: Query) -> Self {
        Self::open_at(dataset, query, Start::default())
    }

    /// An explorer of `dataset`, narrowed by `query`, that opens as `start` says.
    pub fn open_at(dataset: Dataset, query: Query, start: Start) -> Self {
        let searcher = Searcher::new(&dataset);
        Self::open_with(dataset, searcher, query, start)
    }

    /// The same with a `searcher` of `dataset` that is there already.
    pub fn open_with(dataset: Dataset, mut searcher: Searcher, query: Query, start: Start) -> Self {
        let whole = Whole::new(&dataset);
        let found = Found::new(&query, start.dim, &dataset, &mut searcher, &whole);
        let state = State::new(query, start.dim, found);
        let (due, history) = (Due::new(&dataset), History::default());
        let mut app = Self {
            dataset,
            file: start.file,
            searcher,
            whole,
            state,
            history,
            due,
            recall: Recall::default(),
        };
        (app.state.view, app.state.lang) = (start.view, start.lang);
        if !start.search.trim().is_empty() {
            app.set_search(&start.search, Query::parse(&start.search, &app.dataset).query);
        }
        if let Some(at) = start.at.or(app.matches().ids.first().copied()) {
            app.state.place = at;
            app.state.cursor = app.nearest(at);
        }
        if let (View::Walls, Some(date)) = (start.view, &start.date) {
            app.go_to_day_of(date);
        }
        if start.open {
            // What is asked for by its name is opened, whether or not the filter lets it through.
            let opened = start.at.or(app.current().map(Milestone::place));
            app.state.layers.extend(opened.map(|id| Layer::Reading(id, Reader::default())));
        }
        app.settle_current();
        app
    }

    /// What `event` does.
    pub fn update(&mut self, event: Event) -> Update {
        let before = self.state.clone();
        if !matches!(event, Event::Key(_) | Event::Paste(_)) {
            self.catch_up();
        }
        let effects = match event {
            Event::Key(key) => self.press(key),
            Event::Paste(text) => self.paste(&text),
            Event::Due => Vec::new(),
            Event::Mouse(gesture, target) => self.mouse(gesture, target),
            Event::Done(outcome) => self.done(outcome),
            Event::Tick => {
                self.tick();
                Vec::new()
            }
        };
        self.settle_current();
        Update { redraw: self.state != before, effects }
    }

    /// Makes one thing of what is current, before any of it is measured: what depends on no screen is found out here, so
    /// that a screen is laid out for what it will show.
    fn settle_current(&mut self) {
        self.state.term = self.state.term.min(self.state.query.terms().len().saturating_sub(1));
        if self.state.focus == Focus::Terms && self.state.query.is_empty() {
            self.state.focus = Focus::List;
        }
        self.settle_view();
    }

    /// Takes note of what the screen shows, and keeps the cursor in sight. Called before each frame.
    pub fn fit(&mut self, pages: Pages) {
        self.state.pages = pages;
        // What a query being typed may go on with takes the room of the detail, which comes back.
        let is_typing = self.state.layers.last().is_some_and(Layer::is_line);
        if self.state.focus == Focus::Detail && !self.state.has_detail() && !is_typing {
            self.state.focus = Focus::List;
        }
        self.fit_panes();
        let pages = self.state.pages.clone();
        self.fit_layer(&pages);
    }

    /// Keeps what is current in sight, in the view and among the facets.
    fn fit_panes(&mut self) {
        self.fit_view();
        let height = self.state.pages.facets;
        if height > 0 {
            let rows = self.facet_rows();
            self.state.facets.fit(&rows, height);
        }
    }

    /// What is explored.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// What is known of the dataset: the values of its facets.
    pub fn index(&self) -> &Index {
        self.searcher.index()
    }

    /// What is asked for.
    pub fn query(&self) -> &Query {
        &self.state.query
    }

    /// The place of the filter that keys go to, if they go to filters.
    pub fn term(&self) -> Option<usize> {
        (self.mode() == Mode::Terms).then_some(self.state.term)
    }

    /// What matches, and the facets' counts.
    pub fn matches(&self) -> &Matches {
        &self.state.found.matches
    }

    /// The milestones of the list.
    pub fn listed(&self) -> Listed<'_> {
        self.state.found.listed()
    }

    /// Whether the list shows a milestone as one that does not match.
    pub fn is_dimmed(&self, id: MilestoneId) -> bool {
        self.state.dim && self.matches().place(id).is_err()
    }

    /// Whether the list shows what does not match, dimmed.
    pub fn dims(&self) -> bool {
        self.state.dim
    }

    /// What is searched for.
    pub fn search(&self) -> Option<&Search> {
        self.state.search.as_ref()
    }

    /// The rows of the list.
    pub fn timeline(&self) -> &Timeline {
        &self.state.found.timeline
    }

    /// The months of the span.
    pub fn density(&self) -> &Density {
        &self.state.found.density
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.state.selection
    }

    /// Which pane keys go to when nothing lies on top.
    pub fn focus(&self) -> Focus {
        self.state.focus
    }

    /// Where keys go.
    pub fn mode(&self) -> Mode {
        self.state.mode()
    }

    /// Where keys will go when the top layer is closed.
    pub fn mode_below_top(&self) -> Mode {
        self.state.mode_below(self.state.layers.len().saturating_sub(1))
    }

    /// What lies on top of the panes, bottom to top.
    pub fn layers(&self) -> &[Layer] {
        &self.state.layers
    }

    /// The current milestone's place in the list. Meaningless where nothing is listed.
    pub fn cursor(&self) -> usize {
        self.state.cursor
    }

    /// The first row of the list drawn.
    pub fn top(&self) -> usize {
        self.state.top
    }

    /// The current milestone; `None` where nothing is listed.
    pub fn current(&self) -> Option<Milestone<'_>> {
        self.listed().get(self.state.cursor).map(|id| self.dataset.milestone(id))
    }

    /// The milestone that is read: the one on the whole screen, else the current one.
    pub fn read(&self) -> Option<(Milestone<'_>, &Reader)> {
        match self.state.reading() {
            Some((id, reader)) => Some((self.dataset.milestone(id), reader)),
            None => self.current().map(|milestone| (milestone, &self.state.detail)),
        }
    }

    /// Where the reader is in the detail pane.
    pub fn detail(&self) -> &Reader {
        &self.state.detail
    }

    /// The marked link of what is read.
    pub fn link(&self) -> Option<Link> {
        let (milestone, reader) = self.read()?;
        reader::links(milestone).nth(reader.link?)
    }

    /// The source that would be copied as it is cited: the marked one, else the first.
    pub fn source(&self) -> Option<&Source> {
        self.sources().next()
    }

    /// The source whose address would be opened or copied: the marked one, else the first that has one.
    pub fn address(&self) -> Option<&Source> {
        self.sources().find(|source| source.url.is_some())
    }

    /// The sources of what is read, the marked one before all.
    fn sources(&self) -> impl Iterator<Item = &Source> {
        let marked = match self.link() {
            Some(Link::Source(id)) => Some(id),
            _ => None,
        };
        let cites = self.read().map_or(&[][..], |(milestone, _)| milestone.cites());
        marked.into_iter().chain(cites.iter().map(|cite| cite.source)).map(|id| self.dataset.source(id))
    }

    /// The facet pane.
    pub fn facet_pane(&self) -> &FacetPane {
        &self.state.facets
    }

    /// The rows of the facet pane.
    pub fn facet_rows(&self) -> Vec<facets::Row> {
        self.state.facets.rows(self.index(), &self.state.query, &self.dataset, self.state.pages.facets)
    }

    /// Whether the screen is too small to show anything: then keys do nothing but leave.
    pub fn is_unseen(&self) -> bool {
        self.state.pages.list == 0
    }

    /// Keys pressed that may become a sequence.
    pub fn pending(&self) -> &[Key] {
        &self.state.pending
    }

    /// What was just done or could not be done.
    pub fn notice(&self) -> Option<&Notice> {
        self.state.notice.as_ref()
    }

    /// What the app knows of the screen.
    pub fn pages(&self) -> &Pages {
        &self.state.pages
    }
}

/// The first row to draw, at or near `top`, of `all` rows in a window of `height`, so that those from `first` to
/// `last` are in sight, and neither stands where the window says that there is more above or below.
fn window(top: usize, (first, last): (usize, usize), all: usize, height: usize) -> usize {
    let most = all.saturating_sub(height);
    let above = usize::from(first > 0 && height > 2);
    let below = usize::from(last + 1 < all && height > 2);
    top.min(first - above).max((last + 1 + below).saturating_sub(height.max(1))).min(most)
}
