//! How an explorer begins.

use std::sync::Arc;

use crate::app::core::keymap::Keymap;
use crate::app::core::mode::View;
use crate::app::core::pending_query::PendingQuery;
use crate::app::core::reader::TextScroll;
use crate::app::core::recall::Recall;
use crate::app::explorer::{App, Usual};
use crate::app::found::{DatasetCaches, QueryResult};
use crate::app::history::History;
use crate::app::state::{Overlay, State};
use crate::app::table::keymap;
use crate::app::views::lanes::LaneSort;
use crate::app::views::walls;
use crate::app::{beginning, hits, sight};
use crate::dataset::{BarrierId, Dataset, Lang, Milestone, MilestoneId};
use crate::date::Date;
use crate::query::{Query, Searcher};

/// How an explorer opens, beside its query.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// What the dataset was read from, as it would be typed; `None` for the embedded one.
    pub file: Option<String>,
    /// The milestone to open at; where it does not match, the nearest in time. Else the first that matches.
    pub at: Option<MilestoneId>,
    /// The wall whose page is opened.
    pub wall: Option<BarrierId>,
    /// The date that was asked for, where it was one: the Walls show its last day.
    pub date: Option<Date>,
    /// Whether that milestone, or the first one, is opened on the caches screen.
    pub open: bool,
    /// Whether what does not match is dimmed, not hidden.
    pub dim: bool,
    /// What is searched for, in the query language; what of it cannot be read is left out.
    pub search: String,
    /// Which view is shown.
    pub view: View,
    /// By what the Lanes are sorted.
    pub sort: LaneSort,
    /// In which language the texts are shown that the dataset holds in two.
    pub lang: Lang,
    /// What these two are where nobody asks.
    pub usual: Usual,
    /// Whether the mouse is on.
    pub mouse: bool,
    /// What is said at the start, of something that went wrong.
    pub complaint: Option<String>,
    /// The reader's own keys; else those of the table.
    pub keys: Option<Arc<Keymap<App>>>,
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
        let caches = DatasetCaches::new(&dataset);
        let found = QueryResult::new(&query, start.dim, &dataset, &mut searcher, &caches);
        let state = State::new(query, start.dim, found);
        let (pending_query, history) = (PendingQuery::new(&dataset), History::default());
        let mut app = Self {
            dataset,
            file: start.file,
            usual: start.usual,
            searcher,
            caches,
            state,
            history,
            pending_query,
            recall: Recall::default(),
            keys: start.keys.unwrap_or_else(|| Arc::new(keymap())),
        };
        (app.state.view, app.state.lang, app.state.mouse) = (start.view, start.lang, start.mouse);
        app.state.lanes.sort_by(start.sort);
        if !start.search.trim().is_empty() {
            let query = Query::parse(&start.search, &app.dataset).query;
            hits::set(&mut app, &start.search, query);
        }
        if let Some(at) = start.at.or_else(|| beginning::first(&app)) {
            app.state.place.choose(at, &app.dataset);
        }
        if start.at.is_none() {
            walls::begin(&mut app);
        }
        if let (View::Walls, Some(date)) = (start.view, &start.date) {
            walls::go_to_date(&mut app, date);
        }
        if start.open {
            // What is asked for by its name is opened, whether or not the filter lets it through.
            let opened = start.at.or(app.current().map(Milestone::place));
            app.state.overlays.extend(opened.map(|id| Overlay::Reading(id, TextScroll::default())));
        }
        app.state.overlays.extend(start.wall.map(|wall| Overlay::Wall(wall, TextScroll::default())));
        sight::settle(&mut app);
        if let Some(complaint) = start.complaint {
            app.state.complain(complaint);
        }
        app
    }
}
