//! What is explored, and where a reader is in it: data, and what is read of it everywhere.
//!
//! What is done with it are functions in the rooms that they belong to.

use std::sync::Arc;

use crate::app::core::density::Density;
use crate::app::core::key::Key;
use crate::app::core::keymap::Keymap;
use crate::app::core::listed::Listed;
use crate::app::core::mode::{Mode, View};
use crate::app::core::pending_query::PendingQuery;
use crate::app::core::reader::TextScroll;
use crate::app::core::recall::Recall;
use crate::app::core::search::Search;
use crate::app::core::selection::Selection;
use crate::app::core::timeline::Timeline;
use crate::app::found::DatasetCaches;
use crate::app::history::History;
use crate::app::state::{Focus, Notice, Overlay, Pages, State};
use crate::dataset::{BarrierId, BarrierOutcome, Dataset, Lang, Milestone, MilestoneId, last_day};
use crate::query::{Matches, Query, Searcher};
use crate::words::Words;

/// How an explorer opens where nobody asks for anything else, by a reader's configuration.
#[derive(Clone, Copy, Debug, Default)]
pub struct Usual {
    /// In which view.
    pub view: View,
    /// In which language.
    pub lang: Lang,
}

/// The explorer: a dataset, and where a reader is in it.
#[derive(Debug)]
pub struct App {
    pub(super) dataset: Dataset,
    /// What the dataset was read from, as it would be typed.
    pub(super) file: Option<String>,
    /// How it opens where nobody asks for anything else.
    pub(super) usual: Usual,
    pub(super) searcher: Searcher,
    pub(super) caches: DatasetCaches,
    pub(super) state: State,
    pub(super) history: History,
    pub(super) pending_query: PendingQuery,
    pub(super) recall: Recall,
    /// Which keys run what.
    pub(super) keys: Arc<Keymap<App>>,
}

impl App {
    /// Which keys run what, and what they mean where.
    pub fn keys(&self) -> &Keymap<Self> {
        &self.keys
    }

    /// In which language the explorer speaks, and shows the texts that the dataset holds in two.
    pub fn lang(&self) -> Lang {
        self.state.lang
    }

    /// What the explorer says, in that language.
    pub fn say(&self) -> &'static Words {
        self.state.lang.words()
    }

    /// What is explored.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// What is asked for.
    pub fn query(&self) -> &Query {
        self.state.place.query()
    }

    /// What matches, and the facets' counts.
    pub fn matches(&self) -> &Matches {
        self.state.place.matches()
    }

    /// The milestones of the list.
    pub fn listed(&self) -> Listed<'_> {
        self.state.place.listed()
    }

    /// Whether the list shows a milestone as one that does not match.
    pub fn is_dimmed(&self, id: MilestoneId) -> bool {
        self.state.place.dims() && self.matches().place(id).is_err()
    }

    /// Whether the list shows what does not match, dimmed.
    pub fn dims(&self) -> bool {
        self.state.place.dims()
    }

    /// What is searched for.
    pub fn search(&self) -> Option<&Search> {
        self.state.search.as_ref()
    }

    /// The rows of the list.
    pub fn timeline(&self) -> &Timeline {
        &self.state.place.found().timeline
    }

    /// The months of the span.
    pub fn density(&self) -> &Density {
        &self.state.place.found().density
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        self.state.place.selection()
    }

    /// Which pane keys go to when nothing lies on top.
    pub fn focus(&self) -> Focus {
        self.state.focus
    }

    /// Where keys go.
    pub fn mode(&self) -> Mode {
        self.state.mode()
    }

    /// What lies on top of the panes, bottom to top.
    pub fn overlays(&self) -> &[Overlay] {
        &self.state.overlays
    }

    /// The current milestone's place in the list. Meaningless where nothing is listed.
    pub fn cursor(&self) -> usize {
        self.state.place.cursor()
    }

    /// The first row of the list drawn.
    pub fn top(&self) -> usize {
        self.state.place.top()
    }

    /// The current milestone; `None` where nothing is listed.
    pub fn current(&self) -> Option<Milestone<'_>> {
        self.state.place.current().map(|id| self.dataset.milestone(id))
    }

    /// The milestone that is read: the one on the whole screen, that of the chosen line of a wall's page, else the current
    /// one.
    pub fn read(&self) -> Option<(Milestone<'_>, &TextScroll)> {
        let page = self.state.page();
        if let Some((id, reader)) = page.and_then(Overlay::reading) {
            return Some((self.dataset.milestone(id), reader));
        }
        if let Some((id, reader)) = page.and_then(Overlay::wall) {
            return on_wall_page(&self.dataset, id, reader.link).map(|milestone| (milestone, reader));
        }
        self.current().map(|milestone| (milestone, &self.state.detail))
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

    /// Which view is shown.
    pub fn view(&self) -> View {
        self.state.view
    }
}

/// The milestone of the chosen line of a wall's page, where the steps of its history stand first; elsewhere the one since
/// which it stands as it does.
fn on_wall_page(dataset: &Dataset, wall: BarrierId, link: Option<usize>) -> Option<Milestone<'_>> {
    let history = dataset.history(wall);
    let steps = history.steps();
    let since = || BarrierOutcome::on(last_day(dataset), history).since;
    let place = link.filter(|link| *link < steps.len()).or_else(since);
    let step = place.and_then(|place| steps.get(place)).or(steps.last())?;
    Some(dataset.milestone(step.milestone))
}
