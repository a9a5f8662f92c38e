//! What a query came to, and what of a dataset never changes.

use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::core::barriers::{Between, FoundBarriers};
use crate::app::core::density::Density;
use crate::app::core::listed::Listed;
use crate::app::core::timeline::Timeline;
use crate::app::views::front::{FrontFacts, is_landmark};
use crate::app::views::lanes::LanesResult;
use crate::app::views::ledger::Pairs;
use crate::app::views::ledger::Parties;
use crate::app::views::walls::{WallsCaches, WallsResult};
use crate::dataset::{Dataset, Milestone, MilestoneId, ShownBarriers, last_day};
use crate::query::{Matches, Query, Relaxation, Searcher};

/// What a query came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryResult {
    /// Milestones and facet counts.
    pub matches: Matches,
    /// Where nothing matches: what each term keeps out.
    pub ways: Vec<Relaxation>,
    /// The rows of the list.
    pub timeline: Timeline,
    /// The months of what matches.
    pub density: Density,
    /// How many milestones the list holds, where it holds all of them.
    pub(super) all: Option<usize>,
    /// The barriers that are shown.
    pub barriers: FoundBarriers,
    /// The same in the Lanes.
    pub lanes: LanesResult,
    /// The same in the Walls.
    pub walls: WallsResult,
    /// Which two companies have how much between them, once somebody asks.
    pub pairs: OnceCell<Pairs>,
    /// The places in the list of those that carry the story, once somebody reads it.
    pub landmarks: OnceCell<Vec<usize>>,
}

/// What of a dataset's rows and months never changes.
#[derive(Debug)]
pub(super) struct DatasetCaches {
    pub(super) timeline: Timeline,
    pub(super) density: Density,
    /// Whether any of its texts is there in Chinese, once somebody asks for those.
    pub(super) has_chinese: OnceCell<bool>,
    /// Every barrier, once somebody looks at them.
    pub(super) barriers: OnceCell<ShownBarriers>,
    /// The last day that it covers, once somebody asks how walls stand in the end.
    pub(super) last_day: OnceCell<NaiveDate>,
    /// What the Walls know, once somebody looks at them.
    pub(super) walls: WallsCaches,
    /// Which of them stand between which companies.
    pub(super) between: OnceCell<Between>,
    /// Who is in each milestone.
    pub(super) parties: OnceCell<Parties>,
    /// The milestones that carry the story.
    pub(super) landmarks: OnceCell<Vec<MilestoneId>>,
    /// What the front page tells.
    pub(super) front: OnceCell<FrontFacts>,
}

impl DatasetCaches {
    pub(super) fn new(dataset: &Dataset) -> Self {
        Self {
            timeline: Timeline::new(dataset),
            density: Density::new(dataset),
            has_chinese: OnceCell::new(),
            barriers: OnceCell::new(),
            last_day: OnceCell::new(),
            walls: WallsCaches::default(),
            between: OnceCell::new(),
            parties: OnceCell::new(),
            landmarks: OnceCell::new(),
            front: OnceCell::new(),
        }
    }

    pub(super) fn has_chinese(&self, dataset: &Dataset) -> bool {
        *self.has_chinese.get_or_init(|| dataset.has_chinese())
    }

    pub(super) fn barriers(&self, dataset: &Dataset) -> &ShownBarriers {
        self.barriers.get_or_init(|| ShownBarriers::new(dataset))
    }

    pub(super) fn last_day(&self, dataset: &Dataset) -> NaiveDate {
        *self.last_day.get_or_init(|| last_day(dataset))
    }

    pub(super) fn between(&self, dataset: &Dataset) -> &Between {
        self.between.get_or_init(|| Between::new(self.barriers(dataset), dataset))
    }

    pub(super) fn parties(&self, dataset: &Dataset) -> &Parties {
        self.parties.get_or_init(|| Parties::new(dataset))
    }

    pub(super) fn landmarks(&self, dataset: &Dataset) -> &[MilestoneId] {
        self.landmarks.get_or_init(|| {
            let landmarks = dataset.milestones().filter(|milestone| is_landmark(*milestone));
            landmarks.map(Milestone::place).collect()
        })
    }

    pub(super) fn front(&self, dataset: &Dataset) -> &FrontFacts {
        self.front.get_or_init(|| FrontFacts::new(dataset, self.landmarks(dataset)))
    }

    /// The years of all milestones.
    pub(super) fn years(&self) -> &Timeline {
        &self.timeline
    }
}

impl QueryResult {
    pub(super) fn new(
        query: &Query,
        dim: bool,
        dataset: &Dataset,
        searcher: &mut Searcher,
        whole: &DatasetCaches,
    ) -> Rc<Self> {
        let matches = searcher.matches(query, dataset);
        let is_empty = matches.ids.is_empty();
        let ways = if is_empty { searcher.relaxations(query, dataset) } else { Vec::new() };
        let density = whole.density.of(&matches.ids, dataset);
        let timeline = if dim { whole.timeline.clone() } else { whole.timeline.of(&matches.ids, dataset) };
        Rc::new(Self {
            matches,
            ways,
            timeline,
            density,
            all: dim.then_some(dataset.len()),
            barriers: FoundBarriers::default(),
            lanes: LanesResult::default(),
            walls: WallsResult::default(),
            pairs: OnceCell::new(),
            landmarks: OnceCell::new(),
        })
    }

    /// The milestones of the list.
    pub(super) fn listed(&self) -> Listed<'_> {
        self.all.map_or(Listed::Only(&self.matches.ids), Listed::All)
    }
}
