//! Everything about an explorer that changes. A state is copied before each event and compared after it, so
//! that whether to draw is found out, not remembered at every place that changes something.

use std::rc::Rc;

use crate::app::core::facets::FacetPane;
use crate::app::core::key::Key;
use crate::app::core::mode::{Mode, View};
use crate::app::core::prompt::Prompt;
use crate::app::core::reader::{TextPage, TextScroll};
use crate::app::core::scroll::Screen;
use crate::app::core::search::Search;
use crate::app::found::QueryResult;
use crate::app::overlays::ask::QueryPrompt;
use crate::app::overlays::palette::Palette;
use crate::app::overlays::preview::Preview;
use crate::app::overlays::question::Question;
use crate::app::place::Place;
use crate::app::views::front::FrontState;
use crate::app::views::lanes::Lanes;
use crate::app::views::ledger::Ledger;
use crate::app::views::story::Story;
use crate::app::views::timeline::ListSight;
use crate::app::views::walls::Walls;
use crate::dataset::{BarrierId, Lang, MilestoneId};
use crate::export::Options;
use crate::query::Query;
use crate::text::Ambiguous;

/// Which pane keys go to when nothing lies on top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The facets, on the right, over the detail or, where there is no room, on top.
    Facets,
    /// The list.
    #[default]
    List,
    /// The detail, on the right or below.
    Detail,
    /// The filters, on their line.
    Terms,
}

/// Something that lies on top of the panes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// A milestone on the whole screen, and where the reader is in it.
    Reading(MilestoneId, TextScroll),
    /// The page of a wall on the whole screen, and where the reader is on it.
    Wall(BarrierId, TextScroll),
    /// An export before it is written.
    Export(Preview),
    /// The question whether to replace the file that is there.
    Replace(Question),
    /// All actions.
    Palette(Palette),
    /// A search being typed.
    Search(QueryPrompt),
    /// The query being edited.
    Query(QueryPrompt),
    /// A date being typed, to go to.
    Date(Prompt),
    /// What a group of facets is narrowed to, being typed.
    Narrow(Prompt),
}

impl Overlay {
    /// Whether it is one line at the foot of the screen, with what lies below it in sight.
    pub const fn is_line(&self) -> bool {
        matches!(self, Self::Search(_) | Self::Query(_) | Self::Date(_) | Self::Narrow(_))
    }

    /// What is read on the whole screen, and how far it is scrolled.
    pub(super) fn reading(&self) -> Option<(MilestoneId, &TextScroll)> {
        if let Self::Reading(id, scroll) = self { Some((*id, scroll)) } else { None }
    }

    /// The same, to go elsewhere in it.
    pub(super) fn reading_mut(&mut self) -> Option<(&mut MilestoneId, &mut TextScroll)> {
        if let Self::Reading(id, scroll) = self { Some((id, scroll)) } else { None }
    }

    /// The wall whose page it is, and how far that is scrolled.
    pub(super) fn wall(&self) -> Option<(BarrierId, &TextScroll)> {
        if let Self::Wall(id, scroll) = self { Some((*id, scroll)) } else { None }
    }

    /// The same, to go elsewhere.
    pub(super) fn wall_mut(&mut self) -> Option<(&mut BarrierId, &mut TextScroll)> {
        if let Self::Wall(id, scroll) = self { Some((id, scroll)) } else { None }
    }

    /// Whether it is a page on the whole screen, in place of what it lies on.
    pub const fn is_page(&self) -> bool {
        matches!(self, Self::Reading(..) | Self::Wall(..))
    }

    fn mode(&self) -> Mode {
        match self {
            Self::Reading(..) => Mode::Reading,
            Self::Wall(..) => Mode::Wall,
            Self::Export(preview) if preview.is_naming() => Mode::Path,
            Self::Export(_) => Mode::Export,
            Self::Replace(_) => Mode::Replace,
            Self::Palette(_) => Mode::Palette,
            Self::Search(_) => Mode::Search,
            Self::Query(_) => Mode::Query,
            Self::Date(_) => Mode::Date,
            Self::Narrow(_) => Mode::Narrow,
        }
    }
}

/// What was just done or could not be done: one line, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The line.
    pub text: String,
    /// Whether it says that something went wrong.
    pub is_bad: bool,
}

/// What of a screen the app must know to move by pages and to keep the cursor in sight. Rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Rows of the list.
    pub list: usize,
    /// Columns that a title of the Timeline has on its first line, and on each further one; none where they are not drawn.
    pub title_cols: [usize; 2],
    /// Rows of the facet pane.
    pub facets: usize,
    /// Rows of the detail pane; none where there is no room for one.
    pub detail: usize,
    /// The text of the milestone that is read, or of the detail pane.
    pub text: TextPage,
    /// Milestones of the Ledger in sight.
    pub moves: usize,
    /// Rows of what lies on top: the palette's list, the preview's text.
    pub layer: usize,
    /// Columns of the preview's text.
    pub layer_cols: usize,
    /// How wide the screen draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// The Lanes.
    pub lanes: LanesPage,
    /// The list of the Walls.
    pub walls: super::walls::Page,
}

/// What of the Lanes is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LanesPage {
    /// Rows of lanes and headings.
    pub rows: usize,
    /// Columns of time.
    pub cols: usize,
}

impl Pages {
    /// Whether the screen is too small to show anything: then keys do nothing but leave.
    pub const fn is_unseen(&self) -> bool {
        self.list == 0
    }

    /// The screen of a text that lies on top.
    pub(super) const fn text_on_top(&self) -> Screen {
        Screen { rows: self.layer, cols: self.layer_cols, ambiguous: self.ambiguous }
    }
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) place: Place,
    pub(super) search: Option<Search>,
    /// The parties between which a reader walks, and the milestone that was the last step.
    pub(super) between: Option<(Query, MilestoneId)>,
    /// How an export was last written.
    pub(super) options: Options,
    pub(super) focus: Focus,
    /// The filter that keys go to, where they go to filters.
    pub(super) term: usize,
    pub(super) view: View,
    pub(super) lang: Lang,
    /// Whether the mouse is on.
    pub(super) mouse: bool,
    /// The bin of the strip on which the button went down, while it is down.
    pub(super) dragged: Option<usize>,
    pub(super) front: FrontState,
    /// What of the list is on the screen, as far as it was drawn.
    pub(super) sight: ListSight,
    pub(super) lanes: Lanes,
    pub(super) walls: Walls,
    pub(super) ledger: Ledger,
    pub(super) story: Story,
    pub(super) facets: FacetPane,
    pub(super) detail: TextScroll,
    /// Everything as it was when the prompt in the query language on top began, while there is one: what Esc brings back.
    pub(super) before_asking: Option<Rc<State>>,
    /// Bottom to top.
    pub(super) overlays: Vec<Overlay>,
    /// Keys that may become a sequence.
    pub(super) pending: Vec<Key>,
    pub(super) notice: Option<Notice>,
    pub(super) pages: Pages,
}

impl State {
    pub(super) fn new(query: Query, dim: bool, found: Rc<QueryResult>) -> Self {
        Self {
            place: Place::new(query, dim, found),
            search: None,
            between: None,
            options: Options::default(),
            focus: Focus::default(),
            term: 0,
            view: View::default(),
            lang: Lang::default(),
            mouse: false,
            dragged: None,
            front: FrontState::default(),
            sight: ListSight::default(),
            lanes: Lanes::default(),
            walls: Walls::default(),
            ledger: Ledger::default(),
            story: Story::default(),
            facets: FacetPane::default(),
            detail: TextScroll::default(),
            before_asking: None,
            overlays: Vec::new(),
            pending: Vec::new(),
            notice: None,
            pages: Pages::default(),
        }
    }

    /// Where keys go.
    pub(super) fn mode(&self) -> Mode {
        self.mode_below(self.overlays.len())
    }

    /// Where keys would go if only the lowest `layers` layers were there.
    pub(super) fn mode_below(&self, layers: usize) -> Mode {
        match (self.overlays.get(..layers).and_then(<[Overlay]>::last), self.focus) {
            (Some(layer), _) => layer.mode(),
            (None, Focus::Facets) => Mode::Facets,
            (None, Focus::List) => self.view.mode(),
            (None, Focus::Detail) => Mode::Detail,
            (None, Focus::Terms) => Mode::Terms,
        }
    }

    pub(super) fn notice(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), is_bad: false });
    }

    pub(super) fn complain(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), is_bad: true });
    }

    /// Makes the milestone at `cursor` the current one, and stretches a range to it.
    pub(super) fn go_to(&mut self, cursor: usize) {
        if self.place.go_to(cursor) {
            self.detail = TextScroll::default();
        }
        self.stretch();
    }

    /// Stretches a range, if there is one, to the current milestone. Reading on, on the whole screen, is no way to
    /// select.
    pub(super) fn stretch(&mut self) {
        if self.page().is_none() {
            self.place.stretch();
        }
    }

    /// What always holds between the fields, whatever was done.
    pub(super) fn holds(&self) -> bool {
        let is_asking = |layer: &Overlay| matches!(layer, Overlay::Search(_) | Overlay::Query(_));
        let has_filter = self.term < self.place.query().terms().len();
        self.place.holds()
            && self.before_asking.is_some() == self.overlays.iter().any(is_asking)
            && (has_filter || self.term == 0 && self.focus != Focus::Terms)
    }

    /// Where the reader is in what is read: on the whole screen, else in the detail.
    pub(super) fn reader_mut(&mut self) -> &mut TextScroll {
        let page = self.overlays.iter_mut().rev().find(|layer| layer.is_page());
        match page {
            Some(Overlay::Reading(_, scroll) | Overlay::Wall(_, scroll)) => scroll,
            _ => &mut self.detail,
        }
    }

    /// The page that is seen on the whole screen, be it below what is typed.
    pub(super) fn page(&self) -> Option<&Overlay> {
        self.overlays.iter().rev().find(|layer| layer.is_page())
    }

    /// The same, to go elsewhere.
    pub(super) fn page_mut(&mut self) -> Option<&mut Overlay> {
        self.overlays.iter_mut().rev().find(|layer| layer.is_page())
    }

    /// The milestone that is read on the whole screen.
    pub(super) fn reading(&self) -> Option<(MilestoneId, &TextScroll)> {
        self.page().and_then(Overlay::reading)
    }

    pub(super) fn has_detail(&self) -> bool {
        self.pages.detail > 0
    }

    /// By `steps` milestones, as far as there are any.
    pub(super) fn step(&mut self, steps: isize) {
        self.go_to(self.place.cursor().saturating_add_signed(steps));
    }
}
