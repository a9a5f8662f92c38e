//! The views: each in a room of its own. Which one is shown is asked here and nowhere else.

mod front;
mod lanes;
mod ledger;
mod story;
mod timeline;
mod wall;
mod walls;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::mode::Mode;
use crate::app::mouse::Target;
use crate::app::{App, Pages, View};
use crate::ui::detail;
use crate::ui::panes::Panes;
use crate::ui::prose::Prose;
use crate::ui::surface::{Cursor, Surface};
use crate::ui::theme::Theme;
use front::FrontLayout;
use lanes::LanesLayout;
use ledger::LedgerLayout;
use story::StoryLayout;
pub(super) use wall::{WallLayout, draw as draw_wall};
use walls::WallsLayout;

/// The view that is shown, laid out.
pub(super) enum ViewLayout {
    Front(Box<FrontLayout>),
    /// With the text of the detail, where there is room for it.
    Timeline(Option<Prose>),
    Lanes(LanesLayout),
    Walls(WallsLayout),
    /// None where there are no two companies to set against each other.
    Ledger(Option<LedgerLayout>),
    Story(StoryLayout),
}

impl ViewLayout {
    pub(super) fn new(app: &App, panes: Panes, theme: Theme) -> Self {
        let area = panes.list;
        match app.view() {
            View::Front => Self::Front(Box::new(FrontLayout::new(app, area, theme))),
            View::Timeline => Self::Timeline(detail::lay_out(app, panes.detail, theme, detail::form(panes))),
            View::Lanes => Self::Lanes(lanes_layout(area)),
            View::Walls => Self::Walls(WallsLayout::new(app, area.width.into(), area.height.into())),
            View::Ledger => Self::Ledger(LedgerLayout::new(app, area, theme)),
            View::Story => Self::Story(StoryLayout::new(app, area, theme)),
        }
    }

    /// What the app must know of it.
    pub(super) fn pages(&self, app: &App, panes: Panes) -> Pages {
        let pages = pages_of_none(app, panes);
        match self {
            Self::Timeline(detail) => {
                let text = detail.as_ref().map(|prose| prose.page(panes.detail.height.into()));
                Pages { text: text.unwrap_or_default(), ..pages }
            }
            Self::Walls(layout) => Pages { walls: layout.page, ..pages },
            Self::Ledger(Some(layout)) => {
                Pages { text: layout.text_page(), moves: layout.moves(app), ..pages }
            }
            Self::Front(_) | Self::Lanes(_) | Self::Ledger(None) => pages,
            Self::Story(layout) => Pages { text: layout.text_page(), ..pages },
        }
    }

    /// Draws it, and what belongs to it. Where the hardware cursor stands in its main pane and in the detail.
    pub(super) fn draw(
        &self,
        app: &App,
        frame: &mut Frame<'_>,
        panes: Panes,
        theme: Theme,
    ) -> (Cursor, Cursor) {
        let mut surface = Surface::on(frame, panes.list, theme);
        let in_list = match self {
            Self::Timeline(detail) => return timeline(app, frame, panes, theme, detail.as_ref()),
            Self::Front(layout) => front::draw(app, &mut surface, theme, layout),
            Self::Lanes(layout) => lanes::draw(app, &mut surface, theme, layout),
            Self::Walls(layout) => walls::draw(app, &mut surface, theme, *layout),
            Self::Ledger(layout) => ledger::draw(app, &mut surface, theme, layout.as_ref()),
            Self::Story(layout) => story::draw(app, &mut surface, theme, layout),
        };
        (in_list, None)
    }

    /// What stands at a row and a column of the main pane.
    pub(super) fn target(&self, app: &App, area: Rect, (row, col): (usize, usize)) -> Target {
        let found = match self {
            Self::Front(layout) => layout.door_at((row, col)).map(Target::Door),
            Self::Timeline(_) => timeline::milestone_at(app, row).map(Target::Milestone),
            Self::Lanes(layout) => {
                lanes::lane_at(app, layout, (row, col)).map(|(id, day)| Target::Lane(id, day))
            }
            Self::Walls(layout) => walls::wall_at(app, *layout, (row, col)).map(Target::Wall),
            Self::Ledger(layout) => {
                layout.as_ref().and_then(|layout| layout.milestone_at(app, row)).map(Target::Milestone)
            }
            Self::Story(_) => Some(Target::Page(if col * 2 < usize::from(area.width) { -1 } else { 1 })),
        };
        found.unwrap_or(Target::Main)
    }
}

/// Whether a view shows barriers rather than milestones.
pub(super) const fn shows_barriers(view: View) -> bool {
    match view {
        View::Lanes | View::Walls => true,
        View::Front | View::Timeline | View::Ledger | View::Story => false,
    }
}

/// What the app must know of the panes, whatever they show.
pub(super) fn pages_of_none(app: &App, panes: Panes) -> Pages {
    let lists = app.view() == View::Timeline;
    let title_cols = if lists { timeline::title_cols(app, panes.list.width.into()) } else { [0; 2] };
    Pages { moves: 1, lanes: lanes_layout(panes.list).page(), title_cols, ..Pages::default() }
}

fn lanes_layout(area: Rect) -> LanesLayout {
    LanesLayout::new(area.width.into(), area.height.into())
}

/// The Timeline: the strip, the list, the detail. Where the hardware cursor stands in the list and in the detail.
fn timeline(
    app: &App,
    frame: &mut Frame<'_>,
    panes: Panes,
    theme: Theme,
    detail: Option<&Prose>,
) -> (Cursor, Cursor) {
    let strip = &mut Surface::on(frame, panes.strip, theme);
    timeline::strip::draw(app, strip, theme);
    let in_list = timeline::draw(app, &mut Surface::on(frame, panes.list, theme), theme);
    let mut surface = Surface::on(frame, panes.detail, theme);
    let in_detail =
        detail.and_then(|prose| detail::draw(app, &mut surface, theme, prose, detail::form(panes)));
    (in_list, in_detail)
}

/// What any key does that has no word in the footer, where that is something.
pub(super) fn other_key(app: &App, theme: Theme) -> Option<String> {
    (app.mode() == Mode::Front).then(|| front::other_key(app, theme))
}

/// What stands at a column of the strip.
pub(super) fn strip_target(app: &App, area: Rect, col: usize) -> Target {
    timeline::strip::bin_at(app, area.width.into(), col).map_or(Target::Nothing, Target::Strip)
}
